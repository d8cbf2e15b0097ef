"""What is said: one JSON document or lines on standard output, errors on standard error.

What goes to people is made visible here, whoever wrote it: names in a package or of a file may
hold what steers a terminal.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from typing import TextIO

from evaluator_desktop.cli.command import Reply
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.paths import visible_text
from evaluator_desktop.texts import _


def prepare_streams(*, as_json: bool) -> None:
    """JSON is UTF-8 whatever the locale; people's terminals keep theirs, with ? where it ends.

    What no encoding carries (a file name that is no text) becomes an escape, valid in JSON too.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if as_json:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
            else:
                stream.reconfigure(errors="replace")


def say(reply: Reply, *, as_json: bool) -> None:
    """Write what a command answers; a reader that has gone away is no error."""
    try:
        _write(_parts(reply, as_json=as_json))
        if reply.error is not None:
            say_error(reply.error, as_json=as_json)
    except BrokenPipeError:
        # The interpreter would stumble over the same pipe when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_error(error: EvaluatorError, *, as_json: bool) -> None:
    """Write an error as a sentence, or as the JSON object of the contract."""
    if as_json:
        document = {
            "error": error.code,
            "message": str(error),
            "details": [asdict(detail) for detail in error.details],
        }
        text = json.dumps(document, ensure_ascii=False)
    else:
        text = visible_text(_("Error: {message}").format(message=error))
    print(text, file=sys.stderr)


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


def _write(parts: Iterable[str], stream: TextIO | None = None) -> None:
    out = stream or sys.stdout
    for part in parts:
        out.write(part)
    out.flush()
