"""What the menus do beyond the page in front: beginning, exporting, switching the person.

Dialogs are imported when they are asked for, so that the window opens fast.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from evaluator_desktop.domain.bodies import LEAD
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import undo
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

if TYPE_CHECKING:
    from evaluator_desktop.store.queries.findings import RoundOverview
    from evaluator_desktop.ui.desk import Desk

# An action of one page that every page offers: it leads there first.
_ELSEWHERE = {
    "add_provider": "providers",
    "import_providers": "providers",
    "save_template": "providers",
    "assign_providers": "providers",
    "join_providers": "providers",
    "show_missing": "providers",
    "merge_packages": "merge",
    "unmerge": "merge",
    "save_report": "report",
}
_FOR_LEADS = frozenset({"assign_providers", "join_providers"})


class DeskCommands:
    """The desk's commands by the action ids of `actions.MENUS`."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def opening(self) -> dict[str, Callable[[], object]]:
        """Return what can be done while no workspace lies open."""
        return {
            "new_workspace": self.new_workspace,
            "open_workspace": self.choose_workspace,
            "open_package": self.choose_package,
            "demo_workspace": self.demo_in_folder,
            "about": self._about,
        }

    def all(self) -> dict[str, Callable[[], object]]:
        """Return everything, for a workspace that lies open."""
        window = self._desk.window
        return self.opening() | {
            **{
                action: partial(self._on_page, page, action)
                for action, page in _ELSEWHERE.items()
                if action not in _FOR_LEADS or self._is_lead
            },
            "undo": partial(self._turn, undo.undo),
            "redo": partial(self._turn, undo.redo),
            "back_up": self._back_up,
            "export_package": self._export,
            "switch_person": self._switch_person,
            "show_scheme": self._show_scheme,
            "show_devices": self._show_devices,
            "show_conflicts": partial(window.show_page, "merge/conflicts"),
            "show_findings": self._read_findings,
        }

    @property
    def _is_lead(self) -> bool:
        return self._desk.facts is not None and self._desk.facts.role == LEAD

    def new_workspace(self) -> None:
        """Ask for a new assessment and begin it."""
        from evaluator_desktop.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog

        dialog = NewWorkspaceDialog(self._desk.window)
        dialog.workspace_requested.connect(self._desk.begin)
        dialog.open()

    def choose_package(self) -> None:
        """Ask for a package and begin with it."""
        from evaluator_desktop.ui.dialogs.open_package_dialog import OpenPackageDialog

        dialog = OpenPackageDialog(self._desk.runner, self._desk.window)
        dialog.workspace_requested.connect(self._desk.begin)
        dialog.open()

    def choose_workspace(self) -> None:
        """Ask for the folder of a workspace and open it."""
        from evaluator_desktop.ui.dialogs.files import choose_folder

        if path := choose_folder(self._desk.window):
            self._desk.open(path)

    def demo_in_folder(self) -> None:
        """Make the sample workspace in a temporary folder."""
        from evaluator_desktop.ui.dialogs.files import temporary_folder

        self._desk.make_demo(temporary_folder())

    def _on_page(self, page_id: str, action_id: str) -> None:
        self._desk.window.show_page(page_id)
        command = self._desk.window.page(page_id).commands().get(action_id)
        if command is not None:
            command()

    def _turn(self, step: Callable[[Workspace], Changes]) -> None:
        """Undo or redo; where it is refused, the menu names what the next one is about."""
        line = self._desk.window.ui.error_line
        self._desk.runner.store_job(
            step, done=lambda _changes: line.clear(), failed=self._hear_not_turned
        )

    def _hear_not_turned(self, error: EvaluatorError) -> None:
        self._desk.show_error(error)
        self._desk.read_frame()

    def _back_up(self) -> None:
        self._desk.leave()
        self._desk.runner.store_job(_make_backup, done=lambda _path: self._desk.read_frame())

    def _export(self) -> None:
        from evaluator_desktop.ui.dialogs.export_dialog import ExportDialog

        self._desk.leave()
        if services := self._desk.services:
            ExportDialog(services, self._desk.window).open()

    def _show_scheme(self) -> None:
        from evaluator_desktop.ui.dialogs.scheme_dialog import SchemeDialog

        if services := self._desk.services:
            SchemeDialog(services, self._desk.window).open()

    def _switch_person(self) -> None:
        from evaluator_desktop.ui.dialogs.person_dialog import PersonDialog

        if facts := self._desk.facts:
            dialog = PersonDialog(facts, self._desk.window)
            dialog.person_chosen.connect(self._desk.sit_down)
            dialog.open()

    def _read_findings(self) -> None:
        from evaluator_desktop.store.queries.findings import round_overview

        self._desk.runner.store_job(round_overview, done=self._show_findings)

    def _show_findings(self, found: "RoundOverview") -> None:
        """List what stands against the round; a provider of it opens on the workbench."""
        from evaluator_desktop.ui.dialogs.findings_dialog import FindingsDialog
        from evaluator_desktop.ui.models.finding_rows import round_rows

        dialog = FindingsDialog(_("The round"), round_rows(found), self._desk.window)
        dialog.chosen.connect(self._go_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go_to(self, target: Finding | Summary) -> None:
        if isinstance(target, Summary):
            self._desk.window.show_provider("workbench", target.provider)
        elif target.severity is Severity.BLOCKS_FINAL:
            self._desk.window.show_page("merge/conflicts")

    def _show_devices(self) -> None:
        from evaluator_desktop.ui.dialogs.devices_dialog import DevicesDialog

        DevicesDialog(self._desk.runner, self._desk.window).open()

    def _about(self) -> None:
        from evaluator_desktop.ui.dialogs.about import show_about

        show_about(self._desk.window)


def _make_backup(workspace: Workspace) -> Path:
    return workspace.backups.make()
