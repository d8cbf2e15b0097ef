"""The ranking of a round, on paper and as a sheet."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from evaluator_desktop import texts
from evaluator_desktop.domain.bodies import Profile, Provider
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.domain.ranking import ranks
from evaluator_desktop.errors import FileProblemError, RoleError
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.papers import make_ranking
from evaluator_desktop.operations.reports import assessed
from evaluator_desktop.reports.document import RowKind, Table
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.papers.ranking import in_order, ranking, ranking_sheets
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.progress import SilentProgress
from evaluator_desktop.store.queries.ranks import round_ranks
from evaluator_desktop.store.workspace import Workspace
from tests.reports.pdf_reading import page_texts, squeezed
from tests.reports.rich_provider import lock
from tests.workspaces import CHEN, CODE, OTHER, PROVIDER


def paper_of(workspace: Workspace) -> PaperContext:
    return PaperContext(
        workspace.info, workspace.scheme, date(2020, 12, 31), "Program 1", "ab" * 32
    )


def rate_all(workspace: Workspace, provider: str, value: str) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, provider, item.id, value, "依据")


def test_equal_scores_share_a_rank_and_the_next_is_left_out(workspace: Workspace) -> None:
    third = workspace.session.new_id()
    identity = Profile(third, "identity", {"name": "丙", "is_law_firm": False, "address": ""})
    made = [
        Change(third, Provider.kind, Provider(None)),
        Change(derived_id(identity), Profile.kind, identity),
    ]
    workspace.commit("import_providers", made)
    for provider, value in ((PROVIDER, "80"), (OTHER, "80"), (third, "70")):
        rate_all(workspace, provider, value)
    placed = round_ranks(workspace)
    found, _hidden = assessed(workspace, placed, SilentProgress())

    report = ranking(paper_of(workspace), found, placed)

    table = next(b for s in report.sections for b in s.blocks if isinstance(b, Table))
    assert [row.cells[0] for row in table.rows] == ["1 =", "1 =", "3"]
    assert [row.cells[2] for row in table.rows] == ["80.00", "80.00", "70.00"]
    assert all(row.kind is RowKind.PLAIN for row in table.rows)
    [sheet] = ranking_sheets(workspace.scheme, found, placed)
    assert [row[:2] for row in sheet.rows] == [
        (1, texts._("yes")),
        (1, texts._("yes")),
        (3, None),
    ]


def test_who_has_no_score_has_no_rank_and_stands_last(workspace: Workspace) -> None:
    rate_all(workspace, OTHER, "80")
    placed = round_ranks(workspace)
    found, _hidden = assessed(workspace, placed, SilentProgress())

    assert [a.record.id for a in in_order(found, placed)] == [OTHER, PROVIDER]
    words = [w.text for w in ranking(paper_of(workspace), found, placed).words()]
    assert texts._("Without a rank") in words


def test_it_is_a_draft_until_every_result_is_final(rich: Workspace, tmp_path: Path) -> None:
    lock(rich)

    result = make_ranking(rich, tmp_path / "ranking.pdf")

    assert result.state == "draft"
    assert "1" in result.warnings[0]
    text = squeezed("".join(page_texts(result.file.read_bytes())))
    assert squeezed(texts._("Ranking of the round")) in text
    assert CODE in text
    assert squeezed(texts._("DRAFT")) in text


def test_the_same_data_give_the_same_bytes(rich: Workspace, tmp_path: Path) -> None:
    first, second = (make_ranking(rich, tmp_path / f"{n}.pdf").file.read_bytes() for n in "12")

    assert first == second


def test_the_sheet_is_a_workbook(rich: Workspace, tmp_path: Path) -> None:
    result = make_ranking(rich, tmp_path / "ranking.xlsx")

    [sheet] = openpyxl.load_workbook(result.file).worksheets
    assert sheet["A1"].value == texts._("Rank")
    assert (sheet["A2"].value, sheet["C2"].value) == (1, CODE)
    assert sheet["C2"].data_type == "s"


def test_nothing_is_overwritten_and_nothing_hidden_is_told(rich: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "ranking.pdf"
    target.write_text("mine")
    with pytest.raises(FileProblemError):
        make_ranking(rich, target)
    rich.act_as(CHEN)
    with pytest.raises(RoleError):
        make_ranking(rich, tmp_path / "other.pdf")
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["ranking.pdf"]
    assert ranks({"a": None}) == {}
