"""会商 and 校准 in the real window: what stands side by side, and what a lead records (D10)."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from evaluator_desktop.domain.calibration import FEWEST_CASES
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.store import settings
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.models.cell_table_model import CellTableModel
from evaluator_desktop.ui.pages.merge_page import MergePage
from evaluator_desktop.ui.widgets.cells import CELL
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import CHEN, FEES, OTHER, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["open_page", "workspace_template"]

EXPERIENCE = "organization.experience"


class Table:
    """The page with one of its tabs in front."""

    def __init__(self, opened: Opened, tab: str) -> None:
        assert isinstance(opened.page, MergePage)
        self.opened, self.page = opened, opened.page
        self.pane = opened.page.ui.consensus_pane
        self.ui = self.pane.ui
        opened.page.ui.tabs.setCurrentWidget(getattr(opened.page.ui, tab))
        opened.settle()

    def write(self, value: str, reason: str) -> None:
        self.ui.value_edit.setText(value)
        self.ui.reason_edit.setText(reason)
        self.opened.click(self.ui.record_button)

    def consensus(self, item: str = STAFF) -> str | None:
        found = self.opened.assessment().item(item).consensus
        return found.body.value if found and found.body else None


def test_a_finding_leads_to_its_tab_and_provider(
    open_page: Opener, workspace_template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "own"
    shutil.copytree(workspace_template, path)
    with Workspace.open(path) as workspace:
        for provider in (PROVIDER, OTHER):
            rate(workspace, STAFF, (ZHOU, "20"), (CHEN, "90"), to=provider)
    table = Table(open_page(path, "merge", MergePage), "merge_tab")
    assert table.page.part == ""
    for provider in (OTHER, PROVIDER):
        table.opened.window.show_page("merge/conflicts")
        assert table.page.ui.tabs.currentWidget() is table.page.ui.merge_tab
        table.opened.window.show_provider("merge/consensus", provider)
        table.opened.settle()
        assert table.page.part == "consensus"
        assert table.ui.provider_combo.currentData() == provider

    place = table.ui.provider_combo.findData(OTHER)
    table.ui.provider_combo.setCurrentIndex(place)
    table.ui.provider_combo.activated.emit(place)
    table.opened.settle()
    assert table.opened.window.provider == OTHER
    table.opened.window.show_provider("merge/consensus", PROVIDER)
    table.opened.settle()
    assert table.ui.provider_combo.currentData() == PROVIDER


def rows(model: CellTableModel) -> list[list[str]]:
    count = range(model.columnCount())
    return [[model.index(r, c).data() for c in count] for r in range(model.rowCount())]


def rate(workspace: Workspace, item: str, *values: tuple[str, str], to: str = PROVIDER) -> None:
    before = workspace.person
    for person, value in values:
        workspace.act_as(person)
        ratings.rate(workspace, to, item, value, "见材料")
    workspace.act_as(before)


@pytest.fixture
def open_table(workspace_template: Path, tmp_path: Path, open_page: Opener) -> Callable[..., Table]:
    folder = tmp_path / "lead"
    shutil.copytree(workspace_template, folder)

    def open_it(work: Callable[[Workspace], object], tab: str = "consensus_pane") -> Table:
        with Workspace.open(folder) as workspace:
            work(workspace)
        return Table(open_page(folder, "merge", MergePage), tab)

    return open_it


def disputed(workspace: Workspace) -> None:
    rate(workspace, EXPERIENCE, (ZHOU, "80"), (CHEN, "83"))
    rate(workspace, STAFF, (ZHOU, "60"), (CHEN, "90"))
    rate(workspace, FEES, (ZHOU, "na"), (CHEN, "70"))
    rate(workspace, STAFF, (ZHOU, "60"), to=OTHER)


def test_items_and_evaluators_stand_side_by_side(open_table: Callable[..., Table]) -> None:
    table = open_table(disputed)
    QAbstractItemModelTester(
        table.pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal, table.page
    )

    assert table.ui.provider_combo.count() == 1  # one person alone rated the other
    people = sorted((ZHOU, CHEN))
    model = table.pane.model
    heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert heads[1:3] == people
    given = {ZHOU: "60", CHEN: "90"}
    experience, staff, fees = rows(model)
    assert staff[1:4] == [*(given[person] for person in people), "30.00"]
    assert experience[3] == "3.00"
    assert fees[3] == "—"
    marked = [model.index(r, 0).data(CELL).icon for r in range(3)]
    assert marked == ["", "flag", "flag"]
    current = table.pane.current
    assert current is not None
    assert current.item.id == STAFF  # the first that waits
    assert table.ui.value_edit.text() == "75"  # the mean


def test_a_consensus_is_recorded_and_the_next_is_in_hand(open_table: Callable[..., Table]) -> None:
    table = open_table(disputed)

    table.write("72.5", "")
    assert table.consensus() is None
    assert table.ui.field_problem.isVisible()
    table.write("720", "复议")
    assert table.consensus() is None
    table.write("７2。5", "复议")

    assert table.consensus() == "72.5"
    item = table.opened.assessment().item(STAFF)
    assert {r.body.value for r in item.ratings if r.body} == {"60", "90"}
    current = table.pane.current
    assert current is not None
    assert current.item.id == FEES
    assert (table.ui.value_edit.text(), table.ui.reason_edit.text()) == ("70", "")
    assert not table.ui.field_problem.isVisible()


def test_keys_alone_are_enough(open_table: Callable[..., Table]) -> None:
    table = open_table(disputed)
    table.ui.line_table.setFocus()
    table.opened.press(Qt.Key.Key_Return)
    assert table.ui.value_edit.hasFocus()
    table.opened.press(Qt.Key.Key_Return)
    assert table.ui.reason_edit.hasFocus()
    table.ui.reason_edit.setText("复议")
    table.opened.press(Qt.Key.Key_Return)

    assert table.consensus() == "75"
    assert table.ui.line_table.hasFocus()


def test_a_rating_that_came_after_makes_it_wait_again(open_table: Callable[..., Table]) -> None:
    def work(workspace: Workspace) -> None:
        disputed(workspace)
        ratings.set_consensus(workspace, PROVIDER, STAFF, "72", "复议")
        rate(workspace, STAFF, (ZHOU, "65"))

    table = open_table(work)
    current = table.pane.current
    assert current is not None
    assert (current.item.id, current.is_stale) == (STAFF, True)
    assert (table.ui.value_edit.text(), table.ui.reason_edit.text()) == ("72", "复议")
    table.opened.click(table.ui.record_button)
    assert not table.opened.assessment().item(STAFF).consensus_is_stale


def test_what_is_half_typed_stays_while_something_else_is_recorded(
    open_table: Callable[..., Table],
) -> None:
    table = open_table(disputed)
    table.ui.reason_edit.setFocus()
    table.opened.qtbot.keyClicks(table.ui.reason_edit, "because")
    table.opened.ask(_rate_as_lead)

    assert table.ui.reason_edit.text() == "because"
    assert rows(table.pane.model)[0][-2] == "7.00"


def _rate_as_lead(workspace: Workspace) -> Changes:
    return ratings.rate(workspace, PROVIDER, EXPERIENCE, "87", "见材料")


def test_nobody_but_a_lead_decides(open_table: Callable[..., Table]) -> None:
    def work(workspace: Workspace) -> None:
        for item in workspace.scheme.items:
            rate(workspace, item.id, (ZHOU, "0"), (CHEN, "40"))
        workspace.act_as(ZHOU)
        steps.submit(workspace, PROVIDER)
        workspace.settings.put({settings.PERSON: ZHOU, settings.ROLE: "evaluator"})

    table = open_table(work)

    assert table.ui.provider_combo.count() == 1
    assert not table.ui.decision_bar.isEnabled()


def test_d10a_a_provider_that_is_still_hidden_is_not_offered(
    open_table: Callable[..., Table],
) -> None:
    def work(workspace: Workspace) -> None:
        disputed(workspace)
        workspace.settings.put({settings.PERSON: ZHOU, settings.ROLE: "evaluator"})

    table = open_table(work)

    assert table.ui.stack.currentWidget() is table.ui.empty_state
    table.page.ui.tabs.setCurrentWidget(table.page.ui.calibration_pane)
    table.opened.settle()
    calibration = table.page.ui.calibration_pane.ui
    assert calibration.stack.currentWidget() is calibration.empty_state


def test_calibration_says_where_there_is_too_little(open_table: Callable[..., Table]) -> None:
    table = open_table(disputed, "calibration_pane")
    pane = table.page.ui.calibration_pane

    assert "4" in pane.ui.overlap_label.text()
    assert str(FEWEST_CASES) in pane.ui.agreement_label.text()
    people = {row[0]: row[1:] for row in rows(pane.people_model)}
    assert set(people) == {ZHOU, CHEN}
    assert people[ZHOU][0] == "2"
    assert all(str(FEWEST_CASES) in row[1] for row in people.values())
    items = rows(pane.items_model)
    assert [row[1:3] for row in items] == [["1", "1"], ["1", "1"], ["1", "0"]]


def test_calibration_shows_offsets_and_agreement(open_table: Callable[..., Table]) -> None:
    def work(workspace: Workspace) -> None:
        for item in workspace.scheme.items:
            rate(workspace, item.id, (ZHOU, "60"), (CHEN, "64.5"))

    table = open_table(work, "calibration_pane")
    pane = table.page.ui.calibration_pane

    people = {row[0]: row[1:] for row in rows(pane.people_model)}
    assert people == {ZHOU: ["15", "−4.50"], CHEN: ["15", "+4.50"]}
    assert "100.00" in pane.ui.agreement_label.text()
