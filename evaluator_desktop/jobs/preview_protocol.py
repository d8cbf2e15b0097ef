"""What the window asks of the preview process, and what comes back.

Both travel as MessagePack and are decoded against these classes: a hostile file may own the
process that reads it, so its answers are data, checked like any other input from outside.
"""

from enum import StrEnum
from typing import TypeAlias

import msgspec

from evaluator_desktop.jobs.markup import Mark

Rectangle: TypeAlias = tuple[float, float, float, float]
"""left, top, right, bottom as shares of the page, from its upper left corner."""


class Reason(StrEnum):
    """Why there is no preview."""

    UNKNOWN_KIND = "unknown_kind"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    MISSING = "missing"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"


class Request(msgspec.Struct, frozen=True, tag="preview"):
    """One page or picture at most `width` pixels wide, or the places of the text `find`."""

    path: str
    ending: str = ""
    """Of the display name, lower case with its dot; decides nothing but whether text is a table."""
    page: int = 0
    width: int = 0
    find: str = ""


class TakenRequest(msgspec.Struct, frozen=True, tag="taken"):
    """When a picture was taken, by what its camera wrote into it; its pixels are not read."""

    path: str


class MarkupRequest(msgspec.Struct, frozen=True, tag="markup"):
    """A photo with marks drawn on all of its pixels; `ink` is the colour of lines, as #rrggbb."""

    path: str
    marks: list[Mark]
    ink: str


Question: TypeAlias = Request | TakenRequest | MarkupRequest


class Raster(msgspec.Struct, frozen=True):
    """Eight bits a channel, RGB or RGBA, lines from the top, `stride` bytes each."""

    width: int
    height: int
    channels: int
    stride: int
    data: bytes

    def __post_init__(self) -> None:
        fits = (
            self.channels in (3, 4)
            and min(self.width, self.height) > 0
            and self.stride >= self.width * self.channels
            and len(self.data) >= self.stride * self.height
        )
        if not fits:
            raise ValueError("the pixels do not fill the picture")


class PicturePreview(msgspec.Struct, frozen=True, tag="picture"):
    """A picture, upright; `pixel_width` and `pixel_height` are the original's, upright too."""

    raster: Raster
    pixel_width: int
    pixel_height: int
    taken: str | None
    """The camera's local time, ISO 8601 to the second; None where it is not told."""


class PdfPreview(msgspec.Struct, frozen=True, tag="pdf"):
    """One page, numbered from 0; its size is in points (1/72 inch), turned as it is drawn."""

    raster: Raster
    page: int
    page_count: int
    width: float
    height: float


class TablePreview(msgspec.Struct, frozen=True, tag="table"):
    """The upper left of the first sheet; the counts are the whole sheet's, None where unknown."""

    rows: list[list[str]]
    sheet: str
    row_count: int | None
    column_count: int | None


class TextPreview(msgspec.Struct, frozen=True, tag="text"):
    """The beginning of a text; `is_cut` where there is more of it."""

    text: str
    is_cut: bool


class ArchivedFile(msgspec.Struct, frozen=True):
    """A file in a zip: its name, display data only, and the bytes that the zip claims it has."""

    name: str
    size: int


class ArchivePreview(msgspec.Struct, frozen=True, tag="archive"):
    """The first files of a zip; `count` is that of all, `is_locked` where some need a password."""

    files: list[ArchivedFile]
    count: int
    is_locked: bool


class FoundPlace(msgspec.Struct, frozen=True):
    """One occurrence: its page from 0, and a rectangle for each line it touches."""

    page: int
    rectangles: list[Rectangle]


class FoundPlaces(msgspec.Struct, frozen=True, tag="found"):
    """Where a text stands, in reading order."""

    places: list[FoundPlace]


class Taken(msgspec.Struct, frozen=True, tag="taken"):
    """The camera's local time, ISO 8601 to the second; None where it is not told."""

    moment: str | None


class MarkedPicture(msgspec.Struct, frozen=True, tag="marked"):
    """A JPEG, upright, with nothing in it but pixels."""

    content: bytes


class NoPreview(msgspec.Struct, frozen=True, tag="none"):
    """Nothing can be shown; the file itself is untouched and can be saved as it is."""

    reason: Reason


Preview: TypeAlias = (
    PicturePreview
    | PdfPreview
    | TablePreview
    | TextPreview
    | ArchivePreview
    | FoundPlaces
    | Taken
    | MarkedPicture
    | NoPreview
)
