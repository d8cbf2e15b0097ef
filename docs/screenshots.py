"""Photograph the real window on the demo workspace, for the README, the guide and for review.

`python docs/screenshots.py` writes docs/images/<picture>-<zh|en>[-dark|-200].png, one for each
page, tab and dialog of the tables below; --page and --lang leave out the others. It works on a
screen and without one (QT_QPA_PLATFORM=offscreen). Each language and each scale runs in a process
of its own, because Qt takes its words and its scale at the start.

The pictures at 200 % have as many pixels as the others: the window is 683 × 384 large then.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTabWidget, QWidget

from evaluator_desktop.demo.story import make_demo
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import LANGUAGES, set_language
from evaluator_desktop.ui.application import make_application
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.navigation import NAVIGATION
from evaluator_desktop.ui.pages.merge.step_bar import Step, StepBar
from evaluator_desktop.ui.theme import Choice, Theme
from evaluator_desktop.ui.widgets.preview import PreviewPane
from evaluator_desktop.ui.window_settings import WindowSettings

platform.node = lambda: "laptop"  # not the name of whoever takes the pictures
IMAGES = Path(__file__).parent / "images"
TABS = {
    "verification": ("verification", "material_tab"),
    "customers": ("verification", "customers_tab"),
    "consensus": ("merge", "consensus_pane"),
    "merge": ("merge", "merge_tab"),
    "packages": ("merge", "merge_tab"),
}
"""Pictures of one tab of a page: the page and the tab."""
STEPS = {"packages": Step.PACKAGES, "merge": Step.SETTLE}
DIALOGS = {
    "departure": ("workbench", "check_departure"),
    "explanation": ("workbench", "explain"),
    "export": ("providers", "export_package"),
    "findings": ("providers", "show_findings"),
    "assigning": ("providers", "assign_providers"),
}
"""Pictures of a dialog: the page it is asked for on, and the action that opens it."""
START = "start"
PAGES = tuple(dict.fromkeys((START, *(entry.id for entry in NAVIGATION), *TABS, *DIALOGS)))
LOOKS = {1: {Choice.LIGHT: "", Choice.DARK: "-dark"}, 2: {Choice.LIGHT: "-200"}}
"""At which scale which looks are taken, and how their files end."""
ENLARGED = (START, *(entry.id for entry in NAVIGATION), "customers", "packages")
"""What is also taken at 200 %: dialogs are as large as they were, only their screen is small."""
SIZE = (1366, 768)
SCALE = "QT_SCALE_FACTOR"
MOST_BYTES = 200_000
PATIENCE_MS = 60_000
LOOK_AGAIN_MS = 20

IN_WORK, FINISHED = "云梯", "白鹭洲"
PROVIDERS = {
    **dict.fromkeys(("workbench", "departure", "explanation", "shop", "customers"), IN_WORK),
    "report": FINISHED,
}
"""Whose data a page shows; the others show everybody's."""


