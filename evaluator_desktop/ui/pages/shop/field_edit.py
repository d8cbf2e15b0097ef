"""The controls of the facts form: a short field for a count or a day, and a yes or no."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.pages.shop.fields import Entry, Field, Kind
from evaluator_desktop.ui.widgets.plain import caption
from evaluator_desktop.ui.widgets.unfinished_mark import UnfinishedMark

_WIDTHS = {Kind.COUNT: 64, Kind.DAY: 112}
_WIDTH_IN_PAIR = 52
_LONGEST = 40


class FieldEdit(QLineEdit):
    """One count or day as it is typed; nothing is corrected while a person types.

    Signals:
        entry_changed(path): a person changed it.
        left(path): the focus goes, or Enter was pressed.
        entered(path): it has the focus now.
        dropped(path): Esc on what was left unfinished: show what is recorded.
    """

    entry_changed = Signal(str)
    left = Signal(str)
    entered = Signal(str)
    dropped = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = field.path
        self.setObjectName(f"{field.path.replace('.', '_')}_edit")
        self.setProperty("dense", True)
        self.setAccessibleName(_(field.name))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(_WIDTHS[field.kind])
        self.setMaxLength(_LONGEST)
        if field.kind is Kind.DAY:
            self.setPlaceholderText("2014-06-15")
            self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.mark = UnfinishedMark(self)
        self.textEdited.connect(lambda _text: self.entry_changed.emit(self.path))
        self.editingFinished.connect(lambda: self.left.emit(self.path))
        self.returnPressed.connect(self.focusNextChild)

    @property
    def entry(self) -> Entry:
        return self.text()

    def set_entry(self, entry: Entry) -> None:
        """Show an entry; the cursor stays where nothing changes."""
        text = entry if isinstance(entry, str) else ""
        if text != self.text():
            self.setText(text)

    def set_paired(self) -> None:
        """Be as narrow as two in a row have to be."""
        self.setFixedWidth(_WIDTH_IN_PAIR)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read and copied, not changed."""
        self.setReadOnly(read_only)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.mark.is_on:
            self.dropped.emit(self.path)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.path)


class FlagBox(QCheckBox):
    """Yes, no, or not said yet (a dash): what nobody said is not a no.

    Signals as of FieldEdit.
    """

    entry_changed = Signal(str)
    left = Signal(str)
    entered = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(caption(_(field.words)), parent)
        self.path, self._name = field.path, _(field.name)
        self.setObjectName(f"{field.path}_box")
        self.setTristate(True)
        self.set_entry(None)
        self.clicked.connect(self._say_clicked)

    @property
    def entry(self) -> Entry:
        state = self.checkState()
        return None if state == Qt.CheckState.PartiallyChecked else state == Qt.CheckState.Checked

    def set_entry(self, entry: Entry) -> None:
        """Show yes, no or not said yet."""
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
        state = states[entry] if isinstance(entry, bool) else Qt.CheckState.PartiallyChecked
        self.setCheckState(state)
        says = self._name if isinstance(entry, bool) else _("{name}: not said yet")
        self.setAccessibleName(says.format(name=self._name))

    def set_read_only(self, read_only: bool) -> None:
        """Let it be seen, not changed."""
        self.setEnabled(not read_only)

    def nextCheckState(self) -> None:
        """Go from not said to yes, then between yes and no."""
        self.set_entry(self.entry is not True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.path)

    def _say_clicked(self) -> None:
        self.entry_changed.emit(self.path)
        self.left.emit(self.path)
