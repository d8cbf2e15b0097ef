"""Attaching evidence to items, using it for others too, describing it and removing it."""

import os
import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import Any
from unicodedata import normalize

import msgspec

from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.domain.history import Revision
from evaluator_desktop.errors import (
    EvaluatorError,
    UnknownEvidenceError,
    UnknownRequirementError,
)
from evaluator_desktop.operations.edit import (
    change,
    commit,
    refuse_locked,
    require_reason,
    state_seen,
)
from evaluator_desktop.store.evidence_files import EvidenceFiles, ReceivedFile, StoredFile
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _, time_text

OnStore = Callable[..., Any]
"""Runs `step(workspace, *args)` on the thread that owns the workspace, and waits."""


class RemovedEvidenceError(EvaluatorError):
    """Work on what was removed, as it stood on screen."""

    code = "removed_evidence"
    sentence = N_(
        "“{name}” was removed by {person} on {moment}: {reason}. What is removed is no longer "
        "verified and cannot be removed again; add the file anew if it counts after all."
    )


@dataclass(frozen=True)
class NewFile:
    """A file of the user's, and what it is to be evidence of."""

    path: Path
    item: str
    requirement: str | None = None
    captured_on: date | None = None
    note: str = ""
    may_be_empty: bool = False
    """A file of 0 bytes is taken: the person was asked."""


@dataclass(frozen=True)
class Added:
    """What was attached: evidence ids with the stored file of each, in the order given."""

    changes: Changes
    files: tuple[tuple[str, str, StoredFile], ...]
    """(evidence id, name, stored file)."""


def add_files(
    workspace: Workspace,
    provider: str,
    item: str,
    paths: Sequence[Path],
    *,
    requirement: str | None = None,
    captured_on: date | None = None,
    note: str = "",
    progress: Progress = SILENT,
) -> Added:
    """Attach files to an item in one step: all of them or, when one cannot be read, none.

    Raises FileProblemError naming the file, UnknownItemError, LockedProviderError.
    """
    files = [NewFile(path, item, requirement, captured_on, note) for path in paths]
    return add_all(provider, files, on_store=partial(_at_once, workspace), progress=progress)


def add_all(
    provider: str,
    files: Sequence[NewFile],
    *,
    on_store: OnStore,
    progress: Progress = SILENT,
) -> Added:
    """Attach files to any items in one step, as `add_files` does; reading them needs no workspace.

    `on_store(step, *args)` runs `step(workspace, *args)` where the workspace may be touched: files
    are checked there first, and written in one step at the end.
    """
    folder: EvidenceFiles = on_store(_checked_folder, provider, files)
    with ExitStack() as parts:
        received = []
        for number, file in enumerate(files):
            progress.step(number, len(files), file.path.name)
            progress.raise_if_cancelled()
            part = folder.receive_file(file.path, may_be_empty=file.may_be_empty)
            received.append(parts.enter_context(part))
        progress.raise_if_cancelled()
        added: Added = on_store(_attach_received, provider, files, received)
    progress.step(len(files), len(files))
    return added


def add_content(
    workspace: Workspace,
    provider: str,
    item: str,
    name: str,
    content: bytes,
    *,
    requirement: str | None = None,
    captured_on: date | None = None,
    note: str = "",
) -> Added:
    """Attach bytes that never were a file, as a picture from the clipboard."""
    file = NewFile(Path(name), item, requirement, captured_on, note)
    _check_place(workspace, provider, item, requirement)
    stored = workspace.evidence_files.add_stream(BytesIO(content), name)
    return _attach(workspace, [(_body(provider, file, name, stored), stored)])


def add_marked(
    workspace: Workspace, origin: str, name: str, content: bytes, *, note: str = ""
) -> Added:
    """Attach what was made of a photo by marking it, beside the photo, which stays as it is."""
    photo = find_evidence(workspace, origin)
    _check_place(workspace, photo.provider, photo.item, photo.requirement)
    stored = workspace.evidence_files.add_stream(BytesIO(content), name)
    made = msgspec.structs.replace(
        photo, name=name, digest=stored.digest, size=stored.size, note=note.strip(), origin=origin
    )
    return _attach(workspace, [(msgspec.structs.replace(made, removed=False, reason=""), stored)])


def link(workspace: Workspace, evidence: str, places: Sequence[tuple[str, str | None]]) -> Changes:
    """Use a file for other items and requirements too, in one step: no copy, each judged apart.

    `places` are pairs of item and requirement. Raises UnknownEvidenceError.
    """
    body = find_evidence(workspace, evidence)
    for item, requirement in places:
        _check_place(workspace, body.provider, item, requirement)
    bodies = (
        msgspec.structs.replace(body, item=item, requirement=asked, removed=False, reason="")
        for item, asked in places
    )
    changes = [Change(workspace.session.new_id(), Evidence.kind, new) for new in bodies]
    return commit(workspace, "link_evidence", changes)


