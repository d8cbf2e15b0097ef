"""Rows that are derived: made anew where another version of the program left them."""

from evaluator_desktop.operations import evidence, ratings, shop, verification
from evaluator_desktop.operations import round as steps
from evaluator_desktop.store import settings
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CHEN, FACTS, FEES, LEAD, OTHER, PROVIDER, STAFF, ZHOU, stored_rows


def test_rows_of_another_version_are_made_anew_without_being_read(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    expected = stored_rows(workspace)
    with workspace.database.transaction():
        workspace.database.rows("UPDATE summary SET content = ?", b'{"of":"another version"}')
        workspace.settings.write({settings.PROJECTIONS: "0"})
    workspace.close()

    with Workspace.open(workspace.path) as again:
        assert stored_rows(again) == expected


def row(workspace: Workspace, provider: str = PROVIDER) -> Summary:
    found = workspace.projections.get(provider)
    assert found is not None
    assert found == workspace.projections.expected(provider, anew=True)
    return found


def sign(workspace: Workspace, item: str = STAFF) -> str:
    ids = [one.id for one in workspace.scheme.items]
    return row(workspace).signs[ids.index(item)]


def test_a_provider_without_work(workspace: Workspace) -> None:
    new = row(workspace)

    assert (new.state, new.started, new.rated, new.items) == ("open", False, 0, 15)
    assert set(new.signs) == {"open"}
    assert (new.score, new.tier, new.shop_points, new.class_id) == (None, None, None, None)
    assert new.people == ()


def test_an_items_sign_says_what_has_to_be_settled_first(workspace: Workspace) -> None:
    file = evidence.add_content(
        workspace, PROVIDER, STAFF, "a.pdf", b"x", requirement="staff_list"
    ).files[0][0]
    assert sign(workspace) == "missing"  # two more requirements

    for name in ("staff_contracts", "social_insurance_list"):
        evidence.add_content(workspace, PROVIDER, STAFF, name, b"y", requirement=name)
    assert sign(workspace) == "open"
    verification.record_outcome(workspace, file, "verified")
    ratings.rate(workspace, PROVIDER, STAFF, "50", "")
    assert sign(workspace) == "reason"
    ratings.rate(workspace, PROVIDER, STAFF, "50", "缺合同")
    assert sign(workspace) == "rated"
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "90")
    assert sign(workspace) == "disputed"


def test_counts_of_evidence(workspace: Workspace) -> None:
    missing = row(workspace).missing
    file = evidence.add_content(
        workspace, PROVIDER, STAFF, "a.pdf", b"x", requirement="staff_list"
    ).files[0][0]
    evidence.add_content(workspace, PROVIDER, FEES, "b.pdf", b"y")
    now = row(workspace)
    assert (now.evidence, now.checked, now.missing) == (2, 0, missing - 1)

    verification.record_outcome(workspace, file, "verified")
    assert row(workspace).checked == 1
    evidence.remove(workspace, file, "重复")
    now = row(workspace)
    assert (now.evidence, now.checked, now.missing) == (1, 0, missing)


def test_who_is_assigned_goes_before_who_rated(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    assert row(workspace).people == (LEAD,)
    steps.assign(workspace, CHEN, [PROVIDER])
    assert row(workspace).people == (CHEN,)


def test_score_class_and_shop(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "83.5")
    shop.set_facts(workspace, PROVIDER, FACTS)

    now = row(workspace)
    assert (now.score, now.class_id, now.weight_rated_bp) == ("83.50", "passed", 10_000)
    assert (now.shop_points, now.tier) == (2470, "diamond_3")
    assert now.rated == now.items


def test_rows_of_all_providers_come_by_id(workspace: Workspace) -> None:
    rows = workspace.projections.all()

    assert [one.provider for one in rows] == sorted([PROVIDER, OTHER])
    assert rows == [row(workspace, one.provider) for one in rows]
