"""Beginning to work: a workspace with a new round, or one that a package brings along.

What fails leaves nothing behind: a folder with half a workspace would only be in the way.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.operations.merge import PackageResult, Trust, take_package
from evaluator_desktop.operations.people import person_name
from evaluator_desktop.operations.round import start_round
from evaluator_desktop.store.workspace import Workspace


def new_workspace(
    path: Path,
    scheme: Scheme,
    *,
    person: str,
    role: str,
    name: str | None = None,
    cutoff: date | None = None,
) -> Workspace:
    """Make a workspace with a round of its own; the caller closes it.

    Raises WorkspaceExistsError, UnsafeFolderError, FieldsError.
    """
    with _whole_or_not_at_all(path, person, role) as workspace:
        start_round(workspace, scheme, name=name, cutoff=cutoff)
        return workspace


def workspace_from_package(
    path: Path, package: Path, *, person: str, role: str
) -> tuple[Workspace, PackageResult]:
    """Make a workspace of what a package holds, and trust the device it comes from.

    Raises what `new_workspace` does, and PackageError.
    """
    with _whole_or_not_at_all(path, person, role) as workspace:
        result = take_package(workspace, package, trust=Trust(any_new=True))
        return workspace, result


@contextmanager
def _whole_or_not_at_all(path: Path, person: str, role: str) -> Iterator[Workspace]:
    existed = path.is_dir()
    workspace = Workspace.create(path, person=person_name(person), role=role)
    try:
        yield workspace
    except BaseException:
        workspace.close()
        remove_workspace(path, keep_folder=existed)
        raise


def remove_workspace(path: Path, *, keep_folder: bool) -> None:
    """Take back a workspace that this call has just made in a new or an empty folder."""
    with suppress(OSError):
        for entry in path.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        if not keep_folder:
            path.rmdir()
