import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from evaluator_desktop import texts
from evaluator_desktop.operations.prepared import PreparedReport
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.reports.pdf.pictures import fitted
from evaluator_desktop.store.workspace import Workspace
from tests.reports.pdf_reading import page_texts, squeezed
from tests.reports.rich_provider import SIDEWAYS, photo
from tests.workspaces import PROVIDER

BOX = (216, 144)
"""Points: 3 × 2 inches."""


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def brightness(image: Image.Image, x: int, y: int) -> int:
    return image.convert("L").tobytes()[y * image.width + x]


@pytest.mark.parametrize(
    ("size", "orientation", "printed"),
    [
        ((1600, 1200), 1, (192, 144)),
        ((1600, 1200), SIDEWAYS, (108, 144)),
        ((4000, 1000), 1, (216, 54)),
        ((100, 80), 1, (100, 80)),
        ((3, 2000), 1, (0.216, 144)),
    ],
)
def test_a_picture_fills_its_box_whole_and_upright(
    tmp_path: Path, size: tuple[int, int], orientation: int, printed: tuple[float, float]
) -> None:
    found = fitted(photo(tmp_path / "p.jpg", size, orientation), *BOX)

    assert (found.width, found.height) == pytest.approx(printed)
    pixels = opened(found.content).size
    assert pixels[0] / max(found.width, 1) <= 201 / 72 * 1.5
    assert pixels[1] <= found.height * 200 / 72 + 1


def test_which_side_is_up(tmp_path: Path) -> None:
    """The gradient runs from black at the top to white; sideways, black is on the right."""
    upright = opened(fitted(photo(tmp_path / "a.jpg", (400, 400)), *BOX).content)
    turned = opened(fitted(photo(tmp_path / "b.jpg", (400, 400), SIDEWAYS), *BOX).content)
    middle, edge = upright.height // 2, upright.height - 5

    assert brightness(upright, middle, 5) < brightness(upright, middle, edge)
    assert brightness(turned, edge, middle) < brightness(turned, 5, middle)


def test_what_cameras_add_is_gone(tmp_path: Path, prepared: PreparedReport) -> None:
    found = fitted(photo(tmp_path / "p.jpg", (800, 600)), *BOX)

    assert b"SECRET" not in found.content
    assert b"Exif" not in found.content
    assert b"SECRET" not in prepared.content()


@pytest.mark.parametrize("ending", ["png", "webp", "bmp"])
def test_other_kinds_of_picture(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"p.{ending}"
    Image.new("RGB", (400, 300), "red").save(path)

    assert fitted(path, *BOX).height == 144


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(path)

    assert opened(fitted(path, *BOX).content).getpixel((20, 20)) == (255, 255, 255)


def test_pictures_are_in_the_file_at_two_hundred_dpi(prepared: PreparedReport) -> None:
    with pikepdf.open(io.BytesIO(prepared.content())) as pdf:
        images = [image for page in pdf.pages for image in page.get_images().values()]
        sizes = sorted((int(image.Width), int(image.Height)) for image in images)

    assert len(sizes) == 3
    assert sizes[0] == (100, 80)
    assert all(max(size) <= 700 for size in sizes)


def test_a_broken_picture_leaves_a_box_that_says_so(prepared: PreparedReport) -> None:
    text = squeezed("".join(page_texts(prepared.content())))

    note = texts._("This picture cannot be shown: its file is damaged or of another kind.")
    assert text.count(squeezed(note)) == 1


def test_a_missing_picture_leaves_a_box_that_says_so(rich: Workspace) -> None:
    for e in rich.record(PROVIDER).evidence:
        if e.body and e.body.name == "横拍.jpg":
            rich.evidence_files.path(e.body.digest).unlink()

    text = squeezed("".join(page_texts(prepare_provider_report(rich, PROVIDER).content())))

    assert squeezed(texts._("The file of this picture is missing.")) in text


def test_a_picture_too_large_to_decode_is_not_tried(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (10_000, 8_500)).save(path)

    with pytest.raises(Image.DecompressionBombError):
        fitted(path, *BOX)
