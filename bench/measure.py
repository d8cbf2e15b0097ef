"""One measured step in a process of its own, so that its peak of memory is its own, and a table."""

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_KIB_A_UNIT = 1 if sys.platform == "linux" else 1 / 1024  # of ru_maxrss


@dataclass(frozen=True)
class Measured(Generic[R]):
    """What a step returned, and the peak of its process, Python and our modules included."""

    result: R
    megabytes: int


def apart(step: Callable[P, R], *args: P.args, **keywords: P.kwargs) -> Measured[R]:
    """Run one step in a new process."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(_measured, step, args, keywords).result()


def _measured(
    step: Callable[..., R], args: Sequence[object], keywords: dict[str, object]
) -> Measured[R]:
    result = step(*args, **keywords)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB_A_UNIT
    return Measured(result, round(peak / 1024))


def seconds(step: Callable[[], object]) -> float:
    """Return how long it takes, with the disk quiet before."""
    os.sync()
    before = time.perf_counter()
    step()
    return time.perf_counter() - before


@contextmanager
def scratch(folder: Path | None) -> Iterator[Path]:
    """Yield a folder that is gone afterwards; the account's settings are in it too."""
    with TemporaryDirectory(prefix="bench-", dir=folder) as path:
        os.environ["XDG_CONFIG_HOME"] = path
        yield Path(path)


def line(what: str, took: float, reference: float | None = None, note: str = "") -> None:
    """Print one row: the step, its seconds, and how many times those of its reference."""
    ratio = "" if reference is None else f"{took / reference:6.2f} ×"
    print(f"{what:<44}{took:9.2f} s  {ratio:>9}  {note}", flush=True)
