"""The bar of the four steps: where one is, what is done, and the one primary button."""

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.theme import PX, icons
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.key_cap import KeyButton
from evaluator_desktop.ui.widgets.plain import PlainLabel, caption
from evaluator_desktop.ui.widgets.wrap_row import wrap

_HEIGHT = 46


class Step(IntEnum):
    """The steps of a merge, in their order."""

    PACKAGES = 0
    PREVIEW = 1
    SETTLE = 2
    DONE = 3


_NAMES = (N_("Packages"), N_("Preview"), N_("Settle"), N_("Done"))


class StepBar(QFrame):
    """Signals: `step_chosen(step)`; `primary_chosen()` when the primary button is pressed."""

    step_chosen = Signal(int)
    primary_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setProperty("line", "bottom")
        self.setMinimumHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        self._buttons: list[KeyButton] = []
        for step in Step:
            self._add_step(row, step)
        row.addStretch(1)
        self.state_label, self.remark_label = PlainLabel(), PlainLabel()
        self.state_label.set_role("small")
        self.remark_label.set_role("meta")
        self.primary_button = QPushButton()
        self.primary_button.setProperty("kind", "primary")
        self.primary_button.clicked.connect(lambda _checked=False: self.primary_chosen.emit())
        row.addWidget(self.state_label)
        row.addSpacing(12)
        row.addWidget(self.remark_label)
        row.addSpacing(12)
        row.addWidget(self.primary_button)
        wrap(self)

    def _add_step(self, row: QHBoxLayout, step: Step) -> None:
        if step:
            arrow = IconLabel(side=PX["icon_cell"])
            arrow.set_icon("chevron_right")
            row.addWidget(arrow)
            row.addSpacing(4)
        button = KeyButton(cap_first=True)
        button.setProperty("kind", "step")
        button.setText(caption(_(_NAMES[step])))
        button.setIconSize(QSize(PX["icon"], PX["icon"]))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _checked=False: self.step_chosen.emit(int(step)))
        self._buttons.append(button)
        row.addWidget(button)

    def show_step(self, current: Step, done: set[Step], reachable: set[Step]) -> None:
        """Mark the current step and those behind; the others can be gone to where reachable."""
        for step, button in zip(Step, self._buttons, strict=True):
            finished = step in done and step != current
            button.set_key("" if finished else str(step + 1))
            button.setIcon(icons.icon("outcome_verified", "ok") if finished else QIcon())
            face = button.font()
            face.setBold(step == current)
            button.setFont(face)
            button.setEnabled(step == current or step in reachable)
            state = _("current step") if step == current else _("done") if finished else ""
            button.setAccessibleName(" ".join(filter(None, (_(_NAMES[step]), state))))

    def set_words(self, step: Step, count: str) -> None:
        """Put a count behind the name of a step."""
        self._buttons[step].setText(
            caption(f"{_(_NAMES[step])}  {count}" if count else _(_NAMES[step]))
        )

    def step_button(self, step: Step) -> QPushButton:
        """Return the button of a step."""
        return self._buttons[step]

    def show_state(self, state: str, remark: str) -> None:
        """Show how far it is, and a remark in smaller words."""
        self.state_label.setText(state)
        self.remark_label.setText(remark)

    def show_primary(self, text: str, *, enabled: bool) -> None:
        """Show the primary button, "" for none."""
        self.primary_button.setText(caption(text))
        self.primary_button.setVisible(bool(text))
        self.primary_button.setEnabled(enabled)
