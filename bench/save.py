"""Saving one rating, from the call until it is durable, beside one bare commit of SQLite.

    python -m bench.save TIMES [--folder DIR]

The reference writes one row of the same size into a table of its own with the same settings. Both
take turns on the same disk; what is shown is the median of each.
"""

import argparse
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.histories import fill, new_workspace
from bench.measure import scratch
from evaluator_desktop.operations import ratings
from evaluator_desktop.store.database import Database

_HISTORY = 5_000
_CONTENT = b"x" * 540


def measure(folder: Path, times: int) -> tuple[float, float]:
    """Return the medians (save, bare commit) in seconds."""
    bare = Database(folder / "bare.sqlite3", new=True)
    bare.rows("CREATE TABLE kept (id INTEGER PRIMARY KEY, content BLOB NOT NULL)")
    saves, commits = [], []
    with new_workspace(folder / "workspace") as workspace:
        fill(workspace, _HISTORY)
        provider, item = workspace.provider_ids()[0], workspace.scheme.items[0].id
        for number in range(times):
            before = perf_counter()
            with bare.transaction():
                bare.rows("INSERT INTO kept (content) VALUES (?)", _CONTENT)
            between = perf_counter()
            ratings.rate(workspace, provider, item, str(60 + number % 30))
            saves.append(perf_counter() - between)
            commits.append(between - before)
    bare.close()
    return median(saves), median(commits)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("times", type=int, help="how often each is done")
    parser.add_argument("--folder", type=Path, help="where to work")
    options = parser.parse_args()
    with scratch(options.folder) as folder:
        save, commit = measure(folder, options.times)
    print(f"reference: one bare commit     {commit * 1000:7.2f} ms")
    print(f"a rating saved                 {save * 1000:7.2f} ms {save / commit:6.2f} ×")


if __name__ == "__main__":
    main()
