"""Every control of the window is reached by keys and says what it is, in both languages."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.ui.application import load_translation
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.theme import Choice, Theme
from evaluator_desktop.ui.widgets.jump_field import JumpField
from evaluator_desktop.ui.widgets.unfinished_mark import UnfinishedMark
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.journeys.typist import wait
from tests.walks.seeded import FIRST, seed
from tests.walks.walk import Walk

_MOST_TABS = 200
# Typed by whoever gives a command; it is no part of what is assessed and is asked anew each time.
_FREE = frozenset(
    {"target_edit", "since_edit", "recipients_edit", "volume_edit"}  # an export
    | {"folder_edit", "person_edit", "round_edit", "organisation_edit"}  # before there is a folder
    | {"package_edit", "version_edit", "due_edit", "find_edit"}
)
_ENGLISH = re.compile(r"[A-Za-z]{4,}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Names of keys, formats and of the program stay as they are in Chinese.
_SAME_EVERYWHERE = re.compile(r"English|Enter|Ctrl|Shift|Space|Backspace|xlsx|evpkg|toml|shanghai")


def said(field: str) -> str:
    """Return what stands in a text of the workspace: figures, which are of no language."""
    return f"{abs(hash(field)) % 10_000}"


@pytest.fixture(params=texts.LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the program, spoken from here on."""
    language = str(request.param)
    texts.set_language(language)
    return language


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, language: str) -> Iterator[Desk]:
    desk = Desk(WindowSettings(tmp_path / "config"), Theme(qapp, Choice.LIGHT))
    desk.window.resize(1366, 768)
    load_translation(qapp)
    yield desk
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    desk.window.close()
    desk.shutdown()
    desk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def controls(root: QWidget) -> list[QWidget]:
    """Return what can be used on the screen now."""
    found = [w for w in root.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    own = [w for w in found if w.window() is root.window()]
    return [w for w in own if w.focusPolicy() != Qt.FocusPolicy.NoFocus or _is_button(w)]


def _is_button(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {_parents(widget)}"


def _parents(widget: QWidget) -> str:
    names: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(names) < 3:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)


def is_inner(widget: QWidget) -> bool:
    """Parts that Qt makes inside of others, and frames that only scroll."""
    inner = widget.objectName().startswith("qt_") or isinstance(widget, QScrollArea)
    parent = widget.parentWidget()
    whole = (QAbstractItemView, QTabBar, QComboBox, QLineEdit, QAbstractSpinBox)
    return inner or isinstance(parent, whole)


def wrong_names(root: QWidget, language: str) -> list[str]:
    found = []
    for widget in controls(root):
        if is_inner(widget) or widget.focusProxy() is not None:
            continue
        name = name_of(widget)
        if not name:
            found.append(f"no name: {described(widget)}")
        bare = _SAME_EVERYWHERE.sub("", name)
        if language == "zh_CN" and _ENGLISH.search(bare) and not _CHINESE.search(bare):
            found.append(f"English “{name}”: {described(widget)}")
        if language == "en" and _CHINESE.search(name) and "简体中文" not in name:
            found.append(f"Chinese “{name}”: {described(widget)}")
    return found


def unreached(root: QWidget) -> list[str]:
    """Press Tab until the focus comes round; say what it never came to."""
    wanted = {w for w in controls(root) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    wanted = {w for w in wanted if not is_inner(w) and w.focusProxy() is None}
    if not wanted:
        return []
    seen: set[QWidget] = set()
    window = root.window()
    for _press in range(_MOST_TABS):
        # The window's own, whether it is the active one or not; Qt's stubs forget that it may lack.
        focus = cast("QWidget | None", window.focusWidget())
        if focus is None or focus.window() is not window:
            (focus := next(iter(wanted))).setFocus(Qt.FocusReason.TabFocusReason)
        seen.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    left = {w for w in wanted - seen if w.isVisible() and w.isEnabled()}
    return [described(w) for w in left if not _in_group(w)]


def _in_group(widget: QWidget) -> bool:
    """Of choices that exclude one another Tab comes to one, the arrows to the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    return widget.autoExclusive() or widget.group() is not None


def without_keys(root: QWidget) -> list[str]:
    """Name the buttons that only the mouse comes to: no Tab, no key of their own or of a menu."""
    found = []
    for widget in controls(root):
        if not isinstance(widget, QAbstractButton) or is_inner(widget):
            continue
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        action = widget.defaultAction() if isinstance(widget, QToolButton) else None
        if not (tab or widget.shortcut().toString() or action or _in_group(widget)):
            found.append(described(widget))
    return found


def unkept(root: QWidget) -> list[str]:
    """Name the fields whose half-typed text nobody keeps (docs/decisions/0018-drafts.md)."""
    found = []
    for field in controls(root):
        if not isinstance(field, QLineEdit | QPlainTextEdit) or _is_free(field):
            continue
        if field.findChild(UnfinishedMark) is None:
            found.append(f"not kept: {described(field)}")
    return found


def _is_free(field: QLineEdit | QPlainTextEdit) -> bool:
    """Tell whether a field holds nothing of the assessment: searches, paths, passphrases."""
    is_secret = isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
    is_search = isinstance(field, JumpField) or field.objectName() in ("search_edit", "")
    is_inner_field = field.objectName().startswith("qt_")
    known = is_search or is_inner_field or field.objectName() in _FREE
    return field.isReadOnly() or is_secret or known


def test_every_control_is_reached_and_named(
    desk: Desk, tmp_path: Path, language: str, qtbot: QtBot
) -> None:
    seed(tmp_path / "round", said)
    window = desk.window
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    desk.start(tmp_path / "round")
    wait(lambda: desk.facts is not None and not desk.is_busy)
    wrong: dict[str, str] = {}

    def look(place: str, root: QWidget) -> None:
        for line in (
            *wrong_names(root, language),
            *unreached(root),
            *without_keys(root),
            *unkept(root),
        ):
            wrong.setdefault(line, place)

    Walk(desk, look).go(FIRST)
    if wrong:
        pytest.fail("\n".join(f"{place}: {line}" for line, place in wrong.items()))


def test_no_two_entries_of_a_menu_share_a_letter(desk: Desk) -> None:
    menus: list[QWidget] = [desk.window.ui.menu_bar, *desk.window.findChildren(QMenu)]
    assert len(menus) > len(desk.window.ui.menu_bar.actions())
    for menu in menus:
        words = [action.text().partition("\t")[0] for action in menu.actions()]
        letters = [found[1].casefold() for w in words if (found := _mnemonic(w))]
        assert [one for one, count in Counter(letters).items() if count > 1] == [], words


def _mnemonic(text: str) -> re.Match[str] | None:
    return re.search(r"(?<!&)&([^&])", text.replace("&&", ""))
