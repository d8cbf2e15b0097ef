"""What an empty place says: what is missing, what to do next, and the button to do it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evaluator_desktop.ui.theme import PX, color, icons
from evaluator_desktop.ui.widgets.plain import PlainLabel, caption
from evaluator_desktop.ui.widgets.wrap_row import WrapRow


class EmptyState(QWidget):
    """A title, one sentence, one primary button with its key; a dashed frame takes drops."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dashed = False
        self._title, self._sentence = PlainLabel(), PlainLabel()
        self._title.set_role("heading")
        self._sentence.set_role("meta")
        self._sentence.setWordWrap(True)
        self._row = WrapRow(is_centred=True)
        self._row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addStretch()
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addLayout(self._row)
        column.addStretch()

    def set_words(self, title: str, sentence: str, *, dashed: bool = False) -> None:
        """Say what is missing and what to do; `dashed` where files can be dropped."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._dashed = dashed
        self.setAccessibleName(f"{title}. {sentence}")
        self.update()

    def add_button(
        self, text: str, then: Callable[[], object], *, key: str = "", icon: str = ""
    ) -> QPushButton:
        """Add a button; the first one is the primary."""
        first = not self._row.count()
        button = QPushButton(caption(f"{text}  {key}" if key else text))
        button.setProperty("kind", "primary" if first else "")
        if icon:
            button.setIcon(icons.icon(icon, "on_accent" if first else "text"))
        button.clicked.connect(lambda _checked=False: then())
        self._row.addWidget(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._dashed:
            return
        painter = QPainter(self)
        pen = QPen(color("edge"), 1, Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, PX["radius"] // 2, PX["radius"] // 2)
