"""Merging packages: each is verified from a copy of our own, then taken in whole or not at all."""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

import msgspec

from evaluator_desktop.errors import (
    DiskFullError,
    EvaluatorError,
    NotAvailableError,
    OtherRoundError,
    PackageError,
    PassphraseNeededError,
    StorageFailedError,
    UnknownDeviceError,
)
from evaluator_desktop.exchange.package_reader import PackageReader
from evaluator_desktop.store.device import KnownDevice, TrustedDevices, same_fingerprint
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.queries.merge import conflicts_to_come
from evaluator_desktop.store.union import Plan, plan_union, write_union
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, ngettext, size_text

_SILENT = SilentProgress()
_AGE_HEADER = b"age-encryption.org/"


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
    dry_run: bool = False,
    progress: Progress = _SILENT,
) -> MergeReport:
    """Merge packages one after another, each a transaction of its own.

    A package that cannot be merged is reported and changes nothing. Raises what the environment
    raises (DiskFullError, …) and CancelledError, unless something has come in: see `stopped`.
    """
    results: list[PackageResult] = []
    for number, path in enumerate(paths):
        progress.step(number, len(paths), path.name)
        try:
            progress.raise_if_cancelled()
            results.append(merge_package(workspace, path, trust=trust, dry_run=dry_run))
        except EvaluatorError as error:
            if not any(result.changes for result in results):
                raise
            return MergeReport(tuple(results), error)
    return MergeReport(tuple(results))


def _together(changes: Sequence[Changes]) -> Changes:
    kinds = frozenset[str]().union(*(c.kinds for c in changes))
    return Changes("merge", "", kinds, frozenset[str]().union(*(c.providers for c in changes)))


def merge_package(
    workspace: Workspace, path: Path, *, trust: Trust = _NO_TRUST, dry_run: bool = False
) -> PackageResult:
    """Merge one package, or say why not."""
    known = PackageResult(path.name, MergeStatus.REFUSED, "")
    try:
        with _staged(workspace, path) as copy, PackageReader(copy, path.name) as package:
            known = _described(workspace, package, copy.stat().st_size)
            _accept(workspace, package, trust, remember=not dry_run)
            return _take_in(workspace, package, known, dry_run=dry_run)
    except (PackageError, NotAvailableError) as error:
        status = _STATUSES.get(type(error), MergeStatus.REFUSED)
        return replace(known, status=status, message=str(error), error=error)


def take_package(
    workspace: Workspace, path: Path, *, trust: Trust = _NO_TRUST, dry_run: bool = False
) -> PackageResult:
    """Merge one package. Raises PackageError or NotAvailableError; nothing is written then."""
    with _staged(workspace, path) as copy, PackageReader(copy, path.name) as package:
        known = _described(workspace, package, copy.stat().st_size)
        _accept(workspace, package, trust, remember=not dry_run)
        return _take_in(workspace, package, known, dry_run=dry_run)


def _described(workspace: Workspace, package: PackageReader, size: int) -> PackageResult:
    """Say what is known of a package whose signature holds, before anything is decided on it."""
    manifest = package.manifest
    here = workspace.scheme.digest if workspace.round is not None else manifest.scheme_digest
    return PackageResult(
        package.name,
        MergeStatus.REFUSED,
        "",
        package.number,
        manifest.person,
        manifest.device,
        manifest.device_label,
        size=size,
        revisions=manifest.revisions,
        evidence=len(manifest.evidence),
        same_scheme=manifest.scheme_digest == here,
    )


def _take_in(
    workspace: Workspace, package: PackageReader, known: PackageResult, *, dry_run: bool
) -> PackageResult:
    try:
        plan = plan_union(workspace.database, package.revisions())
    except EvaluatorError as error:
        if isinstance(error, PackageError):
            raise
        raise PackageError(file=package.name, problem=str(error)) from error
    files = workspace.evidence_files
    lacking = [d for d in package.manifest.evidence if not files.present(d)]
    nothing = not plan.new and not lacking
    providers: set[str] = set()
    wrote = not dry_run and not nothing
    if wrote:
        providers = _write(workspace, package, plan, lacking)
    return replace(
        known,
        status=MergeStatus.ALREADY_MERGED if nothing else MergeStatus.MERGED,
        message=_summary(plan, lacking, dry_run=dry_run),
        new_revisions=len(plan.new),
        new_evidence=len(lacking),
        kinds=dict(Counter(incoming.revision.kind for incoming in plan.new)),
        providers=tuple(sorted(providers)),
        changes=Changes("merge", "", frozenset(plan.kinds), frozenset(providers))
        if wrote
        else None,
        conflicts=conflicts_to_come(workspace.history, plan) if dry_run else 0,
    )


