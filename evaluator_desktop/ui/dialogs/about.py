"""What the program is and which version."""

from PySide6.QtWidgets import QMessageBox, QWidget

from evaluator_desktop import __version__
from evaluator_desktop.texts import _
from evaluator_desktop.ui.widgets.plain import plain_box


def show_about(parent: QWidget) -> None:
    """Say it in a box."""
    text = _(
        "Evaluator Desktop {version}\n\n"
        "Site visits, scores and reports of the evaluation of organisations that serve small and "
        "medium enterprises. Works without a network; what is recorded stays on this computer "
        "until you export it."
    )
    box = plain_box(parent, text.format(version=__version__), icon=QMessageBox.Icon.Information)
    box.open()
