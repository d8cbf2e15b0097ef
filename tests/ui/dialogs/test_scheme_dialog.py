"""The scheme of the round in the window: shown, written, and changed after its losses were seen."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.exchange.scheme_toml import write_scheme_toml
from evaluator_desktop.operations import ratings, undo
from evaluator_desktop.operations.round import read_scheme
from evaluator_desktop.paths import resource_dir
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.dialogs.scheme_dialog import SchemeDialog
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.widgets.tables import Table
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.workspaces import PROVIDER, STAFF, make_workspace

PATIENCE_MS = 20_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lead's workspace with one rating of the staff item."""
    make_workspace(tmp_path / "workspace")
    with Workspace.open(tmp_path / "workspace") as workspace:
        ratings.rate(workspace, PROVIDER, STAFF, "80")
    return tmp_path / "workspace"


@pytest.fixture
def desk(folder: Path, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(WindowSettings(tmp_path / "settings"), theme)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.start(folder)
    qtbot.waitUntil(lambda: desk.facts is not None and not desk.is_busy, timeout=PATIENCE_MS)
    yield desk
    desk.window.close()
    desk.shutdown()
    desk.window.deleteLater()
    desk.deleteLater()
    QApplication.processEvents()


Settle = Callable[[], None]


@pytest.fixture
def settle(desk: Desk, qtbot: QtBot) -> Settle:
    def wait() -> None:
        for _round in range(2):
            QApplication.processEvents()
            qtbot.waitUntil(lambda: not desk.is_busy, timeout=PATIENCE_MS)

    return wait


@pytest.fixture
def dialog(desk: Desk, settle: Settle) -> SchemeDialog:
    desk.window.menus.action("show_scheme").trigger()
    settle()
    return next(iter(desk.window.findChildren(SchemeDialog)))


def texts(table: Table) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def changed(path: Path, spoil: Callable[[dict[str, Any]], object]) -> Path:
    """A scheme file beside the shipped one."""
    document = tomllib.loads((resource_dir() / "schemes" / "shanghai-2020.toml").read_text("utf-8"))
    spoil(document)
    write_scheme_toml(load_scheme(document), path)
    return path


def swap_weights(document: dict[str, Any]) -> None:
    indicators = document["dimensions"][0]["indicators"]
    indicators[0]["items"][0]["weight_bp"] = 600
    indicators[1]["items"][0]["weight_bp"] = 400


def drop_staff(document: dict[str, Any]) -> None:
    indicators = document["dimensions"][0]["indicators"]
    del indicators[3]
    indicators[0]["items"][0]["weight_bp"] = 1000


def test_the_scheme_in_use_is_shown(dialog: SchemeDialog) -> None:
    ui = dialog.ui
    assert ui.version_tag.text() == "shanghai-2020 1.0"
    assert len(ui.meta_label.text()) > 64
    items = texts(ui.items_table)
    assert len(items) == 15
    assert items[0][0].startswith("组织建设")
    assert items[0][2] == "5.00%"
    assert items[1][0] == "", "what repeats is left out"
    last = len(items[0]) - 1
    assert ui.items_table.columnWidth(last) >= ui.items_table.sizeHintForColumn(last)
    assert len(texts(ui.parameters_table)) == 22
    assert len(texts(ui.rules_table)) == 17
    assert [row[1] for row in texts(ui.bands_table)][-3:] == ["优秀", "合格", "不合格"]
    assert not ui.tabs.isTabVisible(ui.tabs.indexOf(ui.outside_tab))


def test_it_is_written_as_a_file_to_change(
    dialog: SchemeDialog, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    dialog.export(tmp_path / "weights")
    settle()
    assert desk.facts is not None
    assert read_scheme(tmp_path / "weights.xlsx") == desk.facts.scheme
    assert "weights.xlsx" in dialog.ui.saved_label.text()
    dialog.export(tmp_path / "weights.xlsx")
    settle()
    assert dialog.ui.error_line.text(), "nothing is overwritten"


def test_a_changed_scheme_is_seen_first_and_every_page_is_made_anew(
    dialog: SchemeDialog, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    desk.window.show_provider("workbench", PROVIDER)
    settle()
    before = desk.window.page("workbench")
    dialog.read(changed(tmp_path / "new.toml", swap_weights))
    settle()
    ui = dialog.ui
    assert ui.steps.currentWidget() is ui.preview_page
    assert ui.version_edit.text() == "1.1"
    assert [row[0].count("→") for row in texts(ui.changes_table)] == [1, 1]
    assert ui.losses_box.isHidden()
    ui.version_edit.setText("2.0")
    ui.adopt_button.click()
    settle()
    assert desk.facts is not None
    assert desk.facts.scheme.version == "2.0"
    assert desk.window.page_id == "workbench"
    assert desk.window.page("workbench") is not before
    desk.runner.store_job(undo.undo)
    settle()
    assert desk.facts.scheme.version == "1.0", "undo reaches the pages as well"


def test_losses_are_listed_and_have_to_be_accepted(
    dialog: SchemeDialog, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    dialog.read(changed(tmp_path / "new.toml", drop_staff))
    settle()
    ui = dialog.ui
    assert [row[:2] for row in texts(ui.losses_table)] == [["雁栖管理咨询公司（示例）", "人员能力"]]
    assert not ui.adopt_button.isEnabled()
    ui.accept_check.setChecked(True)
    assert ui.adopt_button.isEnabled()
    ui.adopt_button.click()
    settle()
    assert desk.facts is not None
    assert len(desk.facts.scheme.items) == 14

    desk.window.menus.action("show_scheme").trigger()
    settle()
    again = desk.window.findChildren(SchemeDialog)[-1]
    assert again.ui.outside_line.text()
    assert texts(again.ui.outside_table)[0][1] == STAFF
    again.reject()


def test_what_is_wrong_is_said_with_its_place_and_nothing_changes(
    dialog: SchemeDialog, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    (tmp_path / "bad.toml").write_text("id = 'x'", encoding="utf-8")
    dialog.read(tmp_path / "bad.toml")
    settle()
    assert "version" in dialog.ui.error_line.text()
    assert dialog.ui.steps.currentWidget() is dialog.ui.overview_page
    assert desk.facts is not None
    assert desk.facts.scheme.version == "1.0"


def test_a_version_that_is_taken_is_refused_and_can_be_mended(
    dialog: SchemeDialog, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    dialog.read(changed(tmp_path / "new.toml", swap_weights))
    settle()
    dialog.ui.version_edit.setText("1.0")
    dialog.ui.adopt_button.click()
    settle()
    assert "1.0" in dialog.ui.error_line.text()
    dialog.ui.back_button.click()
    assert dialog.ui.steps.currentWidget() is dialog.ui.overview_page
    assert dialog.ui.error_line.text() == ""


def test_the_same_scheme_changes_nothing(
    dialog: SchemeDialog, tmp_path: Path, settle: Settle
) -> None:
    dialog.read(changed(tmp_path / "same.toml", lambda _document: None))
    settle()
    assert dialog.ui.steps.currentWidget() is dialog.ui.overview_page
    assert not dialog.ui.saved_label.isHidden()


def test_an_evaluator_looks_and_exports_only(desk: Desk, settle: Settle) -> None:
    desk.sit_down("周明")
    settle()
    desk.window.menus.action("show_scheme").trigger()
    settle()
    dialog = desk.window.findChildren(SchemeDialog)[-1]
    assert dialog.ui.import_button.isHidden()
    assert not dialog.ui.export_button.isHidden()
    assert dialog.ui.role_label.text()
