"""Where pages end: no note, no row of a table and no heading stands alone overleaf."""

from dataclasses import replace

import pytest

from evaluator_desktop.operations.prepared import PreparedReport
from evaluator_desktop.reports.document import (
    Block,
    Column,
    Fact,
    Facts,
    Prose,
    Row,
    RowKind,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.pdf.keeping import closing_rows, group_rows, together
from tests.reports.pdf_reading import built, page_texts, squeezed

COLUMNS = (Column("甲", 1), Column("乙", 1))
FILLERS = range(0, 34, 3)
NOTE = Prose("表注：只此一行。", Tone.NOTE)


def pages_of(prepared: PreparedReport, filler: int, *blocks: Block) -> list[str]:
    """Lay out blocks after so many lines; return what the pages say."""
    before = Section("前", tuple(Prose(f"行{n}") for n in range(filler)))
    sections = (before, Section("标题", blocks))
    return [*map(squeezed, page_texts(built(replace(prepared.report, sections=sections))))]


def rows(count: int) -> tuple[Row, ...]:
    return tuple(Row((f"左{n}格", f"右{n}格")) for n in range(count))


@pytest.mark.parametrize("filler", FILLERS)
def test_a_table_ends_with_three_rows_and_its_note(prepared: PreparedReport, filler: int) -> None:
    pages = pages_of(prepared, filler, Table("题注", COLUMNS, rows(30)), NOTE)

    [last] = [page for page in pages if squeezed(NOTE.text) in page]
    assert all(f"左{n}格" in last for n in (27, 28, 29))
    assert "".join(pages).index("左29格") < "".join(pages).index(squeezed(NOTE.text))


@pytest.mark.parametrize("filler", FILLERS)
def test_facts_end_with_three_lines_and_their_note(prepared: PreparedReport, filler: int) -> None:
    facts = Facts(tuple(Fact(f"项{n}", f"值{n}号") for n in range(20)))

    pages = pages_of(prepared, filler, facts, NOTE, NOTE)

    [last] = [page for page in pages if squeezed(NOTE.text) in page]
    assert last.count(squeezed(NOTE.text)) == 2
    assert all(f"值{n}号" in last for n in (17, 18, 19))


@pytest.mark.parametrize("filler", FILLERS)
def test_a_small_table_is_never_split(prepared: PreparedReport, filler: int) -> None:
    pages = pages_of(prepared, filler, Table("题注", COLUMNS, rows(3)))

    [page] = [page for page in pages if "左0格" in page]
    assert "标题题注" in page
    assert "左2格" in page


@pytest.mark.parametrize("filler", FILLERS)
def test_a_group_is_never_parted_from_its_rows(prepared: PreparedReport, filler: int) -> None:
    grouped = [row for row in rows(24) for row in (Row((f"组{row.cells[0]}",), RowKind.GROUP), row)]

    pages = pages_of(prepared, filler, Table("题注", COLUMNS, tuple(grouped)))

    for number in range(24):
        [page] = [page for page in pages if f"组左{number}格" in page]
        assert f"组左{number}格左{number}格" in page


@pytest.mark.parametrize("filler", [0, 3, 20])
@pytest.mark.parametrize("height", [14, 57])
def test_what_is_too_tall_to_stay_together_is_split(
    prepared: PreparedReport, height: int, filler: int
) -> None:
    """Few characters a row, but as many lines: together, or each alone, taller than a page."""
    tall = tuple(Row(("字\n" * height + f"末{n}", "乙")) for n in range(3))
    note = Prose("注" * 590, Tone.NOTE)

    text = "".join(pages_of(prepared, filler, Table("题注", COLUMNS, tall), note))

    assert text.count("字") == height * 3
    assert text.count("注") == 590 + 1


def test_long_texts_are_kept_with_nothing() -> None:
    long, short = ("长" * 121,), ("短",)

    assert [*closing_rows([short, short, long], [], 1)] == []
    assert [*closing_rows([long, short, short], ["注"], 1)] == [3, 2]
    assert [*closing_rows([short, short], ["注" * 601], 1)] == [1]
    assert [*closing_rows([short, long], ["注"], 1)] == []
    assert [*group_rows([Row(("组",), RowKind.GROUP), Row(long)])] == []


def test_rows_that_follow_one_another_are_one_run() -> None:
    assert [*together({3, 5, 6})] == [("NOSPLIT", (0, 3), (-1, 4)), ("NOSPLIT", (0, 5), (-1, 7))]
