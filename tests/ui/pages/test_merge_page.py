"""The merge page in the real window: packages dropped, a laptop trusted, conflicts settled."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from evaluator_desktop import texts
from evaluator_desktop.domain import body_words
from evaluator_desktop.domain.bodies import BODIES, Assignment, Customer
from evaluator_desktop.operations import conflicts, evidence, export, ratings, shop, undo
from evaluator_desktop.operations import round as round_steps
from evaluator_desktop.operations import verification as outcomes
from evaluator_desktop.operations.merge import Trust, take_package
from evaluator_desktop.store import settings
from evaluator_desktop.store.device import TrustedDevices
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.merge.step_bar import Step
from evaluator_desktop.ui.pages.merge_page import MergePage
from tests.ui.pages.opened import PATIENCE_MS, Opened, Opener, open_page
from tests.workspaces import CHEN, FACTS, FEES, LEAD, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["open_page", "workspace_template"]

Key = Qt.Key
Work = Callable[[Workspace], object]
Given = Callable[..., Path]


@pytest.fixture
def given(workspace_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    """Let a colleague work on a laptop of their own and export: `given("周明", work)`."""

    def work_and_export(person: str, work: Work, *, own_device: bool = True) -> Path:
        folder, target = tmp_path / f"laptop {person}", tmp_path / f"{person}.evpkg"
        shutil.copytree(workspace_template, folder)
        with monkeypatch.context() as patch:
            if own_device:
                patch.setenv("XDG_CONFIG_HOME", str(tmp_path / f"user {person}"))
            with Workspace.open(folder) as workspace:
                workspace.settings.put({settings.PERSON: person, settings.ROLE: "evaluator"})
                workspace.act_as(person)
                work(workspace)
                export.export_package(workspace, target)
        return target

    return work_and_export


class Desk:
    """The page, and what a person does with it."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.qtbot = opened, opened.qtbot
        assert isinstance(opened.page, MergePage)
        self.page, self.ui = opened.page, opened.page.ui
        self.pane = self.ui.conflict_pane.ui
        self.bar = self.pane.decision_bar

    def is_at(self, step: Step) -> bool:
        return self.ui.step_stack.currentIndex() == step

    @property
    def open_conflicts(self) -> list[conflicts.Conflict]:
        found: list[conflicts.Conflict] = self.opened.ask(conflicts.conflicts)
        return found

    def drop(self, *paths: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at, copy = QPointF(200, 200), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at.toPoint(), copy, mime, left, none)
        QApplication.sendEvent(self.page, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.page, QDropEvent(at, copy, mime, left, none))
        self.opened.settle()

    def primary(self) -> None:
        assert self.ui.step_bar.primary_button.isEnabled()
        self.opened.click(self.ui.step_bar.primary_button)

    def take_in(self, *paths: Path) -> None:
        """Drop, trust whoever is asked about, look, merge."""
        self.drop(*paths)
        while self.ui.packages_pane.ui.trust_box.isVisible():
            self.opened.click(self.ui.packages_pane.ui.trust_button)
        self.primary()
        self.primary()

    def type(self, text: str) -> None:
        """Give text as an input method does: Chinese cannot be typed by key."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)

    def press(self, *keys: Key) -> None:
        for key in keys:
            self.opened.press(key)

    def fields(self) -> dict[str, list[str]]:
        model = self.pane.field_table.model()
        assert model is not None
        rows = range(model.rowCount())
        columns = range(1, model.columnCount())
        return {
            model.index(row, 0).data(): [model.index(row, column).data() for column in columns]
            for row in rows
        }


@pytest.fixture
def lead(workspace_template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "lead"
    shutil.copytree(workspace_template, folder)
    return folder


@pytest.fixture
def open_desk(lead: Path, open_page: Opener) -> Callable[..., Desk]:
    def open_it(work: Work | None = None) -> Desk:
        if work is not None:
            with Workspace.open(lead) as workspace:
                work(workspace)
        desk = Desk(open_page(lead, "merge", MergePage))
        desk.opened.settle()
        return desk

    return open_it


def facts(**changed: int) -> Work:
    return lambda workspace: shop.set_facts(workspace, PROVIDER, FACTS | changed)


def rating(value: str, item: str = STAFF, person: str = ZHOU) -> Work:
    def rate(workspace: Workspace) -> None:
        before = workspace.person
        workspace.act_as(person)
        ratings.rate(workspace, PROVIDER, item, value, reason="缺原件")
        workspace.act_as(before)

    return rate


def both(*works: Work) -> Work:
    return lambda workspace: [work(workspace) for work in works]


def test_an_empty_page_says_what_to_do(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()

    assert desk.is_at(Step.PACKAGES)
    assert desk.ui.packages_pane.ui.empty_state.isVisible()
    assert "merge_packages" in desk.page.commands()
    assert not desk.ui.step_bar.primary_button.isVisible()


def torn(value: str) -> Work:
    """One person's rating, said otherwise on another laptop that knew nothing of it."""
    return lambda workspace: ratings.rate(workspace, PROVIDER, STAFF, value, "缺原件", seen=())


