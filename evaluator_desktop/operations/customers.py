"""Customers of a provider. Names and numbers are personal objects, never part of a revision."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from evaluator_desktop.domain.bodies import Customer
from evaluator_desktop.domain.contact import normalise_phone
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.exchange.workbooks.customer_sheet import (
    CustomerRow,
    CustomerSheet,
    read_customers,
)
from evaluator_desktop.exchange.workbooks.table import CellProblem
from evaluator_desktop.operations.edit import commit, refuse_locked
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


def add_customers(
    workspace: Workspace, provider: str, people: Iterable[tuple[str, str]]
) -> Changes:
    """Record customers, given as (name, telephone number), in one step."""
    changes: list[Change] = []
    personal: dict[str, bytes] = {}
    for name, phone in people:
        customer = workspace.session.new_id()
        changes.append(_change(workspace, provider, customer, (), (name, phone), personal))
    return commit(workspace, "add_customers", changes, personal=personal)


@dataclass
class CustomerPlan:
    """What a list of customers would do; nothing is written before `carry_out`."""

    sheet: CustomerSheet
    added: list[CustomerRow] = field(default_factory=list)
    updated: list[CustomerRow] = field(default_factory=list)
    """Customers who get the number that they lacked."""
    skipped: list[CustomerRow] = field(default_factory=list)
    """Rows that say nothing new."""
    errors: list[CellProblem] = field(default_factory=list)
    similar: dict[int, str] = field(default_factory=dict)
    """By row: who has the same number under another name, in the file or recorded before."""
    planned: list[Change] = field(default_factory=list)
    personal: dict[str, bytes] = field(default_factory=dict, repr=False)


def plan_import(
    workspace: Workspace, provider: str, path: Path, *, progress: Progress = SILENT
) -> CustomerPlan:
    """Read a list and compare it with the customers of a provider.

    Customers whose names are not on this computer cannot be compared; the draw joins them later.
    Raises FileProblemError, LockedProviderError.
    """

    def step(done: int, total: int) -> None:
        progress.raise_if_cancelled()
        progress.step(done, total, path.name)

    return plan_sheet(workspace, provider, read_customers(path, step))


def plan_sheet(
    workspace: Workspace,
    provider: str,
    sheet: CustomerSheet,
    *,
    leave_out: Collection[int] = (),
) -> CustomerPlan:
    """Compare a list that was read with a provider's customers; rows of `leave_out` stay out."""
    refuse_locked(workspace, provider)
    plan = CustomerPlan(sheet, errors=list(sheet.problems))
    known = _Known.of(workspace, provider)
    for row in sheet.rows:
        if row.row in leave_out:
            plan.skipped.append(row)
        else:
            _plan_row(workspace, provider, plan, known, row)
    return plan


def carry_out(workspace: Workspace, plan: CustomerPlan) -> Changes | None:
    """Write a plan in one step; None when it changes nothing."""
    if not plan.planned:
        return None
    return commit(workspace, "import_customers", plan.planned, personal=plan.personal)


@dataclass
class _Known:
    """The customers that stand, by what their names and numbers say."""

    complete: set[tuple[str, str]]
    names: set[str]
    lacking: dict[str, Entity[Customer]]
    """Those without a number, by name."""
    in_conflict: set[str]
    names_with: dict[str, str]
    """The first name that a number stands under."""

    @classmethod
    def of(cls, workspace: Workspace, provider: str) -> "_Known":
        record = workspace.record(provider, personal=True)
        known = cls(set(), set(), {}, set(), {})
        for entity in record.customers:
            for head in entity.heads:
                person = (record.personal or {}).get((head.body and head.body.personal) or "")
                if head.body is not None and person is not None:
                    known.remember(entity, head.body, person["name"], person["phone"])
        return known

    def remember(self, entity: Entity[Customer], body: Customer, name: str, phone: str) -> None:
        self.names.add(name)
        if entity.in_conflict:
            self.in_conflict.add(name)
        if body.has_number:
            self.complete.add((name, phone))
            self.names_with.setdefault(phone, name)
        else:
            self.lacking[name] = entity


def _plan_row(
    workspace: Workspace, provider: str, plan: CustomerPlan, known: _Known, row: CustomerRow
) -> None:
    said_already = (row.name, row.phone) in known.complete
    if said_already or (row.phone is None and row.name in known.names):
        plan.skipped.append(row)
        return
    if row.name in known.in_conflict:
        message = _("differs between laptops. Resolve the conflict first.")
        plan.errors.append(CellProblem(row.row, plan.sheet.columns["name"], message))
        return
    if row.phone and (other := known.names_with.setdefault(row.phone, row.name)) != row.name:
        plan.similar[row.row] = other
    before = known.lacking.pop(row.name, None)
    entity, parents = (before.id, before.head_ids) if before else (workspace.session.new_id(), ())
    person = (row.name, row.phone or "")
    plan.planned.append(_change(workspace, provider, entity, parents, person, plan.personal))
    (plan.updated if before else plan.added).append(row)


def _change(
    workspace: Workspace,
    provider: str,
    entity: str,
    parents: tuple[str, ...],
    person: tuple[str, str],
    personal: dict[str, bytes],
) -> Change:
    """Return a customer's next state; name and number go to the personal objects."""
    name, phone = person
    number = normalise_phone(phone)
    digest, content = workspace.history.personal_object(
        {"name": normalize("NFC", name), "phone": number or phone}
    )
    personal[digest] = content
    body = Customer(
        provider=provider,
        personal=digest,
        has_number=number is not None,
        removed=False,
        reason="",
    )
    return Change(entity, Customer.kind, body, parents)
