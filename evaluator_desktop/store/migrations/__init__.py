"""Numbered steps from one database format to the next; `PRAGMA user_version` says how far it got.

Each step is a file of SQL that is never edited after a release. Add the next one, and its number
follows from its name.
"""

from importlib.resources import files


def steps() -> list[tuple[int, str]]:
    """Return (version reached, SQL) of every step, in order."""
    found = sorted(
        (entry for entry in files(__package__).iterdir() if entry.name.endswith(".sql")),
        key=lambda entry: entry.name,
    )
    return [(int(entry.name[:4]), entry.read_text("utf-8")) for entry in found]
