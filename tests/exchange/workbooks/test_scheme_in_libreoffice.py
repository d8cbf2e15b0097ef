"""A scheme's workbook goes through LibreOffice, as through anybody's hands, and stays the same."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from evaluator_desktop.domain.scheme import WEIGHT_SUM
from evaluator_desktop.exchange.workbooks.scheme_form import write_scheme_workbook
from evaluator_desktop.operations.round import read_scheme

SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_it_is_the_same_scheme(tmp_path: Path) -> None:
    source = tmp_path / "scheme.xlsx"
    write_scheme_workbook(read_scheme(), source)
    profile = (tmp_path / "profile").as_uri()
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={profile}", "--convert-to"]
    subprocess.run(
        [*command, "xlsx", "--outdir", str(tmp_path / "saved"), str(source)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    saved = tmp_path / "saved" / "scheme.xlsx"
    assert read_scheme(saved) == read_scheme()
    notes = load_workbook(saved, data_only=True).worksheets[0]
    assert WEIGHT_SUM in [row[1] for row in notes.iter_rows(values_only=True)]
