from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.ui.theme import color
from evaluator_desktop.ui.widgets.login_calendar import LoginCalendar

TEN = [date(2026, 1, 5) + timedelta(n) for n in range(10)]
CUTOFF = date(2026, 10, 31)


@pytest.fixture
def calendar(qtbot: QtBot) -> LoginCalendar:
    calendar = LoginCalendar()
    qtbot.addWidget(calendar)
    calendar.resize(900, calendar.sizeHint().height())
    calendar.set_days(2026, {*TEN, date(2026, 3, 17)}, [TEN[-1]], CUTOFF)
    calendar.show()
    return calendar


def pixel(calendar: LoginCalendar, day: date) -> str:
    corner = calendar._cell(day).topLeft().toPoint() + QPoint(2, 2)
    return calendar.grab().toImage().pixelColor(corner).name()


def test_full_tens_logins_and_empty_days_differ(calendar: LoginCalendar) -> None:
    assert pixel(calendar, TEN[0]) == color("accent").name()
    assert pixel(calendar, date(2026, 3, 17)) == color("accent_bar").name()
    assert pixel(calendar, date(2026, 3, 18)) == color("header").name()


def test_a_day_can_be_chosen_by_click_and_by_key(calendar: LoginCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(calendar.day_chosen) as chosen:
        at = calendar._cell(date(2026, 2, 3)).center().toPoint()
        qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [date(2026, 2, 3)]

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(calendar, key)
    with qtbot.waitSignal(calendar.day_chosen) as chosen:
        qtbot.keyClick(calendar, Qt.Key.Key_Space)
    assert chosen.args == [date(2026, 3, 4)]


def test_a_day_after_the_cut_off_cannot_be_chosen(calendar: LoginCalendar, qtbot: QtBot) -> None:
    qtbot.keyClick(calendar, Qt.Key.Key_End)

    with qtbot.assertNotEmitted(calendar.day_chosen):
        qtbot.keyClick(calendar, Qt.Key.Key_Return)


def test_the_keys_stay_inside_the_year(calendar: LoginCalendar, qtbot: QtBot) -> None:
    texts.set_language("en")
    qtbot.keyClick(calendar, Qt.Key.Key_Home)
    qtbot.keyClick(calendar, Qt.Key.Key_Left)
    qtbot.keyClick(calendar, Qt.Key.Key_Up)

    assert calendar.accessibleDescription() == "1 January 2026: no login"


def test_the_31st_has_no_neighbour_in_a_short_month(calendar: LoginCalendar, qtbot: QtBot) -> None:
    beside = calendar._cell(date(2026, 1, 31)).center().toPoint()
    with qtbot.assertNotEmitted(calendar.day_chosen):
        at = QPoint(beside.x(), calendar._cell(date(2026, 2, 1)).center().toPoint().y())
        qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=at)


def test_the_year_is_said_in_words(calendar: LoginCalendar) -> None:
    texts.set_language("en")
    calendar.set_days(2026, TEN, [TEN[-1]], CUTOFF)

    assert calendar.accessibleName() == "2026: 10 days of login"
