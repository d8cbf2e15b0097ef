"""Evidence: attached under its digest in one step, used for several items, taken away."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from evaluator_desktop.errors import (
    FileProblemError,
    ReasonMissingError,
    UnknownEvidenceError,
    UnknownRequirementError,
)
from evaluator_desktop.operations import evidence, verification
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import OTHER, PROVIDER, STAFF, files_in, stored_rows

PLANNING = "effectiveness.planning"


def test_files_are_attached_in_one_step_under_their_digest(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name in ("一.pdf", "二.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    added = evidence.add_files(
        workspace,
        PROVIDER,
        STAFF,
        [tmp_path / "一.pdf", tmp_path / "二.pdf"],
        requirement="staff_list",
        captured_on=date(2020, 6, 1),
        note=" 第一页 ",
    )

    assert len(added.changes.revisions) == 2
    assert len(workspace.session.undo) == 1
    bodies = [evidence.find_evidence(workspace, eid) for eid, _name, _file in added.files]
    assert [body.name for body in bodies] == ["一.pdf", "二.pdf"]
    assert {(b.requirement, b.captured_on, b.note, b.removed) for b in bodies} == {
        ("staff_list", "2020-06-01", "第一页", False)
    }
    for body in bodies:
        assert workspace.evidence_files.present(body.digest, body.size)


def test_when_one_file_cannot_be_read_none_is_attached(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    before = stored_rows(workspace)

    with pytest.raises(FileProblemError, match="folder"):
        evidence.add_files(workspace, PROVIDER, STAFF, [tmp_path / "a.pdf", tmp_path / "folder"])

    assert stored_rows(workspace) == before


def test_the_same_content_for_two_items_is_two_pieces_of_evidence(workspace: Workspace) -> None:
    one = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x")
    two = evidence.add_content(workspace, OTHER, PLANNING, "b.pdf", b"x")

    assert one.files[0][0] != two.files[0][0]
    assert one.files[0][2].digest == two.files[0][2].digest
    assert two.files[0][2].duplicate
    assert len(list(workspace.evidence_files.digests())) == 1


def test_a_file_serves_other_items_too_without_a_copy(workspace: Workspace, file: str) -> None:
    evidence.remove(workspace, file, "重复")
    places = [(STAFF, "staff_list"), (PLANNING, None)]
    changes = evidence.link(workspace, file, places)

    bodies = [
        entity.body
        for entity in workspace.record(PROVIDER).evidence
        if entity.body is not None and entity.id != file
    ]
    first = evidence.find_evidence(workspace, file)
    assert [(body.item, body.requirement) for body in bodies] == places
    assert {(b.digest, b.name, b.removed, b.reason) for b in bodies} == {
        (first.digest, first.name, False, "")
    }
    assert len(changes.revisions) == 2
    assert len(list(workspace.evidence_files.digests())) == 1


def test_a_file_is_not_used_for_what_the_scheme_does_not_have(
    workspace: Workspace, file: str
) -> None:
    before = stored_rows(workspace)

    with pytest.raises(UnknownRequirementError):
        evidence.link(workspace, file, [(PLANNING, None), (STAFF, "passport")])

    assert stored_rows(workspace) == before


def test_what_was_made_by_markup_names_its_original_and_leaves_it_alone(
    workspace: Workspace, file: str
) -> None:
    evidence.describe(
        workspace, file, requirement="staff_list", captured_on=date(2020, 6, 1), note="原件"
    )
    before = evidence.find_evidence(workspace, file)
    added = evidence.add_marked(workspace, file, "名册（标注）.jpg", b"marked", note=" 见箭头 ")

    [(entity, name, stored)] = added.files
    made = evidence.find_evidence(workspace, entity)
    assert (made.origin, made.item, made.requirement) == (file, STAFF, "staff_list")
    assert (made.name, made.note, made.captured_on) == (name, "见箭头", "2020-06-01")
    assert made.digest == stored.digest != before.digest
    assert evidence.find_evidence(workspace, file) == before


def test_files_of_several_items_are_added_in_one_step(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "一.pdf").write_bytes(b"1")
    (tmp_path / "空.txt").touch()
    files = [
        evidence.NewFile(tmp_path / "一.pdf", STAFF, "staff_list", date(2020, 6, 1)),
        evidence.NewFile(tmp_path / "空.txt", PLANNING, note=" 空的 ", may_be_empty=True),
    ]
    added = evidence.add_all(PROVIDER, files, on_store=lambda step, *a: step(workspace, *a))

    bodies = [evidence.find_evidence(workspace, eid) for eid, _name, _file in added.files]
    assert [(b.name, b.item, b.requirement, b.captured_on, b.note) for b in bodies] == [
        ("一.pdf", STAFF, "staff_list", "2020-06-01", ""),
        ("空.txt", PLANNING, None, None, "空的"),
    ]
    assert len(workspace.session.undo) == 1


class _StopsAt:
    """A person who stops the work when so many files are ready."""

    cancelled = False

    def __init__(self, count: int) -> None:
        self._count = count

    def raise_if_cancelled(self) -> None:
        if self.cancelled:
            raise CancelledError

    def step(self, done: int, total: int, text: str = "") -> None:
        self.cancelled = done >= self._count


def test_adding_that_is_stopped_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.pdf" for number in range(5)]
    for path in paths:
        path.write_bytes(path.name.encode())
    before, files = stored_rows(workspace), files_in(workspace.path)

    for count in (0, 3):
        with pytest.raises(CancelledError):
            evidence.add_files(workspace, PROVIDER, STAFF, paths, progress=_StopsAt(count))

    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files


@pytest.mark.parametrize(
    "name",
    [
        "CON.jpg",
        "a:b.pdf",
        "x\u202efdp.exe",
        "名\n册.pdf",
        "e\u0301.pdf",
        "a" * 300,
        "../../x",
        ".",
        "-rf",
    ],
)
def test_a_name_is_display_data_only(workspace: Workspace, name: str) -> None:
    added = evidence.add_content(workspace, PROVIDER, STAFF, name, b"x")

    body = evidence.find_evidence(workspace, added.files[0][0])
    assert body.name == unicodedata.normalize("NFC", name)
    assert list(files_in(workspace.path / "evidence")) == [f"{body.digest[:2]}/{body.digest}"]


def test_unknown_requirements_are_refused_with_those_there_are(
    workspace: Workspace, file: str
) -> None:
    before = stored_rows(workspace)

    with pytest.raises(UnknownRequirementError, match="staff_contracts"):
        evidence.add_content(workspace, PROVIDER, STAFF, "b", b"y", requirement="passport")
    with pytest.raises(UnknownRequirementError):
        evidence.describe(workspace, file, requirement="passport", captured_on=None, note="")

    assert stored_rows(workspace) == before


def test_removal_is_a_state_with_a_reason_and_the_file_stays(
    workspace: Workspace, file: str
) -> None:
    with pytest.raises(ReasonMissingError):
        evidence.remove(workspace, file, "")

    evidence.remove(workspace, file, "重复上传")

    body = evidence.find_evidence(workspace, file)
    assert (body.removed, body.reason) == (True, "重复上传")
    assert workspace.evidence_files.present(body.digest)
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert row.evidence == 0


@pytest.mark.parametrize("name", ["", "x", "ff" * 16, "FF" * 16, "../x"])
def test_evidence_that_is_not_there_is_refused(workspace: Workspace, name: str) -> None:
    with pytest.raises(UnknownEvidenceError):
        evidence.remove(workspace, name, "重复")
    with pytest.raises(UnknownEvidenceError):
        verification.record_outcome(workspace, name, "verified")


def test_the_id_of_something_else_is_no_evidence(workspace: Workspace) -> None:
    with pytest.raises(UnknownEvidenceError):
        verification.record_outcome(workspace, PROVIDER, "verified")
