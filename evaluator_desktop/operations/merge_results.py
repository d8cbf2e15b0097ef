"""What becomes of packages that are merged: one result a file, in words and in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from evaluator_desktop.domain.similarity import Pair
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.exchange.errors import (
    LostDeviceError,
    OtherRoundError,
    PackageError,
    PassphraseNeededError,
    UnknownDeviceError,
)
from evaluator_desktop.store.history import Changes


class MergeStatus(StrEnum):
    """What became of one package."""

    MERGED = "merged"
    ALREADY_MERGED = "already_merged"
    REFUSED = "refused"
    NEEDS_PASSPHRASE = "needs_passphrase"  # noqa: S105  a status, not a secret
    OTHER_ROUND = "other_round"
    UNKNOWN_DEVICE = "unknown_device"


_STATUSES: dict[type[EvaluatorError], MergeStatus] = {
    PassphraseNeededError: MergeStatus.NEEDS_PASSPHRASE,
    OtherRoundError: MergeStatus.OTHER_ROUND,
    UnknownDeviceError: MergeStatus.UNKNOWN_DEVICE,
    LostDeviceError: MergeStatus.UNKNOWN_DEVICE,
}
TAKEN = frozenset({MergeStatus.MERGED, MergeStatus.ALREADY_MERGED})


@dataclass(frozen=True)
class PackageResult:
    """One package after the attempt; `message` is a sentence for people."""

    file: str
    status: MergeStatus
    message: str
    number: str = ""
    person: str = ""
    device: str = ""
    device_label: str = ""
    new_revisions: int = 0
    new_evidence: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    """New revisions by kind."""
    providers: tuple[str, ...] = ()
    changes: Changes | None = None
    error: EvaluatorError | None = None
    """Why it was not taken."""
    size: int = 0
    """Of the file, in bytes; this and what follows are known once the signature holds."""
    revisions: int = 0
    evidence: int = 0
    """All that the package carries, here already or not."""
    same_scheme: bool = True
    conflicts: int = 0
    """Of a dry run: entities that would be in conflict afterwards, of those it brings."""
    similar: tuple[Pair, ...] = ()
    """Providers that may be one, of those it brings and those that were here."""


@dataclass(frozen=True)
class MergeReport:
    """What became of several packages, in the order given."""

    packages: tuple[PackageResult, ...]
    stopped: EvaluatorError | None = None
    """What ended the run early, after something had come in; the packages left are not named."""

    @property
    def changes(self) -> Changes | None:
        """What all of them touched, None when nothing came in."""
        found = [package.changes for package in self.packages if package.changes]
        return _together(found) if found else None


def _together(changes: Sequence[Changes]) -> Changes:
    kinds = frozenset[str]().union(*(c.kinds for c in changes))
    return Changes("merge", "", kinds, frozenset[str]().union(*(c.providers for c in changes)))


def refusal(known: PackageResult, error: PackageError) -> PackageResult:
    """Return what is known of a package that was not taken, and why."""
    status = _STATUSES.get(type(error), MergeStatus.REFUSED)
    return replace(known, status=status, message=str(error), error=error)


def counted(result: PackageResult) -> PackageResult:
    """Return it for another file of the same package: what came in is counted once."""
    return replace(
        result, new_revisions=0, new_evidence=0, kinds={}, conflicts=0, similar=(), changes=None
    )
