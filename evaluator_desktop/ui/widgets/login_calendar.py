"""A year of logins, a line per month, so that a run reads as a line; full tens are marked (P8)."""

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from evaluator_desktop.texts import _, date_text, language
from evaluator_desktop.ui.theme import PX, color, font
from evaluator_desktop.ui.widgets.plain import tool_tip

_MONTHS, _DAYS, _TEN = 12, 31, 10
_HEAD, _LINE = 19, 12
_LABEL, _SUMS = 46, 168
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -366,
    Qt.Key.Key_End: 366,
}


class LoginCalendar(QWidget):
    """Days of login of one year.

    Signals: `day_chosen(date)` on a click, Space or Enter on a day not after the cut-off.
    """

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = 2000
        self._days: Collection[date] = ()
        self._in_ten: dict[date, bool] = {}  # True on the tenth day
        self._cutoff: date | None = None
        self._cursor = date(self._year, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_days(
        self, year: int, days: Collection[date], tens: Collection[date], cutoff: date | None
    ) -> None:
        """Show `year`; `tens` are the tenth days of every counted ten, `cutoff` the last day."""
        if year != self._year:
            self._cursor = date(year, 1, 1)
        self._year, self._days, self._cutoff = year, days, cutoff
        self._in_ten = {}
        for tenth in tens:
            for back in range(_TEN):
                self._in_ten[tenth - timedelta(back)] = back == 0
        count = sum(day.year == year for day in days)
        self.setAccessibleName(_("{year}: {count} days of login").format(year=year, count=count))
        self._tell_cursor()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LABEL + _SUMS + _DAYS * 18, _HEAD + _MONTHS * _LINE + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LABEL + _SUMS + _DAYS * 9, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small"))
        painter.setPen(color("text2"))
        for day in (1, 5, 10, 15, 20, 25, 31):
            head = QRect(int(self._left(day)), 0, int(self._step()), _HEAD)
            painter.drawText(head.adjusted(-8, 0, 8, 0), Qt.AlignmentFlag.AlignCenter, str(day))
        for place, words in enumerate((_("days"), _("full tens"))):
            painter.drawText(self._sum_rect(place, -1), _RIGHT, words)
        for month in range(1, _MONTHS + 1):
            self._paint_month(painter, month)
        if self.hasFocus():
            painter.setPen(QPen(color("text"), PX["ring"]))
            painter.drawRect(self._cell(self._cursor).adjusted(0, 0, 0, 1))

    def _paint_month(self, painter: QPainter, month: int) -> None:
        top = _HEAD + (month - 1) * _LINE
        painter.setPen(color("text2"))
        if month % 2:  # the names of all twelve would touch
            label = QRect(0, top - 3, _LABEL - 8, _LINE + 6)
            painter.drawText(label, _RIGHT, self._month_name(month))
        days = [day for day in _days_of(self._year, month) if day in self._days]
        tens = sum(self._in_ten.get(day, False) for day in days)
        painter.setPen(color("text"))
        for place, figure in enumerate((len(days), tens)):
            painter.drawText(self._sum_rect(place, month - 1), _RIGHT, str(figure or "·"))
        for day in _days_of(self._year, month):
            self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        cell = self._cell(day)
        if self._cutoff is not None and day > self._cutoff:
            painter.setPen(QPen(color("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5))
            return
        if day not in self._days:
            painter.fillRect(cell, color("header"))
        elif day not in self._in_ten:
            painter.fillRect(cell, color("accent_bar"))
        else:
            self._paint_ten(painter, day, cell)

    def _paint_ten(self, painter: QPainter, day: date, cell: QRectF) -> None:
        """Paint one day of a full ten: the ten reads as one bar with a dot at its end."""
        tenth = self._in_ten[day]
        painter.fillRect(cell, color("accent"))
        if not tenth and day.month == (day + timedelta(1)).month:
            after = QRectF(self._cell(day + timedelta(1)))
            joint = QRectF(cell.right(), cell.top(), after.left() - cell.right(), cell.height())
            painter.fillRect(joint, color("accent_bar"))
        if tenth:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("on_accent"))
            painter.drawEllipse(cell.center(), 2.5, 2.5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self._cursor = day
            self._tell_cursor()
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_month(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _STEPS:
            self._move(self._cursor.toordinal() + _STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tool_tip(self._words(day) if day else ""), self)
            return True
        return super().event(event)

    def _move(self, ordinal: int) -> None:
        first, last = date(self._year, 1, 1), date(self._year, 12, 31)
        ordinal = min(max(ordinal, first.toordinal()), last.toordinal())
        self._cursor = date.fromordinal(ordinal)
        self._tell_cursor()
        self.update()

    def _move_month(self, step: int) -> None:
        month = min(max(self._cursor.month + step, 1), _MONTHS)
        last = len(_days_of(self._year, month))
        self._move(date(self._year, month, min(self._cursor.day, last)).toordinal())

    def _choose(self) -> None:
        self.update()
        if self._cutoff is None or self._cursor <= self._cutoff:
            self.day_chosen.emit(self._cursor)

    def _words(self, day: date) -> str:
        state = _("login") if day in self._days else _("no login")
        if self._cutoff is not None and day > self._cutoff:
            state = _("after the cut-off")
        return f"{date_text(day)}: {state}"

    def _month_name(self, month: int) -> str:
        return QLocale(language()).monthName(month, QLocale.FormatType.ShortFormat)

    def _tell_cursor(self) -> None:
        self.setAccessibleDescription(self._words(self._cursor))

    def _step(self) -> float:
        return (self.width() - _LABEL - _SUMS) / _DAYS

    def _left(self, day: int) -> float:
        return _LABEL + (day - 1) * self._step()

    def _cell(self, day: date) -> QRectF:
        top = _HEAD + (day.month - 1) * _LINE
        left, after = round(self._left(day.day)), round(self._left(day.day + 1))
        joined = day in self._in_ten and not self._in_ten[day] and day in self._days
        return QRectF(left, top, after - left - (1 if joined else 2), _LINE - 2)

    def _sum_rect(self, place: int, line: int) -> QRect:
        wide = _SUMS // 2
        left = self.width() - _SUMS + place * wide
        return QRect(left, _HEAD + line * _LINE - 3, wide - 14, _LINE + 6)

    def _day_at(self, at: QPointF) -> date | None:
        month = int((at.y() - _HEAD) // _LINE) + 1
        number = int((at.x() - _LABEL) // self._step()) + 1
        if at.y() < _HEAD or not 1 <= month <= _MONTHS:
            return None
        days = _days_of(self._year, month)
        return days[number - 1] if 1 <= number <= len(days) else None


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _days_of(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    after = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return [first + timedelta(n) for n in range((after - first).days)]
