"""The one list of findings: of a provider, and of the round with all its providers.

What is true of the whole round stands in the list of every provider; in the list of the round it
stands once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluator_desktop.domain.finding import Finding
from evaluator_desktop.domain.round_findings import PLACE, find_in_round
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.ranks import ranks_for_classes
from evaluator_desktop.store.queries.seen import seen_assessment, seen_rows
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class RoundFinding:
    """A finding and the provider it is about; None: the round."""

    provider: Summary | None
    finding: Finding


@dataclass(frozen=True)
class RoundOverview:
    """What stands against the round, and the providers that have findings of their own."""

    findings: tuple[Finding, ...]
    providers: tuple[Summary, ...]
    """Those with the most that blocks first."""


def provider_findings(workspace: Workspace, provider: str) -> tuple[Finding, ...]:
    """Return the findings of a provider as far as this person may see them."""
    record, ranks = workspace.record(provider), ranks_for_classes(workspace)
    return seen_assessment(workspace, record, ranks)[0].findings


def round_findings(workspace: Workspace, *, progress: Progress = SILENT) -> Iterator[RoundFinding]:
    """Yield the findings of the round, then those of each provider by its credit code."""
    ranks, rows = ranks_for_classes(workspace), workspace.projections.all()
    for finding in find_in_round(workspace.info, workspace.scheme, ranks.values()):
        yield RoundFinding(None, finding)
    rows = sorted(rows, key=lambda row: row.by_code)
    for number, row in enumerate(rows):
        progress.raise_if_cancelled()
        progress.step(number, len(rows), row.name)
        found = seen_assessment(workspace, workspace.record(row.provider), ranks)[0].findings
        yield from (RoundFinding(row, finding) for finding in found if finding.place != PLACE)


def round_overview(workspace: Workspace) -> RoundOverview:
    """Return the findings of the round, and by count those of its providers."""
    ranks = ranks_for_classes(workspace)
    own = find_in_round(workspace.info, workspace.scheme, ranks.values())
    rows = [row for row in seen_rows(workspace) if row.blocking or row.warnings]
    rows.sort(key=lambda row: (-row.blocking, -row.warnings, *row.by_name))
    return RoundOverview(own, tuple(rows))
