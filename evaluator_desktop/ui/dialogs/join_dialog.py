"""Two providers that may be one, side by side: joining them, and taking that back. For leads."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.similarity import LIKENESS_NAMES
from evaluator_desktop.errors import EvaluatorError, ReasonMissingError
from evaluator_desktop.operations.joining import join, part
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.projections import Summary, found_by
from evaluator_desktop.store.queries.similar import Offer, Side, compared, offers
from evaluator_desktop.texts import _, count_text, listed
from evaluator_desktop.ui.forms.ui_join_dialog import Ui_JoinDialog
from evaluator_desktop.ui.models.import_model import TextRowsModel
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.draft import Draft
from evaluator_desktop.ui.widgets.jump_field import JumpTarget
from evaluator_desktop.ui.widgets.plain import set_tool_tip

_MOST_OFFERS = 200
_MOST_JUMPS = 8
_FIELD_WIDTH = 300
_NAME_WIDTH, _SIDE_WIDTH, _LABEL_WIDTH = 255, 320, 130


class JoinDialog(QDialog):
    """Stays open, so that one pair follows the other.

    Signals: `recorded(words)` when two were joined or taken apart.
    """

    recorded = Signal(str)

    def __init__(
        self,
        services: Services,
        parent: QWidget,
        *,
        provider: Summary | None = None,
        others: Sequence[Summary] = (),
    ) -> None:
        """Offer what looks alike; `provider`, in hand, may be compared with any of the `others`."""
        super().__init__(parent)
        self.ui = Ui_JoinDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services, self._provider, self._others = services, provider, others
        self._offers: Sequence[Offer] = ()
        self._chosen: Offer | None = None
        self._reason = Draft(self.ui.reason_edit)
        self._reason.use(services.drafts, "joining reason")
        self._set_up()
        self._read()

    def _set_up(self) -> None:
        ui, provider = self.ui, self._provider
        ui.other_box.setVisible(provider is not None)
        ui.other_label.set_elide()
        if provider is not None:
            words = _("Compare {name} with").format(name=provider.name)
            ui.other_label.setText(words)
        ui.other_field.set_key("")
        ui.other_field.setFixedWidth(_FIELD_WIDTH)
        ui.other_field.setPlaceholderText(_("Another provider"))
        ui.other_field.setAccessibleName(_("Another provider"))
        ui.other_field.add_source(self._targets)
        words = _("None are joined either, so there is nothing to do here.")
        if provider is not None:
            words = _("None are joined either. Below, one can be compared with any other.")
        ui.empty_state.set_words(_("No two providers of this round look alike"), words)
        ui.empty_state.hide()
        ui.compare_table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ui.compare_table.set_row_height(PX["row_ledger"])
        ui.reason_edit.textChanged.connect(lambda _text: self._show_problem(""))
        ui.join_button.clicked.connect(self._join)
        ui.part_button.clicked.connect(self._part)
        ui.close_button.clicked.connect(self.reject)

    # What is there

    def _read(self) -> None:
        self._services.runner.store_job(
            offers, _MOST_OFFERS, done=self._show, failed=self._show_error, owner=self
        )

    def _compare(self, other: str) -> None:
        if self._provider is not None:
            self._services.runner.store_job(
                compared,
                self._provider.provider,
                other,
                done=self._show_chosen,
                failed=self._show_error,
                owner=self,
            )

    def _show_chosen(self, offer: Offer) -> None:
        self._chosen = offer
        self._show([known for known in self._offers if known.pair != offer.pair])

    def _show(self, found: Sequence[Offer]) -> None:
        """List what is offered, what concerns the provider in hand first."""
        mine = self._provider.provider if self._provider else ""
        first = [self._chosen] if self._chosen else []
        rest = sorted(found, key=lambda offer: mine not in offer.pair)
        self._offers = [*first, *(o for o in rest if o.pair not in {c.pair for c in first})]
        rows = [(o.first.name, o.second.name, _why(o)) for o in self._offers]
        headings = (_("Provider"), _("May be the same as"), _("Why it may be"))
        table = self.ui.offer_table
        table.setModel(TextRowsModel(headings, rows, table))
        for column in (0, 1):
            table.setColumnWidth(column, _NAME_WIDTH)
        table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._show_offer())
        table.setCurrentIndex(table.model().index(0, 0))
        self._show_offer()

    def _offer(self) -> Offer | None:
        row = self.ui.offer_table.currentIndex().row()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def _show_offer(self) -> None:
        """Show both sides of the pair in hand, and what can be done with it."""
        ui, offer = self.ui, self._offer()
        rows = _sides(offer.first, offer.second) if offer else []
        table = ui.compare_table
        table.setModel(TextRowsModel(("", _("First provider"), _("Second provider")), rows, table))
        table.setColumnWidth(0, _LABEL_WIDTH)
        table.setColumnWidth(1, _SIDE_WIDTH)
        table.setFixedHeight(PX["row_header"] + PX["row_ledger"] * len(rows) + 2)
        for widget in (ui.title_label, ui.advice_label, ui.offer_table, table, ui.reason_edit):
            widget.setVisible(bool(self._offers))
        ui.empty_state.setVisible(not self._offers)
        self._reason.load("/".join(offer.pair) if offer else "", "")
        ui.reason_label.setText(_said_before(offer) if offer else "")
        ui.reason_label.setVisible(bool(ui.reason_label.text()))
        locked = bool(offer and (offer.first.is_locked or offer.second.is_locked))
        ui.join_button.setVisible(bool(offer and not offer.is_joined))
        ui.part_button.setVisible(bool(offer and offer.is_joined))
        for button in (ui.join_button, ui.part_button):
            button.setEnabled(not locked)
            set_tool_tip(button, _("A locked provider is unlocked first.") if locked else "")
        self._show_problem("")

    def _targets(self, query: str) -> list[JumpTarget]:
        mine = self._provider.provider if self._provider else ""
        found = [row for row in found_by(self._others, query) if row.provider != mine]
        return [
            JumpTarget(row.name, row.code or "", "providers", partial(self._compare, row.provider))
            for row in found[:_MOST_JUMPS]
        ]

    # What is done

    def _join(self) -> None:
        self._do(join, _("{first} and {second} are one provider now. Ctrl+Z takes it back."))

    def _part(self) -> None:
        self._do(part, _("{first} and {second} are two providers again."))

    def _do(self, operation: Callable[..., Changes], sentence: str) -> None:
        offer = self._offer()
        if offer is None:
            return
        self.ui.error_line.clear()
        words = sentence.format(first=offer.first.name, second=offer.second.name)
        self._services.runner.store_job(
            operation,
            offer.first.id,
            offer.second.id,
            self.ui.reason_edit.text(),
            seen=offer.seen,
            done=lambda _changes: self._hear_done(words),
            failed=self._show_error,
            owner=self,
        )

    def _hear_done(self, words: str) -> None:
        self._chosen = None
        self._reason.settle()
        self._reason.load("", "")
        self.ui.done_label.setText(words)
        self.recorded.emit(words)
        self._read()

    def _show_error(self, error: EvaluatorError) -> None:
        if isinstance(error, ReasonMissingError):
            self._show_problem(_("Write why."))
            self.ui.reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ui.error_line.show_error(str(error))

    def _show_problem(self, problem: str) -> None:
        self.ui.reason_problem.set_problem(self.ui.reason_edit, problem)


def _why(offer: Offer) -> str:
    if offer.is_joined:
        return _("they are joined")
    return _(LIKENESS_NAMES[offer.likeness]) if offer.likeness else _("chosen by hand")


def _said_before(offer: Offer) -> str:
    """Say what somebody gave as a reason the last time."""
    if not offer.reason:
        return ""
    words = _("Joined because: {reason}") if offer.is_joined else _("Taken apart because: {reason}")
    return words.format(reason=offer.reason)


def _sides(*sides: Side) -> list[tuple[str, ...]]:
    rows: tuple[tuple[str, Callable[[Side], str]], ...] = (
        (_("Name"), lambda side: side.name),
        (_("Credit code"), lambda side: side.code or _("no credit code")),
        (_("Address"), lambda side: side.address or "—"),
        (_("Evidence"), lambda side: count_text(side.evidence)),
        (_("Ratings"), lambda side: count_text(side.ratings)),
        (_("Customers"), lambda side: count_text(side.customers)),
        (_("Evaluators"), lambda side: listed(side.people) or "—"),
        (_("Locked"), lambda side: _("yes") if side.is_locked else _("no")),
    )
    return [(label, *map(value, sides)) for label, value in rows]
