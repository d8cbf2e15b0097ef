"""PDF/A-2b (ISO 19005-2), requirement by requirement, read by another library.

No validator is at hand, so the clauses that a file of ours could break stand here one by one.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from evaluator_desktop.operations import providers
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER

LONGEST_NAME, LONGEST_STRING, MOST_DIGITS = 127, 32767, 2**31 - 1
EMBEDDED, SYMBOLIC = "/FontFile2", 4


@pytest.fixture
def content(rich: Workspace) -> bytes:
    providers.edit_profile(rich, PROVIDER, "remarks", {"text": "𠮷 ☑ 😀 <b>&amp;"})
    return prepare_provider_report(rich, PROVIDER).content()


@pytest.fixture
def pdf(content: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def dictionaries(pdf: pikepdf.Pdf) -> list[Any]:
    """Return every dictionary of the file, those of streams and inner ones too."""
    found: list[Any] = []
    waiting: list[Any] = list(pdf.objects)
    while waiting:
        here = waiting.pop()
        if isinstance(here, pikepdf.Stream):
            here = here.stream_dict
        if isinstance(here, pikepdf.Dictionary):
            found.append(here)
            inner: list[Any] = [value for _key, value in here.items()]
        elif isinstance(here, pikepdf.Array):
            inner = list(here)
        else:
            continue
        waiting += [i for i in inner if isinstance(i, pikepdf.Object) and not i.is_indirect]
    return found


def test_the_file_has_its_marks(content: bytes, pdf: pikepdf.Pdf) -> None:
    """6.1.2, 6.1.3: a header, four bytes that are not text, an ID, no encryption."""
    assert re.match(rb"%PDF-1\.[4-7]\n%[\x80-\xff]{4}", content)
    assert len(pdf.trailer.ID) == 2
    assert "/Encrypt" not in pdf.trailer


def test_a_stream_begins_and_ends_on_a_line_of_its_own(content: bytes) -> None:
    """6.1.7.1."""
    ends = [found.start() for found in re.finditer(rb"endstream\nendobj", content)]

    assert len(ends) > 10
    assert all(content[end - 1 : end] == b"\n" for end in ends)
    assert b">>\r\nstream\r" not in content


def test_nothing_outgrows_the_limits(pdf: pikepdf.Pdf) -> None:
    """6.1.13."""
    for dictionary in dictionaries(pdf):
        for key, value in dictionary.items():
            assert len(key.encode()) <= LONGEST_NAME
            if isinstance(value, pikepdf.Name):
                assert len(str(value).encode()) <= LONGEST_NAME
            elif isinstance(value, pikepdf.String):
                assert len(bytes(value)) <= LONGEST_STRING
            elif isinstance(value, int):
                assert abs(value) <= MOST_DIGITS


def test_colours_are_meant_in_the_embedded_profile(pdf: pikepdf.Pdf) -> None:
    """6.2.3: one output intent with an ICC profile of version 2 or 4, for RGB."""
    [intent] = pdf.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()

    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert profile[16:20] == b"RGB "
    assert profile[12:16] == b"mntr"
    assert profile[8] in (2, 4)


def test_no_colour_needs_another_profile(pdf: pikepdf.Pdf) -> None:
    """6.2.4.3: device colours of the intent or grey, nothing for printing plates."""
    operators = {
        str(instruction.operator)
        for page in pdf.pages
        for instruction in pikepdf.parse_content_stream(page)
    }
    spaces = {str(d.ColorSpace) for d in dictionaries(pdf) if "/ColorSpace" in d and "/Width" in d}

    assert not operators & {"k", "K", "ri", "sh"}
    assert spaces <= {"/DeviceRGB", "/DeviceGray"}


def test_pictures_and_forms_have_nothing_that_is_forbidden(pdf: pikepdf.Pdf) -> None:
    """6.2.8, 6.2.9: nothing interpolated, alternative, external or PostScript."""
    for dictionary in dictionaries(pdf):
        assert not dictionary.get("/Interpolate", False)
        assert not {"/Alternates", "/OPI", "/PS", "/Ref", "/TR", "/HTP"} & set(dictionary.keys())
        assert dictionary.get("/BM", "/Normal") in ("/Normal", "/Compatible")


def test_every_font_is_embedded_and_says_so(pdf: pikepdf.Pdf) -> None:
    """6.2.11: subsets with their glyphs; a symbolic TrueType font has one cmap and no encoding."""
    fonts = [d for d in dictionaries(pdf) if d.get("/Type") == "/Font"]

    assert len(fonts) >= 5
    for font in fonts:
        assert font.Subtype == "/TrueType"
        assert "/Encoding" not in font
        assert int(font.FontDescriptor.Flags) & SYMBOLIC
        assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
        assert font.FontDescriptor.FontName == font.BaseFont
        program = TTFontFile(io.BytesIO(font.FontDescriptor[EMBEDDED].read_bytes()), charInfo=0)
        program.seek_table("cmap")
        assert (program.read_ushort(), program.read_ushort()) == (0, 1)


def test_nothing_runs_or_leads_outside(pdf: pikepdf.Pdf) -> None:
    """6.3, 6.5, 6.8: no actions, notes, forms or attachments."""
    forbidden = {"/AA", "/OpenAction", "/JS", "/JavaScript", "/AcroForm", "/EmbeddedFiles"}
    for dictionary in dictionaries(pdf):
        assert not forbidden & set(dictionary.keys())
        assert "/Annots" not in dictionary
        assert dictionary.get("/S") not in ("/URI", "/Launch", "/JavaScript", "/SubmitForm")


def test_the_metadata_say_what_the_information_says(pdf: pikepdf.Pdf) -> None:
    """6.6.2: XMP, not compressed, with the level of conformance."""
    assert "/Filter" not in pdf.Root.Metadata or len(pdf.Root.Metadata.Filter) == 0
    with pdf.open_metadata(set_pikepdf_as_editor=False) as said:
        assert said["pdfaid:part"] == "2"
        assert said["pdfaid:conformance"] == "B"
        assert said["dc:title"] == str(pdf.docinfo.Title)
        assert said["dc:creator"] == [str(pdf.docinfo.Author)]
        assert said["dc:description"] == str(pdf.docinfo.Subject)
        assert said["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert said["pdf:Keywords"] == str(pdf.docinfo.Keywords)
        assert said["xmp:CreatorTool"] == str(pdf.docinfo.Creator)
        day = str(pdf.docinfo.CreationDate)[2:10]
        assert said["xmp:CreateDate"].replace("-", "").startswith(day)
        assert said["xmp:CreateDate"].endswith("+08:00")


def test_a_reader_shows_the_title_in_the_reports_language(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.Lang == "zh-CN"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
