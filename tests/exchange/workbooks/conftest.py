"""Workbooks to read: made by openpyxl where a person would have made them, by hand where not."""

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from evaluator_desktop import texts

Rows = Sequence[Sequence[object]]
MakeSheet = Callable[..., Path]
Rezip = Callable[[Path, Mapping[str, bytes]], Path]

GOOD_CODE = "91310000MA1FL0001R"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    texts.set_language("en")
    yield
    texts.set_language(texts.DEFAULT_LANGUAGE)


@pytest.fixture
def make_sheet(tmp_path: Path) -> MakeSheet:
    """Write rows to an .xlsx; `merge` names ranges."""

    def make(rows: Rows, *, merge: Sequence[str] = (), name: str = "list.xlsx") -> Path:
        workbook = Workbook()
        sheet = workbook.worksheets[0]
        for row in rows:
            sheet.append([*row])
        for cells in merge:
            sheet.merge_cells(cells)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def rezip(tmp_path: Path) -> Rezip:
    """Return a copy of a workbook with some of its parts replaced or added."""

    def copy(source: Path, parts: Mapping[str, bytes]) -> Path:
        target = tmp_path / f"hostile-{source.name}"
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", 8) as new:
            for name in dict.fromkeys([*old.namelist(), *parts]):
                new.writestr(name, parts[name] if name in parts else old.read(name))
        return target

    return copy
