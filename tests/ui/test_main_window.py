"""The frame, with small pages that stand in for the real ones."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.store.history import Changes, Turned
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.theme import Choice, Theme, is_dark
from evaluator_desktop.ui.widgets.hint_line import Hint
from evaluator_desktop.ui.widgets.status_line import StatusFacts
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.ui.stand_in import ENTRIES, entry, page, window

__all__ = ["window"]


def changes(*kinds: str) -> Changes:
    return Changes("x", "0", frozenset(kinds), frozenset())


def test_a_page_is_made_when_it_is_first_shown(window: MainWindow) -> None:
    assert list(window._pages) == ["providers"]
    assert page(window).services == "services"
    assert page(window).heard == ["refresh"]

    window.show_page("shop")
    window.show_page("providers")

    assert list(window._pages) == ["providers", "shop"]
    assert page(window).heard == ["refresh", "leave"]


def test_the_rail_and_the_keys_lead_to_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    rail = window.ui.rail.findChildren(QAbstractButton)
    qtbot.mouseClick(rail[1], Qt.MouseButton.LeftButton)
    assert window.page_id == "workbench"

    for place, wanted in enumerate(ENTRIES, start=1):
        key = Qt.Key(Qt.Key.Key_0 + place)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.page_id == wanted.id
        assert [button.isChecked() for button in rail].index(True) == place - 1


def test_what_was_taken_back_is_no_longer_called_recorded(window: MainWindow) -> None:
    page(window).hint_changed.emit(Hint(recorded="rating 80"))
    window.committed(changes("rating"))
    assert window._hints.of("providers") == Hint(recorded="rating 80")

    turned = Turned("Rating 80 · A & B")
    window.committed(Changes("undo", "0", frozenset({"rating"}), frozenset(), turned=turned))
    words = "Taken back: Rating 80 · A & B. Ctrl+Shift+Z does it again."
    assert window._hints.of("providers") == Hint(remark=words)


def test_what_was_recorded_is_said_until_something_else_is_done(
    window: MainWindow, qtbot: QtBot
) -> None:
    page(window).hint_changed.emit(Hint("rating 80", remark="keys"))
    window.committed(changes("rating"))  # its own
    assert window._hints.of("providers") == Hint("rating 80", remark="keys")
    qtbot.wait(10)
    page(window).hint_changed.emit(Hint("rating 80", is_again=True))
    window.committed(changes("rating"))  # somebody else's, say of another page
    assert window._hints.of("providers") == Hint(is_again=True)

    page(window).hint_changed.emit(Hint("rating 90"))
    window.show_page("shop")
    window.show_page("providers")
    assert window._hints.of("providers") == Hint()


def test_before_a_workspace_lies_open_no_key_leads_to_a_page(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    window = MainWindow(None, WindowSettings(tmp_path), theme, ENTRIES)
    qtbot.addWidget(window)

    assert not entry(window, "shop").isEnabled()
    window.forget_pages("services")
    window.set_commands({})
    assert entry(window, "shop").isEnabled()


def test_a_provider_is_shown_where_it_is_wished(window: MainWindow) -> None:
    page(window).provider_requested.emit("workbench", "aa")

    assert window.page_id == "workbench"
    assert page(window, "workbench").heard == ["show aa", "refresh"]


def test_the_provider_in_hand_goes_along_once(window: MainWindow) -> None:
    page(window).provider_changed.emit("bb")

    window.show_page("shop")
    window.show_page("providers")
    window.show_page("shop")

    assert page(window, "shop").heard.count("show bb") == 1
    assert "show bb" not in page(window).heard


def test_a_commit_reaches_whom_it_concerns_when_he_is_seen(window: MainWindow) -> None:
    window.show_page("shop")
    providers, shop = page(window), page(window, "shop")
    providers.heard.clear()
    shop.heard.clear()

    window.committed(changes("profile"))
    assert (providers.heard, shop.heard) == ([], [])

    window.committed(changes("rating", "profile"))
    assert (providers.heard, shop.heard) == ([], ["refresh"])

    window.show_page("providers")
    assert providers.heard == ["refresh"]


def test_a_hint_stays_with_its_page(window: MainWindow) -> None:
    page(window).hint_changed.emit(Hint("recorded"))
    assert not window.ui.hint_line.isHidden()

    window.show_page("shop")
    assert window.ui.hint_line.isHidden()

    window.show_page("providers")
    assert not window.ui.hint_line.isHidden()


def test_the_look_is_chosen_and_kept(window: MainWindow, tmp_path: Path) -> None:
    entry(window, "look_dark").trigger()

    assert is_dark()
    assert WindowSettings(tmp_path).look is Choice.DARK
    assert entry(window, "look_dark").isChecked()


def test_the_language_is_for_the_next_start(window: MainWindow, tmp_path: Path) -> None:
    assert entry(window, "language_en").isChecked()

    entry(window, "language_zh_CN").trigger()

    assert WindowSettings(tmp_path).language == "zh_CN"
    assert not window.ui.hint_line.isHidden()


def test_the_status_line_triggers_actions(window: MainWindow, qtbot: QtBot) -> None:
    heard: list[str] = []
    window.set_commands({"show_conflicts": lambda: heard.append("conflicts")})
    window.set_status(StatusFacts(workspace="Autumn <b>", conflicts=2))

    window.ui.status_line.command_requested.emit("show_conflicts")
    window.ui.status_line.command_requested.emit("show_missing")

    assert heard == ["conflicts"]
    assert window.windowTitle() == "Autumn <b> — Evaluator Desktop"


def test_another_workspace_gets_pages_of_its_own(window: MainWindow) -> None:
    before = page(window)
    before.provider_changed.emit("aa")

    window.forget_pages("others")
    window.show_page("providers")

    assert page(window) is not before
    assert page(window).services == "others"
    assert page(window).heard == ["refresh"]


def test_closing_records_what_is_half_typed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.closing):
        window.menus.trigger("quit")

    assert page(window).heard[-1] == "leave"
    assert (tmp_path / "window.ini").exists()


def test_what_no_page_could_tell_stands_in_a_line(window: MainWindow) -> None:
    window.show_error("The disk is full.", details="ENOSPC")

    assert window.ui.error_line.text() == "The disk is full."


def test_the_frame_has_the_sizes_of_the_look(window: MainWindow) -> None:
    assert window.ui.rail.width() == 76
    assert window.ui.menu_bar.height() == 34
    assert window.ui.status_line.height() == 26
    assert window.ui.rail.mapTo(window, QPoint(0, 0)) == QPoint(0, 34)


def test_every_word_of_the_rail_fits_in_both_languages(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    for language in texts.LANGUAGES:
        texts.set_language(language)
        window = MainWindow(None, WindowSettings(tmp_path), theme, ENTRIES)
        qtbot.addWidget(window)
        window.show()
        buttons = window.ui.rail.findChildren(QAbstractButton)
        assert len(buttons) >= len(ENTRIES)
        for button in buttons:
            font = button.font()
            font.setPointSize(9)
            font.setBold(True)
            assert QFontMetrics(font).horizontalAdvance(button.text()) <= button.width()
