"""Providers: importing the list, and changing one part of a profile."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluator_desktop.domain.bodies import (
    PROFILE_PARTS,
    Assignment,
    Body,
    Profile,
    Provider,
)
from evaluator_desktop.domain.history import derived_entity, derived_id
from evaluator_desktop.domain.joining import Joined
from evaluator_desktop.domain.record import ProviderRecord, ProviderState
from evaluator_desktop.domain.similarity import Named, SimilarNames
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.exchange.workbooks.provider_sheet import (
    LONGEST_WORD,
    ProviderRow,
    ProviderSheet,
    read_providers,
)
from evaluator_desktop.exchange.workbooks.table import CellProblem
from evaluator_desktop.operations.edit import change, commit, heads_seen, state_seen
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.queries.similar import named_providers
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


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
    """By row: the provider that it may be, by its name or code; see domain/similarity.py."""
    planned: list[Change] = field(default_factory=list)
    personal: dict[str, bytes] = field(default_factory=dict)


def plan_import(workspace: Workspace, path: Path, *, progress: Progress = SILENT) -> ImportPlan:
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
    same: Collection[int] = (),
    progress: Progress = SILENT,
) -> ImportPlan:
    """Compare a list that was read with what is here; the rows of `leave_out` stay out.

    The rows of `same` are the provider that they are similar to, which they update; it keeps its
    name, and its code if it has one.
    """
    plan = ImportPlan(sheet, errors=list(sheet.problems))
    known = _Known.of(workspace)
    for number, row in enumerate(sheet.rows):
        progress.step(number, len(sheet.rows), row.name)
        progress.raise_if_cancelled()
        if row.row in leave_out:
            plan.skipped.append(row)
        else:
            _plan_row(workspace, plan, known, row, is_same=row.row in same)
    return plan


def carry_out(
    workspace: Workspace, plan: ImportPlan, *, progress: Progress = SILENT
) -> Changes | None:
    """Write a plan in one step, or nothing of it; None when it changes nothing."""
    if not plan.planned:
        return None
    personal = plan.personal
    return commit(workspace, "import_providers", plan.planned, personal=personal, progress=progress)


def edit_profile(
    workspace: Workspace,
    provider: str,
    part: str,
    values: Mapping[str, str | bool | None],
    *,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Change fields of one part of the profile: identity or remarks. Raises FieldsError."""
    entity = derived_entity(Profile.kind, provider, part)
    heads = heads_seen(workspace, Profile, provider, part, seen=seen)
    body = state_seen(workspace, Profile, entity, heads)
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
    """Providers that are here, and those of rows that were planned already."""

    here: set[str]
    """Withdrawn ones included: what is written again continues them."""
    by_code: dict[str, str]
    by_name: dict[str, str]
    similar: SimilarNames
    joined: Joined
    planned: dict[str, int] = field(default_factory=dict)
    """The row that speaks of a provider."""

    @classmethod
    def of(cls, workspace: Workspace) -> "_Known":
        named = named_providers(workspace)
        staying = workspace.joined.staying
        return cls(
            {*workspace.provider_ids(), *workspace.joined.everybody},
            {one.code: staying(one.id) for one in named if one.code},
            {one.name: staying(one.id) for one in named},
            SimilarNames(named),
            workspace.joined,
        )

    def find(self, row: ProviderRow) -> str | None:
        """Return the provider a row speaks of: by its code, without one by its exact name."""
        if row.code is None:
            return self.by_name.get(row.name)
        first = derived_entity(Provider.kind, row.code)
        return (
            self.joined.staying(first)
            if first in self.joined.everybody
            else self.by_code.get(row.code)
        )

    def remember(self, row: ProviderRow, provider: str) -> None:
        self.planned[provider] = row.row
        if row.code is not None:
            self.by_code[row.code] = provider
        self.by_name.setdefault(row.name, provider)
        self.similar.add(Named(provider, row.name, row.code))

    def alike(self, row: ProviderRow) -> Named | None:
        """Return the provider that a row which names none exactly may speak of."""
        found = self.similar.like(Named("", row.name, row.code))
        return next((other for other, _how in found), None)


