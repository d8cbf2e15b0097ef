"""审计 in the real window: what changed, filters, pages."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from evaluator_desktop.domain.bodies import BODIES
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.operations import customers
from evaluator_desktop.store.queries import audit
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.models.incoming_model import _PLURALS
from evaluator_desktop.ui.pages.merge import audit_pane
from evaluator_desktop.ui.pages.merge.audit_pane import AuditPane
from evaluator_desktop.ui.widgets.filter_combo import FilterCombo
from tests.ui.pages.merge_desk import Desk, facts, given, lead, open_desk, rating
from tests.ui.pages.opened import open_page
from tests.workspaces import FEES, LEAD, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["given", "lead", "open_desk", "open_page", "workspace_template"]

OpenDesk = Callable[..., Desk]


def work(workspace: Workspace) -> None:
    rating("80", STAFF, LEAD)(workspace)
    rating("85", STAFF, LEAD)(workspace)
    rating("70", FEES, ZHOU)(workspace)
    facts(purchases=9)(workspace)
    customers.add_customers(workspace, PROVIDER, [("王小明", "13812345678")])


def open_tab(open_desk: OpenDesk) -> tuple[Desk, AuditPane]:
    desk = open_desk(work)
    desk.ui.tabs.setCurrentWidget(desk.ui.audit_pane)
    desk.opened.settle()
    return desk, desk.ui.audit_pane


def rows(pane: AuditPane) -> list[list[str]]:
    model = pane.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(desk: Desk, combo: FilterCombo, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))
    desk.opened.settle()


def test_old_and_new_of_each_change(open_desk: OpenDesk) -> None:
    desk, pane = open_tab(open_desk)
    QAbstractItemModelTester(
        pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal, desk.page
    )
    choose(desk, pane.kind_combo, "rating")
    choose(desk, pane.person_combo, LEAD)

    changes = [row[5] for row in rows(pane)]

    assert any(change.endswith("80 → 85") for change in changes)
    assert {row[1] for row in rows(pane)} == {LEAD}
    assert all("雁栖" in row[2] for row in rows(pane))


def test_no_name_and_no_number_is_on_it(open_desk: OpenDesk) -> None:
    _desk, pane = open_tab(open_desk)

    said = str(rows(pane))

    assert "王小明" not in said
    assert "138" not in said
    assert "已登记" in said or "客户" in said


def test_a_provider_is_looked_for_as_in_lists(open_desk: OpenDesk) -> None:
    desk, pane = open_tab(open_desk)
    pane.search_edit.setText("szzx")
    desk.qtbot.waitUntil(lambda: "1–2" in pane.ui.note_label.text(), timeout=5000)

    assert {row[2] for row in rows(pane)} == {"苏州咨询中心（示例）"}
    pane.search_edit.setText("没有")
    desk.qtbot.waitUntil(pane.ui.empty_state.isVisible, timeout=5000)


def test_older_and_newer(open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "PAGE", 4)
    monkeypatch.setattr(audit_pane, "PAGE", 4)
    desk, pane = open_tab(open_desk)
    first = rows(pane)
    assert not pane.ui.newer_button.isEnabled()

    desk.opened.click(pane.ui.older_button)
    assert "5–8" in pane.ui.note_label.text()
    assert rows(pane) != first

    desk.opened.click(pane.ui.newer_button)
    assert rows(pane) == first


def test_every_kind_has_its_names() -> None:
    assert _PLURALS.keys() >= BODIES.keys()
    assert KIND_NAMES.keys() >= BODIES.keys()
