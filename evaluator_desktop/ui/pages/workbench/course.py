"""The way through a provider: which item is at hand, where the focus goes, what is still to do."""

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.domain.departure import Place
from evaluator_desktop.store.history import Turned
from evaluator_desktop.store.queries.workbench import WorkbenchView
from evaluator_desktop.ui.forms.ui_workbench_page import Ui_WorkbenchPage
from evaluator_desktop.ui.pages.workbench.strip_cells import strip_groups
from evaluator_desktop.ui.pages.workbench.todos import Field, Todo, is_open, next_todo


class Course(QObject):
    """Moves through the items of the view that is shown.

    Signals: `item_shown()`: another item is at hand.
    """

    item_shown = Signal()

    def __init__(self, ui: Ui_WorkbenchPage, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self.view: WorkbenchView | None = None
        self._wanted: Turned | None = None
        self._last: tuple[Todo, int] | None = None
        self.number = 0
        """Of the item at hand, from 0."""
        ui.item_strip.item_chosen.connect(self._choose)
        ui.evidence_pane.all_judged.connect(ui.item_pane.rating_box.start_rating)
        ui.item_pane.rating_box.finished.connect(self.finish_item)

    def show_view(self, view: WorkbenchView) -> None:
        """Show what was read; of another provider from its first item that is not done."""
        is_other = self.view is None or self.view.assessment.record.id != view.assessment.record.id
        self.view = view
        if is_other:
            self.number = _first_open(view)
        self._ui.header.show_view(view)
        self._ui.item_strip.set_groups(strip_groups(view))
        self._show_item(is_other=is_other)
        wanted, self._wanted = self._wanted, None
        if is_other:
            self.start_item()
        elif wanted is not None:
            self._go_to_turned(wanted)

    def want(self, turned: Turned | None) -> None:
        """Go, with the next view, to what was taken back or done again."""
        self._wanted = turned

    def go_to(self, number: int) -> None:
        """Bring another item to hand; what was typed for the one before is handed over."""
        if self.view is not None and 0 <= number < len(self.view.assessment.items):
            self.flush()
            self.number = number
            self._show_item(is_other=True)

    def next_item(self, step: int = 1) -> None:
        """Go one item on, or back with -1, to its first open file or its rating."""
        self.go_to(self.number + step)
        self.start_item()

    def finish_item(self) -> None:
        """The rating was entered: go on; the last item stays."""
        self.next_item()

    def start_item(self) -> None:
        """Put the focus where the work on this item begins."""
        pane = self._ui.evidence_pane
        if pane.first_open_row >= 0:
            pane.select_row(pane.first_open_row)
            pane.start()
        else:
            self._ui.item_pane.rating_box.start_rating()

    def go_to_todo(self, step: int) -> Todo | None:
        """Go to the next to-do (1) or the one before (-1); None when nothing is to do."""
        self.flush()
        todo = next_todo(self.view, self._here(), step) if self.view else None
        if todo is not None:
            self._show_todo(todo)
        return todo

    def go_to_place(self, place: Place) -> None:
        """Go where something is to be mended."""
        items = self.view.assessment.items if self.view else ()
        numbers = {item.item.id: number for number, item in enumerate(items)}
        self.go_to(numbers[place.item])
        if place.evidence is None:
            self.start_item()
        else:
            pane = self._ui.evidence_pane
            pane.select_row(pane.model.row_of(place.evidence))
            pane.start()

    def _go_to_turned(self, turned: Turned) -> None:
        for number, item in enumerate(self.view.assessment.items if self.view else ()):
            pieces = {piece.entity.id for piece in item.evidence}
            if turned.evidence in pieces:
                self.go_to_place(Place(item.item.id, turned.evidence, ""))
            elif turned.item == item.item.id:
                self.go_to(number)
                self.start_item()
                if turned.kind == Rating.kind:
                    self._ui.item_pane.rating_box.start_rating()

    def flush(self) -> None:
        """Hand over what is typed in any field."""
        self._ui.item_pane.rating_box.flush()
        self._ui.evidence_pane.outcome_box.flush()

    def _show_item(self, *, is_other: bool) -> None:
        if self.view is None:
            return
        self._ui.item_strip.set_current(self.view.assessment.items[self.number].item.id)
        self._ui.item_pane.show_item(self.view, self.number, is_other=is_other)
        self._ui.evidence_pane.show_item(self.view, self.number, is_other=is_other)
        if is_other:
            self.item_shown.emit()

    def _choose(self, item_id: str) -> None:
        items = self.view.assessment.items if self.view else ()
        self.go_to(next(n for n, item in enumerate(items) if item.item.id == item_id))

    def _show_todo(self, todo: Todo) -> None:
        if todo.item != self.number:
            self.go_to(todo.item)
        pane, box = self._ui.evidence_pane, self._ui.item_pane.rating_box
        if todo.field is Field.EVIDENCE:
            pane.select_row(todo.row)
            pane.start()
            self._last = (todo, pane.table.currentIndex().row())
            if todo.is_note:
                pane.outcome_box.start_note()
        elif todo.field is Field.RATING:
            box.start_rating()
        else:
            box.start_reason()

    def _here(self) -> Todo:
        """Say where the focus is, as a place among the to-dos."""
        box = self._ui.item_pane.rating_box.ui
        if box.reason_edit.hasFocus():
            return Todo(self.number, Field.REASON)
        if box.rating_edit.hasFocus():
            return Todo(self.number, Field.RATING)
        row = self._ui.evidence_pane.table.currentIndex().row()
        last, last_row = self._last or (None, -1)
        if last is not None and (last.item, last_row) == (self.number, row):
            return last  # evidence that is missing has no row of its own
        return Todo(self.number, Field.EVIDENCE, row)


def _first_open(view: WorkbenchView) -> int:
    """Return the first item with a file to judge or without this person's rating, else 0."""
    for number, item in enumerate(view.assessment.items):
        own = any(r.last.body and r.last.body.person == view.person for r in item.ratings)
        is_own = view.assessment.record.is_to_rate(view.person, item.item.id)
        if (not own and is_own) or any(map(is_open, item.evidence)):
            return number
    return 0
