"""Rows 82 to 84: whatever people write, the window shows it and reads no file that it names.

Every text of a workspace holds markup that names a file below /probe, an ampersand, marks that
turn the direction of reading, characters without a width, and where there is room ten thousand
more. A program of its own walks through all pages, tabs, dialogs and tool tips.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evaluator_desktop.texts import DEFAULT_LANGUAGE

ROOT = Path(__file__).parents[2]
PATIENCE = 240
BAIT = "/probe/"
# What no log and no file of settings may hold (row 103): names and numbers of people.
PRIVATE = (b"/probe/", b"1380013800")
RICH = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
QLabel('<img src="/probe/x.png">').grab()
"""


@pytest.fixture
def strace(tmp_path: Path) -> list[str]:
    """The command that writes every path that a program names to the system into `calls`."""
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed; what the window opens was not watched")
    command = [found, "-f", "-qq", "-o", str(tmp_path / "calls"), "-e", "trace=%file"]
    if subprocess.run([*command, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system does not let strace look; what the window opens was not watched")
    return command


def watched(strace: list[str], tmp_path: Path, *program: str) -> tuple[str, list[str]]:
    """Run Python watched; return what it said and the calls that touched the bait."""
    ran = subprocess.run(
        [*strace, sys.executable, *program],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    calls = (tmp_path / "calls").read_text(encoding="utf-8", errors="replace")
    return ran.stdout, [line for line in calls.splitlines() if BAIT in line]


def test_the_watch_sees_a_label_that_takes_text_for_html(strace: list[str], tmp_path: Path) -> None:
    _said, touched = watched(strace, tmp_path, "-c", RICH)

    assert touched


def test_no_text_of_a_workspace_makes_the_window_read_a_file(
    strace: list[str], tmp_path: Path, user_folder: Path
) -> None:
    said, touched = watched(
        strace, tmp_path, "-m", "tests.walks.hostile_walker", str(tmp_path), DEFAULT_LANGUAGE
    )

    assert touched == []
    places = said.splitlines()
    assert {"providers", "workbench", "verification", "shop", "merge", "report"} <= set(places)
    assert sum("Dialog" in place for place in places) > 12
    kept = [file for file in user_folder.rglob("*") if file.is_file()]
    assert kept
    assert not [file for file in kept if any(p in file.read_bytes() for p in PRIVATE)]
