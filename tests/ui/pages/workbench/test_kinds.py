"""Every kind of file that is promised, dropped on the real window and looked at there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image

from evaluator_desktop.ui.widgets.preview import PreviewPane
from tests.small_pdf import small_canvas
from tests.ui.pages.workbench.bench import STAFF, Bench, Key
from tests.ui.pages.workbench.conftest import Opener
from tests.ui.pages.workbench.handling import drop

FILES = Path(__file__).parents[3] / "jobs" / "files"


@pytest.fixture
def bench(open_bench: Opener) -> Bench:
    bench = open_bench()
    bench.page.course.go_to(3)
    bench.page.course.start_item()
    return bench


def picture(path: Path) -> None:
    Image.new("RGB", (320, 200), "#b0281c").save(path)


def pdf(path: Path) -> None:
    canvas = small_canvas(path)
    for number in range(3):
        canvas.drawString(100, 700, f"page {number + 1} social insurance")
        canvas.showPage()
    canvas.save()


def book(path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["姓名", "人数"])
    workbook.worksheets[0].append(["林一帆", 12])
    workbook.save(path)


def copied(path: Path) -> None:
    found = next(FILES.glob(f"*{path.suffix}"))
    path.write_bytes(found.read_bytes())


def text(path: Path) -> None:
    path.write_bytes("姓名,人数\n林一帆,12\n".encode("gbk"))


def letter(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 no sheet")


def shown(bench: Bench, path: Path, make: Callable[[Path], None]) -> PreviewPane:
    make(path)
    drop(bench, path)
    pane = bench.page.ui.preview_pane

    def is_shown() -> bool:
        return pane.head.title_label.text() == path.name and not pane.is_loading

    bench.qtbot.waitUntil(is_shown, timeout=10_000)
    return pane


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.jpg", picture),
        ("a.png", picture),
        ("a.webp", picture),
        ("a.bmp", picture),
        ("a.heic", copied),
    ],
)
def test_pictures_are_shown(
    bench: Bench, tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    pane = shown(bench, tmp_path / name, make)

    assert pane.pages.isVisible()
    assert not pane.pages.view.pixmap.isNull()


@pytest.mark.parametrize(
    ("name", "make"), [("a.xlsx", book), ("a.xls", copied), ("a.ods", copied), ("a.csv", text)]
)
def test_sheets_are_shown(
    bench: Bench, tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    pane = shown(bench, tmp_path / name, make)

    assert pane.table.isVisible()
    model = pane.table.model()
    cells = [[model.index(row, column).data() for column in (0, 1)] for row in (0, 1)]
    assert cells == [["姓名", "人数"], ["林一帆", "12"]]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_texts_are_shown(bench: Bench, tmp_path: Path, name: str) -> None:
    pane = shown(bench, tmp_path / name, text)

    assert pane.text_edit.isVisible()
    assert "林一帆" in pane.text_edit.toPlainText()


def test_pages_of_a_pdf_are_turned_zoomed_and_searched(bench: Bench, tmp_path: Path) -> None:
    pane = shown(bench, tmp_path / "a.pdf", pdf)
    view, bar = pane.pages.view, pane.pages.page_bar
    assert bar.isVisible()
    view.setFocus()
    bench.qtbot.keyClick(view, Key.Key_PageDown)
    bench.qtbot.waitUntil(lambda: "2" in bar.page_label.text(), timeout=10_000)
    before = view.scale
    bench.qtbot.keyClick(view, Key.Key_Plus)
    assert view.scale > before
    bar.find_edit.setFocus()
    bench.qtbot.keyClicks(bar.find_edit, "social")
    bench.qtbot.keyClick(bar.find_edit, Key.Key_Return)
    bench.qtbot.waitUntil(lambda: bool(view._marks), timeout=10_000)


def test_what_cannot_be_shown_can_be_saved(bench: Bench, tmp_path: Path) -> None:
    pane = shown(bench, tmp_path / "a.docx", letter)

    assert pane.save_button.isVisible()
    assert bench.file("a.docx").body.item == STAFF
