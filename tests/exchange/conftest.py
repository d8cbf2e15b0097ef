"""Workspaces on disk (tests/workspaces.py), with work on them, and packages of them."""

from tests.exchange.refusing import good, members, sender
from tests.exchange.travellers import filled, zhou
from tests.workspaces import laptop, workspace, workspace_template

__all__ = [
    "filled",
    "good",
    "laptop",
    "members",
    "sender",
    "workspace",
    "workspace_template",
    "zhou",
]
