"""The line at the foot of the window: where one works, as whom, and what is still open."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from evaluator_desktop.texts import SHANGHAI, _, ngettext
from evaluator_desktop.ui.theme import PX, color
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.plain import PlainLabel, caption

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


@dataclass(frozen=True)
class StatusFacts:
    """What the line tells; None or "" is left out."""

    workspace: str = ""
    person: str = ""
    scheme: str = ""
    saved_at: datetime | None = None
    conflicts: int = 0
    missing: int = 0
    absent: int = 0
    """Files that were not sent along, or are lost."""
    backup_at: datetime | None = None


class StatusLine(QFrame):
    """Workspace, evaluator, scheme, saved at; conflicts, missing evidence, age of the backup.

    Signals: `command_requested(action_id)` for a click on what can be clicked: `switch_person`,
    `show_conflicts`, `show_missing`, `back_up`.
    """

    command_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = StatusFacts()
        self.setFixedHeight(PX["status"])
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 1, 8, 0)
        self._row.setSpacing(0)
        self._workspace = self._add_words()
        self._person = self._add_button("switch_person", "text2")
        self._scheme = self._add_words()
        self._saved_sign = IconLabel(side=PX["icon_cell"])
        self._saved_sign.set_icon("tick", "ok")
        self._row.addWidget(self._saved_sign)
        self._row.addSpacing(6)
        self._saved = self._add_words(last=True)
        self._row.addStretch(1)
        self._conflicts = self._add_button("show_conflicts", "accent")
        self._missing = self._add_button("show_missing", "accent")
        self._backup = self._add_button("back_up", "text2")
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE * 1000)
        self._minute.timeout.connect(lambda: self.set_facts(self._facts))
        self.set_facts(self._facts)

    def set_facts(self, facts: StatusFacts) -> None:
        """Show these facts."""
        self._facts = facts
        _show(self._workspace, facts.workspace)
        evaluator = _("Evaluator {person}").format(person=facts.person)
        _show(self._person, evaluator if facts.person else "")
        _show(self._scheme, facts.scheme)
        saved = facts.saved_at and f"{facts.saved_at.astimezone(SHANGHAI):%H:%M}"
        _show(self._saved, _("Saved {time}").format(time=saved) if saved else "")
        self._saved_sign.setVisible(bool(saved))
        _show(self._conflicts, _("Open conflicts {count}").format(count=facts.conflicts))
        _show(self._missing, _missing_words(facts))
        for button in (self._conflicts, self._missing, self._backup):
            button.setVisible(bool(facts.workspace))
        self._backup.setText(caption(_backup_words(facts.backup_at)))
        if facts.workspace:
            self._minute.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("header"))
        painter.fillRect(0, 0, self.width(), 1, color("line"))
        for words in (self._workspace, self._person, self._scheme):
            if words.isVisible():
                painter.fillRect(words.geometry().right() + 8, 3, 1, 20, color("line"))

    def _add_words(self, *, last: bool = False) -> PlainLabel:
        label = PlainLabel()
        label.set_role("meta")
        label.set_elide()
        self._row.addWidget(label)
        if not last:
            self._row.addSpacing(16)
        return label

    def _add_button(self, action_id: str, ink: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "link")
        button.setProperty("small", True)
        button.setProperty("dense", True)
        button.setProperty("ink", ink)
        button.clicked.connect(lambda: self.command_requested.emit(action_id))
        self._row.addWidget(button)
        self._row.addSpacing(16)
        return button


def age_text(moment: datetime, now: datetime) -> str:
    """Say how long ago `moment` was: just now, 5 minutes, 2 hours, 3 days ago."""
    seconds = (now - moment).total_seconds()
    if seconds < _MINUTE:
        return _("just now")
    if seconds < _HOUR:
        count = int(seconds // _MINUTE)
        return ngettext("{count} minute ago", "{count} minutes ago", count).format(count=count)
    if seconds < _DAY:
        count = int(seconds // _HOUR)
        return ngettext("{count} hour ago", "{count} hours ago", count).format(count=count)
    count = int(seconds // _DAY)
    return ngettext("{count} day ago", "{count} days ago", count).format(count=count)


def _backup_words(moment: datetime | None) -> str:
    if moment is None:
        return _("No backup yet")
    return _("Backup: {age}").format(age=age_text(moment, datetime.now(UTC)))


def _missing_words(facts: StatusFacts) -> str:
    words = _("Missing evidence {count}").format(count=facts.missing)
    files = _("files not here {count}").format(count=facts.absent)
    return f"{words} · {files}" if facts.absent else words


def _show(widget: PlainLabel | QPushButton, words: str) -> None:
    widget.setText(words if isinstance(widget, PlainLabel) else caption(words))
    widget.setVisible(bool(words))
