"""Workspaces for tests: real folders with real databases, copied from one that is made once.

A room whose tests need them imports the fixtures into its conftest.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.domain.bodies import PROFILE_PARTS, Profile, Provider
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.operations import round as round_steps
from evaluator_desktop.store import settings
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace

LEAD, ZHOU, CHEN = "林一帆", "周明", "陈静"
CODE, OTHER_CODE = "91310000MA1FL0000X", "91310115MA1K00000A"
PROVIDER = derived_entity("provider", CODE)
OTHER = derived_entity("provider", OTHER_CODE)
STAFF, FEES = "organization.staff", "public_benefit.expenditure"
FACTS: dict[str, Any] = {
    "registered_on": "2008-06-15",
    "has_introduction": True,
    "has_website": True,
    "certificates": 26,
    "products": 18,
    "is_decorated": True,
    "login_days": 45,
    "login_streaks": 3,
    "followers": {"personal": 40, "enterprise": 65},
    "purchases": 120,
    "praise": {"personal": 20, "enterprise": 70},
    "comments": {"personal": 15, "enterprise": 60},
    "replies": 50,
    "ratings": {"good": 90, "all": 95},
}
HISTORY_TABLES = ("revision", "parent", "personal", "head", "summary")

Laptop = Callable[..., Workspace]


def make_workspace(path: Path) -> None:
    """A lead's workspace with a round of three people and two providers, closed again."""
    with Workspace.create(path, person=LEAD, role="lead") as workspace:
        round_steps.start_round(
            workspace,
            round_steps.read_scheme(),
            cutoff=date(2020, 12, 31),
            colleagues=(ZHOU, CHEN),
        )
        changes = []
        for code, name in (
            (CODE, "雁栖管理咨询公司（示例）"),
            (OTHER_CODE, "苏州咨询中心（示例）"),
        ):
            provider = derived_entity("provider", code)
            values = dict.fromkeys(PROFILE_PARTS["identity"]) | {"name": name}
            changes += [
                Change(provider, "provider", Provider(code)),
                Change(
                    derived_entity("profile", provider, "identity"),
                    "profile",
                    Profile(provider, "identity", values),
                ),
            ]
        workspace.commit("import_providers", changes)


@pytest.fixture(scope="session")
def workspace_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "workspace"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("template-user")))
        make_workspace(path)
    return path


@pytest.fixture
def laptop(workspace_template: Path, tmp_path: Path) -> Iterator[Laptop]:
    """Open a copy of the template as another laptop: `laptop("zhou", ZHOU)`."""
    with ExitStack() as stack:

        def open_copy(name: str, person: str = ZHOU, role: str = "evaluator") -> Workspace:
            path = tmp_path / name
            shutil.copytree(workspace_template, path)
            workspace = stack.enter_context(Workspace.open(path))
            workspace.settings.put({settings.PERSON: person, settings.ROLE: role})
            workspace.act_as(person)
            return workspace

        yield open_copy


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    """The lead's own workspace."""
    return laptop("lead", LEAD, "lead")


def stored_rows(workspace: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the tables that a refused change must leave alone."""
    rows = workspace.database.rows
    names = (*HISTORY_TABLES, "merge_log")
    return {n: sorted(rows(f"SELECT * FROM {n}"), key=repr) for n in names}  # noqa: S608  our own


def shared_rows(workspace: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """What two workspaces with the same history have in common, row by row."""
    rows = stored_rows(workspace)
    return {table: rows[table] for table in HISTORY_TABLES}


def files_in(folder: Path) -> dict[str, str]:
    """The digest of every file below a folder, by relative path; the database is left alone.

    Opening a live database as a file would drop its lock.
    """
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("store.sqlite3")
    }


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
