"""Outcomes of verification: method, day, evaluator and note."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.errors import FieldsError
from evaluator_desktop.operations import evidence, verification
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import LEAD, PROVIDER, stored_rows


def outcome(workspace: Workspace, file: str) -> Any:
    entity = workspace.history.entity(derived_entity("outcome", file))
    assert entity is not None
    return entity.body


def test_an_outcome_has_method_day_evaluator_and_note(workspace: Workspace, file: str) -> None:
    verification.record_outcome(
        workspace, file, "partly_verified", method="site", note=" 缺一页 ", on=date(2020, 6, 2)
    )

    body = outcome(workspace, file)
    assert (body.outcome, body.method, body.on, body.evaluator, body.note) == (
        "partly_verified",
        "site",
        "2020-06-02",
        LEAD,
        "缺一页",
    )


def test_the_day_is_todays_in_shanghai(workspace: Workspace, file: str) -> None:
    workspace.session.clock = lambda: datetime(2020, 12, 31, 17, tzinfo=UTC)
    verification.record_outcome(workspace, file, "verified")

    assert outcome(workspace, file).on == "2021-01-01"


def test_the_method_is_the_requirements_own(workspace: Workspace, file: str) -> None:
    verification.record_outcome(workspace, file, "verified")
    assert outcome(workspace, file).method == "original"

    system = evidence.add_content(
        workspace,
        PROVIDER,
        "effectiveness.planning",
        "a",
        b"y",
        requirement="shop_decoration_capture",
    ).files[0][0]
    verification.record_outcome(workspace, system, "verified")
    assert outcome(workspace, system).method == "system"


def test_a_note_may_come_later_and_stays(workspace: Workspace, file: str) -> None:
    verification.record_outcome(workspace, file, "false")
    verification.record_outcome(workspace, file, "false", note="系伪造")
    verification.record_outcome(workspace, file, "unverifiable")

    assert outcome(workspace, file).note == "系伪造"


@pytest.mark.parametrize(("word", "method"), [("fine", None), ("", None), ("verified", "email")])
def test_words_that_are_none_are_refused(
    workspace: Workspace, file: str, word: str, method: str | None
) -> None:
    before = stored_rows(workspace)

    with pytest.raises(FieldsError):
        verification.record_outcome(workspace, file, word, method=method)

    assert stored_rows(workspace) == before
