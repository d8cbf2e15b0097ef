"""A look into a package before there is a workspace."""

import os
from pathlib import Path

import pytest

from evaluator_desktop.domain.bodies import EVALUATOR
from evaluator_desktop.exchange.errors import (
    PackageError,
    PassphraseNeededError,
    WrongPassphraseError,
)
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.peek import peek
from evaluator_desktop.operations.people import list_person
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CHEN, LEAD, OTHER, PROVIDER, STAFF, ZHOU

SPRING, AUTUMN = "杏花春雨", "杏花秋雨"


def test_a_task_says_for_whom_it_is_and_who_is_listed(workspace: Workspace, tmp_path: Path) -> None:
    steps.assign(workspace, ZHOU, [PROVIDER, OTHER])
    list_person(workspace, "何书语", EVALUATOR)
    wishes = ExportWishes(task_person=ZHOU)

    found = peek(export_package(workspace, tmp_path / "task.evpkg", wishes).path)

    assert (found.task, found.providers, found.sender) == (ZHOU, 2, LEAD)
    assert found.fingerprint == workspace.device.fingerprint
    assert found.round_name == workspace.info.body.name
    assert [person.name for person in found.persons] == [LEAD, ZHOU, CHEN, "何书语"]
    assert (found.role_of(LEAD), found.role_of(ZHOU), found.role_of("谁")) == (
        "lead",
        "evaluator",
        None,
    )


def test_volumes_beside_it_are_found(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(3):
        content = os.urandom(200_000)
        evidence.add_content(workspace, PROVIDER, STAFF, f"{number}.jpg", content)
    written = export_package(workspace, tmp_path / "x.evpkg", ExportWishes(volume_size=300_000))

    assert peek(written.files[1].path).sender == LEAD
    written.files[0].path.unlink()
    with pytest.raises(PackageError):
        peek(written.files[1].path)


def test_a_locked_one_needs_its_passphrase(workspace: Workspace, tmp_path: Path) -> None:
    written = export_package(workspace, tmp_path / "x.evpkg", ExportWishes(passphrase=SPRING))

    with pytest.raises(PassphraseNeededError):
        peek(written.path)
    with pytest.raises(WrongPassphraseError):
        peek(written.path, Keys(AUTUMN))
    assert peek(written.path, Keys(SPRING)).sender == LEAD


def test_what_is_no_package(tmp_path: Path) -> None:
    (tmp_path / "x.evpkg").write_bytes(b"no package")

    with pytest.raises(PackageError):
        peek(tmp_path / "x.evpkg")
