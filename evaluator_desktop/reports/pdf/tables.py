"""Tables that repeat their head and split over pages, rows too: nothing is ever cropped."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable
from reportlab.platypus import Table as Table_

from evaluator_desktop.reports.document import (
    Align,
    Column,
    Facts,
    Figures,
    Row,
    RowKind,
    Table,
    Tone,
)
from evaluator_desktop.reports.pdf import styles
from evaluator_desktop.reports.pdf.flowables import P
from evaluator_desktop.reports.pdf.keeping import closing_rows, group_rows, together

_ROOM_FOR_START = 34 * mm
"""A table begins on the next page where less is left."""
_SMALL = 36 * mm
"""A table up to this height is never split."""
_LABEL_WIDTH = 36 * mm
_LAST = -1
_GAP = 9
_TALL = 70 * mm
"""A row up to this height goes to the next page whole."""
_ROOM_FOR_PART = 30 * mm
"""A tall row is begun where this much is left."""

_NOTE = styles.TONES[Tone.NOTE]

Command = tuple[Any, ...]


class Grid(Table_):
    """reportlab's table, but a row is split only where it is tall, and never off its text."""

    _cellvalues: list[list[Any]]
    _rowHeights: list[float]  # noqa: N815  reportlab's name
    _nosplitCmds: list[Command]  # noqa: N815  the same
    _calcNoSplitRanges: Callable[[], None]  # noqa: N815  the same

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        parts = self._split(available_width, available_height)
        if not parts and available_height >= styles.TEXT_HEIGHT - 1:
            self._set_free(self._first_without_room(available_height)[0])  # taller than a page
            parts = self._split(available_width, available_height)
        if any(isinstance(part, Grid) and part.starts_empty for part in parts[1:]):
            return self._split(available_width, available_height - 2 * styles.CELL.leading)
        return parts

    def _split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split before the row that does not fit, or within it where it is tall."""
        row, room = self._first_without_room(available_height)
        tall = row < len(self._rowHeights) and self._rowHeights[row] > _TALL
        tall = tall and room > _ROOM_FOR_PART
        if tall:
            self._set_free(row)
        self.splitByRow, self.splitInRow = int(not tall), int(tall)
        return super().split(available_width, available_height)

    def _first_without_room(self, room: float) -> tuple[int, float]:
        """Return the first row that does not fit and the room that is left before it."""
        for row, height in enumerate(self._rowHeights):
            if height > room:
                return row, room
            room -= height
        return len(self._rowHeights), room

    def _set_free(self, row: int) -> None:
        """Let a row be parted from its neighbours, whatever it was to stay with."""
        kept = [c for c in self._nosplitCmds if not c[1][1] <= row <= c[2][1]]
        if len(kept) < len(self._nosplitCmds):
            self._nosplitCmds = kept
            self._calcNoSplitRanges()

    @property
    def starts_empty(self) -> bool:
        """Whether the first row has nothing but padding left."""
        return not any(self._cellvalues[min(int(self.repeatRows), len(self._cellvalues) - 1)])


def table(said: Table, notes: Sequence[str] = ()) -> list[Flowable]:
    """Lay out a table: heavy rules above and below, a thin one below the head, then hairlines.

    The notes below it stay with its last rows.
    """
    head = [P(c.head, styles.HEAD_CELL.aligned(c.align)) for c in said.columns]
    cells = [head, *(_cells(row, said.columns) for row in said.rows)]
    kept = {*group_rows(said.rows), *closing_rows([row.cells for row in said.rows], notes, 1)}
    below = _LAST - len(notes)
    commands = [
        *(*_frame(1, below), *_gaps(said.columns), *_group_commands(said.rows)),
        *(*_note_commands(notes), *together(kept)),
    ]
    cells += _note_cells(notes, len(said.columns))
    flow = plain_grid(cells, _widths(said.columns), commands, repeat=1)
    flow.spaceAfter = 6
    start = [P(said.caption, styles.CAPTION)] if said.caption else []
    return [_room_for(flow, start), *start, flow]


def facts(said: Facts, notes: Sequence[str] = ()) -> list[Flowable]:
    """Lay out labels with their values over the whole width, the notes below with the last."""
    flow = fact_grid(said, notes=notes)
    return [_room_for(flow), flow]


def fact_grid(said: Facts, width: float = styles.TEXT_WIDTH, notes: Sequence[str] = ()) -> Grid:
    """Lay out labels with their values."""
    cells: list[list[Any]] = [
        [P(f.label, styles.LABEL), P(f.value, styles.VALUE)] for f in said.facts
    ]
    kept = closing_rows([(f.label, f.value) for f in said.facts], notes, 0)
    commands: list[Command] = [
        ("LINEBELOW", (0, 0), (_LAST, _LAST - len(notes)), 0.4, styles.HAIR),
        *(*_note_commands(notes), *together({*kept})),
    ]
    cells += _note_cells(notes, 2)
    flow = plain_grid(cells, [_LABEL_WIDTH, width - _LABEL_WIDTH], commands)
    flow.spaceAfter = 8
    return flow


def figures(said: Figures) -> list[Flowable]:
    """Lay out results side by side in a frame."""
    parts = (
        ("label", styles.FIGURE_LABEL),
        ("value", styles.FIGURE_VALUE),
        ("remark", styles.FIGURE_REMARK),
    )
    cells = [[P(getattr(f, part), style) for f in said.figures] for part, style in parts]
    count = len(said.figures)
    commands: list[Command] = [
        ("BOX", (0, 0), (_LAST, _LAST), 0.8, styles.RULE),
        ("LINEBEFORE", (1, 0), (_LAST, _LAST), 0.4, styles.HAIR),
        ("TOPPADDING", (0, 0), (_LAST, 0), 8),
        ("BOTTOMPADDING", (0, _LAST), (_LAST, _LAST), 8),
    ]
    flow = plain_grid(cells, [styles.TEXT_WIDTH / count] * count, commands)
    flow.spaceAfter = 10
    return [flow]


def plain_grid(
    cells: list[list[Any]],
    widths: Sequence[float],
    commands: Sequence[Command] = (),
    repeat: int = 0,
) -> Grid:
    """Lay out flowables in rows and columns, without rules but for those of `commands`."""
    padding = [
        (f"{side}PADDING", (0, 0), (_LAST, _LAST), styles.PADDING)
        for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
    ]
    top = ("VALIGN", (0, 0), (_LAST, _LAST), "TOP")
    return Grid(
        cells,
        colWidths=list(widths),
        repeatRows=repeat,
        style=[*padding, top, *commands],
    )


def _widths(columns: Sequence[Column]) -> list[float]:
    whole = sum(column.share for column in columns)
    return [styles.TEXT_WIDTH * column.share / whole for column in columns]


def _cells(row: Row, columns: Sequence[Column]) -> list[Any]:
    if row.kind is RowKind.GROUP:
        return [P(row.cells[0], styles.GROUP_CELL), *[""] * (len(columns) - 1)]
    style = styles.HEAD_CELL if row.kind is RowKind.TOTAL else styles.CELL
    return [
        P(cell, style.aligned(column.align))
        for cell, column in zip(row.cells, columns, strict=True)
    ]


def _frame(head_rows: int, last: int) -> list[Command]:
    """Return the rules of a table whose last row but notes is `last`, counted from the end."""
    return [
        ("LINEABOVE", (0, 0), (_LAST, 0), 1, styles.INK),
        ("LINEBELOW", (0, head_rows - 1), (_LAST, head_rows - 1), 0.6, styles.INK),
        ("LINEBELOW", (0, head_rows), (_LAST, last - 1), 0.4, styles.HAIR),
        ("LINEBELOW", (0, "splitlast"), (_LAST, "splitlast"), 0.6, styles.RULE),
        ("LINEBELOW", (0, last), (_LAST, last), 1, styles.INK),
    ]


def _gaps(columns: Sequence[Column]) -> list[Command]:
    """Keep texts off the figures to their left."""
    aligns = [column.align for column in columns]
    return [
        ("LEFTPADDING", (place, 0), (place, _LAST), _GAP)
        for place, (before, own) in enumerate(pairwise(aligns), start=1)
        if before is Align.RIGHT and own is Align.LEFT
    ]


def _group_commands(rows: Sequence[Row]) -> list[Command]:
    commands: list[Command] = []
    for number, row in enumerate(rows, start=1):
        if row.kind is RowKind.GROUP:
            commands.append(("SPAN", (0, number), (_LAST, number)))
            commands.append(("BACKGROUND", (0, number), (_LAST, number), styles.TINT))
        elif row.kind is RowKind.TOTAL:
            commands.append(("LINEABOVE", (0, number), (_LAST, number), 0.6, styles.INK))
    return commands


def _room_for(flow: Grid, start: Sequence[P] = ()) -> Flowable:
    """Turn the page where what is left has no room for the start of a table, or all of a small."""
    heights = (part.wrap(styles.TEXT_WIDTH, styles.TEXT_HEIGHT)[1] for part in (*start, flow))
    whole = sum(heights) + sum(part.style.before + part.style.after for part in start)
    return CondPageBreak(whole if whole <= _SMALL else _ROOM_FOR_START)


def _note_cells(notes: Sequence[str], columns: int) -> list[list[Any]]:
    return [[P(note, _NOTE), *[""] * (columns - 1)] for note in notes]


def _note_commands(notes: Sequence[str]) -> Iterator[Command]:
    for number in range(-len(notes), 0):
        yield "SPAN", (0, number), (_LAST, number)
        yield "LEFTPADDING", (0, number), (_LAST, number), 0
        yield "RIGHTPADDING", (0, number), (_LAST, number), 0
        yield "BOTTOMPADDING", (0, number), (_LAST, number), _NOTE.after
