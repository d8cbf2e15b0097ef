"""A screen that is too small for a page: bars, and the focus is never out of sight."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.widgets.page_stack import PageStack
from evaluator_desktop.ui.widgets.plain import PlainLabel


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
