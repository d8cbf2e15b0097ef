"""From a number of the workbench to where it comes from: by Shift+F1, or a click on the number."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evaluator_desktop.domain.explanation import explain
from evaluator_desktop.ui.dialogs.explanation_dialog import ExplanationDialog
from evaluator_desktop.ui.forms.ui_workbench_page import Ui_WorkbenchPage
from evaluator_desktop.ui.pages.workbench.course import Course
from evaluator_desktop.ui.widgets.clicks import Clicks

SCORE, SHOP = "score", "shop"


class Explaining(QObject):
    """Opens the explanation of what the course shows."""

    def __init__(self, ui: Ui_WorkbenchPage, course: Course, parent: QWidget) -> None:
        super().__init__(parent)
        self._course, self._parent = course, parent
        head = ui.header.ui
        for label, key in (
            *((label, SCORE) for label in (head.score_label, head.score_kind_label)),
            *((label, SHOP) for label in (head.points_label, head.tier_label, head.next_label)),
        ):
            Clicks(label).clicked.connect(partial(self.show, key))
        Clicks(ui.item_pane.ui.head.meta_label).clicked.connect(self.show_item)

    def show_item(self) -> None:
        """Explain the points of the item at hand."""
        view = self._course.view
        if view is not None:
            item = view.assessment.items[self._course.number].item
            self.show(f"{'item' if view.assessment.scheme.has_weights else 'rating'}:{item.id}")

    def show(self, key: str) -> None:
        """Explain the number of this name."""
        view = self._course.view
        if view is not None:
            self._course.flush()
            name, steps = view.assessment.record.name, explain(view.assessment)
            dialog = ExplanationDialog(steps, key, name, self._parent)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
