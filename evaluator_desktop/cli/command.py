"""What a command is: its words and arguments, what it is called with, what it answers.

The rooms behind are imported when a command asks for them: the window starts through here too.
"""

import argparse
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from evaluator_desktop.errors import (
    EvaluatorError,
    FieldProblem,
    FieldsError,
    FileProblemError,
    NoWorkspaceError,
)
from evaluator_desktop.paths import visible_text
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.texts import N_, _

if TYPE_CHECKING:
    from evaluator_desktop.exchange.keys import Keys
    from evaluator_desktop.store.workspace import Workspace

STANDARD_INPUT = "-"
DONE = 0
SOMETHING_LEFT = 1
_MOST_DIGITS = 19


@dataclass(frozen=True)
class Argument:
    """One argument as argparse takes it; `about` is translated when the parser is made."""

    names: tuple[str, ...]
    about: str
    options: Mapping[str, Any]


def whole_number(text: str) -> int:
    """Read the value of an option that counts; int() would take 1_000 and ٣ too."""
    if not (text.isascii() and text.removeprefix("-").isdigit() and len(text) < _MOST_DIGITS):
        raise argparse.ArgumentTypeError(_("“{text}” is no whole number").format(text=text))
    return int(text)


@dataclass(frozen=True)
class Either:
    """Arguments of which at most one, or exactly one, may be given."""

    choices: tuple[Argument, ...]
    required: bool = False


def arg(*names: str, about: str = "", **options: Any) -> Argument:
    """Describe an argument; `options` are those of argparse's add_argument."""
    return Argument(names, about, options)


@dataclass(frozen=True)
class Reply:
    """What a command answers: one JSON document for programs, lines for people."""

    document: object = None
    """An iterator is an array, written an entry at a time because there may be thousands."""
    lines: Iterable[str] = ()
    exit_code: int = DONE
    error: EvaluatorError | None = None
    """Said on standard error besides the document, where all that was asked for was refused."""
    json_lines: Iterable[bytes] | None = None
    """In place of both: canonical lines, written one by one because there may be millions."""


@dataclass(frozen=True)
class Command:
    """One command of the contract; `words` are one or two, as "providers import"."""

    words: str
    about: str
    run: Callable[["Call"], Reply]
    arguments: tuple[Argument | Either, ...] = ()
    more: str = ""
    """What its help says at the end."""


@dataclass
class Call:
    """One command as it was called. What it opens is closed when `stack` ends."""

    options: argparse.Namespace
    stack: ExitStack
    progress: Progress

    @cached_property
    def workspace(self) -> "Workspace":
        """The workspace that was named, with the person of --as at the keyboard."""
        from evaluator_desktop.operations.people import person_name

        if not self.options.workspace:  # an empty one is a script's variable that was never set
            raise NoWorkspaceError
        person = None if self.options.person is None else person_name(self.options.person)
        workspace = self.stack.enter_context(_opened(self.options))
        if person is not None:
            workspace.act_as(person)
        if not self.options.json:  # there standard error is for one object
            _warn_of_place(workspace)
        return workspace

    @cached_property
    def provider(self) -> str:
        """The id of the provider that the argument CODE names."""
        from evaluator_desktop.operations.edit import find_provider

        return find_provider(self.workspace, self.options.code)

    def file(self, text: str) -> Path:
        """Return a file to read from; `-` is standard input. Raises FileProblemError."""
        if text == STANDARD_INPUT:
            return self._standard_input()
        path = Path(text)
        try:
            is_file = stat.S_ISREG(path.stat().st_mode)
        except FileNotFoundError as error:
            problem = _("is not there. Check the name and the folder.")
            raise FileProblemError(file=text, problem=problem) from error
        except (OSError, ValueError) as error:
            problem = _("cannot be read ({reason}). Close it elsewhere or check its permissions.")
            reason = getattr(error, "strerror", None) or str(error)
            raise FileProblemError(file=text, problem=problem.format(reason=reason)) from error
        if not is_file:
            problem = _("is no file but a folder, a pipe or a device. Name a file, or - to pipe.")
            raise FileProblemError(file=text, problem=problem)
        return path

    def target(self, text: str, *endings: str) -> Path:
        """Return where to write: a folder, or a file of a kind that one of the endings names.

        Raises FileProblemError: a file with the ending of another kind opens nowhere.
        """
        path = Path(text)
        if text in ("", STANDARD_INPUT):
            problem = _("is no name. Say where to write.")
            raise FileProblemError(file=f"“{text}”", problem=problem)
        if endings and path.suffix and path.suffix.lower() not in endings:
            problem = _("has another ending than what is written. Let it end with {endings}.")
            known = _(", ").join(endings)
            raise FileProblemError(file=text, problem=problem.format(endings=known))
        return path

    def content(self, text: str) -> bytes:
        """Return the bytes of a file, or of standard input. Raises FileProblemError."""
        try:
            return self.file(text).read_bytes()
        except OSError as error:
            problem = _("cannot be read ({reason}). Close it elsewhere or check its permissions.")
            problem = problem.format(reason=error.strerror)
            raise FileProblemError(file=text, problem=problem) from error

    def keys(self) -> "Keys":
        """Return what --passphrase-file and --identity give. Raises FileProblemError."""
        from evaluator_desktop.exchange.keys import read_keys

        names = (self.options.passphrase_file, self.options.identity)
        passphrase, identity = (None if name is None else self.file(name) for name in names)
        return read_keys(passphrase, identity)

    def day(self, name: str) -> date | None:
        """Return the day that an option gives, None without it. Raises FieldsError."""
        text = getattr(self.options, name)
        if text is None:
            return None
        try:
            day = date.fromisoformat(text)
        except ValueError:
            day = None
        if day is None or day.isoformat() != text:
            message = _("“{text}” is not a day. Write it as 2020-12-31.").format(text=text)
            raise FieldsError(_("Date"), [FieldProblem(name, message)])
        return day

    def _standard_input(self) -> Path:
        """Keep what is piped in as a file meanwhile, under the name that people gave it."""
        path = Path(self.stack.enter_context(TemporaryDirectory())) / STANDARD_INPUT
        with path.open("wb") as out:
            shutil.copyfileobj(sys.stdin.buffer, out)
        return path


def _warn_of_place(workspace: "Workspace") -> None:
    """Say once a call that the folder is not safe, and how to leave it."""
    from evaluator_desktop.operations.care import place_warning

    if warning := place_warning(workspace):
        way = _("`copy DIR` copies it, whole and verified.")
        line = _("Warning: {warning} {way}").format(warning=warning, way=way)
        print(visible_text(line), file=sys.stderr)


def _opened(options: argparse.Namespace) -> "Workspace":
    from evaluator_desktop.store.workspace import Workspace

    return Workspace.open(Path(options.workspace), take_over=options.take_over)


CODE = arg("code", metavar="CODE", about=N_("credit code of the provider, or its exact name"))
ITEM = arg("item", metavar="ITEM", about=N_("id of the item, as `scheme show` lists them"))

EXPLAIN = arg(
    "--explain",
    action="store_true",
    about=N_("say where each number comes from, step by step (JSON always does)"),
)


def reason(about: str) -> Argument:
    return arg("--reason", metavar="TEXT", required=True, about=about)
