"""Workspaces on disk: see tests/workspaces.py and tests/reports/rich_provider.py."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluator_desktop.operations.prepared import PreparedReport
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.store.workspace import Workspace
from tests.reports.rich_provider import enrich
from tests.workspaces import PROVIDER, laptop, workspace, workspace_template

__all__ = ["laptop", "workspace", "workspace_template"]


@pytest.fixture(scope="session")
def rich_template(workspace_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rich")
    path = folder / "workspace"
    shutil.copytree(workspace_template, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder / "user"))
        with Workspace.open(path) as opened:
            enrich(opened, folder / "files")
    return path


@pytest.fixture
def rich(rich_template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace whose first provider has something of everything."""
    path = tmp_path / "rich"
    shutil.copytree(rich_template, path)
    with Workspace.open(path) as opened:
        yield opened


@pytest.fixture
def prepared(rich: Workspace) -> PreparedReport:
    return prepare_provider_report(rich, PROVIDER)
