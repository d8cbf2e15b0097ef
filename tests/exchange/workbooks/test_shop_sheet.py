from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from evaluator_desktop.errors import FactsError, FileProblemError
from evaluator_desktop.exchange.workbooks.shop_form import FACTS, write_shop_template
from evaluator_desktop.exchange.workbooks.shop_sheet import read_shop_facts

# The worked example of rules.md.
FACTS_AS_JSON = {
    "cutoff": "2020-12-31",
    "registered_on": "2008-06-15",
    "has_introduction": True,
    "has_website": True,
    "certificates": 26,
    "products": 18,
    "is_decorated": True,
    "login_dates": ["2020-01-01", "2020-01-02"],
    "followers": {"personal": 40, "enterprise": 65},
    "purchases": 120,
    "praise": {"personal": 20, "enterprise": 70},
    "comments": {"personal": 15, "enterprise": 60},
    "replies": 50,
    "ratings": {"good": 90, "all": 95},
}
TYPED = {True: "是", "2008-06-15": "２００８年６月１５日", 26: "２６"}


def value_at(path: Sequence[str]) -> Any:
    value: Any = FACTS_AS_JSON
    for part in path:
        value = value.get(part) if isinstance(value, dict) else None
    return value


def fill(path: Path, cells: Mapping[str, Any], logins: Sequence[Any]) -> Path:
    """Fill the form with the worked example, changed by `cells`, and the login dates."""
    workbook = load_workbook(path)
    form, sheet = workbook.worksheets
    for number, fact in enumerate(FACTS, start=2):
        value = value_at(fact.path)
        form.cell(number, 2).value = TYPED.get(value, value)
    for coordinate, value in cells.items():
        form[coordinate] = value
    for number, value in enumerate(logins, start=2):
        sheet.cell(number, 1).value = value
    workbook.save(path)
    return path


def row_of(*path: str) -> int:
    return [fact.path for fact in FACTS].index(path) + 2


@pytest.fixture(params=["zh_CN", "en"])
def form(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    write_shop_template(tmp_path / "shop.xlsx", request.param)
    return tmp_path / "shop.xlsx"


def test_a_filled_in_form_gives_the_dictionary_of_the_rules(form: Path) -> None:
    logins = ["2020/1/2", "2020年1月1日", "2020-01-02"]
    assert read_shop_facts(fill(form, {}, logins)) == FACTS_AS_JSON


def test_totals_may_stand_in_place_of_dates(form: Path) -> None:
    days, streaks = f"B{row_of('login_days')}", f"B{row_of('login_streaks')}"
    facts = read_shop_facts(fill(form, {days: 45, streaks: 3}, []))
    assert (facts["login_days"], facts["login_streaks"]) == (45, 3)
    assert "login_dates" not in facts


def test_the_cut_off_may_be_left_to_the_round(form: Path) -> None:
    facts = read_shop_facts(fill(form, {f"B{row_of('cutoff')}": None}, ["2020-01-01"]))
    assert "cutoff" not in facts


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("purchases",), None, "is missing"),
        (("purchases",), -1, "negative"),
        (("purchases",), 1.5, "whole number"),
        (("purchases",), "many", "not a number"),
        (("purchases",), True, "not a number"),
        (("purchases",), "=60*2", "formula"),
        (("registered_on",), "06/07/2014", "two different days"),
        (("registered_on",), "2014-02-30", "no such day"),
        (("has_website",), "也许", "neither yes nor no"),
        (("praise", "enterprise"), "#N/A", "error value"),
    ],
)
def test_a_bad_cell_is_named(form: Path, path: tuple[str, ...], value: Any, message: str) -> None:
    cell = f"B{row_of(*path)}"
    with pytest.raises(FactsError) as caught:
        read_shop_facts(fill(form, {cell: value}, ["2020-01-01"]))
    (detail,) = caught.value.details
    assert detail.field.endswith(f"!{cell}")
    assert message in detail.message


def test_a_bad_login_date_is_named(form: Path) -> None:
    with pytest.raises(FactsError) as caught:
        read_shop_facts(fill(form, {}, ["2020-01-01", "01/02/2020"]))
    (detail,) = caught.value.details
    assert detail.field.endswith("!A3")


def test_an_unknown_fact_and_one_given_twice_are_named(form: Path) -> None:
    name = load_workbook(form).worksheets[0]["A3"].value
    more = {"A40": "访客数", "B40": 7, "A41": name, "B41": "2008-06-15"}
    with pytest.raises(FactsError) as caught:
        read_shop_facts(fill(form, more, ["2020-01-01"]))
    assert [d.field.rpartition("!")[2] for d in caught.value.details] == ["B40", "B41"]


def test_an_empty_form_asks_for_every_fact(form: Path) -> None:
    with pytest.raises(FactsError) as caught:
        read_shop_facts(form)
    assert len(caught.value.details) == sum(fact.required for fact in FACTS)


def test_logins_must_be_said_in_one_way_or_the_other(form: Path) -> None:
    with pytest.raises(FactsError, match="a date a row"):
        read_shop_facts(fill(form, {}, []))


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text("{}", encoding="utf-8")
    with pytest.raises(FileProblemError, match="not an Excel workbook"):
        read_shop_facts(tmp_path / "facts.json")
