"""The list of providers without a window: found, narrowed, sorted, and what its cells say."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from evaluator_desktop.domain.pinyin import initials, name_order, spelling
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.operations.round import read_scheme
from evaluator_desktop.store.projections import CustomerSummary, Summary, found_by
from evaluator_desktop.ui.models.provider_cells import change_text, state_look
from evaluator_desktop.ui.models.provider_model import PLACE_ON_ROUTE, ProviderModel
from evaluator_desktop.ui.models.provider_rows import (
    NO_TIER,
    Column,
    Snapshot,
    Wishes,
    found_places,
    make_row,
    sorted_rows,
)
from evaluator_desktop.ui.widgets.cells import CELL, Cell

RIGHT, WRONG = "91310000MA1FL0000N", "91310000MA1FL0001N"
Ascending, Descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return read_scheme()


def summary(name: str, **values: Any) -> Summary:
    number = values.pop("number", abs(hash(name)) % 10**9)
    usual: dict[str, Any] = {
        "provider": f"{number:032x}",
        "code": None,
        "name": name,
        "initials": initials(name),
        "state": "open",
        "signs": ("open",) * 15,
        "rated": 0,
        "items": 15,
        "evidence": 0,
        "checked": 0,
        "missing": 6,
        "score": None,
        "points_so_far": None,
        "weight_rated_bp": 0,
        "provisional": True,
        "tier": None,
        "shop_points": None,
        "class_id": None,
        "conflicts": 0,
        "blocking": 0,
        "warnings": 0,
        "people": (),
        "raters": (),
        "submitters": (),
        "late": 0,
        "started": False,
        "customers": CustomerSummary("no_list", 0, 0, 0, 0, None, None),
        "last_at": "2020-11-18T01:00:00Z",
        "last_author": "林一帆",
        "order": spelling(name).order,
        "people_order": tuple(name_order(person)[0] for person in values.get("people", ())),
    }
    return Summary(**usual | values)


YAN = summary(
    "雁栖管理咨询公司（示例）",
    number=1,
    code=RIGHT,
    started=True,
    rated=10,
    evidence=31,
    checked=19,
    missing=3,
    points_so_far="49.26",
    tier="star_3",
    shop_points=262,
    people=("林一帆",),
    conflicts=1,
    last_at="2020-11-20T01:00:00Z",
)
SU = summary(
    "苏州法律咨询中心",
    number=2,
    code=WRONG,
    state="submitted",
    started=True,
    rated=15,
    signs=("rated",) * 15,
    evidence=44,
    checked=44,
    missing=0,
    score="83.50",
    provisional=False,
    tier="crown_1",
    shop_points=9000,
    people=("周明", "陈静"),
    last_at="2020-11-19T01:00:00Z",
)
NEW = summary("单县 ABC 企业服务", number=3, people=("周明",))


@pytest.fixture
def model(scheme: Scheme, qtbot: QtBot) -> ProviderModel:
    model = ProviderModel(scheme)
    # Asks every role of every cell, and watches each reset.
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    model.set_snapshot(Snapshot([make_row(s) for s in (YAN, SU, NEW)], (SU.provider,)))
    return model


def names(model: ProviderModel) -> list[str]:
    return [model.row(n).summary.name[:2] for n in range(model.rowCount())]


def cell(model: ProviderModel, row: int, column: Column) -> Cell:
    found = model.index(row, column).data(CELL)
    assert isinstance(found, Cell)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zx", ["雁栖", "苏州"]),
        ("咨询", ["雁栖", "苏州"]),
        ("ＦＬＺＸ", ["苏州"]),
        (" sx ", ["单县"]),
        ("abc", ["单县"]),
        ("0000N".lower(), ["雁栖"]),
        ("0000", []),  # the tail of the code, not its middle
        ("", ["雁栖", "苏州", "单县"]),
    ],
)
def test_a_search_looks_at_name_initials_and_the_tail_of_the_code(
    model: ProviderModel, text: str, found: list[str]
) -> None:
    model.set_wishes(Wishes(text=text))
    assert names(model) == found


@pytest.mark.parametrize(
    ("wishes", "found"),
    [
        (Wishes(state="not_started"), ["单县"]),
        (Wishes(state="open"), ["雁栖"]),
        (Wishes(person="周明"), ["苏州", "单县"]),
        (Wishes(tier="crown_1"), ["苏州"]),
        (Wishes(tier=NO_TIER), ["单县"]),
        (Wishes(with_conflicts=True), ["雁栖"]),
        (Wishes(with_missing=True), ["雁栖"]),  # where nothing is recorded, nothing is missing yet
        (Wishes(on_route=True), ["苏州"]),
        (Wishes(person="周明", state="submitted", text="fl"), ["苏州"]),
        (Wishes(person="周明", text="雁"), []),
    ],
)
def test_filters_narrow_together(model: ProviderModel, wishes: Wishes, found: list[str]) -> None:
    model.set_wishes(wishes)
    assert names(model) == found


@pytest.mark.parametrize(
    ("column", "ascending"),
    [
        (Column.STATE, ["单县", "雁栖", "苏州"]),
        (Column.NAME, ["单县", "苏州", "雁栖"]),  # by their sound
        (Column.CODE, ["单县", "雁栖", "苏州"]),
        (Column.PROGRESS, ["单县", "雁栖", "苏州"]),
        (Column.CHECKED, ["单县", "雁栖", "苏州"]),
        (Column.SCORE, ["单县", "雁栖", "苏州"]),
        (Column.TIER, ["单县", "雁栖", "苏州"]),
        (Column.CHANGED, ["单县", "苏州", "雁栖"]),
    ],
)
def test_every_column_sorts_both_ways(
    model: ProviderModel, column: Column, ascending: Sequence[str]
) -> None:
    model.sort(column, Ascending)
    up = names(model)
    model.sort(column, Descending)
    expected = list(ascending)
    assert up == expected
    assert names(model) == expected[::-1]


def test_rows_alike_stay_in_their_order(scheme: Scheme) -> None:
    rows = [make_row(summary(f"机构{n}", number=n, conflicts=n % 2)) for n in range(6)]
    for descending, expected in ((False, [0, 2, 4, 1, 3, 5]), (True, [1, 3, 5, 0, 2, 4])):
        found = sorted_rows(rows, Column.CONFLICTS, descending=descending)
        assert [int(row.summary.provider, 16) for row in found] == expected


def test_found_characters_are_marked_in_the_name(model: ProviderModel) -> None:
    model.set_wishes(Wishes(text="zx"))
    assert cell(model, 0, Column.NAME).matches == ((4, 2),)
    model.set_wishes(Wishes(text="咨询"))
    assert cell(model, 1, Column.NAME).matches == ((4, 2),)


@pytest.mark.parametrize(
    ("name", "wanted", "places"),
    [
        ("知行咨询（中心）", "zx", ((0, 2), (2, 2), (5, 2))),
        ("知（行）所", "zxs", ((0, 5),)),  # from the first to the last, what stands between too
        ("A股 中心", "ag", ((0, 2),)),
        ("某公司", "zx", ()),
        ("", "zx", ()),
        ("某公司", "", ()),
        ("İstanbul 中心", "zx", ((9, 2),)),
        ("ß中心", "ss", ()),  # letters that do not match one to one are not marked wrongly
    ],
)
def test_places_of_found_characters(
    name: str, wanted: str, places: tuple[tuple[int, int], ...]
) -> None:
    assert found_places(name, initials(name), wanted) == places


def test_what_the_cells_say(model: ProviderModel) -> None:
    assert cell(model, 0, Column.CODE).icon == "tick"
    assert cell(model, 1, Column.CODE).icon == "warning"
    assert cell(model, 0, Column.CHECKED).text == "19/31"
    assert cell(model, 0, Column.MISSING).icon == "missing"
    assert cell(model, 2, Column.MISSING) == Cell()
    provisional, final, nothing = (cell(model, row, Column.SCORE) for row in range(3))
    assert (provisional.text, provisional.ink, bool(provisional.note)) == ("49.26", "text3", True)
    assert (final.text, final.ink, final.note) == ("83.50", "text", "")
    assert nothing.text == "—"
    assert [len(group) for group in cell(model, 0, Column.PROGRESS).strip] == [4, 2, 1, 6, 2]
    assert cell(model, 0, Column.CONFLICTS).text == "1"
    assert model.index(1, Column.NAME).data(PLACE_ON_ROUTE) == 1


def test_what_arrived_after_the_lock_looks_otherwise() -> None:
    looks = [state_look(make_row(summary("x", state="locked", late=late))) for late in (0, 2)]

    assert [(look.icon, look.ink) for look in looks] == [("lock", "ok"), ("lock", "partly")]
    assert looks[0].word != looks[1].word


def test_signs_have_words(model: ProviderModel) -> None:
    for row in range(model.rowCount()):
        for column in (Column.STATE, Column.PROGRESS, Column.TIER, Column.CHECKED, Column.PEOPLE):
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    for column in Column:
        role = Qt.ItemDataRole.AccessibleTextRole
        assert model.headerData(column, Qt.Orientation.Horizontal, role)


def test_the_route_can_change_without_a_reset(model: ProviderModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_route((YAN.provider, SU.provider))
    assert [model.index(row, 1).data(PLACE_ON_ROUTE) for row in range(3)] == [1, 2, 0]


def test_a_name_typed_is_told_and_not_shown_before_it_is_recorded(
    model: ProviderModel, qtbot: QtBot
) -> None:
    index = model.index(2, Column.NAME)
    with qtbot.waitSignal(model.name_edited) as told:
        assert model.setData(index, "  新名称 ")
    assert told.args == [NEW.provider, "新名称"]
    assert model.index(2, Column.NAME).data(Qt.ItemDataRole.EditRole) == NEW.name
    with qtbot.assertNotEmitted(model.name_edited):
        assert not model.setData(index, NEW.name)


def test_moments_are_told_from_today() -> None:
    now = datetime.now(UTC)
    assert change_text(now.isoformat()).startswith(change_text(now.isoformat())[:2])
    yesterday = change_text((now - timedelta(days=1)).isoformat())
    assert yesterday != change_text(now.isoformat())
    assert change_text("2020-11-18T07:42:00Z") == "2020-11-18"


def test_a_usual_reading_is_found_before_a_rare_one() -> None:
    rare, usual = summary("长风咨询", number=1), summary("春风咨询", number=2)
    assert [row.matches("cfzx") for row in (rare, usual)] == [True, True]
    assert found_by([rare, usual], "CFZX") == [usual, rare]
