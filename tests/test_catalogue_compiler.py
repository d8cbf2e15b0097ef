"""resources/compile.py: what it takes for a whole translation, and what it refuses."""

import gettext
import io

import pytest
from babel.messages.catalog import Catalog

from resources import compile as compiler


@pytest.fixture
def catalog() -> Catalog:
    catalog = Catalog(locale="zh_CN")
    catalog.add("Open {file}", locations=[("a.py", 0)])
    catalog.add(("{n} file", "{n} files"), locations=[("a.py", 0)])
    return catalog


def problems_after(catalog: Catalog, translations: dict[str, compiler.Translation]) -> list[str]:
    compiler.fill(catalog, translations)
    found = map(compiler.translation_problem, compiler.messages_of(catalog).values())
    return [problem for problem in found if problem]


WHOLE: dict[str, compiler.Translation] = {
    "Open {file}": "打开 {file}",
    "{n} file|{n} files": ["{n} 个文件"],
}


def test_a_whole_translation_is_taken(catalog: Catalog) -> None:
    assert problems_after(catalog, WHOLE) == []


@pytest.mark.parametrize(
    ("key", "translation", "problem"),
    [
        ("Open {file}", "", "no translation"),
        ("Open {file}", "打开", "placeholders"),
        ("Open {file}", "打开 {filename}", "placeholders"),
        ("Open {file}", "打开 {file", "braces"),
        ("{n} file|{n} files", ["个文件"], "placeholders"),
    ],
)
def test_a_bad_translation_is_refused(
    catalog: Catalog, key: str, translation: compiler.Translation, problem: str
) -> None:
    (found,) = problems_after(catalog, {**WHOLE, key: translation})

    assert problem in found


def test_translations_of_unknown_strings_are_named(catalog: Catalog) -> None:
    assert compiler.fill(catalog, {"Never said": "没说过"}) == ["Never said"]


def test_the_compiled_catalogue_speaks_chinese(catalog: Catalog) -> None:
    compiler.fill(catalog, WHOLE)

    spoken = gettext.GNUTranslations(io.BytesIO(compiler.mo_bytes(catalog)))

    assert spoken.gettext("Open {file}") == "打开 {file}"
    assert spoken.ngettext("{n} file", "{n} files", 2) == "{n} 个文件"


def test_the_same_strings_give_the_same_bytes() -> None:
    first, second = compiler.strings_of_code(), compiler.strings_of_code()

    assert compiler.po_bytes(first) == compiler.po_bytes(second)
    assert compiler.mo_bytes(first) == compiler.mo_bytes(second)
