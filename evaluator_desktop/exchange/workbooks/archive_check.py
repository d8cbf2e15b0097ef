"""Is this file an .xlsx that can be read safely? Answered before openpyxl sees a byte of it.

Apart because openpyxl trusts what it reads: a cell in the last corner costs it gigabytes, an
entity bomb or a packed string the same. One pass over the XML, in constant memory, also finds the
merged ranges, which openpyxl's read-only mode does not tell.
"""

import string
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, BinaryIO
from xml.parsers import expat

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.texts import _

MAX_UNPACKED_BYTES = 300_000_000
"""All XML together: ten times what 20 000 rows of 12 columns need."""
MAX_RATIO = 200
"""Unpacked to packed, of one part over RATIO_FROM_BYTES: real sheets stay under 60."""
RATIO_FROM_BYTES = 10_000_000
MAX_ELEMENTS = 4_000_000
"""All XML together; 20 000 rows of 12 columns have 0.7 million."""
MAX_CELLS_IN_ROW = 16_384
"""Excel's own number of columns."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_FLAG = 0x1
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, expat.ExpatError),
    ValueError,  # a row or a column that is no number
)


@dataclass(frozen=True)
class MergedRange:
    """Inclusive, counted from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass
class SheetShape:
    """How far the content of one sheet reaches, formatting left aside, and its merged ranges."""

    last_row: int = 0
    last_column: int = 0
    merged: list[MergedRange] = field(default_factory=list)


def check_archive(file: BinaryIO, name: str) -> Mapping[str, SheetShape]:
    """Return the shape of each XML part by its name in the archive.

    Raises FileProblemError that names the file, what is wrong and the mend.
    """
    start = file.read(8)
    try:
        with zipfile.ZipFile(file) as archive:
            return _scan_parts(archive, name)
    except _UNREADABLE as error:
        raise FileProblemError(file=name, problem=_not_a_workbook(start)) from error


def _not_a_workbook(start: bytes) -> str:
    if start.startswith(_OLD_OFFICE):
        return _(
            "this is an old Excel workbook (.xls) or one locked with a password. Open it in Excel "
            "or WPS, take the password off, save it as .xlsx and choose that file."
        )
    if start.startswith(b"PK"):
        return damaged()
    return _(
        "this is not an Excel workbook. Open it in Excel or WPS, save it as .xlsx "
        "and choose that file."
    )


def damaged() -> str:
    """Say that a workbook cannot be read any more."""
    return _(
        "the workbook is damaged or was cut off on the way. Copy it again, or open it in Excel "
        "or WPS and save it anew."
    )


def _scan_parts(archive: zipfile.ZipFile, name: str) -> Mapping[str, SheetShape]:
    members = archive.infolist()
    names = [member.filename for member in members]
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise FileProblemError(file=name, problem=_not_a_workbook(b""))
    if len(set(names)) < len(names) or any(m.flag_bits & _ENCRYPTED_FLAG for m in members):
        raise FileProblemError(file=name, problem=damaged())
    parts = [member for member in members if member.filename.endswith((".xml", ".rels"))]
    _refuse_bombs(parts, name)
    scan = _Scan(name)
    for part in parts:
        with archive.open(part) as stream:
            scan.read(part.filename, stream)
    return scan.shapes


def _refuse_bombs(parts: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(part.file_size for part in parts)
    packed_tightly = any(
        part.file_size > RATIO_FROM_BYTES and part.file_size > MAX_RATIO * part.compress_size
        for part in parts
    )
    if total > MAX_UNPACKED_BYTES or packed_tightly:
        raise FileProblemError(file=name, problem=_too_large())


def _too_large() -> str:
    return _(
        "unpacked, the workbook is far larger than a list of this kind can be. Copy the rows into "
        "the downloaded template and import that."
    )


class _Scan:
    """Goes through the XML parts, one after another; only the starts of elements matter."""

    def __init__(self, name: str) -> None:
        self.shapes: dict[str, SheetShape] = {}
        self._name = name
        self._elements = 0
        self._in_worksheet: dict[str, Callable[[dict[str, str]], None]] = {
            f"{_MAIN} row": self._row,
            f"{_MAIN} c": self._cell,
            f"{_MAIN} v": self._content,
            f"{_MAIN} f": self._content,
            f"{_MAIN} is": self._content,
            f"{_MAIN} mergeCell": self._merge,
        }

    def read(self, part: str, stream: IO[bytes]) -> None:
        self._shape = self.shapes[part] = SheetShape()
        self._row_number = self._column = 0
        self._handlers: dict[str, Callable[[dict[str, str]], None]] | None = None
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ParseFile(stream)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise FileProblemError(file=self._name, problem=_too_large())
        if self._handlers is None:
            self._handlers = self._handlers_below(tag)
        elif handler := self._handlers.get(tag):
            handler(attributes)

    def _handlers_below(self, root: str) -> dict[str, Callable[[dict[str, str]], None]]:
        if root == f"{_STRICT} workbook":
            problem = _(
                "this is a “Strict Open XML” workbook. Save it as an ordinary Excel workbook "
                "(.xlsx) and choose that file."
            )
            raise FileProblemError(file=self._name, problem=problem)
        return self._in_worksheet if root == f"{_MAIN} worksheet" else {}

    def _doctype(self, *_declaration: object) -> None:
        """No workbook has a document type; it is the way in for entity bombs."""
        raise FileProblemError(file=self._name, problem=damaged())

    def _row(self, attributes: dict[str, str]) -> None:
        self._row_number = self._next(self._row_number, attributes.get("r"))
        self._column = 0

    def _cell(self, attributes: dict[str, str]) -> None:
        coordinate = attributes.get("r")
        self._column = self._next(self._column, coordinate and str(_cell_at(coordinate)[1]))
        if self._column > MAX_CELLS_IN_ROW:
            raise FileProblemError(file=self._name, problem=damaged())

    def _next(self, last: int, number: str | None) -> int:
        """Return where a row or cell stands; openpyxl would drop one out of order in silence."""
        here = int(number) if number else last + 1
        if here <= last:
            raise FileProblemError(file=self._name, problem=damaged())
        return here

    def _content(self, _attributes: dict[str, str]) -> None:
        self._shape.last_row = self._row_number
        self._shape.last_column = max(self._shape.last_column, self._column)

    def _merge(self, attributes: dict[str, str]) -> None:
        first, _colon, last = attributes.get("ref", "").replace("$", "").partition(":")
        if last:
            self._shape.merged.append(MergedRange(*_cell_at(first), *_cell_at(last)))


def _cell_at(coordinate: str) -> tuple[int, int]:
    """Return row and column, counted from 1, of a coordinate like `AB12`."""
    digits = coordinate.lstrip(string.ascii_uppercase)
    return int(digits), _column_number(coordinate[: len(coordinate) - len(digits)])


@lru_cache(maxsize=MAX_CELLS_IN_ROW)
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
