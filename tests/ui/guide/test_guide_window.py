"""F1: the guide at the page in front or at what the dialog is about; reading and searching it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.paths import guide_dir
from evaluator_desktop.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog
from evaluator_desktop.ui.guide.guide_window import GuideWindow, show_guide
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.navigation import NAVIGATION, Entry
from evaluator_desktop.ui.theme import Choice, Theme
from evaluator_desktop.ui.widgets.plain import plain_box
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.ui.blank_page import BlankPage

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> MainWindow:
    entries = [Entry(e.id, e.text, e.key, BlankPage) for e in NAVIGATION]
    window = MainWindow(object(), WindowSettings(tmp_path), theme, entries)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def guide(qtbot: QtBot, theme: Theme) -> Iterator[GuideWindow]:
    asker = QWidget()
    qtbot.addWidget(asker)
    asker.show()
    yield show_guide("start", asker)
    asker.close()


def press_f1(qtbot: QtBot, top: QWidget) -> GuideWindow:
    qtbot.waitUntil(lambda: QApplication.activeWindow() is top)
    qtbot.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: top.findChild(GuideWindow) is not None)
    found = top.findChild(GuideWindow)
    assert found is not None
    assert found.isVisible()
    return found


@pytest.mark.parametrize("page_id", [entry.id for entry in NAVIGATION])
def test_f1_opens_the_guide_at_the_page_in_front(
    qtbot: QtBot, window: MainWindow, page_id: str
) -> None:
    window.show_page(page_id)

    assert press_f1(qtbot, window).section.anchor == page_id


class Parted(BlankPage):
    """A page whose tab in front has a section of its own."""

    @property
    def part(self) -> str:
        return "customers"


@pytest.mark.parametrize("part", ["customers", "consensus", "calibration", "audit"])
def test_f1_opens_the_guide_at_the_tab_in_front(
    qtbot: QtBot, theme: Theme, tmp_path: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Parted, "part", part)
    entries = [Entry(e.id, e.text, e.key, Parted) for e in NAVIGATION]
    window = MainWindow(object(), WindowSettings(tmp_path), theme, entries)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.show_page("verification")

    assert press_f1(qtbot, window).section.anchor == part


def test_before_there_is_a_page_it_opens_at_the_beginning(qtbot: QtBot, window: MainWindow) -> None:
    assert press_f1(qtbot, window).section.anchor == "start"


def test_there_is_one_guide_for_a_window_and_it_follows_the_page(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_page("shop")
    first = press_f1(qtbot, window)
    window.show_page("merge")
    window.menus.trigger("guide")

    assert window.findChildren(GuideWindow) == [first]
    assert first.section.anchor == "merge"


def test_f1_in_a_dialog_opens_at_what_it_is_about(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("providers")
    dialog = NewWorkspaceDialog(window)
    dialog.open()

    found = press_f1(qtbot, dialog)

    assert found.section.anchor == "start"
    assert found.parentWidget() is dialog
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found)
    qtbot.keyClick(found, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.findChild(GuideWindow) is None)
    assert dialog.isVisible()
    dialog.reject()


def test_a_box_without_a_place_of_its_own_opens_at_the_page(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_page("shop")
    box = plain_box(window, "?")
    box.open()

    assert press_f1(qtbot, box).section.anchor == "shop"
    box.reject()


def test_the_contents_lead_to_chapters_and_sections(guide: GuideWindow) -> None:
    guide.show_anchor("keys")

    view, contents = guide.ui.guide_view, guide.ui.contents_list
    assert contents.currentItem().text().strip() == guide.section.title
    assert view.verticalScrollBar().value() > 0
    cursor = view.cursorForPosition(view.viewport().rect().topLeft())
    cursor.movePosition(cursor.MoveOperation.NextBlock)
    assert guide.section.title in (cursor.block().text(), cursor.block().previous().text())
    contents.setCurrentRow(0)
    assert guide.section.anchor == "start"
    assert view.verticalScrollBar().value() == 0


def test_links_stay_inside_the_guide(guide: GuideWindow) -> None:
    view = guide.ui.guide_view

    view.anchorClicked.emit(QUrl("#backups"))
    assert guide.section.anchor == "backups"
    for elsewhere in ("https://example.invalid/#shop", "file:///etc/hostname#shop", "x.md#shop"):
        view.anchorClicked.emit(QUrl(elsewhere))
        assert guide.section.anchor == "backups"


def test_only_the_guides_own_pictures_are_read(guide: GuideWindow, tmp_path: Path) -> None:
    view, picture = guide.ui.guide_view, guide_dir() / "images" / "shop-en.png"
    (tmp_path / "mine.png").write_bytes(picture.read_bytes())
    mine = QUrl.fromLocalFile(str(tmp_path / "mine.png"))

    for name, is_there in (("images/shop-en.png", True), (mine, False), ("../a/shop.svg", False)):
        found = view.loadResource(IMAGE, name)
        assert found is not None
        assert found.isNull() is not is_there
    assert view.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl("a")) is None


def test_pictures_are_as_wide_as_the_column_and_dark_in_the_dark(
    guide: GuideWindow, theme: Theme
) -> None:
    view = guide.ui.guide_view
    light = view.loadResource(IMAGE, QUrl("images/shop-en.png"))
    theme.choose(Choice.DARK)
    dark = view.loadResource(IMAGE, QUrl("images/shop-en.png"))

    assert light is not None
    assert dark is not None
    assert light.deviceIndependentSize().width() <= view.viewport().width()
    assert dark.size() == light.size()
    assert dark.pixelColor(2, 2).lightness() < light.pixelColor(2, 2).lightness()


def test_search_leaves_what_says_the_words_and_goes_through_the_places(
    qtbot: QtBot, guide: GuideWindow
) -> None:
    contents, view = guide.ui.contents_list, guide.ui.guide_view
    all_of_it = contents.count()
    guide.ui.search_edit.setText("f12")

    shown = [row for row in range(all_of_it) if not contents.item(row).isHidden()]
    assert 0 < len(shown) < all_of_it
    assert len(view.extraSelections()) > 0
    seen = set()
    for _press in range(30):
        qtbot.keyClick(guide.ui.search_edit, Qt.Key.Key_Return)
        assert view.textCursor().selectedText().casefold() == "f12"
        seen.add(contents.currentRow())
    assert len(seen) > 1  # it goes on in the chapters below
    guide.ui.search_edit.setText("no such words")
    assert guide.ui.none_label.isVisible()
    guide.ui.search_edit.clear()
    assert not any(contents.item(row).isHidden() for row in range(all_of_it))
    assert view.extraSelections() == []


def test_tables_and_keys_wear_the_look_of_the_program(guide: GuideWindow) -> None:
    guide.show_anchor("keys")

    document = guide.ui.guide_view.document()
    tables = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert [table.columns() for table in tables] == [3]
    found = document.find("Ctrl+K")
    assert found.charFormat().font().family() == document.defaultFont().family()


def test_it_fits_a_narrow_window(guide: GuideWindow) -> None:
    guide.resize(620, 380)

    view = guide.ui.guide_view
    assert view.document().size().width() <= view.viewport().width()
