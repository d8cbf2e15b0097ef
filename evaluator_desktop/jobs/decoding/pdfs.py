"""PDF: one page as a picture, and where a text stands. Its scripts are never run."""

import math
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # ships no types
from pypdfium2 import raw

from evaluator_desktop.jobs.decoding.undecodable import UndecodableError
from evaluator_desktop.jobs.preview_protocol import (
    FoundPlace,
    FoundPlaces,
    PdfPreview,
    Raster,
    Reason,
    Rectangle,
    Request,
)

_MOST_PIXELS_SHOWN = 16_000_000
_MOST_PLACES = 500
_GRID = 10_000  # whole device units a page is measured in


def decode_pdf(request: Request) -> PdfPreview | FoundPlaces:
    """Draw page `request.page`, the last one if there are fewer, or find `request.find`."""
    with closing(_opened(request.path)) as document:
        if request.find:
            return FoundPlaces(list(islice(_places(document, request.find), _MOST_PLACES)))
        number = min(request.page, len(document) - 1)
        page = document[number]
        return PdfPreview(_drawn(page, request.width), number, len(document), *page.get_size())


def _opened(path: str) -> Any:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise UndecodableError(Reason.ENCRYPTED if is_locked else Reason.DAMAGED) from None
    document.init_forms()
    return document


def _drawn(page: Any, wanted_width: int) -> Raster:
    width, height = page.get_size()
    scale = min(wanted_width / width, math.sqrt(_MOST_PIXELS_SHOWN / (width * height)))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    return Raster(
        bitmap.width, bitmap.height, bitmap.n_channels, bitmap.stride, bytes(bitmap.buffer)
    )


def _places(document: Any, text: str) -> Iterator[FoundPlace]:
    for number, page in enumerate(document):
        content = page.get_textpage()
        grid = pypdfium2.PdfPosConv(page, (0, 0, _GRID, _GRID, 0))
        search = content.search(text)
        while found := search.get_next():
            count = content.count_rects(*found)
            lines = [_rectangle(grid, content.get_rect(line)) for line in range(count)]
            yield FoundPlace(number, lines)


def _rectangle(grid: Any, edges: tuple[float, float, float, float]) -> Rectangle:
    left, bottom, right, top = edges
    corners = [grid.to_bitmap(left, bottom), grid.to_bitmap(right, top)]
    (x1, x2), (y1, y2) = (sorted(c[axis] / _GRID for c in corners) for axis in (0, 1))
    return x1, y1, x2, y2
