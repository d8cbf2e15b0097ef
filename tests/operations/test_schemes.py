"""Changing the scheme of a running round: said first, done whole, taken back, and settled."""

import copy
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.domain.bodies import SchemeInUse
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.errors import (
    FieldsError,
    InConflictError,
    RoleError,
    SchemeLossError,
)
from evaluator_desktop.exchange.workbooks.scheme_form import write_scheme_workbook
from evaluator_desktop.operations import conflicts, ratings, schemes, undo
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.evidence import add_files
from evaluator_desktop.store import settings
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.queries.schemes import not_counted, scheme_entity, scheme_versions
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CODE, OTHER, PROVIDER, STAFF, Laptop

Document = dict[str, Any]
QUALIFICATION, EXPERIENCE = "organization.qualification", "organization.experience"


@pytest.fixture
def document(workspace: Workspace) -> Document:
    return copy.deepcopy(dict(workspace.scheme.document))


def items_of(document: Document, place: int) -> Document:
    found: Document = document["dimensions"][0]["indicators"][place]["items"][0]
    return found


def reweighted(document: Document) -> Scheme:
    """The scheme with 100 basis points gone from one item to another."""
    items_of(document, 0)["weight_bp"] += 100
    items_of(document, 1)["weight_bp"] -= 100
    return load_scheme(document)


def without_staff(document: Document) -> Scheme:
    """The scheme without the staff item, its weight gone to another."""
    del document["dimensions"][0]["indicators"][3]
    items_of(document, 0)["weight_bp"] += 500
    return load_scheme(document)


def rate_all(workspace: Workspace, value: str = "80") -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, value)


def test_a_changed_scheme_gets_a_version_and_new_scores(
    workspace: Workspace, document: Document
) -> None:
    rate_all(workspace)
    ratings.rate(workspace, PROVIDER, QUALIFICATION, "100")
    before = workspace.projections.get(PROVIDER)
    plan = schemes.plan_scheme(workspace, reweighted(document))
    assert plan.change.after.version == "1.1"
    assert [(w.id, w.before, w.after) for w in plan.change.weights] == [
        (QUALIFICATION, 500, 600),
        (EXPERIENCE, 500, 400),
    ]
    assert workspace.scheme.version == "1.0", "planning writes nothing"
    done = schemes.carry_out(workspace, plan)
    assert done is not None
    assert done.kinds == {"scheme"}
    assert workspace.scheme.digest == plan.change.after.digest
    after = workspace.projections.get(PROVIDER)
    assert before is not None
    assert after is not None
    assert (before.score, after.score) == ("81.00", "81.20")
    assert not check(workspace).problems


def test_the_scheme_in_use_changes_nothing(workspace: Workspace, document: Document) -> None:
    plan = schemes.plan_scheme(workspace, load_scheme(document))
    assert plan.is_unchanged
    assert schemes.carry_out(workspace, plan) is None
    assert len(scheme_versions(workspace)) == 1


def test_undo_goes_back_and_redo_forth(workspace: Workspace, document: Document) -> None:
    rate_all(workspace)
    ratings.rate(workspace, PROVIDER, QUALIFICATION, "100")
    first = workspace.scheme.digest
    schemes.carry_out(workspace, schemes.plan_scheme(workspace, reweighted(document)))
    undo.undo(workspace)
    assert workspace.scheme.digest == first
    summary = workspace.projections.get(PROVIDER)
    assert summary is not None
    assert summary.score == "81.00"
    undo.redo(workspace)
    assert workspace.scheme.version == "1.1"


def test_what_would_no_longer_count_is_said_first(
    workspace: Workspace, document: Document, tmp_path: Path
) -> None:
    rate_all(workspace)
    ratings.rate(workspace, OTHER, STAFF, "70")
    file = tmp_path / "名单.pdf"
    file.write_bytes(b"%PDF-1.7")
    add_files(workspace, PROVIDER, STAFF, [file], requirement="staff_list")
    plan = schemes.plan_scheme(workspace, without_staff(document))
    assert [(w.name, w.item, w.ratings, w.consensus, w.evidence) for w in plan.losses] == [
        ("苏州咨询中心（示例）", STAFF, 1, 0, 0),
        ("雁栖管理咨询公司（示例）", STAFF, 1, 0, 1),
    ]
    with pytest.raises(SchemeLossError) as caught:
        schemes.carry_out(workspace, plan)
    assert [d.field for d in caught.value.details][1] == f"{CODE} · {STAFF}"
    assert workspace.scheme.version == "1.0", "nothing was written"


