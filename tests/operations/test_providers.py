"""Importing providers and changing their profile: one step, no conflict with oneself."""

from typing import Any

import pytest

from evaluator_desktop.domain.credit_code import has_check_digit
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.errors import (
    FieldsError,
    InConflictError,
    LockedProviderError,
    UnknownProviderError,
)
from evaluator_desktop.exchange.workbooks.provider_sheet import ProviderRow, ProviderSheet
from evaluator_desktop.operations import providers, ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts, count_conflicts, resolve
from evaluator_desktop.operations.edit import find_provider
from evaluator_desktop.operations.joining import join
from evaluator_desktop.operations.providers import ImportPlan
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CHEN, CODE, LEAD, OTHER, OTHER_CODE, PROVIDER, ZHOU, stored_rows

NEW_CODE = "91310104MA1FR00007"


def row(number: int, name: str, code: str | None = None, **values: Any) -> ProviderRow:
    empty = dict.fromkeys(("is_law_firm", "address", "contact", "phone", "remarks", "evaluators"))
    return ProviderRow(**{"row": number, "name": name, "code": code, **empty, **values})


def sheet(*rows: ProviderRow) -> ProviderSheet:
    return ProviderSheet(rows, (), (), 1, {"name": "机构名称", "code": "统一社会信用代码"}, ())


def plan(workspace: Workspace, *rows: ProviderRow) -> ImportPlan:
    return providers.plan_sheet(workspace, sheet(*rows))


def carry_out(workspace: Workspace, *rows: ProviderRow) -> ImportPlan:
    made = plan(workspace, *rows)
    providers.carry_out(workspace, made)
    assert check(workspace).problems == ()
    return made


def counts(made: ImportPlan) -> tuple[int, int, int, int]:
    return len(made.added), len(made.updated), len(made.skipped), len(made.errors)


FULL = {
    "is_law_firm": True,
    "address": "某路 1 号",
    "contact": "张三",
    "phone": "13812345678",
    "remarks": "备注",
    "evaluators": (ZHOU, CHEN),
}


class Cancelling:
    """Somebody who presses 取消 once so many are done."""

    def __init__(self, after: int) -> None:
        self._after = after
        self.steps: list[tuple[int, int]] = []

    @property
    def cancelled(self) -> bool:
        return bool(self.steps) and self.steps[-1][0] >= self._after

    def raise_if_cancelled(self) -> None:
        if self.cancelled:
            raise CancelledError

    def step(self, done: int, total: int, _text: str = "") -> None:
        self.steps.append((done, total))


def test_planning_writes_nothing(workspace: Workspace) -> None:
    before = stored_rows(workspace)

    assert counts(plan(workspace, row(2, "新机构（示例）", NEW_CODE, **FULL))) == (1, 0, 0, 0)
    assert stored_rows(workspace) == before


def test_a_new_provider_with_everything(workspace: Workspace) -> None:
    carry_out(workspace, row(2, "新机构（示例）", NEW_CODE, **FULL))

    provider = find_provider(workspace, NEW_CODE)
    record = workspace.record(provider, personal=True)
    assert provider == derived_entity("provider", NEW_CODE)
    assert (record.name, record.code, record.is_law_firm) == ("新机构（示例）", NEW_CODE, True)
    assert record.profile_value("identity", "address") == "某路 1 号"
    assert record.profile_value("remarks", "text") == "备注"
    assert record.assigned == tuple(sorted((ZHOU, CHEN)))
    person = record.profile_value("contacts", "person")
    assert dict((record.personal or {})[str(person)]) == {"name": "张三", "phone": "13812345678"}


def test_an_import_is_one_step(workspace: Workspace) -> None:
    before = workspace.projections.all()
    carry_out(workspace, row(2, "甲（示例）", NEW_CODE), row(3, "乙（示例）"))
    assert len(workspace.projections.all()) == len(before) + 2

    undo(workspace)

    assert workspace.projections.all() == before


