"""Half-typed text: safe on this computer until it is recorded or dropped; it never travels.

A draft is no part of the history. One that was handed over for recording goes in the transaction
of the commit that follows, so that neither a kill nor a full disk leaves both or none.
"""

from collections.abc import Mapping

from evaluator_desktop.store.database import Database


class Drafts:
    """Texts by the place they were typed in: a field of something, and the person who types."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._handed_over: set[str] = set()

    def all(self) -> dict[str, str]:
        """Return every text that was kept, of all persons."""
        return {str(place): str(text) for place, text in self._db.rows(_ALL)}

    def take_back(self, place: str) -> str | None:
        """Return what was handed over and not recorded, None where it was; it is a draft again."""
        self._handed_over.discard(place)
        rows = self._db.rows("SELECT text FROM draft WHERE place = ?", place)
        return str(rows[0][0]) if rows else None

    def keep(self, texts: Mapping[str, str | None], at: str) -> None:
        """Keep what stands in these places now; None drops what was kept there."""
        kept = [(_sound(p), _sound(text), at) for p, text in texts.items() if text is not None]
        dropped = [(_sound(place),) for place, text in texts.items() if text is None]
        with self._db.transaction():
            self._db.write_many("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", kept)
            self._db.write_many(_DROP, dropped)
        self._handed_over.difference_update(texts)

    def hand_over(self, place: str) -> None:
        """What stands in this place is about to be recorded: the next commit settles it."""
        self._handed_over.add(place)

    def erase(self, key: str) -> None:
        """Drop, in a transaction of its own, whatever anybody half typed of one thing."""
        with self._db.transaction():
            self._db.rows("DELETE FROM draft WHERE instr(place, ?)", _sound(f":{key}:"))

    def settle(self) -> None:
        """Drop what was handed over, inside the transaction that records it."""
        places, self._handed_over = self._handed_over, set()
        if places:
            self._db.write_many(_DROP, [(_sound(place),) for place in sorted(places)])


_ALL = "SELECT place, text FROM draft ORDER BY place"
_DROP = "DELETE FROM draft WHERE place = ?"


def _sound(text: str) -> str:
    """Return `text` as UTF-8 can hold it: half a surrogate pair can be typed, but not stored."""
    return text.encode("utf-8", "replace").decode()
