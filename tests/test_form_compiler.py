"""ui/compile.py: Qt's output turned into ours."""

import ast
from pathlib import Path

import pytest

from ui import compile as compiler

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>SamplePage</class>
 <widget class="QWidget" name="{name}">
  <layout class="QVBoxLayout" name="root_layout">
   <item><widget class="QLabel" name="name_label">
    <property name="text"><string>Name &amp;of
the "provider"</string></property>
   </widget></item>
   <item><widget class="QPushButton" name="save_button">
    <property name="text"><string comment="on a button">Save</string></property>
    <property name="shortcut"><string notr="true">Ctrl+S</string></property>
   </widget></item>
  </layout>
 </widget>
</ui>
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "sample_page.ui"
    path.write_text(FORM.format(name="SamplePage"), encoding="utf-8")
    return path


def test_strings_go_through_the_one_catalogue(form: Path) -> None:
    tree = ast.parse(compiler.compile_form(form))

    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    translated = [ast.literal_eval(c.args[0]) for c in calls if ast.unparse(c.func) == "_"]
    assert translated == ['Name &of\nthe "provider"', "Save"]


def test_what_is_not_to_be_translated_stays_as_it_is(form: Path) -> None:
    assert 'setShortcut(u"Ctrl+S")' in compiler.compile_form(form)


def test_methods_are_typed(form: Path) -> None:
    assert "def setupUi(self, SamplePage: QWidget) -> None:" in compiler.compile_form(form)


def test_no_version_and_no_path_stands_in_the_code(form: Path) -> None:
    code = compiler.compile_form(form)

    assert "version" not in code
    assert str(form.parent) not in code


def test_the_same_form_gives_the_same_code(form: Path) -> None:
    assert compiler.compile_form(form) == compiler.compile_form(form)


def test_a_form_whose_class_is_not_its_name_is_refused(form: Path) -> None:
    form.write_text(FORM.format(name="Form"), encoding="utf-8")

    with pytest.raises(compiler.FormError, match="SamplePage"):
        compiler.compile_form(form)


def test_a_form_that_was_edited_by_hand_is_named() -> None:
    forms = compiler.compiled_forms()
    forms[compiler.FORMS / "__init__.py"] += "# mine"

    (found,) = compiler.differences(forms)

    assert "forms/__init__.py is not up to date" in found.replace("\\", "/")


def test_the_committed_forms_are_up_to_date() -> None:
    assert list(compiler.differences(compiler.compiled_forms())) == []
