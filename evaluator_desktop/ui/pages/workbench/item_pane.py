"""The item at hand: the document's words, what is asked for, what was recorded, the rating."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QWidget

from evaluator_desktop.domain.assessment import ItemAssessment
from evaluator_desktop.domain.body_words import rating_words
from evaluator_desktop.domain.names import NO_TEXT
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.domain.scheme import Dimension, Indicator
from evaluator_desktop.domain.scoring import weight_percent
from evaluator_desktop.domain.suggestion import suggestion
from evaluator_desktop.store.queries.workbench import WorkbenchView
from evaluator_desktop.texts import _, language, listed, ngettext
from evaluator_desktop.ui.forms.ui_workbench_item_pane import Ui_WorkbenchItemPane
from evaluator_desktop.ui.models.requirement_model import NAME, STATE, RequirementModel
from evaluator_desktop.ui.pages.workbench.rating_box import RatingFacts
from evaluator_desktop.ui.pages.workbench.words import clock_text, line_words
from evaluator_desktop.ui.theme import PX, font, icons
from evaluator_desktop.ui.widgets.key_cap import KeyCap
from evaluator_desktop.ui.widgets.plain import PlainLabel

_LINES_SHOWN = 5
_STATE_MARGINS = 20


class ItemPane(QWidget):
    """Shows one item.

    Signals: `add_requested(requirement_id)`: files for this requirement are to be added (Enter or
    double click on it).
    """

    add_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_WorkbenchItemPane()
        self.ui.setupUi(self)
        self.rating_box = self.ui.rating_box
        self.requirements = RequirementModel(self)
        self._set_up_table()
        self.ui.head.add_widget(KeyCap("Alt+↑↓"))
        self.ui.head.title_label.set_elide()
        self.ui.head.set_first(self.rating_box.ui.rating_edit)
        self.ui.text_button.setIconSize(QSize(PX["icon_cell"], PX["icon_cell"]))
        self.ui.text_button.clicked.connect(
            lambda: self._fold(is_open=self.ui.text_label.isHidden())
        )
        self._fold(is_open=True)
        self._lines = [self._add_line() for _number in range(_LINES_SHOWN)]

    @property
    def wanted_requirement(self) -> str | None:
        """The requirement that was chosen for what is added next, None for none."""
        rows = self.ui.requirement_table.selectionModel().selectedRows()
        chosen = self.requirements.requirement(rows[0].row()) if rows else None
        return chosen.id if chosen else None

    def show_item(self, view: WorkbenchView, number: int, *, is_other: bool) -> None:
        """Show the item with this number from 0; `is_other`: another one than before."""
        item = view.assessment.items[number]
        if is_other:
            self.ui.requirement_table.clearSelection()
            self.ui.item_scroll.verticalScrollBar().setValue(0)
        dimension, indicator = _place_of(view, item)
        self._show_head(item, number, dimension)
        self._show_text(item, indicator)
        self._show_requirements(item)
        self._show_records(view, item)
        self.rating_box.show_rating(_rating_facts(view, item))

    def _show_head(self, item: ItemAssessment, number: int, dimension: Dimension) -> None:
        name = item.name
        meta = [dimension.name.text(language())]
        weight = item.item.weight_bp
        if weight is not None:
            share = weight_percent(weight)
            meta.append(_("weight {share}").format(share=share))
        self.ui.head.set_title(f"{number + 1} {name}", " · ".join(meta))

    def _show_text(self, item: ItemAssessment, indicator: Indicator) -> None:
        texts = (indicator.description, item.item.evidence_text)
        words = [name.text(language()) for name in texts if name != NO_TEXT]
        self.ui.text_label.setText("\n".join(words))

    def _show_requirements(self, item: ItemAssessment) -> None:
        self.requirements.show_item(item)
        count = self.requirements.rowCount()
        self.ui.requirement_count.setText(
            ngettext("{count} kind", "{count} kinds", count).format(count=count)
        )
        self.ui.requirement_head.setVisible(count > 0)
        self.ui.requirement_table.setVisible(count > 0)
        self.ui.requirement_table.setFixedHeight(count * PX["row_two_line"])
        self.ui.requirement_table.setColumnWidth(STATE, self._state_width())
        lists = [
            f"{r.name.text(language())}: {listed(c.text(language()) for c in r.checklist)}"
            for r in item.item.requirements
            if r.checklist
        ]
        self.ui.checklist_label.setText("\n".join(lists))
        self.ui.checklist_label.setVisible(bool(lists))

    def _state_width(self) -> int:
        """Return what the longest state needs; the names have the rest."""
        model, measure = self.requirements, QFontMetrics(font("small")).horizontalAdvance
        words = (model.index(row, STATE).data() for row in range(model.rowCount()))
        return _STATE_MARGINS + max((measure(str(one)) for one in words), default=0)

    def _show_records(self, view: WorkbenchView, item: ItemAssessment) -> None:
        numbers = {
            e.entity.id: (number, e.body.name) for number, e in enumerate(item.evidence, start=1)
        }
        lines = view.records.get(item.item.id, ())[:_LINES_SHOWN]
        said = [f"{clock_text(n.at)}  {line_words(n, numbers, view.person)}" for n in lines]
        for place, label in enumerate(self._lines):
            label.setVisible(place < max(1, len(said)))
            label.setText(said[place] if place < len(said) else _("nothing yet"))

    def _add_line(self) -> PlainLabel:
        label = PlainLabel()
        label.set_role("meta")
        label.set_elide()
        self.ui.lines_layout.addWidget(label)
        return label

    def _fold(self, *, is_open: bool) -> None:
        self.ui.text_label.setVisible(is_open)
        self.ui.text_button.setIcon(icons.icon("chevron_down" if is_open else "chevron_right"))

    def _set_up_table(self) -> None:
        table = self.ui.requirement_table
        table.setModel(self.requirements)
        table.setAccessibleName(self.ui.requirement_title.text())
        table.set_row_height(PX["row_two_line"])
        table.setSelectionMode(table.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = table.horizontalHeader()
        head.hide()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Fixed)
        table.row_opened.connect(self._ask_to_add)

    def _ask_to_add(self, row: int) -> None:
        requirement = self.requirements.requirement(row)
        if requirement is not None:
            self.add_requested.emit(requirement.id)


def _place_of(view: WorkbenchView, item: ItemAssessment) -> tuple[Dimension, Indicator]:
    return next(
        (dimension, indicator)
        for dimension in view.assessment.scheme.dimensions
        for indicator in dimension.indicators
        if item.item in indicator.items
    )


def _rating_facts(view: WorkbenchView, item: ItemAssessment) -> RatingFacts:
    bodies = [r.body for r in item.ratings if r.body is not None]
    own = next((body for body in bodies if body.person == view.person), None)
    others = [f"{b.person} {rating_words(b.value)}" for b in bodies if b.person != view.person]
    consensus = item.consensus.body if item.consensus else None
    if consensus:
        others.append(_("consensus {value}").format(value=rating_words(consensus.value)))
    return RatingFacts(
        key=f"{view.assessment.record.id}/{item.item.id}",
        value=own.value if own else "",
        reason=own.reason if own else "",
        others=others,
        suggested=suggestion(view.assessment, item.item),
        is_reason_due=own is not None and view.assessment.reason_due(own),
        is_read_only=view.assessment.record.state is ProviderState.LOCKED,
    )
