"""The program: with a command the command line, without one the window."""

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluator_desktop.cli import INTERRUPTED


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one call and return its exit code; `argv` is without the program's name."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a frozen program is also started as its own helper
    try:
        from evaluator_desktop.cli.dispatch import run
    except KeyboardInterrupt:  # from here on `run` answers it
        return INTERRUPTED
    return run(sys.argv[1:] if argv is None else argv, _open_window)


def _open_window(options: argparse.Namespace) -> int:
    gc.disable()  # what loads now stays; later the window collects between events (ui/garbage.py)
    # Before Qt: PySide reads the source of every module that is imported after it.
    importlib.import_module("evaluator_desktop.store.queries.providers")
    from evaluator_desktop.app import run_window

    return run_window(
        workspace=None if options.workspace is None else Path(options.workspace),
        demo=options.demo,
        smoke_test=options.smoke_test,
        exit_after_paint=options.exit_after_paint,
        person=options.person,
        language=options.lang,
    )


if __name__ == "__main__":
    sys.exit(main())
