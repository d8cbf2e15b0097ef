"""校准: overlap, each evaluator's mean offset, agreement, and what is contested most."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.domain.calibration import (
    FEWEST_CASES,
    Calibration,
    ItemCalibration,
    PersonCalibration,
)
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scoring import percent, printed
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store.queries.deliberation import round_calibration
from evaluator_desktop.texts import _, count_text, language
from evaluator_desktop.ui.forms.ui_merge_calibration_pane import Ui_MergeCalibrationPane
from evaluator_desktop.ui.models.cell_table_model import CellTableModel, Head, fit_columns
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.cells import Cell

_COLUMN_WIDTH = 128


class CalibrationPane(QWidget):
    """Two tables to look at; where a number would rest on too little it says so instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergeCalibrationPane()
        self.ui.setupUi(self)
        self._services: Services | None = None
        self.people_model, self.items_model = CellTableModel(self), CellTableModel(self)
        self.ui.people_table.setModel(self.people_model)
        self.ui.items_table.setModel(self.items_model)
        self.ui.agreement_label.set_elide()
        self.ui.people_head.set_title(_("Evaluators"), _("own rating less the mean of the others"))
        self.ui.items_head.set_title(_("Most contested items"))
        self.ui.empty_state.set_words(
            _("Nothing to compare yet"),
            _("Evaluators can be compared where several of them rated the same item."),
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; a focus proxy would keep Tab from what stands before it."""
        self.ui.people_table.setFocus(event.reason())

    def use(self, services: Services) -> None:
        """Read from this workspace."""
        self._services = services

    def refresh(self) -> None:
        """Read the ratings of the round again."""
        if self._services is not None:
            self._services.runner.store_job(
                round_calibration,
                done=self._show,
                failed=self._show_error,
                topic="calibration",
                owner=self,
            )

    def _show(self, found: Calibration) -> None:
        ui = self.ui
        ui.error_line.clear()
        ui.stack.setCurrentWidget(ui.table_splitter if found.overlap else ui.empty_state)
        ui.summary_bar.setVisible(bool(found.overlap))
        words = _("Rated by several people: {overlap} of {rated} items")
        ui.overlap_label.setText(
            words.format(overlap=count_text(found.overlap), rated=count_text(found.rated))
        )
        ui.agreement_label.setText(_agreement_words(found))
        scheme = self._services.facts.scheme if self._services else None
        self.people_model.show_rows(_people_heads(), [_person_row(p) for p in found.people])
        if scheme is not None:
            self.items_model.show_rows(_item_heads(), [_item_row(i, scheme) for i in found.items])
        for table in (ui.people_table, ui.items_table):
            fit_columns(table, _COLUMN_WIDTH)

    def _show_error(self, error: EvaluatorError) -> None:
        self.ui.error_line.show_error(str(error), retry=self.refresh)


def _agreement_words(found: Calibration) -> str:
    if found.agreement is None:
        words = _("Too few for a rate of agreement: {count} of at least {fewest}")
        return words.format(count=found.overlap, fewest=FEWEST_CASES)
    words = _("Agreement within the tolerance: {rate}")
    return words.format(rate=percent(found.agreement))


def _people_heads() -> Sequence[Head]:
    shared, offset = _("Shared items"), _("Mean offset")
    return Head(_("Evaluator")), Head(shared, right=True), Head(offset, right=True)


def _person_row(person: PersonCalibration) -> Sequence[Cell]:
    cases = Cell(count_text(person.cases), right=True)
    if person.offset is None:
        few = _("too few, {fewest} needed").format(fewest=FEWEST_CASES)
        return Cell(person.person), cases, Cell(few, ink="text3", small=True, right=True)
    return Cell(person.person), cases, Cell(_signed(person.offset), bold=True, right=True)


def _signed(value: Fraction) -> str:
    text = printed(value)
    return f"+{text}" if value > 0 else text.replace("-", "−")


def _item_heads() -> Sequence[Head]:
    columns = (_("Shared"), _("In dispute"), _("Mean spread"))
    return Head(_("Item")), *(Head(text, right=True) for text in columns)


def _item_row(item: ItemCalibration, scheme: Scheme) -> Sequence[Cell]:
    spread = "—" if item.mean_spread is None else printed(item.mean_spread)
    ink = "false" if item.disputed else "text2"
    return (
        Cell(scheme.item_name(item.item, language())),
        Cell(count_text(item.cases), right=True),
        Cell(count_text(item.disputed), ink=ink, bold=bool(item.disputed), right=True),
        Cell(spread, right=True),
    )
