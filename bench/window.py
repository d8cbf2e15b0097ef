"""The window: how soon the list is there, how soon it answers, and how much memory it takes.

    python -m bench.window [--start 1000] [--rows 20000 100000] [--files-each 3] [--folder DIR]

The reference of the start is a process that opens an empty window of Qt; both take turns, and of
both it is the whole process, its end included: by the clock, and of the processors' time, which
other programs disturb less. Of a keystroke and of sorting it is the window thread's own time (what
other programs do meanwhile is left out) until the list is ready to be painted; painting is shown
beside it. Without a screen set QT_QPA_PLATFORM=offscreen.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import NamedTuple, ParamSpec

from bench.measure import apart, line, scratch, seconds
from bench.rounds import add_rows, make_round

P = ParamSpec("P")
_TIMES = 15
_PATIENCE = 60
_EMPTY_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, window.close)
app.exec()
"""
_TYPED = ("z", "x", "咨", "l", "1", "s")


class Start(NamedTuple):
    """Seconds of one whole process."""

    clock: float
    processor: float


def measure_start(workspace: Path) -> tuple[Start, Start]:
    """Return the medians of (an empty window, our list painted)."""
    empty = [sys.executable, "-c", _EMPTY_WINDOW]
    program = [sys.executable, "-m", "evaluator_desktop", "--workspace", str(workspace)]
    program.append("--exit-after-paint")
    compiled = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(workspace.parent / "compiled")
    turns = [(_run(empty, compiled), _run(program, compiled)) for _turn in range(_TIMES + 1)]
    first, second = zip(*turns[1:], strict=True)
    return _middle(first), _middle(second)


def _run(command: list[str], environment: dict[str, str]) -> Start:
    used, before = _processor(), perf_counter()
    subprocess.run(command, check=True, env=environment, timeout=_PATIENCE)
    return Start(perf_counter() - before, _processor() - used)


def _processor() -> float:
    """Return the processors' time of all processes that ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def _middle(starts: Sequence[Start]) -> Start:
    return Start(*(median(values) for values in zip(*starts, strict=True)))


def measure_list(workspace: Path) -> dict[str, float]:
    """Return seconds by what was done with the list of a workspace."""
    from PySide6.QtCore import Qt

    from bench.seat import Seat
    from evaluator_desktop.ui.models.provider_rows import Column

    columns = (Column.NAME, Column.CODE, Column.SCORE, Column.STATE, Column.PEOPLE)
    with Seat(workspace) as seat:
        page = seat.providers()
        table, field = page.ui.provider_table, page.ui.search_edit
        keys, painted = [], []
        for typed in _TYPED * 3:
            keys.append(_timed(field.setText, typed))
            painted.append(_timed(table.viewport().repaint))
        field.clear()
        order = Qt.SortOrder.AscendingOrder
        first, again = (
            [_timed(table.sortByColumn, column, order) for column in columns] for _turn in range(2)
        )
    return {
        "a keystroke in the search": median(keys),
        "– the slowest of them": max(keys),
        "– painting the list": median(painted),
        "a column sorted for the first time, slowest": max(first),
        "a column sorted again, median": median(again),
    }


def measure_memory(workspace: Path) -> None:
    """Show the pages that read everything; the process' peak is what counts."""
    from bench.seat import Seat

    with Seat(workspace) as seat:
        for page in ("providers", "verification", "workbench", "providers"):
            seat.show(page)


def _timed(step: Callable[P, object], *args: P.args, **keywords: P.kwargs) -> float:
    before = thread_time()
    step(*args, **keywords)
    return thread_time() - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=int, default=1000, help="providers at the start")
    parser.add_argument("--rows", type=int, nargs="+", default=[20_000, 100_000])
    parser.add_argument("--files-each", type=int, default=3, help="files of each provider")
    parser.add_argument("--folder", type=Path, help="where to work")
    options = parser.parse_args()
    with scratch(options.folder) as folder:
        make_round(folder / "start", options.start, 2)
        empty, ours = measure_start(folder / "start")
        line("reference: an empty window of Qt", empty.clock)
        line(f"from the command to {options.start} providers, painted", ours.clock, empty.clock)
        line("reference, of the processors' time", empty.processor)
        line("– painted, of the processors' time", ours.processor, empty.processor)
        least = options.rows[0]
        took = seconds(lambda: make_round(folder / "round", least, options.files_each))
        line(f"(a round of {least} made)", took)
        used = apart(measure_memory, folder / "round").megabytes
        print(f"{least} providers, {least * options.files_each} files: peak {used} MB", flush=True)
        for rows in options.rows:
            path = folder / f"rows-{rows}"
            shutil.copytree(folder / "round", path)
            add_rows(path, rows)
            for what, each in apart(measure_list, path).result.items():
                print(f"{rows:>7} rows: {what:<46}{each * 1000:8.1f} ms", flush=True)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    main()
