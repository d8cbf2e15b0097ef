from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from evaluator_desktop import texts
from evaluator_desktop.domain.assess import assess
from evaluator_desktop.operations import evidence, ratings, shop, verification
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.reports.document import Photos, Report, Spider, Table, TierMark
from evaluator_desktop.reports.report_model import ReportContext, data_digest, provider_report
from evaluator_desktop.store.workspace import Workspace
from tests.reports.rich_provider import (
    CONTACT,
    HOSTILE,
    LANDLINE,
    PHONE,
    REMOVED_NAME,
    REMOVED_REASON,
    facts,
    lock,
)
from tests.workspaces import CHEN, LEAD, OTHER, PROVIDER, STAFF, ZHOU, Laptop

CONTEXT = ReportContext(date(2026, 11, 22), "Evaluator Desktop", "0" * 64)


def report_of(workspace: Workspace, provider: str = PROVIDER) -> Report:
    return prepare_provider_report(workspace, provider).report


def said(report: Report) -> str:
    return "\n".join(words.text for words in report.words())


def blocks(report: Report, kind: type) -> list[Any]:
    return [b for section in report.sections for b in section.blocks if isinstance(b, kind)]


def rows(report: Report, column: str) -> list[tuple[str, ...]]:
    """Return the rows of the first table that has such a column."""
    tables: list[Table] = blocks(report, Table)
    table = next(t for t in tables if column in [c.head for c in t.columns])
    return [row.cells for row in table.rows]


# --- what a report says -------------------------------------------------------------------------


def test_the_numbers_stand_in_the_report(rich: Workspace) -> None:
    lock(rich)

    report = report_of(rich)

    assert "80.53" in said(report)
    [tier] = blocks(report, TierMark)
    assert (tier.shape, tier.count) == ("diamond", 3)
    assert "三钻" in tier.text
    assert "2470" in tier.text
    quantities = [row[3:6] for row in rows(report, texts._("Quantity"))[:-1]]
    assert len(quantities) == 17
    assert quantities[3] == ("26", "10", "200")
    assert quantities[6:8] == [("45", "1", "45"), ("3", "5", "15")]


def test_runs_of_ten_days_are_named(rich: Workspace) -> None:
    text = said(report_of(rich))

    assert "2020-01-01" in text
    assert "2020-03-01" in text
    assert "2020-02-01" not in text


def test_each_item_has_its_line(rich: Workspace) -> None:
    lines = [row for row in rows(report_of(rich), texts._("Points")) if len(row) == 7]

    assert len(lines) == 15 + 1
    assert lines[0][2:] == ("1", "属实 1", "81.00", "5.00%", "4.05")
    assert lines[-1][-2:] == ("100.00%", "80.53")


def test_an_open_item_is_told_from_nought(rich: Workspace) -> None:
    rich.act_as(ZHOU)
    ratings.rate(rich, PROVIDER, STAFF, "0", "无人员")
    rich.act_as(LEAD)

    report = report_of(rich)

    lines = [row for row in rows(report, texts._("Points")) if len(row) == 7]
    assert lines[3][4:] == (texts._("In dispute"), "5.00%", "—")
    assert lines[-1][-1] == "—"
    [spider] = blocks(report, Spider)
    assert [axis.score is None for axis in spider.axes] == [True, False, False, False, False]


def test_weights_and_classes_are_marked_as_unofficial(rich: Workspace) -> None:
    lock(rich)

    text = said(report_of(rich))

    assert text.count(texts._("sample weights (unofficial)")) >= 3
    assert texts._("unofficial") in text


def test_an_empty_provider_has_a_report_too(workspace: Workspace) -> None:
    report = report_of(workspace, OTHER)

    assert report.is_draft
    assert texts._("Nothing was handed in.") in said(report)
    assert blocks(report, TierMark) == []


def test_what_was_not_covered_is_said(rich: Workspace) -> None:
    text = said(report_of(rich))

    assert texts._("What was not covered") in text
    assert texts._("Entry conditions: this scheme does not check them.") in text


def test_ratings_stand_with_person_and_reason(rich: Workspace) -> None:
    lines = rows(report_of(rich), texts._("Evaluator"))

    assert len(lines) == 30
    assert lines[8][1:3] in ((ZHOU, "55"), (CHEN, "55"))
    assert HOSTILE in lines[8][3]


def test_two_versions_of_a_rating_are_both_printed(laptop: Laptop) -> None:
    first, second = laptop("one"), laptop("two")
    ratings.rate(first, PROVIDER, STAFF, "90")
    ratings.rate(second, PROVIDER, STAFF, "40", "缺社保清单")
    heads = [w.record(PROVIDER).ratings(STAFF)[0] for w in (first, second)]
    record = first.record(PROVIDER)
    both = msgspec.structs.replace(heads[0], heads=heads[0].heads + heads[1].heads)
    torn = replace(record, entities={**record.entities, "rating": (both,)})

    report = provider_report(assess(torn, first.scheme, first.info), CONTEXT)

    lines = rows(report, texts._("Evaluator"))
    assert sorted(line[2] for line in lines) == ["40", "90"]
    assert all("冲突" in line[3] or texts._("In conflict") in line[3] for line in lines)
    assert any("缺社保清单" in line[3] for line in lines)


