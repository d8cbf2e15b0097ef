"""Starting from a package: who one is, the passphrase, and what is said at which field."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.customers import add_customers
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.store.device import TrustedDevices
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.open_package_dialog import OpenPackageDialog
from tests.workspaces import CHEN, LEAD, PROVIDER, ZHOU, Laptop, laptop, workspace_template

__all__ = ["laptop", "workspace_template"]

SPRING = "杏花春雨"
PATIENCE_MS = 90_000


class Start:
    """The dialog, and what a person does with it."""

    def __init__(self, qtbot: QtBot, runner: Runner) -> None:
        self.qtbot, self.runner = qtbot, runner
        self.dialog = OpenPackageDialog(runner)
        self.ui = self.dialog.ui
        self.asked: list[tuple[Any, Path]] = []
        self.dialog.workspace_requested.connect(lambda *wanted: self.asked.append(wanted))
        qtbot.addWidget(self.dialog)
        with qtbot.waitExposed(self.dialog):
            self.dialog.show()
        self.dialog.activateWindow()

    def name(self, package: Path) -> None:
        self.ui.package_edit.setText(str(package))
        self.qtbot.keyClick(self.ui.package_edit, Qt.Key.Key_Tab)
        self.wait()

    def create(self) -> None:
        self.ui.create_button.click()
        self.wait()

    def wait(self) -> None:
        for _round in range(2):
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.runner.is_busy, timeout=PATIENCE_MS)

    @property
    def names(self) -> list[str]:
        combo = self.ui.person_combo
        return [combo.itemData(place) for place in range(combo.count())]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    runner = Runner()
    found = Start(qtbot, runner)
    found.ui.folder_edit.setText(str(tmp_path / "round"))
    yield found
    runner.shutdown()


@pytest.fixture
def lead(laptop: Laptop) -> Workspace:
    workspace = laptop("lead", LEAD, "lead")
    steps.assign(workspace, ZHOU, [PROVIDER])
    add_customers(workspace, PROVIDER, [("欧阳采薇", "13917204486")])
    return workspace


def test_a_task_names_whom_it_is_for(start: Start, lead: Workspace, tmp_path: Path) -> None:
    wishes = ExportWishes(task_person=ZHOU)
    start.name(export_package(lead, tmp_path / "task.evpkg", wishes).path)

    assert start.ui.person_combo.currentText() == ZHOU
    assert start.names == [ZHOU, LEAD, CHEN]
    digits = start.ui.sender_label.text().split()
    assert set(lead.device.fingerprint.split("-")) <= set(digits)
    start.create()

    ((opener, folder),) = start.asked
    with opener(folder) as workspace:
        assert (workspace.person, workspace.role) == (ZHOU, "evaluator")
        assert workspace.record(PROVIDER).assigned == (ZHOU,)
    assert TrustedDevices().all() == []  # it is this account's own package


def test_the_role_is_the_one_on_the_list(start: Start, lead: Workspace, tmp_path: Path) -> None:
    start.name(export_package(lead, tmp_path / "all.evpkg").path)
    assert start.ui.person_combo.currentText() == ""

    start.create()
    assert start.ui.person_combo.property("problem")
    start.ui.person_combo.setEditText(LEAD)
    assert start.ui.role_combo.currentData() == "lead"
    start.ui.person_combo.setEditText("谁也不是")
    assert start.ui.role_combo.currentData() == "evaluator"
    assert start.ui.person_hint_label.text()
    assert start.asked == []


def test_a_passphrase_is_asked_for_until_it_is_right(
    start: Start, lead: Workspace, tmp_path: Path
) -> None:
    wishes = ExportWishes(passphrase=SPRING, task_person=ZHOU)
    start.name(export_package(lead, tmp_path / "task.evpkg", wishes).path)
    assert start.ui.passphrase_edit.isVisible()
    for wrong in ("错", "还是错"):
        start.ui.passphrase_edit.setText(wrong)
        start.create()
        assert start.ui.passphrase_edit.property("problem")
    assert start.asked == []

    start.ui.passphrase_edit.setText(SPRING)
    start.create()

    ((opener, folder),) = start.asked
    with opener(folder) as workspace:
        found = workspace.record(PROVIDER, personal=True).personal or {}
        assert [person["name"] for person in found.values()] == ["欧阳采薇"]


def test_what_will_not_do_is_said_at_its_field(
    start: Start, lead: Workspace, tmp_path: Path
) -> None:
    start.create()
    assert start.ui.package_edit.property("problem")
    (tmp_path / "bad.evpkg").write_bytes(b"no package")
    start.name(tmp_path / "bad.evpkg")
    assert "bad.evpkg" in start.ui.package_edit.accessibleDescription()
    assert not start.ui.passphrase_edit.isVisible()

    start.name(export_package(lead, tmp_path / "good.evpkg").path)
    assert not start.ui.package_edit.property("problem")
    start.ui.person_combo.setEditText(ZHOU)
    start.ui.folder_edit.setText(str(tmp_path))
    start.create()
    assert start.ui.folder_edit.property("problem")
    assert start.asked == []
