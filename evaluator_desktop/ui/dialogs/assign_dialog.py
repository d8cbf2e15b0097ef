"""Assigning: which providers, which items of them, to whom; and taking them back."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.bodies import EVALUATOR
from evaluator_desktop.errors import EvaluatorError, FieldsError
from evaluator_desktop.operations.assigning import unassign
from evaluator_desktop.operations.people import list_person
from evaluator_desktop.operations.round import assign
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.ledger import Ledger, ledger
from evaluator_desktop.texts import _, language, listed, ngettext
from evaluator_desktop.ui.dialogs.check_list import checked_values, show_choices, tick_all
from evaluator_desktop.ui.forms.ui_assign_dialog import Ui_AssignDialog
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.dialog_drafts import NEW, DialogDrafts
from evaluator_desktop.ui.widgets.plain import caption


class AssignDialog(QDialog):
    """Stays open, so that one evaluator follows the other. For leads.

    Signals: `recorded(words)` when something was assigned or taken back.
    """

    recorded = Signal(str)

    def __init__(
        self, services: Services, offered: Sequence[str], ticked: Collection[str], parent: QWidget
    ) -> None:
        """Offer these providers, some of them ticked already."""
        super().__init__(parent)
        self.ui = Ui_AssignDialog()
        self.ui.setupUi(self)
        self._services, self._offered = services, tuple(offered)
        self._wanted = ""
        self._ticked: Collection[str] = ticked
        self._items = [item.id for item in services.facts.scheme.items]
        words = (
            (f"{number} {item.name.text(language())}", item.id)
            for number, item in enumerate(services.facts.scheme.items, 1)
        )
        show_choices(self.ui.item_list, words, checked=True)
        self._drafts = DialogDrafts(self, services.drafts, NEW)
        self._drafts.add(self.ui.new_person_edit, "new person")
        self._connect()
        self._read()

    def _connect(self) -> None:
        ui = self.ui
        for view, every, none in (
            (ui.provider_list, ui.all_providers_button, ui.no_providers_button),
            (ui.item_list, ui.all_items_button, ui.no_items_button),
        ):
            every.clicked.connect(lambda _on=False, view=view: tick_all(view, checked=True))
            none.clicked.connect(lambda _on=False, view=view: tick_all(view, checked=False))
            view.itemChanged.connect(self._show_share)
        ui.person_combo.currentIndexChanged.connect(self._show_share)
        ui.new_person_edit.textChanged.connect(
            lambda _text: ui.new_person_problem.set_problem(ui.new_person_edit, "")
        )
        ui.new_person_edit.returnPressed.connect(self._list)
        ui.list_button.clicked.connect(self._list)
        ui.assign_button.clicked.connect(self._assign)
        ui.take_back_button.clicked.connect(self._take_back)
        ui.cancel_button.clicked.connect(self.reject)

    # What is there

    def _read(self) -> None:
        self._services.runner.store_job(
            ledger, done=self._show, failed=self._show_error, owner=self, topic="ledger"
        )

    def _show(self, found: Ledger) -> None:
        """List persons and providers with what is assigned by now; ticks and choice stay."""
        ui, combo = self.ui, self.ui.person_combo
        chosen = self._wanted or combo.currentData()
        before = combo.blockSignals(True)
        combo.clear()
        for person in found.persons:
            combo.addItem(caption(person.person), person.person)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.blockSignals(before)
        self._wanted = ""
        holders = _holders(found)
        offered = [provider for provider in self._offered if provider in found.providers]
        lines = ((_provider_words(found, p, holders.get(p, ())), p) for p in offered)
        show_choices(ui.provider_list, lines, ticked=self._ticked)
        self._show_share()

    def _show_share(self) -> None:
        """Say what the buttons would do."""
        ui = self.ui
        self._ticked = frozenset(checked_values(ui.provider_list))
        ui.provider_problem.set_problem(ui.provider_list, "")
        ui.item_problem.set_problem(ui.item_list, "")
        count, items = len(self._ticked), len(checked_values(ui.item_list))
        sentence = ngettext("{count} provider", "{count} providers", count).format(count=count)
        share = _("{providers}, {items} of {all} items each")
        ui.share_label.setText(share.format(providers=sentence, items=items, all=len(self._items)))

    # What is done

    def _assign(self) -> None:
        items = checked_values(self.ui.item_list)
        if not items:
            self.ui.item_problem.set_problem(self.ui.item_list, _("Tick at least one item."))
            return
        sentence = _("{count} assigned to {person}")
        self._do(partial(assign, items=None if items == self._items else items), sentence)

    def _take_back(self) -> None:
        self._do(unassign, _("{count} taken back from {person}"))

    def _do(self, operation: Callable[..., Changes], sentence: str) -> None:
        ui, providers = self.ui, checked_values(self.ui.provider_list)
        person = ui.person_combo.currentData()
        ui.error_line.clear()
        if not providers:
            ui.provider_problem.set_problem(ui.provider_list, _("Tick at least one provider."))
            return
        if person is None:
            ui.person_problem.set_problem(ui.person_combo, _("List the person first."))
            return
        self._services.runner.store_job(
            operation,
            person,
            providers,
            done=lambda changes: self._hear_done(changes, sentence, person),
            failed=self._show_error,
            owner=self,
        )

    def _hear_done(self, changes: Changes, sentence: str, person: str) -> None:
        count = len(changes.providers)
        words = ngettext("{count} provider", "{count} providers", count).format(count=count)
        self.recorded.emit(sentence.format(count=words, person=person))
        self._read()

    def _list(self) -> None:
        ui = self.ui
        ui.error_line.clear()
        self._wanted = " ".join(ui.new_person_edit.text().split())
        self._drafts.hand_over()
        self._services.runner.store_job(
            list_person,
            ui.new_person_edit.text(),
            EVALUATOR,
            done=lambda _changes: self._hear_listed(),
            failed=self._hear_not_listed,
            owner=self,
        )

    def _hear_listed(self) -> None:
        self.ui.new_person_edit.clear()
        self.ui.person_problem.set_problem(self.ui.person_combo, "")
        self.ui.person_combo.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _hear_not_listed(self, error: EvaluatorError) -> None:
        self._wanted = ""
        self._drafts.take_back()
        if isinstance(error, FieldsError):
            self.ui.new_person_problem.set_problem(self.ui.new_person_edit, str(error))
        else:
            self._show_error(error)

    def _show_error(self, error: EvaluatorError) -> None:
        self.ui.error_line.show_error(str(error))


def _holders(found: Ledger) -> dict[str, list[str]]:
    """Say of each provider who holds it, and how many items where it is not all of them."""
    holders: dict[str, list[str]] = {}
    for person in found.persons:
        for share in person.shares:
            if share.assigned:
                words = f"{person.person} {len(share.assigned)}"
                holders.setdefault(share.provider, []).append(words)
    return holders


def _provider_words(found: Ledger, provider: str, holders: Sequence[str]) -> str:
    row = found.providers[provider]
    who = listed(holders) if holders else _("nobody yet")
    return " · ".join(part for part in (row.name, row.code or "", who) if part)
