"""Beginning an assessment: what is missing is said, marked and in hand."""

from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog


def test_a_missing_name_is_marked_and_in_hand(qtbot: QtBot) -> None:
    dialog = NewWorkspaceDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    edit = dialog.ui.person_edit
    dialog.ui.create_button.click()

    qtbot.waitUntil(edit.hasFocus)
    assert edit.property("problem")
    assert edit.accessibleDescription() == dialog.ui.error_line.text() != ""

    qtbot.keyClicks(edit, "x")
    assert not edit.property("problem")
    assert dialog.ui.error_line.text() == ""
