"""One thing that stands in the way of a final report, or that a reader should know."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from evaluator_desktop.texts import N_, _


class Severity(StrEnum):
    """What a finding holds up; sorted from the earliest step to none."""

    BLOCKS_SUBMISSION = "blocks_submission"
    BLOCKS_FINAL = "blocks_final"
    WARNING = "warning"


SEVERITY_NAMES = {
    Severity.BLOCKS_SUBMISSION: N_("blocks the submission"),
    Severity.BLOCKS_FINAL: N_("blocks the final report"),
    Severity.WARNING: N_("warning"),
}

PLACE_NAMES = {
    "shop": N_("the shop"),
    "customers": N_("the customers"),
    "profile": N_("the provider's profile"),
    "round": N_("the round"),
    "provider": N_("the provider"),
}
"""Places of findings that are no item and no piece of evidence."""


class Finding(msgspec.Struct, frozen=True, eq=False):
    """One row of the list of findings.

    `rule` is the clause behind it; `place` where to mend it: an item id, `evidence:<id>`, `shop`,
    `customers`, `profile`, `round` or `provider`.
    """

    severity: Severity
    rule: str
    place: str
    sentence: str
    """English, with placeholders for `params`; `text` is for people."""
    params: Mapping[str, object] = {}
    spares: frozenset[str] = frozenset()
    """Whose submission it does not hold up, because others owe what it asks for (D10a)."""

    def __eq__(self, other: object) -> bool:
        """Compare what it says; whom it spares is no part of that."""
        return isinstance(other, Finding) and self._said == other._said

    def __hash__(self) -> int:
        return hash((self.rule, self.place, self.sentence))

    @property
    def _said(self) -> tuple[object, ...]:
        return self.severity, self.rule, self.place, self.sentence, self.params

    @property
    def text(self) -> str:
        return _(self.sentence).format(**self.params)

    def holds_up(self, person: str) -> bool:
        """Tell whether it stands in the way of this person's submission."""
        return self.severity is Severity.BLOCKS_SUBMISSION and person not in self.spares
