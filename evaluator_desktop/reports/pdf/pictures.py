"""Photographs of the evidence: upright, whole, 200 dpi at their printed size, bare of metadata.

Decoded one at a time when their page is drawn, so that hundreds cost no memory. Whatever a file
does to the decoder, the report gets a box that says so (fault 98: never lost, never cropped).
"""

import math
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pi_heif  # type: ignore[import-untyped]  # ships no types
from PIL import ExifTags, Image, ImageOps
from reportlab.lib.units import inch, mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from evaluator_desktop.reports.document import Align, Photos
from evaluator_desktop.reports.pdf import styles
from evaluator_desktop.reports.pdf.flowables import P
from evaluator_desktop.reports.pdf.tables import plain_grid
from evaluator_desktop.texts import N_, _

PathOf = Callable[[str], Path | None]
"""From a digest to the stored file; None where it is not here."""

_FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "HEIF")
_MOST_PIXELS = 80_000_000
_DOTS_PER_POINT = 200 / inch
_QUALITY = 85
_TURNED = {5, 6, 7, 8}
_MISSING = N_("The file of this picture is missing.")
_UNREADABLE = N_("This picture cannot be shown: its file is damaged or of another kind.")
_LAYOUTS = {2: (1, 86 * mm), 4: (2, 86 * mm), 6: (2, 54 * mm)}
"""By pictures to a page: columns, and the height of a picture's box."""
_GUTTER = 4 * mm


def photographs(path_of: PathOf, said: Photos) -> list[Flowable]:
    """Lay out pictures in rows, each above its caption."""
    columns, height = _LAYOUTS[said.to_a_page]
    width = styles.TEXT_WIDTH / columns
    cells: list[Any] = [
        [
            Picture(path_of(photo.digest), width - _GUTTER, height),
            P(photo.caption, styles.CELL.aligned(Align.CENTRE)),
        ]
        for photo in said.photos
    ]
    cells += [""] * (-len(cells) % columns)
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    return [plain_grid(rows, [width] * columns)]


class Picture(Flowable):
    """A photograph fitted into a box of fixed size."""

    def __init__(self, path: Path | None, width: float, height: float) -> None:
        super().__init__()
        self._path, self.width, self.height = path, width, height

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        if self._path is None:
            self._draw_box(_(_MISSING))
            return
        try:
            picture = fitted(self._path, self.width, self.height)
        except Exception:  # noqa: BLE001  decoders raise anything on hostile bytes
            self._draw_box(_(_UNREADABLE))
            return
        shown = _Jpeg(picture.content)
        left = (self.width - picture.width) / 2
        self.canv.drawImage(shown, left, 0, picture.width, picture.height)

    def _draw_box(self, text: str) -> None:
        self.canv.setStrokeColor(styles.ALARM)
        self.canv.setLineWidth(0.8)
        self.canv.setDash(3, 2)
        self.canv.rect(0, 0, self.width, self.height)
        note = P(text, styles.CELL.aligned(Align.CENTRE))
        _width, height = note.wrap(self.width - 12 * mm, self.height)
        note.drawOn(self.canv, 6 * mm, (self.height - height) / 2)


class _Jpeg(ImageReader):
    """Finished bytes: reportlab would decode them again only to give the picture a name."""

    def __init__(self, content: bytes) -> None:
        super().__init__(BytesIO(content))
        self._content, self._dataA = content, None  # no transparency

    def getRGBData(self) -> bytes:  # noqa: N802  reportlab's name
        return self._content


class Fitted(NamedTuple):
    """JPEG bytes, and the size in points that they are printed at."""

    content: bytes
    width: float
    height: float


def fitted(path: Path, width: float, height: float) -> Fitted:
    """Return a picture that fills a box of points as far as it can; raises what decoders raise.

    A small one is not blown up beyond 72 dpi.
    """
    with _opened(path) as image:
        is_turned = image.getexif().get(ExifTags.Base.Orientation) in _TURNED
        pixels = image.size[::-1] if is_turned else image.size
        scale = min(width / pixels[0], height / pixels[1], 1)
        printed = (pixels[0] * scale, pixels[1] * scale)
        dots = (_dots(printed[0]), _dots(printed[1]))
        image.draft("RGB", (max(dots), max(dots)))
        bare = _on_white(ImageOps.exif_transpose(image))
    bare.thumbnail(dots)
    out = BytesIO()
    bare.save(out, "JPEG", quality=_QUALITY)
    return Fitted(out.getvalue(), *printed)


def _dots(length: float) -> int:
    return max(1, math.ceil(length * _DOTS_PER_POINT))


def _opened(path: Path) -> Image.Image:
    pi_heif.register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = Image.open(path, formats=_FORMATS)
    if image.width * image.height > _MOST_PIXELS:
        image.close()
        raise Image.DecompressionBombError
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Return the bare pixels in eight-bit RGB; what is transparent becomes paper."""
    if image.mode == "RGB":  # nearly every photograph
        image.info.clear()  # what cameras add would be saved again
        return image
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    solid = image.convert("RGBA")
    page = Image.new("RGB", solid.size, "white")
    page.paste(solid, mask=solid.getchannel("A"))
    return page
