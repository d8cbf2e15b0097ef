"""The lines that tell (notice, error, progress, hint, status), empty states and panes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.ui.theme import color
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.hint_line import Hint, HintLine
from evaluator_desktop.ui.widgets.key_cap import KeyCap
from evaluator_desktop.ui.widgets.notice_line import ErrorLine, FieldProblem, NoticeLine
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.progress_line import ProgressLine
from evaluator_desktop.ui.widgets.status_line import StatusFacts, StatusLine, age_text

NOW = datetime(2026, 11, 22, 2, 42, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english() -> None:
    texts.set_language("en")


def words(widget: QWidget) -> list[str]:
    """Return what is to be read in a widget: its labels and buttons that are not hidden."""
    labels = [x.text() for x in widget.findChildren(PlainLabel) if not x.isHidden()]
    buttons = [x.text() for x in widget.findChildren(QPushButton) if not x.isHidden()]
    return [text for text in labels + buttons if text]


def test_an_error_can_be_looked_into_and_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, tried, shown = ErrorLine(), [], []
    qtbot.addWidget(line)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.detailedText()))
    assert line.text() == ""

    line.show_error("3 files were not added.", details="disk", retry=lambda: tried.append(1))
    line.details_button.click()

    assert (line.text(), shown) == ("3 files were not added.", ["disk"])
    line.retry_button.click()
    assert tried == [1]
    assert line.text() == ""


def test_an_error_without_more_has_no_empty_buttons(qtbot: QtBot) -> None:
    line = ErrorLine()
    qtbot.addWidget(line)

    line.show_error("Failed.")

    assert words(line) == ["Failed."]


def test_a_notice_is_a_sentence(qtbot: QtBot) -> None:
    line = NoticeLine()
    qtbot.addWidget(line)

    line.show_notice("<b>6</b> over the cap")

    assert line.text() == "<b>6</b> over the cap"
    assert line.accessibleName() == line.text()


def test_a_wrong_field_is_outlined_and_told(qtbot: QtBot) -> None:
    field, problem = QLineEdit("-3"), FieldProblem()
    qtbot.addWidget(field)
    qtbot.addWidget(problem)
    field.resize(100, 28)
    plain = field.grab().toImage()

    problem.set_problem(field, "not below 0")

    assert field.grab().toImage().pixelColor(50, 0) == color("false")
    assert field.accessibleDescription() == "not below 0"
    assert not problem.isHidden()

    problem.set_problem(field, "")

    assert field.grab().toImage() == plain
    assert problem.isHidden()


def test_long_work_shows_its_count_and_can_be_cancelled_once(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)

    line.start("Importing", 1284)
    line.advance(370, 1284)

    assert "370 / 1,284" in words(line)
    with qtbot.waitSignal(line.cancel_requested):
        line.cancel_button.click()
    assert not line.cancel_button.isEnabled()

    line.finish()
    assert line.isHidden()


def test_where_there_is_no_room_the_last_keys_give_way(qtbot: QtBot) -> None:
    line = HintLine()
    qtbot.addWidget(line)
    line.setFixedWidth(200)
    line.set_hint(Hint(keys=(("Space", "verified"), ("F2", "note"), ("F6", "the next pane"))))

    def shown() -> list[str]:
        return [cap.text() for cap in line.findChildren(KeyCap) if cap.isVisibleTo(line)]

    assert shown() == ["Space"]
    line.setFixedWidth(700)
    assert shown() == ["Space", "F2", "F6"]


def test_hints_tell_the_record_and_the_keys(qtbot: QtBot) -> None:
    line = HintLine()
    qtbot.addWidget(line)
    assert line.isHidden()
    line.setFixedWidth(700)

    line.set_hint(Hint("2 photo.jpg verified", (("Space", "verified"), ("F6", "next pane"))))

    assert "Recorded: 2 photo.jpg verified" in words(line)
    shown = [cap.text() for cap in line.findChildren(KeyCap) if cap.isVisibleTo(line)]
    assert shown == ["Ctrl+Z", "Space", "F6"]

    line.set_hint(Hint(remark="Nothing to accept at once."))

    shown = [cap.text() for cap in line.findChildren(KeyCap) if cap.isVisibleTo(line)]
    assert shown == []


def test_the_status_line_tells_and_can_be_clicked(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    facts = StatusFacts(
        workspace="Autumn 2026",
        person="Lin & Yifan",
        scheme="Scheme 2020 · 1.0",
        saved_at=NOW,
        conflicts=3,
        missing=12,
        backup_at=datetime.now(UTC) - timedelta(hours=2, minutes=3),
    )

    line.set_facts(facts)

    assert words(line) == [
        "Autumn 2026",
        "Scheme 2020 · 1.0",
        "Saved 10:42",
        "Evaluator Lin && Yifan",
        "Open conflicts 3",
        "Missing evidence 12",
        "Backup: 2 hours ago",
    ]
    line.set_facts(replace(facts, absent=30))
    assert "Missing evidence 12 · files not here 30" in words(line)
    heard: list[str] = []
    line.command_requested.connect(heard.append)
    for button in line.findChildren(QPushButton):
        button.click()
    assert heard == ["switch_person", "show_conflicts", "show_missing", "back_up"]


def test_without_a_workspace_the_status_line_is_empty(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)

    assert words(line) == []


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=24), "1 day ago"),
        (timedelta(days=3, hours=5), "3 days ago"),
    ],
)
def test_an_age_is_said_in_the_unit_a_person_would_use(ago: timedelta, said: str) -> None:
    assert age_text(NOW - ago, NOW) == said


def test_an_empty_place_says_what_to_do(qtbot: QtBot) -> None:
    state, heard = EmptyState(), []
    qtbot.addWidget(state)

    state.set_words("No evidence yet", "Drop photos or files here.", dashed=True)
    add = state.add_button("Add files…", lambda: heard.append("add"), key="Ins", icon="plus")
    paste = state.add_button("Paste", lambda: heard.append("paste"), key="Ctrl+V")

    assert (add.property("kind"), paste.property("kind")) == ("primary", "")
    assert words(state) == [
        "No evidence yet",
        "Drop photos or files here.",
        "Add files…  Ins",
        "Paste  Ctrl+V",
    ]
    add.click()
    paste.click()
    assert heard == ["add", "paste"]


class Panes(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.heads, self.fields = [], []
        for title in ("Item", "Evidence"):
            pane = QWidget()
            inside = QVBoxLayout(pane)
            head, field = PaneHead(pane), QLineEdit()
            head.set_title(title, "6 files")
            inside.addWidget(head)
            inside.addWidget(field)
            column.addWidget(pane)
            self.heads.append(head)
            self.fields.append(field)


def test_a_pane_shows_where_the_focus_is(qtbot: QtBot) -> None:
    panes = Panes()
    qtbot.addWidget(panes)
    with qtbot.waitExposed(panes):
        panes.show()
    panes.activateWindow()
    first, second = panes.heads

    assert second.take_focus()

    qtbot.waitUntil(panes.fields[1].hasFocus)
    assert [head.has_focus() for head in panes.heads] == [False, True]
    assert second.grab().toImage().pixelColor(100, 1) == color("accent")
    assert first.grab().toImage().pixelColor(100, 1) == color("header")
    assert second.pane().accessibleName() == "Evidence"


def test_a_pane_with_nothing_to_focus_says_so(qtbot: QtBot) -> None:
    panes = Panes()
    qtbot.addWidget(panes)
    panes.show()
    panes.fields[0].setEnabled(False)

    assert not panes.heads[0].take_focus()


def test_a_tool_of_a_pane_has_a_name_and_its_key(qtbot: QtBot) -> None:
    head = PaneHead()
    qtbot.addWidget(head)

    tool = head.add_tool("plus", "Add files", "Ins")

    assert tool.accessibleName() == "Add files"
    assert tool.toolTip() == "<qt>Add files  Ins</qt>"
    assert tool.focusPolicy() & Qt.FocusPolicy.TabFocus
