"""The file itself, read by other libraries than the one that wrote it."""

import hashlib
import io
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from evaluator_desktop import texts
from evaluator_desktop.operations import evidence, providers, verification
from evaluator_desktop.operations.prepared import PreparedReport
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.reports.document import Column, Cover, Prose, Report, Row, Section, Table
from evaluator_desktop.reports.pdf import styles
from evaluator_desktop.reports.pdf.fonts import MissingGlyphError
from evaluator_desktop.store.workspace import Workspace
from tests.reports.pdf_reading import OURS, built, is_font, page_texts, squeezed
from tests.reports.rich_provider import HOSTILE, LANDLINE, PHONE, lock
from tests.workspaces import PROVIDER

ROOT = Path(__file__).resolve().parents[2]
LONG = "很长的说明，用来检验跨页。" + HOSTILE


def body_text(report: Report, content: bytes) -> str:
    """Return all text without what stands on every page."""
    pages = [squeezed(text) for text in page_texts(content)]
    count = squeezed(texts._("{count} pages").format(count=len(pages) - 1))
    for number, page in enumerate(pages):
        bare = page.replace(squeezed(report.running_head), "", 1).replace(count, "", 1)
        figure = f"—{number}—" if report.language == "zh_CN" else str(number)
        bare = bare.replace(figure, "", 1) if number else bare
        pages[number] = bare.replace(report.watermark, "", 1) if report.watermark else bare
    return "".join(pages)


def small(prepared: PreparedReport, *sections: Section) -> Report:
    return replace(prepared.report, sections=sections)


# --- text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_text_of_the_model_stands_in_the_file_in_its_order(
    rich: Workspace, language: str
) -> None:
    texts.set_language(language)
    prepared = prepare_provider_report(rich, PROVIDER)
    text = body_text(prepared.report, prepared.content())

    place = 0
    for words in prepared.report.words():
        found = text.find(squeezed(words.text), place)
        assert found >= 0, words
        place = found + len(squeezed(words.text))


def test_nothing_but_the_model_stands_in_the_file(prepared: PreparedReport) -> None:
    """Every character is the model's; only heads of tables may come again on the next page."""
    report = prepared.report
    heads = Counter[str]()
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                heads.update(squeezed("".join(column.head for column in block.columns)))
    said = Counter(squeezed("".join(words.text for words in report.words())))

    surplus = Counter(body_text(report, prepared.content())) - said

    assert set(surplus) <= set(heads) | set(
        squeezed(texts._("This picture cannot be shown: its file is damaged or of another kind."))
    )


def test_markup_is_printed_letter_for_letter(prepared: PreparedReport) -> None:
    text = squeezed("".join(page_texts(prepared.content())))

    assert text.count(squeezed(HOSTILE)) >= 4


def test_no_telephone_number_is_in_the_file(prepared: PreparedReport) -> None:
    text = squeezed("".join(page_texts(prepared.content())))

    assert PHONE not in text
    assert LANDLINE not in text
    assert "138****5678" in text


def test_rare_characters_can_be_copied(prepared: PreparedReport) -> None:
    rare = "𬭚\U00030edd"[:1] + "㛃"
    section = Section("一", (Prose(f"姓名{rare}"),))

    assert rare in "".join(page_texts(built(small(prepared, section))))


def test_lines_keep_their_breaks_and_empty_text_its_place(prepared: PreparedReport) -> None:
    section = Section("一", (Prose("甲\n\n乙"), Prose("")))

    text = page_texts(built(small(prepared, section)))[1]

    assert re.search(r"甲\s+乙", text)


# --- glyphs -------------------------------------------------------------------------------------


def test_a_character_without_a_glyph_refuses_the_report(rich: Workspace, tmp_path: Path) -> None:
    providers.edit_profile(rich, PROVIDER, "remarks", {"text": "很好\U00013000"})
    prepared = prepare_provider_report(rich, PROVIDER)

    with pytest.raises(MissingGlyphError) as caught:
        prepared.make()

    assert "U+13000" in str(caught.value)
    [detail] = caught.value.details
    assert texts._("Remarks") in detail.field
    assert list(tmp_path.glob("r.pdf*")) == []


def test_a_rare_name_a_symbol_and_an_emoji_are_shown_by_fallback_fonts(rich: Workspace) -> None:
    said = "𠮷田㛃☑☐😀č"
    providers.edit_profile(rich, PROVIDER, "remarks", {"text": said})

    content = prepare_provider_report(rich, PROVIDER).content()

    assert said in squeezed("".join(page_texts(content)))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        names = {str(o.get("/BaseFont")).split("+")[-1] for o in pdf.objects if is_font(o)}
    assert {"HanaMinB", "NotoEmoji-Regular", "NotoSansSymbols2-Regular"} <= names


# --- fonts, bytes, what the file says of itself -------------------------------------------------


def test_every_font_is_ours_and_embedded(prepared: PreparedReport) -> None:
    with pikepdf.open(io.BytesIO(prepared.content())) as pdf:
        fonts = [o for o in pdf.objects if is_font(o)]

        assert fonts
        for font in fonts:
            assert str(font.BaseFont).split("+")[-1] in OURS
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


def test_the_same_content_gives_the_same_bytes(prepared: PreparedReport) -> None:
    assert prepared.content() == prepared.content()


DIGEST = """
import hashlib, sys
from pathlib import Path
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    print(hashlib.sha256(prepare_provider_report(workspace, sys.argv[2]).content()).hexdigest())
"""


