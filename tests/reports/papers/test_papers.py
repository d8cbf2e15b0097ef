"""Visit, supplement and calls on paper: everything the workspace knows of them, masked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from evaluator_desktop import texts
from evaluator_desktop.domain.departure import departure_lines
from evaluator_desktop.domain.redraw import redraw_lines
from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.operations import calls, customers, evidence, verification
from evaluator_desktop.operations.papers import (
    make_call_list,
    make_departure_sheet,
    make_supplement_notice,
)
from evaluator_desktop.operations.prepared import ReportResult
from evaluator_desktop.reports.papers.supplement import wanted
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.store.queries.customers import sample_view
from evaluator_desktop.store.workspace import Workspace
from tests.reports.pdf_reading import page_texts, squeezed
from tests.reports.rich_provider import CONTACT, LANDLINE, PHONE
from tests.workspaces import CODE, OTHER, PROVIDER, STAFF

DUE = date(2021, 1, 15)
Make = Callable[[Workspace, Path], ReportResult]
PAPERS: dict[str, Make] = {
    "visit": lambda w, path: make_departure_sheet(w, PROVIDER, path),
    "supplement": lambda w, path: make_supplement_notice(w, PROVIDER, DUE, path),
    "calls": lambda w, path: make_call_list(w, PROVIDER, path),
}


def said(result: ReportResult) -> str:
    return squeezed("".join(page_texts(result.file.read_bytes())))


@pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS)
class TestEveryPaper:
    def test_it_names_the_provider_and_nobody_in_full(
        self, make: Make, rich: Workspace, tmp_path: Path
    ) -> None:
        text = said(make(rich, tmp_path / "paper.pdf"))

        assert CODE in text
        for secret in (PHONE, LANDLINE, CONTACT):
            assert secret not in text

    def test_the_same_data_give_the_same_bytes(
        self, make: Make, rich: Workspace, tmp_path: Path
    ) -> None:
        first, second = (make(rich, tmp_path / f"{n}.pdf").file.read_bytes() for n in "12")

        assert first == second

    def test_it_overwrites_nothing(self, make: Make, rich: Workspace, tmp_path: Path) -> None:
        target = tmp_path / "mine.pdf"
        target.write_text("mine")

        with pytest.raises(FileProblemError):
            make(rich, target)
        assert target.read_text() == "mine"


def test_the_visit_lists_what_was_seen_and_what_is_open(rich: Workspace, tmp_path: Path) -> None:
    text = said(make_departure_sheet(rich, PROVIDER, tmp_path / "visit.pdf"))

    assessment = rich.assessment(PROVIDER)
    for item in assessment.items:
        for piece in item.present:
            assert squeezed(user_text(piece.body.name)) in text
    for line in departure_lines(assessment, rich.person):
        assert squeezed(line.check.name.zh) in text


def test_the_visit_shows_how_far_every_chain_had_come(rich: Workspace, tmp_path: Path) -> None:
    text = said(make_departure_sheet(rich, PROVIDER, tmp_path / "visit.pdf"))

    for run, (seq, tip) in rich.history.tips().items():
        assert f"{run}{seq}{tip[:24]}" in text


def test_the_notice_asks_for_what_is_missing_and_what_could_not_be_verified(
    rich: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "合同.txt"
    file.write_text("合同")
    [(entity, _name, _file)] = evidence.add_files(rich, PROVIDER, STAFF, [file]).files
    verification.record_outcome(rich, entity, "unverifiable", note="印章看不清")

    lines = wanted(rich.assessment(PROVIDER))

    text = said(make_supplement_notice(rich, PROVIDER, DUE, tmp_path / "notice.pdf"))
    assert any("印章看不清" in line.why for line in lines)
    for line in lines:
        assert all(squeezed(part) in text for part in line)
    assert squeezed(texts.date_text(DUE)) in text


def test_the_notice_is_a_sheet_too(rich: Workspace, tmp_path: Path) -> None:
    result = make_supplement_notice(rich, OTHER, DUE, tmp_path / "notice.xlsx")

    [sheet] = openpyxl.load_workbook(result.file).worksheets
    lines = wanted(rich.assessment(OTHER))
    assert lines
    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == [line.what for line in lines]
    assert sheet["E2"].number_format == "yyyy-mm-dd"


def test_the_calls_are_those_of_the_sample(rich: Workspace, tmp_path: Path) -> None:
    people = [(f"客户{number:02d}有限公司", f"138{number:08d}") for number in range(40)]
    customers.add_customers(rich, PROVIDER, people)
    calls.draw(rich, PROVIDER, 7)
    first, *_others = calls.drawn_customers(rich, PROVIDER)
    calls.record_call(rich, PROVIDER, first.id, "completed", service_real=True, satisfaction=4)
    view = sample_view(rich, PROVIDER)

    text = said(make_call_list(rich, PROVIDER, tmp_path / "calls.pdf"))

    assert view.redraw
    assert squeezed("".join(redraw_lines(view.redraw))) in text
    shown = view.places[: view.size.size]
    assert all(f"{place.number}{place.masked_name}{place.masked_phone}" in text for place in shown)
    assert squeezed(texts._("Satisfied")) in text
    assert not any(name in text or phone in text for name, phone in people)


def test_without_a_sample_the_calls_say_so(rich: Workspace, tmp_path: Path) -> None:
    text = said(make_call_list(rich, OTHER, tmp_path / "calls.pdf"))

    assert squeezed(texts._("No sample is drawn yet.")) in text
