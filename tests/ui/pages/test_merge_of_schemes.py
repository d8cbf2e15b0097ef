"""The merge page after the scheme changed: two schemes side by side, and work on items gone."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.domain.bodies import SchemeInUse
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.operations import ratings, schemes
from evaluator_desktop.operations.conflicts import resolve
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.queries.schemes import scheme_entity
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.models.conflict_model import result_words, what_words
from evaluator_desktop.ui.models.conflict_views import merge_view
from evaluator_desktop.ui.models.version_model import field_rows
from tests.workspaces import PROVIDER, STAFF, make_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    make_workspace(tmp_path / "workspace")
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened


def tear_schemes(workspace: Workspace) -> None:
    seen = workspace.history.head_ids(scheme_entity(workspace))
    for version, tolerance in (("1.1", "6"), ("1.2", "7")):
        document: dict[str, Any] = copy.deepcopy(dict(workspace.scheme.document)) | {
            "version": version
        }
        document["parameters"]["rating_tolerance"] = tolerance
        body = SchemeInUse(workspace.info.id, document)
        workspace.commit(
            "set_scheme", [Change(scheme_entity(workspace), SchemeInUse.kind, body, seen)]
        )


def test_two_schemes_are_laid_out_side_by_side(workspace: Workspace) -> None:
    tear_schemes(workspace)
    (view,) = merge_view(workspace).open
    rows = {row.name: row.values for row in field_rows(view, workspace.scheme) if row.differs}
    assert {tuple(sorted(texts)) for texts in rows.values()} >= {
        ("6", "7"),
        ("shanghai-2020 1.1", "shanghai-2020 1.2"),
    }
    assert what_words(view, workspace.scheme)


def drop_staff(workspace: Workspace) -> None:
    document: dict[str, Any] = copy.deepcopy(dict(workspace.scheme.document))
    del document["dimensions"][0]["indicators"][3]
    document["dimensions"][0]["indicators"][0]["items"][0]["weight_bp"] = 1000
    plan = schemes.plan_scheme(workspace, load_scheme(document))
    schemes.carry_out(workspace, plan, accept_losses=True)


def test_a_conflict_on_an_item_that_is_gone_can_still_be_seen_and_settled(
    workspace: Workspace,
) -> None:
    entity = derived_entity("rating", PROVIDER, STAFF, workspace.person)
    before = workspace.history.head_ids(entity)
    for value in ("70", "90"):
        ratings.rate(workspace, PROVIDER, STAFF, value, seen=before)
    drop_staff(workspace)
    (view,) = merge_view(workspace).open
    assert STAFF in what_words(view, workspace.scheme)
    assert field_rows(view, workspace.scheme)
    assert isinstance(result_words(view, 0, workspace.scheme), str)
    resolve(workspace, view.id, take=1, reason="核对了记录")
    assert merge_view(workspace).open == ()