def test_another_process_gives_the_same_bytes(rich: Workspace) -> None:
    here = hashlib.sha256(prepare_provider_report(rich, PROVIDER).content()).hexdigest()
    rich.close()

    there = subprocess.run(
        [sys.executable, "-c", DIGEST, str(rich.path), PROVIDER],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout.strip() == here


def test_the_file_says_what_it_is(prepared: PreparedReport) -> None:
    report = prepared.report
    with pikepdf.open(io.BytesIO(prepared.content())) as pdf:
        day = report.issued_on
        assert pdf.Root.Lang == "zh-CN"
        assert report.opening.subject in str(pdf.docinfo.Title)
        assert str(pdf.docinfo.Author) == report.author
        assert str(pdf.docinfo.CreationDate) == f"D:{day:%Y%m%d}000000+08'00'"
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert titles == [section.title for section in report.sections]


def test_the_syntax_is_sound(prepared: PreparedReport) -> None:
    with pikepdf.open(io.BytesIO(prepared.content())) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_page_after_the_cover_is_page_one(prepared: PreparedReport) -> None:
    document = pypdfium2.PdfDocument(prepared.content())
    labels = [document.get_page_label(number) for number in range(3)]
    document.close()

    assert labels == [texts._("Cover"), "1", "2"]


def test_no_page_reaches_out_of_itself(prepared: PreparedReport) -> None:
    """No link, script, form field or embedded file, whatever stands in people's text."""
    with pikepdf.open(io.BytesIO(prepared.content())) as pdf:
        for page in pdf.pages:
            assert "/Annots" not in page
        assert not {"/AcroForm", "/OpenAction", "/AA"} & set(pdf.Root.keys())
        assert len(pdf.attachments) == 0


# --- pages --------------------------------------------------------------------------------------


def test_a_draft_says_so_on_every_page_and_a_final_report_on_none(rich: Workspace) -> None:
    mark = texts._("DRAFT")
    drafts = page_texts(prepare_provider_report(rich, PROVIDER).content())
    lock(rich)
    finals = page_texts(prepare_provider_report(rich, PROVIDER).content())

    assert all(mark in text for text in drafts)
    assert all(mark not in text for text in finals)


def test_pages_are_numbered_and_counted(prepared: PreparedReport) -> None:
    pages = page_texts(prepared.content())

    assert "— 1 —" not in pages[0]
    for number, text in enumerate(pages[1:], start=1):
        assert f"— {number} —" in text
        counted = texts._("{count} pages").format(count=len(pages) - 1)
        assert "".join(counted.split()) in "".join(text.split())


def test_nothing_stands_in_the_margins(rich: Workspace) -> None:
    """GB/T 9704: only the running head and the page number are outside the text area."""
    lock(rich)
    document = pypdfium2.PdfDocument(prepare_provider_report(rich, PROVIDER).content())
    for number in range(len(document)):
        page = document[number].get_textpage()
        for index in range(page.count_chars()):
            left, bottom, right, top = page.get_charbox(index)
            assert left >= styles.LEFT - 1
            assert right <= styles.PAGE_WIDTH - styles.RIGHT + 1
            assert bottom >= styles.BOTTOM - 35
            assert top <= styles.PAGE_HEIGHT - 60
    document.close()


# --- the extreme --------------------------------------------------------------------------------


def test_a_note_of_twenty_thousand_characters_is_all_there(rich: Workspace) -> None:
    note = (LONG * 1000)[:20_000]
    first = rich.record(PROVIDER).evidence[0].id
    verification.record_outcome(rich, first, "false", note=note)
    providers.edit_profile(rich, PROVIDER, "remarks", {"text": note})
    prepared = prepare_provider_report(rich, PROVIDER)

    text = body_text(prepared.report, prepared.content())

    said = Counter(squeezed("".join(words.text for words in prepared.report.words())))
    assert said - Counter(text) == Counter()
    assert squeezed(note) in text


def test_a_long_cell_beside_another_loses_nothing(prepared: PreparedReport) -> None:
    left, right = "左" * 9_000, "右" * 7_000
    table = Table("表", (Column("甲", 1), Column("乙", 1)), (Row((left, right)), Row(("末", "行"))))

    text = "".join(page_texts(built(small(prepared, Section("一", (table,))))))

    assert text.count("左") == len(left)
    assert text.count("右") == len(right)
    assert text.index("末") > text.rindex("右")


@pytest.mark.parametrize("filler", range(0, 60, 7))
def test_a_heading_never_stands_alone_at_the_foot(prepared: PreparedReport, filler: int) -> None:
    table = Table("题注", (Column("甲", 1), Column("乙", 1)), (Row(("一", "二")),) * 5)
    report = small(
        prepared,
        Section("前", tuple(Prose(f"行{n}") for n in range(filler))),
        Section("标题", (table,)),
    )

    pages = page_texts(built(report))

    [page] = [text for text in pages if "标题" in text]
    assert "题注" in page
    assert "一" in page[page.index("题注") :]


def test_hundreds_of_files_are_listed(rich: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    paths = [folder / f"第{n:03d}份服务资料_2020-11-22_归档_final-version.pdf" for n in range(300)]
    for path in paths:
        path.write_bytes(path.name.encode())
    evidence.add_files(rich, PROVIDER, "management.records", paths)
    prepared = prepare_provider_report(rich, PROVIDER)

    text = body_text(prepared.report, prepared.content())

    assert all(text.count(path.name) == 2 for path in paths)


def test_a_name_of_two_hundred_characters_fits_the_cover(rich: Workspace) -> None:
    name = ("上海某某企业管理咨询服务有限公司" * 20)[:200]
    providers.edit_profile(rich, PROVIDER, "identity", {"name": name})
    prepared = prepare_provider_report(rich, PROVIDER)

    cover, first, *_rest = page_texts(prepared.content())

    assert name in squeezed(cover)
    assert isinstance(prepared.report.opening, Cover)
    assert squeezed(prepared.report.opening.day) in squeezed(cover)
    assert "— 1 —" in first
