"""Workspaces on disk: see tests/workspaces.py."""

from tests.workspaces import laptop, workspace, workspace_template

__all__ = ["laptop", "workspace", "workspace_template"]
