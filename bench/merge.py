"""Merging revisions: new ones, those that are here already, and both, beside SQLite itself.

    python -m bench.merge SIZE [--folder DIR]

The reference is one ATTACH with INSERT OR IGNORE of the same rows into a copy of the same store,
with the same settings. Everything a merge does is in its time: reading the package, hashing,
checking each revision, the backup, the transaction, and the rows that lists read, which are shown
once more by themselves.
"""

import argparse
import shutil
from pathlib import Path

from bench.histories import PER_PROVIDER, fill, new_workspace
from bench.measure import apart, line, scratch, seconds
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import Trust, merge_packages
from evaluator_desktop.store.database import FILE_NAME, Database
from evaluator_desktop.store.union import CACHE
from evaluator_desktop.store.workspace import Workspace

_TABLES = ("revision", "parent", "head")
_ONE_OF = 100
"""That part more comes with the package that is mostly known."""


def prepare(folder: Path, size: int) -> None:
    """Make a receiver with a round and nothing else, a sender, and the same sender later."""
    new_workspace(folder / "receiver").close()
    shutil.copytree(folder / "receiver", folder / "sender")
    with Workspace.open(folder / "sender") as sender:
        fill(sender, size)
    shutil.copytree(folder / "sender", folder / "later")
    with Workspace.open(folder / "later") as later:
        fill(later, max(size // _ONE_OF, 1), seed=2, first=size)


def export(folder: Path, name: str) -> float:
    """Return the seconds of an export of the whole history."""
    with Workspace.open(folder / name) as workspace:
        return seconds(lambda: export_package(workspace, folder / f"{name}.evpkg"))


def insert(folder: Path, source: str) -> float:
    """Return the seconds of the reference: rows from one file to another, nothing looked at."""
    database = Database(folder / "reference.sqlite3")
    database.rows(f"PRAGMA cache_size = {CACHE}")

    def rows() -> None:
        with database.transaction():
            for table in _TABLES:
                columns = f"INSERT OR IGNORE INTO main.{table} SELECT * FROM source.{table}"  # noqa: S608
                database.rows(columns)

    with database.attached(folder / source / FILE_NAME, "source"):
        took = seconds(rows)
    database.close()
    return took


def merge(folder: Path, name: str, new: int, *, dry_run: bool = False) -> float:
    """Return the seconds of a merge that has to bring `new` revisions."""
    with Workspace.open(folder / "receiver") as workspace:
        found = []

        def run() -> None:
            paths, trust = [folder / f"{name}.evpkg"], Trust(any_new=True)
            found.append(merge_packages(workspace, paths, trust=trust, dry_run=dry_run))

        took = seconds(run)
        [result] = found[0].packages
        if result.new_revisions != new:
            raise SystemExit(result.message)
        return took


def rows_of_lists(folder: Path) -> float:
    """Return the seconds for the rows that lists read, of all providers."""
    with Workspace.open(folder / "receiver") as workspace:

        def run() -> None:
            with workspace.changing():
                workspace.projections.refresh(workspace.provider_ids(), anew=True)

        return seconds(run)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("size", type=int, help="revisions")
    parser.add_argument("--folder", type=Path, help="where to work (about 6 KB a revision)")
    options = parser.parse_args()
    with scratch(options.folder) as folder:
        measure(folder, options.size)


def measure(folder: Path, size: int) -> None:
    """Print every line of one size."""
    more = max(size // _ONE_OF, 1)
    print(f"{size} revisions of about {-(-size // PER_PROVIDER)} providers")
    apart(prepare, folder, size)
    shutil.copy(folder / "receiver" / FILE_NAME, folder / "reference.sqlite3")
    for name in ("sender", "later"):
        exported = apart(export, folder, name)
    line("export of the whole history", exported.result, note=f"{exported.megabytes} MB")

    reference = apart(insert, folder, "sender").result
    line("reference: INSERT OR IGNORE, new", reference)
    looked = apart(merge, folder, "sender", size, dry_run=True)
    line("looking at a package, all new", looked.result, reference, f"{looked.megabytes} MB")
    merged = apart(merge, folder, "sender", size)
    line("merge, all new", merged.result, reference, f"{merged.megabytes} MB")
    lists = apart(rows_of_lists, folder).result
    line("  of that the rows that lists read", lists)
    line("  of that the union of the histories", merged.result - lists, reference)

    reference = apart(insert, folder, "sender").result
    line("reference: INSERT OR IGNORE, all known", reference)
    again = apart(merge, folder, "sender", 0)
    line("merge, all known", again.result, reference, f"{again.megabytes} MB")
    reference = apart(insert, folder, "later").result
    line(f"reference: INSERT OR IGNORE, {more} new", reference)
    some = apart(merge, folder, "later", more)
    line(f"merge, {more} new", some.result, reference, f"{some.megabytes} MB")


if __name__ == "__main__":
    main()
