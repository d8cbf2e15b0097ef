"""Text and comma separated values, in the encodings that Chinese offices use."""

import codecs
import csv
from collections import Counter
from itertools import islice
from pathlib import Path

from evaluator_desktop.jobs.decoding.sheets import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from evaluator_desktop.jobs.decoding.undecodable import UndecodableError
from evaluator_desktop.jobs.preview_protocol import Reason, Request, TablePreview, TextPreview

_MOST_BYTES = 200_000
_SEPARATORS = ",;\t，；"


def decode_text(request: Request) -> TextPreview:
    """Read the beginning of a text."""
    text, is_cut = _beginning(request.path)
    return TextPreview(text, is_cut)


def decode_csv(request: Request) -> TablePreview:
    """Read the beginning of a table; the separator is the most frequent one of its first line."""
    text, is_cut = _beginning(request.path)
    lines = text.splitlines()
    first = Counter(lines[0] if lines else "")
    separator = max(_SEPARATORS, key=lambda mark: first[mark])
    table = csv.reader(lines[:-1] if is_cut else lines, delimiter=separator)
    rows = [
        [cell[:MOST_CHARACTERS] for cell in row[:MOST_COLUMNS]] for row in islice(table, MOST_ROWS)
    ]
    count = None if is_cut else len(rows) + sum(1 for _ in table)
    return TablePreview(rows, "", count, None)


def _beginning(path: str) -> tuple[str, bool]:
    with Path(path).open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    is_cut = len(data) > _MOST_BYTES
    return _decoded(data[:_MOST_BYTES], is_whole=not is_cut), is_cut


def _decoded(data: bytes, *, is_whole: bool) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        raise UndecodableError(Reason.UNKNOWN_KIND)  # a program with a friendly name
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return codecs.getincrementaldecoder(encoding)().decode(data, is_whole)
        except UnicodeDecodeError:
            continue
    return data.decode(encodings[-1], errors="replace")
