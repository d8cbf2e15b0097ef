from pathlib import Path

import pytest
from openpyxl import load_workbook

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.workbooks.customer_sheet import read_customers
from evaluator_desktop.exchange.workbooks.provider_sheet import COLUMNS, read_providers
from evaluator_desktop.exchange.workbooks.template import (
    write_customer_template,
    write_provider_template,
)


@pytest.fixture(params=["zh_CN", "en"])
def template(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    write_provider_template(tmp_path / "form.xlsx", request.param)
    return tmp_path / "form.xlsx"


def test_the_importer_knows_every_column_and_skips_the_example(template: Path) -> None:
    sheet = read_providers(template)
    assert set(sheet.columns) == {column.field for column in COLUMNS}
    assert (sheet.rows, sheet.problems, sheet.ignored_columns) == ((), (), ())


def test_a_filled_in_template_is_imported(template: Path) -> None:
    workbook = load_workbook(template)
    form = workbook.worksheets[0]
    example = [form.cell(2, number).value for number in range(1, len(COLUMNS) + 1)]
    for number, value in enumerate(["某某公司", *example[1:]], start=1):
        form.cell(3, number, value)
    workbook.save(template)
    (row,) = read_providers(template).rows
    assert (row.row, row.name, row.is_law_firm) == (3, "某某公司", False)


def test_an_example_row_that_was_overwritten_is_a_provider(template: Path) -> None:
    workbook = load_workbook(template)
    workbook.worksheets[0]["A2"] = "示例咨询公司"
    workbook.save(template)
    assert [row.name for row in read_providers(template).rows] == ["示例咨询公司"]


def test_every_column_is_formatted_as_text(template: Path) -> None:
    form = load_workbook(template).worksheets[0]
    assert {form.column_dimensions[letter].number_format for letter in "ABCDEFGH"} == {"@"}


def test_headings_stand_in_both_languages_and_stay_in_sight(template: Path) -> None:
    form = load_workbook(template).worksheets[0]
    headings = " ".join(str(cell.value) for cell in form[1])
    assert all(c.name.zh in headings and c.name.en in headings for c in COLUMNS)
    assert form.freeze_panes == "A2"


def test_yes_and_no_are_offered(tmp_path: Path) -> None:
    write_provider_template(tmp_path / "form.xlsx", "zh_CN")
    form = load_workbook(tmp_path / "form.xlsx").worksheets[0]
    (validation,) = form.data_validations.dataValidation
    assert (str(validation.formula1), validation.showErrorMessage) == ('"是,否"', True)
    assert "C2:C" in str(validation.sqref)


def test_many_evaluators_go_onto_a_hidden_sheet(tmp_path: Path) -> None:
    people = [f"测评员甲乙丙{n}" for n in range(60)]
    write_provider_template(tmp_path / "form.xlsx", "zh_CN", people)
    workbook = load_workbook(tmp_path / "form.xlsx")
    hidden = workbook.worksheets[-1]
    assert hidden.sheet_state == "hidden"
    assert [cell.value for cell in hidden["A"]] == people
    formulas = [str(v.formula1) for v in workbook.worksheets[0].data_validations.dataValidation]
    assert f"{hidden.title}!$A$1:$A$60" in formulas
    assert all(len(formula) <= 255 for formula in formulas)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match=r"form\.xlsx: the file could not be written"):
        write_provider_template(tmp_path / "nowhere" / "form.xlsx", "en")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "form.xlsx"
    target.mkdir()
    with pytest.raises(FileProblemError):
        write_provider_template(target, "en")
    assert [path.name for path in tmp_path.iterdir()] == ["form.xlsx"]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_form_for_customers_is_read_as_it_was_filled_in(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "customers.xlsx"
    write_customer_template(path, lang)
    workbook = load_workbook(path)
    workbook.worksheets[0]["A3"], workbook.worksheets[0]["B3"] = "丽水李记", "138 1234 5678"
    workbook.save(path)

    sheet = read_customers(path)

    assert [(row.row, row.name, row.phone) for row in sheet.rows] == [
        (3, "丽水李记", "13812345678")
    ]
    assert (sheet.problems, sheet.ignored_columns) == ((), ())
