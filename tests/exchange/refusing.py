"""A package to spoil, and the proof that a refused one has changed nothing."""

import hashlib
import os
from pathlib import Path

import pytest

from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.packages import (
    Members,
    members_of,
)
from tests.workspaces import (
    PROVIDER,
    STAFF,
    Laptop,
    files_in,
    stored_rows,
)

CONTENT = b"content of a file"
EVIDENCE = f"evidence/{hashlib.sha256(CONTENT).hexdigest()}"


@pytest.fixture
def sender(laptop: Laptop) -> Workspace:
    zhou = laptop("zhou")
    ratings.rate(zhou, PROVIDER, STAFF, "80")
    ratings.rate(zhou, PROVIDER, STAFF, "81")
    evidence.add_content(zhou, PROVIDER, STAFF, "名册.pdf", CONTENT)
    return zhou


@pytest.fixture
def good(sender: Workspace, tmp_path: Path) -> Path:
    return export_package(sender, tmp_path / "good.evpkg").path


@pytest.fixture
def members(good: Path) -> Members:
    return members_of(good)


def refused(
    workspace: Workspace,
    path: Path,
    status: MergeStatus = MergeStatus.REFUSED,
    *,
    dry: tuple[bool, ...] = (True, False),
) -> str:
    """Merge what is refused, tried and for good; nothing is written anywhere. Returns why."""
    before, files = stored_rows(workspace), files_in(workspace.path)
    trusted = files_in(Path(os.environ["XDG_CONFIG_HOME"]))
    content = path.read_bytes() if path.is_file() else b""
    for dry_run in dry:
        result = merge_package(workspace, path, dry_run=dry_run)
        assert result.status is status, result
        assert result.changes is None
        assert path.name in result.message
    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files
    assert files_in(Path(os.environ["XDG_CONFIG_HOME"])) == trusted
    assert not path.is_file() or path.read_bytes() == content
    return result.message
