"""The second step of a merge: conflicts settled by keys and by hand, with a reason, or left."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit

from evaluator_desktop.domain import body_words
from evaluator_desktop.domain.bodies import BODIES, Assignment, Customer
from evaluator_desktop.operations import evidence, export, ratings, undo
from evaluator_desktop.operations import round as round_steps
from evaluator_desktop.operations import verification as outcomes
from evaluator_desktop.operations.merge import Trust, take_package
from evaluator_desktop.store import settings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.merge.step_bar import Step
from tests.ui.pages.merge_desk import (
    Desk,
    Given,
    Key,
    Work,
    both,
    facts,
    given,
    lead,
    open_desk,
    rating,
)
from tests.ui.pages.opened import PATIENCE_MS, open_page
from tests.workspaces import CHEN, FEES, LEAD, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["given", "lead", "open_desk", "open_page", "workspace_template"]


def test_a_rating_written_by_hand(open_desk: Callable[..., Desk], given: Given) -> None:
    desk = open_desk(rating("60"))
    desk.take_in(given(ZHOU, rating("90")))
    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_4)
    (field,) = desk.bar.ui.hand_form.fields().values()
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    desk.qtbot.keyClicks(field, "75.5")
    desk.press(Key.Key_Return)
    desk.type("两人一起看过")
    desk.press(Key.Key_Return)

    assert desk.open_conflicts == []
    (entity,) = desk.opened.assessment().item(STAFF).ratings
    assert entity.body is not None
    assert (entity.body.value, entity.body.reason) == ("75.5", "两人一起看过")


def test_a_rating_by_hand_that_is_none_is_refused_at_the_field(
    open_desk: Callable[..., Desk], given: Given
) -> None:
    desk = open_desk(rating("60"))
    desk.take_in(given(ZHOU, rating("90")))
    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_4)
    desk.type("很好")
    desk.press(Key.Key_Return)
    desk.type("理由")
    desk.press(Key.Key_Return)

    assert desk.bar.ui.reason_problem.isVisible()
    assert len(desk.open_conflicts) == 1


def assigning(*items: str) -> Work:
    return lambda workspace: round_steps.assign(workspace, CHEN, [PROVIDER], list(items))


def test_key_3_keeps_both_where_both_can_stand(
    open_desk: Callable[..., Desk], given: Given
) -> None:
    def lead_on_the_way(workspace: Workspace) -> None:
        workspace.settings.put({settings.ROLE: "lead"})
        assigning(FEES)(workspace)

    desk = open_desk(assigning(STAFF))
    desk.take_in(given(LEAD, lead_on_the_way))
    assert desk.bar.keys() == ("1", "2", "3")
    assert "2" in desk.bar.choice_button("3").accessibleName()
    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_3)
    desk.type("两项都给她")
    desk.press(Key.Key_Return)

    assert desk.open_conflicts == []
    (entity,) = desk.opened.assessment().record.of(Assignment)
    assert entity.body is not None
    assert set(entity.body.items or ()) == {STAFF, FEES}


def test_no_reason_no_decision(open_desk: Callable[..., Desk], given: Given) -> None:
    desk = open_desk(rating("60"))
    desk.take_in(given(ZHOU, rating("90")))
    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_1, Key.Key_Return)

    assert desk.bar.ui.reason_problem.isVisible()
    assert len(desk.open_conflicts) == 1


def test_later_leads_to_the_next_and_the_conflict_stays(
    open_desk: Callable[..., Desk], given: Given
) -> None:
    desk = open_desk(both(rating("60"), rating("50", FEES)))
    desk.take_in(given(ZHOU, both(rating("90"), rating("80", FEES))))
    before = desk.ui.conflict_table.currentIndex().row()
    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_0)

    assert desk.ui.conflict_table.currentIndex().row() != before
    assert len(desk.open_conflicts) == 2


def test_undo_reopens_the_conflict(open_desk: Callable[..., Desk], given: Given) -> None:
    desk = open_desk(both(rating("60"), rating("50", FEES)))
    desk.take_in(given(ZHOU, both(rating("90"), rating("80", FEES))))
    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_1)
    desk.type("以原件为准")
    desk.press(Key.Key_Return)
    assert len(desk.open_conflicts) == 1
    assert desk.is_at(Step.SETTLE)
    assert len(desk.page._view.conflicts) == 2, "what was settled stays in the list"

    desk.opened.ask(undo.undo)

    assert len(desk.open_conflicts) == 2


def test_a_judged_file_is_shown_with_both_outcomes(
    open_desk: Callable[..., Desk], given: Given, lead: Path, workspace_template: Path
) -> None:
    with Workspace.open(lead) as workspace:
        added = evidence.add_content(workspace, PROVIDER, STAFF, "社保清单.txt", b"25 persons")
        found = added.files[0][0]
        round_trip = lead.parent / "task.evpkg"
        export.export_package(workspace, round_trip)

    def judge(workspace: Workspace) -> None:
        take_package(workspace, round_trip, trust=Trust(any_new=True))
        outcomes.record_outcome(workspace, found, "false", note="与系统不符")

    package = given(ZHOU, judge)
    desk = open_desk(lambda workspace: outcomes.record_outcome(workspace, found, "verified"))
    desk.take_in(package)
    preview = desk.ui.conflict_pane._previews[0]
    desk.qtbot.waitUntil(lambda: preview.text_edit.toPlainText() != "", timeout=PATIENCE_MS)

    assert preview.text_edit.toPlainText() == "25 persons"
    values = next(iter(desk.fields().values()))
    assert set(values[1:3]) == {"属实", "不属实"}
    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_4)
    (field,) = desk.bar.ui.hand_form.fields().values()
    assert isinstance(field, QComboBox)


def test_an_evaluator_is_told_that_a_leads_decision_is_the_leads(
    open_desk: Callable[..., Desk], given: Given, lead: Path
) -> None:
    def consensus(value: str) -> Work:
        def decide(workspace: Workspace) -> None:
            workspace.settings.put({settings.ROLE: "lead"})
            ratings.rate(workspace, PROVIDER, STAFF, "50")
            ratings.set_consensus(workspace, PROVIDER, STAFF, value, reason="会商")

        return decide

    desk = open_desk(consensus("60"))
    desk.take_in(given(LEAD, consensus("70")))
    assert desk.open_conflicts

    desk.opened.ask(lambda workspace: workspace.settings.put({settings.ROLE: "evaluator"}))
    desk.opened.ask(lambda workspace: workspace.settings.put({settings.PERSON: ZHOU}))
    desk.opened.ask(lambda workspace: workspace.act_as(ZHOU))
    row = next(
        desk.page._settling.model.row_of(view.id)
        for view in desk.page._view.open
        if view.kind == "consensus"
    )
    desk.ui.conflict_table.choose(row)
    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_1)
    desk.type("我来定")
    desk.press(Key.Key_Return)

    assert desk.ui.error_line.text() != ""


def test_every_field_of_every_kind_has_a_name() -> None:
    for kind, body in BODIES.items():
        if kind in ("profile", "shop_facts"):
            continue
        fields = set(body.__struct_fields__) - body_words.HIDDEN
        assert fields <= set(body_words.FIELD_NAMES[kind]), kind


def test_personal_objects_are_never_shown(open_desk: Callable[..., Desk]) -> None:
    body = Customer(PROVIDER, "ab" * 32, has_number=True, removed=False, reason="")
    values = body_words.flat_fields(body)
    scheme = open_desk().page._services.facts.scheme

    assert values["personal"] == body.personal
    assert "ab" not in body_words.value_text("personal", values["personal"], scheme)


def test_the_models_keep_their_contract(open_desk: Callable[..., Desk], given: Given) -> None:
    desk = open_desk(facts(purchases=9))
    models: list[Any] = [
        desk.ui.packages_pane.model,
        desk.ui.preview_pane.model,
        desk.page._settling.model,
        desk.pane.field_table.model(),
    ]
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in models:
        QAbstractItemModelTester(model, mode, desk.page)

    desk.take_in(given(ZHOU, facts(purchases=500)))

    assert all(model.rowCount() for model in models)
