"""A round's steps: start, assign, submit, return, lock, unlock (D10a), and who may take them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from evaluator_desktop.domain.bodies import Lock, Rating
from evaluator_desktop.errors import (
    FileProblemError,
    ReasonMissingError,
    RoleError,
    SchemeError,
    StepError,
    UnknownItemError,
)
from evaluator_desktop.operations import (
    conflicts,
    evidence,
    ratings,
    verification,
)
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.history import Change, Session
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CHEN, LEAD, OTHER, PROVIDER, STAFF, ZHOU, Laptop, stored_rows


def rate_everything(workspace: Workspace, value: str = "0") -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, value, "无材料")


def state(workspace: Workspace) -> str:
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    return row.state


def submit(workspace: Workspace) -> None:
    rate_everything(workspace)
    steps.submit(workspace, PROVIDER)


# --- start ------------------------------------------------------------------------------------


def test_a_round_holds_its_scheme_its_days_and_its_people(workspace: Workspace) -> None:
    info = workspace.info

    assert (info.body.cutoff, info.body.period_start, info.body.period_end) == (
        "2020-12-31",
        "2020-01-01",
        "2020-12-31",
    )
    assert [(p.name, p.role) for p in info.body.persons] == [
        (LEAD, "lead"),
        (ZHOU, "evaluator"),
        (CHEN, "evaluator"),
    ]
    assert workspace.scheme.digest == steps.read_scheme().digest
    assert not info.conflict


def test_the_cutoff_is_today_in_shanghai(tmp_path: Path) -> None:
    # 17:00 in UTC is already tomorrow in Shanghai.
    session = Session(LEAD, "", clock=lambda: datetime(2021, 3, 4, 17, tzinfo=UTC))
    with Workspace.create(tmp_path / "a", person=LEAD, role="lead", session=session) as ws:
        steps.start_round(ws, steps.read_scheme())
        assert ws.info.cutoff == date(2021, 3, 5)
        assert ws.info.period_start == date(2021, 1, 1)


def test_rounds_of_their_own_have_ids_of_their_own(workspace: Workspace, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "b", person=LEAD, role="lead") as other:
        steps.start_round(other, steps.read_scheme())
        assert other.info.id != workspace.info.id


def test_schemes_are_read_strictly(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("id = 'x'", "utf-8")
    (tmp_path / "gbk.toml").write_bytes("id = '测评'".encode("gbk"))

    with pytest.raises(SchemeError):
        steps.read_scheme(tmp_path / "bad.toml")
    with pytest.raises(FileProblemError):
        steps.read_scheme(tmp_path / "gbk.toml")
    with pytest.raises(FileProblemError, match="nowhere"):
        steps.read_scheme(tmp_path / "nowhere.toml")
    with pytest.raises(FileProblemError):
        steps.read_scheme(tmp_path)


# --- roles ------------------------------------------------------------------------------------

LEADS_ONLY: dict[str, Callable[[Workspace], object]] = {
    "assign": lambda ws: steps.assign(ws, ZHOU, [PROVIDER]),
    "return": lambda ws: steps.return_provider(ws, PROVIDER, "请补充"),
    "lock": lambda ws: steps.lock(ws, PROVIDER),
    "unlock": lambda ws: steps.unlock(ws, PROVIDER, "更正"),
    "consensus": lambda ws: ratings.set_consensus(ws, PROVIDER, STAFF, "80", "会商"),
}


@pytest.mark.parametrize("name", LEADS_ONLY)
def test_what_is_for_leads_is_refused_to_evaluators(laptop: Laptop, name: str) -> None:
    zhou = laptop("zhou")
    before = stored_rows(zhou)

    with pytest.raises(RoleError):
        LEADS_ONLY[name](zhou)

    assert stored_rows(zhou) == before


def test_the_role_of_another_person_comes_from_the_rounds_list(workspace: Workspace) -> None:
    assert workspace.role == "lead"
    workspace.act_as(ZHOU)
    assert workspace.role == "evaluator"
    workspace.act_as(LEAD)
    assert workspace.role == "lead"
    workspace.act_as("某人")  # not listed: the workspace's own
    assert workspace.role == "lead"


def test_a_lead_listed_in_the_round_is_one_on_every_laptop(laptop: Laptop) -> None:
    zhou = laptop("zhou")
    assert zhou.role == "evaluator"

    zhou.act_as(LEAD)

    assert zhou.role == "lead"


# --- submitting -------------------------------------------------------------------------------


def test_a_submission_is_refused_while_something_blocks_it(workspace: Workspace) -> None:
    rate_everything(workspace)
    ratings.clear_rating(workspace, PROVIDER, STAFF)
    with pytest.raises(StepError, match="人员能力"):
        steps.submit(workspace, PROVIDER)

    ratings.rate(workspace, PROVIDER, STAFF, "59", "")
    with pytest.raises(StepError):
        steps.submit(workspace, PROVIDER)

    ratings.rate(workspace, PROVIDER, STAFF, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    assert state(workspace) == "submitted"


def test_a_submission_covers_the_persons_own_ratings(workspace: Workspace) -> None:
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "0", "无材料")
    workspace.act_as(LEAD)
    submit(workspace)

    [entity] = workspace.record(PROVIDER).entities["submission"]
    assert entity.body is not None
    rated = workspace.record(PROVIDER).of(Rating)
    own = {head for e in rated if e.body and e.body.person == LEAD for head in e.head_ids}
    assert set(entity.body.covers) == own
    assert entity.body.person == LEAD


def test_everybody_submits_for_himself(workspace: Workspace) -> None:
    steps.assign(workspace, ZHOU, [PROVIDER])
    steps.assign(workspace, LEAD, [PROVIDER])
    submit(workspace)
    assert state(workspace) == "open"

    workspace.act_as(ZHOU)
    submit(workspace)
    assert state(workspace) == "submitted"


def test_a_reason_that_somebody_else_owes_blocks_that_person_alone(workspace: Workspace) -> None:
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "0", "")
    workspace.act_as(LEAD)
    submit(workspace)

    workspace.act_as(ZHOU)
    with pytest.raises(StepError, match=ZHOU):
        steps.submit(workspace, PROVIDER)
    ratings.rate(workspace, PROVIDER, STAFF, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    assert state(workspace) == "submitted"


def test_a_change_after_the_submission_needs_a_reason_before_the_next(workspace: Workspace) -> None:
    file = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x").files[0][0]
    verification.record_outcome(workspace, file, "verified")
    submit(workspace)
    ratings.rate(workspace, PROVIDER, STAFF, "80", "")

    with pytest.raises(StepError):
        steps.submit(workspace, PROVIDER)

    ratings.rate(workspace, PROVIDER, STAFF, "80", "补交名册")
    steps.submit(workspace, PROVIDER)


# --- returning, locking -----------------------------------------------------------------------


def test_returned_until_it_is_submitted_again(workspace: Workspace) -> None:
    submit(workspace)
    steps.return_provider(workspace, PROVIDER, "请补充合同")
    assert state(workspace) == "returned"

    ratings.rate(workspace, PROVIDER, STAFF, "0", "仍无材料")
    assert state(workspace) == "returned"
    steps.submit(workspace, PROVIDER)
    assert state(workspace) == "submitted"


@pytest.mark.parametrize("reason", ["", " ", "\n\t"])
def test_returning_and_unlocking_need_a_reason(workspace: Workspace, reason: str) -> None:
    submit(workspace)
    with pytest.raises(ReasonMissingError):
        steps.return_provider(workspace, PROVIDER, reason)

    steps.lock(workspace, PROVIDER)
    with pytest.raises(ReasonMissingError):
        steps.unlock(workspace, PROVIDER, reason)


def test_only_a_submitted_provider_is_returned_or_locked(workspace: Workspace) -> None:
    for act in (LEADS_ONLY["return"], LEADS_ONLY["lock"], LEADS_ONLY["unlock"]):
        with pytest.raises(StepError):
            act(workspace)
    submit(workspace)
    with pytest.raises(StepError):
        steps.unlock(workspace, PROVIDER, "更正")
    steps.return_provider(workspace, PROVIDER, "补充")
    with pytest.raises(StepError):
        steps.lock(workspace, PROVIDER)


def test_a_lock_needs_to_be_free_of_what_blocks_a_final_report(workspace: Workspace) -> None:
    file = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x").files[0][0]
    verification.record_outcome(workspace, file, "false", note="伪造")
    submit(workspace)

    with pytest.raises(StepError):
        steps.lock(workspace, PROVIDER)

    assert state(workspace) == "submitted"


def test_a_lock_reads_the_evidence_whole(workspace: Workspace) -> None:
    evidence.add_content(workspace, PROVIDER, workspace.scheme.items[0].id, "证书.pdf", b"content")
    submit(workspace)
    [digest] = workspace.evidence_files.digests()
    workspace.evidence_files.path(digest).write_bytes(b"Content")

    with pytest.raises(StepError, match="证书"):
        steps.lock(workspace, PROVIDER)

    workspace.evidence_files.path(digest).write_bytes(b"content")
    steps.lock(workspace, PROVIDER)
    assert state(workspace) == "locked"


def test_a_lock_covers_what_it_was_made_on(workspace: Workspace) -> None:
    submit(workspace)
    steps.lock(workspace, PROVIDER)

    assert state(workspace) == "locked"
    [entity] = workspace.record(PROVIDER).entities["lock"]
    assert entity.body is not None
    basis = {workspace.info.basis, workspace.scheme.digest}
    assert set(entity.body.covers) == workspace.record(PROVIDER).decided_on | basis
    assert not [f for f in workspace.assessment(PROVIDER).findings if f.rule == "lock"]


def test_other_providers_are_not_locked_with_it(workspace: Workspace) -> None:
    submit(workspace)
    steps.lock(workspace, PROVIDER)

    ratings.rate(workspace, OTHER, STAFF, "0", "无材料")


def test_unlocking_makes_a_new_version_of_the_next_lock(workspace: Workspace) -> None:
    submit(workspace)
    for version in (1, 2, 3):
        steps.lock(workspace, PROVIDER)
        assert workspace.record(PROVIDER).version == version
        steps.unlock(workspace, PROVIDER, "更正")
        assert state(workspace) == "submitted"
    ratings.rate(workspace, PROVIDER, STAFF, "0", "更正")


def test_leads_who_differ_about_a_lock_can_settle_it(workspace: Workspace) -> None:
    submit(workspace)
    steps.lock(workspace, PROVIDER)
    [entity] = workspace.record(PROVIDER).entities["lock"]
    steps.unlock(workspace, PROVIDER, "更正")
    # The other lead's laptop: a lock of another reason, made without knowing of the opening.
    body = Lock(PROVIDER, True, 2, "", sorted(workspace.record(PROVIDER).decided_on))
    workspace.commit("lock", [Change(entity.id, "lock", body, entity.head_ids)])
    assert state(workspace) == "locked"

    [conflict] = conflicts.conflicts(workspace)
    conflicts.resolve(workspace, conflict.id, take=1, reason="商定")

    assert conflicts.conflicts(workspace) == []
    assert check(workspace).problems == ()


# --- assigning --------------------------------------------------------------------------------


def test_assignments_are_one_a_provider_and_person(workspace: Workspace) -> None:
    steps.assign(workspace, ZHOU, [PROVIDER, OTHER])
    steps.assign(workspace, CHEN, [PROVIDER], [STAFF])
    steps.assign(workspace, CHEN, [PROVIDER], [STAFF, "organization.experience"])

    assert workspace.record(PROVIDER).assigned == tuple(sorted((ZHOU, CHEN)))
    assert workspace.record(OTHER).assigned == (ZHOU,)
    bodies = [e.body for e in workspace.record(PROVIDER).entities["assignment"]]
    assert {b.person: b.items for b in bodies if b is not None} == {
        ZHOU: None,
        CHEN: [STAFF, "organization.experience"],
    }


def test_an_item_that_does_not_exist_is_not_assigned(workspace: Workspace) -> None:
    with pytest.raises(UnknownItemError):
        steps.assign(workspace, ZHOU, [PROVIDER], ["organization.cars"])
