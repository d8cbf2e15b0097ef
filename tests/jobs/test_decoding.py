"""Every kind of file that is shown, and those that must not be, through the real process."""

import csv
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from openpyxl import Workbook
from PIL import Image

from evaluator_desktop.jobs.decoding import pictures
from evaluator_desktop.jobs.preview_process import PreviewProcess
from evaluator_desktop.jobs.preview_protocol import (
    FoundPlaces,
    NoPreview,
    PdfPreview,
    PicturePreview,
    Preview,
    Raster,
    Reason,
    Request,
    TablePreview,
    TextPreview,
)
from tests.small_pdf import small_canvas

HEIC = Path(__file__).parent / "files" / "turned.heic"
LITTLE_MEMORY = """
import resource, sys
from evaluator_desktop.jobs.decoding.kinds import preview_of
from evaluator_desktop.jobs.preview_protocol import Request
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 50_000_000,) * 2)
print(preview_of(Request(sys.argv[1], width=1000)).reason)
"""
RED, BLUE = (200, 40, 40), (30, 90, 160)


def left_red(mode: str = "RGB", size: tuple[int, int] = (96, 64)) -> Image.Image:
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 3, size[1]))
    return image.convert(mode)


def colour(raster: Raster, x: int, y: int) -> tuple[int, ...]:
    start = y * raster.stride + x * raster.channels
    return tuple(raster.data[start : start + raster.channels])


def is_near(seen: tuple[int, ...], meant: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(seen, meant, strict=True))


def picture(preview: Preview) -> PicturePreview:
    assert isinstance(preview, PicturePreview)
    return preview


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
def test_pictures_are_known_by_content(process: PreviewProcess, blob: Path, kind: str) -> None:
    left_red().save(blob, kind)
    shown = picture(process.ask(Request(str(blob), width=1000)))
    assert (shown.pixel_width, shown.pixel_height, shown.taken) == (96, 64, None)
    assert (shown.raster.width, shown.raster.height) == (96, 64)
    assert is_near(colour(shown.raster, 8, 32), RED)
    assert is_near(colour(shown.raster, 80, 32), BLUE)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1"])
def test_other_colour_modes_become_rgb(process: PreviewProcess, blob: Path, mode: str) -> None:
    left_red(mode).save(blob, "JPEG" if mode == "CMYK" else "PNG")
    assert picture(process.ask(Request(str(blob), width=1000))).raster.channels == 3


def test_sixteen_bit_grey_keeps_its_range(process: PreviewProcess, blob: Path) -> None:
    Image.new("I;16", (4, 4), 0x8000).save(blob, "PNG")
    raster = picture(process.ask(Request(str(blob), width=100))).raster
    assert colour(raster, 0, 0) == (128, 128, 128)


def test_transparency_is_kept(process: PreviewProcess, blob: Path) -> None:
    Image.new("RGBA", (4, 4), (*RED, 0)).save(blob, "PNG")
    raster = picture(process.ask(Request(str(blob), width=100))).raster
    assert colour(raster, 0, 0) == (*RED, 0)


def test_jpeg_is_turned_upright_and_tells_when_it_was_taken(
    process: PreviewProcess, blob: Path
) -> None:
    image = left_red()
    exif = image.getexif()
    exif[0x0112] = 6  # the camera's left is up
    exif.get_ifd(0x8769)[0x9003] = "2026:10:12 14:09:30"
    image.save(blob, "JPEG", exif=exif)
    shown = picture(process.ask(Request(str(blob), width=1000)))
    assert (shown.pixel_width, shown.pixel_height) == (64, 96)
    assert (shown.raster.width, shown.raster.height) == (64, 96)
    assert is_near(colour(shown.raster, 32, 8), RED)
    assert is_near(colour(shown.raster, 32, 80), BLUE)
    assert shown.taken == "2026-10-12T14:09:30"


def test_heic_is_turned_upright_and_tells_when_it_was_taken(process: PreviewProcess) -> None:
    shown = picture(process.ask(Request(str(HEIC), width=1000)))
    assert (shown.pixel_width, shown.pixel_height) == (64, 96)
    assert is_near(colour(shown.raster, 32, 8), RED)
    assert is_near(colour(shown.raster, 32, 80), BLUE)
    assert shown.taken == "2026-10-12T14:09:30"


