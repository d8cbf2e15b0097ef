"""PySide6 6.12.0 on Python 3.11 loses a reference to None at every void call, then aborts."""

import sys

from PySide6.QtCore import QObject

CALLS = 100_000
NOISE = 1_000  # what the interpreter itself takes and gives back meanwhile


def test_void_calls_into_qt_keep_their_references_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        thing.setObjectName("")

    assert sys.getrefcount(None) > before - NOISE
