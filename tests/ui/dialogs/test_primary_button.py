from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.dialogs.primary_button import primary_button
from evaluator_desktop.ui.theme import color

BUTTONS = QDialogButtonBox.StandardButton


def test_ok_looks_primary_and_stands_last_as_in_every_dialog(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box = QDialogButtonBox(BUTTONS.Ok | BUTTONS.Cancel, dialog)
    QVBoxLayout(dialog).addWidget(box)
    box.button(BUTTONS.Ok).ensurePolished()  # a form has had its style before it says what it asks

    button = primary_button(box, "Copy & paste")
    with qtbot.waitExposed(dialog):
        dialog.show()

    assert button.text() == "Copy && paste"
    assert button.x() > box.button(BUTTONS.Cancel).x()
    assert button.grab().toImage().pixelColor(6, button.height() // 2) == color("accent")
