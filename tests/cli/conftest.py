"""A workspace of a lead with two providers, and the command line to work in it."""

from pathlib import Path

import pytest

from tests.cli.command_line import CODE, CONTACT, NAME, PHONE, SECOND_CODE, CommandLine, write_list


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    return CommandLine(capsys, monkeypatch)


@pytest.fixture
def workspace(cli: CommandLine, tmp_path: Path) -> Path:
    path = tmp_path / "workspace"
    cli.done("init", path, "--evaluator", "林一帆", "--cutoff", "2020-12-31")
    sheet = write_list(
        tmp_path / "providers.xlsx",
        [(NAME, CODE, CONTACT, PHONE), ("苏州咨询中心（示例）", SECOND_CODE, None, None)],
    )
    cli.done("providers", "import", sheet, "--workspace", path)
    return path


@pytest.fixture
def inside(cli: CommandLine, workspace: Path, tmp_path: Path, user_folder: Path) -> CommandLine:
    """The command line with --workspace in every call."""
    return cli.on(user_folder / "xdg_config_home", "--workspace", workspace)


@pytest.fixture
def evidence(inside: CommandLine, tmp_path: Path) -> str:
    """The id of a piece of evidence for organization.staff."""
    file = tmp_path / "名单.pdf"
    file.write_bytes(b"%PDF-1.7 staff")
    (added,) = inside.done("evidence", "add", CODE, "organization.staff", file)
    return str(added["id"])