def _write(
    workspace: Workspace, package: PackageReader, plan: Plan, lacking: Sequence[str]
) -> set[str]:
    """Backup, evidence, then all revisions in one transaction, then look whether they are there."""
    if workspace.round is not None:
        workspace.backups.make()
    for digest in lacking:
        with package.evidence(digest) as stream:
            workspace.evidence_files.add_stream(stream, package.name, expected=digest)
    before = workspace.history.count()
    with workspace.changing():
        providers = write_union(workspace.database, plan)
        providers |= _providers_of_files(workspace, lacking)
        workspace.refresh(providers, plan.kinds)
        _log(workspace, package, plan, lacking)
    if workspace.history.count() != before + len(plan.new):
        raise StorageFailedError(reason=_("what was merged could not be read again"))
    return providers


def _providers_of_files(workspace: Workspace, digests: Sequence[str]) -> set[str]:
    """Files that came later than the records that name them heal those records."""
    wanted = set(digests)
    return {
        head.body.provider
        for entity in (workspace.history.entities(kind="evidence") if wanted else ())
        for head in entity.heads
        if head.body is not None and head.body.digest in wanted
    }


def _accept(workspace: Workspace, package: PackageReader, trust: Trust, *, remember: bool) -> None:
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
    if remember:
        label = f"{manifest.person} · {manifest.device_label}"
        TrustedDevices().remember(KnownDevice(manifest.device, label, trusted=True))


@contextmanager
def _staged(workspace: Workspace, path: Path) -> Iterator[Path]:
    """Copy the package beside the store first: a stick may be pulled while we read."""
    folder = workspace.path / "staging"
    folder.mkdir(exist_ok=True)
    copy = folder / uuid4().hex
    try:
        _refuse_kind(path)
        free = shutil.disk_usage(folder).free
        if path.stat().st_size > free:
            needed = size_text(path.stat().st_size)
            raise DiskFullError(needed=needed, free=size_text(free))
        shutil.copyfile(path, copy)
        yield copy
    except OSError as error:
        problem = _("it cannot be read ({reason}).").format(reason=error.strerror)
        raise PackageError(file=path.name, problem=problem) from error
    finally:
        copy.unlink(missing_ok=True)


def _refuse_kind(path: Path) -> None:
    if not path.is_file():
        problem = _("it is not there or not a file. Check the name and the folder.")
        raise PackageError(file=str(path), problem=problem)
    if path.suffix == ".part":
        problem = _("it was not written to its end. Export it again.")
        raise PackageError(file=path.name, problem=problem)
    with path.open("rb") as stream:
        if stream.read(len(_AGE_HEADER)) == _AGE_HEADER:
            raise NotAvailableError(what=_("Reading an encrypted package"))


def _summary(plan: Plan, lacking: Sequence[str], *, dry_run: bool) -> str:
    if not plan.new and not lacking:
        return _("Everything in it is here already.")
    count = len(plan.new)
    sentence = (
        ngettext("{count} record would come in", "{count} records would come in", count)
        if dry_run
        else ngettext("{count} record came in", "{count} records came in", count)
    )
    text = sentence.format(count=count)
    text += _(", {count} evidence files.").format(count=len(lacking))
    if plan.forks:
        text += " " + _("A copied laptop continued the same work twice; both are kept.")
    return text


def _log(workspace: Workspace, package: PackageReader, plan: Plan, lacking: Sequence[str]) -> None:
    content = {
        "person": package.manifest.person,
        "device": package.manifest.device,
        "revisions": len(plan.new),
        "evidence": len(lacking),
        "by": workspace.person,
    }
    workspace.database.write_many(
        "INSERT INTO merge_log (package, file, at, content) VALUES (?, ?, ?, ?)",
        [
            (
                bytes.fromhex(package.number),
                package.name,
                workspace.session.now(),
                msgspec.json.encode(content),
            )
        ],
    )
