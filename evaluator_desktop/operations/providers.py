"""Providers: importing the list, and changing one part of a profile."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluator_desktop.domain.bodies import PROFILE_PARTS, Assignment, Profile, Provider
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.exchange.workbooks.provider_sheet import (
    LONGEST_WORD,
    ProviderRow,
    ProviderSheet,
    read_providers,
)
from evaluator_desktop.exchange.workbooks.table import CellProblem
from evaluator_desktop.operations.edit import change, commit
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

_SILENT = SilentProgress()


@dataclass
class ImportPlan:
    """What a list of providers would do; nothing is written before `carry_out`."""

    sheet: ProviderSheet
    added: list[ProviderRow] = field(default_factory=list)
    updated: list[ProviderRow] = field(default_factory=list)
    skipped: list[ProviderRow] = field(default_factory=list)
    """Rows that say nothing new, or that the person leaves out."""
    errors: list[CellProblem] = field(default_factory=list)
    similar: dict[int, str] = field(default_factory=dict)
    """By row: the existing provider whose name is the same, under another code or none."""
    changes: list[Change] = field(default_factory=list)
    personal: dict[str, bytes] = field(default_factory=dict)


def plan_import(workspace: Workspace, path: Path, *, progress: Progress = _SILENT) -> ImportPlan:
    """Read a list and compare it with what is here. Raises FileProblemError."""

    def step(done: int, total: int) -> None:
        progress.raise_if_cancelled()
        progress.step(done, total, path.name)

    return plan_sheet(workspace, read_providers(path, step), progress=progress)


def plan_sheet(
    workspace: Workspace,
    sheet: ProviderSheet,
    *,
    leave_out: Collection[int] = (),
    progress: Progress = _SILENT,
) -> ImportPlan:
    """Compare a list that was read with what is here; the rows of `leave_out` stay out."""
    plan = ImportPlan(sheet, errors=list(sheet.problems))
    known = _Known.of(workspace)
    for number, row in enumerate(sheet.rows):
        progress.step(number, len(sheet.rows), row.name)
        progress.raise_if_cancelled()
        if row.row in leave_out:
            plan.skipped.append(row)
        else:
            _plan_row(workspace, plan, known, row)
    return plan


def carry_out(workspace: Workspace, plan: ImportPlan) -> Changes | None:
    """Write a plan in one step; None when it changes nothing."""
    if not plan.changes:
        return None
    return commit(workspace, "import_providers", plan.changes, personal=plan.personal)


def edit_profile(
    workspace: Workspace,
    provider: str,
    part: str,
    values: Mapping[str, str | bool | None],
    *,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Change fields of one part of the profile: identity or remarks. Raises FieldsError."""
    entity = workspace.record(provider).part(part)
    body = entity.last.body if entity else None
    so_far = dict(body.values) if body else dict.fromkeys(PROFILE_PARTS[part])
    wanted = so_far | dict(values)
    if part == "identity" and not str(wanted["name"] or "").strip():
        message = _("must not be empty")
        raise FieldsError(_("Profile"), [FieldProblem(_("name"), message)])
    if len(str(wanted.get("name") or "")) > LONGEST_WORD:
        message = _("at most {count} characters").format(count=LONGEST_WORD)
        raise FieldsError(_("Profile"), [FieldProblem(_("name"), message)])
    changed = Profile(provider=provider, part=part, values=wanted)
    return commit(workspace, "edit_profile", [change(workspace, changed, seen=seen)])


@dataclass
class _Known:
    """Providers that are here or earlier in the list, by code and by name."""

    by_code: dict[str, str]
    by_name: dict[str, tuple[str, str | None]]

    @classmethod
    def of(cls, workspace: Workspace) -> "_Known":
        rows = workspace.projections.all()
        return cls(
            {row.code: row.provider for row in rows if row.code},
            {row.name: (row.provider, row.code) for row in rows},
        )

    def find(self, row: ProviderRow) -> str | None:
        """Return the provider a row speaks of: by its code, without one by its exact name."""
        if row.code is not None:
            return self.by_code.get(row.code)
        provider, _code = self.by_name.get(row.name, (None, None))
        return provider

    def remember(self, row: ProviderRow, provider: str) -> None:
        if row.code is not None:
            self.by_code[row.code] = provider
        self.by_name.setdefault(row.name, (provider, row.code))


def _plan_row(workspace: Workspace, plan: ImportPlan, known: _Known, row: ProviderRow) -> None:
    provider = known.find(row)
    if provider is None:
        if row.name in known.by_name:
            plan.similar[row.row] = row.name
        provider = (
            derived_entity(Provider.kind, row.code) if row.code else workspace.session.new_id()
        )
        record = ProviderRecord(provider, {})
        changes = [Change(provider, Provider.kind, Provider(code=row.code))]
    else:
        record, changes = workspace.record(provider, personal=True), []
    existed = record.exists
    known.remember(row, provider)
    changes += _profile_changes(workspace, plan, record, row)
    changes += _assignments(record, row)
    plan.changes += changes
    rows = plan.added if not existed else plan.updated if changes else plan.skipped
    rows.append(row)


def _profile_changes(
    workspace: Workspace, plan: ImportPlan, record: ProviderRecord, row: ProviderRow
) -> Iterable[Change]:
    """Return the parts that a row changes; an empty cell leaves what is there."""
    said: dict[str, dict[str, str | bool | None]] = {
        "identity": {"name": row.name, "is_law_firm": row.is_law_firm, "address": row.address},
        "remarks": {"text": row.remarks},
    }
    if row.contact or row.phone:
        said["contacts"] = {"person": _contact(workspace, plan, record, row)}
    for part, values in said.items():
        entity = record.part(part)
        before = entity.last.body.values if entity and entity.last.body else {}
        wanted = dict.fromkeys(PROFILE_PARTS[part]) | dict(before)
        wanted |= {name: value for name, value in values.items() if value is not None}
        if wanted != before and any(value is not None for value in wanted.values()):
            body = Profile(provider=record.id, part=part, values=wanted)
            target = derived_entity(Profile.kind, record.id, part)
            yield Change(target, Profile.kind, body, entity.head_ids if entity else ())


def _contact(
    workspace: Workspace, plan: ImportPlan, record: ProviderRecord, row: ProviderRow
) -> str:
    """Return the digest of the contact, the one that is there when it says the same."""
    digest = record.profile_value("contacts", "person")
    before = (record.personal or {}).get(str(digest), {})
    wanted = {
        "name": row.contact or before.get("name", ""),
        "phone": row.phone or before.get("phone", ""),
    }
    if digest is not None and dict(before) == wanted:
        return str(digest)
    new, content = workspace.history.personal_object(wanted)
    plan.personal[new] = content
    return new


def _assignments(record: ProviderRecord, row: ProviderRow) -> Iterable[Change]:
    for person in row.evaluators or ():
        if person not in record.assigned:
            body = Assignment(provider=record.id, person=person, items=None)
            target = derived_entity(Assignment.kind, record.id, person)
            before = next(
                (e.head_ids for e in record.entities.get(Assignment.kind, ()) if e.id == target), ()
            )
            yield Change(target, Assignment.kind, body, before)
