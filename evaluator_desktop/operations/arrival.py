"""Taking one whole package in: what it would bring, and writing it.

Everything is verified before the first byte is written; then come a backup, the evidence, and all
rows in one transaction.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import msgspec

from evaluator_desktop.domain.bodies import Round, SchemeInUse
from evaluator_desktop.errors import EvaluatorError, PackageError, StorageFailedError
from evaluator_desktop.exchange.container import BROKEN, CHANGED, refused
from evaluator_desktop.exchange.manifest import EVIDENCE
from evaluator_desktop.exchange.volumes import VolumeSet
from evaluator_desktop.store import personal
from evaluator_desktop.store.evidence_files import ReceivedFile
from evaluator_desktop.store.union import Plan, plan_union, write_union
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


@dataclass
class Arrival:
    """What a package has that is not here."""

    plan: Plan
    evidence: list[str]
    """Digests of the files."""
    personal: dict[str, bytes] = field(repr=False)
    """Personal objects that nobody erased."""

    @property
    def is_empty(self) -> bool:
        return not (self.plan.new or self.evidence or self.personal)


def plan_arrival(workspace: Workspace, package: VolumeSet) -> Arrival:
    """Read and check everything but the evidence files. Raises PackageError."""
    try:
        tips = {tip.revision for tip in package.manifest.tips.values()}
        sender = package.manifest.person
        plan = plan_union(workspace.database, package.revisions(), tips=tips, sender=sender)
    except PackageError:
        raise
    except EvaluatorError as error:
        raise PackageError(file=package.name, problem=str(error)) from error
    _refuse_other_rounds(plan, package)
    files, database = workspace.evidence_files, workspace.database
    sizes = package.manifest.evidence
    # A file that is here under its name is trusted only after a look at its bytes.
    lacking = [d for d, size in sizes.items() if not files.present(d, size) or files.damaged(d)]
    erased = personal.purged(database) | plan.purged
    objects = {
        digest: content
        for digest, content in package.personal()
        if digest not in erased and not personal.is_here(database, digest)
    }
    return Arrival(plan, lacking, objects)


def _refuse_other_rounds(plan: Plan, package: VolumeSet) -> None:
    """A package holds one round, whatever its manifest says."""
    rounds = {r.revision.entity for r in plan.new if r.revision.kind == Round.kind}
    rounds |= {r.body.round for r in plan.new if isinstance(r.body, SchemeInUse)}
    if rounds - {package.manifest.round}:
        problem = _("it holds records of another round than it says.")
        raise PackageError(file=package.name, problem=problem)


def write_arrival(workspace: Workspace, package: VolumeSet, arrival: Arrival) -> set[str]:
    """Write it and look whether it is there; returns the providers it touched."""
    plan, database = arrival.plan, workspace.database
    with _received(workspace, package, arrival.evidence) as files:
        if workspace.round is not None:
            workspace.backups.make()
        before = workspace.history.count()
        with workspace.evidence_files.adding(files), workspace.changing():
            providers = write_union(database, plan)
            providers |= _providers_of_files(workspace, set(arrival.evidence))
            personal.insert(database, arrival.personal)
            erased = personal.remove(database, plan.purged)
            workspace.refresh(providers, plan.kinds)
            _log(workspace, package, arrival)
    if erased:
        database.forget()
    if workspace.history.count() != before + len(plan.new):
        raise StorageFailedError(reason=_("what was merged could not be read again"))
    return providers


@contextmanager
def _received(
    workspace: Workspace, package: VolumeSet, digests: list[str]
) -> Iterator[list[ReceivedFile]]:
    """Copy evidence beside the stored files; none is stored unless all are what they should be."""
    with ExitStack() as stack:
        files = []
        for digest in digests:
            try:
                with package.evidence(digest) as stream:
                    receiving = workspace.evidence_files.receive(stream, package.name)
                    file = stack.enter_context(receiving)
            except BROKEN as error:
                raise refused(package.name, CHANGED, part=EVIDENCE + digest) from error
            if file.digest != digest:
                raise refused(package.name, CHANGED, part=EVIDENCE + digest)
            files.append(file)
        yield files


def _providers_of_files(workspace: Workspace, digests: set[str]) -> set[str]:
    """Files that came later than the records that name them heal those records."""
    return {
        head.body.provider
        for entity in (workspace.history.entities(kind="evidence") if digests else ())
        for head in entity.heads
        if head.body is not None and head.body.digest in digests
    }


def _log(workspace: Workspace, package: VolumeSet, arrival: Arrival) -> None:
    content = {
        "person": package.manifest.person,
        "device": package.manifest.device,
        "revisions": len(arrival.plan.new),
        "evidence": len(arrival.evidence),
        "by": workspace.person,
    }
    number, name = bytes.fromhex(package.number), package.name
    row = (number, name, workspace.session.now(), msgspec.json.encode(content))
    workspace.database.write_many(
        "INSERT INTO merge_log (package, file, at, content) VALUES (?, ?, ?, ?)", [row]
    )
