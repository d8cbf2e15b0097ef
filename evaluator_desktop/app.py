"""The window as a program: puts look, settings, desk and crash hook together, and runs them."""

import gc
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStyle

from evaluator_desktop.paths import config_dir
from evaluator_desktop.texts import set_language
from evaluator_desktop.ui.application import make_application
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.dialogs.crash_dialog import CrashHook
from evaluator_desktop.ui.garbage import collect_between_events
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.navigation import NAVIGATION
from evaluator_desktop.ui.window_settings import WindowSettings

_LOG_BYTES = 1_000_000
_SMOKE_TEST_SECONDS = 120


def run_window(
    *,
    workspace: Path | None = None,
    demo: bool = False,
    smoke_test: bool = False,
    exit_after_paint: bool = False,
    person: str | None = None,
    language: str | None = None,
) -> int:
    """Open the window and return the exit code when it has closed.

    With `workspace` that one, with `demo` a fresh demo in a temporary folder, else the one that
    was open last. `smoke_test` shows every page once on the demo: 0, or 1 when anything failed.
    `exit_after_paint` closes at the first page with its data; a workspace that cannot be opened
    ends it too, with the error on standard error and its exit code.
    """
    config_dir().mkdir(parents=True, exist_ok=True)
    settings = WindowSettings(config_dir())
    set_language(language or settings.language)
    app, theme = make_application(sys.argv[:1], settings.look)
    crashes = CrashHook()
    crashes.install()
    _log_to(config_dir() / "log.txt")
    with TemporaryDirectory(prefix="evaluator-demo-", ignore_cleanup_errors=True) as folder:
        desk = Desk(settings, theme, person=person)
        collect_between_events(desk)
        _show(desk.window)
        if demo or smoke_test:
            desk.make_demo(Path(folder) / "demo")
        else:
            desk.start(workspace)
        if smoke_test:
            _visit_every_page(desk, crashes)
        if exit_after_paint:
            desk.painted.connect(desk.window.close)
        code = app.exec()
        desk.shutdown()
    if exit_after_paint and desk.refusal is not None:
        sys.stderr.write(f"{desk.refusal}\n")
        code = desk.refusal.exit_code
    gc.freeze()  # what is left goes with the process; nothing looks through it once more
    return 1 if smoke_test and (code or crashes.count or desk.failed) else code


def _show(window: MainWindow) -> None:
    """Show the window; where it would hang over the edge of a small screen, it fills it."""
    room = window.screen().availableSize()
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    fits = window.width() <= room.width() and window.height() + title <= room.height()
    window.show() if fits or window.isMaximized() else window.showMaximized()


def _visit_every_page(desk: Desk, crashes: CrashHook) -> None:
    """Show the pages and the guide once the demo is there, then close; at a fault at once."""
    waiting = [entry.id for entry in NAVIGATION]

    def go_on() -> None:
        if crashes.count or desk.failed:
            desk.window.close()
        elif desk.facts is None or desk.is_busy:
            QTimer.singleShot(50, go_on)
        elif waiting:
            desk.window.show_page(waiting.pop(0))
            QTimer.singleShot(50, go_on)
        else:
            QTimer.singleShot(50, desk.window.close)
            desk.window.menus.trigger("guide")  # its files travel apart from the code

    go_on()
    give_up = QTimer(desk)
    give_up.setSingleShot(True)
    give_up.timeout.connect(desk.give_up)
    give_up.start(_SMOKE_TEST_SECONDS * 1000)


def _log_to(path: Path) -> None:
    """Keep what went wrong, kinds and places only, for whoever is asked for help."""
    handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("evaluator_desktop").addHandler(handler)
