"""Attaching evidence to items, describing it and removing it."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import msgspec

from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.errors import UnknownEvidenceError, UnknownRequirementError
from evaluator_desktop.operations.edit import (
    change,
    commit,
    refuse_locked,
    require_reason,
    state_seen,
)
from evaluator_desktop.store.evidence_files import StoredFile
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

_SILENT = SilentProgress()


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
    progress: Progress = _SILENT,
) -> Added:
    """Attach files to an item in one step: all of them or, when one cannot be read, none.

    Raises FileProblemError naming the file, UnknownItemError, LockedProviderError.
    """
    _check_place(workspace, provider, item, requirement)
    stored = []
    for number, path in enumerate(paths):
        progress.step(number, len(paths), path.name)
        progress.raise_if_cancelled()
        stored.append((_display_name(path), workspace.stored(path)))
    return _attach(workspace, provider, item, requirement, stored, captured_on, note)


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
    _check_place(workspace, provider, item, requirement)
    stored = workspace.evidence_files.add_stream(BytesIO(content), name)
    return _attach(workspace, provider, item, requirement, [(name, stored)], captured_on, note)


def remove(
    workspace: Workspace, evidence: str, reason: str, *, seen: Sequence[str] | None = None
) -> Changes:
    """Mark evidence as removed; it stays in place with the reason, and so does its file."""
    body = find_evidence(workspace, evidence, seen)
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


def _attach(
    workspace: Workspace,
    provider: str,
    item: str,
    requirement: str | None,
    stored: Iterable[tuple[str, StoredFile]],
    captured_on: date | None,
    note: str,
) -> Added:
    added, changes = [], []
    for name, file in stored:
        body = Evidence(
            provider=provider,
            item=item,
            requirement=requirement,
            name=name,
            digest=file.digest,
            size=file.size,
            captured_on=captured_on.isoformat() if captured_on else None,
            note=note.strip(),
            origin=None,
            removed=False,
            reason="",
        )
        entity = workspace.session.new_id()
        added.append((entity, name, file))
        changes.append(Change(entity, Evidence.kind, body))
    return Added(commit(workspace, "add_evidence", changes), tuple(added))
