"""Workspaces on disk: see tests/workspaces.py and tests/reports/rich_provider.py."""

from pathlib import Path

import pytest

from evaluator_desktop.operations.reports import PreparedReport, prepare_provider_report
from evaluator_desktop.store.workspace import Workspace
from tests.reports.rich_provider import enrich
from tests.workspaces import PROVIDER, laptop, workspace, workspace_template

__all__ = ["laptop", "workspace", "workspace_template"]


@pytest.fixture
def rich(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A lead's workspace whose first provider has something of everything."""
    enrich(workspace, tmp_path / "files")
    return workspace


@pytest.fixture
def prepared(rich: Workspace) -> PreparedReport:
    return prepare_provider_report(rich, PROVIDER)
