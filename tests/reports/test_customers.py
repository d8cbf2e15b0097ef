"""What a report says of customers: sample, dispositions, rate with n and interval (D7–D9)."""

from typing import Any

import pytest

from evaluator_desktop import texts
from evaluator_desktop.operations import calls, customers
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.reports.document import Table
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER

PEOPLE = [(f"客户{number:02d}有限公司", f"138{number:08d}") for number in range(40)]
NOBODY_CALLED = "No sample was drawn and nobody was called"


@pytest.fixture(autouse=True)
def _english() -> None:
    texts.set_language("en")


def said(workspace: Workspace) -> str:
    report = prepare_provider_report(workspace, PROVIDER).report
    return "\n".join(words.text for words in report.words())


def drawn(workspace: Workspace) -> list[str]:
    customers.add_customers(workspace, PROVIDER, PEOPLE)
    calls.draw(workspace, PROVIDER, 20201231)
    return [customer.id for customer in calls.drawn_customers(workspace, PROVIDER)]


def answered(workspace: Workspace, customer: str, satisfaction: int) -> None:
    answers: dict[str, Any] = {"service_real": True, "satisfaction": satisfaction}
    calls.record_call(workspace, PROVIDER, customer, "completed", **answers)


@pytest.mark.parametrize("people", [[], PEOPLE])
def test_without_sample_and_calls_it_says_so(
    workspace: Workspace, people: list[tuple[str, str]]
) -> None:
    customers.add_customers(workspace, PROVIDER, people)

    text = said(workspace)

    assert f"Customers: {len(people)} are recorded. {NOBODY_CALLED}" in text
    assert "Customers were not called (see scope)." in text


def test_d9_a_sample_is_printed_with_what_is_needed_to_draw_it_again(workspace: Workspace) -> None:
    drawn(workspace)

    text = said(workspace)

    assert "Sample of customers: 30 of 40" in text
    assert "drawn with the seed 20201231; reached so far: 0." in text
    assert "Customers: 0 of the 30 in the sample were reached." in text
    assert "Customers were not called (see scope)." in text
    assert NOBODY_CALLED not in text


def test_d7_d8_rate_n_interval_and_dispositions(workspace: Workspace) -> None:
    ids = drawn(workspace)
    for number, customer in enumerate(ids[:15]):
        answered(workspace, customer, 2 if number == 0 else 4)
    calls.record_call(workspace, PROVIDER, ids[15], "completed", service_real=False)
    calls.record_call(workspace, PROVIDER, ids[16], "refused")

    report = prepare_provider_report(workspace, PROVIDER).report
    text = "\n".join(words.text for words in report.words())

    assert (
        "Satisfied 14 of n = 15 completed interviews: satisfaction rate 93.33%, Wilson interval "
        "70.18% to 98.81%. The satisfaction rate reaches the 90% that are asked for."
    ) in text
    assert "never took place: 1." in text
    assert "Customers: 16 of the 30 in the sample were reached." in text
    assert "not called" not in text
    tables = [b for section in report.sections for b in section.blocks if isinstance(b, Table)]
    [table] = [t for t in tables if "Calls to customers" in t.caption]
    assert [row.cells[1] for row in table.rows] == ["16", "0", "1", "0", "0"]


def test_d7_a_rate_under_the_threshold(workspace: Workspace) -> None:
    ids = drawn(workspace)
    answered(workspace, ids[0], 1)

    assert "does not reach the 90% that are asked for" in said(workspace)


def test_d7_calls_without_an_interview_are_no_rate(workspace: Workspace) -> None:
    ids = drawn(workspace)
    calls.record_call(workspace, PROVIDER, ids[0], "no_answer")

    text = said(workspace)

    assert "there is no valid sample and no satisfaction rate" in text
    assert "0.00%" not in text.split("No interview was completed")[1][:200]


def test_customers_without_a_number_and_a_changed_list(workspace: Workspace) -> None:
    drawn(workspace)
    customers.add_customers(workspace, PROVIDER, [("无号码", "")])

    text = said(workspace)

    assert "The list of customers changed after the sample was drawn." in text
    assert "Customers without a number, whom nobody could call: 1 of 41." in text


def test_calls_without_a_sample(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:1])
    (customer,) = workspace.record(PROVIDER).customers
    answered(workspace, customer.id, 5)

    assert "Customers were called, but there is no sample that holds." in said(workspace)


def test_no_customer_is_named(workspace: Workspace) -> None:
    answered(workspace, drawn(workspace)[0], 5)

    text = said(workspace)

    for name, phone in PEOPLE:
        assert name not in text
        assert phone not in text
