"""The shipped fonts: static TrueType, complete for every sentence of the program, licensed."""

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from evaluator_desktop.paths import resource_dir

FONTS = resource_dir() / "fonts"
DRAWN = {"☐", "☑"}  # no font of ours has them: they are drawn


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
class TestFont:
    def test_it_is_static_truetype(self, name: str) -> None:
        tables = TTFontFile(str(FONTS / name)).table

        assert "glyf" in tables
        assert "fvar" not in tables

    def test_it_has_every_character_of_the_catalogue_and_the_schemes(self, name: str) -> None:
        known = TTFontFile(str(FONTS / name)).charToGlyph
        texts = [resource_dir() / "i18n" / "zh_CN.po", *resource_dir().glob("schemes/*.toml")]

        said = {c for path in texts for c in path.read_text(encoding="utf-8") if c.isprintable()}

        assert len(texts) > 1
        assert {c for c in said if ord(c) not in known} - DRAWN == set()


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.name)
def test_each_font_is_named_in_a_licence_file_beside_it(path: Path) -> None:
    """Noto Sans SC is the font that the first line of OFL.txt speaks of."""
    said = "".join(f.read_text(encoding="utf-8") for f in FONTS.glob("*.txt"))

    assert path.name in said or path.name.startswith("NotoSansSC")


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