def test_names_and_numbers_of_contacts_never_stand_in_the_history(workspace: Workspace) -> None:
    carry_out(workspace, row(2, "新机构（示例）", NEW_CODE, **FULL))

    content = b"".join(content for _name, content in workspace.history.contents())
    assert "张三".encode() not in content
    assert b"13812345678" not in content


def test_the_same_list_again_says_nothing_new(workspace: Workspace) -> None:
    rows = (row(2, "新机构（示例）", NEW_CODE, **FULL), row(3, "无码机构（示例）", contact="李四"))
    carry_out(workspace, *rows)
    before = stored_rows(workspace)

    assert counts(carry_out(workspace, *rows)) == (0, 0, 2, 0)
    assert stored_rows(workspace) == before


def test_an_empty_cell_leaves_what_is_there(workspace: Workspace) -> None:
    carry_out(workspace, row(2, "新机构（示例）", NEW_CODE, **FULL))
    made = carry_out(workspace, row(2, "改名机构（示例）", NEW_CODE, phone="13900000000"))

    record = workspace.record(find_provider(workspace, NEW_CODE), personal=True)
    assert counts(made) == (0, 1, 0, 0)
    assert record.name == "改名机构（示例）"
    assert record.profile_value("identity", "address") == "某路 1 号"
    assert record.profile_value("remarks", "text") == "备注"
    person = record.profile_value("contacts", "person")
    assert dict((record.personal or {})[str(person)]) == {"name": "张三", "phone": "13900000000"}


def test_a_provider_without_a_code_is_known_by_its_exact_name(workspace: Workspace) -> None:
    carry_out(workspace, row(2, "无码机构（示例）"))
    made = carry_out(workspace, row(2, "无码机构（示例）", address="某路"))

    assert counts(made) == (0, 1, 0, 0)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("上海雁栖管理咨询公司（示例）", None),
        ("燕栖管理咨询公司(示例)", None),
        ("雁栖管理谘询公司（示例）", None),
        ("雁栖科技服务中心", CODE[:-2] + "1" + CODE[-1]),
    ],
)
def test_a_row_that_looks_like_a_provider_is_asked_about(
    workspace: Workspace, name: str, code: str | None
) -> None:
    made = plan(workspace, row(2, name, code), row(3, "别家服务中心"))

    assert counts(made) == (2, 0, 0, 0)
    assert made.similar == {2: f"雁栖管理咨询公司（示例） · {CODE}"}


def test_rows_of_one_file_are_compared_with_each_other(workspace: Workspace) -> None:
    made = plan(workspace, row(2, "新来的机构"), row(3, "上海新来的机构"))
    assert made.similar == {3: "新来的机构"}


def test_a_row_of_either_code_of_a_joined_provider_is_that_provider(workspace: Workspace) -> None:
    join(workspace, PROVIDER, OTHER, "同一家")
    for found in conflicts(workspace):
        resolve(workspace, found.id, take=1, reason="营业执照")

    made = carry_out(workspace, row(2, "雁栖管理咨询公司（示例）", OTHER_CODE, address="某路"))

    assert counts(made) == (0, 1, 0, 0)
    twice = plan(workspace, row(2, "甲", CODE), row(3, "乙", OTHER_CODE))
    assert counts(twice) == (0, 1, 0, 1)


def test_the_same_name_under_another_code_is_another_provider_and_is_said(
    workspace: Workspace,
) -> None:
    made = carry_out(workspace, row(2, "雁栖管理咨询公司（示例）", NEW_CODE))

    assert counts(made) == (1, 0, 0, 0)
    assert list(made.similar) == [2]
    assert find_provider(workspace, CODE) != find_provider(workspace, NEW_CODE)


