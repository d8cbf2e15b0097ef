"""What the start loads: nothing that the first painted list, or one short answer, does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspaces import make_workspace

LATE = {
    "evaluator_desktop.domain.assess",  # the rules
    "evaluator_desktop.domain.assessment",
    "evaluator_desktop.domain.body_checks",
    "evaluator_desktop.store.summaries",
    "evaluator_desktop.ui.pages.workbench_page",
    "evaluator_desktop.ui.pages.merge_page",
    *("multiprocessing", "tomllib", "pypinyin", "pyrage", "pypdfium2"),
    *("openpyxl", "reportlab", "PIL"),
}


def loaded_by(*arguments: str) -> set[str]:
    program = [sys.executable, "-X", "importtime", "-m", "evaluator_desktop", *arguments]
    done = subprocess.run(program, capture_output=True, text=True, check=True, timeout=60)
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


def test_the_list_is_painted_without_what_comes_later(tmp_path: Path) -> None:
    make_workspace(tmp_path / "round")
    loaded = loaded_by("--workspace", str(tmp_path / "round"), "--exit-after-paint")
    assert "evaluator_desktop.ui.pages.providers_page" in loaded
    assert not loaded & LATE


def test_the_version_is_told_without_qt_and_without_a_workspace() -> None:
    loaded = loaded_by("--version")
    assert "evaluator_desktop.cli.dispatch" in loaded
    assert not loaded & (LATE | {"PySide6", "shiboken6", "evaluator_desktop.store.workspace"})


@pytest.mark.parametrize(("there", "code"), [(True, 0), (False, 2)])
def test_a_start_that_only_paints_comes_to_an_end(tmp_path: Path, there: bool, code: int) -> None:
    if there:
        make_workspace(tmp_path / "round")
    program = [sys.executable, "-m", "evaluator_desktop", "--exit-after-paint"]
    done = subprocess.run(
        [*program, "--workspace", str(tmp_path / "round")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code
    assert (str(tmp_path / "round") in done.stderr) is not there
