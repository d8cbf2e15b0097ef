import io
import tomllib
from datetime import datetime
from functools import cache
from zipfile import ZipFile

import pikepdf
import pytest
from openpyxl import load_workbook
from PIL import ExifTags, Image, ImageOps

from evaluator_desktop.demo.files import CALL_RECORDS, DEMO_FILES, SITE_RECORDS, files_for
from evaluator_desktop.demo.words import YEAR
from evaluator_desktop.paths import resource_dir

PROVIDER = "雁栖管理咨询公司（示例）"
LARGEST_PHOTO = 150_000


@cache  # drawing them once is enough
def made(requirement: str) -> dict[str, bytes]:
    return dict(files_for(PROVIDER, requirement, 7))


def every(ending: str) -> list[tuple[str, str]]:
    return [
        (requirement, recipe.name)
        for requirement, recipes in DEMO_FILES.items()
        for recipe in recipes
        if recipe.name.endswith(ending)
    ]


def test_every_requirement_of_the_scheme_has_files() -> None:
    scheme = tomllib.loads((resource_dir() / "schemes/shanghai-2020.toml").read_text("utf-8"))
    asked = {
        requirement["id"]
        for dimension in scheme["dimensions"]
        for indicator in dimension["indicators"]
        for item in indicator["items"]
        for requirement in item.get("requirements", ())
    }
    assert set(DEMO_FILES) == asked | {SITE_RECORDS, CALL_RECORDS}


@pytest.mark.parametrize(("requirement", "name"), every(".jpg"))
def test_pictures_are_small_and_whole(requirement: str, name: str) -> None:
    content = made(requirement)[name]
    with Image.open(io.BytesIO(content), formats=("JPEG",)) as picture:
        picture.load()
    assert 10_000 < len(content) < LARGEST_PHOTO


@pytest.mark.parametrize(("requirement", "name"), every("现场拍摄.jpg") + every("_01.jpg"))
def test_photographs_know_when_they_were_taken(requirement: str, name: str) -> None:
    with Image.open(io.BytesIO(made(requirement)[name])) as picture:
        stamp = picture.getexif().get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal]
        upright = ImageOps.exif_transpose(picture)
    assert datetime.strptime(stamp, "%Y:%m:%d %H:%M:%S").year == YEAR  # noqa: DTZ007 - local
    assert upright.size == (1280, 960)


def test_one_photograph_was_stored_on_its_side() -> None:
    content = made("practice_license")["执业许可证副本_现场拍摄.jpg"]
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.size == (960, 1280)
        assert picture.getexif()[ExifTags.Base.Orientation] == 6


@pytest.mark.parametrize(("requirement", "name"), every(".png"))
def test_screenshots_open(requirement: str, name: str) -> None:
    with Image.open(io.BytesIO(made(requirement)[name]), formats=("PNG",)) as picture:
        assert picture.size == (1280, 800)
        assert len(picture.convert("RGB").getcolors(100_000) or ()) > 8


@pytest.mark.parametrize(("requirement", "name"), every(".pdf"))
def test_scans_open_and_have_a_page_of_a4(requirement: str, name: str) -> None:
    with pikepdf.open(io.BytesIO(made(requirement)[name])) as document:
        width, height = (round(float(side)) for side in document.pages[0].mediabox[2:])
    assert (width, height) == (595, 842)


def test_some_scans_have_several_pages() -> None:
    with pikepdf.open(io.BytesIO(made("systems_list")["各项制度首页.pdf"])) as document:
        assert len(document.pages) == 6


@pytest.mark.parametrize(("requirement", "name"), every(".xlsx"))
def test_lists_open_with_headings_and_rows(requirement: str, name: str) -> None:
    sheet = load_workbook(io.BytesIO(made(requirement)[name])).worksheets[0]
    assert sheet["A1"].value == "序号"
    assert sheet["A2"].value == 1
    assert sheet.max_row > 5


@pytest.mark.parametrize("requirement", ["event_records", "staff_list", "staff_contracts"])
def test_the_same_files_come_out_of_the_same_seed(requirement: str) -> None:
    again = dict(files_for(PROVIDER, requirement, 7))
    assert again == made(requirement)
    other = dict(files_for(PROVIDER, requirement, 8))
    assert all(other[name] != content for name, content in again.items())


def test_lists_do_not_tell_when_the_demo_was_made() -> None:
    with ZipFile(io.BytesIO(made("staff_list")["专职人员名单.xlsx"])) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {YEAR}


def test_two_providers_hand_in_different_files() -> None:
    contents = [*made("customer_list").values()]
    assert contents != [
        content for _name, content in files_for("另一家（示例）", "customer_list", 7)
    ]


def test_an_unknown_requirement_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        files_for(PROVIDER, "no_such_requirement", 7)
