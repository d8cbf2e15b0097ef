"""The check before leaving a provider: what only this visit can mend, apart from what can wait."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.departure import DepartureLine, Place
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.forms.ui_departure_dialog import Ui_DepartureDialog
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.tables import List

_PLACE = CELL + 1


class DepartureDialog(QDialog):
    """Signals: `place_chosen(place)`: a `Place` to go to; the dialog is closed by then."""

    place_chosen = Signal(object)

    def __init__(self, lines: Sequence[DepartureLine], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_DepartureDialog()
        self.ui.setupUi(self)
        self.ui.title_label.setText(name)
        self._fill(self.ui.never_list, [line for line in lines if not line.check.mendable])
        self._fill(self.ui.later_list, [line for line in lines if line.check.mendable])
        self.ui.button_box.rejected.connect(self.reject)
        self._begin()

    def _fill(self, view: List, lines: Sequence[DepartureLine]) -> None:
        model = QStandardItemModel(view)
        for line in lines:
            for cell, place in _rows(line):
                model.appendRow(_item(cell, place))
        if not lines:
            model.appendRow(_item(Cell(_("nothing"), icon="tick", icon_ink="ok"), None))
        view.setModel(model)
        view.row_opened.connect(lambda row: self._choose(model.item(row).data(_PLACE)))

    def _begin(self) -> None:
        """Begin at the first line that leads somewhere, on what only this visit can mend."""
        for view in (self.ui.never_list, self.ui.later_list):
            model = view.model()
            rows = (model.index(number, 0) for number in range(model.rowCount()))
            first = next((row for row in rows if isinstance(row.data(_PLACE), Place)), None)
            if first is not None:
                view.setCurrentIndex(first)
                view.setFocus()
                return

    def _choose(self, place: object) -> None:
        if isinstance(place, Place):
            self.accept()
            self.place_chosen.emit(place)


def _rows(line: DepartureLine) -> list[tuple[Cell, Place | None]]:
    icon, ink = ("reason", "partly") if line.check.mendable else ("warning", "false")
    name = line.check.name.text(language())
    count = f"{len(line.places)}" if line.places else ""
    head = Cell(name, icon=icon, icon_ink=ink, bold=True, note=count)
    return [
        (head, None),
        *((Cell(f"      {place.text}", small=True), place) for place in line.places),
    ]


def _item(cell: Cell, place: Place | None) -> QStandardItem:
    item = QStandardItem(cell.text.strip())
    item.setData(cell, CELL)
    item.setData(place, _PLACE)
    item.setEditable(False)
    item.setFlags(item.flags() if place else item.flags() & ~Qt.ItemFlag.ItemIsSelectable)
    return item
