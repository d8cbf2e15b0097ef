"""The measurements still run; how long anything takes is never tested."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(script: str, *arguments: str, folder: Path) -> str:
    command = [sys.executable, "-m", f"bench.{script}", *arguments, "--folder", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list(folder.iterdir()) == []
    return done.stdout


@pytest.mark.parametrize(
    ("script", "arguments"),
    [
        *(("merge", ["300"]), ("save", ["3"]), ("scores", ["3"])),
        ("evidence", ["2", "--files", "2"]),
    ],
)
def test_a_measurement_runs_and_shows_its_ratio(
    tmp_path: Path, script: str, arguments: list[str]
) -> None:
    shown = run(script, *arguments, folder=tmp_path)

    assert "reference" in shown
    assert "×" in shown


@pytest.mark.skipif(not find_spec("pygeodiff"), reason="pygeodiff (extra bench) is not installed")
def test_nothing_is_lost_beside_geodiff(tmp_path: Path) -> None:
    shown = run("geodiff", "120", folder=tmp_path)

    ours = next(line for line in shown.splitlines() if line.startswith("ours"))
    assert "0 writes gone from the store" in ours


@pytest.mark.skipif(not find_spec("typst"), reason="typst (extra bench) is not installed")
def test_reports_are_measured_beside_typst(tmp_path: Path) -> None:
    shown = run("reports", "4", folder=tmp_path)

    assert "reference" in shown
    assert "×" in shown
