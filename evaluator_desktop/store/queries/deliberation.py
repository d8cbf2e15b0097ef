"""What 会商 and 校准 read: ratings side by side, of one provider and of the round (D10).

An evaluator sees only what D10a lets him see: providers whose ratings are hidden are left out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.domain.calibration import Calibration, Case, Values, calibration
from evaluator_desktop.domain.consensus import ConsensusLine, consensus_lines
from evaluator_desktop.domain.scoring import parse_rating
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.seen import is_hidden, seen_assessment
from evaluator_desktop.store.records import entities_of
from evaluator_desktop.store.workspace import Workspace

_DISPUTED = "disputed"


@dataclass(frozen=True)
class Deliberation:
    """The providers that several people rated, and the one in hand."""

    providers: tuple[Summary, ...]
    """Those with disputes first."""
    provider: Summary | None
    people: tuple[str, ...]
    """Who rated the one in hand."""
    lines: tuple[ConsensusLine, ...]
    is_locked: bool = False


def disputes(row: Summary) -> int:
    """Return how many items of a provider wait for a consensus or are in conflict."""
    return row.signs.count(_DISPUTED)


def deliberation(workspace: Workspace, provider: str | None) -> Deliberation:
    """Read the choice of providers, and one of them: the wished one, else the first."""
    rows = [row for row in _seen(workspace) if len(row.raters) > 1 or disputes(row)]
    rows.sort(key=lambda row: (-disputes(row), *row.by_name))
    chosen = next((row for row in rows if row.provider == provider), rows[0] if rows else None)
    if chosen is None:
        return Deliberation((), None, (), ())
    assessment = seen_assessment(workspace, workspace.record(chosen.provider))[0]
    lines = consensus_lines(assessment)
    return Deliberation(
        tuple(rows), chosen, chosen.raters, lines, is_locked=chosen.state == "locked"
    )


def round_calibration(workspace: Workspace) -> Calibration:
    """Compare the evaluators over the whole round."""
    cases = [case for row in _seen(workspace) for case in _cases(workspace, row)]
    return calibration(workspace.scheme, cases)


def _seen(workspace: Workspace) -> Iterable[Summary]:
    return (row for row in workspace.projections.all() if not is_hidden(workspace, row))


def _cases(workspace: Workspace, row: Summary) -> Iterable[Case]:
    values = defaultdict[str, Values](Values)
    members = workspace.joined.members(row.provider)
    for entity in entities_of(workspace.history, members, Rating.kind):
        if isinstance(body := entity.body, Rating):
            values[body.item][body.person] = parse_rating(body.value)
    known = {item.id for item in workspace.scheme.items}
    return (Case(row.provider, i, given) for i, given in sorted(values.items()) if i in known)
