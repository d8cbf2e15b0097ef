"""Importing a list of customers: one step, nothing twice, no name in the history."""

from pathlib import Path

import openpyxl
import pytest

from evaluator_desktop.domain.bodies import Customer
from evaluator_desktop.domain.contact import normalise_phone
from evaluator_desktop.errors import FileProblemError, LockedProviderError
from evaluator_desktop.exchange.workbooks.customer_sheet import CustomerRow, CustomerSheet
from evaluator_desktop.operations import customers, ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.customers import CustomerPlan
from evaluator_desktop.operations.purge import erase
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.progress import CancelledError, SilentProgress
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import OTHER, PROVIDER, stored_rows

LI, WANG, NUMBER = "丽水李记有限公司", "王庄织造厂", "13812345678"


def sheet(*people: tuple[str, str | None]) -> CustomerSheet:
    rows = tuple(CustomerRow(n, *person) for n, person in enumerate(people, start=2))
    return CustomerSheet(rows, (), (), 1, {"name": "客户名称", "phone": "联系电话"}, ())


def imported(workspace: Workspace, *people: tuple[str, str | None]) -> CustomerPlan:
    plan = customers.plan_sheet(workspace, PROVIDER, sheet(*people))
    customers.carry_out(workspace, plan)
    assert check(workspace).problems == ()
    return plan


def counts(plan: CustomerPlan) -> tuple[int, int, int, int]:
    return len(plan.added), len(plan.updated), len(plan.skipped), len(plan.errors)


def people(workspace: Workspace) -> set[tuple[str, str, bool]]:
    """Name, number and whether it can be called, of the customers that stand."""
    record = workspace.record(PROVIDER, personal=True)
    bodies = [entity.body for entity in record.customers]
    known = record.personal or {}
    return {
        (known[b.personal]["name"], known[b.personal]["phone"], b.has_number)
        for b in bodies
        if b is not None and b.personal is not None
    }


def test_a_list_comes_in(workspace: Workspace) -> None:
    assert counts(imported(workspace, (LI, NUMBER), (WANG, None))) == (2, 0, 0, 0)
    assert people(workspace) == {(LI, NUMBER, True), (WANG, "", False)}
    assert workspace.record(OTHER).customers == ()


