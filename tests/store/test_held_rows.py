"""Rows that are held once, and never an older one."""

import gc

import msgspec

from evaluator_desktop.operations import providers
from evaluator_desktop.store.held_rows import HeldRows
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER


class Row(msgspec.Struct, frozen=True, weakref=True):
    name: str
    signs: tuple[str, ...]


def held() -> HeldRows[Row]:
    return HeldRows(msgspec.json.Decoder(Row).decode, ("signs",))


def content(name: str) -> bytes:
    return msgspec.json.encode(Row(name, ("open", "rated")))


def test_who_reads_again_gets_the_same_row() -> None:
    rows = held()
    (first,) = rows.read([content("甲")])
    (again,) = rows.read([content("甲")])
    assert again is first


def test_equal_parts_of_rows_are_one() -> None:
    first, second = held().read([content("甲"), content("乙")])
    assert first.signs is second.signs
    assert (first.name, second.name) == ("甲", "乙")


def test_nothing_is_held_that_nobody_holds() -> None:
    rows = held()
    list(rows.read([content("甲"), content("乙")]))
    gc.collect()
    assert not rows._held


def test_a_row_that_changed_is_read_anew_and_the_others_are_not(workspace: Workspace) -> None:
    before = {row.provider: row for row in workspace.projections.all()}
    providers.edit_profile(workspace, PROVIDER, "identity", {"name": "改名（示例）"})
    after = {row.provider: row for row in workspace.projections.all()}
    assert after[PROVIDER].name == "改名（示例）"
    assert before[PROVIDER].name != "改名（示例）"
    same = [p for p in before if after[p] is before[p]]
    assert set(same) == before.keys() - {PROVIDER}
