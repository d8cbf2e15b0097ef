"""What comes in badly: hundreds of photographs, hostile names, memory over many reports."""

import gc
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.operations import providers
from evaluator_desktop.operations.batch import wanted_papers
from evaluator_desktop.operations.issuing import make_provider_report
from evaluator_desktop.operations.prepared import PreparedReport
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.reports.document import Photo, Photos, Section
from evaluator_desktop.store.workspace import Workspace
from tests.reports.rich_provider import photo
from tests.workspaces import OTHER, PROVIDER

_PHOTOS = 300
_FEW = 100


def test_three_hundred_photographs_are_all_there(prepared: PreparedReport, tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", (800, 600))
    digests = [f"{number:064x}" for number in range(_PHOTOS)]
    photos = Photos(tuple(Photo(d, f"照片{n}号") for n, d in enumerate(digests)), 6)
    report = replace(prepared.report, sections=(Section("照片", (photos,)),))

    made = replace(prepared, report=report, files=dict.fromkeys(digests, path)).make()

    document = pypdfium2.PdfDocument(made.content)
    try:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert all(f"照片{number}号" in text for number in range(_PHOTOS))
        assert made.pages == len(document) >= _PHOTOS // 6
    finally:
        document.close()


def test_a_name_of_two_hundred_characters_names_a_file_that_can_be_written(
    rich: Workspace, tmp_path: Path
) -> None:
    providers.edit_profile(rich, OTHER, "identity", {"name": "很长的名字" * 40})
    rows = [row for row in rich.projections.all() if row.provider == OTHER]
    [wanted] = wanted_papers(rows, tmp_path, ".pdf")

    result = make_provider_report(rich, OTHER, wanted.target)

    assert result.file.exists()
    assert len(result.file.name.encode()) < 255


def test_a_file_that_is_held_elsewhere_is_said_and_works_later(
    rich: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, replace = tmp_path / "report.pdf", Path.replace

    def held(self: Path, to: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file", str(to))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileProblemError, match=r"report\.pdf"):
        make_provider_report(rich, PROVIDER, target)
    assert not list(tmp_path.glob("report*"))

    monkeypatch.setattr(Path, "replace", replace)
    assert make_provider_report(rich, PROVIDER, target).file.exists()


def test_nothing_is_kept_of_a_report_that_was_made(rich: Workspace) -> None:
    prepared = prepare_provider_report(rich, PROVIDER)
    counts = []

    for _report in range(6):
        prepared.make()
        gc.collect()
        counts.append(len(gc.get_objects()))

    assert max(counts[2:]) - counts[1] < _FEW, "memory of many reports: bench/reports.py"
