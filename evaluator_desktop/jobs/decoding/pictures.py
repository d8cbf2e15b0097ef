"""Photographs and scans: JPEG, PNG, WebP, BMP and HEIC, turned upright."""

import math
import warnings
from contextlib import suppress
from datetime import datetime

import pi_heif  # type: ignore[import-untyped]  # ships no types
from PIL import ExifTags, Image, ImageOps

from evaluator_desktop.jobs.decoding.undecodable import UndecodableError
from evaluator_desktop.jobs.preview_protocol import (
    PicturePreview,
    Raster,
    Reason,
    Request,
    Taken,
    TakenRequest,
)

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "HEIF")
_MOST_PIXELS = 80_000_000
_MOST_PIXELS_SHOWN = 16_000_000
_TURNED_ORIENTATIONS = {5, 6, 7, 8}

pi_heif.register_heif_opener()


def decode_picture(request: Request) -> PicturePreview:
    """Read a picture no larger than `request.width` wants; 80 MP is the most (fault 86)."""
    with opened_picture(request.path) as image:
        exif = image.getexif()
        width, height = image.size
        if exif.get(ExifTags.Base.Orientation) in _TURNED_ORIENTATIONS:
            width, height = height, width
        taken = _taken(exif)
        scale = min(1, request.width / width, math.sqrt(_MOST_PIXELS_SHOWN / (width * height)))
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image.draft("RGB", size)
        shown = in_eight_bits(image)
        shown.thumbnail(size, Image.Resampling.BILINEAR)
        ImageOps.exif_transpose(shown, in_place=True)
    channels = len(shown.getbands())
    raster = Raster(*shown.size, channels, shown.width * channels, shown.tobytes())
    return PicturePreview(raster, width, height, taken)


def taken_on(request: TakenRequest) -> Taken:
    """Read when a picture was taken; none of its pixels."""
    with opened_picture(request.path) as image:
        return Taken(_taken(image.getexif()))


def opened_picture(path: str) -> Image.Image:
    """Open a picture of a known kind and of at most 80 MP; raises UndecodableError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(path, formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UndecodableError(Reason.TOO_LARGE) from None
    if image.width * image.height > _MOST_PIXELS:
        raise UndecodableError(Reason.TOO_LARGE)
    return image


def in_eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of any kind as RGB or RGBA."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    return image.convert("RGBA" if has_alpha else "RGB")


def _taken(exif: Image.Exif) -> str | None:
    details = exif.get_ifd(ExifTags.IFD.Exif)
    for tag in (ExifTags.Base.DateTimeOriginal, ExifTags.Base.DateTimeDigitized):
        with suppress(ValueError):
            moment = datetime.strptime(str(details.get(tag)), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  the camera tells no zone
            return moment.isoformat()
    return None
