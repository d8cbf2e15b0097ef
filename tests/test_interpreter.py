"""PySide6 6.12.0 on Python 3.11 loses a reference to None at every void call, then aborts."""

import subprocess
import sys

VOID_CALLS = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range(100_000):
    thing.setObjectName("")
print(before - sys.getrefcount(None))
"""
NOISE = 100  # what the interpreter itself takes and gives back meanwhile


def test_void_calls_into_qt_keep_their_references_to_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < NOISE
