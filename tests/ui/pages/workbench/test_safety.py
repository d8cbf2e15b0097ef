"""Nothing typed is lost, nothing recorded is overwritten unseen, nothing hidden is shown."""

from pathlib import Path

from PySide6.QtCore import Qt

from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.operations import ratings, undo, verification
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.models.evidence_model import OUTCOME
from tests.ui.pages.workbench.bench import (
    ALT,
    QUALIFICATION,
    STAFF,
    Key,
    put_files,
)
from tests.ui.pages.workbench.conftest import Opener

OTHER = "周明"


def rate_as(path: Path, provider: str, person: str, value: str) -> None:
    with Workspace.open(path) as workspace:
        workspace.act_as(person)
        ratings.rate(workspace, provider, QUALIFICATION, value)


def shown_words(bench_page: object) -> str:
    from PySide6.QtWidgets import QLabel, QWidget

    assert isinstance(bench_page, QWidget)
    words = [label.text() for label in bench_page.findChildren(QLabel) if label.isVisible()]
    names = [w.accessibleName() for w in bench_page.findChildren(QWidget) if w.isVisible()]
    return "\n".join((*words, *names))


def test_another_s_rating_is_hidden_until_one_s_own_is_submitted(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    rate_as(workspace_path, provider, OTHER, "97")
    bench = open_bench()

    assert bench.item_at_hand == QUALIFICATION
    assert "97" not in shown_words(bench.page)
    assert OTHER not in shown_words(bench.page)


def test_a_lead_sees_every_rating(tmp_path: Path, provider: str, open_bench: Opener) -> None:
    with Workspace.open(tmp_path / "round") as workspace:
        workspace.settings.put({"role": "lead"})
    rate_as(tmp_path / "round", provider, OTHER, "97")
    bench = open_bench()

    assert f"{OTHER} 97" in shown_words(bench.page)


def test_a_dispute_shows_its_sign_but_not_the_other_s_figure(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    rate_as(workspace_path, provider, OTHER, "97")
    rate_as(workspace_path, provider, "林一帆", "61")
    bench = open_bench()
    bench.page.course.go_to(0)
    bench.settle()

    assert "97" not in shown_words(bench.page)
    assert "分歧" in shown_words(bench.page)


def test_what_is_typed_is_recorded_when_the_page_is_left(open_bench: Opener) -> None:
    bench = open_bench()
    bench.type("88")
    bench.window.show_page("providers")
    bench.settle()

    [rating] = bench.item(QUALIFICATION).ratings
    assert rating.body is not None
    assert rating.body.value == "88"


def test_a_reason_without_a_rating_waits_for_it(open_bench: Opener) -> None:
    bench = open_bench()
    bench.press(Key.Key_F2)
    bench.compose("", "只看到复印件")
    bench.press(Key.Key_Down, ALT)
    bench.press(Key.Key_Up, ALT)
    assert bench.page.ui.item_pane.rating_box.ui.reason_edit.toPlainText() == "只看到复印件"
    bench.type("50")
    bench.press(Key.Key_Return)

    [rating] = bench.item(QUALIFICATION).ratings
    assert rating.body is not None
    assert (rating.body.value, rating.body.reason) == ("50", "只看到复印件")


def test_what_is_being_typed_survives_a_change_from_elsewhere(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    put_files(workspace_path, provider, [(QUALIFICATION, "a.txt", None)])
    bench = open_bench()
    bench.press(Key.Key_F2)
    bench.compose("", "字迹")
    bench.ask(ratings.rate, provider, STAFF, "70")
    bench.compose("", "不清")
    bench.press(Key.Key_Return)

    record = bench.file("a.txt").record
    assert record is not None
    assert record.body is not None
    assert record.body.note == "字迹不清"


def test_a_note_and_an_outcome_meet_in_one_revision(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    put_files(workspace_path, provider, [(QUALIFICATION, "a.txt", None)])
    bench = open_bench()
    bench.page.ui.evidence_pane.outcome_box.ui.note_edit.setText("公章不清")
    bench.press(Key.Key_2)

    record = bench.file("a.txt").record
    assert record is not None
    assert record.body is not None
    assert (record.body.outcome, record.body.note) == ("partly_verified", "公章不清")
    assert bench.ask(undo.next_undo).startswith("核验结论 部分属实")
    bench.ask(undo.undo)
    assert bench.file("a.txt").record is None


def test_an_outcome_in_conflict_is_shown_and_left_to_the_merge_page(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    put_files(workspace_path, provider, [(QUALIFICATION, "a.txt", None)])
    _judge_apart(workspace_path, provider)
    bench = open_bench()
    model = bench.page.ui.evidence_pane.model
    assert model.data(model.index(0, OUTCOME)) == "不属实 / 属实"
    assert bench.page.ui.notice_line.isVisible()
    bench.press(Key.Key_1)

    assert bench.page.ui.error_line.isVisible()
    assert len(bench.assessment.record.conflicts) == 1
    assert bench.file("a.txt").outcome is Outcome.PENDING


def _judge_apart(workspace_path: Path, provider: str) -> None:
    """Leave what two laptops make that judge one file apart: two heads that differ."""
    with Workspace.open(workspace_path) as workspace:
        [first] = workspace.assessment(provider).item(QUALIFICATION).evidence
        verification.record_outcome(workspace, first.entity.id, "verified", seen=())
        workspace.act_as(OTHER)
        verification.record_outcome(workspace, first.entity.id, "false", note="x", seen=())


def test_a_locked_provider_is_read_only(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    with Workspace.open(workspace_path) as workspace:
        workspace.settings.put({"role": "lead"})
        for item in workspace.scheme.items:
            ratings.rate(workspace, provider, item.id, "0", "nothing was shown")
        rounds.submit(workspace, provider)
        rounds.lock(workspace, provider)
    bench = open_bench()

    box = bench.page.ui.item_pane.rating_box.ui
    assert box.rating_edit.isReadOnly()
    assert not bench.page.ui.header.ui.submit_button.isEnabled()
    assert bench.page.ui.notice_line.isVisible(), "why nothing can be typed"
    box.rating_edit.setFocus()
    bench.press(Qt.Key.Key_Return)
    assert not box.rating_problem.isVisible(), "nobody is asked for what cannot be given"


def test_a_page_without_a_provider_says_what_to_do(open_bench: Opener) -> None:
    bench = open_bench()
    bench.page.show_provider("")
    bench.settle()

    assert bench.page.ui.empty_state.isVisible()
