"""Dialogs on a screen that is too small for them: smaller, and scrolled where that is not enough.

At 200 % a laptop of 1366 × 768 has 683 × 384 left, and a dialog's buttons stand at its foot. Heard
of by the window that gets the focus, because a filter of all events would cost every keystroke.
"""

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFrame,
    QLayout,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from evaluator_desktop.ui.widgets.plain import is_box

_LEAST = 160


class SmallScreens(QObject):
    """Fits every dialog of the program to its screen as it comes to the front."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._hear)

    def _hear(self, window: QWindow | None) -> None:
        for widget in QApplication.topLevelWidgets():
            if window is not None and widget.windowHandle() is window and _is_ours(widget):
                fit(widget, _room(widget))


def fit(dialog: QWidget, room: QSize) -> None:
    """Make a dialog no larger than `room`; what it cannot do without is scrolled then."""
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    layout = dialog.layout()
    if least.boundedTo(room) != least and layout is not None:
        _scroll(dialog, layout)
    if dialog.size().boundedTo(room) != dialog.size():
        dialog.resize(dialog.size().boundedTo(room))
        free = dialog.screen().availableGeometry()
        title = QStyle.PixelMetric.PM_TitleBarHeight
        dialog.move(free.left(), free.top() + dialog.style().pixelMetric(title))


def _is_ours(widget: QWidget) -> bool:
    is_of_qt = isinstance(widget, QFileDialog) or is_box(widget)
    return isinstance(widget, QDialog) and not is_of_qt


def _scroll(dialog: QWidget, layout: QLayout) -> None:
    content, area = QWidget(), QScrollArea(dialog)
    content.setLayout(layout)  # takes the widgets along
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    dialog.setMinimumSize(_LEAST, _LEAST)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)


def _room(dialog: QWidget) -> QSize:
    title = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    return dialog.screen().availableSize() - QSize(0, title)
