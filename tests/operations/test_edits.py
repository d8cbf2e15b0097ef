"""Ratings, evidence and outcomes: what one save of a person writes."""

import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.domain.consensus import consensus_lines, covers_of
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.errors import (
    FieldsError,
    FileProblemError,
    RatingError,
    ReasonMissingError,
    UnknownEvidenceError,
    UnknownItemError,
    UnknownRequirementError,
)
from evaluator_desktop.operations import evidence, ratings, verification
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import LEAD, OTHER, PROVIDER, STAFF, ZHOU, files_in, stored_rows

PLANNING = "effectiveness.planning"


@pytest.fixture
def file(workspace: Workspace) -> str:
    return evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"x").files[0][0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("80", "80"),
        ("80.5", "80.5"),
        ("80.0", "80"),
        ("８０。５", "80.5"),
        ("NA", "na"),
        ("0", "0"),
    ],
)
def test_a_rating_is_kept_in_one_spelling(workspace: Workspace, typed: str, kept: str) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, typed, "理由")

    [entity] = workspace.record(PROVIDER).ratings(STAFF)
    assert entity.body is not None
    assert (entity.body.value, entity.body.person) == (kept, LEAD)


@pytest.mark.parametrize("typed", ["", "101", "-1", "80.55", "eighty", "1e2", "nan", "80%"])
def test_what_is_no_rating_is_refused(workspace: Workspace, typed: str) -> None:
    before = stored_rows(workspace)

    with pytest.raises(RatingError):
        ratings.rate(workspace, PROVIDER, STAFF, typed)

    assert stored_rows(workspace) == before


def test_ratings_of_two_people_never_overwrite_each_other(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "60", "缺")

    assert workspace.record(PROVIDER).raters == tuple(sorted((LEAD, ZHOU)))


def test_a_reason_stays_until_another_is_given(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "50", " 缺合同 ")
    ratings.rate(workspace, PROVIDER, STAFF, "50")
    [entity] = workspace.record(PROVIDER).ratings(STAFF)
    assert entity.body is not None
    assert (entity.body.value, entity.body.reason) == ("50", "缺合同")

    ratings.rate(workspace, PROVIDER, STAFF, "50", "")
    [entity] = workspace.record(PROVIDER).ratings(STAFF)
    assert entity.body is not None
    assert entity.body.reason == ""


def test_a_name_in_another_composition_is_the_same_person(workspace: Workspace) -> None:
    composed = unicodedata.normalize("NFC", "José")
    workspace.act_as(unicodedata.normalize("NFD", composed))
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.act_as(composed)
    ratings.rate(workspace, PROVIDER, STAFF, "81")

    assert workspace.record(PROVIDER).raters == (composed,)
    assert len(workspace.record(PROVIDER).ratings(STAFF)[0].heads) == 1


def test_taking_back_a_rating_leaves_the_item_not_rated(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    ratings.clear_rating(workspace, PROVIDER, STAFF)

    assert workspace.record(PROVIDER).ratings(STAFF) == ()
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert (row.rated, row.started) == (0, False)


def test_taking_back_what_was_never_given_writes_nothing(workspace: Workspace) -> None:
    before = stored_rows(workspace)

    assert ratings.clear_rating(workspace, PROVIDER, STAFF).revisions == ()

    assert stored_rows(workspace) == before
    assert workspace.session.undo == []


@pytest.mark.parametrize("item", ["", "organization", "organization.cars"])
def test_an_unknown_item_is_refused(workspace: Workspace, item: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    before, files = stored_rows(workspace), files_in(workspace.path)

    with pytest.raises(UnknownItemError):
        ratings.rate(workspace, PROVIDER, item, "80")
    with pytest.raises(UnknownItemError):
        ratings.set_consensus(workspace, PROVIDER, item, "80", "会商")
    with pytest.raises(UnknownItemError):
        evidence.add_files(workspace, PROVIDER, item, [tmp_path / "a.pdf"])

    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files


def test_a_consensus_covers_the_ratings_it_was_made_on(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "90")
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "60", "缺")
    workspace.act_as(LEAD)
    ratings.set_consensus(workspace, PROVIDER, STAFF, "75", "会商")

    item = workspace.assessment(PROVIDER).item(STAFF)
    assert item.consensus is not None
    assert item.consensus.body is not None
    assert set(item.consensus.body.covers) == {h for r in item.ratings for h in r.head_ids}
    assert item.rating.value == 75
    assert len(item.ratings) == 2  # both originals stay


def test_a_consensus_covers_no_rating_that_came_in_behind_the_screen(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "90")
    shown = workspace.assessment(PROVIDER).item(STAFF).ratings
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "60", "缺")
    workspace.act_as(LEAD)
    ratings.set_consensus(workspace, PROVIDER, STAFF, "75", "会商", covers=covers_of(shown))

    item = workspace.assessment(PROVIDER).item(STAFF)
    assert item.consensus_is_stale
    (line,) = consensus_lines(workspace.assessment(PROVIDER))
    ratings.set_consensus(workspace, PROVIDER, STAFF, "70", "会商", covers=line.covers)
    assert not workspace.assessment(PROVIDER).item(STAFF).consensus_is_stale


def test_a_consensus_needs_a_reason(workspace: Workspace) -> None:
    with pytest.raises(ReasonMissingError):
        ratings.set_consensus(workspace, PROVIDER, STAFF, "75", " ")


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


def outcome(workspace: Workspace, file: str) -> Any:
    entity = workspace.history.entity(derived_entity("outcome", file))
    assert entity is not None
    return entity.body


def test_an_outcome_has_method_day_evaluator_and_note(workspace: Workspace, file: str) -> None:
    verification.record_outcome(
        workspace, file, "partly_verified", method="site", note=" 缺一页 ", on=date(2020, 6, 2)
    )

    body = outcome(workspace, file)
    assert (body.outcome, body.method, body.on, body.evaluator, body.note) == (
        "partly_verified",
        "site",
        "2020-06-02",
        LEAD,
        "缺一页",
    )


def test_the_day_is_todays_in_shanghai(workspace: Workspace, file: str) -> None:
    workspace.session.clock = lambda: datetime(2020, 12, 31, 17, tzinfo=UTC)
    verification.record_outcome(workspace, file, "verified")

    assert outcome(workspace, file).on == "2021-01-01"


def test_the_method_is_the_requirements_own(workspace: Workspace, file: str) -> None:
    verification.record_outcome(workspace, file, "verified")
    assert outcome(workspace, file).method == "original"

    system = evidence.add_content(
        workspace, PROVIDER, PLANNING, "a", b"y", requirement="shop_decoration_capture"
    ).files[0][0]
    verification.record_outcome(workspace, system, "verified")
    assert outcome(workspace, system).method == "system"


def test_a_note_may_come_later_and_stays(workspace: Workspace, file: str) -> None:
    verification.record_outcome(workspace, file, "false")
    verification.record_outcome(workspace, file, "false", note="系伪造")
    verification.record_outcome(workspace, file, "unverifiable")

    assert outcome(workspace, file).note == "系伪造"


@pytest.mark.parametrize(("word", "method"), [("fine", None), ("", None), ("verified", "email")])
def test_words_that_are_none_are_refused(
    workspace: Workspace, file: str, word: str, method: str | None
) -> None:
    before = stored_rows(workspace)

    with pytest.raises(FieldsError):
        verification.record_outcome(workspace, file, word, method=method)

    assert stored_rows(workspace) == before
