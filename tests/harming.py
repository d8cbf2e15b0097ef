"""A script of ours in a process of its own, which strace kills or lets fail at a system call."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_NO_HARM = "nothing was interrupted"


def strace() -> list[str]:
    """Return the beginning of a command that watches another one; skips the test without it."""
    found = shutil.which("strace")
    if found is None:
        pytest.skip(f"strace is not installed; {_NO_HARM}")
    return [found, "-f", "-qq"]


def run_script(script: str, *arguments: str | Path, under: list[str] | None = None) -> str:
    """Run a script to its end, `under` what harms it; returns what it said until then."""
    done = subprocess.run(
        [*(under or []), sys.executable, "-c", script, *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if "ptrace" in done.stderr.lower() and not done.stdout:
        pytest.skip(f"this system does not let strace look; {_NO_HARM}")
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.strip()
