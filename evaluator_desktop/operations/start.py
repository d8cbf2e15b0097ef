"""Beginning: a new round in a new workspace, or a workspace from somebody's package."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.errors import PackageError
from evaluator_desktop.operations.edit import EVALUATOR
from evaluator_desktop.operations.merge import TAKEN, PackageResult, Trust, merge_package
from evaluator_desktop.operations.round import read_scheme, start_round
from evaluator_desktop.store.workspace import Workspace


def new_workspace(
    path: Path,
    *,
    person: str,
    role: str,
    scheme: Scheme | None = None,
    round_name: str | None = None,
    cutoff: date | None = None,
    organisation: str = "",
) -> Workspace:
    """Make a workspace with a new round and return it open.

    Raises WorkspaceExistsError, UnsafeFolderError, SchemeError; nothing is left behind.
    """
    used = scheme or read_scheme()
    with _nothing_left_behind(path):
        workspace = Workspace.create(path, person=person, role=role)
        try:
            start_round(workspace, used, name=round_name, cutoff=cutoff, organisation=organisation)
        except BaseException:
            workspace.close()
            raise
    return workspace


def workspace_from_package(
    path: Path, package: Path, *, person: str, role: str = EVALUATOR
) -> tuple[Workspace, PackageResult]:
    """Make a workspace of a package, trusting the device it comes from; returns it open.

    Raises PackageError and what making a workspace raises; nothing is left behind.
    """
    with _nothing_left_behind(path):
        workspace = Workspace.create(path, person=person, role=role)
        try:
            result = merge_package(workspace, package, trust=Trust(any_new=True))
            _refuse_unless_taken(result, package)
        except BaseException:
            workspace.close()
            raise
    return workspace, result


def _refuse_unless_taken(result: PackageResult, package: Path) -> None:
    if result.status not in TAKEN:
        raise PackageError(file=package.name, problem=result.message)


@contextmanager
def _nothing_left_behind(path: Path) -> Iterator[None]:
    """Remove a folder that was made here and could not be filled."""
    was_there = path.exists()
    try:
        yield
    except BaseException:
        if not was_there:
            shutil.rmtree(path, ignore_errors=True)
        raise
