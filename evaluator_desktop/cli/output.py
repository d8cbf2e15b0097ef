"""What is said: one JSON document or lines on standard output, errors on standard error.

What goes to people is made visible here, whoever wrote it: names in a package or of a file may
hold what steers a terminal.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from itertools import chain
from typing import TextIO

from evaluator_desktop.cli.command import Reply
from evaluator_desktop.errors import ENVIRONMENT_FAILED, EvaluatorError
from evaluator_desktop.paths import visible_text
from evaluator_desktop.texts import N_, _

_STANDARD_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


class OutputError(EvaluatorError):
    """The answer is there, and standard output does not take it."""

    code = "output_failed"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_("The answer could not be written ({reason}). What was recorded is safe.")


def prepare_streams(*, as_json: bool) -> None:
    """JSON is UTF-8 whatever the locale; people's terminals keep theirs, with ? where it ends.

    What no encoding carries (a file name that is no text) becomes an escape, valid in JSON too.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if as_json:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
            else:
                stream.reconfigure(errors="replace")


def _open_closed_streams() -> None:
    """Let streams that were closed when the program started lead nowhere.

    Their numbers are taken: a file of ours must not get the one that faults are written to.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) < len(_STANDARD_STREAMS):
        os.set_inheritable(number, True)
    os.close(number)
    for name, mode in _STANDARD_STREAMS:
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def say(reply: Reply, *, as_json: bool) -> None:
    """Write what a command answers; a reader that has gone away is no error. Raises OutputError."""
    with suppress(BrokenPipeError):
        for part in _parts(reply, as_json=as_json):
            with _writing_to(sys.stdout) as out:
                out.write(part)
        end_output()
    if reply.error is not None:
        say_error(reply.error, as_json=as_json)


def end_output() -> None:
    """Hand over what is still on its way to standard output, as `say` does."""
    with suppress(BrokenPipeError), _writing_to(sys.stdout) as out:
        out.flush()


def say_error(error: EvaluatorError, *, as_json: bool) -> None:
    """Write an error as sentences, or as the JSON object of the contract.

    Where nobody listens to standard error either, the exit code has to do.
    """
    if as_json:
        document = {
            "error": error.code,
            "message": str(error),
            "details": [asdict(detail) for detail in error.details],
        }
        lines = [json.dumps(document, ensure_ascii=False)]
    else:
        lines = [visible_text(line) for line in _sentences(error)]
    with suppress(BrokenPipeError, OutputError), _writing_to(sys.stderr) as out:
        print(*lines, sep="\n", file=out, flush=True)


def _sentences(error: EvaluatorError) -> Iterator[str]:
    """Yield what went wrong, then those details that the sentence does not hold already."""
    message = str(error)
    yield _("Error: {message}").format(message=message)
    for detail in error.details:
        if detail.message not in message:
            yield f"  {detail.field}: {detail.message}"


@contextmanager
def _writing_to(stream: TextIO) -> Iterator[TextIO]:
    """Let a stream that fails lead nowhere from now on: at the end Python would try it again."""
    try:
        yield stream
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(reason=error.strerror) from error


def _parts(reply: Reply, *, as_json: bool) -> Iterable[str]:
    if reply.json_lines is not None:
        lines = (line.decode() for line in reply.json_lines)
        return _as_array(lines) if as_json else (line + "\n" for line in lines)
    if as_json:
        return _spelt(reply.document)
    return (visible_text(line) + "\n" for line in reply.lines)


def _spelt(document: object) -> Iterator[str]:
    """Yield one JSON document; of an iterator an array, an entry at a time."""
    if not isinstance(document, Iterator):
        yield json.dumps(document, ensure_ascii=False) + "\n"
        return
    yield "["
    for number, entry in enumerate(document):
        yield (", " if number else "") + json.dumps(entry, ensure_ascii=False)
    yield "]\n"


def _as_array(lines: Iterator[str]) -> Iterator[str]:
    """One JSON document of many canonical lines, still a line each."""
    first = next(lines, None)
    if first is None:
        return iter(("[]\n",))
    return chain(("[\n", first), (f",\n{line}" for line in lines), ("\n]\n",))
