"""A real window on a real workspace with one provider, and what tests ask of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.domain.assessment import Assessment, EvidenceAssessment, ItemAssessment
from evaluator_desktop.domain.bodies import Profile, Provider
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage
from evaluator_desktop.ui.widgets.hint_line import HintLine

CODE = "91319999MADEM01774"
PERSON = "林一帆"
STAFF = "organization.staff"
EXPERIENCE = "organization.experience"
QUALIFICATION = "organization.qualification"

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def add_provider(workspace: Workspace, name: str, code: str = CODE) -> str:
    """Record a provider as an import does, and return its id."""
    provider = derived_entity(Provider.kind, code)
    values: dict[str, str | bool | None] = {"name": name, "is_law_firm": False, "address": ""}
    profile = Profile(provider=provider, part="identity", values=values)
    key = derived_entity(Profile.kind, provider, "identity")
    changes = [
        Change(provider, Provider.kind, Provider(code=code)),
        Change(key, Profile.kind, profile),
    ]
    workspace.commit("import_providers", changes, undoable=False)
    return provider


def new_workspace(path: Path, role: str = "evaluator", person: str = PERSON) -> str:
    """Make a workspace with a round and one provider; return the provider's id."""
    with Workspace.create(path, person=person, role=role) as workspace:
        rounds.start_round(workspace, rounds.read_scheme(), name="2026 秋季测评")
        return add_provider(workspace, "雁栖管理咨询公司（示例）")


def put_files(path: Path, provider: str, files: Sequence[tuple[str, str, str | None]]) -> None:
    """Add small files, given as (item, name, requirement), one step each."""
    with Workspace.open(path) as workspace:
        for item, name, requirement in files:
            content = f"{item} {name}".encode()
            evidence.add_content(workspace, provider, item, name, content, requirement=requirement)


@dataclass
class Bench:
    """The window with the page in front."""

    window: MainWindow
    page: WorkbenchPage
    runner: Runner
    provider: str
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until everything given to the store is answered and shown."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.runner.is_busy, timeout=10_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.runner.is_busy, timeout=10_000)

    def press(self, key: Key, *modifiers: Qt.KeyboardModifier, wait: bool = True) -> None:
        """Press a key where the focus is."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.qtbot.keyClick(self.focus, key, held)
        if wait:
            self.settle()

    def type(self, text: str) -> None:
        """Type ASCII where the focus is."""
        self.qtbot.keyClicks(self.focus, text)

    def compose(self, preedit: str, commit: str = "") -> None:
        """Let an input method show `preedit`, or commit text, where the focus is."""
        event = QInputMethodEvent(preedit, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(self.focus, event)

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
        self.settle()

    def ask(self, function: Callable[..., Any], *args: object) -> Any:
        """Run something on the store thread and return its answer."""
        answers: list[Any] = []
        self.runner.store_job(function, *args, done=answers.append, owner=self.page)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        self.settle()
        return answers[0]

    def come_back(self) -> None:
        """Bring the window to the front after a dialog: there is no window manager here."""
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    @property
    def assessment(self) -> Assessment:
        """What is recorded, read anew."""
        found = self.ask(Workspace.assessment, self.provider)
        assert isinstance(found, Assessment)
        return found

    def item(self, item_id: str) -> ItemAssessment:
        return self.assessment.item(item_id)

    def file(self, name: str) -> EvidenceAssessment:
        found = (e for item in self.assessment.items for e in item.evidence)
        return next(e for e in found if e.body.name == name)

    @property
    def item_at_hand(self) -> str:
        return self.page.ui.item_strip.current()

    @property
    def file_at_hand(self) -> str:
        current = self.page.ui.evidence_pane.current
        return current.body.name if current else ""

    @property
    def said(self) -> str:
        """What the hint line says was recorded."""
        line = self.window.findChild(HintLine)
        assert line is not None
        return line._recorded.text() if line._recorded.isVisible() else ""

    @property
    def in_list(self) -> bool:
        return self.page.ui.evidence_pane.table.hasFocus()

    @property
    def in_rating(self) -> bool:
        return self.page.ui.item_pane.rating_box.ui.rating_edit.hasFocus()

    @property
    def in_reason(self) -> bool:
        return self.page.ui.item_pane.rating_box.ui.reason_edit.hasFocus()

    @property
    def in_note(self) -> bool:
        return self.page.ui.evidence_pane.outcome_box.ui.note_edit.hasFocus()
