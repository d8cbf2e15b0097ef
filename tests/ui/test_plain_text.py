"""Only plain.py uses the doors through which Qt takes text for HTML, and no widget a colour."""

import ast
import re
from pathlib import Path

import pytest
from defusedxml import ElementTree

import evaluator_desktop.ui

UI = Path(evaluator_desktop.ui.__file__).parent
FORMS = UI.parent.parent / "ui"
DOORS = UI / "widgets" / "plain.py"
# Rich text that nobody but us writes, and the class that shows it.
OWN_TEXT = {UI / "guide" / "guide_view.py": ("QTextBrowser", "QTextEdit")}

# Classes and calls that guess whether a text is HTML, and what plain.py has in their stead.
RICH_CLASSES = {
    "QLabel": "PlainLabel",
    "QMessageBox": "plain_box or ask",
    "QErrorMessage": "plain_box",
    "QInputDialog": "a dialog with a form",
    "QProgressDialog": "ProgressLine",
    "QTextBrowser": "QPlainTextEdit",
    "QTextEdit": "QPlainTextEdit",
    "QWhatsThis": "set_tool_tip",
}
RICH_CALLS = {
    "setToolTip": "set_tool_tip",
    "setWhatsThis": "set_tool_tip",
    "setInformativeText": "plain_box",
    "setOpenExternalLinks": "nothing",
    "setHtml": "setPlainText",
    "openUrl": "nothing",
}
# The enums of QMessageBox name what a box asks and answers; they show no text.
ENUMS = {"StandardButton", "Icon", "ButtonRole"}

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
COLOUR_ROOM = UI / "theme"


def rich_uses(source: str) -> list[str]:
    """Name each use of a rich door, with its line."""
    tree = ast.parse(source)
    enum_uses = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ENUMS
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in RICH_CLASSES and id(node) not in enum_uses:
            found.append(f"line {node.lineno}: {node.id}, use {RICH_CLASSES[node.id]}")
        if isinstance(node, ast.Attribute) and node.attr in (RICH_CALLS | RICH_CLASSES):
            better = (RICH_CALLS | RICH_CLASSES)[node.attr]
            found.append(f"line {node.lineno}: {node.attr}, use {better}")
    return found


def colour_uses(source: str) -> list[str]:
    """Name each colour that is written out, with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += [f"line {node.lineno}: {colour}" for colour in COLOUR.findall(node.value)]
        if isinstance(node, ast.Attribute) and node.attr == "GlobalColor":
            found.append(f"line {node.lineno}: GlobalColor")
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QColor":
            found.append(f"line {node.lineno}: QColor")
    return found


# Rows 89 to 91: what came with a package or over a stick is never opened, run or shown in a folder
# by this program, so there are no temporary copies of it either.
OPENERS = {
    *("QDesktopServices", "openUrl", "startfile", "webbrowser", "QProcess", "startDetached"),
    *("xdg-open", "explorer.exe", "osascript", "popen", "Popen"),
}
PACKAGE = UI.parent


def openers(source: str) -> list[str]:
    """Name each way to have the system open or run something, with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        named = [getattr(node, name, None) for name in ("id", "attr", "name", "module", "value")]
        words = {name for name in named if isinstance(name, str)}
        if words & OPENERS:
            found.append(f"line {getattr(node, 'lineno', 0)}: {sorted(words & OPENERS)}")
        if isinstance(node, ast.keyword) and node.arg == "shell":
            found.append(f"line {node.value.lineno}: shell")
    return found


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_nothing_is_opened_by_another_program(path: Path) -> None:
    assert openers(path.read_text(encoding="utf-8")) == []


def rich_labels(form: bytes) -> list[str]:
    """Name each widget of a form whose class takes text for HTML."""
    widgets = ElementTree.fromstring(form).iter("widget")
    return [str(w.get("name")) for w in widgets if w.get("class") in RICH_CLASSES]


SOURCES = [path for path in sorted(UI.rglob("*.py")) if path.parent.name != "forms"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(UI)))
def test_text_reaches_qt_as_plain_text(path: Path) -> None:
    if path != DOORS:
        found = rich_uses(path.read_text(encoding="utf-8"))
        assert [
            use for use in found if not use.split()[2].startswith(OWN_TEXT.get(path, "-"))
        ] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(UI)))
def test_no_widget_names_a_colour(path: Path) -> None:
    if path.parent != COLOUR_ROOM:
        assert colour_uses(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.ui")), ids=lambda p: p.name)
def test_forms_hold_plain_labels(path: Path) -> None:
    assert rich_labels(path.read_bytes()) == []


def test_the_lint_sees_what_it_is_for() -> None:
    assert rich_uses("label = QLabel(name)") == ["line 1: QLabel, use PlainLabel"]
    assert rich_uses("class Name(QLabel): ...") == ["line 1: QLabel, use PlainLabel"]
    assert rich_uses("\nbox.setToolTip(name)") == ["line 2: setToolTip, use set_tool_tip"]
    assert rich_uses("QtWidgets.QMessageBox.warning(self, a, b)")
    assert rich_uses("answer = QMessageBox.StandardButton.Yes") == []
    assert openers("QDesktopServices.openUrl(url)")
    assert openers("import webbrowser")
    assert openers("os.startfile(path)")
    assert openers("subprocess.run(command, shell=True)")
    assert openers("subprocess.run([python, path])") == []
    assert colour_uses("a = '#FF0000'") == ["line 1: #FF0000"]
    assert colour_uses("QColor('red')") == ["line 1: QColor"]
    assert colour_uses("Qt.GlobalColor.red") == ["line 1: GlobalColor"]
    assert rich_labels(b'<ui><widget class="QLabel" name="name_label"/></ui>') == ["name_label"]
