"""A drop-down that narrows a list: it says what it narrows and to what, 状态：全部."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.widgets.plain import caption

_LEAST_WIDTH = 64


class FilterCombo(QComboBox):
    """Its first entry, with the value "", is everything; the values are strings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def set_what(self, what: str) -> None:
        """Say what is narrowed: the state, the evaluator."""
        self._what = what
        self.setAccessibleName(what)

    def set_values(self, values: Iterable[tuple[str, str]]) -> None:
        """Offer (value, words); what is chosen stays while it is offered, without a signal."""
        kept = self.value()
        before = self.blockSignals(True)
        self.clear()
        self.addItem(_("All"), "")
        for value, words in values:
            self.addItem(caption(words), value)
        self.setCurrentIndex(max(0, self.findData(kept)))
        self.blockSignals(before)
        self.updateGeometry()

    def value(self) -> str:
        """Return the value chosen, "" for everything."""
        return str(self.currentData() or "")

    def sizeHint(self) -> QSize:
        """Have room for what is narrowed and 全部; longer words are shortened."""
        wide = self.fontMetrics().horizontalAdvance(self._words(_("All")))
        room = self.fontMetrics().horizontalAdvance("测") * 2 if self.currentIndex() > 0 else 0
        return QSize(wide + room + 42, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            self._words(option.currentText), Qt.TextElideMode.ElideRight, field.width()
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _words(self, value: str) -> str:
        return _("{what}: {value}").format(what=self._what, value=value)
