"""argparse, made of the tables of commands, in the user's language.

The options of every command (--workspace, --as, --lang, --json) are taken out first, so that they
may stand before or after the command's name and help is already in the right language.
"""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from evaluator_desktop.cli.argparse_words import translate_argparse
from evaluator_desktop.cli.command import Argument, Command, Either
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.texts import LANGUAGES, N_, _

PROGRAM = "evaluator-desktop"
_GROUPS: Mapping[str, str] = {
    "scheme": N_("the scheme of indicators"),
    "providers": N_("the list of providers"),
    "evidence": N_("files that prove what a provider says"),
    "customers": N_("customers of a provider and calls to them"),
    "shop": N_("facts and points of a provider's cloud shop"),
    "device": N_("this account's device and the trusted ones"),
    "person": N_("the persons of the round"),
}


class UsageError(EvaluatorError):
    """A call that no command understands."""

    code = "usage"
    sentence = N_("{problem}. See {program} --help.")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong by an error of ours, not by leaving the program."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        raise UsageError(problem=message, program=self.prog)


def read_general(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Take the options that every command has, and the window's, out of a call.

    Raises UsageError.
    """
    translate_argparse()
    parser = _Parser(prog=PROGRAM, add_help=False)
    _add_general(parser)
    return parser.parse_known_args(arguments)


def read_command(
    arguments: Sequence[str], commands: Sequence[Command], general: argparse.Namespace
) -> argparse.Namespace:
    """Read what is left of a call; the namespace has `command` and its arguments.

    Raises UsageError; asking for help ends in SystemExit.
    """
    return command_parser(commands).parse_args(arguments, general)


def command_parser(commands: Sequence[Command]) -> argparse.ArgumentParser:
    """Make the parser of all commands in the language in use."""
    parser = _Parser(
        prog=PROGRAM,
        description=_("Without a command the window opens."),
        epilog=_("Exit codes: 0 done, 1 something is left for a person, 2 bad input, 3 failed."),
    )
    _add_general(parser)
    subparsers = parser.add_subparsers(metavar="COMMAND", title=_("commands"), required=True)
    groups: dict[str, Any] = {}
    for command in commands:
        group, _space, verb = command.words.rpartition(" ")
        if group and group not in groups:
            room = subparsers.add_parser(group, help=_(_GROUPS[group]), epilog=_after_help())
            groups[group] = room.add_subparsers(
                metavar="COMMAND", title=_("commands"), required=True
            )
        _add_command(groups.get(group, subparsers), verb, command)
    return parser


def _add_general(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workspace", metavar="DIR", help=_("the folder to work in"))
    parser.add_argument("--as", dest="person", metavar="NAME", help=_("who is at the keyboard"))
    parser.add_argument("--lang", choices=LANGUAGES, help=_("language of what is said"))
    parser.add_argument("--json", action="store_true", help=_("answer in one JSON document"))
    parser.add_argument(
        "--take-over",
        action="store_true",
        help=_("work in a workspace that another computer has left open"),
    )
    parser.add_argument("--version", action="store_true", help=_("say the version"))
    window = parser.add_argument_group(_("the window"))
    window.add_argument(
        "--demo", action="store_true", help=_("open a demo workspace in a temporary folder")
    )
    window.add_argument(
        "--smoke-test", action="store_true", help=_("show every page of the demo once, then end")
    )
    window.add_argument(
        "--exit-after-paint", action="store_true", help=_("end once the first page is painted")
    )


def _add_command(subparsers: Any, verb: str, command: Command) -> None:
    more = f"{_(command.more)} {_after_help()}" if command.more else _after_help()
    about = _(command.about)
    parser = subparsers.add_parser(verb, help=about, description=about, epilog=more)
    parser.set_defaults(command=command)
    for entry in command.arguments:
        if isinstance(entry, Either):
            group = parser.add_mutually_exclusive_group(required=entry.required)
            for choice in entry.choices:
                _add_argument(group, choice)
        else:
            _add_argument(parser, entry)


def _add_argument(parser: Any, argument: Argument) -> None:
    parser.add_argument(*argument.names, help=_(argument.about), **argument.options)


def _after_help() -> str:
    return _("Every command also takes --workspace DIR, --as NAME, --lang zh_CN|en and --json.")
