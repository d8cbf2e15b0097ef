"""The trusted laptops: who they are, this computer's key, one that was lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.store.device import Device, KnownDevice, TrustedDevices
from evaluator_desktop.ui.dialogs import devices_dialog
from evaluator_desktop.ui.dialogs.devices_dialog import DevicesDialog


@pytest.fixture
def runner() -> Iterator[Runner]:
    found = Runner()
    yield found
    found.shutdown()


@pytest.fixture
def zhou(tmp_path: Path) -> Device:
    """A laptop that packages came from."""
    device = Device(tmp_path / "zhou")
    TrustedDevices().remember(
        KnownDevice(
            device.fingerprint, "周明 · 笔记本 07", trusted=True, recipient=device.recipient
        )
    )
    return device


def opened(runner: Runner, qtbot: QtBot) -> DevicesDialog:
    dialog = DevicesDialog(runner)
    qtbot.addWidget(dialog)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.show()
    qtbot.waitUntil(lambda: not runner.is_busy)
    return dialog


def choose(dialog: DevicesDialog, row: int) -> None:
    dialog.ui.device_table.setCurrentIndex(dialog.model.index(row, 0))


def test_what_is_known(runner: Runner, qtbot: QtBot, zhou: Device) -> None:
    dialog = opened(runner, qtbot)

    cells = [[dialog.model.index(r, c).data() for c in range(4)] for r in range(2)]
    assert cells[0][3].split() == Device().fingerprint.split("-")
    assert cells[1][0] == "周明 · 笔记本 07"
    assert cells[1][3].split() == zhou.fingerprint.split("-")
    assert dialog.ui.own_edit.text() == Device().recipient
    dialog.ui.copy_button.click()
    assert QApplication.clipboard().text() == Device().recipient


def test_a_laptop_is_marked_lost_after_a_yes(
    runner: Runner, qtbot: QtBot, zhou: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(runner, qtbot)
    asked: list[str] = []
    choose(dialog, 0)
    assert not dialog.ui.lost_button.isEnabled()
    choose(dialog, 1)

    for yes in (False, True):

        def answer(_parent: object, text: str, _verb: str, *, yes: bool = yes) -> bool:
            asked.append(text)
            return yes

        monkeypatch.setattr(devices_dialog, "ask", answer)
        dialog.ui.lost_button.click()
        qtbot.waitUntil(lambda: not runner.is_busy)
        known = TrustedDevices().find(zhou.fingerprint)
        assert known is not None
        assert (known.lost, known.trusted) == (yes, not yes)

    assert "周明" in asked[0]
    choose(dialog, 1)
    assert not dialog.ui.lost_button.isEnabled()
    assert dialog.ui.lost_hint_label.text()
