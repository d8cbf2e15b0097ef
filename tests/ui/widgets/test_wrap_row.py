"""A row of controls in a window that is too narrow for it goes on in the next line."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.widgets.wrap_row import wrap

WIDE, NARROW = 900, 320


class Bar(QWidget):
    """A field, three buttons, a gap and a button at the right; below it what has the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.below = QFrame(), QPlainTextEdit()
        self.field = QLineEdit()
        self.field.setMinimumWidth(100)
        self.field.setMaximumWidth(200)
        self.buttons = [QPushButton(f"Button number {number}") for number in range(3)]
        self.last = QPushButton("Last")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(10, 5, 10, 5)
        row.addWidget(self.field)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.last)
        wrap(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.below, 1)

    @property
    def controls(self) -> list[QWidget]:
        return [self.field, *self.buttons, self.last]

    def fit(self, width: int) -> None:
        self.resize(width, 400)
        for _round in range(2):  # a bar that grew a line asks for its room
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


@pytest.fixture
def bar(qtbot: QtBot) -> Bar:
    made = Bar()
    qtbot.addWidget(made)
    made.show()
    return made


def test_with_room_all_stand_in_one_line(bar: Bar) -> None:
    bar.fit(WIDE)
    assert len({control.geometry().center().y() for control in bar.controls}) == 1
    assert bar.field.width() == bar.field.maximumWidth()  # the field takes what it may
    assert bar.last.geometry().right() == WIDE - 10 - 1  # the gap has the rest


def test_without_room_nothing_is_cut_off_and_nothing_overlaps(bar: Bar) -> None:
    bar.fit(NARROW)
    inside = bar.bar.rect().adjusted(10, 5, -10, -5)
    for control in bar.controls:
        assert inside.contains(control.geometry()), control
        assert control.width() >= control.minimumSizeHint().width()
    for place, control in enumerate(bar.controls):
        for other in bar.controls[place + 1 :]:
            assert not control.geometry().intersects(other.geometry())
    assert bar.below.geometry().top() > bar.bar.geometry().bottom()


def test_the_line_is_given_back(bar: Bar) -> None:
    bar.fit(WIDE)
    high = bar.bar.height()
    bar.fit(NARROW)
    assert bar.bar.height() > high
    bar.fit(WIDE)
    assert bar.bar.height() == high


def test_what_is_hidden_takes_no_room(bar: Bar) -> None:
    for button in bar.buttons:
        button.hide()
    bar.fit(NARROW)
    assert bar.field.geometry().center().y() == bar.last.geometry().center().y()


def test_a_bar_without_a_row_is_refused(qtbot: QtBot) -> None:
    empty = QFrame()
    qtbot.addWidget(empty)
    with pytest.raises(LookupError):
        wrap(empty)
