from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from evaluator_desktop.domain.assessment import ItemAssessment
from evaluator_desktop.operations import evidence, verification
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.models.evidence_model import (
    DAY,
    FILE,
    NUMBER,
    OUTCOME,
    EvidenceModel,
    file_icon,
)
from evaluator_desktop.ui.models.requirement_model import NAME, STATE, RequirementModel
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from tests.ui.pages.workbench.bench import STAFF, new_workspace

Record = Callable[[Workspace, Mapping[str, str]], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "round"


def staff(path: Path, *names: str, record: Record | None = None) -> ItemAssessment:
    """Return the staff item after files were added and `record(workspace, ids)` was called."""
    provider = new_workspace(path)
    with Workspace.open(path) as workspace:
        ids = {}
        for name in names:
            added = evidence.add_content(
                workspace, provider, STAFF, name, name.encode(), requirement="staff_list"
            )
            ids[name] = added.files[0][0]
        if record is not None:
            record(workspace, ids)
        return workspace.assessment(provider).item(STAFF)


def shown(item: ItemAssessment) -> EvidenceModel:
    model = EvidenceModel()
    model.show_evidence(item.item, item.evidence, "2026")
    return model


def cell(model: EvidenceModel | RequirementModel, row: int, column: int) -> Cell:
    found = model.data(model.index(row, column), CELL)
    assert isinstance(found, Cell)
    return found


def test_it_is_a_sound_model(path: Path) -> None:
    item = staff(path, "a.txt", "b.pdf")
    for model in (EvidenceModel(), RequirementModel()):
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Warning
        )
        if isinstance(model, EvidenceModel):
            model.show_evidence(item.item, item.evidence, "2026")
            model.show_evidence(item.item, (), "2026")
        else:
            model.show_item(item)
        assert tester.model() is model


def test_a_row_says_number_name_requirement_and_size(path: Path) -> None:
    model = shown(staff(path, "名单.xlsx"))

    assert cell(model, 0, NUMBER).text == "1"
    assert cell(model, 0, FILE).text == "名单.xlsx"
    assert cell(model, 0, FILE).icon == "table"
    assert cell(model, 0, FILE).second == "专职人员名单 · 11 B"
    assert cell(model, 0, OUTCOME).icon == "outcome_pending"
    assert cell(model, 0, DAY).text == ""


def test_a_judged_file_says_how_and_a_missing_note_goes_first(path: Path) -> None:
    def judge(workspace: Workspace, ids: Mapping[str, str]) -> None:
        verification.record_outcome(workspace, ids["a.txt"], "verified", method="site")
        verification.record_outcome(workspace, ids["b.txt"], "false")

    model = shown(staff(path, "a.txt", "b.txt", record=judge))

    assert cell(model, 0, FILE).second.count(" · ") == 2
    assert cell(model, 0, OUTCOME).ink == "ok"
    assert cell(model, 1, OUTCOME).icon == "outcome_false"
    assert cell(model, 1, FILE).second.count(" · ") == 1


def test_a_removed_file_is_struck_through_with_its_reason(path: Path) -> None:
    item = staff(
        path,
        "a.jpg",
        record=lambda workspace, ids: evidence.remove(workspace, ids["a.jpg"], "拍糊"),
    )
    model = shown(item)

    assert cell(model, 0, FILE).struck
    assert "拍糊" in cell(model, 0, FILE).second
    assert cell(model, 0, OUTCOME).icon == "circle"


def test_a_file_that_is_not_here_is_marked(path: Path) -> None:
    def lose(workspace: Workspace, ids: Mapping[str, str]) -> None:
        body = evidence.find_evidence(workspace, ids["a.jpg"])
        workspace.evidence_files.path(body.digest).unlink()

    assert cell(shown(staff(path, "a.jpg", record=lose)), 0, FILE).icon == "missing"


def test_the_year_of_the_round_is_left_out_of_dates(path: Path) -> None:
    from datetime import date

    def date_them(workspace: Workspace, ids: Mapping[str, str]) -> None:
        for name, day in (("a.txt", date(2026, 3, 18)), ("b.txt", date(2024, 3, 18))):
            evidence.describe(
                workspace, ids[name], requirement="staff_list", captured_on=day, note=""
            )

    model = shown(staff(path, "a.txt", "b.txt", record=date_them))

    assert [cell(model, row, DAY).text for row in range(2)] == ["03-18", "2024-03-18"]


def test_markup_in_a_name_is_shown_as_it_is(path: Path) -> None:
    model = shown(staff(path, "<img src=probe.png>.txt"))
    tip = model.data(model.index(0, FILE), Qt.ItemDataRole.ToolTipRole)

    assert "<img" not in tip
    assert "&lt;img" in tip


@pytest.mark.parametrize(
    ("name", "icon"),
    [
        ("a.JPG", "image"),
        ("a.pdf", "document"),
        ("a.mp4", "video"),
        ("a.exe", "file"),
        ("a", "file"),
    ],
)
def test_the_ending_gives_the_icon(name: str, icon: str) -> None:
    assert file_icon(name) == icon


def test_requirements_say_what_is_missing_and_what_is_met(path: Path) -> None:
    item = staff(
        path,
        "a.txt",
        "b.txt",
        record=lambda workspace, ids: verification.record_outcome(
            workspace, ids["a.txt"], "verified"
        ),
    )
    model = RequirementModel()
    model.show_item(item)

    assert cell(model, 0, NAME).icon == "outcome_partly_verified"
    assert "1" in cell(model, 0, STATE).text
    assert cell(model, 1, NAME).icon == "missing"
    assert cell(model, 1, STATE).ink == "false"


def test_what_is_missing_stands_first_where_a_narrow_pane_cuts(path: Path) -> None:
    def judge(workspace: Workspace, ids: Mapping[str, str]) -> None:
        verification.record_outcome(workspace, ids["a.txt"], "false")

    model = shown(staff(path, "a.txt", record=judge))

    assert cell(model, 0, FILE).second.startswith("缺备注")
