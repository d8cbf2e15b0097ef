"""The table of faults names tests that are there."""

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
TABLE = TESTS.parent / "docs" / "faults.md"


def test_every_test_of_the_table_is_there() -> None:
    text = "\n".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py"))
    known = set(re.findall(r"def (test_\w+)\(", text))
    named = set(re.findall(r"`(test_\w+)`", TABLE.read_text("utf-8")))

    assert len(named) > 200
    assert named <= known, sorted(named - known)


def test_every_row_is_in_the_table() -> None:
    rows = re.findall(r"^\| (\d+) \|", TABLE.read_text("utf-8"), re.MULTILINE)

    assert [int(row) for row in rows] == list(range(1, 111))