class Photographer:
    """A window on the demo, and what has to be in sight before a picture is taken of it."""

    def __init__(self, workspace: Path, settings: WindowSettings, theme: Theme, scale: int) -> None:
        self._desk = Desk(settings, theme)
        self._window = self._desk.window
        self._rows: list[Summary] = []
        self._subject: QWidget = self._window
        self._picture = QImage()
        self._window.resize(*(side // scale for side in SIZE))
        self._window.show()
        self._window.activateWindow()
        self._wait(self._is_still)
        self._start = self._picture
        self._desk.open(workspace)
        self._wait(lambda: self._desk.facts is not None and not self._desk.is_busy)
        self._desk.runner.store_job(_summaries, done=self._rows.extend, owner=self._desk)
        self._wait(lambda: bool(self._rows))

    def take(self, page_id: str) -> QImage:
        """Return the window with this page in front, or a dialog of it, all of it laid out."""
        if page_id == START:
            return self._start
        picture, (page_id, tab) = page_id, TABS.get(page_id, (page_id, ""))
        page_id, action = DIALOGS.get(page_id, (page_id, ""))
        if name := PROVIDERS.get(picture):
            row = next(row for row in self._rows if row.name.startswith(name))
            self._window.show_provider(page_id, row.provider)
        else:
            self._window.show_page(page_id)
        if tab:
            self._bring_tab(page_id, tab)
        if picture in STEPS and (bar := self._window.findChild(StepBar)):
            bar.step_chosen.emit(STEPS[picture])
        self._wait(lambda: self._is_shown() and self._is_still())
        return self._take_dialog(action) if action else self._picture

    def _take_dialog(self, action: str) -> QImage:
        """Return the dialog that this action opens; it is closed again."""
        self._window.menus.trigger(action)
        self._wait(lambda: QApplication.activeModalWidget() is not None)
        (dialog,) = (d for d in self._window.findChildren(QDialog) if d.isVisible())
        self._subject = dialog
        for field in dialog.findChildren(QLineEdit):
            name = Path(field.text()).name  # whose computer it was is nobody's affair
            field.setText(name if field.text().startswith(str(Path.home())) else field.text())
        self._wait(lambda: self._is_shown() and self._is_still())
        self._subject = self._window
        dialog.reject()
        return self._picture

    def _bring_tab(self, page_id: str, name: str) -> None:
        page = self._window.page(page_id)
        tabs, tab = page.findChild(QTabWidget), page.findChild(QWidget, name)
        if tabs is None or tab is None:
            raise LookupError(f"page {page_id!r} has no tab {name!r}")
        tabs.setCurrentWidget(tab)

    def leave(self) -> None:
        """Close the window."""
        self._window.close()
        self._desk.shutdown()
        self._window.deleteLater()

    def _is_shown(self) -> bool:
        panes = self._window.findChildren(PreviewPane)
        loading = any(pane.isVisible() and pane.is_loading for pane in panes)
        return not (self._desk.is_busy or loading)

    def _is_still(self) -> bool:
        """Tell whether the window looks as it did at the last look: nothing moves any more."""
        before, self._picture = self._picture, self._subject.grab().toImage()
        return before == self._picture

    def _wait(self, is_so: Callable[[], bool]) -> None:
        """Let the window work until this is so."""
        loop, clock, end = QEventLoop(), QTimer(interval=LOOK_AGAIN_MS), QTimer(singleShot=True)
        clock.timeout.connect(lambda: loop.exit() if is_so() else None)
        end.timeout.connect(lambda: loop.exit(1))
        clock.start()
        end.start(PATIENCE_MS)
        if loop.exec():
            raise TimeoutError(f"page {self._window.page_id!r} did not show its data")


def _summaries(workspace: Workspace) -> list[Summary]:
    return workspace.projections.all()


def save(picture: QImage, path: Path) -> None:
    """Save with as many colours as fit into MOST_BYTES; the window needs few but for photos."""
    picture.save(str(path))
    with Image.open(path) as image:
        full = image.convert("RGB")
    for colours in (256, 128, 64):
        full.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= MOST_BYTES:
            return
    raise ValueError(f"{path.name} is larger than {MOST_BYTES} bytes")


def photograph(language: str, pages: Sequence[str], scale: int) -> None:
    """Take all pictures of one language at one scale, which Qt has been told."""
    set_language(language)
    app, theme = make_application(sys.argv[:1], Choice.LIGHT)
    app.setCursorFlashTime(0)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        workspace = Path(folder) / "demo"
        make_demo(workspace).close()
        for choice, suffix in LOOKS[scale].items():
            theme.choose(choice)
            settings = WindowSettings(Path(folder) / choice)
            photographer = Photographer(workspace, settings, theme, scale)
            for page in pages:
                path = IMAGES / f"{page}-{language.partition('_')[0]}{suffix}.png"
                save(photographer.take(page), path)
                print(path.name, path.stat().st_size)
            photographer.leave()


def main() -> int:
    parser = argparse.ArgumentParser(description="Photograph the window on the demo.")
    parser.add_argument("--page", action="append", choices=PAGES, help="only this page")
    parser.add_argument("--lang", choices=LANGUAGES, help="only this language")
    parser.add_argument("--scale", type=int, choices=LOOKS, help="only this scale")
    arguments = parser.parse_args()
    pages: list[str] = arguments.page or list(PAGES)
    IMAGES.mkdir(exist_ok=True)
    if arguments.lang and os.environ.get(SCALE) == str(arguments.scale):
        photograph(arguments.lang, pages, arguments.scale)
        return 0
    languages = [arguments.lang] if arguments.lang else list(LANGUAGES)
    scales = [arguments.scale] if arguments.scale else list(LOOKS)
    return max(_photograph_apart(lang, pages, scale) for lang in languages for scale in scales)


def _photograph_apart(language: str, pages: Sequence[str], scale: int) -> int:
    """Take the pictures of one language and scale in a process of their own; return its code."""
    wanted = [page for page in pages if scale == 1 or page in ENLARGED]
    if not wanted:
        return 0
    call = [sys.executable, __file__, *(f"--page={page}" for page in wanted)]
    call += [f"--lang={language}", f"--scale={scale}"]
    scaled = os.environ | {SCALE: str(scale)}
    return subprocess.run(call, check=False, env=scaled).returncode


if __name__ == "__main__":  # the preview process is spawned, and reads this file again
    sys.exit(main())
