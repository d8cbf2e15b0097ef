"""What the check before leaving finds, on real records."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluator_desktop.domain.departure import departure_lines
from evaluator_desktop.domain.parameters import DepartureKind
from evaluator_desktop.operations import evidence, ratings, verification
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import LEAD, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["workspace_template"]

QUALIFICATION = "organization.qualification"


@pytest.fixture
def workspace(workspace_template: Path, tmp_path: Path) -> Iterator[Workspace]:
    shutil.copytree(workspace_template, tmp_path / "round")
    with Workspace.open(tmp_path / "round") as workspace:
        yield workspace


def found(workspace: Workspace) -> dict[DepartureKind, list[str]]:
    assessment = workspace.assessment(PROVIDER)
    lines = departure_lines(assessment, LEAD)
    return {line.check.id: [place.text for place in line.places] for line in lines}


def add(workspace: Workspace, name: str, requirement: str | None = "staff_list") -> str:
    content = b"" if name.startswith("empty") else name.encode()
    added = evidence.add_content(workspace, PROVIDER, STAFF, name, content, requirement=requirement)
    return added.files[0][0]


def test_nothing_recorded_lacks_evidence_ratings_and_a_photo(workspace: Workspace) -> None:
    lines = found(workspace)

    assert len(lines[DepartureKind.NOT_RATED]) == 15
    assert lines[DepartureKind.NO_SITE_PHOTO] == []
    assert DepartureKind.NO_ORIGINAL_SEEN not in lines
    assert (
        "持续发展 · 专利、软件著作权情况证明 / 专项资金申请情况证明"
        in (lines[DepartureKind.EVIDENCE_MISSING])
    )


def test_a_file_counts_as_seen_only_when_its_original_was(workspace: Workspace) -> None:
    ids = [add(workspace, name) for name in ("a.txt", "b.txt", "c.txt")]
    verification.record_outcome(workspace, ids[0], "verified")
    verification.record_outcome(workspace, ids[1], "verified", method="phone")
    lines = found(workspace)

    assert lines[DepartureKind.NO_ORIGINAL_SEEN] == ["人员能力 · b.txt", "人员能力 · c.txt"]
    assert lines[DepartureKind.EVIDENCE_PENDING] == ["人员能力 · c.txt"]


def test_a_picture_that_was_looked_at_on_site_is_a_site_photo(workspace: Workspace) -> None:
    photo = add(workspace, "门头.jpg", None)
    verification.record_outcome(workspace, photo, "verified", method="original")
    assert DepartureKind.NO_SITE_PHOTO in found(workspace)
    verification.record_outcome(workspace, photo, "verified", method="site")

    assert DepartureKind.NO_SITE_PHOTO not in found(workspace)


def test_empty_and_lost_files_are_unreadable(workspace: Workspace) -> None:
    add(workspace, "empty.pdf")
    lost = evidence.find_evidence(workspace, add(workspace, "lost.pdf"))
    workspace.evidence_files.path(lost.digest).unlink()

    assert found(workspace)[DepartureKind.UNREADABLE_FILE] == [
        "人员能力 · empty.pdf",
        "人员能力 · lost.pdf",
    ]


def test_reasons_and_notes_that_are_missing_are_one_s_own(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, QUALIFICATION, "30")
    verification.record_outcome(workspace, add(workspace, "a.txt"), "false")
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "20")

    assert found(workspace)[DepartureKind.REASON_MISSING] == ["机构资质", "人员能力 · a.txt"]
