"""Which rows of a table stay together on a page. A row that is kept stays with the one below it.

Apart from `tables`, because it knows texts only: what is long may always be split, so that nothing
is ever taller than a page.
"""

from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from typing import Any

from evaluator_desktop.reports.document import Row, RowKind

_SHORT_ENOUGH = 120
"""Characters of a row that may be kept together with its neighbours."""
_SHORT_NOTES = 600
"""Characters of the notes that may be kept together with the last rows."""
_CLOSING = 3
"""Rows that stay together at the end of a table: what goes on overleaf is worth a head."""


def group_rows(rows: Sequence[Row]) -> Iterator[int]:
    """Yield the rows, the head being 0, that stay with the one below: headings of groups."""
    for number, (row, following) in enumerate(pairwise(rows), start=1):
        if row.kind is RowKind.GROUP and _is_short(following.cells):
            yield number


def closing_rows(rows: Sequence[Sequence[str]], notes: Sequence[str], first: int) -> Iterator[int]:
    """Yield the rows at the end that stay with the one below; the first of all is `first`."""
    end = first + len(rows) - 1
    if sum(map(len, notes)) <= _SHORT_NOTES and all(map(_is_short, rows[-1:])):
        yield from range(end, end + len(notes))
    for number in range(end - 1, max(end - _CLOSING, first - 1), -1):
        if not (_is_short(rows[number - first]) and _is_short(rows[number - first + 1])):
            return
        yield number


def _is_short(cells: Sequence[str]) -> bool:
    return sum(map(len, cells)) <= _SHORT_ENOUGH


def together(kept: set[int]) -> Iterator[tuple[Any, ...]]:
    """Yield commands that keep runs of rows on one page, each row with the one below it."""
    for number in sorted(kept):
        if number - 1 not in kept:
            last = next(n for n in count(number) if n not in kept)
            yield "NOSPLIT", (0, number), (-1, last)
