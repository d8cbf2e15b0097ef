"""What an export would carry, before it is written."""

from pathlib import Path

import pytest

from evaluator_desktop.errors import FieldsError
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.export_estimate import estimate
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import FEES, OTHER, PROVIDER, STAFF, ZHOU


def test_the_whole_and_a_task(workspace: Workspace, tmp_path: Path) -> None:
    evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"s" * 10_000)
    evidence.add_content(workspace, OTHER, FEES, "价目.pdf", b"p" * 20_000)
    task = ExportWishes(task_person=ZHOU)
    with pytest.raises(FieldsError):
        estimate(workspace, tmp_path / "x.evpkg", task)
    steps.assign(workspace, ZHOU, [OTHER])

    whole = estimate(workspace, tmp_path / "x.evpkg", ExportWishes())
    part = estimate(workspace, tmp_path / "no folder" / "x.evpkg", task)

    written = export_package(workspace, tmp_path / "x.evpkg")
    assert (whole.revisions, whole.evidence) == (written.revisions, written.evidence)
    assert whole.size > 30_000
    assert whole.free is not None
    assert not whole.is_tight
    assert (part.revisions, part.evidence, part.free) == (whole.revisions, 1, None)
    assert whole.size - part.size == 10_000
