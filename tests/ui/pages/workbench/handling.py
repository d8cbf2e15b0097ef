"""What tests do with a workbench beyond its keys: files dropped on it, the program begun again."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.pages.workbench.bench import Bench
from tests.ui.pages.workbench.conftest import Opener

SAFE_MS = 800
"""After so long typing is safe as a draft."""


def start_again(bench: Bench, open_bench: Opener) -> Bench:
    """Open the workspace as after a kill: what was typed was recorded by nobody."""
    bench.qtbot.wait(SAFE_MS)
    bench.settle()
    bench.runner.close_workspace()
    bench.settle()
    return open_bench()


def drop(bench: Bench, *paths: Path) -> None:
    """Drag files from a file manager onto the list and let them go."""
    pane = bench.page.ui.evidence_pane
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at, copy = pane.rect().center(), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(at, copy, mime, left, none)
    QApplication.sendEvent(pane, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(pane, QDropEvent(QPointF(at), copy, mime, left, none))
    bench.settle()


def write(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(f"content of {name}", "utf-8")
    return [folder / name for name in names]
