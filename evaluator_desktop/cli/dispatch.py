"""Carrying out one call: read it, run its command, say what came of it, return the exit code."""

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

from evaluator_desktop import __version__, texts
from evaluator_desktop.cli import INTERRUPTED
from evaluator_desktop.cli.command import DONE, Call, Reply
from evaluator_desktop.cli.output import end_output, prepare_streams, say, say_error
from evaluator_desktop.cli.parser import PROGRAM, UsageError, read_command, read_general
from evaluator_desktop.cli.progress import progress_on
from evaluator_desktop.errors import (
    ENVIRONMENT_FAILED,
    DiskFullError,
    EvaluatorError,
    NoHomeError,
    StorageFailedError,
    crash_report,
)
from evaluator_desktop.paths import HomelessError, config_dir
from evaluator_desktop.store.disk_space import is_full
from evaluator_desktop.texts import N_, _, size_text

_WINDOW_OPTIONS = ("demo", "smoke_test", "exit_after_paint")
_LOG = "log.txt"


class FaultError(EvaluatorError):
    """The program itself made a mistake."""

    code = "internal"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_(
        "The program made a mistake ({kind}). What was recorded before is safe; {log} names the "
        "places in the program, none of your data."
    )


def run(arguments: Sequence[str], open_window: Callable[[argparse.Namespace], int]) -> int:
    """Carry out a call and return its exit code; without a command the window opens."""
    as_json = "--json" in arguments
    texts.set_language(texts.DEFAULT_LANGUAGE)
    prepare_streams(as_json=as_json)
    try:
        general, rest = read_general(arguments)
        if general.lang:
            texts.set_language(general.lang)
        if general.version:
            return _say_version(as_json=as_json)
        return _carry_out(general, rest) if rest else open_window(general)
    except EvaluatorError as error:
        return _failed(error, as_json=as_json)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        return _failed(_in_words(error), as_json=as_json)
    except Exception as error:  # noqa: BLE001  whatever else is raised is a fault of the program
        return _failed(_logged(error), as_json=as_json)


def _say_version(*, as_json: bool) -> int:
    say(Reply({"version": __version__}, [f"{PROGRAM} {__version__}"]), as_json=as_json)
    return DONE


def _carry_out(general: argparse.Namespace, rest: Sequence[str]) -> int:
    from evaluator_desktop.cli.commands import COMMANDS

    try:
        options = read_command(rest, COMMANDS, general)
    except SystemExit as finished:  # --help has said what it had to say
        end_output()
        return int(finished.code or 0)
    for name in _WINDOW_OPTIONS:
        if getattr(options, name):
            problem = _("--{option} opens the window and goes with no command")
            problem = problem.format(option=name.replace("_", "-"))
            raise UsageError(problem=problem, program=PROGRAM)
    with ExitStack() as stack:
        progress = stack.enter_context(progress_on(sys.stderr))
        reply: Reply = options.command.run(Call(options, stack, progress))
        say(reply, as_json=options.json)
    return reply.error.exit_code if reply.error else reply.exit_code


def _failed(error: EvaluatorError, *, as_json: bool) -> int:
    say_error(error, as_json=as_json)
    return error.exit_code


def _in_words(error: OSError) -> EvaluatorError:
    if isinstance(error, HomelessError):
        return NoHomeError()
    if is_full(error):
        return DiskFullError(needed=_("more"), free=_free(Path(error.filename or ".")))
    reason = error.strerror or type(error).__name__
    place = f" ({error.filename})" if error.filename else ""
    return StorageFailedError(reason=f"{reason}{place}")


def _free(place: Path) -> str:
    """Return what is free on the disk of a place that may not be there yet."""
    existing = next(p for p in (place, *place.absolute().parents) if p.exists())
    return size_text(shutil.disk_usage(existing).free)


def _logged(error: Exception) -> EvaluatorError:
    """Keep kinds and places of a mistake for whoever is asked for help, no message and no value."""
    path = config_dir() / _LOG
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} ERROR {crash_report(error)}\n")
    return FaultError(kind=type(error).__name__, log=path)
