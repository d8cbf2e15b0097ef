"""Workspaces and targets that are named on the command line, and those that cannot be meant."""

import os
from pathlib import Path

import pytest

from tests.cli.command_line import CODE, CommandLine


@pytest.mark.parametrize(
    "arguments",
    [
        ("scheme", "show"),
        ("providers", "list"),
        ("evidence", "list", CODE),
        ("verify", "0" * 32, "verified"),
        ("rate", CODE, "organization.staff", "80"),
        ("shop", "show", CODE),
        ("results",),
        ("export", "f.evpkg"),
        ("merge", "f.evpkg"),
        ("conflicts",),
        ("check",),
        ("backup",),
        ("history",),
        ("dump",),
        ("submit", CODE),
    ],
)
def test_a_workspace_is_asked_for(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    cli.refused("no_workspace", *arguments)


def test_a_workspace_without_a_name(cli: CommandLine) -> None:
    cli.refused("no_workspace", "--workspace", "", "providers", "list")


@pytest.mark.parametrize(
    "arguments",
    [
        ("init", "", "--evaluator", "甲"),
        ("demo", ""),
        ("restore", "b.sqlite3", ""),
        ("providers", "template", "-"),
        ("providers", "template", "list.csv"),
        ("customers", "template", "list.xls"),
        ("scheme", "export", "-"),
        ("report", CODE, "-o", "-"),
        ("report", CODE, "-o", "report.docx"),
        ("report", "merge", "-o", "record.xlsx"),
        ("report", "ranking", "-o", "ranking.csv"),
        ("report", "--all", "-o", "reports", "--index", "index.csv"),
        ("export-results", "results.csv"),
        ("export-results", "-"),
        ("export", "-"),
        ("backup", "-"),
    ],
)
def test_a_target_that_cannot_be_meant(
    inside: CommandLine,
    arguments: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    inside.refused("bad_file", *arguments)

    assert list(Path().iterdir()) == []


def test_a_target_in_a_folder_that_may_not_be_written_to(
    inside: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everywhere, so the system's answer is given here."""
    monkeypatch.setattr(os, "access", lambda path, _mode: path != tmp_path)

    for command in (
        ("export", tmp_path / "x.evpkg"),
        ("backup", tmp_path / "x.sqlite3"),
        ("report", CODE, "-o", tmp_path / "x.pdf"),
        ("export-results", tmp_path / "x.xlsx"),
    ):
        inside.refused("bad_file", *command)


@pytest.mark.parametrize("place", ["", "evidence", "backups"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("copy", "@"),
        ("init", "@", "--evaluator", "甲"),
        ("demo", "@"),
        ("export", "@.evpkg"),
        ("backup", "@.sqlite3"),
        ("providers", "template", "@.xlsx"),
        ("customers", "template", "@.xlsx"),
        ("scheme", "export", "@.toml"),
        ("scheme", "export", "@.xlsx"),
        ("export-results", "@.xlsx"),
        ("report", CODE, "-o", "@.pdf"),
        ("report", "ranking", "-o", "@.xlsx"),
        ("report", "merge", "-o", "@.pdf"),
        ("report", "visit", CODE, "-o", "@.pdf"),
        ("report", "--all", "-o", "@"),
    ],
)
def test_a_workspace_is_no_place_for_files(
    inside: CommandLine, workspace: Path, arguments: tuple[str, ...], place: str
) -> None:
    before = sorted(workspace.rglob("*"))
    target = str(workspace / place / "new")

    inside.refused("bad_file", *(word.replace("@", target) for word in arguments))

    assert sorted(workspace.rglob("*")) == before


def test_a_link_into_a_workspace_is_the_workspace(
    inside: CommandLine, workspace: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(workspace / "evidence")

    inside.refused("bad_file", "export", tmp_path / "link" / "x.evpkg")

    assert list((workspace / "evidence").iterdir()) == []


def test_a_folder_that_is_no_workspace(cli: CommandLine, tmp_path: Path) -> None:
    cli.refused("not_a_workspace", "--workspace", tmp_path, "results")
    assert list(tmp_path.iterdir()) == []
