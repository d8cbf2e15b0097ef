"""Columns that line up, whatever is in them."""

import io

import pytest

from evaluator_desktop.cli.progress import TerminalProgress, progress_on
from evaluator_desktop.cli.tables import fitted, table, width
from evaluator_desktop.store.progress import SilentProgress


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("机构", 4), ("（a）", 5), ("e\u0301", 1), ("", 0)]
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cut"),
    [("abcdef", "abcd…"), ("机构名称", "机构…"), ("abc", "abc"), ("机构a", "机构a")],
)
def test_fitted(text: str, cut: str) -> None:
    assert fitted(text, 5) == cut
    assert width(fitted(text, 5)) <= 5


def test_columns_line_up() -> None:
    lines = list(table(("机构", "Score"), [("雁栖咨询", "83.50"), ("a", None), ("b", "7.00")]))

    assert lines == [
        "机构      Score",
        "────────  ─────",
        "雁栖咨询  83.50",
        "a             —",
        "b          7.00",
    ]


def test_an_empty_table_has_its_headings() -> None:
    assert list(table(("A", "B"), [])) == ["A  B", "─  ─"]


def test_text_of_people_cannot_steer_the_terminal() -> None:
    lines = list(table(("A",), [("x\x1b[31m\n\u202ey",)]))

    assert lines[2] == "x[31m y"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluator_desktop.cli.progress._EVERY_SECONDS", 0)
    silent, terminal = io.StringIO(), Terminal()
    for stream in (silent, terminal):
        with progress_on(stream) as progress:
            progress.step(3, 7, "名单.pdf\x1b[0m")
            progress.step(4, 0)
            progress.raise_if_cancelled()
    assert silent.getvalue() == ""
    assert "3/7 名单.pdf[0m" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_quick_work_shows_no_progress() -> None:
    terminal = Terminal()
    with progress_on(terminal) as progress:
        progress.step(1, 2)
    assert terminal.getvalue() == ""
    assert isinstance(progress, TerminalProgress)
    assert not isinstance(SilentProgress(), TerminalProgress)
