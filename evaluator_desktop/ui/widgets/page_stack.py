"""The room for pages: one at a time, and bars where a small or enlarged screen lacks room.

At 200 % a laptop of 1366 × 768 has 683 × 384 left. The panes of a page then stand one below the
other; a page keeps the size it needs and is scrolled; the focus brings into sight what it goes to.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedLayout, QWidget

from evaluator_desktop.ui.widgets.stacking import Stacking, pane_of

_LEAST = QSize(320, 160)
_MARGIN = 8


class PageStack(QScrollArea):
    """Pages on top of each other, of which one is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground = QWidget()
        self._stackings: dict[QWidget, Stacking] = {}
        self._pages = _Pages(ground)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(_LEAST)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        ground.installEventFilter(self)

    def addWidget(self, page: QWidget) -> None:
        self._pages.addWidget(page)
        self._stackings[page] = Stacking(page)

    def removeWidget(self, page: QWidget) -> None:
        self._pages.removeWidget(page)
        del self._stackings[page]

    def setCurrentWidget(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._fit()
        self._pages.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Let the page in front use the width there is, less what a bar takes of it."""
        if (page := self._pages.currentWidget()) is not None:
            bar = self.verticalScrollBar().sizeHint().width()
            self._stackings[page].fit(self.width() - bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._settle)
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """A page needs another room than before, now that it shows its data."""
        self._fit()
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring into sight what has the focus; Qt itself does so for Tab alone."""
        page = self._pages.currentWidget()
        if now is not None and page is not None and page.isAncestorOf(now):
            if (pane := pane_of(now)) is not None and not _is_seen(now):
                self.verticalScrollBar().setValue(pane.mapTo(page, QPoint()).y())
            self.ensureWidgetVisible(now, _MARGIN, _MARGIN)


def _is_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().contains(widget.rect())


class _Pages(QStackedLayout):
    """Needs what the page in front needs; Qt's own needs what the largest of all pages does."""

    def minimumSize(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else QSize()

    def hasHeightForWidth(self) -> bool:
        return False  # a page gives way where it can, and is not as high as it would like to be
