"""The guide's own text: the same in both languages, true to the pictures, anchors and keys."""

import inspect
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from reportlab.pdfbase.ttfonts import TTFontFile

import evaluator_desktop.ui.dialogs
from evaluator_desktop.paths import guide_dir, resource_dir
from evaluator_desktop.texts import LANGUAGES
from evaluator_desktop.ui.actions import all_actions
from evaluator_desktop.ui.guide.book import FILES, FIRST, chapters_of, place, read_guide
from evaluator_desktop.ui.guide.guide_keys import DIALOGS
from evaluator_desktop.ui.navigation import NAVIGATION

IMAGE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:F\d+|[A-Z0-9\[\]↑↓]|Enter|Space|Esc|Ins)")
# Keys of lists and fields, which no menu has; what they do is tested with their pages.
OF_PLACES = {"Enter", "Space", "Esc", "↑", "↓", *"012345"}
WRITTEN = {"↑": "Up", "↓": "Down", "Enter": "Return"}


def text_of(language: str) -> str:
    return (guide_dir() / FILES[language]).read_text(encoding="utf-8")


def anchors(language: str) -> list[list[tuple[int, str]]]:
    return [[(s.level, s.anchor) for s in c.sections] for c in read_guide(language)]


@pytest.mark.parametrize("language", LANGUAGES)
class TestEachLanguage:
    def test_every_picture_is_there_in_the_light_and_in_the_dark(self, language: str) -> None:
        pictures = IMAGE.findall(text_of(language))

        assert len(pictures) > 10
        for picture in pictures:
            assert picture.endswith(f"-{language.partition('_')[0]}.png")
            assert (guide_dir() / picture).is_file(), picture
            assert (guide_dir() / picture.replace(".png", "-dark.png")).is_file(), picture

    def test_every_page_and_every_dialog_has_its_place(self, language: str) -> None:
        known = {section.anchor for c in read_guide(language) for section in c.sections}

        assert {entry.id for entry in NAVIGATION} | {FIRST} | set(DIALOGS.values()) <= known

    def test_links_lead_to_places_of_the_guide(self, language: str) -> None:
        links = LINK.findall(text_of(language))

        assert links
        chapters = read_guide(language)
        assert [link for link in links if place(chapters, link[1:]) == (0, 0)] == []

    def test_every_key_is_one_of_a_menu_or_of_a_place(self, language: str) -> None:
        pages = [entry.key for entry in NAVIGATION]
        offered = [key for action in all_actions() for key in action.keys] + pages
        known = {QKeySequence(key).toString() for key in offered}
        named = [word for word in CODE.findall(text_of(language)) if KEY.fullmatch(word)]

        assert len(set(named)) > 30
        assert {key for key in named if key not in OF_PLACES and written(key) not in known} == set()

    def test_the_table_of_keys_has_every_f_key_with_its_twin(self, language: str) -> None:
        chapters = read_guide(language)
        chapter, part = place(chapters, "keys")
        table = chapters[chapter].sections[part].text
        f_keys = [a for a in all_actions() if a.keys and re.search(r"\bF\d", a.keys[0])]

        assert len(f_keys) > 8
        assert [key for a in f_keys for key in a.keys if f"`{key}`" not in table] == []

    def test_no_tag_is_shown_as_text(self, language: str) -> None:
        assert not [c for c in read_guide(language) if "<" in c.text]

    def test_the_font_has_every_sign(self, language: str) -> None:
        known = TTFontFile(str(resource_dir() / "fonts" / "NotoSansSC-Regular.ttf")).charToGlyph
        said = {sign for sign in text_of(language) if sign.isprintable()}

        # Shown from the system's fonts in the guide; the program itself draws them.
        assert {sign for sign in said if ord(sign) not in known} <= {"⚑", "⊘", "⚠", "✓"}


def written(key: str) -> str:
    for sign, word in WRITTEN.items():
        key = key.replace(sign, word)
    return QKeySequence(key).toString()


def test_both_languages_have_the_same_chapters_sections_and_anchors() -> None:
    assert anchors("zh_CN") == anchors("en")


def test_both_languages_show_the_same_pictures_and_rows() -> None:
    zh, en = text_of("zh_CN"), text_of("en")

    assert [p.replace("-zh", "-en") for p in IMAGE.findall(zh)] == IMAGE.findall(en)
    assert zh.count("\n|") == en.count("\n|")


def test_every_f_key_has_a_ctrl_twin() -> None:
    for action in all_actions():
        if any(re.search(r"\bF\d", key) for key in action.keys):
            assert any(key.startswith("Ctrl+") for key in action.keys), action.id


def test_dialogs_are_known_by_the_names_of_their_classes() -> None:
    folder = Path(inspect.getfile(evaluator_desktop.ui.dialogs)).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))

    assert [name for name in DIALOGS if f"class {name}(QDialog)" not in source] == []


def test_a_chapter_begins_at_its_heading_and_has_what_stands_before() -> None:
    chapters = chapters_of(
        '# Title\n\nHello.\n\n<a id="one"></a>\n## One\n\nFirst.\n\n### Part\n\nSecond.\n'
        '\n<a id="two"></a>\n## Two\n\nThird.\n'
    )

    assert [(c.anchor, c.title) for c in chapters] == [("one", "One"), ("two", "Two")]
    assert chapters[0].text == "# Title\n\nHello.\n\n## One\n\nFirst.\n\n### Part\n\nSecond."
    assert place(chapters, "two") == (1, 0)
    assert place(chapters, "elsewhere") == (0, 0)
    assert [s.holds("FIRST") for s in chapters[0].sections] == [True, False]
