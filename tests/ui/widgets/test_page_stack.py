"""A screen that is too small for a page: bars, and the focus is never out of sight."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.widgets.page_stack import PageStack
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.window_settings import WindowSettings


def page(least: QSize, fields: int = 1) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for _field in range(fields):
        column.addWidget(QLineEdit())
    made.setMinimumSize(least)
    return made


@pytest.fixture
def stack(qtbot: QtBot) -> PageStack:
    made = PageStack()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def bars(stack: PageStack) -> tuple[bool, bool]:
    across, down = stack.horizontalScrollBar(), stack.verticalScrollBar()
    return across.maximum() > 0, down.maximum() > 0


def test_a_page_that_has_room_fills_it(stack: PageStack) -> None:
    small = page(QSize(100, 100))
    stack.addWidget(small)
    stack.setCurrentWidget(small)
    assert bars(stack) == (False, False)
    assert small.size() == stack.viewport().size()


def test_only_the_page_in_front_asks_for_room(stack: PageStack, qtbot: QtBot) -> None:
    small, large = page(QSize(100, 100)), page(QSize(900, 500))
    for one in (small, large):
        stack.addWidget(one)
    stack.setCurrentWidget(large)
    qtbot.waitUntil(lambda: bars(stack) == (True, True))
    stack.setCurrentWidget(small)
    qtbot.waitUntil(lambda: bars(stack) == (False, False))


def test_words_that_wrap_do_not_make_a_page_higher_than_it_must_be(stack: PageStack) -> None:
    wordy, column = QWidget(), QVBoxLayout()
    words = PlainLabel("字" * 400)
    words.setWordWrap(True)
    words.setMinimumHeight(20)
    column.addWidget(words)
    wordy.setLayout(column)
    stack.addWidget(wordy)
    stack.setCurrentWidget(wordy)
    assert bars(stack) == (False, False)


def test_the_focus_brings_into_sight_what_it_goes_to(stack: PageStack, qtbot: QtBot) -> None:
    high = page(QSize(100, 900), fields=12)
    stack.addWidget(high)
    stack.setCurrentWidget(high)
    first, *_others, last = high.findChildren(QLineEdit)
    qtbot.waitUntil(lambda: bars(stack)[1])
    first.setFocus()
    for _field in range(11):
        stack.focusNextPrevChild(True)
    assert last.hasFocus()
    shown = last.mapTo(stack.viewport(), last.rect().center())
    assert stack.viewport().rect().contains(shown)


def panes() -> QSplitter:
    """Three panes that together need 900 pixels; the last one holds two below each other."""
    splitter, below = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
    splitter.setObjectName("work_splitter")
    for owner, least in ((splitter, 300), (splitter, 300), (below, 280), (below, 280)):
        pane = page(QSize(0, 0))
        pane.findChildren(QLineEdit)[0].setMinimumWidth(least)
        owner.addWidget(pane)
    splitter.addWidget(below)
    return splitter


def test_panes_stand_below_one_another_where_they_have_no_room_side_by_side(
    stack: PageStack, qtbot: QtBot
) -> None:
    work, holder = panes(), QWidget()
    QVBoxLayout(holder).addWidget(work)
    stack.addWidget(holder)
    stack.resize(1200, 400)
    stack.setCurrentWidget(holder)
    work.setSizes([400, 350, 350])
    wide = work.sizes()
    assert work.orientation() is Qt.Orientation.Horizontal

    stack.resize(600, 300)
    assert work.orientation() is Qt.Orientation.Vertical
    qtbot.waitUntil(lambda: bars(stack) == (False, True))
    for field in holder.findChildren(QLineEdit):
        pane = field.parentWidget()
        assert pane is not None
        assert pane.height() >= 280

    stack.resize(1200, 400)
    assert work.orientation() is Qt.Orientation.Horizontal
    assert work.sizes() == wide
    qtbot.waitUntil(lambda: bars(stack) == (False, False))


def test_heights_of_a_small_window_are_not_remembered_as_widths(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, stack, work, made = QMainWindow(), PageStack(), panes(), QWidget()
    window.setObjectName("Window")
    qtbot.addWidget(window)
    window.setCentralWidget(stack)
    QVBoxLayout(made).addWidget(work)
    stack.addWidget(made)
    window.resize(1200, 400)
    window.show()
    stack.setCurrentWidget(made)
    work.setSizes([500, 350, 350])
    wide = work.sizes()
    WindowSettings(tmp_path).save(window)
    window.resize(600, 300)
    qtbot.waitUntil(lambda: work.orientation() is Qt.Orientation.Vertical)
    WindowSettings(tmp_path).save(window)

    again, holder = panes(), QWidget()
    qtbot.addWidget(holder)
    again.setParent(holder)
    again.resize(1200, 400)
    holder.show()
    WindowSettings(tmp_path).restore_parts(holder)
    assert again.orientation() is Qt.Orientation.Horizontal
    assert again.sizes() == pytest.approx(wide, rel=0.05)


def test_the_focus_is_followed_however_it_came(stack: PageStack, qtbot: QtBot) -> None:
    high = page(QSize(100, 900), fields=12)
    stack.addWidget(high)
    stack.setCurrentWidget(high)
    qtbot.waitUntil(lambda: bars(stack)[1])
    last = high.findChildren(QLineEdit)[-1]
    stack.activateWindow()
    last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(last.hasFocus)
    shown = last.mapTo(stack.viewport(), last.rect().center())
    assert stack.viewport().rect().contains(shown)
