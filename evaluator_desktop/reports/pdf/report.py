"""A report as PDF: the blocks of its model, laid out one by one."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, BinaryIO

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from evaluator_desktop.reports.document import (
    Bars,
    Block,
    Choices,
    Code,
    Cover,
    Facts,
    Figures,
    Heading,
    Photos,
    Prose,
    Report,
    Signatures,
    Spider,
    Table,
    TierMark,
    Title,
    Tone,
)
from evaluator_desktop.reports.pdf import styles, tables
from evaluator_desktop.reports.pdf.charts import bars
from evaluator_desktop.reports.pdf.drawings import QrCode, SpiderChart, TierLine, rows_of
from evaluator_desktop.reports.pdf.flowables import P, SectionTitle
from evaluator_desktop.reports.pdf.fonts import refuse_missing_glyphs, register_fonts
from evaluator_desktop.reports.pdf.layout import OnPage, ReportPages
from evaluator_desktop.reports.pdf.pictures import PathOf, photographs
from evaluator_desktop.reports.pdf.signatures import signatures

_ROOM_FOR_SECTION, _ROOM_FOR_HEADING = 52 * mm, 30 * mm
_ROOM_FOR: Mapping[type, Callable[[Any], float]] = {
    Spider: lambda _said: 105 * mm,
    Bars: lambda said: (12 + 6 * len(said.bars)) * mm,
    Photos: lambda _said: 120 * mm,
    Signatures: lambda said: (110 + 15 * len(said.signatures)) * mm,
}
"""A section with one of these begins on a page that has room for it."""
_QR_SIDE = 34 * mm
_CHOICES_IN_A_ROW = 4
_LONG_NAME = 48

Layout = Callable[..., list[Flowable]]
"""Of a block; a table and facts take the notes below them too."""


def build_report(
    report: Report, path_of: PathOf, out: BinaryIO, on_page: OnPage = lambda _page: None
) -> int:
    """Write a report as PDF and return its number of pages; the same report gives the same bytes.

    `path_of` finds the file of a digest, None where it is not here. Raises MissingGlyphError before
    anything is written, and whatever `on_page` raises.
    """
    register_fonts()
    refuse_missing_glyphs(report.words())
    opening = report.opening
    start = _cover(opening) if isinstance(opening, Cover) else _title(opening)
    story = [*start, *_sections(report, path_of)]
    return ReportPages(out, report, on_page).build_pages(story)


def _cover(cover: Cover) -> list[Flowable]:
    is_long = len(cover.subject) > _LONG_NAME
    subject = styles.COVER_LONG_SUBJECT if is_long else styles.COVER_SUBJECT
    return [
        Spacer(0, 22 * mm),
        P(cover.title, styles.COVER_TITLE),
        P(cover.subtitle, styles.COVER_SUBTITLE),
        Spacer(0, 6 * mm),
        P(cover.notice, styles.COVER_NOTICE),
        Spacer(0, 16 * mm),
        P(cover.subject, subject),
        Spacer(0, 14 * mm),
        tables.fact_grid(cover.facts),
        Spacer(0, 16 * mm),
        P(cover.organisation, styles.COVER_FOOT),
        P(cover.day, styles.COVER_FOOT),
        PageBreak(),
    ]


def _title(title: Title) -> list[Flowable]:
    said = [P(title.title, styles.PAPER_TITLE)]
    if title.notice:
        said.append(P(title.notice, styles.COVER_NOTICE))
    return [*said, P(title.subject, styles.PAPER_SUBJECT), Spacer(0, 4 * mm)]


def _sections(report: Report, path_of: PathOf) -> Iterator[Flowable]:
    layouts = _layouts(report.language, path_of)
    for number, section in enumerate(report.sections):
        blocks = section.blocks
        rooms = (_ROOM_FOR[type(block)](block) for block in blocks if type(block) in _ROOM_FOR)
        yield CondPageBreak(max([_ROOM_FOR_SECTION, *rooms]))
        yield SectionTitle(section.title, styles.SECTION, f"section-{number}")
        for block, notes in _with_notes(blocks):
            layout = layouts[type(block)]
            yield from layout(block, notes) if notes else layout(block)


def _with_notes(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[str]]]:
    """Yield the blocks, each table and list of facts with the notes that belong below it."""
    rest = deque(blocks)
    while rest:
        block, notes = rest.popleft(), list[str]()
        while isinstance(block, Table | Facts) and rest and (note := _note(rest[0])):
            notes.append(note)
            rest.popleft()
        yield block, notes


def _note(block: Block) -> str:
    """Return the text of a note, "" for any other block."""
    return block.text if isinstance(block, Prose) and block.tone is Tone.NOTE else ""


def _layouts(language: str, path_of: PathOf) -> dict[type, Layout]:
    """Return how each kind of block is laid out."""
    return {
        Heading: _heading,
        Prose: partial(_prose, language),
        Table: tables.table,
        Facts: tables.facts,
        Figures: tables.figures,
        Spider: _spider,
        Bars: bars,
        TierMark: lambda said: [TierLine(said)],
        Choices: _choices,
        Photos: partial(photographs, path_of),
        Signatures: signatures,
        Code: _code,
    }


def _heading(said: Heading) -> list[Flowable]:
    return [CondPageBreak(_ROOM_FOR_HEADING), P(said.text, styles.HEADING)]


def _prose(language: str, said: Prose) -> list[Flowable]:
    is_chinese_body = said.tone is Tone.BODY and language == "zh_CN"
    return [P(said.text, styles.CHINESE_BODY if is_chinese_body else styles.TONES[said.tone])]


def _spider(said: Spider) -> list[Flowable]:
    return [KeepTogether([SpiderChart(said), P(said.caption, styles.CHART_NOTE)])]


def _choices(said: Choices) -> list[Flowable]:
    columns = min(len(said.choices), _CHOICES_IN_A_ROW)
    rows = [*rows_of(said.choices, columns)]
    return [tables.plain_grid(rows, [styles.TEXT_WIDTH / columns] * columns)]


def _code(said: Code) -> list[Flowable]:
    width = styles.TEXT_WIDTH - _QR_SIDE
    inside = tables.fact_grid(said.facts, width - 2 * styles.PADDING)
    grid = tables.plain_grid([[QrCode(said.content, _QR_SIDE), inside]], [_QR_SIDE, width])
    return [KeepTogether([Spacer(0, 6 * mm), grid])]
