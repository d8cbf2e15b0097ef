"""D10a: before submitting, evaluators do not see each other's ratings; leads do."""

import shutil
from pathlib import Path

import pytest

from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.store.queries.seen import seen_provider
from evaluator_desktop.store.workspace import Workspace
from tests.domain.records import STAFF
from tests.workspaces import CHEN, LEAD, PROVIDER, ZHOU, workspace_template

__all__ = ["workspace_template"]


@pytest.fixture
def path(workspace_template: Path, tmp_path: Path) -> Path:
    """A round in which two evaluators have rated one item, 80 and 90."""
    shutil.copytree(workspace_template, tmp_path / "round")
    with Workspace.open(tmp_path / "round") as workspace:
        for person, value in ((ZHOU, "80"), (CHEN, "90")):
            workspace.act_as(person)
            ratings.rate(workspace, PROVIDER, STAFF, value, None)
    return tmp_path / "round"


def seen_by(path: Path, person: str) -> dict[str, str]:
    with Workspace.open(path) as workspace:
        workspace.act_as(person)
        item = seen_provider(workspace, PROVIDER).item(STAFF)
        return {r.body.person: r.body.value for r in item.ratings if r.body is not None}


def test_d10a_before_submitting_each_sees_the_own_rating_alone(path: Path) -> None:
    assert seen_by(path, ZHOU) == {ZHOU: "80"}
    assert seen_by(path, CHEN) == {CHEN: "90"}


def test_d10a_leads_see_all(path: Path) -> None:
    assert seen_by(path, LEAD) == {ZHOU: "80", CHEN: "90"}


def test_d10a_who_submitted_sees_all(path: Path) -> None:
    with Workspace.open(path) as workspace:
        workspace.act_as(ZHOU)
        for item in workspace.scheme.items:
            ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")
        rounds.submit(workspace, PROVIDER)

    assert seen_by(path, ZHOU) == {ZHOU: "0", CHEN: "90"}
    assert seen_by(path, CHEN) == {CHEN: "90"}
