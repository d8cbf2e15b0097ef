"""Marks on a photo, drawn for good: on its own pixels, upright, with nothing in it but pixels."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from evaluator_desktop.jobs.markup import Mark, Tool
from evaluator_desktop.jobs.preview_process import PreviewProcess
from evaluator_desktop.jobs.preview_protocol import (
    MarkedPicture,
    MarkupRequest,
    NoPreview,
    Reason,
    Taken,
    TakenRequest,
)

INK = "#b0281c"
SIZE = (1200, 900)
HEIC = Path(__file__).parent / "files" / "turned.heic"
SECRETS = (b"Exif", b"GPS", b"Zhang San", b"a comment", b"ICC_PROFILE")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo with stripes a pixel wide, turned by its camera, that says where and whose it is."""
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    for x in range(0, SIZE[0], 2):
        draw.line((x, 0, x, SIZE[1]), fill="black")
    exif = image.getexif()
    exif[0x0112] = 6
    exif[0x013B] = "Zhang San"
    exif.get_ifd(0x8769)[0x9003] = "2026:10:12 14:09:30"
    exif.get_ifd(0x8825)[2] = (31.0, 13.0, 48.0)
    path = tmp_path / "photo"
    image.save(path, "JPEG", exif=exif, quality=95, comment=b"a comment", icc_profile=b"x" * 200)
    return path


def marked(process: PreviewProcess, path: Path, *marks: Mark) -> tuple[Image.Image, bytes]:
    answer = process.ask(MarkupRequest(str(path), list(marks), INK))
    assert isinstance(answer, MarkedPicture)
    return Image.open(BytesIO(answer.content)), answer.content


def reds(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels in a box have the colour of the ink."""
    pixels = image.crop(box).convert("RGB").tobytes()
    triples = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
    return sum(r > 130 and g < 110 and b < 110 for r, g, b in triples)


def test_nothing_but_pixels_is_left_and_the_original_is_untouched(
    process: PreviewProcess, photo: Path
) -> None:
    before = photo.read_bytes()
    assert all(secret in before for secret in (b"Exif", b"Zhang San", b"a comment"))
    image, content = marked(process, photo, Mark(Tool.BOX, 0.1, 0.1, 0.4, 0.4))

    assert image.format == "JPEG"
    assert image.size == SIZE[::-1]
    assert not any(secret in content for secret in SECRETS)
    assert not image.getexif()
    assert photo.read_bytes() == before


def shades(image: Image.Image, box: tuple[int, int, int, int]) -> list[int]:
    """The greys that occur in a box, the darkest first."""
    counts = image.crop(box).convert("L").histogram()
    return [shade for shade, count in enumerate(counts) if count]


@pytest.mark.parametrize(
    ("mark", "drawn", "bare"),
    [
        (Mark(Tool.BOX, 0.2, 0.2, 0.6, 0.5), (170, 230, 190, 250), (220, 300, 480, 500)),
        (Mark(Tool.ARROW, 0.1, 0.1, 0.8, 0.1), (640, 90, 730, 150), (0, 300, 900, 1200)),
        (Mark(Tool.TEXT, 0.1, 0.5, 0.1, 0.6, "公章<b>"), (90, 600, 500, 720), (0, 0, 900, 550)),
    ],
)
def test_marks_are_drawn_where_they_were_put(
    process: PreviewProcess,
    photo: Path,
    mark: Mark,
    drawn: tuple[int, int, int, int],
    bare: tuple[int, int, int, int],
) -> None:
    image, _content = marked(process, photo, mark)

    assert reds(image, drawn) > 40
    assert reds(image, bare) == 0


def test_words_that_are_too_long_stay_in_the_picture(process: PreviewProcess, photo: Path) -> None:
    image, _content = marked(process, photo, Mark(Tool.TEXT, 0.5, 0.5, 0.6, 0.55, "字" * 200))

    assert reds(image, (880, 600, 900, 670)) > 0
    assert reds(image, (0, 0, 440, 1200)) == 0


def test_what_is_made_unrecognisable_has_a_few_flat_colours_only(
    process: PreviewProcess, photo: Path
) -> None:
    blur = Mark(Tool.BLUR, 0.25, 0.25, 0.75, 0.75)
    image, _content = marked(process, photo, blur)

    assert len(shades(image, (235, 310, 665, 890))) < 12  # one grey, and JPEG's noise
    outside = shades(image, (0, 0, 200, 200))
    assert outside[-1] - outside[0] > 200


def test_heic_and_pictures_one_can_see_through_are_marked_too(
    process: PreviewProcess, tmp_path: Path
) -> None:
    image, _content = marked(process, HEIC, Mark(Tool.BOX, 0.1, 0.1, 0.9, 0.9))
    assert image.size == (64, 96)
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(tmp_path / "clear", "PNG")
    image, _content = marked(process, tmp_path / "clear")
    assert image.getpixel((5, 5)) == (255, 255, 255)


def test_only_pictures_are_marked_and_dated(process: PreviewProcess, tmp_path: Path) -> None:
    text = tmp_path / "a.jpg"
    text.write_text("no picture", "utf-8")

    for question in (TakenRequest(str(text)), MarkupRequest(str(text), [], INK)):
        assert process.ask(question) == NoPreview(Reason.UNKNOWN_KIND)
    gone = TakenRequest(str(tmp_path / "gone"))
    assert process.ask(gone) == NoPreview(Reason.MISSING)


def test_the_day_is_told_without_reading_the_pixels(process: PreviewProcess, photo: Path) -> None:
    assert process.ask(TakenRequest(str(photo))) == Taken("2026-10-12T14:09:30")
    assert process.ask(TakenRequest(str(HEIC))) == Taken("2026-10-12T14:09:30")
    cut = photo.read_bytes()[:4000]
    photo.write_bytes(cut)
    assert process.ask(TakenRequest(str(photo))) == Taken("2026-10-12T14:09:30")
