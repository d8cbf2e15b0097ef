"""A photo to draw on: marks are begun, moved and taken back here, and drawn for good elsewhere."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from evaluator_desktop.jobs.markup import Mark, Tool, in_order, moved, spanned
from evaluator_desktop.ui.theme import PX, color
from evaluator_desktop.ui.widgets.mark_painting import Photo, paint_mark
from evaluator_desktop.ui.widgets.mark_states import MarkStates
from evaluator_desktop.ui.widgets.picture_view import PictureView

_STEP = 0.01
_MIDDLE = (0.4, 0.4, 0.6, 0.6)
_LINE_HEIGHT = 0.05
_BESIDE = 5
_ARROWS = {
    int(Qt.Key.Key_Left): (-_STEP, 0.0),
    int(Qt.Key.Key_Right): (_STEP, 0.0),
    int(Qt.Key.Key_Up): (0.0, -_STEP),
    int(Qt.Key.Key_Down): (0.0, _STEP),
}
_TOOLS = {int(Qt.Key.Key_1) + place: tool for place, tool in enumerate(Tool)}


class MarkupCanvas(PictureView):
    """Drawing by mouse or by keys, zoom as in every picture.

    1–4 take a tool, Enter puts a mark in the middle, arrows move it, with Shift they stretch it,
    Space goes to the next mark, Del removes it.

    Signals:
        marks_changed(): what is drawn, or which mark is at hand, is another.
        tool_wished(tool): the key of a `Tool` was pressed.
    """

    marks_changed = Signal()
    tool_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states = MarkStates()
        self.tool = Tool.ARROW
        self.words = ""
        """Of texts to come."""
        self._begun: Mark | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._acts = {
            int(Qt.Key.Key_Return): self.add_in_middle,
            int(Qt.Key.Key_Enter): self.add_in_middle,
            int(Qt.Key.Key_Delete): self.remove_current,
            int(Qt.Key.Key_Space): self._take_next,
            int(Qt.Key.Key_Plus): self.zoom_in,
            int(Qt.Key.Key_Equal): self.zoom_in,
            int(Qt.Key.Key_Minus): self.zoom_out,
            int(Qt.Key.Key_0): self.fit,
        }

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Begin with marks that were drawn before."""
        for mark in marks:
            self.states.add(mark)
        self._tell()

    def undo(self) -> None:
        """Take back the last step."""
        self.states.step(-1)
        self._tell()

    def redo(self) -> None:
        """Repeat what was taken back last."""
        self.states.step(1)
        self._tell()

    def remove_current(self) -> None:
        """Remove the mark at hand."""
        if self.states.current is not None:
            self.states.remove_current()
            self._tell()

    def set_words(self, words: str) -> None:
        """Take the words for texts: the one at hand, if it is one, and those to come."""
        self.words = words
        if self.states.set_words(words):
            self._tell()

    def add_in_middle(self) -> None:
        """Put a mark of the tool at hand in the middle, to be moved by keys."""
        x1, y1, x2, y2 = _MIDDLE
        bottom = y1 + _LINE_HEIGHT if self.tool is Tool.TEXT else y2
        self._add(Mark(self.tool, x1, y1, x2, bottom, self._text()))

    def _add(self, mark: Mark) -> None:
        if self.pixmap.isNull():
            return  # it is still being opened, or cannot be
        self.states.add(mark)
        self._tell()

    def _take_next(self) -> None:
        self.states.take_next()
        self._tell()

    def _text(self) -> str:
        return self.words if self.tool is Tool.TEXT else ""

    def _tell(self) -> None:
        self.viewport().update()
        self.marks_changed.emit()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        begun = spanned(Mark(self.tool, 0, 0, 0, 0, self._text()), *self._share(event.position()))
        self._begun = replace(begun, x1=begun.x2, y1=begun.y2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._begun is not None:
            self._begun = spanned(self._begun, *self._share(event.position()))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        begun, self._begun = self._begun, None
        if begun is None:
            return
        if begun.tool is Tool.TEXT and begun.height < _LINE_HEIGHT / 2:  # clicked, not dragged
            begun = replace(begun, y2=min(1.0, begun.y1 + _LINE_HEIGHT))
        self._add(begun)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.states.current
        if tool := _TOOLS.get(event.key()):
            self.tool_wished.emit(tool)
        elif event.key() in _ARROWS and current is not None:
            dx, dy = _ARROWS[event.key()]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.states.change(spanned(current, current.x2 + dx, current.y2 + dy))
            else:
                self.states.change(moved(current, dx, dy))
            self._tell()
        elif act := self._acts.get(event.key()):
            act()
        else:
            super().keyPressEvent(event)

    def _share(self, position: QPointF) -> tuple[float, float]:
        content = self._content()
        from_corner = position - content.topLeft()
        return (
            from_corner.x() / max(1.0, content.width()),
            from_corner.y() / max(1.0, content.height()),
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.pixmap.isNull():
            return
        painter = QPainter(self.viewport())
        photo = Photo(self.pixmap, self._natural, self._content())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks, current = self.states.marks, self.states.current
        for mark in in_order([*marks, self._begun] if self._begun else marks):
            paint_mark(painter, photo, mark)
        if current is not None and self._begun is None:
            painter.setPen(QPen(color("accent"), PX["ring"], Qt.PenStyle.DashLine))
            around = photo.place(current).adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE)
            painter.drawRect(around)
