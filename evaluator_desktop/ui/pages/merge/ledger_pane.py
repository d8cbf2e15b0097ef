"""收交台账: who was assigned what, and what of it has come back, below the packages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evaluator_desktop.store.queries.ledger import Ledger, ledger
from evaluator_desktop.texts import _, count_text, ngettext
from evaluator_desktop.ui.forms.ui_merge_ledger_pane import Ui_MergeLedgerPane
from evaluator_desktop.ui.models.ledger_models import EMPTY, PersonModel, ShareModel
from evaluator_desktop.ui.services import Services

_PERSON_WIDTHS = (104, 80, 84, 112, 92)
_PROVIDER_WIDTH, _TWICE_WIDTH, _SHARE_WIDTH = 200, 88, 80
_LEFT = 620


class LedgerPane(QWidget):
    """Signals: `failed(error)` when the ledger could not be read."""

    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergeLedgerPane()
        self.ui.setupUi(self)
        self._services: Services | None = None
        self._ledger = EMPTY
        self.persons, self.shares = PersonModel(self), ShareModel(self)
        people = self.ui.person_table
        people.setModel(self.persons)
        for column, width in enumerate(_PERSON_WIDTHS):
            people.setColumnWidth(column, width)
        self.ui.share_table.setModel(self.shares)
        self.ui.ledger_splitter.setSizes([_LEFT, _LEFT])
        self.ui.ledger_head.set_first(people)
        people.selectionModel().currentRowChanged.connect(
            lambda now, _old: self._show_shares(self.persons.person(now.row()))
        )
        self._show(EMPTY)

    def use(self, services: Services) -> None:
        """Read by these from now on."""
        self._services = services

    def refresh(self) -> None:
        """Read it anew."""
        if self._services is not None:
            self._services.runner.store_job(
                ledger, done=self._show, failed=self.failed.emit, owner=self, topic="ledger"
            )

    def _show(self, found: Ledger) -> None:
        """Show it; the person in hand stays so."""
        person = self.persons.person(self.ui.person_table.currentIndex().row())
        self._ledger = found
        self.persons.show_ledger(found)
        self.ui.ledger_head.set_title(_("Ledger of assignments"), _meta(found))
        self.ui.person_table.setCurrentIndex(self.persons.index(self.persons.row_of(person), 0))

    def _show_shares(self, person: str) -> None:
        """Show the providers of one person, or ("") of everybody."""
        self.shares.show_ledger(self._ledger, person)
        table = self.ui.share_table
        table.setColumnWidth(0, _PROVIDER_WIDTH)
        table.setColumnWidth(1, _TWICE_WIDTH)
        for column in range(2, self.shares.columnCount()):
            table.setColumnWidth(column, _SHARE_WIDTH)


def _meta(found: Ledger) -> str:
    """Say how much of the round is out and what is left."""
    if not found.is_assigned:
        return _("Nothing is assigned yet: Tools › Assign providers")
    missing = sum(person.missing for person in found.persons)
    words = ngettext("{count} item not back", "{count} items not back", missing)
    parts = [words.format(count=count_text(missing)) if missing else _("everything is back")]
    if count := len(found.overlaps):
        words = ngettext("{count} item rated twice", "{count} items rated twice", count)
        parts.append(words.format(count=count_text(count)))
    if count := len(found.unassigned):
        words = ngettext(
            "{count} provider assigned to nobody", "{count} providers assigned to nobody", count
        )
        parts.append(words.format(count=count_text(count)))
    return " · ".join(parts)
