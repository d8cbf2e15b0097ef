"""How figures, dates and states are worded alike in every section."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction

from evaluator_desktop.domain import scoring
from evaluator_desktop.domain.assessment import Assessment, EvidenceAssessment, ItemAssessment
from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.scoring import ItemRating, RatingState, printed
from evaluator_desktop.domain.verification import OUTCOME_NAMES, Outcome
from evaluator_desktop.texts import N_, _, date_text, language, listed, time_text

DASH = "—"

STATE_WORDS = {
    RatingState.NOT_APPLICABLE: N_("Not applicable"),
    RatingState.UNEXPLAINED: N_("Not applicable, reason missing"),
    RatingState.UNRATED: N_("Not rated"),
    RatingState.DISPUTED: N_("In dispute"),
    RatingState.CONFLICT: N_("In conflict"),
}

_OUTCOME_ORDER = (
    *(Outcome.VERIFIED, Outcome.PARTLY_VERIFIED, Outcome.UNVERIFIABLE, Outcome.FALSE),
    Outcome.PENDING,
)
NumberedEvidence = tuple[int, EvidenceAssessment]


def named(name: Name) -> str:
    """Return a name of the scheme in the report's language."""
    return name.text(language())


def item_named(item: ItemAssessment) -> str:
    return named(item.item.name)


def percent(share: Fraction | None) -> str:
    """Print a share of 1 as per cent, rounded half-up to two decimals."""
    return DASH if share is None else scoring.percent(share)


def figure(value: Fraction | None) -> str:
    return DASH if value is None else printed(value)


def rated_weight(a: Assessment) -> str:
    """Print 已评权重: the share of the weight that is rated so far."""
    return scoring.weight_percent(a.sheet.weight_rated_bp)


def rating_words(rating: ItemRating) -> str:
    """Print what counts for an item: a number, or the word for why there is none."""
    if rating.state is RatingState.RATED:
        return figure(rating.value)
    return _(STATE_WORDS[rating.state])


def day(iso: str | None) -> str:
    return date_text(date.fromisoformat(iso)) if iso else DASH


def moment(at: str) -> str:
    return time_text(datetime.fromisoformat(at))


def counted(outcomes: Iterable[Outcome]) -> str:
    """Print how many pieces of evidence came to each outcome."""
    counts = Counter(outcomes)
    told = (f"{_(OUTCOME_NAMES[o])} {counts[o]}" for o in _OUTCOME_ORDER if counts[o])
    return listed(told) or DASH


def labelled(label: str, text: str) -> str:
    """Put a label before a text, where there is one."""
    return _("{label}: {text}").format(label=label, text=text) if text else label


def quoted_titles(names: Iterable[Name]) -> str:
    """Print the titles of documents: 《…》、《…》."""
    return listed(_("“{title}”").format(title=named(name)) for name in names)


def evidence_of(a: Assessment) -> tuple[tuple[ItemAssessment, tuple[NumberedEvidence, ...]], ...]:
    """Number all evidence of the report in the document's order, removed pieces included."""
    groups, number = [], 0
    for item in a.items:
        numbered = tuple(enumerate(item.evidence, start=number + 1))
        number += len(numbered)
        groups.append((item, numbered))
    return tuple(groups)


def unofficial(a: Assessment) -> str:
    """Return the mark of a total by weights that no document prints (D1)."""
    return "" if a.scheme.weights_official else _("sample weights (unofficial)")
