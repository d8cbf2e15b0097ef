"""Merging packages: each is verified from a copy of our own, then taken in whole or not at all."""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from evaluator_desktop.errors import (
    EvaluatorError,
    OtherRoundError,
    PackageError,
    PassphraseNeededError,
    UnknownDeviceError,
)
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.exchange.volumes import VolumeSet
from evaluator_desktop.operations.arrival import Arrival, plan_arrival, write_arrival
from evaluator_desktop.operations.staging import open_package, open_volume
from evaluator_desktop.store.device import KnownDevice, TrustedDevices, same_fingerprint
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.queries.merge import conflicts_to_come
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, ngettext

_SILENT = SilentProgress()
_NO_KEYS = Keys()


class MergeStatus(StrEnum):
    """What became of one package."""

    MERGED = "merged"
    ALREADY_MERGED = "already_merged"
    REFUSED = "refused"
    NEEDS_PASSPHRASE = "needs_passphrase"  # noqa: S105  a status, not a secret
    OTHER_ROUND = "other_round"
    UNKNOWN_DEVICE = "unknown_device"


_REFUSED = MergeStatus.REFUSED
_STATUSES: dict[type[EvaluatorError], MergeStatus] = {
    PassphraseNeededError: MergeStatus.NEEDS_PASSPHRASE,
    OtherRoundError: MergeStatus.OTHER_ROUND,
    UnknownDeviceError: MergeStatus.UNKNOWN_DEVICE,
}
TAKEN = frozenset({MergeStatus.MERGED, MergeStatus.ALREADY_MERGED})


@dataclass(frozen=True)
class Trust:
    """Which devices may be trusted from now on besides those that are."""

    fingerprints: tuple[str, ...] = ()
    any_new: bool = False

    def includes(self, fingerprint: str) -> bool:
        return self.any_new or any(same_fingerprint(f, fingerprint) for f in self.fingerprints)


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


_NO_TRUST = Trust()


def merge_packages(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    trust: Trust = _NO_TRUST,
    keys: Keys = _NO_KEYS,
    dry_run: bool = False,
    progress: Progress = _SILENT,
) -> MergeReport:
    """Merge packages one after another, each a transaction of its own.

    The volumes of one package count as one, once all of them were named. A package that cannot be
    merged is reported and changes nothing. Raises what the environment raises (DiskFullError, …)
    and CancelledError, unless something has come in: see `stopped`.
    """
    stopped = None
    with closing(_Run(workspace, trust, keys, dry_run=dry_run)) as run:
        for number, path in enumerate(paths):
            progress.step(number, len(paths), path.name)
            try:
                progress.raise_if_cancelled()
                run.take(path)
            except EvaluatorError as error:
                if not any(result.changes for result in run.results):
                    raise
                stopped = error
                break
        run.refuse_incomplete()
    return MergeReport(tuple(run.results), stopped)


def merge_package(
    workspace: Workspace, path: Path, *, trust: Trust = _NO_TRUST, dry_run: bool = False
) -> PackageResult:
    """Merge one package, or say why not."""
    return merge_packages(workspace, [path], trust=trust, dry_run=dry_run).packages[0]


def take_package(
    workspace: Workspace, path: Path, *, trust: Trust = _NO_TRUST, keys: Keys = _NO_KEYS
) -> PackageResult:
    """Merge a package of which one file is named.

    Raises PackageError; nothing is written then.
    """
    with open_package(workspace, path, keys) as package:
        known = _described(workspace, package)
        _accept(workspace, package, trust)
        result = _take_in(workspace, package, known, dry_run=False)
        _remember(workspace, package)
        return result


def _together(changes: Sequence[Changes]) -> Changes:
    kinds = frozenset[str]().union(*(c.kinds for c in changes))
    return Changes("merge", "", kinds, frozenset[str]().union(*(c.providers for c in changes)))


class _Run:
    """Files one after another; volumes wait for the rest of their package."""

    def __init__(self, workspace: Workspace, trust: Trust, keys: Keys, *, dry_run: bool) -> None:
        self._workspace = workspace
        self._trust = trust
        self._keys = keys
        self._dry_run = dry_run
        self._waiting: dict[str, VolumeSet] = {}
        self._places: dict[str, list[int]] = {}
        self._done: dict[str, PackageResult] = {}
        self.results: list[PackageResult] = []
        """One a file, in their order."""

    def take(self, path: Path) -> None:
        """Merge the package of a file once nothing of it is missing."""
        place = len(self.results)
        try:
            volume = open_volume(self._workspace, path, self._keys)
        except PackageError as error:
            self.results.append(_refusal(PackageResult(path.name, _REFUSED, ""), error))
            return
        number = volume.number
        if number in self._done and len(volume.manifest.volumes) > 1:
            volume.close()
            self.results.append(replace(_counted(self._done[number]), file=path.name))
            return
        self.results.append(PackageResult(path.name, _REFUSED, ""))
        self._places.setdefault(number, []).append(place)
        package = self._waiting.setdefault(number, VolumeSet())
        package.add(volume)
        if not package.missing:
            self._merge(number)

    def refuse_incomplete(self) -> None:
        """Say of every package that is still waiting which of its volumes are missing."""
        for number in list(self._waiting):
            self._merge(number)

    def close(self) -> None:
        for package in self._waiting.values():
            package.close()

    def _merge(self, number: str) -> None:
        places = self._places.pop(number)
        with self._waiting.pop(number) as package:
            known = _described(self._workspace, package)
            try:
                package.refuse_missing()
                _accept(self._workspace, package, self._trust)
                result = _take_in(self._workspace, package, known, dry_run=self._dry_run)
                if not self._dry_run:
                    _remember(self._workspace, package)
            except PackageError as error:
                result = _refusal(known, error)
        self._done[number] = result
        for place in places:
            self.results[place] = replace(result, file=self.results[place].file)
            result = _counted(result)


