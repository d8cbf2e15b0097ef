"""The customers tab in the real window: a sample called by keys alone."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester

from evaluator_desktop.domain.bodies import Lock
from evaluator_desktop.domain.customer_state import SampleState
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.operations.round import read_scheme, start_round
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import set_language
from evaluator_desktop.ui.dialogs.customers_sample_dialog import CustomersSampleDialog
from evaluator_desktop.ui.pages.verification_page import VerificationPage
from tests.ui.pages.customers_desk import PEOPLE, Desk, folder, open_desk
from tests.ui.pages.opened import Opener, open_page
from tests.workspaces import OTHER, PROVIDER, workspace_template

__all__ = ["folder", "open_desk", "open_page", "workspace_template"]

# --- calling ----------------------------------------------------------------------------------


def test_a_whole_sample_is_called_by_digits_and_enter(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(6)
    desk.start()

    desk.keys("115E112E12E3E4E5E")

    assert desk.said() == [
        ("completed", True, 5),
        ("completed", True, 2),
        ("completed", False, None),
        ("refused", None, None),
        ("wrong_number", None, None),
        ("not_a_customer", None, None),
    ]
    assert desk.read().state is SampleState.FINISHED
    assert desk.ui.card_stack.currentWidget() is desk.ui.card_state
    assert "3 of 6" in desk.card_says()
    result = desk.ui.result_pane
    assert result.ui.rate_label.text() == "50.00%"
    assert "n = 2" in result.ui.interval_label.text()
    assert "not reached" in result.ui.threshold_label.text()
    assert [label.text() for label in result.counts.values()] == ["3", "0", "1", "1", "1", "1"]
    assert any("never took place" in text for text in result.finding_texts())


def test_who_did_not_answer_comes_again_last_and_makes_way_after_the_third(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk(31)
    desk.start()
    first = desk.shown()
    desk.keys("2E")
    assert desk.shown() != first
    for _attempt in (2, 3):
        desk.pane._open_place(0)
        desk.keys("2E")

    place = desk.read().place(first)
    assert place
    assert (len(place.attempts), place.is_due) == (3, False)
    assert [place.number for place in desk.read().due] == list(range(2, 32))
    assert "the reserve brings in No. 31" in desk.opened.window.ui.hint_line._recorded.text()


def test_the_reserve_that_comes_in_is_named(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(31)
    desk.start()
    desk.keys("3E")

    assert "the reserve brings in No. 31" in desk.opened.window.ui.hint_line._recorded.text()
    assert [place.number for place in desk.read().due] == list(range(2, 32))


def test_attempts_are_counted_with_time_and_person(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(1)
    desk.start()
    desk.keys("2E")

    assert "Attempts so far: 1 of 3 · No answer" in desk.card.ui.before_label.text()
    assert "林一帆 No answer" in desk.card.ui.before_label.text()


def test_digits_can_be_taken_back_and_typed_anew(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(2)
    desk.start()

    desk.keys("2")
    desk.keys("1")  # another digit answers the last question anew
    desk.keys("11<4")
    assert (desk.card.answer.service_real, desk.card.answer.satisfaction) == (True, 4)
    desk.keys("<<<E")
    assert desk.card.answer.disposition is None
    assert desk.said() == []
    desk.keys("07")  # nothing is meant by these
    assert desk.card.answer.disposition is None


def test_full_width_digits_count_and_letters_do_not(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(1)
    desk.start()

    for text in ("１", "a", "Ⅳ", "１", "³", "５"):
        QApplication.sendEvent(desk.card, _typed(text))

    assert desk.card.answer.satisfaction == 5


def test_undo_brings_the_card_back(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(3)
    desk.start()
    assert desk.opened.page.part == "customers"  # F1 opens the guide there
    first = desk.shown()
    desk.keys("3E")
    assert desk.shown() != first

    desk.opened.window.set_undo("call")
    desk.opened.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert desk.said() == []
    assert desk.shown() == first


def test_enter_twice_records_once(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(3)
    desk.start()
    desk.keys("3")

    for _again in range(2):  # the second before the first is answered
        desk.opened.qtbot.keyClick(desk.card, Qt.Key.Key_Return)
    desk.opened.qtbot.keyClick(desk.card, Qt.Key.Key_4)
    desk.opened.settle()

    assert desk.said() == [("refused", None, None)]
    assert desk.card.answer.disposition is None


def test_words_are_kept_as_a_personal_object(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(2)
    desk.start()
    first = desk.shown()
    desk.keys("12")
    desk.page.commands()["edit_text"]()
    edit = desk.card.ui.words_edit
    assert edit.hasFocus()
    composing = QInputMethodEvent("mei", [])
    QApplication.sendEvent(edit, composing)
    desk.opened.press(Qt.Key.Key_Return)  # belongs to the input method
    assert desk.said() == []
    done = QInputMethodEvent()
    done.setCommitString("没有听说过")
    QApplication.sendEvent(edit, done)
    desk.opened.press(Qt.Key.Key_Return)

    place = desk.read().place(first)
    assert place
    assert place.words == "没有听说过"
    assert desk.card.ui.words_edit.toPlainText() == ""
    assert desk.card.hasFocus()


def test_what_could_not_be_recorded_stays(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(2)
    desk.start()
    first = desk.shown()
    desk.keys("3")
    desk.card.ui.words_edit.setPlainText("长" * 20_001)
    desk.keys("E")

    assert desk.ui.error_line.isVisible()
    assert desk.shown() == first
    assert desk.card.answer.disposition == "refused"
    assert len(desk.card.ui.words_edit.toPlainText()) == 20_001


def test_a_call_is_made_again_from_the_list(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(2)
    desk.start()
    first = desk.shown()
    desk.keys("112E")
    desk.ui.call_table.setFocus()
    desk.ui.call_table.selectRow(0)
    desk.opened.press(Qt.Key.Key_Return)
    assert desk.shown() == first
    assert "one more call" in desk.card.ui.card_notice.text()

    desk.keys("115E")

    place = desk.read().place(first)
    assert place
    assert place.call
    assert (len(place.attempts), place.call.satisfaction) == (2, 5)


def test_the_reserve_is_not_called_out_of_its_order(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(31)
    desk.ui.call_table.setFocus()
    desk.ui.call_table.selectRow(30)
    desk.opened.press(Qt.Key.Key_Return)
    desk.keys("3E")

    assert "by itself" in desk.card.ui.card_notice.text()
    assert desk.said() == []


def test_digits_of_one_customer_wait_for_them(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(2)
    desk.start()
    first = desk.shown()
    desk.keys("11")
    desk.pane._open_place(1)
    assert desk.card.answer.disposition is None
    desk.pane._open_place(0)

    assert desk.shown() == first
    assert desk.card.answer.service_real is True


# --- what is shown ----------------------------------------------------------------------------


def test_only_the_card_shows_a_number_in_full(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(2)
    desk.start()
    place = desk.card.place
    assert place is not None
    assert place.phone is not None
    assert desk.card.ui.phone_label.text().replace(" ", "") == place.phone
    assert desk.card.ui.name_label.text() == place.name
    model = desk.pane.places
    texts = [
        str(model.index(row, column).data(role))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    ]
    desk.keys("3E")
    texts += [desk.opened.window.windowTitle(), desk.opened.window.ui.hint_line._recorded.text()]
    assert not any(phone in text or name in text for text in texts for name, phone in PEOPLE[:2])
    assert any("138****" in text for text in texts)


def test_the_models_are_sound(open_desk: Callable[..., Desk], qtmodeltester: ModelTester) -> None:
    desk = open_desk(4)
    qtmodeltester.check(desk.pane.places)
    qtmodeltester.check(desk.pane.queue.model)


def test_the_queue_is_searched_and_chosen_by_keys(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(2)
    desk.page.search()
    assert desk.ui.search_edit.hasFocus()
    desk.opened.qtbot.keyClicks(desk.ui.search_edit, "szzx")
    assert desk.pane.queue.model.rowCount() == 1
    desk.opened.press(Qt.Key.Key_Return)
    assert desk.ui.queue_table.hasFocus()
    desk.opened.settle()
    assert desk.pane.provider[0] == OTHER
    desk.ui.search_edit.setText("nowhere")
    assert desk.ui.queue_stack.currentWidget() is desk.ui.nothing_state


def test_the_queue_says_what_each_sample_is(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(2)
    desk.start()
    assert (
        "No list of customers"
        in desk.pane.queue.model.index(desk.pane.queue.model.find(OTHER), 0).data()
    )
    desk.keys("111E111E")
    words = desk.pane.queue.model.index(desk.pane.queue.model.find(PROVIDER), 0).data()
    assert words.endswith("2 of 2 reached · 0.00% · under the threshold · Sample finished")


def test_a_locked_provider_says_so_and_takes_nothing(
    folder: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(2)
    desk.start()
    desk.opened.ask(_lock)
    desk.start()
    desk.keys("3E")

    assert "locked" in desk.ui.notice_line.text()
    assert desk.said() == []
    assert not desk.ui.import_button.isEnabled()
    desk.pane.show_sample()
    dialog = desk.pane.findChild(CustomersSampleDialog)
    assert dialog is not None
    assert "locked" in dialog.ui.again_line.text()
    assert not dialog.ui.draw_button.isEnabled()


def _typed(text: str) -> QKeyEvent:
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, text)


def _lock(workspace: Workspace) -> object:
    body = Lock(provider=PROVIDER, locked=True, version=1, reason="", covers=[])
    return workspace.commit("lock", [Change(derived_id(body), Lock.kind, body)])


def test_what_is_to_be_mended_here_brings_the_tab_to_the_front(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk(2)
    desk.page.ui.tabs.setCurrentWidget(desk.page.ui.material_tab)
    desk.opened.window.show_page("workbench")
    desk.opened.window.show_provider("verification/customers", OTHER)
    desk.opened.settle()

    assert desk.opened.window.page_id == "verification"
    assert desk.pane.isVisible()
    assert desk.pane.provider[0] == OTHER


def test_without_any_provider_it_says_where_they_come_from(
    tmp_path: Path, open_page: Opener
) -> None:
    set_language("en")
    folder = tmp_path / "empty"
    with Workspace.create(folder, person="林一帆", role="lead") as workspace:
        start_round(workspace, read_scheme(), cutoff=date(2020, 12, 31))
    desk = Desk(open_page(folder, "verification", VerificationPage))

    assert desk.ui.none_state.isVisible()
    button = desk.ui.none_state.findChild(QPushButton)
    assert button is not None
    with desk.opened.qtbot.waitSignal(desk.page.provider_requested) as asked:
        button.click()
    assert asked.args == ["providers", ""]
