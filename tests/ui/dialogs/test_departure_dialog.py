from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.domain.departure import DepartureLine, Place
from evaluator_desktop.domain.parameters import DepartureCheck
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.departure_dialog import DepartureDialog
from tests.workspaces import workspace_template

__all__ = ["workspace_template"]

PLACE = Place("item", None, "what is missing")


@pytest.fixture
def checks(workspace_template: Path) -> dict[bool, DepartureCheck]:
    """Return one check of each kind by whether it can be mended later."""
    with Workspace.open(workspace_template) as workspace:
        known = workspace.scheme.parameters.departure_checks
    return {check.mendable: check for check in known}


@pytest.mark.parametrize("mendable", [False, True])
def test_enter_goes_to_the_first_place_at_once(
    mendable: bool, checks: dict[bool, DepartureCheck], qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DepartureDialog([DepartureLine(checks[mendable], (PLACE,))], "A", parent)
    went: list[object] = []
    dialog.place_chosen.connect(went.append)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()

    view = dialog.ui.later_list if mendable else dialog.ui.never_list
    assert dialog.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert went == [PLACE]