def test_width_is_after_turning_and_the_original_size_is_told(
    process: PreviewProcess, blob: Path
) -> None:
    image = left_red(size=(960, 640))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(blob, "JPEG", exif=exif)
    shown = picture(process.ask(Request(str(blob), width=160)))
    assert (shown.raster.width, shown.raster.height) == (160, 240)
    assert (shown.pixel_width, shown.pixel_height) == (640, 960)


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "yesterday", "2026:13:40 99:00:00"])
def test_nonsense_in_exif_is_no_date(process: PreviewProcess, blob: Path, taken: str) -> None:
    image = left_red()
    exif = image.getexif()
    exif.get_ifd(0x8769)[0x9003] = taken
    image.save(blob, "JPEG", exif=exif)
    assert picture(process.ask(Request(str(blob), width=100))).taken is None


def test_only_the_listed_formats_are_ever_identified() -> None:
    assert pictures.FORMATS == ("JPEG", "PNG", "WEBP", "BMP", "HEIF")


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", ".png"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", ".jpg"),
        (b"MZ\x90\x00\x03", ".txt"),
        (b"<html><img src=/probe></html>", ".html"),
        (b"", ".png"),
    ],
)
def test_what_is_not_listed_is_not_shown(
    process: PreviewProcess, blob: Path, content: bytes, ending: str
) -> None:
    blob.write_bytes(content)
    assert process.ask(Request(str(blob), ending, width=100)) == NoPreview(Reason.UNKNOWN_KIND)


def test_svg_named_png_follows_no_link(process: PreviewProcess, tmp_path: Path) -> None:
    probe, svg = tmp_path / "probe.png", tmp_path / "photo.png"
    os.mkfifo(probe)  # whoever opens it waits for ever, and would be TIMED_OUT
    svg.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{probe}"/></svg>')
    answer = process.ask(Request(str(svg), ".png", width=100))
    assert answer == NoPreview(Reason.UNKNOWN_KIND)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("side", [60_000, 13_000, 9_000])
def test_picture_bomb_is_too_large(process: PreviewProcess, blob: Path, side: int) -> None:
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1_000_000))
    blob.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )
    assert process.ask(Request(str(blob), width=100)) == NoPreview(Reason.TOO_LARGE)


@pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")
def test_too_little_memory_is_said(blob: Path) -> None:
    Image.new("L", (8000, 8000)).save(blob, "PNG")
    done = subprocess.run(
        [sys.executable, "-c", LITTLE_MEMORY, blob], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == Reason.TOO_LARGE


def test_truncated_jpeg_is_damaged(process: PreviewProcess, blob: Path) -> None:
    whole = BytesIO()
    Image.effect_noise((400, 400), 60).save(whole, "JPEG")
    blob.write_bytes(whole.getvalue()[:4000])
    assert process.ask(Request(str(blob), width=100)) == NoPreview(Reason.DAMAGED)


def test_missing_file_is_said(process: PreviewProcess, blob: Path) -> None:
    assert process.ask(Request(str(blob), width=100)) == NoPreview(Reason.MISSING)
    assert process.ask(Request(str(blob.parent), width=100)) == NoPreview(Reason.MISSING)


@pytest.fixture
def pdf(blob: Path) -> Path:
    """Three pages, 200 by 300 points; the second is turned by 90 degrees."""
    canvas = small_canvas(blob, pagesize=(200, 300))
    for number in (1, 2, 3):
        canvas.drawString(20, 250, f"Page {number} of the certificate")
        canvas.rect(0, 0, 200, 100, fill=1)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(blob, allow_overwriting_input=True) as document:
        document.pages[1].rotate(90, relative=False)
        document.save(blob)
    return blob


def test_pdf_page_is_drawn_at_the_width_asked_for(process: PreviewProcess, pdf: Path) -> None:
    first = process.ask(Request(str(pdf), width=400))
    assert isinstance(first, PdfPreview)
    assert (first.page, first.page_count) == (0, 3)
    assert (first.width, first.height) == (200, 300)
    assert (first.raster.width, first.raster.height) == (400, 600)
    assert colour(first.raster, 200, 550)[:3] == (0, 0, 0)
    assert colour(first.raster, 200, 300)[:3] == (255, 255, 255)


def test_pdf_page_that_is_turned_and_one_beyond_the_end(process: PreviewProcess, pdf: Path) -> None:
    second = process.ask(Request(str(pdf), page=1, width=300))
    beyond = process.ask(Request(str(pdf), page=99, width=300))
    assert isinstance(second, PdfPreview)
    assert isinstance(beyond, PdfPreview)
    assert (second.raster.width, second.raster.height) == (300, 200)
    assert beyond.page == 2


def test_text_is_found_where_it_stands(process: PreviewProcess, pdf: Path) -> None:
    found = process.ask(Request(str(pdf), find="CERTIFICATE"))
    assert isinstance(found, FoundPlaces)
    assert [place.page for place in found.places] == [0, 1, 2]
    left, top, right, bottom = found.places[0].rectangles[0]
    assert 0.1 < left < right < 1
    assert 0.12 < top < bottom < 0.2  # 250 of 300 points from below
    left, top, right, bottom = found.places[1].rectangles[0]
    assert 0.8 < left < right < 0.9  # turned: the top edge is on the right
    assert process.ask(Request(str(pdf), find="diploma")) == FoundPlaces([])


def test_pdf_with_a_password_and_a_damaged_one(process: PreviewProcess, blob: Path) -> None:
    small_canvas(blob, encrypt="secret").save()
    assert process.ask(Request(str(blob), width=100)) == NoPreview(Reason.ENCRYPTED)
    blob.write_bytes(b"%PDF-1.7\nnothing follows")
    assert process.ask(Request(str(blob), width=100)) == NoPreview(Reason.DAMAGED)


def test_sheet_shows_the_upper_left_of_the_first_visible_one(
    process: PreviewProcess, blob: Path
) -> None:
    book = Workbook()
    hidden = book.worksheets[0]
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("社保清单")
    sheet.append(["姓名", "人数", "比例", "日期"])
    sheet.append(["林一帆", 12, 0.5, datetime(2026, 10, 12)])  # noqa: DTZ001  a calendar day
    for number in range(500):
        sheet.append([f"第 {number} 人", *range(60)])
    book.save(blob)
    table = process.ask(Request(str(blob)))
    assert isinstance(table, TablePreview)
    assert (table.sheet, table.row_count, table.column_count) == ("社保清单", 502, 61)
    assert table.rows[0][:5] == ["姓名", "人数", "比例", "日期", ""]
    assert table.rows[1][:4] == ["林一帆", "12", "0.5", "2026-10-12"]
    assert (len(table.rows), {len(row) for row in table.rows}) == (200, {30})


def test_cell_at_the_far_corner_takes_nothing_with_it(process: PreviewProcess, blob: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = 1
    book.worksheets[0]["XFD1048576"] = 1
    book.save(blob)
    assert isinstance(process.ask(Request(str(blob))), NoPreview)
    left_red().save(blob, "PNG")
    assert isinstance(process.ask(Request(str(blob), width=100)), PicturePreview)


def test_zip_and_office_file_that_are_no_sheets(process: PreviewProcess, blob: Path) -> None:
    with zipfile.ZipFile(blob, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert process.ask(Request(str(blob), ".xlsx")) == NoPreview(Reason.UNKNOWN_KIND)
    blob.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    assert process.ask(Request(str(blob), ".xls")) == NoPreview(Reason.DAMAGED)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_csv_in_the_encodings_of_offices(
    process: PreviewProcess, blob: Path, encoding: str
) -> None:
    with blob.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([["企业", "评价"], ["雁栖管理咨询", "好, 很好"]])
    assert process.ask(Request(str(blob), ".csv")) == TablePreview(
        [["企业", "评价"], ["雁栖管理咨询", "好, 很好"]], "", 2, None
    )


def test_long_csv_and_text_are_cut(process: PreviewProcess, blob: Path) -> None:
    blob.write_text("-;\n" + "甲;乙\n" * 60_000, encoding="utf-8")
    with blob.open("rb") as file, pytest.raises(UnicodeDecodeError):
        file.read(200_000).decode()  # a character is cut in two
    table = process.ask(Request(str(blob), ".csv"))
    assert isinstance(table, TablePreview)
    assert (len(table.rows), table.rows[-1], table.row_count) == (200, ["甲", "乙"], None)
    text = process.ask(Request(str(blob), ".md"))
    assert isinstance(text, TextPreview)
    assert text.is_cut
    assert text.text.startswith("-;\n甲;乙\n甲")
    assert "\ufffd" not in text.text


def test_text_stays_text(process: PreviewProcess, blob: Path) -> None:
    blob.write_bytes("# 纪要\r\n<img src=/probe>".encode("gbk"))
    assert process.ask(Request(str(blob), ".txt")) == TextPreview(
        "# 纪要\r\n<img src=/probe>", is_cut=False
    )
    blob.write_bytes(b"\x81")
    assert isinstance(process.ask(Request(str(blob), ".txt")), TextPreview)
