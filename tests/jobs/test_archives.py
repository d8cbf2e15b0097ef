"""Zip files that were handed in: names are listed as they were meant, and nothing is unpacked."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from evaluator_desktop.jobs.preview_process import PreviewProcess
from evaluator_desktop.jobs.preview_protocol import (
    ArchivedFile,
    ArchivePreview,
    NoPreview,
    Reason,
    Request,
)


def named(name: bytes, *, utf8: bool = False, system: int = 0) -> bytes:
    """A zip of one member whose name is these very bytes, as an archiver of an office writes it."""
    out = BytesIO()
    info = zipfile.ZipInfo("x" * len(name))
    info.create_system = system
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, b"content")
    content = bytearray(out.getvalue().replace(b"x" * len(name), name))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flags = content.index(mark) + place
        content[flags : flags + 2] = (0x800 if utf8 else 0).to_bytes(2, "little")
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (named("数据/名册.pdf".encode("gbk")), "数据/名册.pdf"),
        (named("模.pdf".encode("gbk")), "模.pdf"),
        (named("名册.pdf".encode(), utf8=True), "名册.pdf"),
        (named("名册.pdf".encode(), system=3), "名册.pdf"),
        (named("名册.pdf".encode("gbk"), system=3), "名册.pdf"),
        (named("caf\u00e9.pdf".encode("cp437")), "caf\u00e9.pdf"),
        (named(b"../../etc/passwd"), "../../etc/passwd"),
    ],
)
def test_names_in_a_zip_are_listed_as_they_were_meant(
    process: PreviewProcess, blob: Path, content: bytes, name: str
) -> None:
    blob.write_bytes(content)

    shown = process.ask(Request(str(blob), ".zip"))

    assert shown == ArchivePreview([ArchivedFile(name, 7)], 1, is_locked=False)
    assert sorted(blob.parent.iterdir()) == [blob], "nothing is unpacked"


def test_a_long_list_and_long_names_of_a_zip_are_cut(process: PreviewProcess, blob: Path) -> None:
    with zipfile.ZipFile(blob, "w") as archive:
        archive.mkdir("folder")
        for number in range(1200):
            archive.writestr(f"{number}-{'n' * 400}", b"")
    shown = process.ask(Request(str(blob)))

    assert isinstance(shown, ArchivePreview)
    assert (len(shown.files), shown.count) == (500, 1200)
    assert len(shown.files[0].name) == 300


def test_a_locked_zip_shows_its_names_and_a_bomb_costs_nothing(
    process: PreviewProcess, blob: Path
) -> None:
    content = bytearray(named(b"salary.xlsx"))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    blob.write_bytes(bytes(content))
    assert process.ask(Request(str(blob))) == ArchivePreview(
        [ArchivedFile("salary.xlsx", 7)], 1, is_locked=True
    )
    with zipfile.ZipFile(blob, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(1 << 28))
    assert process.ask(Request(str(blob))) == ArchivePreview(
        [ArchivedFile("zeros", 1 << 28)], 1, is_locked=False
    )


def test_an_empty_zip_a_cut_one_and_one_of_too_many(process: PreviewProcess, blob: Path) -> None:
    with zipfile.ZipFile(blob, "w"):
        pass
    assert process.ask(Request(str(blob))) == ArchivePreview([], 0, is_locked=False)
    blob.write_bytes(named(b"a.pdf")[:-30])
    assert process.ask(Request(str(blob))) == NoPreview(Reason.UNKNOWN_KIND)
    one, end = named(b"a").partition(b"PK\x01\x02")[2].partition(b"PK\x05\x06")[::2]
    many = 70_000 * 2
    directory = (b"PK\x01\x02" + one) * many
    local = named(b"a").partition(b"PK\x01\x02")[0]
    blob.write_bytes(
        local
        + directory
        + b"PK\x05\x06"
        + end[:8]
        + len(directory).to_bytes(4, "little")
        + len(local).to_bytes(4, "little")
        + bytes(2)
    )
    assert process.ask(Request(str(blob))) == NoPreview(Reason.TOO_LARGE)
