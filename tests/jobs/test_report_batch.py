"""A batch of papers in processes: what is written, refused, cancelled and taken up again."""

import multiprocessing
import os
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from evaluator_desktop.domain.bodies import IssuedReport
from evaluator_desktop.errors import (
    FieldProblem,
    FieldsError,
    FileProblemError,
    UnknownProviderError,
)
from evaluator_desktop.jobs.report_batch import ProcessEndedError, ReportBatch, _Watch
from evaluator_desktop.operations.batch import Wanted, Written, prepare_index, wanted_papers
from evaluator_desktop.operations.paper_kinds import PDF
from evaluator_desktop.operations.prepared import MadeReport
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.reports.pdf.fonts import MissingGlyphError
from evaluator_desktop.store.progress import CancelledError, SilentProgress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import speaking
from tests.reports.conftest import rich, rich_template
from tests.reports.rich_provider import lock
from tests.workspaces import OTHER, PROVIDER, workspace_template

__all__ = ["rich", "rich_template", "workspace_template"]

Step = Callable[..., Any]


class Stopped(SilentProgress):
    """Cancelled from the first result on."""

    def __init__(self) -> None:
        self.written: list[Written] = []

    @property
    def cancelled(self) -> bool:  # type: ignore[override]
        return bool(self.written)


def batch(workspace: Workspace, prepare: Step = prepare_provider_report, **options: Any) -> Any:
    """A batch that lays out in processes, however few the papers are."""
    options.setdefault("progress", SilentProgress())
    return ReportBatch(
        prepare, lambda step, *args: step(workspace, *args), worth_processes=1, **options
    )


def wanted(folder: Path, *providers: str) -> list[Wanted]:
    return [Wanted(p, "", p, folder / f"{n}.pdf") for n, p in enumerate(providers)]


def test_what_processes_lay_out_is_what_is_previewed(rich: Workspace, tmp_path: Path) -> None:
    rows = rich.projections.all()
    told: list[Written] = []

    written = batch(rich, tell=told.append).write(wanted_papers(rows, tmp_path, PDF))

    assert sorted(w.wanted.provider for w in written) == sorted([PROVIDER, OTHER])
    assert told == written
    for one in written:
        assert one.result is not None
        seen = prepare_provider_report(rich, one.wanted.provider)
        assert one.wanted.target.read_bytes() == seen.content()
        assert (one.number, one.result.state) == (seen.report.number, "draft")
    assert multiprocessing.active_children() == []


def test_the_language_travels_with_the_paper(rich: Workspace, tmp_path: Path) -> None:
    def in_english(workspace: Workspace, provider: str) -> Any:
        with speaking("en"):
            return prepare_provider_report(workspace, provider)

    (written,) = batch(rich, in_english).write(wanted(tmp_path, PROVIDER))

    with speaking("en"):
        assert (
            written.wanted.target.read_bytes() == prepare_provider_report(rich, PROVIDER).content()
        )
    assert prepare_provider_report(rich, PROVIDER).report.language == "zh_CN"


def test_a_final_report_is_issued_once_and_taken_up_again(rich: Workspace, tmp_path: Path) -> None:
    lock(rich)
    papers = wanted(tmp_path, PROVIDER)

    (first,) = batch(rich).write(papers)
    (again,) = batch(rich).write(papers)

    assert first.result is not None
    assert (first.result.state, first.result, first.digest) == ("final", again.result, again.digest)
    [entity] = rich.record(PROVIDER).of(IssuedReport)
    assert entity.body is not None
    assert [file.file_digest for file in entity.body.files] == [first.digest]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".pdf"] == ["0.pdf"]


def test_one_that_is_refused_keeps_no_other_back(rich: Workspace, tmp_path: Path) -> None:
    papers = wanted(tmp_path, PROVIDER, "nobody", OTHER)
    papers[0].target.write_text("mine")

    def prepare(workspace: Workspace, provider: str) -> Any:
        if provider == "nobody":
            raise UnknownProviderError(code=provider)
        return prepare_provider_report(workspace, provider)

    by_provider = {w.wanted.provider: w for w in batch(rich, prepare).write(papers)}

    assert isinstance(by_provider[PROVIDER].error, FileProblemError)
    assert papers[0].target.read_text() == "mine"
    assert isinstance(by_provider["nobody"].error, UnknownProviderError)
    assert by_provider[OTHER].result is not None
    index = prepare_index(rich, [by_provider[one.provider] for one in papers])
    assert [row[-1] is None for row in index.sheets[0].rows] == [False, False, True]


def test_a_cancel_leaves_what_was_ready(rich: Workspace, tmp_path: Path) -> None:
    progress = Stopped()
    papers = wanted(tmp_path, *[PROVIDER] * 12)

    written = batch(rich, progress=progress, tell=progress.written.append).write(papers)

    assert 0 < len(written) < 12
    files = sorted(path.name for path in tmp_path.iterdir() if path.is_file())
    assert files == sorted(w.wanted.target.name for w in written)
    assert multiprocessing.active_children() == []


def test_a_layout_that_runs_is_stopped_at_its_next_page(rich: Workspace, tmp_path: Path) -> None:
    prepared = prepare_provider_report(rich, PROVIDER)

    with pytest.raises(CancelledError):
        prepared.make(progress=_Watch(lambda: True))


class Deadly:
    """A paper that ends the process that lays it out."""

    number = ""

    def make(self, **_options: object) -> MadeReport:
        os._exit(9)


def test_a_process_that_dies_costs_its_papers_only(rich: Workspace, tmp_path: Path) -> None:
    given = iter([Deadly()])

    def prepare(workspace: Workspace, provider: str) -> Any:
        return next(given, None) or prepare_provider_report(workspace, provider)

    written = batch(rich, prepare).write(wanted(tmp_path, *[PROVIDER] * 8))

    refused = [w for w in written if w.error]
    assert 1 <= len(refused) <= 4
    assert all(isinstance(w.error, ProcessEndedError) for w in refused)
    assert all(w.wanted.target.exists() for w in written if not w.error)


def test_errors_travel_between_processes() -> None:
    problem = FieldProblem("note", "no glyph")
    errors = (
        MissingGlyphError(characters="x", details=[problem]),
        FieldsError("Date", [problem]),
        CancelledError(),
        FileProblemError(file="a", problem="b"),
    )
    for error in errors:
        found = copy(error)  # goes the way of pickling
        assert (type(found), str(found), found.details) == (type(error), str(error), error.details)


def test_names_are_safe_and_never_the_same(rich: Workspace, tmp_path: Path) -> None:
    row = rich.projections.all()[0]
    rows = [
        replace(row, provider="0a", code=None, name="长" * 200),
        replace(row, provider="0b", code=None, name="长" * 200),
        replace(row, provider="0c", code="91310000MA1FL0000N", name="CON/../a:b"),
        replace(row, provider="0d", code="91310000MA1FL0000N", name="con/../A:b"),
    ]

    found = wanted_papers(rows, tmp_path, PDF)

    names = {one.target.name.casefold() for one in found}
    assert len(names) == 4
    for one in found:
        assert one.target.parent == tmp_path
        one.target.with_name(one.target.name + ".part").write_bytes(b"x")
