"""Final reports are kept, handed out again byte for byte, and recognised years later."""

import io
from pathlib import Path

import pikepdf
import pytest

from evaluator_desktop import texts
from evaluator_desktop.domain.bodies import IssuedReport
from evaluator_desktop.errors import FileProblemError, StepError
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.issuing import (
    CheckedReport,
    Verdict,
    check_report,
    issue,
    make_provider_report,
)
from evaluator_desktop.operations.prepared import FINAL
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.store.workspace import Workspace
from tests.reports.rich_provider import lock
from tests.workspaces import PROVIDER, STAFF


@pytest.fixture
def locked(rich: Workspace) -> Workspace:
    lock(rich)
    return rich


@pytest.fixture
def final(locked: Workspace, tmp_path: Path) -> bytes:
    result = make_provider_report(locked, PROVIDER, tmp_path / "final.pdf")
    assert result.state == FINAL
    return result.file.read_bytes()


def checked(workspace: Workspace, content: bytes) -> CheckedReport:
    return check_report(workspace, content, "x.pdf")


def rewritten(content: bytes) -> bytes:
    """What another program makes of a file without changing what it shows."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    return out.getvalue()


def altered(content: bytes) -> bytes:
    """The same file with one character of its second page replaced by another."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        contents = pdf.pages[1].Contents
        drawn = contents.read_bytes()
        place = drawn.index(b") Tj") - 1
        contents.write(drawn[:place] + bytes([drawn[place] ^ 1]) + drawn[place + 1 :])
        pdf.save(out)
    return out.getvalue()


def test_what_was_issued_is_recognised(locked: Workspace, final: bytes) -> None:
    answer = checked(locked, final)

    assert answer.verdict is Verdict.AS_ISSUED
    assert answer.number.endswith("-1")
    assert answer.changed == ()


def test_other_bytes_of_the_same_content(locked: Workspace, final: bytes) -> None:
    other = rewritten(final)

    assert other != final
    assert checked(locked, other).verdict is Verdict.SAME_CONTENT


def test_one_character_is_enough_to_be_altered(locked: Workspace, final: bytes) -> None:
    for content in (altered(final), rewritten(altered(final))):
        answer = checked(locked, content)
        assert answer.verdict is Verdict.ALTERED
        assert answer.number in final.decode("latin-1")


def test_whatever_is_damaged_is_answered_in_words(locked: Workspace, final: bytes) -> None:
    for place in range(100, len(final), len(final) // 40):
        flipped = final[:place] + bytes([final[place] ^ 0x10]) + final[place + 1 :]
        try:
            verdict = checked(locked, flipped).verdict
        except FileProblemError:
            continue  # so damaged that it is no PDF any more
        assert verdict in (Verdict.ALTERED, Verdict.SAME_CONTENT)


def test_what_was_added_to_a_page_is_noticed(locked: Workspace, final: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(final)) as pdf:
        pdf.pages[2].contents_add(b"0 0 0 rg 100 100 200 20 re f")
        pdf.save(out)

    assert checked(locked, out.getvalue()).verdict is Verdict.ALTERED


def test_what_came_later_is_named(locked: Workspace, final: bytes) -> None:
    steps.unlock(locked, PROVIDER, "复查")
    ratings.rate(locked, PROVIDER, STAFF, "12.5", "复查后")

    for content in (final, rewritten(final)):
        answer = checked(locked, content)
        assert answer.verdict is Verdict.DATA_CHANGED
        assert any(texts._("a rating") in line for line in answer.changed)


def test_a_report_of_another_round_or_a_draft_is_refused(
    rich: Workspace, locked: Workspace, tmp_path: Path
) -> None:
    steps.unlock(locked, PROVIDER, "复查")
    draft = prepare_provider_report(rich, PROVIDER).content()

    for content in (draft, b"", b"%PDF-1.4", b"\x00" * 100):
        with pytest.raises(FileProblemError, match=r"x\.pdf"):
            checked(rich, content)


def test_the_same_version_is_the_same_file_for_ever(
    locked: Workspace, final: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evaluator_desktop.operations import reports

    monkeypatch.setattr(reports, "PROGRAM", "Evaluator Desktop 99")  # years later
    before = locked.history.count()

    again = make_provider_report(locked, PROVIDER, tmp_path / "again.pdf")

    assert again.file.read_bytes() == final
    assert locked.history.count() == before


def test_a_kept_file_that_is_gone_is_made_again_only_if_it_is_the_same(
    locked: Workspace, final: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evaluator_desktop.operations import reports

    [entity] = locked.record(PROVIDER).of(IssuedReport)
    assert entity.body
    [file] = entity.body.files
    kept = locked.evidence_files.path(file.file_digest)
    assert kept.read_bytes() == final
    kept.unlink()

    assert prepare_provider_report(locked, PROVIDER).content() == final

    monkeypatch.setattr(reports, "PROGRAM", "Evaluator Desktop 99")
    with pytest.raises(FileProblemError, match="-1"):
        prepare_provider_report(locked, PROVIDER).content()


def test_each_language_is_issued_once(locked: Workspace, final: bytes, tmp_path: Path) -> None:
    texts.set_language("en")
    english = make_provider_report(locked, PROVIDER, tmp_path / "en.pdf").file.read_bytes()

    [entity] = locked.record(PROVIDER).of(IssuedReport)
    assert entity.body
    assert [file.language for file in entity.body.files] == ["zh_CN", "en"]
    for content in (final, english):
        assert checked(locked, content).verdict is Verdict.AS_ISSUED


def test_a_new_lock_is_a_new_version(locked: Workspace, final: bytes, tmp_path: Path) -> None:
    steps.unlock(locked, PROVIDER, "复查")
    lock(locked)

    second = make_provider_report(locked, PROVIDER, tmp_path / "second.pdf").file.read_bytes()

    assert checked(locked, second).number.endswith("-2")
    assert checked(locked, final).verdict is Verdict.DATA_CHANGED


def test_nothing_is_issued_of_what_changed_meanwhile(locked: Workspace) -> None:
    prepared = prepare_provider_report(locked, PROVIDER)
    made = prepared.make()
    steps.unlock(locked, PROVIDER, "复查")
    before = locked.history.count()

    with pytest.raises(StepError):
        issue(locked, prepared, made)

    assert locked.history.count() == before


def test_being_issued_leaves_the_report_as_it_is(locked: Workspace, final: bytes) -> None:
    assert prepare_provider_report(locked, PROVIDER).state == FINAL
    assert not locked.record(PROVIDER).conflicts
