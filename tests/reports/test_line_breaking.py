import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator_desktop.reports.pdf.line_breaking import break_lines


def width(character: str) -> float:
    return 2 if ord(character) >= 0x2E80 else 1


def lines(text: str, room: float, indent: float = 0) -> list[str]:
    return [line.text for line in break_lines(text, width, room, indent)]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("一二三四五", 4, ["一二", "三四", "五"]),
        ("one two three", 8, ["one two", "three"]),
        ("一二three四", 8, ["一二", "three四"]),
        ("一二，三", 4, ["一", "二，", "三"]),
        ("一（二）三", 6, ["一", "（二）", "三"]),
        ("一二三“四”", 8, ["一二三", "“四”"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("一行\n二行", 20, ["一行", "二行"]),
        ("", 10, [""]),
        ("a\n\nb", 10, ["a", "", "b"]),
        ("宽", 1, ["宽"]),
        ("2020-ab-91-CALLS", 14, ["2020-ab-91", "-CALLS"]),
        ("file_2020_scan.pdf", 12, ["file_2020", "_scan.pdf"]),
        ("一二a-三", 6, ["一二", "a-三"]),
        ("a-bcdefghij", 8, ["a-bcdefg", "hij"]),
    ],
)
def test_where_a_line_ends(text: str, room: float, expected: list[str]) -> None:
    assert lines(text, room) == expected


def test_only_the_first_line_is_indented() -> None:
    assert lines("一二三四五六", 6, 4) == ["一", "二三四", "五六"]


def test_a_negative_indent_lets_the_first_line_hang_out() -> None:
    assert lines("一二三四五六", 4, -2) == ["一二三", "四五", "六"]


def test_the_last_line_of_each_paragraph_is_marked() -> None:
    marked = [line.is_last for line in break_lines("一二三\n四", width, 4)]

    assert marked == [False, True, True]


@given(st.text(st.sampled_from("一二，。（）“”ab 1.-_\n"), max_size=60), st.integers(2, 12))
def test_nothing_is_lost_and_every_line_fits(text: str, room: int) -> None:
    broken = break_lines(text, width, room)

    kept = "".join(line.text for line in broken)
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    for line in broken:
        assert line.width == sum(map(width, line.text))
        assert line.width <= room or len(line.text) == 1
