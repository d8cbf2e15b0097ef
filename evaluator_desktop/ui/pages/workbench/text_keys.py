"""F2, Esc and F4: to the reason or the note, back again, and the standard phrases."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from evaluator_desktop.domain.names import Name
from evaluator_desktop.ui.forms.ui_workbench_page import Ui_WorkbenchPage
from evaluator_desktop.ui.pages.workbench.phrases import phrase_menu


class TextKeys(QObject):
    """Remembers where one was, so that Esc leads back there."""

    def __init__(self, ui: Ui_WorkbenchPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._evidence, self._item = parent, ui.evidence_pane, ui.item_pane
        self._note = ui.evidence_pane.outcome_box.ui.note_edit
        self._reason = ui.item_pane.rating_box.ui.reason_edit
        self._before: QWidget | None = None
        ui.evidence_pane.outcome_box.escaped.connect(self.go_back)
        ui.item_pane.rating_box.escaped.connect(self.go_back)

    def edit_text(self) -> None:
        """Go to the note of the file at hand, or to the reason of the rating."""
        self._before = QApplication.focusWidget()
        is_evidence = self._evidence.isAncestorOf(self._before) if self._before else False
        if not (is_evidence and self._evidence.outcome_box.start_note()):
            self._item.rating_box.start_reason()

    def go_back(self) -> None:
        """Go back to where F2 was pressed, else to the list or the rating."""
        before, self._before = self._before, None
        if before is not None and before.isVisible() and not before.hasFocus():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._reason.hasFocus():
            self._item.rating_box.start_rating()
        else:
            self._evidence.start()

    def show_phrases(self, phrases: tuple[Name, ...]) -> None:
        """Offer the phrases for the field that has the focus, else for the one of F2."""
        if not (self._note.hasFocus() or self._reason.hasFocus()):
            self.edit_text()
        field: QLineEdit | QPlainTextEdit = self._note if self._note.hasFocus() else self._reason
        menu = phrase_menu(phrases, lambda words: _insert(field, words), self._page)
        height = menu.sizeHint().height()
        menu.popup(field.mapToGlobal(QPoint(0, -height)))


def _insert(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if isinstance(field, QLineEdit):
        field.insert(words)
    else:
        field.insertPlainText(words)
