"""What this version does not do yet says so, and writes nothing."""

import pytest

from tests.cli.command_line import CommandLine

LATER = [
    ("report", "ranking", "-o", "ranking.pdf"),
    ("report", "merge", "-o", "merge.pdf"),
    ("report", "verify", "report.pdf"),
]


@pytest.mark.parametrize("arguments", LATER)
def test_it_is_said(inside: CommandLine, arguments: tuple[str, ...]) -> None:
    answer = inside.refused("not_available", *arguments)

    assert answer.out == ""
