"""The look that the windows of journeys wear: the program's own, light."""

import pytest
from PySide6.QtWidgets import QApplication

from evaluator_desktop.ui.theme import Choice, Theme


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Theme:
    return Theme(qapp, Choice.LIGHT)
