"""How reports are laid out, the only room that knows reportlab.

Importing it brings reportlab's defaults in order, before any of its modules reads them: no font
that is not embedded, no network, no schemes to open, bytes that depend on the content alone. So
reportlab may be imported in here only, never beside it (tested).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab import rl_config

REGULAR, BOLD = "NotoSansSC-Regular", "NotoSansSC-Bold"

rl_config.invariant = 1
rl_config.useA85 = 0  # a third of the time, and smaller
rl_config.pageCompression = 1
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
# Else every PDF names a Helvetica that is not in it; platypus reads these when it is imported.
rl_config.canvas_basefontname = REGULAR
rl_config.defaultGraphicsFontName = REGULAR

from reportlab.lib import rl_accel  # noqa: E402

_plain_numbers: Any = rl_accel.fp_str


@lru_cache(1 << 16)
def _number(value: float) -> str:
    return str(_plain_numbers(value))


def _numbers(*values: Any) -> str:
    """Write numbers as reportlab does; most were written before, a tenth of a report's time."""
    given = values[0] if len(values) == 1 and isinstance(values[0], list | tuple) else values
    return " ".join(map(_number, given))


rl_accel.fp_str = _numbers  # before the modules that take it by name

from reportlab.lib import fonts as families  # noqa: E402  these read rl_config when imported
from reportlab.pdfbase import pdfdoc, ttfonts  # noqa: E402

families.addMapping(REGULAR, 0, 0, REGULAR)
families.addMapping(REGULAR, 1, 0, BOLD)
families.addMapping(REGULAR, 0, 1, REGULAR)
families.addMapping(REGULAR, 1, 1, BOLD)

_plain_cmap = ttfonts.makeToUnicodeCMap
_BEYOND = re.compile(r"<([0-9A-F]{5,6})>$", re.MULTILINE)


def _utf16(found: re.Match[str]) -> str:
    return f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"


def _cmap_in_utf16(fontname: str, subset: Sequence[int]) -> str:
    """Mend reportlab 5.1: copied text beyond the first plane has to be UTF-16."""
    return _BEYOND.sub(_utf16, _plain_cmap(fontname, subset))


ttfonts.makeToUnicodeCMap = _cmap_in_utf16

_stream_class: Any = pdfdoc.PDFStream
_plain_stream = _stream_class.format
_STREAM_END = b"endstream\n"


def _stream_ended_on_its_own_line(stream: Any, document: Any) -> bytes:
    """Mend reportlab 5.1: PDF/A wants an end of line before the word that ends a stream."""
    written: bytes = _plain_stream(stream, document)
    return written.removesuffix(_STREAM_END) + b"\n" + _STREAM_END


_stream_class.format = _stream_ended_on_its_own_line
