"""The button of a dialog's box that does what the dialog is for: its words and its look."""

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from evaluator_desktop.ui.widgets.plain import caption


def primary_button(box: QDialogButtonBox, words: str = "") -> QPushButton:
    """Return the box's OK, with `words` on it where they are given, as the dialog's primary button.

    The box has had its style by then, so the button is given it once more.
    """
    button = box.button(QDialogButtonBox.StandardButton.Ok)
    if words:
        button.setText(caption(words))
    button.setProperty("kind", "primary")
    button.style().polish(button)
    return button
