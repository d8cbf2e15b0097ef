"""How findings look in a list: what blocks what, the clause, and the place in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.finding import PLACE_NAMES, SEVERITY_NAMES, Finding, Severity
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.findings import RoundOverview
from evaluator_desktop.texts import _

_LOOKS: Mapping[Severity, tuple[str, str]] = {
    Severity.BLOCKS_SUBMISSION: ("outcome_false", "false"),
    Severity.BLOCKS_FINAL: ("flag", "false"),
    Severity.WARNING: ("warning", "partly"),
}


@dataclass(frozen=True)
class FindingRow:
    """A row: two lines with an icon, and what it stands for."""

    text: str
    second: str
    icon: str
    ink: str
    target: Finding | Summary


def provider_rows(a: Assessment) -> list[FindingRow]:
    """Return the findings of a provider, as far as its assessment may be seen."""
    places = _places(a)
    return [_row(finding, places) for finding in a.findings]


def round_rows(found: RoundOverview) -> list[FindingRow]:
    """Return what stands against the round, then each provider with how much it has."""
    places = {place: _(name) for place, name in PLACE_NAMES.items()}
    return [
        *(_row(finding, places) for finding in found.findings),
        *map(_provider_row, found.providers),
    ]


def _row(finding: Finding, places: Mapping[str, str]) -> FindingRow:
    said = _(SEVERITY_NAMES[finding.severity])
    words = (said, finding.rule, places.get(finding.place, ""))
    icon, ink = _LOOKS[finding.severity]
    return FindingRow(finding.text, " · ".join(filter(None, words)), icon, ink, finding)


def _provider_row(row: Summary) -> FindingRow:
    icon, ink = _LOOKS[Severity.BLOCKS_FINAL if row.blocking else Severity.WARNING]
    words = _("blocking: {blocking} · warnings: {warnings}")
    second = words.format(blocking=row.blocking, warnings=row.warnings)
    return FindingRow(row.name, second, icon, ink, row)


def _places(a: Assessment) -> dict[str, str]:
    places = {place: _(name) for place, name in PLACE_NAMES.items()}
    for item in a.items:
        name = item.name
        places[item.item.id] = name
        places |= {f"evidence:{e.entity.id}": f"{name} · {e.body.name}" for e in item.evidence}
    return places
