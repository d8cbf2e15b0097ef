"""What ships is no older than what an advisory asks for (fault 110), and speaks to no network."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {"Pillow": "12.3.0", "reportlab": "3.6.13", "openpyxl": "3.1.5", "defusedxml": "0.7.1"}
"""The first versions without what is known against the ones before; looked through every year."""


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = (line.split(";")[0].strip().partition("==") for line in lines if "==" in line)
    return {name.casefold(): version for name, _sign, version in pairs}


@pytest.mark.parametrize("name", FLOORS)
def test_what_is_built_with_is_no_older_than_its_floor(name: str) -> None:
    assert Version(pinned()[name.casefold()]) >= Version(FLOORS[name])


@pytest.mark.parametrize("name", FLOORS)
def test_what_is_installed_with_the_wheel_is_no_older_either(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [wanted] = [d for d in project["dependencies"] if re.match(rf"{name}\b", d, re.IGNORECASE)]
    floor = re.search(r">=([\d.]+)", wanted)

    assert floor is not None
    assert Version(floor.group(1)) >= Version(FLOORS[name])


def test_nothing_connects_to_anything_but_this_computer(tmp_path: Path) -> None:
    """Fault 109: watched from outside while a workspace is made, checked and exported."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; nothing was watched")
    log, folder = tmp_path / "calls", tmp_path / "work"
    calls: tuple[list[str | Path], ...] = (
        ["init", folder, "--evaluator", "甲"],
        ["--workspace", folder, "export", tmp_path / "a.evpkg"],
        ["--workspace", folder, "check", "--deep"],
    )
    for arguments in calls:
        done = subprocess.run(
            [strace, "-f", "-qq", "-A", "-o", log, "-e", "trace=connect,sendto", sys.executable,
             "-m", "evaluator_desktop", *arguments],
            cwd=ROOT,
            check=False,
            capture_output=True,
            text=True,
        )  # fmt: skip
        if "ptrace" in done.stderr.lower():
            pytest.skip("this system does not let strace look; nothing was watched")
        assert done.returncode == 0, done.stderr
    made = [line for line in log.read_text().splitlines() if "connect(" in line]
    assert [line for line in made if "AF_UNIX" not in line] == []
