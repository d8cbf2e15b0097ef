"""Workspaces on disk: see tests/workspaces.py."""

import pytest

from evaluator_desktop.operations import evidence
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, laptop, workspace, workspace_template

__all__ = ["laptop", "workspace", "workspace_template"]


@pytest.fixture
def file(workspace: Workspace) -> str:
    """Return the id of a piece of evidence, attached and not verified yet."""
    return evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"x").files[0][0]
