"""Beginning: a new round in a new workspace, or a workspace from somebody's package.

What fails leaves nothing behind: a folder with half a workspace would only be in the way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from evaluator_desktop.domain.bodies import EVALUATOR
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.operations.merge import PackageResult, Trust, take_package
from evaluator_desktop.operations.people import person_name
from evaluator_desktop.operations.round import read_scheme, start_round
from evaluator_desktop.store.folders import empty_folder
from evaluator_desktop.store.workspace import Workspace

_NO_KEYS = Keys()


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

    Raises WorkspaceExistsError, UnsafeFolderError, SchemeError, FieldsError.
    """
    used = scheme or read_scheme()
    with _whole_or_not_at_all(path, person, role) as workspace:
        start_round(workspace, used, name=round_name, cutoff=cutoff, organisation=organisation)
    return workspace


def workspace_from_package(
    path: Path,
    package: Path,
    *,
    person: str,
    role: str = EVALUATOR,
    keys: Keys = _NO_KEYS,
) -> tuple[Workspace, PackageResult]:
    """Make a workspace of a package, trusting the device it comes from; returns it open.

    Volumes beside the one that is named are found. Raises PackageError and what making a
    workspace raises.
    """
    with _whole_or_not_at_all(path, person, role) as workspace:
        result = take_package(workspace, package, trust=Trust(any_new=True), keys=keys)
    return workspace, result


@contextmanager
def _whole_or_not_at_all(path: Path, person: str, role: str) -> Iterator[Workspace]:
    existed = path.exists()
    workspace = Workspace.create(path, person=person_name(person), role=role)
    try:
        yield workspace
    except BaseException:
        workspace.close()
        empty_folder(path, keep=existed)
        raise