def test_from_a_workbook(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["客户名称", "联系电话"], [LI, "+86 138 1234 5678"], [WANG, "没有"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "list.xlsx")

    plan = customers.plan_import(workspace, PROVIDER, tmp_path / "list.xlsx")
    customers.carry_out(workspace, plan)

    assert counts(plan) == (1, 0, 0, 1)
    assert people(workspace) == {(LI, NUMBER, True)}
    with pytest.raises(FileProblemError):
        customers.plan_import(workspace, PROVIDER, tmp_path / "none.xlsx")


def test_planning_can_be_stopped(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    written = book.create_sheet()
    written.append(["客户名称"])
    for number in range(600):
        written.append([f"客户{number}"])
    book.save(tmp_path / "list.xlsx")

    class Stopped(SilentProgress):
        def raise_if_cancelled(self) -> None:
            raise CancelledError

    with pytest.raises(CancelledError):
        customers.plan_import(workspace, PROVIDER, tmp_path / "list.xlsx", progress=Stopped())


def test_planning_writes_nothing(workspace: Workspace) -> None:
    before = stored_rows(workspace)

    customers.plan_sheet(workspace, PROVIDER, sheet((LI, NUMBER)))

    assert stored_rows(workspace) == before


def test_names_and_numbers_never_stand_in_the_history(workspace: Workspace) -> None:
    imported(workspace, (LI, NUMBER), (WANG, None))

    content = b"".join(content for _name, content in workspace.history.contents())
    for secret in (LI, WANG, NUMBER):
        assert secret.encode() not in content


def test_the_same_list_again_says_nothing_new(workspace: Workspace) -> None:
    imported(workspace, (LI, NUMBER), (WANG, None))
    before = stored_rows(workspace)

    plan = customers.plan_sheet(workspace, PROVIDER, sheet((LI, NUMBER), (WANG, None)))

    assert counts(plan) == (0, 0, 2, 0)
    assert customers.carry_out(workspace, plan) is None
    assert stored_rows(workspace) == before


def test_a_number_that_was_lacking_completes_a_customer(workspace: Workspace) -> None:
    imported(workspace, (WANG, None))
    (before,) = workspace.record(PROVIDER).customers

    assert counts(imported(workspace, (WANG, NUMBER))) == (0, 1, 0, 0)
    (after,) = workspace.record(PROVIDER).customers
    assert after.id == before.id
    assert people(workspace) == {(WANG, NUMBER, True)}
    assert counts(imported(workspace, (WANG, None))) == (0, 0, 1, 0)


def test_another_number_is_another_customer(workspace: Workspace) -> None:
    imported(workspace, (LI, NUMBER))

    assert counts(imported(workspace, (LI, "13900000000"), (WANG, NUMBER))) == (2, 0, 0, 0)


def test_an_import_is_one_step(workspace: Workspace) -> None:
    imported(workspace, (WANG, None))
    imported(workspace, (LI, NUMBER), (WANG, NUMBER))

    undo(workspace)

    assert people(workspace) == {(WANG, "", False)}


def test_what_was_taken_back_can_come_again(workspace: Workspace) -> None:
    imported(workspace, (LI, NUMBER))
    undo(workspace)

    assert counts(imported(workspace, (LI, NUMBER))) == (1, 0, 0, 0)
    assert people(workspace) == {(LI, NUMBER, True)}


def test_whose_data_were_erased_is_nobody_that_could_be_compared(workspace: Workspace) -> None:
    imported(workspace, (LI, NUMBER))
    (customer,) = workspace.record(PROVIDER).customers
    erase(workspace, customer=customer.id, reason="本人要求")

    assert counts(imported(workspace, (WANG, None))) == (1, 0, 0, 0)
    assert people_here(workspace) == {WANG}


def people_here(workspace: Workspace) -> set[str]:
    record = workspace.record(PROVIDER, personal=True)
    return {person["name"] for person in (record.personal or {}).values()}


def test_a_customer_in_conflict_is_left_alone(workspace: Workspace) -> None:
    imported(workspace, (WANG, None))
    (customer,) = workspace.record(PROVIDER).customers
    body = customer.body
    assert body is not None
    for removed in (True, False):
        state = Customer(PROVIDER, body.personal, False, removed, "重复" if removed else "核对")
        workspace.commit("call", [Change(customer.id, "customer", state, customer.head_ids)])
    before = stored_rows(workspace)

    plan = customers.plan_sheet(workspace, PROVIDER, sheet((WANG, NUMBER)))

    assert counts(plan) == (0, 0, 0, 1)
    assert (plan.errors[0].row, plan.errors[0].column) == (2, "客户名称")
    assert stored_rows(workspace) == before


def test_a_locked_provider_takes_no_list(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    plan = customers.plan_sheet(workspace, PROVIDER, sheet((LI, NUMBER)))
    steps.lock(workspace, PROVIDER)

    with pytest.raises(LockedProviderError):
        customers.carry_out(workspace, plan)
    with pytest.raises(LockedProviderError):
        customers.plan_sheet(workspace, PROVIDER, sheet((LI, NUMBER)))


def test_the_numbers_of_these_tests_are_in_their_one_spelling() -> None:
    assert normalise_phone(NUMBER) == NUMBER


def test_a_number_under_another_name_is_asked_about(workspace: Workspace) -> None:
    imported(workspace, (LI, NUMBER))
    rows = sheet((WANG, NUMBER), ("李先生", "13900000001"), ("李总", "13900000001"))

    plan = customers.plan_sheet(workspace, PROVIDER, rows)

    assert plan.similar == {2: LI, 4: "李先生"}
    assert len(plan.added) == 3


def test_a_row_that_is_left_out_is_skipped(workspace: Workspace) -> None:
    rows = sheet((LI, NUMBER), (WANG, NUMBER))

    plan = customers.plan_sheet(workspace, PROVIDER, rows, leave_out={3})
    customers.carry_out(workspace, plan)

    assert counts(plan) == (1, 0, 1, 0)
    assert people(workspace) == {(LI, NUMBER, True)}
