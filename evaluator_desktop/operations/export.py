"""Exporting a workspace, or what a receiver does not have yet, as a package."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from unicodedata import normalize

import msgspec

from evaluator_desktop.domain.bodies import Evidence, personal_of
from evaluator_desktop.errors import FieldProblem, FieldsError, FileProblemError
from evaluator_desktop.exchange.encryption import new_seal
from evaluator_desktop.exchange.keys import Keys, check_recipients, read_passphrase
from evaluator_desktop.exchange.manifest import FORMAT, Manifest, Task, Tip
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.exchange.package_writer import Written, write_package
from evaluator_desktop.exchange.spool import (
    Cargo,
    DamagedPartError,
    spool_personal,
    spooled,
)
from evaluator_desktop.operations.staging import open_volume
from evaluator_desktop.store import ballast, personal
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


@dataclass(frozen=True)
class ExportWishes:
    """What an export is to be like; the defaults carry everything, not encrypted."""

    since: Path | None = None
    """A package of the receiver: what it shows to be there is left out."""
    task_person: str | None = None
    task_providers: tuple[str, ...] = ()
    """Provider ids; with a task and none named, those assigned to the person."""
    passphrase_file: Path | None = None
    passphrase: str | None = field(default=None, repr=False)
    """As typed, instead of a file. With either or a recipient the package is encrypted."""
    recipients: tuple[str, ...] = ()
    """Of age: age1…"""
    volume_size: int | None = None
    """In bytes; unless given, files for a medium formatted with FAT32."""


@dataclass(frozen=True)
class Prepared:
    """An export that needs the store no more: it can be written on another thread."""

    target: Path
    manifest: Manifest
    cargo: Cargo
    sign: Callable[[bytes], bytes]
    keys: Keys
    recipients: tuple[str, ...]
    volume_size: int | None
    names: Mapping[str, str]
    """Of the stored files that it carries, by digest, for people."""
    stack: ExitStack

    def write(self, *, progress: Progress = SILENT) -> Written:
        """Write the package and verify it on its medium; the spool is gone afterwards.

        Stored files that are damaged are left out and named: at the receiver they are missing
        until somebody sends them whole.
        """
        with self.stack:
            try:
                return self._written(self.cargo, progress)
            except DamagedPartError:
                damaged = self.cargo.damaged()
                if not damaged:
                    raise
            written = self._written(self.cargo.without(damaged), progress)
            return replace(written, damaged=tuple(self.names[digest] for digest in damaged))

    def _written(self, cargo: Cargo, progress: Progress) -> Written:
        is_encrypted = self.keys.passphrase is not None or self.recipients
        return write_package(
            self.target,
            self.manifest,
            cargo,
            sign=self.sign,
            progress=progress,
            seal=new_seal(self.keys.passphrase, self.recipients) if is_encrypted else None,
            volume_size=self.volume_size,
        )


def export_package(
    workspace: Workspace,
    target: Path,
    wishes: ExportWishes | None = None,
    *,
    progress: Progress = SILENT,
) -> Written:
    """Export in one go. Raises FileProblemError, DiskFullError, PackageError, CancelledError."""
    return prepare_export(workspace, target, wishes).write(progress=progress)


def prepare_export(
    workspace: Workspace, target: Path, wishes: ExportWishes | None = None
) -> Prepared:
    """Copy what is to be exported out of the store, in one short job of its thread.

    Raises FieldsError for a volume size that is none or a task of nothing, and FileProblemError.
    """
    wanted = wishes or ExportWishes()
    _check_volume_size(wanted.volume_size)
    keys, recipients = _keys(wanted), check_recipients(wanted.recipients)
    target = target.resolve()
    refuse_target(target)
    ballast.trim(workspace.path)  # what is exported passes through a file beside the database
    since, had = _receiver(workspace, wanted.since, keys)
    stack = ExitStack()
    try:
        spool = stack.enter_context(spooled(_contents(workspace, since)))
        task = task_of(workspace, wanted)
        objects = personal.objects(workspace.database, _personal(workspace, task))
        cargo = Cargo(spool, evidence_of(workspace, task, had), spool_personal(objects))
    except BaseException:
        stack.close()
        raise
    manifest = Manifest(
        format=FORMAT,
        round=workspace.info.id,
        scheme_digest=workspace.scheme.digest,
        device=workspace.device.fingerprint,
        device_key=workspace.device.public_key.hex(),
        device_label=workspace.device.label,
        person=workspace.person,
        revisions=spool.revisions,
        tips={run: Tip(seq, name) for run, (seq, name) in workspace.history.tips().items()},
        since=since,
        task=task,
        parts=[],
        volumes=[],
        device_recipient=workspace.device.recipient,
    )
    return Prepared(
        target,
        manifest,
        cargo,
        workspace.device.sign,
        keys,
        recipients,
        wanted.volume_size,
        _names(workspace, cargo.evidence),
        stack,
    )


def _check_volume_size(size: int | None) -> None:
    if size is not None and size <= 0:
        problem = _("{size} is no size. Give a number of bytes greater than 0.").format(size=size)
        raise FieldsError(_("Volume size"), [FieldProblem("", problem)])


def _keys(wishes: ExportWishes) -> Keys:
    if wishes.passphrase_file is not None:
        return Keys(read_passphrase(wishes.passphrase_file))
    return Keys(None if wishes.passphrase is None else normalize("NFC", wishes.passphrase))


def _receiver(
    workspace: Workspace, since: Path | None, keys: Keys
) -> tuple[dict[str, int] | None, set[str]]:
    """Return the last seq of each run, and the evidence, that the receiver's package shows."""
    if since is None:
        return None, set()
    with open_volume(workspace, since, keys) as package:
        if package.manifest.round != workspace.info.id:
            problem = _("it belongs to another round.")
            raise FileProblemError(file=since.name, problem=problem)
        return _had(workspace, package.manifest.tips), set(package.manifest.evidence)


