"""A file that somebody brought, checked in the real window: every answer there is."""

import shutil
from pathlib import Path

import pytest

from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as round_steps
from evaluator_desktop.operations.issuing import VERDICT_NAMES, Verdict, make_provider_report
from evaluator_desktop.operations.prepared import FINAL
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.verdict_dialog import VerdictDialog
from evaluator_desktop.ui.pages.report_page import ReportPage
from tests.reports.conftest import rich_template
from tests.reports.rich_provider import lock
from tests.reports.test_issuing import altered, rewritten
from tests.ui.pages.opened import PATIENCE_MS, Opener, open_page
from tests.ui.pages.test_report_page import Desk
from tests.workspaces import PROVIDER, STAFF, workspace_template

__all__ = ["open_page", "rich_template", "workspace_template"]


@pytest.fixture
def final_folder(rich_template: Path, tmp_path: Path) -> Path:
    """A workspace with a locked provider; beside it lies the final report, `final.pdf`."""
    folder = tmp_path / "locked"
    shutil.copytree(rich_template, folder)
    with Workspace.open(folder) as workspace:
        lock(workspace)
        made = make_provider_report(workspace, PROVIDER, folder.with_name("final.pdf"))
    assert made.state == FINAL
    return folder


def verdict_of(desk: Desk, path: Path) -> VerdictDialog:
    """Check a file and return the dialog that answers."""
    desk.page._checking.check(path)
    desk.qtbot.waitUntil(lambda: bool(desk.page.findChildren(VerdictDialog)), timeout=PATIENCE_MS)
    desk.opened.settle()
    (dialog,) = desk.page.findChildren(VerdictDialog)
    dialog.close()
    dialog.setParent(None)
    return dialog


def test_what_became_of_a_final_report_is_answered(
    final_folder: Path, open_page: Opener, tmp_path: Path
) -> None:
    """As issued, written anew, one character altered, overtaken: each in words of its own."""
    issued = final_folder.with_name("final.pdf")
    files = {Verdict.AS_ISSUED: issued}
    for verdict, make in ((Verdict.SAME_CONTENT, rewritten), (Verdict.ALTERED, altered)):
        files[verdict] = tmp_path / f"{verdict}.pdf"
        files[verdict].write_bytes(make(issued.read_bytes()))
    desk = Desk(open_page(final_folder, "report", ReportPage))

    for verdict, path in files.items():
        dialog = verdict_of(desk, path)
        assert dialog.ui.verdict_label.text() == _(VERDICT_NAMES[verdict])
        assert path.name in dialog.ui.file_label.text()
        assert "-1" in dialog.ui.file_label.text()
        assert dialog.ui.change_edit.isHidden()

    desk.opened.ask(round_steps.unlock, PROVIDER, "复查")
    desk.opened.ask(ratings.rate, PROVIDER, STAFF, "12.5", "复查后")
    dialog = verdict_of(desk, issued)
    assert dialog.ui.verdict_label.text() == _(VERDICT_NAMES[Verdict.DATA_CHANGED])
    assert _("a rating") in dialog.ui.change_edit.toPlainText()
    assert not dialog.ui.change_edit.isHidden()
