"""The export dialog in the real window: contents, protection, refusals, the numbers."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.customers import add_customers
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import merge_packages
from evaluator_desktop.operations.staging import open_package
from evaluator_desktop.store import settings
from evaluator_desktop.store.device import Device, KnownDevice, TrustedDevices
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.export_dialog import ExportDialog
from evaluator_desktop.ui.services import Services
from tests.ui.blank_page import BlankPage
from tests.ui.pages.opened import PATIENCE_MS, Opened, Opener, open_page
from tests.workspaces import FEES, OTHER, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["open_page", "workspace_template"]

CUSTOMER, PHONE = "欧阳采薇", "13917204486"
Show = Callable[..., "Export"]


class Export:
    """The dialog, and what a person does with it."""

    def __init__(self, opened: Opened, dialog: ExportDialog) -> None:
        self.opened, self.dialog, self.ui = opened, dialog, dialog.ui

    def choose(self, *buttons: QRadioButton) -> None:
        for button in buttons:
            button.click()
        self.opened.settle()

    def export(self, target: Path | None = None) -> None:
        if target is not None:
            self.ui.target_edit.setText(str(target))
        self.ui.export_button.click()
        self.wait()

    def wait(self) -> None:
        """A passphrase takes its time, on purpose."""
        runner = self.opened.runner
        for _round in range(2):
            QApplication.processEvents()
            self.opened.qtbot.waitUntil(lambda: not runner.is_busy, timeout=9 * PATIENCE_MS)

    def tick(self, place: int, *, on: bool = True) -> None:
        view = self.ui.recipient_list if self.ui.team_box.isVisible() else self.ui.task_list
        view.item(place).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    @property
    def is_done(self) -> bool:
        return self.ui.result_page.isVisible()


@pytest.fixture
def show(open_page: Opener, workspace_template: Path, tmp_path: Path) -> Show:
    """Open the dialog on a workspace on which this was done before."""

    def show_it(
        work: Callable[[Workspace], object] = lambda _workspace: None, role: str = "lead"
    ) -> Export:
        path = tmp_path / "own"
        shutil.copytree(workspace_template, path)
        with Workspace.open(path) as workspace:
            add_customers(workspace, PROVIDER, [(CUSTOMER, PHONE)])
            work(workspace)
            workspace.settings.put({settings.ROLE: role})
        opened = open_page(path, "merge", BlankPage)
        services = opened.window._services
        assert isinstance(services, Services)
        dialog = ExportDialog(services, opened.window)
        dialog.open()
        opened.settle()
        return Export(opened, dialog)

    return show_it


def merged_into(template: Path, package: Path, folder: Path, keys: Keys) -> Workspace:
    shutil.copytree(template, folder)
    workspace = Workspace.open(folder)
    report = merge_packages(workspace, [package], keys=keys)
    assert report.packages[0].error is None, report.packages[0].message
    return workspace


def problem(field: QWidget) -> str:
    return field.accessibleDescription() if field.property("problem") else ""


def test_it_opens_as_high_as_what_it_shows(show: Show) -> None:
    dialog = show().dialog

    height = dialog.height()
    dialog.reject()

    assert height < dialog.minimumSizeHint().height() + 120


def test_everything_in_the_open(show: Show, tmp_path: Path) -> None:
    export, target = show(), tmp_path / "all.evpkg"
    assert "KB" in export.ui.estimate_label.text()

    export.export(target)

    ui = export.ui
    assert export.is_done
    assert "all.evpkg" in ui.result_label.text()
    assert ui.left_out_label.isVisible()
    assert "拔出" in ui.safe_label.text() or "remove" in ui.safe_label.text()
    assert CUSTOMER.encode() not in target.read_bytes()
    export.opened.click(ui.copy_button)
    copied = QApplication.clipboard().text().splitlines()
    assert [len(line.split()[1]) for line in copied[1:]] == [64]
    assert len(copied[0].split()[-1]) == 64


def test_nothing_is_overwritten_and_it_is_said_at_the_field(show: Show, tmp_path: Path) -> None:
    export, there = show(), tmp_path / "there.evpkg"
    there.write_text("mine")

    export.export(there)

    assert not export.is_done
    assert "there.evpkg" in problem(export.ui.target_edit)
    assert there.read_text() == "mine"
    export.ui.target_edit.setText(str(tmp_path / "new.evpkg"))
    assert problem(export.ui.target_edit) == ""
    export.export()
    assert export.is_done


def test_by_a_passphrase_typed_twice(show: Show, workspace_template: Path, tmp_path: Path) -> None:
    export, target = show(), tmp_path / "secret.evpkg"
    ui = export.ui
    export.choose(ui.passphrase_button)
    export.export(target)
    assert problem(ui.repeat_edit)
    ui.passphrase_edit.setText("杏花春雨江南小巷")
    assert ui.strength_label.text()
    ui.repeat_edit.setText("杏花春雨江南")
    export.export()
    assert problem(ui.repeat_edit)
    assert not target.exists()

    ui.repeat_edit.setText("杏花春雨江南小巷")
    export.export()

    assert export.is_done
    assert not ui.left_out_label.isVisible()
    other = merged_into(workspace_template, target, tmp_path / "other", Keys("杏花春雨江南小巷"))
    with other:
        found = other.record(PROVIDER, personal=True).personal or {}
        assert {person["name"] for person in found.values()} == {CUSTOMER}


def test_for_laptops_of_the_team(show: Show, workspace_template: Path, tmp_path: Path) -> None:
    zhou = Device(tmp_path / "user of zhou")
    label = "周明 · 笔记本 07"
    TrustedDevices().remember(KnownDevice(zhou.fingerprint, label, True, False, zhou.recipient))
    TrustedDevices().remember(KnownDevice("1" * 40, "陈静", trusted=True))
    TrustedDevices().remember(KnownDevice("2" * 40, "丢了", trusted=False, lost=True))
    export, target = show(), tmp_path / "team.evpkg"
    ui = export.ui
    export.choose(ui.team_button)
    lines = [ui.recipient_list.item(n).text() for n in range(ui.recipient_list.count())]
    assert len(lines) == 3
    assert lines[1].startswith(label)
    assert zhou.fingerprint[:5] in lines[1]
    assert not ui.recipient_list.item(2).flags() & Qt.ItemFlag.ItemIsEnabled

    export.export(target)
    assert problem(ui.recipients_edit)
    ui.recipients_edit.setText("age1abc")
    export.export()
    assert "age1" in problem(ui.recipients_edit)
    ui.recipients_edit.clear()
    export.tick(1)
    export.export()

    assert export.is_done
    other = merged_into(workspace_template, target, tmp_path / "o", Keys(None, (zhou.identity,)))
    other.close()


def test_a_task_of_some_of_the_providers(show: Show, tmp_path: Path) -> None:
    def assign(workspace: Workspace) -> None:
        steps.assign(workspace, ZHOU, [PROVIDER, OTHER], [STAFF])
        evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"staff")
        evidence.add_content(workspace, OTHER, FEES, "价目.pdf", b"prices")

    export, target = show(assign), tmp_path / "task.evpkg"
    ui = export.ui
    export.choose(ui.task_button)
    assert ui.task_combo.currentText() == ZHOU
    assert ui.task_list.count() == 2
    for place in range(2):
        export.tick(place, on=False)
    export.export(target)
    assert problem(ui.task_combo)
    texts = [ui.task_list.item(n).text() for n in range(2)]
    export.tick(next(n for n, text in enumerate(texts) if "苏州" in text))

    export.export()

    assert export.is_done

    def task(workspace: Workspace) -> tuple[str, list[str], int]:
        with open_package(workspace, target, Keys()) as package:
            found = package.manifest.task
            assert found is not None
            return found.person, found.providers, len(package.manifest.evidence)

    assert export.opened.ask(task) == (ZHOU, [OTHER], 1)


def test_nothing_is_assigned(show: Show, tmp_path: Path) -> None:
    export = show()
    export.choose(export.ui.task_button)

    export.export(tmp_path / "task.evpkg")

    assert problem(export.ui.task_combo)
    assert not (tmp_path / "task.evpkg").exists()


def test_tasks_are_the_leads(show: Show) -> None:
    assert not show(role="evaluator").ui.task_button.isVisible()


def test_what_the_receiver_has_stays_here(show: Show, tmp_path: Path) -> None:
    theirs, target = tmp_path / "theirs.evpkg", tmp_path / "new.evpkg"
    export = show(lambda workspace: export_package(workspace, theirs))
    ui = export.ui
    export.choose(ui.since_button)
    export.export(target)
    assert problem(ui.since_edit)
    (tmp_path / "no package.evpkg").write_bytes(b"no package")
    ui.since_edit.setText(str(tmp_path / "no package.evpkg"))
    export.export()
    assert "no package.evpkg" in problem(ui.since_edit)
    ui.since_edit.setText(str(theirs))

    export.export()

    assert export.is_done
    assert "0 " in ui.result_label.text()


def test_a_size_of_ones_own(show: Show, tmp_path: Path) -> None:
    def add(workspace: Workspace) -> None:
        for number in range(3):
            evidence.add_content(
                workspace, PROVIDER, STAFF, f"{number}.bin", bytes([number]) * 800_000
            )

    export, ui = (found := show(add)), found.ui
    ui.volume_combo.setCurrentIndex(ui.volume_combo.count() - 1)
    ui.volume_edit.setText("zero")
    export.export(tmp_path / "x.evpkg")
    assert problem(ui.volume_edit)
    ui.volume_edit.setText("1")

    export.export()

    assert export.is_done
    assert len(list(tmp_path.glob("x.*.evpkg"))) == 3
    assert len(ui.digest_edit.toPlainText().splitlines()) == 4


def test_closing_while_it_is_written_leaves_nothing(show: Show, tmp_path: Path) -> None:
    export, target = show(), tmp_path / "x.evpkg"
    export.ui.target_edit.setText(str(target))

    export.ui.export_button.click()
    export.dialog.reject()
    export.wait()

    assert list(tmp_path.glob("x*")) == []
