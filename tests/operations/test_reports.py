from pathlib import Path

import pytest

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.issuing import make_provider_report
from evaluator_desktop.operations.reports import export_results, prepare_provider_report
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF


class Impatient:
    """Cancels once a page was begun."""

    def __init__(self) -> None:
        self.steps = 0

    @property
    def cancelled(self) -> bool:
        return self.steps > 0

    def raise_if_cancelled(self) -> None:
        if self.cancelled:
            raise CancelledError

    def step(self, done: int, total: int, text: str = "") -> None:
        self.steps += 1


def test_what_is_saved_is_what_was_shown(workspace: Workspace, tmp_path: Path) -> None:
    shown = prepare_provider_report(workspace, PROVIDER).content()

    result = make_provider_report(workspace, PROVIDER, tmp_path / "报告.pdf")

    assert result.file.read_bytes() == shown
    assert result.state == "draft"
    assert result.pages > 5
    assert result.warnings
    assert [path.name for path in tmp_path.glob("报告*")] == ["报告.pdf"]


def test_a_change_changes_the_report(workspace: Workspace) -> None:
    before = prepare_provider_report(workspace, PROVIDER).content()
    ratings.rate(workspace, PROVIDER, STAFF, "90")

    assert prepare_provider_report(workspace, PROVIDER).content() != before


def test_nothing_is_overwritten(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "mine.pdf"
    target.write_text("mine")

    with pytest.raises(FileProblemError, match="mine"):
        make_provider_report(workspace, PROVIDER, target)
    with pytest.raises(FileProblemError, match="mine"):
        export_results(workspace, target)

    assert target.read_text() == "mine"


def test_a_folder_that_is_not_there_is_named(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="nowhere"):
        make_provider_report(workspace, PROVIDER, tmp_path / "nowhere" / "r.pdf")


def test_a_cancelled_report_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    progress = Impatient()

    with pytest.raises(CancelledError):
        make_provider_report(workspace, PROVIDER, tmp_path / "r.pdf", progress=progress)

    assert progress.steps == 1
    assert list(tmp_path.glob("r.pdf*")) == []


def test_a_draft_writes_nothing_into_the_history(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.history.count()

    make_provider_report(workspace, PROVIDER, tmp_path / "r.pdf")
    export_results(workspace, tmp_path / "r.xlsx")

    assert workspace.history.count() == before