def _counted(result: PackageResult) -> PackageResult:
    """Return it for another file of the same package: what came in is counted once."""
    return replace(result, new_revisions=0, new_evidence=0, kinds={}, conflicts=0, changes=None)


def _refusal(known: PackageResult, error: PackageError) -> PackageResult:
    status = _STATUSES.get(type(error), _REFUSED)
    return replace(known, status=status, message=str(error), error=error)


def _described(workspace: Workspace, package: VolumeSet) -> PackageResult:
    """Say what is known of a package whose signature holds, before anything is decided on it."""
    manifest = package.manifest
    here = workspace.scheme.digest if workspace.round is not None else manifest.scheme_digest
    return PackageResult(
        package.name,
        _REFUSED,
        "",
        package.number,
        manifest.person,
        manifest.device,
        manifest.device_label,
        size=package.size,
        revisions=manifest.revisions,
        evidence=len(manifest.evidence),
        same_scheme=manifest.scheme_digest == here,
    )


def _take_in(
    workspace: Workspace, package: VolumeSet, known: PackageResult, *, dry_run: bool
) -> PackageResult:
    arrival = plan_arrival(workspace, package)
    plan, wrote = arrival.plan, not dry_run and not arrival.is_empty
    providers = write_arrival(workspace, package, arrival) if wrote else set()
    changes = Changes("merge", "", frozenset(plan.kinds), frozenset(providers))
    return replace(
        known,
        status=MergeStatus.ALREADY_MERGED if arrival.is_empty else MergeStatus.MERGED,
        message=_summary(workspace, package, arrival, dry_run=dry_run),
        new_revisions=len(plan.new),
        new_evidence=len(arrival.evidence),
        kinds=dict(Counter(incoming.revision.kind for incoming in plan.new)),
        providers=tuple(sorted(providers)),
        changes=changes if wrote else None,
        conflicts=conflicts_to_come(workspace.history, plan) if dry_run else 0,
    )


def _accept(workspace: Workspace, package: VolumeSet, trust: Trust) -> None:
    """Refuse packages of another round, and of devices that nobody here said yes to."""
    manifest = package.manifest
    if workspace.round is not None and manifest.round != workspace.round.id:
        problem = _("it belongs to another round. Open that round's workspace.")
        raise OtherRoundError(file=package.name, problem=problem)
    if same_fingerprint(manifest.device, workspace.device.fingerprint):
        return
    known = TrustedDevices().find(manifest.device)
    if known is not None and known.lost:
        problem = _("its device was marked lost. Ask its owner how the package was made.")
        raise UnknownDeviceError(file=package.name, problem=problem)
    if known is not None and known.trusted:
        return
    if not trust.includes(manifest.device):
        problem = _(
            "it comes from a device that is not known here: {person}, {label}, {fingerprint}. "
            "Compare the digits by telephone, then trust it."
        )
        raise UnknownDeviceError(
            file=package.name,
            problem=problem.format(
                person=manifest.person, label=manifest.device_label, fingerprint=manifest.device
            ),
        )


def _remember(workspace: Workspace, package: VolumeSet) -> None:
    """Trust a device from now on whose package was good: somebody said yes to it.

    Its recipient is kept with it, so that packages can be encrypted to it.
    """
    manifest = package.manifest
    if same_fingerprint(manifest.device, workspace.device.fingerprint):
        return
    known = device = TrustedDevices().find(manifest.device)
    if device is None or not device.trusted:
        label = f"{manifest.person} · {manifest.device_label}"
        device = KnownDevice(manifest.device, label, trusted=True)
    device = replace(device, recipient=manifest.device_recipient or device.recipient)
    if device != known:
        TrustedDevices().remember(device)


def _summary(workspace: Workspace, package: VolumeSet, arrival: Arrival, *, dry_run: bool) -> str:
    if arrival.is_empty and _is_older(workspace, package):
        return _("It is older than what is here: everything in it is here already, and more.")
    if arrival.is_empty:
        return _("Everything in it is here already.")
    count = len(arrival.plan.new)
    sentence = (
        ngettext("{count} record would come in", "{count} records would come in", count)
        if dry_run
        else ngettext("{count} record came in", "{count} records came in", count)
    )
    text = sentence.format(count=count)
    text += _(", {count} evidence files.").format(count=len(arrival.evidence))
    if arrival.plan.forks:
        text += " " + _("A copied laptop continued the same work twice; both are kept.")
    return text


def _is_older(workspace: Workspace, package: VolumeSet) -> bool:
    """Tell whether its own device has done more since, as is known here."""
    tips = workspace.history.tips()
    for run, tip in package.manifest.tips.items():
        seq, name = tips.get(run, (tip.seq, tip.revision))
        if seq > tip.seq:
            revision, _body = workspace.history.revision(name)
            if same_fingerprint(revision.device, package.manifest.device):
                return True
    return False