def remove(
    workspace: Workspace, evidence: str, reason: str, *, seen: Sequence[str] | None = None
) -> Changes:
    """Mark evidence as removed; it stays in place with the reason, and so does its file.

    Raises UnknownEvidenceError, RemovedEvidenceError, ReasonMissingError.
    """
    body = find_standing(workspace, evidence, seen)
    why = require_reason(reason, _("Removing evidence"))
    removed = msgspec.structs.replace(body, removed=True, reason=why)
    changes = [change(workspace, removed, entity=evidence, seen=seen)]
    return commit(workspace, "remove_evidence", changes)


def describe(
    workspace: Workspace,
    evidence: str,
    *,
    requirement: str | None,
    captured_on: date | None,
    note: str,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Say what a piece of evidence is for, when it was made, and what there is to note."""
    body = find_evidence(workspace, evidence, seen)
    _check_place(workspace, body.provider, body.item, requirement)
    described = msgspec.structs.replace(
        body,
        requirement=requirement,
        captured_on=captured_on.isoformat() if captured_on else None,
        note=note.strip(),
    )
    changes = [change(workspace, described, entity=evidence, seen=seen)]
    return commit(workspace, "describe_evidence", changes)


def find_evidence(
    workspace: Workspace, evidence: str, seen: Sequence[str] | None = None
) -> Evidence:
    """Return what is recorded of a piece of evidence, of heads that differ the latest claim.

    `seen` are the heads that were on screen; without them it is what is current.
    """
    is_id = re.fullmatch("[0-9a-f]{32}", evidence)
    found = state_seen(workspace, Evidence, evidence, seen) if is_id else None
    if found is None:
        raise UnknownEvidenceError(evidence=evidence)
    return found


def find_standing(
    workspace: Workspace, evidence: str, seen: Sequence[str] | None = None
) -> Evidence:
    """Return evidence as `find_evidence` does. Raises RemovedEvidenceError where it is removed."""
    body = find_evidence(workspace, evidence, seen)
    if body.removed:
        revision = _removal(workspace, evidence, seen)
        raise RemovedEvidenceError(
            name=body.name,
            person=revision.author,
            moment=time_text(datetime.fromisoformat(revision.at)),
            reason=body.reason,
        )
    return body


def _removal(workspace: Workspace, evidence: str, seen: Sequence[str] | None) -> Revision:
    """Return the step that removed a piece of evidence, the latest claim of several."""
    names = workspace.history.head_ids(evidence) if seen is None else seen
    read = (workspace.history.revision(name) for name in names)
    return max((r for r, body in read if isinstance(body, Evidence)), key=attrgetter("at"))


def _display_name(path: Path) -> str:
    """Return a file's name in NFC, with � for bytes that are no text (a GBK name on Linux)."""
    return normalize("NFC", os.fsencode(path.name).decode("utf-8", "replace"))


def _check_place(workspace: Workspace, provider: str, item: str, requirement: str | None) -> None:
    """Refuse before a file is copied what would be refused after."""
    known = workspace.scheme.item(item)
    if requirement is not None and known.requirement(requirement) is None:
        names = ", ".join(r.id for r in known.requirements) or "—"
        raise UnknownRequirementError(item=item, requirement=requirement, known=names)
    refuse_locked(workspace, provider)


def _at_once(workspace: Workspace, step: Callable[..., Any], *args: object) -> Any:
    return step(workspace, *args)


def _checked_folder(workspace: Workspace, provider: str, files: Sequence[NewFile]) -> EvidenceFiles:
    for item, requirement in dict.fromkeys((file.item, file.requirement) for file in files):
        _check_place(workspace, provider, item, requirement)
    return workspace.evidence_files


def _attach_received(
    workspace: Workspace, provider: str, files: Sequence[NewFile], received: Sequence[ReceivedFile]
) -> Added:
    with workspace.evidence_files.adding(received) as stored:
        bodies = (
            (_body(provider, file, _display_name(file.path), kept), kept)
            for file, kept in zip(files, stored, strict=True)
        )
        return _attach(workspace, list(bodies))


def _attach(workspace: Workspace, bodies: Sequence[tuple[Evidence, StoredFile]]) -> Added:
    named = [(workspace.session.new_id(), body, stored) for body, stored in bodies]
    changes = [Change(entity, Evidence.kind, body) for entity, body, _stored in named]
    files = tuple((entity, body.name, stored) for entity, body, stored in named)
    return Added(commit(workspace, "add_evidence", changes), files)


def _body(provider: str, file: NewFile, name: str, stored: StoredFile) -> Evidence:
    return Evidence(
        provider=provider,
        item=file.item,
        requirement=file.requirement,
        name=name,
        digest=stored.digest,
        size=stored.size,
        captured_on=file.captured_on.isoformat() if file.captured_on else None,
        note=file.note.strip(),
        origin=None,
        removed=False,
        reason="",
    )