def test_the_whole_step_is_clicked_and_shows_the_focus(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(both(torn("60"), torn("80")))
    bar = desk.ui.step_bar
    for step in (Step.PACKAGES, Step.SETTLE):
        button = bar.step_button(step)
        at = QPoint(4, button.height() - 3)  # below and before the cap of the key
        desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)
        assert desk.is_at(step)
        assert "current" in button.accessibleName() or "当前" in button.accessibleName()
    button.clearFocus()
    before = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != before


def test_the_last_step_says_when_nothing_was_merged(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(both(torn("60"), torn("80")))
    pane = desk.ui.done_pane.ui
    desk.primary()
    assert desk.is_at(Step.DONE)
    assert pane.empty_state.isVisible()
    assert not pane.incoming_table.isVisible()


def test_two_laptops_come_in_and_their_conflict_is_settled_by_keys(
    open_desk: Callable[..., Desk], given: Given
) -> None:
    zhou = given(ZHOU, facts(purchases=9))
    chen = given(CHEN, both(facts(purchases=500), rating("70", FEES, CHEN)))
    desk = open_desk()
    desk.drop(zhou, chen)
    fingerprint = desk.ui.packages_pane.ui.fingerprint_label.accessibleName()

    assert [row.is_unknown for row in desk.ui.packages_pane.model.rows] == [True, True]
    assert len(fingerprint.split("-")) == 8
    assert not desk.ui.step_bar.primary_button.isEnabled()

    for _laptop in (zhou, chen):
        desk.opened.click(desk.ui.packages_pane.ui.trust_button)
    assert [row.can_merge for row in desk.ui.packages_pane.model.rows] == [True, True]
    assert TrustedDevices().find(fingerprint) is None, "kept with the merge, not before"

    desk.primary()
    assert desk.is_at(Step.PREVIEW)
    assert desk.opened.ask(conflicts.count_conflicts) == 0
    desk.primary()

    assert desk.is_at(Step.SETTLE)
    assert TrustedDevices().find(fingerprint) is not None
    (conflict,) = desk.open_conflicts
    purchases = [h.body.values["purchases"] for h in conflict.entity.heads if h.body]
    assert sorted(purchases) == [9, 500]

    desk.ui.conflict_table.setFocus()
    desk.press(Key.Key_2)
    assert desk.bar.choice_button("2").isChecked()
    assert desk.bar.ui.reason_edit.hasFocus()
    desk.type("订单以“已完成”为准")
    desk.press(Key.Key_Return)

    assert desk.open_conflicts == []
    assert desk.is_at(Step.DONE)
    part = desk.opened.assessment().record.shop_parts["feedback"]
    assert part.body is not None
    assert part.body.values["purchases"] == purchases[1]
    assert desk.opened.window.ui.hint_line.isVisible()


def test_the_button_carries_the_result(open_desk: Callable[..., Desk], given: Given) -> None:
    desk = open_desk(facts(purchases=9))
    desk.take_in(given(ZHOU, facts(purchases=500)))
    (conflict,) = desk.open_conflicts

    for effect in conflict.effects:
        name = desk.bar.choice_button(str(effect.n)).accessibleName()
        assert f"{effect.shop_points:,}" in name
    purchases = next(iter(desk.fields().values()))
    assert sorted(purchases[1:3]) == ["500", "9"]
    assert desk.bar.keys() == ("1", "2", "4")


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


def _look_on(_workspace: Workspace) -> None:
    """Nothing is recorded."""


@pytest.mark.parametrize("kind", ["foreign", "text", "again"])
def test_what_cannot_be_merged_says_why_and_blocks_nothing(
    kind: str, open_desk: Callable[..., Desk], given: Given, tmp_path: Path
) -> None:
    if kind == "foreign":
        with Workspace.create(tmp_path / "other", person=LEAD, role="lead") as workspace:
            round_steps.start_round(workspace, round_steps.read_scheme())
            bad = tmp_path / "other.evpkg"
            export.export_package(workspace, bad)
    elif kind == "text":
        bad = tmp_path / "notes.evpkg"
        bad.write_text("hello")
    else:
        bad = given(CHEN, _look_on, own_device=False)
    desk = open_desk()
    desk.drop(bad, given(ZHOU, rating("90"), own_device=False))

    rows = desk.ui.packages_pane.model.rows
    assert [row.can_merge for row in rows] == [False, True]
    assert rows[0].result is not None
    assert rows[0].result.message
    desk.primary()
    desk.primary()
    assert [row.merged for row in desk.ui.packages_pane.model.rows] == [False, True]


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


def test_the_page_speaks_english(open_desk: Callable[..., Desk]) -> None:
    texts.set_language("en")

    assert open_desk().ui.step_bar.step_button(Step.SETTLE).text() == "Settle"
