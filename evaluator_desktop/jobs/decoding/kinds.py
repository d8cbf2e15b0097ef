"""Which reader a file gets: its content decides, never its name (faults 85, 87)."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from evaluator_desktop.jobs.decoding.archives import decode_archive, is_archive
from evaluator_desktop.jobs.decoding.markup import draw_marks
from evaluator_desktop.jobs.decoding.pdfs import decode_pdf
from evaluator_desktop.jobs.decoding.pictures import decode_picture, taken_on
from evaluator_desktop.jobs.decoding.plain_texts import decode_csv, decode_text
from evaluator_desktop.jobs.decoding.sheets import decode_sheet
from evaluator_desktop.jobs.decoding.undecodable import UndecodableError
from evaluator_desktop.jobs.preview_protocol import (
    NoPreview,
    Preview,
    Question,
    Reason,
    Request,
    TakenRequest,
)

Reader: TypeAlias = Callable[[Request], Preview]

_HEAD_BYTES = 1024
_BMP_HEADER_SIZES = {12, 40, 52, 56, 64, 108, 124}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SHEET_MEMBERS = {"xl/workbook.xml", "xl/workbook.bin"}
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_TEXT_READERS: dict[str, Reader] = {".csv": decode_csv, ".txt": decode_text, ".md": decode_text}


def preview_of(question: Question) -> Preview:
    """Decode what is asked for; whatever a file does to a reader becomes a NoPreview."""
    try:
        return _answer(question)
    except UndecodableError as error:
        return NoPreview(error.reason)
    except MemoryError:
        return NoPreview(Reason.TOO_LARGE)
    except Exception:  # noqa: BLE001  readers raise anything on hostile bytes, always the file's fault
        return NoPreview(Reason.DAMAGED)


def _answer(question: Question) -> Preview:
    head = _head(Path(question.path))
    if isinstance(question, Request):
        return _reader(question, head)(question)
    if not _is_picture(head):
        raise UndecodableError(Reason.UNKNOWN_KIND)
    if isinstance(question, TakenRequest):
        return taken_on(question)
    return draw_marks(question)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError:
        raise UndecodableError(Reason.MISSING) from None


def _reader(request: Request, head: bytes) -> Reader:
    if _is_picture(head):
        return decode_picture
    if b"%PDF-" in head:
        return decode_pdf
    if head.startswith(_OLE):
        return decode_sheet  # xls, or something else in the same envelope: its reader sees
    if head.startswith(_ZIP) and (reader := _zip_reader(Path(request.path), head)):
        return reader
    if request.ending in _TEXT_READERS:
        return _TEXT_READERS[request.ending]
    raise UndecodableError(Reason.UNKNOWN_KIND)


def _is_picture(head: bytes) -> bool:
    return (
        head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"))
        or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
        or (head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES)
        or (head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS)
    )


def _zip_reader(path: Path, head: bytes) -> Reader | None:
    """Tell a workbook and a collection of files from other documents that are zips inside."""
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        if not _SHEET_MEMBERS.isdisjoint(archive.namelist()) or _ODS_TYPE in head:
            return decode_sheet
        return decode_archive if is_archive(archive) else None
    return None
