"""What every widget test stands on: the own look, light, with its own fonts; the own window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from evaluator_desktop.ui.theme import Choice, Theme
from tests.ui.sitting import sit

__all__ = ["sit"]


@pytest.fixture(scope="session")
def _session_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Choice.LIGHT)


@pytest.fixture(autouse=True)
def theme(_session_theme: Theme) -> Iterator[Theme]:
    yield _session_theme
    if _session_theme.choice is not Choice.LIGHT:
        _session_theme.choose(Choice.LIGHT)
