"""Drawing on a photo: what comes of it is new evidence that names the photo."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from evaluator_desktop.jobs.markup import Tool
from evaluator_desktop.jobs.preview_protocol import (
    MarkedPicture,
    MarkupRequest,
    PicturePreview,
    Preview,
)
from evaluator_desktop.operations.evidence import Added, add_marked
from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.kept_marks import KeptMarks
from evaluator_desktop.ui.dialogs.primary_button import primary_button
from evaluator_desktop.ui.forms.ui_markup_dialog import Ui_MarkupDialog
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import icons, photo_color
from evaluator_desktop.ui.widgets.dialog_drafts import DialogDrafts
from evaluator_desktop.ui.widgets.mark_painting import INK
from evaluator_desktop.ui.widgets.markup_canvas import MarkupCanvas
from evaluator_desktop.ui.widgets.page_view import image_of, natural_size
from evaluator_desktop.ui.widgets.plain import ask, one_line, set_tool_tip
from evaluator_desktop.ui.widgets.preview import PreviewFile
from evaluator_desktop.ui.widgets.preview_words import REASONS

_WIDTH = 2400
_KEYS = (
    ("Ctrl+Z", MarkupCanvas.undo),
    ("Ctrl+Shift+Z", MarkupCanvas.redo),
    ("Ctrl+Y", MarkupCanvas.redo),
)


class MarkupDialog(QDialog):
    """Stays open until what was drawn is recorded.

    Signals: `added(evidence_id)`: the marked photo is evidence.
    """

    added = Signal(str)

    def __init__(
        self, services: Services, evidence: str, file: PreviewFile, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_MarkupDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(one_line(f"{self.windowTitle()} · {file.name}"))
        self._services, self._evidence, self._file = services, evidence, file
        ui = self.ui
        self._tools = {
            Tool.ARROW: ui.arrow_button,
            Tool.BOX: ui.box_button,
            Tool.TEXT: ui.text_button,
            Tool.BLUR: ui.blur_button,
        }
        self._ok = ui.button_box.button(QDialogButtonBox.StandardButton.Ok)
        self._set_up_buttons()
        self._connect()
        self._take_tool(Tool.ARROW)
        self._bring_back()
        self._show_state()
        self._number = services.previews.request(
            f"markup {id(self)}", file.path, file.name, width=_WIDTH
        )
        ui.canvas.setFocus()

    def reject(self) -> None:
        """Close, unless the person would rather keep what was drawn."""
        question = _("Close without the marks?")
        if not self.ui.canvas.states.marks or ask(self, question, _("Close without them")):
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the fields and the photo; with Ctrl it records what was drawn."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._ok.isEnabled():
            self._save()

    # The photo

    def _hear(self, number: int, preview: Preview) -> None:
        if number != self._number:
            return
        if isinstance(preview, PicturePreview):
            pixmap = QPixmap.fromImage(image_of(preview.raster))
            self.ui.canvas.show_picture(pixmap, natural_size(preview), grows=False)
        else:
            self.ui.error_line.show_error(_("This file cannot be drawn on."))

    # What is drawn

    def _bring_back(self) -> None:
        """Go on with what was drawn and written here and never recorded."""
        ui, drafts = self.ui, self._services.drafts
        self._drafts = DialogDrafts(self, drafts, self._evidence)
        self._drafts.add(ui.words_edit, "words on a photo")
        self._drafts.add(ui.note_edit, "note on a marked photo")
        ui.canvas.words = ui.words_edit.text()
        self._marks = KeptMarks(self, ui.canvas, drafts, self._evidence)

    def _take_tool(self, tool: Tool) -> None:
        self.ui.canvas.tool = tool
        for one, button in self._tools.items():
            button.setChecked(one is tool)
        if tool is Tool.TEXT and not self.ui.words_edit.text():
            self.ui.words_edit.setFocus()

    def _show_state(self) -> None:
        ui, states = self.ui, self.ui.canvas.states
        ui.undo_button.setEnabled(states.can_undo)
        ui.redo_button.setEnabled(states.can_redo)
        ui.remove_button.setEnabled(states.current is not None)
        self._ok.setEnabled(bool(states.marks))
        current = states.current
        if current is not None and current.tool is Tool.TEXT and not ui.words_edit.hasFocus():
            ui.words_edit.setText(current.text)

    # What comes of it

    def _save(self) -> None:
        """Draw the marks on the photo itself, then record what came of it."""
        self._set_busy(is_busy=True)
        ink, marks = photo_color(INK).name(), list(self.ui.canvas.states.marks)
        request = MarkupRequest(str(self._file.path), marks, ink)
        self._services.runner.pool_job(
            self._services.previews.ask,
            request,
            done=self._record,
            failed=lambda error: self._refuse(str(error)),
            owner=self,
        )

    def _record(self, answer: Preview) -> None:
        if not isinstance(answer, MarkedPicture):
            reason = getattr(answer, "reason", None)
            sentence = _(REASONS[reason][1]) if reason else _("This file cannot be drawn on.")
            self._refuse(sentence)
            return
        self._drafts.hand_over()
        self._marks.hand_over()
        stem = self._file.name.rpartition(".")[0] or self._file.name
        self._services.runner.store_job(
            add_marked,
            self._evidence,
            _("{name} (marked)").format(name=stem) + ".jpg",
            answer.content,
            note=self.ui.note_edit.text(),
            done=self._tell,
            failed=lambda error: self._refuse(str(error)),
            owner=self,
        )

    def _tell(self, added: Added) -> None:
        self.accept()
        self.added.emit(added.files[0][0])

    def _refuse(self, sentence: str) -> None:
        """Say what went wrong; what was drawn is still there."""
        self._set_busy(is_busy=False)
        self._drafts.take_back()
        self._marks.keep()
        self.ui.error_line.show_error(sentence, retry=self._save)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.ui.button_box.setEnabled(not is_busy)
        self.ui.canvas.setEnabled(not is_busy)

    # Building

    def _set_up_buttons(self) -> None:
        ui = self.ui
        for number, (tool, button) in enumerate(self._tools.items(), 1):
            button.setIcon(icons.icon(f"mark_{tool}"))
            set_tool_tip(button, f"{button.text()}  {number}")
        for plain, icon, key in (
            (ui.undo_button, "undo", "Ctrl+Z"),
            (ui.redo_button, "redo", "Ctrl+Shift+Z"),
            (ui.remove_button, "trash", "Del"),
        ):
            plain.setIcon(icons.icon(icon))
            set_tool_tip(plain, f"{plain.text()}  {key}")
        primary_button(ui.button_box, _("Add as new evidence"))

    def _connect(self) -> None:
        ui, canvas = self.ui, self.ui.canvas
        self._services.previews.preview_ready.connect(self._hear)
        for tool, button in self._tools.items():
            button.clicked.connect(partial(self._take_tool, tool))
        for key, act in _KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(partial(act, canvas))
        canvas.marks_changed.connect(self._show_state)
        canvas.tool_wished.connect(self._take_tool)
        ui.words_edit.textEdited.connect(canvas.set_words)
        ui.words_edit.returnPressed.connect(canvas.setFocus)
        ui.undo_button.clicked.connect(canvas.undo)
        ui.redo_button.clicked.connect(canvas.redo)
        ui.remove_button.clicked.connect(canvas.remove_current)
        ui.button_box.accepted.connect(self._save)
        ui.button_box.rejected.connect(self.reject)
