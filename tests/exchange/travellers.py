"""Laptops with work on them, and the packages they hand over."""

import hashlib
from pathlib import Path

import pytest

from evaluator_desktop.operations import customers, evidence, ratings
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import FEES, OTHER, PROVIDER, STAFF, Laptop

MERGED, ALREADY = MergeStatus.MERGED, MergeStatus.ALREADY_MERGED
CONTENT = b"content of a file"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def zhou(laptop: Laptop) -> Workspace:
    found = laptop("zhou")
    ratings.rate(found, PROVIDER, STAFF, "80")
    evidence.add_content(found, PROVIDER, STAFF, "名册.pdf", CONTENT)
    return found


def exported(workspace: Workspace, path: Path, wishes: ExportWishes | None = None) -> Path:
    return export_package(workspace, path, wishes).path


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """The lead's workspace with a rating, two files and a customer."""
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"content of a file")
    evidence.add_content(workspace, OTHER, FEES, "价目.pdf", b"prices")
    customers.add_customers(workspace, PROVIDER, [("欧阳采薇", "13917204486")])
    return workspace