def test_two_rows_that_speak_of_one_new_provider_make_no_conflict(workspace: Workspace) -> None:
    made = carry_out(
        workspace,
        row(2, "同名机构（示例）", address="甲路"),
        row(3, "同名机构（示例）", address="乙路"),
        row(4, "带码机构（示例）", NEW_CODE, address="甲路"),
        row(5, "带码机构（示例）", address="乙路"),
    )

    assert counts(made) == (2, 0, 0, 2)
    assert [problem.row for problem in made.errors] == [3, 5]
    assert count_conflicts(workspace) == 0


def test_two_rows_that_speak_of_one_known_provider_make_no_conflict(workspace: Workspace) -> None:
    made = carry_out(
        workspace,
        row(2, "雁栖管理咨询公司（示例）", CODE, address="甲路"),
        row(3, "雁栖管理咨询公司（示例）", address="乙路"),
    )

    assert counts(made) == (0, 1, 0, 1)
    assert count_conflicts(workspace) == 0


def test_importing_again_after_undo_is_no_conflict_with_what_was_withdrawn(
    workspace: Workspace,
) -> None:
    new = row(2, "新机构（示例）", NEW_CODE, **FULL)
    carry_out(workspace, new)
    undo(workspace)

    made = carry_out(workspace, new)

    assert counts(made) == (1, 0, 0, 0)
    assert count_conflicts(workspace) == 0
    assert workspace.record(find_provider(workspace, NEW_CODE)).name == "新机构（示例）"


def test_a_part_in_conflict_is_reported_and_not_settled_in_passing(workspace: Workspace) -> None:
    first = workspace.record(PROVIDER).part("identity")
    assert first is not None
    for name in ("甲（示例）", "乙（示例）"):
        providers.edit_profile(workspace, PROVIDER, "identity", {"name": name}, seen=first.head_ids)
    before = stored_rows(workspace)

    made = carry_out(workspace, row(7, "丙（示例）", CODE), row(8, "新机构（示例）", NEW_CODE))

    assert counts(made) == (1, 0, 0, 1)
    assert made.errors[0].row == 7
    assert count_conflicts(workspace) == 1
    assert len(stored_rows(workspace)["revision"]) == len(before["revision"]) + 2


def test_a_locked_provider_is_reported_and_the_others_go_in(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    steps.lock(workspace, PROVIDER)

    made = carry_out(workspace, row(2, "改名（示例）", CODE), row(3, "新机构（示例）", NEW_CODE))

    assert counts(made) == (1, 0, 0, 1)
    assert made.errors[0].row == 2
    assert workspace.record(PROVIDER).name == "雁栖管理咨询公司（示例）"


def test_a_locked_provider_that_the_list_does_not_change_is_skipped(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    steps.lock(workspace, PROVIDER)

    assert counts(plan(workspace, row(2, "雁栖管理咨询公司（示例）", CODE))) == (0, 0, 1, 0)


def test_rows_that_are_left_out_stay_out(workspace: Workspace) -> None:
    rows = sheet(row(2, "甲（示例）", NEW_CODE), row(3, "乙（示例）"))

    made = providers.plan_sheet(workspace, rows, leave_out={2})

    assert [r.row for r in made.added] == [3]
    assert [r.row for r in made.skipped] == [2]


def test_an_assignment_that_stands_is_not_written_again(workspace: Workspace) -> None:
    steps.assign(workspace, ZHOU, [PROVIDER])

    made = carry_out(workspace, row(2, "雁栖管理咨询公司（示例）", CODE, evaluators=(ZHOU, LEAD)))

    assert counts(made) == (0, 1, 0, 0)
    assert workspace.record(PROVIDER).assigned == tuple(sorted((ZHOU, LEAD)))


def test_different_parts_of_a_profile_are_different_entities(workspace: Workspace) -> None:
    providers.edit_profile(workspace, PROVIDER, "remarks", {"text": "甲"}, seen=())
    providers.edit_profile(workspace, PROVIDER, "identity", {"address": "乙"})

    assert count_conflicts(workspace) == 0


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("identity", {"name": ""}),
        ("identity", {"name": " \n"}),
        ("identity", {"name": "名" * 201}),
        ("identity", {"address": "址" * 20_001}),
        ("identity", {"colour": "red"}),
        ("identity", {"is_law_firm": "yes"}),
        ("remarks", {"text": "x" * 20_001}),
    ],
)
def test_a_profile_that_could_not_be_read_again_is_refused(
    workspace: Workspace, part: str, values: dict[str, Any]
) -> None:
    before = stored_rows(workspace)

    with pytest.raises(FieldsError):
        providers.edit_profile(workspace, PROVIDER, part, values)

    assert stored_rows(workspace) == before


