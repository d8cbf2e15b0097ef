"""A program of its own for test_hostile_texts: a window full of hostile texts, walked through.

Run as `python -m tests.walks.hostile_walker FOLDER LANGUAGE`, so that its system calls can be
watched from outside.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolTip, QWidget

from evaluator_desktop import texts
from evaluator_desktop.paths import config_dir
from evaluator_desktop.ui.application import make_application
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.theme import Choice
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.journeys.typist import wait
from tests.walks.seeded import FIRST, seed
from tests.walks.walk import Walk

_WORD, _MOST_ROWS = 200, 6
_TRICKS = "&Amp \u202egnp.exe\u202c \u200bzero\u200dwidth "
_LONG = frozenset({"reason0", "words", "content", "draft-reason", "outcome-note", "consensus"})


def hostile(field: str) -> str:
    """Return what a person might write to make Qt read a file: markup first, then tricks."""
    text = f'<img src="/probe/{field}.png"><b>{field}</b>{_TRICKS}'
    return (text + "长" * 10_000) if field in _LONG else text[:_WORD]


def look(place: str, root: QWidget) -> None:
    """Paint everything, and show every tool tip."""
    root.grab()
    shown = [w for w in (root, *root.findChildren(QWidget)) if w.isVisible()]
    for widget in shown:
        if widget.toolTip():
            QToolTip.showText(root.mapToGlobal(QPoint(5, 5)), widget.toolTip(), widget)
            QTest.qWait(1)
        if isinstance(widget, QTableView):
            _tips(widget)
    QToolTip.hideText()


def _tips(table: QTableView) -> None:
    model, viewport = table.model(), table.viewport()
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(model.columnCount()):
            place = table.visualRect(model.index(row, column)).center()
            event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
            QApplication.sendEvent(viewport, event)
            QTest.qWait(1)


def main(folder: str, language: str) -> None:
    """Seed, walk, and say which places were seen."""
    texts.set_language(language)
    path = Path(folder) / "round"
    seed(path, hostile)
    app, theme = make_application(sys.argv[:1], Choice.LIGHT)
    desk = Desk(WindowSettings(config_dir()), theme)
    desk.window.resize(1366, 768)
    desk.window.show()
    desk.window.activateWindow()
    desk.start(path)
    wait(lambda: desk.facts is not None and not desk.is_busy)
    walk = Walk(desk, look)
    walk.go(FIRST)
    desk.window.close()
    desk.shutdown()
    sys.stdout.write("\n".join(walk.places) + "\n")
    app.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
