"""A provider by hand: the same rules as a list, and no second copy by accident."""

import pytest

from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.errors import FieldsError
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import count_conflicts
from evaluator_desktop.operations.new_provider import (
    CheckDigitError,
    CodeTakenError,
    NewProvider,
    SimilarProvidersError,
    add_provider,
)
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CODE, PROVIDER, stored_rows

NEW_CODE = "91310104MA1FR0000C"
WRONG_DIGIT = "91310104MA1FR00007"
FULL = NewProvider(
    "新机构（示例）",
    NEW_CODE,
    is_law_firm=True,
    address="某路 1 号",
    contact="张三",
    phone="１３８ 1234 5678",
)


def test_everything_that_is_typed_is_recorded(workspace: Workspace) -> None:
    added = add_provider(workspace, FULL)

    record = workspace.record(added.provider, personal=True)
    assert added.provider == derived_entity("provider", NEW_CODE)
    assert (record.name, record.code, record.is_law_firm) == ("新机构（示例）", NEW_CODE, True)
    assert record.profile_value("identity", "address") == "某路 1 号"
    person = record.profile_value("contacts", "person")
    assert dict((record.personal or {})[str(person)]) == {"name": "张三", "phone": "13812345678"}
    assert check(workspace).problems == ()


def test_it_is_one_step_that_can_be_taken_back_and_made_again(workspace: Workspace) -> None:
    before = workspace.projections.all()
    add_provider(workspace, FULL)
    undo(workspace)
    assert workspace.projections.all() == before

    add_provider(workspace, FULL)

    assert count_conflicts(workspace) == 0
    assert len(workspace.projections.all()) == len(before) + 1


def test_a_name_is_enough(workspace: Workspace) -> None:
    record = workspace.record(add_provider(workspace, NewProvider(" 无码机构（示例） ")).provider)
    assert (record.name, record.code, record.is_law_firm) == ("无码机构（示例）", None, False)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (NewProvider("  "), "name"),
        (NewProvider("甲" * 201), "name"),
        (NewProvider("甲机构", "12345"), "code"),
        (NewProvider("甲机构", phone="123"), "phone"),
    ],
)
def test_a_field_that_cannot_be_is_named(
    workspace: Workspace, given: NewProvider, field: str
) -> None:
    before = stored_rows(workspace)
    with pytest.raises(FieldsError) as refused:
        add_provider(workspace, given)
    assert [problem.field for problem in refused.value.details] == [field]
    assert stored_rows(workspace) == before


def test_a_wrong_check_digit_wants_a_reason_which_is_kept(workspace: Workspace) -> None:
    given = NewProvider("新机构（示例）", WRONG_DIGIT)
    with pytest.raises(CheckDigitError):
        add_provider(workspace, given)

    reasoned = NewProvider("新机构（示例）", WRONG_DIGIT, digit_reason="执照如此")
    record = workspace.record(add_provider(workspace, reasoned).provider)

    assert record.code == WRONG_DIGIT
    assert "执照如此" in str(record.profile_value("remarks", "text"))


def test_a_code_that_is_taken_names_who_has_it(workspace: Workspace) -> None:
    with pytest.raises(CodeTakenError) as refused:
        add_provider(workspace, NewProvider("别的名称", CODE, is_another=True))
    assert [one.id for one in refused.value.found] == [PROVIDER]


def test_a_similar_name_is_asked_about_once(workspace: Workspace) -> None:
    given = NewProvider("上海雁栖管理咨询公司（示例）")
    with pytest.raises(SimilarProvidersError) as refused:
        add_provider(workspace, given)
    assert [one.id for one in refused.value.found] == [PROVIDER]

    added = add_provider(workspace, NewProvider(given.name, is_another=True))

    assert added.provider != PROVIDER
