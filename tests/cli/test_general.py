"""What every command has in common: options, languages, errors, streams, exit codes."""

import argparse
import errno
import io
import json
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

import pytest

from evaluator_desktop import __main__ as program
from evaluator_desktop import __version__
from evaluator_desktop.cli import workspace_commands
from evaluator_desktop.cli.commands import COMMANDS
from tests.cli.command_line import CODE, NAME, CommandLine


def test_version(cli: CommandLine) -> None:
    assert cli.in_words("--version").out == f"evaluator-desktop {__version__}\n"
    assert cli.done("--version") == {"version": __version__}


@pytest.mark.parametrize("words", [c.words for c in COMMANDS])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_command_has_help(cli: CommandLine, words: str, language: str) -> None:
    answer = cli.in_words(*words.split(), "--help", "--lang", language)

    assert (answer.code, answer.err) == (0, "")
    assert f"evaluator-desktop {words}" in answer.out
    assert "--json" in answer.out


def test_every_command_of_the_contract_is_there() -> None:
    wanted = """init, demo, scheme show, providers template, providers import, providers list,
        evidence add, evidence list, evidence remove, verify, rate, consensus, customers import,
        customers sample, customers call, customers result, shop points, shop set, shop show,
        result, results, assign, export, merge, conflicts, resolve, report, export-results, check,
        backup, restore, history, dump, submit, return, lock, unlock, device show, device lost"""

    assert {" ".join(word.split()) for word in wanted.split(",")} <= {c.words for c in COMMANDS}


def test_help_lists_the_commands(cli: CommandLine) -> None:
    answer = cli.in_words("--help", "--lang", "en")

    assert answer.code == 0
    assert "make a workspace, empty or from a task package" in answer.out
    assert {c.words.split()[0] for c in COMMANDS} <= set(answer.out.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "--workspace", "W", "providers", "list"),
        ("providers", "--json", "list", "--workspace", "W"),
        ("providers", "list", "--workspace=W", "--json", "--as", "周明", "--lang", "en"),
    ],
)
def test_general_options_stand_before_or_after_the_command(
    cli: CommandLine, workspace: Path, arguments: tuple[str, ...]
) -> None:
    answer = cli.in_words(*(a.replace("W", str(workspace)) for a in arguments))

    assert (answer.code, len(answer.document)) == (0, 2)


def test_a_general_option_may_stand_between_two_words(inside: CommandLine) -> None:
    assert inside.in_words("report", "verify", "--json", "a.pdf").error["error"] == "bad_file"


