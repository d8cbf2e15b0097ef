"""The room for pages: one at a time, and bars where a small or enlarged screen lacks room.

At 200 % a laptop of 1366 × 768 has 683 × 384 left. A page keeps the size it needs and is scrolled;
the focus brings into sight what it goes to.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

_LEAST = QSize(320, 160)


class PageStack(QScrollArea):
    """Pages on top of each other, of which one is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground = QWidget()
        self._pages = _Pages(ground)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(_LEAST)

    def addWidget(self, page: QWidget) -> None:
        self._pages.addWidget(page)

    def removeWidget(self, page: QWidget) -> None:
        self._pages.removeWidget(page)

    def setCurrentWidget(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._pages.invalidate()


class _Pages(QStackedLayout):
    """Needs what the page in front needs; Qt's own needs what the largest of all pages does."""

    def minimumSize(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else QSize()

    def hasHeightForWidth(self) -> bool:
        return False  # a page gives way where it can, and is not as high as it would like to be
