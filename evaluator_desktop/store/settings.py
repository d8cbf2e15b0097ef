"""What one workspace remembers on this computer alone; it never travels."""

from collections.abc import Mapping

from evaluator_desktop.store.database import Database

PERSON = "person"
ROLE = "role"
PROJECTIONS = "projections"
ROUTE = "route"
"""Today's route: the ids of providers as a JSON list, in the order of the visits."""


class Settings:
    """Named texts in the workspace's own table."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, name: str, default: str) -> str:
        rows = self._db.rows("SELECT value FROM setting WHERE name = ?", name)
        return str(rows[0][0]) if rows else default

    def put(self, values: Mapping[str, str]) -> None:
        """Remember values in a transaction of their own."""
        with self._db.transaction():
            self.write(values)

    def write(self, values: Mapping[str, str]) -> None:
        """Remember values inside the caller's transaction."""
        self._db.write_many("INSERT OR REPLACE INTO setting VALUES (?, ?)", values.items())
