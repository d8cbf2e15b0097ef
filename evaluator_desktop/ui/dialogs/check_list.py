"""Lists in dialogs whose lines are ticked; each line stands for a value."""

from collections.abc import Collection, Iterable, Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.plain import one_line, tool_tip

_VALUE = Qt.ItemDataRole.UserRole
_CHECKABLE = (
    Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
)


def show_choices(
    view: QListWidget,
    choices: Iterable[tuple[str, str | None]],
    *,
    checked: bool = False,
    ticked: Collection[str] = (),
) -> None:
    """List (words, value); one without a value cannot be ticked. Tells of no change.

    Ticked are all where they are `checked`, else those of these values.
    """
    before = view.blockSignals(True)
    view.clear()
    for words, value in choices:
        item = QListWidgetItem(one_line(words))
        item.setData(Qt.ItemDataRole.ToolTipRole, tool_tip(words))
        item.setData(_VALUE, value)
        item.setFlags(Qt.ItemFlag.NoItemFlags if value is None else _CHECKABLE)
        item.setCheckState(_state(value is not None and (checked or value in ticked)))
        item.setSizeHint(QSize(0, PX["control_dense"]))
        view.addItem(item)
    view.blockSignals(before)


def checked_values(view: QListWidget) -> list[str]:
    """Return the values of the lines that are ticked."""
    ticked = (item for item in _items(view) if item.checkState() == Qt.CheckState.Checked)
    return [str(item.data(_VALUE)) for item in ticked if item.data(_VALUE) is not None]


def tick_all(view: QListWidget, *, checked: bool) -> None:
    """Tick every line that can be ticked, or none."""
    for item in _items(view):
        if item.data(_VALUE) is not None:
            item.setCheckState(_state(checked))


def _state(is_ticked: object) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked


def _items(view: QListWidget) -> Iterator[QListWidgetItem]:
    return (view.item(row) for row in range(view.count()))