def test_removed_evidence_is_listed_with_its_reason(rich: Workspace) -> None:
    report = report_of(rich)

    [line] = [row for row in rows(report, "SHA-256") if REMOVED_NAME in row]
    assert line[-1] == texts._("removed")
    reasons = [t for t in blocks(report, Table) if len(t.columns) == 2][-1]
    assert (line[0], REMOVED_REASON) in [row.cells for row in reasons.rows]


def test_each_picture_is_shown_once(rich: Workspace) -> None:
    [photos] = blocks(report_of(rich), Photos)

    assert len(photos.photos) == 4
    assert photos.to_a_page == 4
    assert len({photo.digest for photo in photos.photos}) == 4


@pytest.mark.parametrize("hidden", [PHONE, "138 1234 5678", LANDLINE, CONTACT])
def test_telephone_numbers_and_contacts_are_masked(rich: Workspace, hidden: str) -> None:
    text = said(report_of(rich))

    assert hidden not in text
    assert "138****5678" in text
    assert f"{CONTACT[0]}**" in text


def test_a_contact_that_is_elsewhere_is_said_to_be_so(rich: Workspace) -> None:
    record = replace(rich.record(PROVIDER), personal={})

    report = provider_report(assess(record, rich.scheme, rich.info), CONTEXT)

    absent = texts._("not on this computer (packages carry personal data only encrypted)")
    assert said(report).count(absent) == 2


# --- draft or final -----------------------------------------------------------------------------


def test_until_the_lock_a_report_is_a_draft(rich: Workspace) -> None:
    before = report_of(rich)
    lock(rich)
    after = report_of(rich)

    assert before.is_draft
    assert before.watermark
    assert before.number.endswith("-1-DRAFT")
    assert not after.is_draft
    assert after.watermark == ""
    assert after.number.endswith("-1")
    assert all(reason in said(before) for reason in before.draft_reasons)


def test_what_blocks_is_named_on_the_draft(rich: Workspace) -> None:
    lock(rich)
    entity = rich.record(PROVIDER).evidence[0]
    assert entity.body is not None
    rich.evidence_files.path(entity.body.digest).unlink()

    report = report_of(rich)

    assert report.is_draft
    assert entity.body.name in "".join(report.draft_reasons)


def test_before_submitting_nobody_reads_the_ratings_of_others(laptop: Laptop) -> None:
    workspace = laptop("shared")
    ratings.rate(workspace, PROVIDER, STAFF, "91")
    workspace.act_as(CHEN)
    ratings.rate(workspace, PROVIDER, STAFF, "87")

    report = report_of(workspace)

    persons = {row[1] for row in rows(report, texts._("Evaluator"))}
    assert persons == {CHEN}
    assert "91" not in [row[2] for row in rows(report, texts._("Evaluator"))]
    reason = texts._("The ratings of others are left out until you have submitted your own.")
    assert reason in report.draft_reasons


# --- number and digest --------------------------------------------------------------------------

CHANGES: dict[str, Callable[[Workspace], object]] = {
    "rating": lambda w: ratings.rate(w, PROVIDER, STAFF, "1", "几乎没有"),
    "outcome": lambda w: verification.record_outcome(w, w.record(PROVIDER).evidence[0].id, "false"),
    "evidence": lambda w: evidence.remove(w, w.record(PROVIDER).evidence[0].id, "撤回"),
    "shop": lambda w: shop.set_facts(w, PROVIDER, _other_facts()),
}


def _other_facts() -> dict[str, object]:
    return facts() | {"products": 19}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_digest_of_the_data_follows_every_change(
    rich: Workspace, change: Callable[[Workspace], object]
) -> None:
    before = data_digest(rich.record(PROVIDER), rich.scheme, rich.info)
    same = data_digest(rich.record(PROVIDER), rich.scheme, rich.info)
    change(rich)

    assert same == before
    assert data_digest(rich.record(PROVIDER), rich.scheme, rich.info) != before


def test_number_and_digests_stand_at_the_end(rich: Workspace) -> None:
    report = report_of(rich)

    last = [words.text for words in report.words()][-8:]
    assert report.number in last
    assert report.data_digest in last
    assert rich.scheme.digest in last


# --- languages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "first"), [("zh_CN", "一、"), ("en", "1  ")], ids=["Chinese", "English"]
)
def test_sections_are_numbered_as_the_language_does(
    rich: Workspace, language: str, first: str
) -> None:
    texts.set_language(language)

    report = report_of(rich)

    assert report.language == language
    assert report.sections[1].title.startswith(first)
    assert len({section.title for section in report.sections}) == len(report.sections)
    tables: list[Table] = blocks(report, Table)
    for number, table in enumerate(tables, start=1):
        assert str(number) in table.caption


def test_the_english_report_has_no_chinese_of_ours(workspace: Workspace) -> None:
    texts.set_language("en")

    words = said(report_of(workspace, OTHER))

    own = ("苏州咨询中心（示例）", workspace.info.body.name, *workspace.info.body.persons[0].name)
    for name in (*own, *(p.name for p in workspace.info.body.persons)):
        words = words.replace(name, "")
    assert [c for c in words if "\u4e00" <= c <= "\u9fff"] == []
