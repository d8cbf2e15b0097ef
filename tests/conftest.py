"""What every test stands on: no screen, no user's files, Chinese, and nothing left behind."""

import gc
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports PySide6

from evaluator_desktop import texts
from evaluator_desktop.ui.garbage import collect_due

_USER_FOLDERS = (
    *("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"),
    *("APPDATA", "LOCALAPPDATA", "USERPROFILE"),
)
_PATIENCE_SECONDS = 5.0


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a user of its own, with no settings and no device key yet."""
    folder = tmp_path_factory.mktemp("user")
    for name in _USER_FOLDERS:
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder


@pytest.fixture(autouse=True)
def _garbage_between_tests() -> Iterator[None]:
    """Collect as the program does: on this thread, never inside an event of Qt's."""
    gc.disable()
    yield
    collect_due()


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    texts.set_language(texts.DEFAULT_LANGUAGE)
    yield
    texts.set_language(texts.DEFAULT_LANGUAGE)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (left := _started_since(before)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not left, f"threads left behind: {left}"


def _started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    # A dummy stands for a thread of Qt's that once ran Python; Python never takes it away.
    started = set(threading.enumerate()) - before
    return [t for t in started if not isinstance(t, threading._DummyThread)]


@pytest.fixture(autouse=True)
def _no_warning_logged(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("logs_warnings"):
        return
    records = [r for phase in ("setup", "call") for r in caplog.get_records(phase)]
    loud = [r.getMessage() for r in records if r.levelno >= logging.WARNING]
    assert not loud, f"logged without being asked to (mark it logs_warnings): {loud}"


def pytest_sessionfinish() -> None:
    """Empty the clipboard: what Python put there is freed when Python is no more, and crashes."""
    from PySide6.QtGui import QGuiApplication

    if isinstance(QGuiApplication.instance(), QGuiApplication):
        QGuiApplication.clipboard().clear()
