"""The site visit: from item to item with large photos and PDFs, and adding many photos at once.

    python -m bench.visit [--photos 500] [--megapixels 12] [--pages 30] [--folder DIR]

A heartbeat on the window thread shows how long it was ever held up, and how much of its own time
it ever worked between two beats: the first counts what other programs do to it, too. Without a
screen set QT_QPA_PLATFORM=offscreen.
"""

import argparse
from collections.abc import Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.measure import apart, scratch
from bench.rounds import make_round
from bench.seat import Seat
from evaluator_desktop.operations import evidence
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.filing_dialog import FilingDialog
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage

_LOOKED_AT = 0.4
"""Seconds that a person looks at an item at least; the preview follows in them."""


class HeldUp(NamedTuple):
    """How long the window thread heard nothing at most, in seconds; `own`: of work of its own."""

    longest: float = 0.0
    own: float = 0.0


class Heartbeat(QObject):
    """Remembers the longest time that the window thread heard nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.begin()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def begin(self) -> None:
        """Forget what was."""
        self.held_up = HeldUp()
        self._last, self._used = perf_counter(), thread_time()

    def _beat(self) -> None:
        now, used = perf_counter(), thread_time()
        longest, own = self.held_up
        self.held_up = HeldUp(max(longest, now - self._last), max(own, used - self._used))
        self._last, self._used = now, used


def photo(megapixels: int) -> bytes:
    """Return a JPEG of so many megapixels that looks like something."""
    from PIL import Image

    side = round((megapixels * 1_000_000 / 12) ** 0.5)
    small = Image.effect_noise((160, 120), 60).convert("RGB")
    content = BytesIO()
    small.resize((4 * side, 3 * side)).save(content, "JPEG", quality=85)
    return content.getvalue()


def document(pages: int) -> bytes:
    """Return a PDF of so many pages of text."""
    from reportlab.pdfgen.canvas import Canvas

    content = BytesIO()
    canvas = Canvas(content)
    for page in range(pages):
        for line in range(50):
            canvas.drawString(60, 780 - 14 * line, f"Page {page + 1}, line {line + 1} " * 3)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def fill_items(workspace: Path, megapixels: int, pages: int) -> str:
    """Give every item of the first provider a photo and a document; return the provider."""
    picture, paper = photo(megapixels), document(pages)
    with Workspace.open(workspace) as opened:
        provider = opened.provider_ids()[0]
        for number, item in enumerate(opened.scheme.items):
            mark = str(number).encode()  # files of their own: the same content is linked
            evidence.add_content(opened, provider, item.id, "现场照片.jpg", picture + mark)
            evidence.add_content(opened, provider, item.id, "证明材料.pdf", paper + mark)
    return provider


def measure_items(workspace: Path, provider: str) -> tuple[list[float], HeldUp]:
    """Return the seconds from the key to the next item painted, and the longest hold-up."""
    with Seat(workspace) as seat:
        page = _workbench(seat, provider)
        go_on, beat, answers = page.commands()["next_item"], Heartbeat(), []
        for _item in range(14):
            QTest.qWait(round(_LOOKED_AT * 1000))
            before = page.ui.item_strip.current()
            start = perf_counter()
            go_on()
            seat.wait(partial(_is_elsewhere, page, before))
            page.repaint()
            answers.append(perf_counter() - start)
        seat.settle()
    return answers, beat.held_up


def measure_adding(workspace: Path, provider: str, files: Sequence[Path]) -> tuple[float, HeldUp]:
    """Return the seconds until all files are attached, and the longest hold-up meanwhile."""
    with Seat(workspace) as seat:
        page = _workbench(seat, provider)
        beat = Heartbeat()
        QTest.qWait(500)
        beat.begin()
        start = perf_counter()
        page.ui.evidence_pane.files_dropped.emit(list(files))
        seat.wait(lambda: bool(_tables()))
        QTest.keyClick(_tables()[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        seat.settle()
        return perf_counter() - start, beat.held_up


def _is_elsewhere(page: WorkbenchPage, item: str) -> bool:
    return page.ui.item_strip.current() != item


def _workbench(seat: Seat, provider: str) -> WorkbenchPage:
    seat.desk.window.show_provider("workbench", provider)
    page = seat.show("workbench")
    if not isinstance(page, WorkbenchPage):
        raise TypeError(page)
    QTest.qWait(1000)  # the preview process has started
    return page


def _tables() -> list[FilingDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, FilingDialog)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, default=500, help="how many are added at once")
    parser.add_argument("--megapixels", type=int, default=12)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--folder", type=Path, help="where to work")
    options = parser.parse_args()
    with scratch(options.folder) as folder:
        make_round(folder / "round", 20, 0)
        provider = fill_items(folder / "round", options.megapixels, options.pages)
        answers, held_up = apart(measure_items, folder / "round", provider).result
        _show("item to next item, painted, median", median(answers))
        _show("– the slowest", max(answers))
        _show_held_up(held_up)
        picture = photo(options.megapixels)
        files = [folder / f"现场照片{number}.jpg" for number in range(options.photos)]
        for number, path in enumerate(files):
            path.write_bytes(picture + str(number).encode())
        took, held_up = apart(measure_adding, folder / "round", provider, files).result
        megabytes = len(picture) * len(files) // 1_000_000
        print(f"{len(files)} photos added, {megabytes} MB: {took:.1f} s", flush=True)
        _show_held_up(held_up)


def _show_held_up(held_up: HeldUp) -> None:
    _show("– the window thread held up at most", held_up.longest)
    _show("– of its own time between two beats at most", held_up.own)


def _show(what: str, took: float) -> None:
    print(f"{what:<44}{took * 1000:8.1f} ms", flush=True)


if __name__ == "__main__":
    main()
