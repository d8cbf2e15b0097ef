"""The keys that the hint line names, by the pane that has the focus."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.forms.ui_workbench_page import Ui_WorkbenchPage

_EVERYWHERE = (("F3", N_("next to-do")), ("F6", N_("next pane")))
_KEYS: Mapping[str, Sequence[tuple[str, str]]] = {
    "evidence": (
        ("Space", N_("verified")),
        ("2 3 4", N_("other outcomes")),
        ("F2", N_("note")),
        *_EVERYWHERE,
    ),
    "rating": (("Enter", N_("next item")), ("F2", N_("reason")), *_EVERYWHERE),
    "text": (("Enter", N_("record")), ("Esc", N_("back")), ("F4", N_("phrases")), *_EVERYWHERE),
    "preview": (("+ −", N_("zoom")), ("PgUp PgDn", N_("pages")), *_EVERYWHERE),
    "": (("Alt+↑↓", N_("other item")), ("F12", N_("check before leaving")), *_EVERYWHERE),
}


def keys_of(place: str) -> list[tuple[str, str]]:
    """Return keys and words for evidence, rating, text (reason, note), preview or "" elsewhere."""
    return [(key, _(does)) for key, does in _KEYS[place]]


def place_of(ui: Ui_WorkbenchPage, focus: QWidget | None) -> str:
    """Name the kind of place that has the focus, as `keys_of` knows them."""
    rating = ui.item_pane.rating_box.ui
    if focus is rating.rating_edit:
        return "rating"
    if focus in (rating.reason_edit, ui.evidence_pane.outcome_box.ui.note_edit):
        return "text"
    if focus is ui.evidence_pane.table:
        return "evidence"
    return "preview" if focus and ui.preview_pane.isAncestorOf(focus) else ""
