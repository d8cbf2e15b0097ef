"""The form for settling a conflict by a value that neither side recorded."""

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from evaluator_desktop.domain.bodies import (
    Consensus,
    OutcomeRecord,
    Profile,
    Rating,
    ShopPart,
)
from evaluator_desktop.domain.body_words import field_name, flat_fields
from evaluator_desktop.domain.scoring import parse_rating, rating_text
from evaluator_desktop.domain.verification import OUTCOME_NAMES
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.texts import _
from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.models.conflict_views import ConflictView
from evaluator_desktop.ui.widgets.draft import Draft
from evaluator_desktop.ui.widgets.plain import PlainLabel, caption

_FIELD_WIDTH = 96
_MOST_FIELDS = 5


def is_by_hand(view: ConflictView) -> bool:
    """Tell whether a value can be written by hand: what decides is a rating, outcome or number."""
    return bool(_wanted(view))


def _wanted(view: ConflictView) -> tuple[str, ...]:
    """Return the fields to fill in; none where the form cannot offer all that differ."""
    if None in view.bodies:
        return ()
    if isinstance(view.body, Rating | Consensus):
        return ("value",)
    if isinstance(view.body, OutcomeRecord):
        return ("outcome",)
    if not isinstance(view.body, ShopPart | Profile):
        return ()
    states = [flat_fields(body) for body in view.bodies]
    fields = dict.fromkeys(field for state in states for field in state)
    differing = [f for f in fields if len({repr(state.get(f)) for state in states}) > 1]
    simple = all(_is_simple(state.get(f)) for f in differing for state in states)
    fits = simple and "contact" not in differing and len(differing) <= _MOST_FIELDS
    return tuple(differing) if fits else ()


def _is_simple(value: object) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool)


class HandForm(QWidget):
    """Signals: `entered()` for Enter in a field."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ConflictView | None = None
        self._fields: dict[str, QLineEdit | QComboBox] = {}
        self._drafts: Drafts | None = None
        self._typed: list[Draft] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.hide()

    def use(self, drafts: Drafts) -> None:
        """Keep what is typed here until the conflict is settled."""
        self._drafts = drafts

    def settle(self) -> None:
        """What stands here has been recorded."""
        for typed in self._typed:
            typed.settle()

    def show_conflict(self, view: ConflictView) -> None:
        """Make the fields of a conflict, filled with what A says."""
        self._view = view
        self._fields, self._typed = {}, []
        while (old := self._row.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        known = flat_fields(view.bodies[0])
        for field in _wanted(view):
            self._add(view.kind, field, known.get(field))
            self._keep(view.id, field)
        self._row.addStretch(1)

    def take_focus(self) -> None:
        """Put the focus into the first field, its text selected."""
        first = next(iter(self._fields.values()), None)
        if first is not None:
            first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def fields(self) -> Mapping[str, QLineEdit | QComboBox]:
        """Return the fields by name."""
        return self._fields

    def value(self, reason: str) -> dict[str, Any]:
        """Return what `resolve` takes; `reason` stands for the value's own. Raises FieldsError."""
        body = self._view.bodies[0] if self._view else None
        texts = {field: _text(widget) for field, widget in self._fields.items()}
        if isinstance(body, OutcomeRecord):
            return {"outcome": texts["outcome"], "note": reason}
        if isinstance(body, Rating | Consensus):
            return {"value": rating_text(parse_rating(texts["value"])), "reason": reason}
        values = msgspec.to_builtins(body)["values"]
        for field, text in texts.items():
            _put(values, field, text)
        return {"values": values}

    def _keep(self, conflict: str, field: str) -> None:
        widget = self._fields[field]
        if isinstance(widget, QLineEdit) and self._drafts is not None:
            self._typed.append(typed := Draft(widget))
            typed.use(self._drafts, f"by hand {field}")
            typed.load(conflict, widget.text())

    def _add(self, kind: str, field: str, known: object) -> None:
        name = field_name(kind, field)
        label = PlainLabel(name)
        widget = _outcomes(known) if field == "outcome" else QLineEdit(str(known))
        widget.setAccessibleName(name)
        label.setBuddy(widget)
        if isinstance(widget, QLineEdit):
            widget.setMinimumWidth(_FIELD_WIDTH)
            widget.returnPressed.connect(self.entered)
        self._fields[field] = widget
        self._row.addWidget(label)
        self._row.addWidget(widget)


def _outcomes(known: object) -> QComboBox:
    combo = QComboBox()
    for outcome, name in OUTCOME_NAMES.items():
        combo.addItem(caption(_(name)), str(outcome))
    combo.setCurrentIndex(max(combo.findData(known), 0))
    return combo


def _text(widget: QLineEdit | QComboBox) -> str:
    return str(widget.currentData()) if isinstance(widget, QComboBox) else widget.text().strip()


def _put(values: dict[str, Any], field: str, text: str) -> None:
    """Write a field's text into the values, as the kind of value that stood there."""
    name, _dot, key = field.partition(".")
    holder, last = (values[name], key) if key else (values, name)
    if not isinstance(holder.get(last), int):
        holder[last] = text
    elif text.isdecimal():
        holder[last] = int(text)
    else:
        message = _("write a whole number, 0 or more")
        raise FieldsError(_("Resolution"), [FieldProblem(field_name("shop_facts", field), message)])
