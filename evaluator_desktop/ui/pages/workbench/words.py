"""Sentences of the workbench: what was recorded, and how ratings are said."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from evaluator_desktop.domain.bodies import Evidence, OutcomeRecord, Rating
from evaluator_desktop.domain.body_words import rating_words
from evaluator_desktop.domain.scheme import Suggestion
from evaluator_desktop.domain.scoring import printed
from evaluator_desktop.domain.suggestion import SuggestedRating
from evaluator_desktop.domain.verification import METHOD_NAMES, Method, Outcome
from evaluator_desktop.operations.step_words import action_name
from evaluator_desktop.store.queries.workbench import RecordLine
from evaluator_desktop.texts import N_, SHANGHAI, _, ngettext, today
from evaluator_desktop.ui.widgets.outcome import outcome_word

_SUGGESTIONS = {
    Suggestion.EVIDENCE_SHARE: N_("suggested {value} (verified {part} of {whole} checked)"),
    Suggestion.SATISFACTION_RATE: N_("suggested {value} (satisfied {part} of {whole})"),
    Suggestion.SHOP_POINTS: N_("suggested {value} ({part} of {whole} points)"),
}


def suggestion_words(suggested: SuggestedRating | None) -> str:
    """Say a suggested rating (D6) and what it was worked out from."""
    if suggested is None:
        return _("no suggested rating")
    return _(_SUGGESTIONS[suggested.source]).format(
        value=printed(suggested.value), part=_amount(suggested.part), whole=suggested.whole
    )


def _amount(part: Fraction) -> str:
    return str(part) if part.denominator == 1 else printed(part)


def outcome_words(number: int, name: str, outcome: str, method: str, note: str) -> str:
    """Say what was recorded of a file: 2 sheet.jpg verified (original seen)."""
    word = outcome_word(outcome)
    if outcome != Outcome.PENDING:
        how = _(METHOD_NAMES[Method(method)])
        word = _("{outcome} ({method})").format(outcome=word, method=how)
    elif note:
        word = _("{outcome}, note recorded").format(outcome=word)
    return f"{number} {name} {word}"


def added_words(count: int) -> str:
    """Say that files were added."""
    return ngettext("{count} file added", "{count} files added", count).format(count=count)


def clock_text(at: str) -> str:
    """Write a recorded moment (UTC, ISO) as today's time or, if older, as month and day."""
    moment = datetime.fromisoformat(at).astimezone(SHANGHAI)
    return f"{moment:%H:%M}" if moment.date() == today() else f"{moment:%m-%d}"


def moment_text(at: str) -> str:
    """Write a recorded moment (UTC, ISO) in full."""
    moment = datetime.fromisoformat(at)
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def line_words(line: RecordLine, numbers: Mapping[str, tuple[int, str]], person: str) -> str:
    """Say one action on an item; `numbers` gives number and name of each piece of evidence."""
    said = _said(line, numbers)
    if line.action in ("undo", "redo"):
        said = f"{action_name(line.action)}: {said}"
    return said if line.author == person else f"{line.author}: {said}"


def _said(line: RecordLine, numbers: Mapping[str, tuple[int, str]]) -> str:
    body = line.bodies[0]
    if isinstance(body, Rating):
        return _("rating {value}").format(value=rating_words(body.value))
    if isinstance(body, OutcomeRecord):
        number, name = numbers.get(body.evidence, (0, ""))
        return outcome_words(number, name, body.outcome, body.method, body.note)
    if line.action == "add_evidence":
        return added_words(len(line.bodies)) if len(line.bodies) > 1 else _added(body)
    if body.removed:
        return _("{name} removed").format(name=body.name)
    if line.action in ("undo", "redo"):
        return body.name  # the action stands before it
    return f"{body.name}: {action_name(line.action)}"


def _added(body: Evidence) -> str:
    return _("{name} added").format(name=body.name)
