"""One whole package on its way in: staged and verified, compared with the store, written.

Staging needs no store and runs on any thread; nothing is written to the store before all of it
was verified. Then come a backup, the evidence, and all rows in one transaction.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from shutil import disk_usage

import msgspec

from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.errors import StorageFailedError
from evaluator_desktop.exchange.container import BROKEN, CHANGED, refused
from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.exchange.manifest import EVIDENCE, REVISIONS
from evaluator_desktop.exchange.volumes import VolumeSet
from evaluator_desktop.operations.receiver import Receiver
from evaluator_desktop.operations.staging import staging_folder
from evaluator_desktop.operations.stepping_back import Before, state_before
from evaluator_desktop.store import personal
from evaluator_desktop.store.arriving import (
    Arriving,
    ForeignParentError,
    Incoming,
    MixedRecordError,
)
from evaluator_desktop.store.disk_space import disk_full
from evaluator_desktop.store.evidence_files import ReceivedFile
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.store.union import BrokenChainError, GapError, Plan, Union
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

_UNSOUND = (GapError, ForeignParentError, BrokenChainError, MixedRecordError)


@dataclass(frozen=True)
class Arrival:
    """A verified package: its new revisions, and the evidence that is not here."""

    package: VolumeSet
    history: Arriving
    evidence: tuple[str, ...]
    """Digests of the files."""
    files: tuple[ReceivedFile, ...]
    """Copies of them beside the stored ones; none when it is only looked at."""


@dataclass(frozen=True)
class News:
    """What a package has that is not here."""

    plan: Plan
    evidence: tuple[str, ...]
    personal: frozenset[str] = field(repr=False)
    """Digests of personal objects that nobody erased."""

    @property
    def is_empty(self) -> bool:
        return not (self.plan.new or self.evidence or self.personal)


@contextmanager
def staged(
    receiver: Receiver, package: VolumeSet, *, with_files: bool, progress: Progress
) -> Iterator[Arrival]:
    """Verify all of a package and keep what is new of it for the block. Raises PackageError."""
    with ExitStack() as stack:
        history = stack.enter_context(Arriving(staging_folder(receiver)))
        with _refusing(package):
            history.fill(_new_revisions(receiver, package, progress))
        for _object in package.personal():
            progress.raise_if_cancelled()
        lacking = _lacking(receiver, package)
        _refuse_full(receiver, sum(package.manifest.evidence[digest] for digest in lacking))
        wanted = set(lacking)
        files = []
        for digest in _each_file(package, progress) if with_files else ():
            if digest in wanted:
                files.append(stack.enter_context(_received(receiver, package, digest)))
            else:
                package.check(EVIDENCE + digest, progress)
        yield Arrival(package, history, lacking, tuple(files))


def _new_revisions(
    receiver: Receiver, package: VolumeSet, progress: Progress
) -> Iterator[Incoming]:
    """Where the manifest says that none is new, they are hashed whole and not one by one."""
    if receiver.has_all(package.manifest):
        package.check(REVISIONS, progress)
    else:
        yield from package.revisions(receiver.known, progress)


def _each_file(package: VolumeSet, progress: Progress) -> Iterator[str]:
    """Also those that are here: what was changed on its way is refused, known or not."""
    digests = package.manifest.evidence
    for number, digest in enumerate(digests):
        progress.raise_if_cancelled()
        progress.step(number, len(digests), package.name)
        yield digest


def _lacking(receiver: Receiver, package: VolumeSet) -> tuple[str, ...]:
    """A file that is here under its name is trusted only after a look at its bytes."""
    files, sizes = receiver.evidence_files, package.manifest.evidence
    return tuple(d for d, s in sizes.items() if not files.present(d, s) or files.damaged(d))


def _refuse_full(receiver: Receiver, needed: int) -> None:
    """Say before the first byte is copied that there is no room. Raises DiskFullError."""
    if needed > disk_usage(receiver.path).free:
        raise disk_full(receiver.path, needed)


@contextmanager
def _refusing(package: VolumeSet) -> Iterator[None]:
    """What is wrong with its history refuses the package."""
    try:
        yield
    except _UNSOUND as error:
        raise PackageError(file=package.name, problem=str(error)) from error


@contextmanager
def _received(receiver: Receiver, package: VolumeSet, digest: str) -> Iterator[ReceivedFile]:
    """Copy one file beside the stored ones; unless it is put there, it goes with the block."""
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(package.evidence(digest))
            receiving = receiver.evidence_files.receive(stream, package.name)
            file = stack.enter_context(receiving)
        except BROKEN as error:
            raise refused(package.name, CHANGED, part=EVIDENCE + digest) from error
        if file.digest != digest:
            raise refused(package.name, CHANGED, part=EVIDENCE + digest)
        yield file


def compare(workspace: Workspace, arrival: Arrival, union: Union) -> News:
    """Find out what of it is new in the store. Raises PackageError."""
    package, database = arrival.package, workspace.database
    tips = {tip.revision for tip in package.manifest.tips.values()}
    with _refusing(package):
        plan = union.plan(tips=tips, sender=package.manifest.person)
    erased = personal.purged(database) | plan.purged
    objects = frozenset(
        digest
        for digest, _content in package.personal()
        if digest not in erased and not personal.is_here(database, digest)
    )
    return News(plan, arrival.evidence, objects)


def write_arrival(
    workspace: Workspace,
    arrival: Arrival,
    union: Union,
    news: News,
    progress: Progress,
    batch: str = "",
) -> frozenset[str]:
    """Write it and look whether it is there; returns the providers it touched.

    Packages of one `batch` are taken back together (see stepping_back.py).
    """
    plan, database = news.plan, workspace.database
    state = state_before(workspace, batch)
    before = workspace.history.count()
    with workspace.evidence_files.adding(arrival.files), workspace.changing():
        providers = union.write(progress.raise_if_cancelled)
        providers |= _providers_of_files(workspace, set(news.evidence))
        personal.insert(
            database, (one for one in arrival.package.personal() if one[0] in news.personal)
        )
        erased = personal.remove(database, plan.purged)
        touched = workspace.refresh(providers, plan.kinds, progress=progress)
        _log(workspace, arrival.package, news, state, batch)
    if erased:
        database.forget()
    if workspace.history.count() != before + plan.new:
        raise StorageFailedError(reason=_("what was merged could not be read again"))
    return touched


def _providers_of_files(workspace: Workspace, digests: set[str]) -> set[str]:
    """Files that came later than the records that name them heal those records."""
    bodies = workspace.history.bodies(Evidence.kind) if digests else ()
    return {body.provider for body in bodies if body.digest in digests}


def _log(
    workspace: Workspace, package: VolumeSet, news: News, state: Before | None, batch: str
) -> None:
    content: dict[str, str | int] = {
        "person": package.manifest.person,
        "device": package.manifest.device,
        "revisions": news.plan.new,
        "evidence": len(news.evidence),
        "by": workspace.person,
    }
    if state is not None:
        content |= {"backup": state.backup, "before": state.revisions, "batch": batch}
        content["after"] = workspace.history.count()
    number, name = bytes.fromhex(package.number), package.name
    row = (number, name, workspace.session.now(), msgspec.json.encode(content))
    workspace.database.write_many(
        "INSERT INTO merge_log (package, file, at, content) VALUES (?, ?, ?, ?)", [row]
    )
