"""A scheme written as TOML is read back as the same scheme."""

from pathlib import Path

import pytest

from evaluator_desktop.domain.scheme_reader import load_scheme, read_scheme_toml
from evaluator_desktop.exchange.scheme_toml import write_scheme_toml
from evaluator_desktop.exchange.workbooks.scheme_form import write_scheme_workbook
from evaluator_desktop.exchange.workbooks.scheme_sheet import read_scheme_workbook
from evaluator_desktop.paths import resource_dir

SCHEMES = (
    resource_dir() / "schemes" / "shanghai-2020.toml",
    Path(__file__).parent.parent / "cases" / "schemes" / "harbour-2031.toml",
)


@pytest.mark.parametrize("source", SCHEMES, ids=lambda path: path.stem)
def test_toml_and_workbook_come_back_as_the_same_scheme(source: Path, tmp_path: Path) -> None:
    scheme = read_scheme_toml(source.read_text("utf-8"))
    write_scheme_toml(scheme, tmp_path / "again.toml")
    write_scheme_workbook(scheme, tmp_path / "again.xlsx")
    again = read_scheme_toml((tmp_path / "again.toml").read_text("utf-8"))
    assert again.digest == scheme.digest == read_scheme_workbook(tmp_path / "again.xlsx").digest


@pytest.mark.parametrize(
    "text", ['"', "\\", "'", "a = 1 # no", '"""', "[x]", "𠮷", "{ zh }", "\\u0041"]
)
def test_any_text_is_only_text(text: str, tmp_path: Path) -> None:
    source = read_scheme_toml(SCHEMES[1].read_text("utf-8"))
    scheme = load_scheme({**source.document, "name": {"zh": text, "en": text}})
    write_scheme_toml(scheme, tmp_path / "again.toml")
    assert read_scheme_toml((tmp_path / "again.toml").read_text("utf-8")).name == scheme.name
