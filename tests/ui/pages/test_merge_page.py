"""The merge page in the real window: packages dropped, a laptop trusted, what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from evaluator_desktop import texts
from evaluator_desktop.operations import conflicts, export, ratings
from evaluator_desktop.operations import round as round_steps
from evaluator_desktop.store.device import TrustedDevices
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
from tests.ui.pages.opened import open_page
from tests.workspaces import CHEN, FEES, LEAD, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["given", "lead", "open_desk", "open_page", "workspace_template"]


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


def test_the_page_speaks_english(open_desk: Callable[..., Desk]) -> None:
    texts.set_language("en")

    assert open_desk().ui.step_bar.step_button(Step.SETTLE).text() == "Settle"