@pytest.mark.parametrize(
    "arguments",
    [
        ("providers",),
        ("providers", "eat"),
        ("nonsense",),
        ("rate", CODE),
        ("init", "DIR"),
        ("init", "DIR", "--evaluator", "甲", "--role", "king"),
        ("init", "DIR", "--evaluator", "甲", "--identity", "FILE"),
        ("init", "DIR", "--evaluator", "甲", "--from", "F", "--round", "R"),
        ("init", "DIR", "--eval", "甲"),
        ("export", "f.evpkg", "--volume-size", "big"),
        ("export", "f.evpkg", "--volume-size", "1_000_000"),
        ("export", "f.evpkg", "--providers", CODE),
        ("resolve", "0123456789abcdef", "--reason", "r"),
        ("resolve", "0123456789abcdef", "--take", "1", "--value", "{}", "--reason", "r"),
        ("merge", "a", "--trust", "1", "--trust-new"),
        ("merge", "-", "-"),
        ("dump", "--state", "--history"),
        ("report",),
        ("report", CODE),
        ("report", CODE, "--all", "-o", "x"),
        ("report", CODE, "extra", "-o", "x"),
        ("check", "--demo"),
        ("--lang", "fr", "check"),
        ("--workspace",),
    ],
)
def test_a_call_that_no_command_understands(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    answer = cli.refused("usage", *arguments)

    assert answer.out == ""
    assert cli.in_words(*arguments).err.startswith(("错误：", "Error: "))


def test_argparse_speaks_through_our_catalogue(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evaluator_desktop.cli import argparse_words

    monkeypatch.setattr(argparse_words, "_", lambda text: f"«{text}»")

    assert "«the following arguments are required" in cli("rate", CODE).error["message"]


def test_languages(cli: CommandLine) -> None:
    english = cli.in_words("providers", "list", "--lang", "en").err
    chinese = cli.in_words("providers", "list").err

    assert "needs a workspace" in english
    assert "工作区" in chinese


def test_a_language_that_is_not_spoken_is_refused_in_the_usual_one(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(vars(argparse), "_", str)  # as in a new process

    message = cli.refused("usage", "--lang", "fr", "check").error["message"]

    assert "choose from" not in message
    assert "不在可选范围内" in message


def test_no_name_steers_the_terminal(inside: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "\x1b[31m名单\u202efdp.pdf"
    file.write_bytes(b"%PDF-1.7")
    (added,) = inside.done("evidence", "add", CODE, "organization.staff", file)

    verified = inside.in_words("verify", added["id"], "verified")
    refused = inside.in_words("evidence", "add", CODE, "organization.staff", tmp_path / "\x1b[2J")

    assert added["name"] == file.name
    assert (verified.code, refused.code) == (0, 2)
    assert not {"\x1b", "\u202e"} & set(verified.out + refused.err)


@pytest.mark.parametrize("name", ["", "   ", "\n", "n" * 201])
def test_as_needs_a_name(inside: CommandLine, name: str) -> None:
    inside.refused("bad_value", "--as", name, "rate", CODE, "organization.staff", "80")


def test_as_lets_another_person_work(inside: CommandLine) -> None:
    inside.done("--as", " 周  明", "rate", CODE, "organization.staff", "80")
    inside.done("rate", CODE, "organization.staff", "82")

    item = next(
        item
        for dimension in inside.done("result", CODE)["dimensions"]
        for item in dimension["items"]
        if item["id"] == "organization.staff"
    )
    assert {r["evaluator"] for r in item["ratings"]} == {"周 明", "林一帆"}


def test_a_provider_can_be_named_by_its_name(inside: CommandLine) -> None:
    assert inside.done("result", NAME)["code"] == CODE
    assert inside.done("result", CODE.lower())["code"] == CODE
    inside.refused("unknown_provider", "result", "nobody")


def test_an_option_of_the_window_goes_with_no_command(cli: CommandLine) -> None:
    cli.refused("usage", "--smoke-test", "check")


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def window(options: object) -> int:
        seen.append(options)
        return 7

    monkeypatch.setattr(program, "_open_window", window)

    assert program.main(["--workspace", "W", "--as", "周明", "--lang", "en", "--demo"]) == 7
    assert vars(seen[0])["workspace"] == "W"


def test_json_is_utf_8_whatever_the_locale(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\r\n"))

    assert program.main(["--json", "--workspace", str(workspace), "providers", "list"]) == 0

    assert raw.getvalue().endswith(b"]\n")
    assert {row["name"] for row in json.loads(raw.getvalue())} >= {NAME}


def test_people_with_a_poor_locale_still_get_their_answer(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))

    assert program.main(["--workspace", str(workspace), "providers", "list"]) == 0
    assert CODE.encode() in raw.getvalue()


def test_a_mistake_of_the_program_is_logged_without_data(
    cli: CommandLine, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError(NAME)

    monkeypatch.setattr(workspace_commands, "new_workspace", broken)
    answer = cli("init", "W", "--evaluator", "甲")

    assert (answer.code, answer.error["error"]) == (3, "internal")
    (log,) = user_folder.rglob("log.txt")
    text = log.read_text("utf-8")
    assert "RuntimeError" in text
    assert "cli/workspace_commands.py" in text
    assert NAME not in text
    assert NAME not in answer.err


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EIO, "storage_failed")]
)
def test_a_failing_system_is_said_in_words(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise OSError(number, "words of the system", "file")

    monkeypatch.setattr(workspace_commands, "new_workspace", broken)
    answer = cli("init", "W", "--evaluator", "甲")

    assert (answer.code, answer.error["error"]) == (3, code)


def test_an_account_without_a_home(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container: no variable, and no list of accounts that names it."""

    def no_place(*_names: object, **_options: object) -> str:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.user_config_dir", no_place)
    answer = cli("device", "show")

    assert (answer.code, answer.out, answer.error["error"]) == (3, "", "no_home")


def test_ctrl_c_while_the_program_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(MetaPathFinder):
        def find_spec(self, name: str, *_more: object) -> None:
            if name == "evaluator_desktop.cli.dispatch":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "evaluator_desktop.cli.dispatch")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])

    assert program.main(["device", "show"]) == 130


def test_ctrl_c_ends_without_a_traceback(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workspace_commands, "new_workspace", broken)
    answer = cli.in_words("init", "W", "--evaluator", "甲")

    assert (answer.code, answer.out, answer.err) == (130, "", "\n")