def _plan_row(
    workspace: Workspace, plan: ImportPlan, known: _Known, row: ProviderRow, *, is_same: bool
) -> None:
    provider = known.find(row)
    if provider is None and (other := known.alike(row)):
        plan.similar[row.row] = " · ".join(filter(None, (other.name, other.code)))
        provider = workspace.joined.staying(other.id) if is_same else None
    else:
        is_same = False
    if provider in known.planned:
        message = _("row {row} speaks of the same provider. Leave one of the two.")
        _keep_out(plan, row, message.format(row=known.planned[provider]))
        return
    provider = provider or new_provider_id(workspace, row.code)
    is_here = provider in known.here
    record = workspace.record(provider, personal=True) if is_here else ProviderRecord(provider, {})
    known.remember(row, provider)
    personal: dict[str, bytes] = {}
    changes = row_changes(workspace, personal, record, row, keep_name=is_same)
    if problem := _problem(record, changes):
        _keep_out(plan, row, problem)
        return
    plan.planned += changes
    plan.personal |= personal
    rows = plan.added if record.one(Provider) is None else plan.updated if changes else plan.skipped
    rows.append(row)


def row_changes(
    workspace: Workspace,
    personal: dict[str, bytes],
    record: ProviderRecord,
    row: ProviderRow,
    *,
    keep_name: bool = False,
) -> list[Change]:
    """Return what a row changes of a provider; what it says of people goes to `personal`."""
    return [
        *_provider_changes(record, row),
        *_profile_changes(workspace, personal, record, row, keep_name=keep_name),
        *_assignments(record, row),
    ]


def new_provider_id(workspace: Workspace, code: str | None) -> str:
    """Return the id of a new provider: two laptops that record one code mean one provider."""
    return derived_entity(Provider.kind, code) if code else workspace.session.new_id()


def _keep_out(plan: ImportPlan, row: ProviderRow, message: str) -> None:
    plan.errors.append(CellProblem(row.row, plan.sheet.columns["name"], message))


def _problem(record: ProviderRecord, changes: Sequence[Change]) -> str | None:
    """Say why a row's changes cannot be made: nobody who imports a list settles a conflict."""
    if changes and record.state is ProviderState.LOCKED:
        return _("is locked (final review). A lead can unlock it with a reason.")
    if {entity.id for entity in record.conflicts} & {change.entity for change in changes}:
        return _("differs between laptops. Resolve the conflict first.")
    return None


def _change(record: ProviderRecord, entity: str, body: Body) -> Change:
    """The next state of an entity of a record, withdrawn ones included."""
    found = (e.head_ids for e in record.entities.get(body.kind, ()) if e.id == entity)
    return Change(entity, body.kind, body, next(found, ()))


def _provider_changes(record: ProviderRecord, row: ProviderRow) -> Iterable[Change]:
    """Return the provider itself where it is not here, or gets the code that it lacked."""
    if record.one(Provider) is None or (row.code and not record.code):
        yield _change(record, record.id, Provider(code=row.code))


def _profile_changes(
    workspace: Workspace,
    personal: dict[str, bytes],
    record: ProviderRecord,
    row: ProviderRow,
    *,
    keep_name: bool,
) -> Iterable[Change]:
    """Return the parts that a row changes; an empty cell leaves what is there."""
    name = None if keep_name else row.name
    said: dict[str, dict[str, str | bool | None]] = {
        "identity": {"name": name, "is_law_firm": row.is_law_firm, "address": row.address},
        "remarks": {"text": row.remarks},
    }
    if row.contact or row.phone:
        said["contacts"] = {"person": _contact(workspace, personal, record, row)}
    for part, values in said.items():
        entity = record.part(part)
        before = entity.last.body.values if entity and entity.last.body else {}
        wanted = dict.fromkeys(PROFILE_PARTS[part]) | dict(before)
        wanted |= {name: value for name, value in values.items() if value is not None}
        if wanted != before and any(value is not None for value in wanted.values()):
            body = Profile(provider=record.id, part=part, values=wanted)
            yield _change(record, derived_id(body), body)


def _contact(
    workspace: Workspace, personal: dict[str, bytes], record: ProviderRecord, row: ProviderRow
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
    personal[new] = content
    return new


def _assignments(record: ProviderRecord, row: ProviderRow) -> Iterable[Change]:
    for person in row.evaluators or ():
        if person not in record.assigned:
            body = Assignment(provider=record.id, person=person, items=None)
            yield _change(record, derived_id(body), body)
