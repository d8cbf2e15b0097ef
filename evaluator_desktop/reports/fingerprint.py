"""What a PDF shows, whatever program wrote its bytes anew, and which report it says it is.

Apart from `pdf`, which only writes, and read with another library than the one that wrote. The
fingerprint goes over pages with all they use and over what else the catalogue holds; left out are
descriptions of the file (metadata, outline) and how its objects are numbered and compressed.
"""

import hashlib
import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.texts import _

if TYPE_CHECKING:
    from pypdf import PdfReader

LARGEST_PDF = 500_000_000
_DESCRIBED = {"/Metadata", "/Outlines", "/Dests", "/Pages", "/PageMode", "/ViewerPreferences"}
_WRITTEN = {"/Parent", "/P", "/Length", "/Filter", "/DecodeParms"}
_DEEPEST = 60

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is our answer


class StatedReport(NamedTuple):
    """What a file says of itself and shows."""

    number: str
    """The report number in its description, "" where there is none."""
    content_digest: str
    """Hex SHA-256; "" where a part of the file cannot be read."""
    text: str
    """What its pages say, as far as they can be read."""


def read_report(content: bytes, name: str) -> StatedReport:
    """Read a PDF. Raises FileProblemError when it is none, naming the file by `name`."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        is_readable = not reader.is_encrypted and len(reader.pages) > 0
        said = str(reader.metadata.subject or "") if reader.metadata else ""
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        is_readable = False
    if not is_readable:
        raise FileProblemError(file=name, problem=_("cannot be read as a PDF."))
    return StatedReport(said, _digest(reader), _text(reader))


def _digest(reader: "PdfReader") -> str:
    """Return the digest of what is shown, "" where a damaged part keeps it from being read."""
    found = hashlib.sha256()
    try:
        for page in reader.pages:
            found.update(b"page")
            for part in _parts(page, 0):
                found.update(part)
        root = reader.root_object
        rest = {key: value for key, value in root.items() if key not in _DESCRIBED}
        for part in _parts(rest, 0):
            found.update(part)
    except Exception:  # noqa: BLE001  a decoder raises anything on an altered stream
        return ""
    return found.hexdigest()


def _text(reader: "PdfReader") -> str:
    try:
        return "\n".join(page.extract_text() for page in reader.pages)
    except Exception:  # noqa: BLE001  as above
        return ""


def _parts(value: Any, depth: int) -> Iterator[bytes]:
    """Yield an object with all it refers to, as bytes that only what it is made of decides."""
    from pypdf.generic import ArrayObject, IndirectObject, StreamObject

    if depth > _DEEPEST:
        raise RecursionError
    if isinstance(value, IndirectObject):
        value = value.get_object()
    if isinstance(value, dict):
        yield b"<<"
        for key in sorted(set(value) - _WRITTEN):
            yield str(key).encode() + b" "
            yield from _parts(value[key], depth + 1)
        yield b">>"
        if isinstance(value, StreamObject):
            yield hashlib.sha256(value.get_data()).digest()
    elif isinstance(value, ArrayObject):
        yield b"["
        for entry in value:
            yield from _parts(entry, depth + 1)
        yield b"]"
    else:
        yield f"{type(value).__name__} {value!r} ".encode("utf-8", "surrogatepass")
