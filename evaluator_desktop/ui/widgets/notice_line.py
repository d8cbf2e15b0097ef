"""Lines in a pane that say what went wrong or what to mind, and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.theme import PX, color
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.pane import tool_button
from evaluator_desktop.ui.widgets.plain import PlainLabel, caption, plain_box

WayOut = tuple[str, Callable[[], object]]
"""The words of its button, what it does."""


class _Line(QFrame):
    """A tinted line: bar and icon in the ink of its kind, words, buttons."""

    ink = "partly"
    icon = "warning"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._words = IconLabel(), PlainLabel()
        self._words.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12 + PX["bar"], 5, 8, 5)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign)
        self._column = QVBoxLayout()
        self._column.addWidget(self._words)
        self._row.addLayout(self._column, 1)
        self._sign.set_icon(self.icon, self.ink)
        self.hide()

    def text(self) -> str:
        """Return what the line says, "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def add_widget(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget)

    def clear(self) -> None:
        """Take the line away."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(f"{self.ink}_soft"))
        painter.fillRect(0, 0, PX["bar"], self.height(), color(self.ink))

    def _say(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(text)
        self.show()


class NoticeLine(_Line):
    """Something to mind: a warning that blocks nothing."""

    def show_notice(self, text: str) -> None:
        """Show one sentence."""
        self._say(text)


class ErrorLine(_Line):
    """An operation that failed: what happened, what is safe, 详情, 重试."""

    ink = "false"
    icon = "outcome_false"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        self._retry: Callable[[], object] | None = None
        self.way_buttons: list[QPushButton] = []
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self._ways.addStretch()
        self._column.addLayout(self._ways)
        self.details_button = QPushButton(_("Details"))
        self.details_button.clicked.connect(self._show_details)
        self.retry_button = QPushButton(_("Try again"))
        self.retry_button.clicked.connect(self._try_again)
        close_button = tool_button("close", _("Close"), parent=self)
        close_button.clicked.connect(self.clear)
        for button in (self.details_button, self.retry_button, close_button):
            self._row.addWidget(button)

    def show_error(
        self,
        text: str,
        *,
        details: str = "",
        retry: Callable[[], object] | None = None,
        ways: Sequence[WayOut] = (),
    ) -> None:
        """Show a failure; the buttons appear where there is something behind them."""
        self._details, self._retry = details, retry
        self._offer(ways)
        self.details_button.setVisible(bool(details))
        self.retry_button.setVisible(retry is not None)
        self._say(text)

    def _offer(self, ways: Sequence[WayOut]) -> None:
        """Put a button for each way out below the words, in place of those before."""
        for button in self.way_buttons:
            button.deleteLater()
        self.way_buttons = [QPushButton(caption(words), self) for words, _do in ways]
        for place, (button, (_words, do)) in enumerate(zip(self.way_buttons, ways, strict=True)):
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._ways.insertWidget(place, button)

    def _show_details(self) -> None:
        box = plain_box(self, self._words.text(), details=self._details)
        box.exec()

    def _try_again(self) -> None:
        retry = self._retry
        self.clear()
        if retry is not None:
            retry()


class FieldProblem(QWidget):
    """The words beside a field that is wrong: octagon and what to mend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = IconLabel(side=PX["icon_cell"])
        sign.set_icon("outcome_false", "false")
        self._words = PlainLabel()
        self._words.set_role("small")
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign)
        row.addWidget(self._words, 1)
        self.hide()

    def set_problem(self, field: QWidget, text: str) -> None:
        """Outline `field` and say why; "" takes both away."""
        field.setProperty("problem", bool(text))
        field.style().polish(field)
        field.setAccessibleDescription(text)
        self._words.setText(text)
        self.setVisible(bool(text))
