import gc
import logging
import sys
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from evaluator_desktop.errors import StepError, crash_report
from evaluator_desktop.ui.dialogs.crash_dialog import CrashDialog, CrashHook

NAME = "张三 13812345678"


def mistake() -> StepError:
    try:
        look_up(NAME)
    except StepError as error:
        return error
    raise AssertionError


def look_up(name: str) -> object:
    try:
        return dict[str, object]()[name]
    except KeyError as error:
        raise StepError(provider=name, problem="x") from error


def test_a_report_names_places_and_no_data() -> None:
    report = crash_report(mistake())

    assert report.splitlines()[0] == "StepError"
    assert "KeyError" in report
    assert "test_crash_dialog.py" in report
    assert "mistake" in report
    assert NAME not in report
    assert "/" not in report.replace("ui/", "")


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> CrashHook:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = CrashHook()
    hook.install()
    return hook


def dialogs() -> list[CrashDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]


@pytest.mark.logs_warnings
def test_a_mistake_is_logged_and_shown_and_work_goes_on(
    hook: CrashHook, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    error = mistake()
    sys.excepthook(type(error), error, error.__traceback__)
    sys.excepthook(type(error), error, error.__traceback__)

    (dialog,) = dialogs()
    assert [r.levelno for r in caplog.records] == [logging.ERROR, logging.ERROR]
    assert NAME not in caplog.text

    assert dialog.ui.report_edit.isHidden()
    dialog.ui.details_button.click()
    assert not dialog.ui.report_edit.isHidden()
    assert dialog.ui.report_edit.toPlainText() == crash_report(error)
    dialog.ui.copy_button.click()
    assert QApplication.clipboard().text() == crash_report(error)

    dialog.ui.continue_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert dialogs() == []


@pytest.mark.logs_warnings
def test_a_closed_dialog_is_freed_and_the_next_mistake_gets_a_new_one(hook: CrashHook) -> None:
    error = mistake()
    hook.catch(type(error), error, error.__traceback__)
    seen = weakref.ref(dialogs()[0])
    gc.disable()
    dialogs()[0].reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    freed = seen() is None
    gc.enable()

    hook.catch(type(error), error, error.__traceback__)

    assert freed
    assert len(dialogs()) == 1
    dialogs()[0].reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_ctrl_c_still_ends_the_program(hook: CrashHook, capsys: pytest.CaptureFixture[str]) -> None:
    hook.catch(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert dialogs() == []