def test_what_no_longer_counts_stays_is_listed_and_comes_back(
    workspace: Workspace, document: Document
) -> None:
    rate_all(workspace)
    plan = schemes.plan_scheme(workspace, without_staff(document))
    schemes.carry_out(workspace, plan, accept_losses=True)
    assert [(w.provider, w.item, w.ratings) for w in not_counted(workspace)] == [
        (PROVIDER, STAFF, 1)
    ]
    findings = workspace.assessment(PROVIDER).findings
    assert [f.params["items"] for f in findings if f.rule == "scheme"] == [STAFF]
    summary = workspace.projections.get(PROVIDER)
    assert summary is not None
    assert (summary.rated, summary.items, summary.score) == (14, 14, "80.00")
    assert not check(workspace).problems
    schemes.carry_out(workspace, schemes.plan_scheme(workspace, steps.read_scheme()))
    assert workspace.scheme.version == "1.0", "the same content is the same version"
    assert not_counted(workspace) == ()
    assert workspace.assessment(PROVIDER).item(STAFF).ratings


def test_a_requirement_that_is_gone_is_a_loss_of_its_evidence(
    workspace: Workspace, document: Document, tmp_path: Path
) -> None:
    file = tmp_path / "名单.pdf"
    file.write_bytes(b"%PDF-1.7")
    add_files(workspace, PROVIDER, STAFF, [file], requirement="staff_contracts")
    del items_of(document, 3)["requirements"][1]
    (loss,) = schemes.plan_scheme(workspace, load_scheme(document)).losses
    assert (loss.item, loss.requirement, loss.evidence, loss.ratings) == (
        STAFF,
        "staff_contracts",
        1,
        0,
    )


def test_a_version_is_of_one_content_only(workspace: Workspace, document: Document) -> None:
    changed = reweighted(document)
    with pytest.raises(FieldsError):
        schemes.plan_scheme(workspace, changed, "1.0")
    plan = schemes.plan_scheme(workspace, changed, "2.0-draft")
    assert plan.change.after.version == "2.0-draft"
    with pytest.raises(FieldsError):
        schemes.plan_scheme(workspace, changed, "no version")


def test_changing_the_scheme_is_for_leads(laptop: Laptop, document: Document) -> None:
    with pytest.raises(RoleError):
        schemes.plan_scheme(laptop("zhou"), reweighted(document))


def test_locked_providers_are_named(workspace: Workspace, document: Document) -> None:
    rate_all(workspace, "0")
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", reason="无材料")
    steps.submit(workspace, PROVIDER)
    steps.lock(workspace, PROVIDER)
    plan = schemes.plan_scheme(workspace, reweighted(document))
    assert plan.locked == ("雁栖管理咨询公司（示例）",)
    schemes.carry_out(workspace, plan)
    findings = workspace.assessment(PROVIDER).findings
    assert any(f.rule == "lock" for f in findings), "the lock is to be confirmed"


def test_a_workbook_is_a_scheme_file(workspace: Workspace, tmp_path: Path) -> None:
    write_scheme_workbook(workspace.scheme, tmp_path / "scheme.data")
    assert steps.read_scheme(tmp_path / "scheme.data") == workspace.scheme


def tear(workspace: Workspace, *documents: Document) -> None:
    """Two leads' schemes of one round, as merges would leave them."""
    entity = scheme_entity(workspace)
    seen = workspace.history.head_ids(entity)
    for document in documents:
        body = SchemeInUse(workspace.info.id, document)
        workspace.commit("set_scheme", [Change(entity, "scheme", body, seen)])


def test_two_schemes_are_a_conflict_for_the_lead(workspace: Workspace, document: Document) -> None:
    rate_all(workspace)
    one: Document = dict(reweighted(document).document) | {"version": "1.1"}
    other: Document = copy.deepcopy(one) | {"version": "1.2"}
    other["parameters"]["rating_tolerance"] = "7"
    tear(workspace, one, other)
    [found] = conflicts.conflicts(workspace)
    assert (found.entity.kind, found.provider, len(found.effects)) == ("scheme", None, 2)
    assert any(f.place == "round" for f in workspace.assessment(PROVIDER).findings)
    with pytest.raises(InConflictError):
        schemes.plan_scheme(workspace, reweighted(document))
    heads = [head.body.document["version"] for head in found.entity.heads if head.body]
    conflicts.resolve(workspace, found.id, take=heads.index("1.2") + 1, reason="会上定的")
    assert workspace.scheme.version == "1.2"
    assert conflicts.conflicts(workspace) == []
    assert not check(workspace).problems


def test_a_conflict_of_schemes_is_not_settled_by_an_evaluator_nor_by_nonsense(
    workspace: Workspace, document: Document
) -> None:
    one = dict(document) | {"version": "1.1"}
    tear(workspace, one, dict(document) | {"version": "1.2"})
    [found] = conflicts.conflicts(workspace)
    broken = copy.deepcopy(one)
    items_of(broken, 0)["weight_bp"] += 1
    with pytest.raises(FieldsError):
        conflicts.resolve(workspace, found.id, value={"document": broken}, reason="手写")
    workspace.settings.put({settings.ROLE: "evaluator"})
    workspace.act_as("别人")
    with pytest.raises(RoleError):
        conflicts.resolve(workspace, found.id, take=1, reason="不是组长")
