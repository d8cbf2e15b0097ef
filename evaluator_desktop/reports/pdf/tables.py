"""Tables that repeat their head and split over pages, rows too: nothing is ever cropped."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable
from reportlab.platypus import Table as Table_

from evaluator_desktop.reports.document import Align, Column, Facts, Figures, Row, RowKind, Table
from evaluator_desktop.reports.pdf import styles
from evaluator_desktop.reports.pdf.flowables import P

_ROOM_FOR_START = 34 * mm
"""A table begins on the next page where less is left."""
_LABEL_WIDTH = 36 * mm
_SHORT_ENOUGH = 120
"""Characters of a row that may be kept together with its group's heading."""
_LAST = -1
_GAP = 9
_TALL = 70 * mm
"""A row up to this height goes to the next page whole."""
_ROOM_FOR_PART = 30 * mm
"""A tall row is begun where this much is left."""

Command = tuple[Any, ...]


class Grid(Table_):
    """reportlab's table, but a row is split only where it is tall, and never off its text."""

    _cellvalues: list[list[Any]]
    _rowHeights: list[float]  # noqa: N815  reportlab's name

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        parts = self._split(available_width, available_height)
        if any(isinstance(part, Grid) and part.starts_empty for part in parts[1:]):
            return self._split(available_width, available_height - 2 * styles.CELL.leading)
        return parts

    def _split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split before the row that does not fit, or within it where it is tall."""
        room, tall = available_height, False
        for height in self._rowHeights:
            if height > room:
                tall = height > _TALL and room > _ROOM_FOR_PART
                break
            room -= height
        self.splitByRow, self.splitInRow = int(not tall), int(tall)
        return super().split(available_width, available_height)

    @property
    def starts_empty(self) -> bool:
        """Whether the first row has nothing but padding left."""
        return not any(self._cellvalues[min(int(self.repeatRows), len(self._cellvalues) - 1)])


def table(said: Table) -> list[Flowable]:
    """Lay out a table: heavy rules above and below, a thin one below the head, then hairlines."""
    head = [P(c.head, styles.HEAD_CELL.aligned(c.align)) for c in said.columns]
    cells = [head, *(_cells(row, said.columns) for row in said.rows)]
    commands = [*_frame(1), *_gaps(said.columns), *_group_commands(said.rows)]
    flow = plain_grid(cells, _widths(said.columns), commands, repeat=1)
    flow.spaceAfter = 6
    start = [P(said.caption, styles.CAPTION)] if said.caption else []
    return [CondPageBreak(_ROOM_FOR_START), *start, flow]


def facts(said: Facts, width: float = styles.TEXT_WIDTH) -> list[Flowable]:
    """Lay out labels with their values."""
    cells = [[P(f.label, styles.LABEL), P(f.value, styles.VALUE)] for f in said.facts]
    commands: list[Command] = [("LINEBELOW", (0, 0), (_LAST, _LAST), 0.4, styles.HAIR)]
    flow = plain_grid(cells, [_LABEL_WIDTH, width - _LABEL_WIDTH], commands)
    flow.spaceAfter = 8
    return [flow]


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


def _frame(head_rows: int) -> list[Command]:
    return [
        ("LINEABOVE", (0, 0), (_LAST, 0), 1, styles.INK),
        ("LINEBELOW", (0, head_rows - 1), (_LAST, head_rows - 1), 0.6, styles.INK),
        ("LINEBELOW", (0, head_rows), (_LAST, -2), 0.4, styles.HAIR),
        ("LINEBELOW", (0, "splitlast"), (_LAST, "splitlast"), 0.6, styles.RULE),
        ("LINEBELOW", (0, _LAST), (_LAST, _LAST), 1, styles.INK),
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
            following = rows[number] if number < len(rows) else None
            if following and sum(map(len, following.cells)) <= _SHORT_ENOUGH:
                commands.append(("NOSPLIT", (0, number), (_LAST, number + 1)))
        elif row.kind is RowKind.TOTAL:
            commands.append(("LINEABOVE", (0, number), (_LAST, number), 0.6, styles.INK))
    return commands