def test_editing_a_part_in_conflict_needs_to_have_seen_it(workspace: Workspace) -> None:
    entity = workspace.record(PROVIDER).part("identity")
    assert entity is not None
    for name in ("甲（示例）", "乙（示例）"):
        providers.edit_profile(
            workspace, PROVIDER, "identity", {"name": name}, seen=entity.head_ids
        )

    with pytest.raises(InConflictError):
        providers.edit_profile(workspace, PROVIDER, "identity", {"name": "丙（示例）"})


def test_editing_a_locked_provider_is_refused(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    steps.lock(workspace, PROVIDER)

    with pytest.raises(LockedProviderError):
        providers.edit_profile(workspace, PROVIDER, "remarks", {"text": "x"})


def test_providers_are_found_by_code_however_it_is_typed(workspace: Workspace) -> None:
    assert find_provider(workspace, CODE.lower()) == PROVIDER
    assert find_provider(workspace, f" {CODE[:9]}-{CODE[9:]} ") == PROVIDER
    assert find_provider(workspace, PROVIDER) == PROVIDER
    with pytest.raises(UnknownProviderError, match=NEW_CODE):
        find_provider(workspace, NEW_CODE)


def test_the_new_code_of_these_tests_is_valid_in_form() -> None:
    assert len(NEW_CODE) == 18
    assert isinstance(has_check_digit(NEW_CODE), bool)


def test_a_row_said_to_be_the_same_updates_and_keeps_name_and_code(workspace: Workspace) -> None:
    similar = sheet(row(2, "上海雁栖管理咨询公司（示例）", address="新路 2 号"))

    made = providers.plan_sheet(workspace, similar, same={2})
    providers.carry_out(workspace, made)

    record = workspace.record(PROVIDER)
    assert counts(made) == (0, 1, 0, 0)
    assert (record.name, record.code) == ("雁栖管理咨询公司（示例）", CODE)
    assert record.profile_value("identity", "address") == "新路 2 号"


def test_a_row_said_to_be_the_same_gives_the_code_that_was_lacking(workspace: Workspace) -> None:
    carry_out(workspace, row(2, "无码机构（示例）"))
    known = find_provider(workspace, "无码机构（示例）")

    made = providers.plan_sheet(workspace, sheet(row(2, "上海无码机构(示例)", NEW_CODE)), same={2})
    providers.carry_out(workspace, made)

    assert counts(made) == (0, 1, 0, 0)
    assert find_provider(workspace, NEW_CODE) == known
    assert check(workspace).problems == ()


def test_a_cancel_while_writing_leaves_nothing(workspace: Workspace) -> None:
    rows = [row(number, f"机构{number}（示例）") for number in range(2, 404)]
    made, before = plan(workspace, *rows), stored_rows(workspace)
    heard = Cancelling(after=200)

    with pytest.raises(CancelledError):
        providers.carry_out(workspace, made, progress=heard)

    assert heard.steps[0] == (200, 402)
    assert stored_rows(workspace) == before
    providers.carry_out(workspace, made)
    assert len(workspace.projections.all()) == len(before["summary"]) + 402
    assert check(workspace).problems == ()
