"""Parts of the workbench that need no window: to-dos, drafts, words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.operations import evidence, ratings, undo, verification
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.operations.step_words import action_name
from evaluator_desktop.store.queries.workbench import workbench_view
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.workbench.incoming import holds_material
from evaluator_desktop.ui.pages.workbench.save_copy import save_copy, saved_words
from evaluator_desktop.ui.pages.workbench.todos import Field, Todo, next_todo, todos
from evaluator_desktop.ui.pages.workbench.words import line_words, outcome_words
from evaluator_desktop.ui.widgets.draft import Draft
from tests.ui.pages.workbench.bench import PERSON, QUALIFICATION, STAFF, new_workspace

ALL_ITEMS = 15


def test_to_dos_are_in_the_order_of_the_page_and_go_round(tmp_path: Path) -> None:
    provider = new_workspace(tmp_path / "round")
    with Workspace.open(tmp_path / "round") as workspace:
        for item in workspace.scheme.items:
            ratings.rate(workspace, provider, item.id, "30" if item.id == STAFF else "80")
            for asked in item.requirements:
                added = evidence.add_content(
                    workspace, provider, item.id, asked.id, b"x", requirement=asked.id
                )
                verification.record_outcome(workspace, added.files[0][0], "verified")
        verification.record_outcome(workspace, added.files[0][0], "false")
        view = workbench_view(workspace, provider)

    last = Todo(12, Field.EVIDENCE, 0, is_note=True)
    assert todos(view) == [Todo(3, Field.REASON), last]
    assert next_todo(view, Todo(0, Field.EVIDENCE, 0), 1) == Todo(3, Field.REASON)
    assert next_todo(view, last, 1) == Todo(3, Field.REASON)
    assert next_todo(view, Todo(3, Field.REASON), -1) == last


def test_a_person_who_is_not_assigned_has_nothing_to_rate(tmp_path: Path) -> None:
    provider = new_workspace(tmp_path / "round", role="lead")
    with Workspace.open(tmp_path / "round") as workspace:
        rounds.assign(workspace, "周明", [provider])
        view = workbench_view(workspace, provider)
        workspace.act_as("周明")
        assigned = workbench_view(workspace, provider)

    assert not [todo for todo in todos(view) if todo.field is Field.RATING]
    assert len([todo for todo in todos(assigned) if todo.field is Field.RATING]) == ALL_ITEMS


def test_the_records_of_an_item_name_who_did_what_newest_first(tmp_path: Path) -> None:
    provider = new_workspace(tmp_path / "round", role="lead")
    with Workspace.open(tmp_path / "round") as workspace:
        added = evidence.add_content(workspace, provider, STAFF, "a.txt", b"x")
        verification.record_outcome(workspace, added.files[0][0], "verified")
        workspace.act_as("周明")
        ratings.rate(workspace, provider, STAFF, "80")
        ratings.clear_rating(workspace, provider, STAFF)
        workspace.act_as(PERSON)
        lines = workbench_view(workspace, provider).records[STAFF]

    numbers = {added.files[0][0]: (1, "a.txt")}
    said = [line_words(line, numbers, PERSON) for line in lines]
    assert [line.action for line in lines] == ["clear_rating", "rate", "verify", "add_evidence"]
    assert "1 a.txt" in said[2]
    assert said[1].startswith("周明")


def test_the_record_says_once_that_a_file_was_taken_back(tmp_path: Path) -> None:
    provider = new_workspace(tmp_path / "round")
    with Workspace.open(tmp_path / "round") as workspace:
        evidence.add_content(workspace, provider, STAFF, "a.txt", b"x")
        undo.undo(workspace)
        line = workbench_view(workspace, provider).records[STAFF][0]

    assert line_words(line, {}, PERSON) == f"{action_name('undo')}: a.txt"


def test_a_rating_of_another_is_not_even_read(tmp_path: Path) -> None:
    provider = new_workspace(tmp_path / "round")
    with Workspace.open(tmp_path / "round") as workspace:
        ratings.rate(workspace, provider, QUALIFICATION, "80")
        workspace.act_as("周明")
        ratings.rate(workspace, provider, QUALIFICATION, "97")
        workspace.act_as(PERSON)
        view = workbench_view(workspace, provider)

    assert view.is_blind
    ratings_read = [r for item in view.assessment.items for r in item.ratings]
    assert [r.last.author for r in ratings_read] == [PERSON]
    assert {line.author for lines in view.records.values() for line in lines} == {PERSON}
    assert view.disputed == {QUALIFICATION}


def test_a_text_on_the_clipboard_is_no_material() -> None:
    mime = QMimeData()
    mime.setText("81.5")

    assert not holds_material(mime)
    assert not holds_material(None)


def test_a_draft_keeps_what_could_not_be_recorded(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    draft = Draft(field)
    draft.load("a", "")
    field.setText("half")
    draft.load("b", "other")
    assert (field.text(), draft.is_changed) == ("other", False)
    draft.load("a", "")
    assert (field.text(), draft.is_changed) == ("half", True)
    assert draft.hand_over() == "half"
    assert not draft.is_changed
    draft.take_back("a", "half")
    draft.load("a", "")
    assert (field.text(), draft.is_changed) == ("half", True)


def test_a_copy_that_cannot_be_saved_is_said(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"x")
    assert save_copy(source, tmp_path / "copy").read_bytes() == b"x"
    with pytest.raises(FileProblemError, match="copy"):
        save_copy(source, tmp_path / "nowhere" / "copy")


def test_a_copy_is_marked_as_foreign_and_what_could_run_is_said(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"MZ")
    copy = save_copy(source, tmp_path / "list.XLSM", is_windows=True)

    assert (tmp_path / "list.XLSM:Zone.Identifier").read_text() == "[ZoneTransfer]\nZoneId=3\n"
    assert len(saved_words(copy)) > len(saved_words(tmp_path / "list.xlsx")) + 10


def test_a_note_without_an_outcome_is_said_to_be_recorded() -> None:
    texts.set_language("en")
    said = outcome_words(3, "list.txt", "pending", "original", "blurred")
    assert said == f"{outcome_words(3, 'list.txt', 'pending', 'original', '')}, note recorded"
