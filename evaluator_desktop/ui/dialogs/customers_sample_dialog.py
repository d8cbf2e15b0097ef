"""The sample of one provider's customers: its size explained, the draw, and how to draw again."""

from unicodedata import normalize

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.redraw import redraw_lines
from evaluator_desktop.domain.sampling import LARGEST_SEED
from evaluator_desktop.errors import EvaluatorError, LockedProviderError
from evaluator_desktop.operations.calls import draw
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.customers import SampleView
from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.forms.ui_customers_sample_dialog import Ui_CustomersSampleDialog
from evaluator_desktop.ui.models.customer_words import apart_words, size_lines
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.dialog_drafts import DialogDrafts
from evaluator_desktop.ui.widgets.plain import caption, one_line


class CustomersSampleDialog(QDialog):
    """Signals: `drawn(words)` when a sample was drawn; the dialog closes then."""

    drawn = Signal(str)

    def __init__(self, services: Services, view: SampleView, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomersSampleDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services, self._view = services, view
        self._show_size()
        self._show_draw()
        self._drafts = DialogDrafts(self, services.drafts, view.provider)
        self._drafts.add(self.ui.seed_edit, "seed")
        self.ui.copy_button.setIcon(icons.icon("copy", "text"))
        self.ui.copy_button.clicked.connect(self.copy)
        self.ui.close_button.clicked.connect(self.reject)
        self.ui.draw_button.clicked.connect(self.draw)
        self.ui.seed_edit.textEdited.connect(lambda _text: self._say_problem(""))
        self.ui.seed_edit.setFocus()

    def draw(self) -> None:
        """Draw with the seed that was typed; without one by chance, or as it was drawn before."""
        typed = normalize("NFKC", self.ui.seed_edit.text()).strip()
        if typed and not _is_seed(typed):
            message = _("give a whole number from 0 to {largest}").format(largest=LARGEST_SEED)
            self._say_problem(message)
            return
        self.ui.draw_button.setEnabled(False)
        self._drafts.hand_over()
        self._services.runner.store_job(
            draw,
            *(self._view.provider, int(typed) if typed else None),
            seen=self._view.sample_heads,
            done=self._hear_drawn,
            failed=self._show_error,
            owner=self,
        )

    def copy(self) -> None:
        """Put what is needed to draw again on the clipboard."""
        QGuiApplication.clipboard().setText(self.ui.redraw_edit.toPlainText())
        self.ui.copied_label.setText(_("Copied"))

    def _show_size(self) -> None:
        view, ui = self._view, self.ui
        title = _("Sample of customers: {provider}").format(provider=view.name)
        self.setWindowTitle(one_line(title))
        ui.title_label.setText(title)
        ui.apart_label.setText(apart_words(view.customers, view.population))
        parameters = self._services.facts.scheme.parameters
        ui.size_label.setText("\n".join(size_lines(view.size, parameters)))

    def _show_draw(self) -> None:
        """Show the draw that stands, and what drawing again would mean."""
        view, ui = self._view, self.ui
        sample = view.sample
        seed = str(sample.seed) if sample else ""
        ui.seed_edit.setText(seed)
        ui.seed_edit.setPlaceholderText(_("by chance"))
        ui.seed_edit.selectAll()
        ui.seed_label.setText(_("Empty: by chance. The same seed draws the same customers."))
        ui.draw_button.setText(caption(_("Draw again") if sample else _("Draw")))
        ui.draw_button.setEnabled(not view.is_locked)
        called = sum(bool(place.attempts) for place in view.places)
        if view.is_locked:
            ui.again_line.show_notice(str(LockedProviderError(provider=view.name)))
        elif called:
            words = _("Customers called so far: {count}. Their calls stay, whoever is drawn.")
            ui.again_line.show_notice(words.format(count=count_text(called)))
        for part in (ui.redraw_title, ui.redraw_edit, ui.copy_button):
            part.setVisible(view.redraw is not None)
        if view.redraw is not None:
            ui.redraw_edit.setPlainText("\n".join(redraw_lines(view.redraw)))

    def _hear_drawn(self, changes: Changes | None) -> None:
        if changes is None:
            self._drafts.take_back()
            self.ui.draw_button.setEnabled(True)
            self.ui.again_line.show_notice(_("This very draw stands already."))
            return
        self.accept()
        self.drawn.emit(_("sample of {provider} drawn").format(provider=self._view.name))

    def _show_error(self, error: EvaluatorError) -> None:
        self._drafts.take_back()
        self.ui.draw_button.setEnabled(True)
        self.ui.error_line.show_error(str(error))

    def _say_problem(self, problem: str) -> None:
        self.ui.seed_problem.set_problem(self.ui.seed_edit, problem)


def _is_seed(text: str) -> bool:
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_SEED))
    return is_number and int(text) <= LARGEST_SEED
