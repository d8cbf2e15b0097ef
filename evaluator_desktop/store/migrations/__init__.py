"""Numbered steps from one database format to the next; `PRAGMA user_version` says how far it got.

Each step is a file of SQL that is never edited after a release. Add the next one, and its number
follows from its name.
"""

from functools import cache
from pathlib import Path


@cache
def steps() -> tuple[tuple[int, str], ...]:
    """Return (version reached, SQL) of every step, in order."""
    found = sorted(Path(__file__).parent.glob("*.sql"))
    return tuple((int(path.name[:4]), path.read_text("utf-8")) for path in found)
