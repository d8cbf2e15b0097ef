"""An encrypted package on its way from the lead's laptop to Zhou's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus, PackageResult, Trust, merge_packages
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.sealed import on_laptop, plant
from tests.workspaces import LEAD, Laptop, files_in, stored_rows

TRUST = Trust(any_new=True)

Merge = Callable[..., PackageResult]


@pytest.fixture
def lead(laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A lead on a laptop of her own, with people to protect."""
    on_laptop(monkeypatch, tmp_path, "lead")
    workspace = laptop("lead", LEAD, "lead")
    plant(workspace, tmp_path)
    return workspace


@pytest.fixture
def zhou(
    lead: Workspace, laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Workspace:
    """The receiver, at whose laptop everything from here on happens."""
    on_laptop(monkeypatch, tmp_path, "zhou")
    return laptop("zhou")


@pytest.fixture
def package(lead: Workspace, zhou: Workspace, tmp_path: Path) -> Path:
    """From the lead to zhou."""
    wishes = ExportWishes(recipients=(zhou.device.recipient,))
    return export_package(lead, tmp_path / "to-zhou.evpkg", wishes).path


@pytest.fixture
def merge(zhou: Workspace) -> Merge:
    def one(path: Path, keys: Keys | None = None, workspace: Workspace = zhou) -> PackageResult:
        found = merge_packages(workspace, [path], trust=TRUST, keys=keys or Keys())
        return found.packages[0]

    return one


def refused(merge: Merge, zhou: Workspace, path: Path, keys: Keys | None = None) -> PackageError:
    """Merge a package that is refused, look that nothing was written, and return why."""
    before, files = stored_rows(zhou), files_in(zhou.path)
    result = merge(path, keys)
    assert result.status in (MergeStatus.REFUSED, MergeStatus.NEEDS_PASSPHRASE)
    assert isinstance(result.error, PackageError)
    assert (stored_rows(zhou), files_in(zhou.path)) == (before, files)
    return result.error