def _had(workspace: Workspace, tips: Mapping[str, Tip]) -> dict[str, int]:
    """Return up to where the receiver has each run, as far as this history can tell.

    A tip that is not here says nothing of what came before it, and of a run that a copied laptop
    continued twice the numbers say nothing either: such runs are sent whole.
    """
    forked = workspace.history.forked_runs()
    here = {name for name in (tip.revision for tip in tips.values()) if _is_here(workspace, name)}
    return {r: t.seq for r, t in tips.items() if t.revision in here and r not in forked}


def _is_here(workspace: Workspace, name: str) -> bool:
    sql = "SELECT 1 FROM revision WHERE id = ?"
    return bool(workspace.database.rows(sql, bytes.fromhex(name)))


def _contents(workspace: Workspace, since: dict[str, int] | None) -> Iterator[bytes]:
    for _name, content in workspace.history.contents():
        if since is None or not _is_known(content, since):
            yield content


class _Place(msgspec.Struct):
    run: str
    seq: int


def _is_known(content: bytes, since: dict[str, int]) -> bool:
    place = msgspec.json.decode(content, type=_Place)
    return place.seq <= since.get(place.run, -1)


def task_of(workspace: Workspace, wishes: ExportWishes) -> Task | None:
    """Return the task that is wished, None for none. Raises FieldsError where it is empty."""
    if wishes.task_person is None:
        return None
    person = wishes.task_person
    providers: Sequence[str] = wishes.task_providers or [
        provider
        for provider in workspace.provider_ids()
        if person in workspace.record(provider).assigned
    ]
    if not providers:
        problem = _("nothing is assigned to {person}. Assign providers or name them.")
        raise FieldsError(_("Task"), [FieldProblem("", problem.format(person=person))])
    members = {one for provider in providers for one in workspace.joined.members(provider)}
    return Task(person=person, providers=sorted(members))


def evidence_of(
    workspace: Workspace, task: Task | None, had: Iterable[str] = ()
) -> dict[str, Path]:
    """Return the stored file of every digest that the history names and the receiver lacks."""
    wanted = None if task is None else set(task.providers)
    bodies = workspace.history.bodies(Evidence.kind)
    digests = {b.digest for b in bodies if wanted is None or b.provider in wanted}
    files = workspace.evidence_files
    return {d: files.path(d) for d in sorted(digests - set(had)) if files.present(d)}


def _names(workspace: Workspace, digests: Collection[str]) -> dict[str, str]:
    """Return what people call each of these files: its name, provider and item."""
    found = {}
    for body in workspace.history.bodies(Evidence.kind) if digests else ():
        if body.digest in digests:
            row = workspace.projections.get(workspace.joined.staying(body.provider))
            parts = (body.name, row.name if row else body.provider, body.item)
            found[body.digest] = " · ".join(parts)
    return found


def _personal(workspace: Workspace, task: Task | None) -> list[str] | None:
    """Return the digests of the personal objects that a task needs, None for all that are here."""
    if task is None:
        return None
    bodies = (
        head.body
        for provider in task.providers
        for entity in workspace.history.entities(provider=provider)
        for head in entity.heads
    )
    return sorted({digest for body in bodies for digest in personal_of(body)})
