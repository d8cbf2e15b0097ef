"""A scheme goes to a workbook and comes back the same, and what is wrong is named by its cell."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from evaluator_desktop.domain.parameter_words import PARAMETER_WORDS, SCHEME_WORDS
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme, scheme_leaves
from evaluator_desktop.errors import FileProblemError, SchemeError
from evaluator_desktop.exchange.workbooks.scheme_columns import (
    LIST_SHEETS,
    VALUE_SHEETS,
    joined,
)
from evaluator_desktop.exchange.workbooks.scheme_form import write_scheme_workbook
from evaluator_desktop.exchange.workbooks.scheme_sheet import read_scheme_workbook
from evaluator_desktop.paths import resource_dir
from evaluator_desktop.texts import set_language

Document = dict[str, Any]
Spoil = Callable[[Any], object]


@pytest.fixture
def document() -> Document:
    path = resource_dir() / "schemes" / "shanghai-2020.toml"
    return tomllib.loads(path.read_text("utf-8"))


@pytest.fixture
def scheme(document: Document) -> Scheme:
    return load_scheme(document)


@pytest.fixture
def file(scheme: Scheme, tmp_path: Path) -> Path:
    write_scheme_workbook(scheme, tmp_path / "scheme.xlsx")
    return tmp_path / "scheme.xlsx"


def spoilt(file: Path, change: Spoil) -> list[tuple[str, str]]:
    """What is refused after a change of the workbook: (place, message)."""
    workbook = load_workbook(file)
    change(workbook)
    workbook.save(file)
    with pytest.raises(SchemeError) as caught:
        read_scheme_workbook(file)
    return [(problem.field, problem.message) for problem in caught.value.details]


def put(sheet: str, cell: str, value: object) -> Spoil:
    def change(workbook: Any) -> None:
        workbook[sheet][cell].value = value

    return change


def test_every_value_that_a_scheme_can_hold_has_its_column() -> None:
    columns = {joined(f"{s.path}[]", f.path) for s in LIST_SHEETS for f in s.fields}
    columns |= {leaf.path for sheet in VALUE_SHEETS for leaf in sheet.leaves.values()}
    assert columns == set(scheme_leaves())


def test_every_parameter_has_words() -> None:
    top, parameters = VALUE_SHEETS
    assert set(parameters.leaves) == set(PARAMETER_WORDS)
    assert set(top.leaves) == set(SCHEME_WORDS)


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_export_and_import_give_the_same_digest(scheme: Scheme, tmp_path: Path, lang: str) -> None:
    set_language(lang)
    write_scheme_workbook(scheme, tmp_path / "scheme.xlsx")
    set_language("en")
    assert read_scheme_workbook(tmp_path / "scheme.xlsx").digest == scheme.digest


def test_what_no_scheme_of_2020_holds_comes_back_as_well(
    document: Document, tmp_path: Path
) -> None:
    first = document["dimensions"][0]["indicators"][0]["items"][0]
    first["suggestion"] = "none"
    first["requirements"][0]["checklist"] = [{"zh": "甲；乙, 丙", "en": "a; b, c"}]
    document["dimensions"][3]["indicators"][1]["items"][0]["full_mark_points"] = 300
    document["parameters"]["class_quota"] = 5
    document["parameters"]["phrases"] = []
    scheme = load_scheme(document)
    write_scheme_workbook(scheme, tmp_path / "scheme.xlsx")
    assert read_scheme_workbook(tmp_path / "scheme.xlsx").document == scheme.document


_TEXTS = st.one_of(
    st.sampled_from(["=1+1", "+86", "-1", "@x", "_x0041_", "1", "1.0", "true", "是", "2020-01-01"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(zh=_TEXTS, en=_TEXTS)
def test_any_text_that_a_scheme_takes_comes_back(
    document: Document, tmp_path: Path, zh: str, en: str
) -> None:
    document["name"] = {"zh": zh, "en": en}
    document["dimensions"][0]["name"] = {"zh": zh, "en": en}
    document["dimensions"][0]["indicators"][0]["items"][0]["requirements"][0]["checklist"] = [
        {"zh": zh, "en": en},
        {"zh": en, "en": zh},
    ]
    try:
        scheme = load_scheme(document)
    except SchemeError:
        return
    write_scheme_workbook(scheme, tmp_path / "scheme.xlsx")
    assert read_scheme_workbook(tmp_path / "scheme.xlsx").document == scheme.document


def test_what_people_type_is_understood(document: Document, file: Path) -> None:
    workbook = load_workbook(file)
    workbook["Items"]["E2"].value = "５００"  # the same weight, typed with full-width digits
    workbook["Parameters"]["C3"].value = 60  # a number where decimals stand as text
    workbook["Parameters"]["C5"].value = "对"
    workbook["Items"]["H9"].value = (
        "shop_decoration.customized、company_info.registration_years\n"
        "company_info.introduction, company_info.website；company_info.certificates"
    )
    workbook.save(file)
    assert read_scheme_workbook(file).digest == load_scheme(document).digest


@pytest.mark.parametrize(
    ("place", "words", "change"),
    [
        pytest.param(
            "sheet “Items”, row 2, “Weight in basis points”",
            "holds a formula. Copy it and paste it back as a value.",
            put("Items", "E2", "=250*2"),
            id="formula",
        ),
        pytest.param(
            "sheet “Items”, “Weight in basis points”",
            "The weights sum to 10001. Change them until they sum to 10000.",
            put("Items", "E2", 501),
            id="weights",
        ),
        pytest.param(
            "sheet “Items”, row 3, “Weight in basis points”",
            "Write a whole number from 0 to 10000.",
            put("Items", "E3", "many"),
            id="bounds",
        ),
        pytest.param(
            "sheet “Items”, row 4, “Indicator id”",
            "There is no organization.nothing on the sheet “Indicators”. "
            "Use an id that stands there.",
            put("Items", "A4", "organization.nothing"),
            id="unknown-parent",
        ),
        pytest.param(
            "sheet “Points rules”, row 3, “Rule id”",
            "company_info.registration_years is already the id of sheet “Points rules”, row 2. "
            "Give this one an id of its own.",
            put("Points rules", "A3", "company_info.registration_years"),
            id="twice",
        ),
        pytest.param(
            "sheet “Tiers”, row 4, “Lowest points”",
            "Write 201, so that the tiers neither overlap nor leave a gap.",
            put("Tiers", "D4", 200),
            id="overlap",
        ),
        pytest.param(
            "sheet “Classes”, row 3, “Lowest total”",
            "Write less than 90: classes stand from the best down.",
            put("Classes", "D3", 95),
            id="classes",
        ),
        pytest.param(
            "sheet “Parameters”, row 8, “Value”",
            "Write a whole number from 1 to 50.",
            put("Parameters", "C8", 0),
            id="parameter",
        ),
        pytest.param(
            "sheet “Parameters”, row 8, “Value”",
            "This is missing. Write a whole number from 1 to 50.",
            put("Parameters", "C8", None),
            id="parameter-missing",
        ),
        pytest.param(
            "sheet “Parameters”, row 7, “Value”",
            "Write a number from 1 to 5 with at most 6 places after the point.",
            put("Parameters", "C7", "much"),
            id="decimal",
        ),
        pytest.param(
            "sheet “Scheme”, row 3, “Value”",
            "was kept as a number and has lost digits. Format the column as text, type it anew.",
            put("Scheme", "C3", 1.1),
            id="version-as-number",
        ),
        pytest.param(
            "sheet “Scheme”, row 6, “Value”",
            "Write true or false.",
            put("Scheme", "C6", "vielleicht"),
            id="flag",
        ),
        pytest.param(
            "sheet “Requirements”, row 2, “Asked for”",
            "Write one of: always, if_any, one_of, law_firm, not_law_firm.",
            put("Requirements", "E2", "sometimes"),
            id="choice",
        ),
        pytest.param(
            "sheet “Items”, row 2, “Item id”",
            "is missing.",
            put("Items", "B2", None),
            id="id-missing",
        ),
        pytest.param(
            "sheet “Items”, row 10, “Points rules”",
            "There is no rule x. Use an id that stands under rules.",
            put("Items", "H10", "x"),
            id="unknown-rule",
        ),
        pytest.param(
            "sheet “Requirements”, row 13, “Checklist, English”",
            "Write 6 lines, one for each line of the other language.",
            put("Requirements", "H13", "only one line"),
            id="lines",
        ),
    ],
)
def test_what_is_wrong_is_named_by_sheet_row_and_mend(
    file: Path, place: str, words: str, change: Spoil
) -> None:
    assert (place, words) in spoilt(file, change)


def test_a_row_that_stays_out_does_not_accuse_those_below_it(file: Path) -> None:
    problems = spoilt(file, put("Dimensions", "A2", None))
    assert problems == [("sheet “Dimensions”, row 2, “Dimension id”", "is missing.")]


def test_a_parent_without_rows_is_named(file: Path) -> None:
    problems = spoilt(file, lambda w: w["Items"].delete_rows(2))
    assert problems[0][0] == "sheet “Requirements”, row 2, “Item id”"
    problems = spoilt(file, lambda w: w["Requirements"].delete_rows(2, 3))
    assert problems == [
        (
            "sheet “Indicators”, row 2",
            "No row of the sheet “Items” belongs here. Add one or remove it.",
        )
    ]


@pytest.mark.parametrize("sheet", ["Items", "Parameters"])
def test_a_sheet_that_is_missing_is_named(file: Path, sheet: str) -> None:
    problems = spoilt(file, lambda w: w.remove(w[sheet]))
    assert problems == [
        (f"sheet “{sheet}”", "This sheet is missing. Export the scheme anew and change that file.")
    ]


def test_a_parameter_of_no_scheme_and_one_given_twice_are_named(file: Path) -> None:
    problems = spoilt(file, lambda w: w["Parameters"].append(["weather", "", "fine"]))
    assert problems[0][0] == "sheet “Parameters”, row 24, “Value”"
    problems = spoilt(file, put("Parameters", "A24", "leap_day"))
    assert problems == [
        ("sheet “Parameters”, row 24, “Value”", "leap_day stands twice. Keep one of them.")
    ]


def test_a_parameter_whose_row_is_gone_is_named(file: Path) -> None:
    problems = spoilt(file, lambda w: w["Parameters"].delete_rows(8))
    assert problems == [
        ("sheet “Parameters” (sample_margin_percent)", "This key is missing. Add it.")
    ]


def test_a_sheet_without_its_headings_is_refused_by_name(file: Path) -> None:
    workbook = load_workbook(file)
    workbook["Tiers"]["A1"].value = "x"
    workbook.save(file)
    with pytest.raises(FileProblemError, match=r"scheme\.xlsx · Tiers"):
        read_scheme_workbook(file)


def test_codes_are_text_and_choices_are_offered(file: Path) -> None:
    workbook = load_workbook(file)
    assert workbook["Scheme"]["C3"].value == "1.0"
    assert workbook["Scheme"]["C3"].number_format == "@"
    offered = [v.formula1 for v in workbook["Requirements"].data_validations.dataValidation]
    assert '"always,if_any,one_of,law_firm,not_law_firm"' in offered
