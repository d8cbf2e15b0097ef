"""The reports page in the real window: the PDF beside the list is the one that is saved."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from PIL import ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from evaluator_desktop import texts
from evaluator_desktop.operations import ratings, shop
from evaluator_desktop.operations.batch import paper_name
from evaluator_desktop.operations.paper_kinds import KINDS, PDF, Paper
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.pages.report import handing_out
from evaluator_desktop.ui.pages.report.printing import new_printer
from evaluator_desktop.ui.pages.report_page import ReportPage
from tests.ui.pages.opened import PATIENCE_MS, Opened, Opener, open_page
from tests.workspaces import FACTS, OTHER, PROVIDER, STAFF, workspace_template

__all__ = ["open_page", "workspace_template"]


@pytest.fixture
def folder(workspace_template: Path, tmp_path: Path) -> Path:
    """A lead's workspace in which one provider has every rating and the shop's facts."""
    folder = tmp_path / "lead"
    shutil.copytree(workspace_template, folder)
    with Workspace.open(folder) as workspace:
        for item in workspace.scheme.items:
            ratings.rate(workspace, PROVIDER, item.id, "83.5")
        shop.set_facts(workspace, PROVIDER, FACTS)
    return folder


class Desk:
    def __init__(self, opened: Opened) -> None:
        self.opened, self.qtbot = opened, opened.qtbot
        assert isinstance(opened.page, ReportPage)
        self.page, self.ui = opened.page, opened.page.ui
        self.made: list[bytes] = []
        self.page._making.ready.connect(lambda paper: self.made.append(paper.file.read_bytes()))

    def show(self, provider: str) -> bytes:
        """Choose a provider and return the bytes that lie under the preview."""
        self.made.clear()
        self.page._making.provider = ""
        self.opened.window.show_provider("report", provider)
        self.page._show_current()
        self.wait()
        return self.made[-1]

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.made), timeout=PATIENCE_MS)
        self.opened.settle()

    @property
    def results(self) -> dict[str, str]:
        """What the list says of each provider's paper."""
        return dict(self.page.providers.model._results)

    @property
    def is_saving(self) -> bool:
        return self.page._handing_out.saving.is_busy


@pytest.fixture
def desk(folder: Path, open_page: Opener) -> Desk:
    return Desk(open_page(folder, "report", ReportPage))


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let the file dialogs answer with a path, as a person would choose it."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(path))

    return answer


def pdf_text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_the_report_that_is_seen_is_the_one_that_is_saved(
    desk: Desk, choose: Callable[[Path], None], tmp_path: Path
) -> None:
    seen = desk.show(PROVIDER)
    assert seen == desk.opened.ask(prepare_provider_report, PROVIDER).content()
    target = tmp_path / "report.pdf"
    choose(target)
    desk.opened.click(desk.ui.save_button)
    desk.qtbot.waitUntil(lambda: bool(desk.results), timeout=PATIENCE_MS)

    assert target.read_bytes() == seen
    text = pdf_text(seen)
    assessment = desk.opened.assessment()
    assert assessment.score == "83.50"
    assert assessment.ledger is not None
    assert "83.50" in text
    tier = next(t for t in assessment.scheme.tiers if t.id == assessment.ledger.tier)
    assert tier.name.zh in text


def test_arriving_with_another_provider_chooses_it_alone(desk: Desk) -> None:
    desk.show(PROVIDER)
    QTest.keyPress(desk.ui.report_table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    desk.page.providers.choose(OTHER)  # by Ctrl+6, with Ctrl still held
    QTest.keyRelease(desk.ui.report_table, Qt.Key.Key_Control)

    assert len(desk.ui.report_table.selectionModel().selectedRows()) == 1


def test_what_keeps_it_a_draft_stands_beside_it(desk: Desk) -> None:
    desk.show(PROVIDER)
    model = desk.page.finding_model
    said = [model.index(row, 0).data() for row in range(model.rowCount())]

    assert len(said) > 1
    assert any("属实" in text for text in said), "D5: rated, nothing verified"


def test_a_commit_marks_the_report_as_out_of_date(desk: Desk) -> None:
    before = desk.show(PROVIDER)
    assert not desk.ui.stale_bar.isVisible()
    desk.opened.ask(ratings.rate, OTHER, STAFF, "70")
    assert not desk.ui.stale_bar.isVisible(), "another provider's data"

    desk.opened.ask(ratings.rate, PROVIDER, STAFF, "70")
    assert desk.ui.stale_bar.isVisible()
    assert len(desk.made) == 1, "the paper stays as it is until somebody asks"

    desk.made.clear()
    desk.opened.click(desk.ui.again_button)
    desk.wait()
    assert not desk.ui.stale_bar.isVisible()
    assert desk.made[-1] != before


def test_all_are_saved_into_a_folder_and_nothing_is_overwritten(
    desk: Desk, choose: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    row = next(r for r in desk.page.providers.model.rows() if r.provider == OTHER)
    (folder / paper_name(row, PDF)).write_text("mine")
    choose(folder)
    desk.opened.click(desk.ui.save_all_button)
    desk.qtbot.waitUntil(lambda: len(desk.results) == 2 and not desk.is_saving, timeout=PATIENCE_MS)
    desk.opened.settle()

    assert (folder / paper_name(row, PDF)).read_text() == "mine"
    assert len(list(folder.glob("*.pdf"))) == 2
    assert len(list(folder.glob("*.xlsx"))) == 1, "the index sheet"
    assert desk.ui.error_line.text() != ""
    assert desk.ui.save_all_button.isEnabled()


def test_a_report_that_cannot_be_made_is_said_and_not_saved(desk: Desk) -> None:
    desk.show(PROVIDER)
    shutil.rmtree(desk.page._making._folder.path())
    desk.page.commands()["refresh"]()
    desk.qtbot.waitUntil(lambda: bool(desk.ui.error_line.text()), timeout=PATIENCE_MS)
    desk.opened.settle()

    assert desk.ui.state_label.text() == _("The report could not be made")
    assert not desk.ui.save_button.isEnabled()
    assert desk.ui.error_line.isVisible()


def test_a_cancel_leaves_no_half_report(
    desk: Desk, choose: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    choose(folder)
    desk.qtbot.mouseClick(desk.ui.save_all_button, Qt.MouseButton.LeftButton)
    desk.qtbot.mouseClick(desk.ui.progress_line.cancel_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: not desk.is_saving, timeout=PATIENCE_MS)
    desk.opened.settle()

    assert not list(folder.glob("*.part"))
    assert len(list(folder.iterdir())) < 2
    assert not desk.ui.progress_line.isVisible()


def test_the_private_copy_goes_with_the_page(desk: Desk) -> None:
    desk.show(PROVIDER)
    assert desk.page._making.shown is not None
    held = desk.page._making.shown.file
    assert held.parent.stat().st_mode & 0o077 == 0

    desk.opened.window.forget_pages(None)
    desk.qtbot.waitUntil(lambda: not held.parent.exists(), timeout=PATIENCE_MS)


def test_the_models_keep_their_contract(desk: Desk) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (desk.page.providers.model, desk.page.finding_model):
        QAbstractItemModelTester(model, mode, desk.page)
    desk.show(PROVIDER)

    assert desk.page.providers.model.rowCount() == 2
    assert desk.page.finding_model.rowCount()


def test_the_page_speaks_english(folder: Path, open_page: Opener) -> None:
    texts.set_language("en")
    desk = Desk(open_page(folder, "report", ReportPage))

    assert desk.ui.save_button.text() == "Save…"


def choose_paper(desk: Desk, paper: Paper) -> None:
    desk.made.clear()
    combo = desk.ui.order_form.ui.paper_combo
    combo.setCurrentIndex(combo.findData(paper))
    desk.wait()


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_is_shown_as_the_bytes_that_are_saved(
    desk: Desk, choose: Callable[[Path], None], tmp_path: Path, paper: Paper
) -> None:
    desk.show(PROVIDER)
    if paper is not Paper.REPORT:
        choose_paper(desk, paper)
    seen, is_pdf = desk.made[-1], PDF in KINDS[paper].endings
    target = tmp_path / f"paper{KINDS[paper].endings[0]}"
    choose(target)
    desk.opened.click(desk.ui.save_button)
    desk.qtbot.waitUntil(lambda: target.exists() and not desk.is_saving, timeout=PATIENCE_MS)

    assert target.read_bytes() == seen
    assert seen.startswith(b"%PDF" if is_pdf else b"PK")
    assert desk.ui.print_button.isVisible() is is_pdf
    of_a_provider = KINDS[paper].of_a_provider
    assert desk.ui.save_all_button.isVisible() is of_a_provider
    shown = desk.ui.report_table if of_a_provider else desk.ui.round_label
    assert desk.ui.about_stack.currentWidget() is shown


def test_a_paper_speaks_another_language_than_the_window(desk: Desk) -> None:
    desk.show(PROVIDER)
    desk.made.clear()
    combo = desk.ui.order_form.ui.language_combo
    combo.setCurrentIndex(combo.findData("en"))
    combo.activated.emit(combo.currentIndex())
    desk.wait()

    assert "Evaluation report" in pdf_text(desk.made[-1])
    assert desk.ui.state_label.text().startswith(_("Draft with a watermark"))
    assert texts.language() == "zh_CN"


def test_the_day_of_a_supplement_is_on_paper(desk: Desk) -> None:
    desk.show(PROVIDER)
    choose_paper(desk, Paper.SUPPLEMENT)
    edit = desk.ui.order_form.ui.due_edit
    before = edit.text()
    edit.setText("not a day")
    edit.editingFinished.emit()
    assert edit.text() == before
    desk.made.clear()
    edit.setText("2027-03-04")
    edit.editingFinished.emit()
    desk.wait()

    assert "2027年3月4日" in pdf_text(desk.made[-1]).replace(" ", "")


def test_a_stopped_batch_goes_on_where_it_was(
    desk: Desk, choose: Callable[[Path], None], tmp_path: Path
) -> None:
    row = next(r for r in desk.page.providers.model.rows() if r.provider == OTHER)
    in_the_way = tmp_path / paper_name(row, PDF)
    in_the_way.write_text("mine")
    choose(tmp_path)
    desk.opened.click(desk.ui.save_all_button)
    desk.qtbot.waitUntil(desk.ui.batch_bar.isVisible, timeout=PATIENCE_MS)
    assert desk.ui.resume_button.isVisible()
    (first,) = [p for p in tmp_path.glob("*.pdf") if p != in_the_way]
    written = first.stat()

    in_the_way.rename(tmp_path / "elsewhere.pdf")
    desk.opened.click(desk.ui.resume_button)
    desk.qtbot.waitUntil(desk.ui.batch_bar.isVisible, timeout=PATIENCE_MS)

    assert in_the_way.read_bytes().startswith(b"%PDF")
    assert (first.stat().st_ino, first.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
    assert not desk.ui.resume_button.isVisible()
    assert len(list(tmp_path.glob("*.xlsx"))) == 2, "the first index stays"


def test_a_file_is_checked(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "draft.pdf"
    path.write_bytes(desk.show(PROVIDER))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
    (button,) = [
        b for b in desk.ui.list_pane.findChildren(QPushButton) if b.text() == _("Check a file…")
    ]
    desk.opened.click(button)
    desk.qtbot.waitUntil(lambda: bool(desk.ui.error_line.text()), timeout=PATIENCE_MS)

    assert "draft.pdf" in desk.ui.error_line.text(), "a draft is nothing that was issued"


def test_pages_are_printed(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    printed = tmp_path / "printed.pdf"

    def ask(_parent: object, _pages: int) -> QPrinter:
        printer = new_printer()
        printer.setOutputFileName(str(printed))
        printer.setFromTo(2, 3)
        return printer

    monkeypatch.setattr(handing_out, "ask_printer", ask)
    desk.show(PROVIDER)
    desk.opened.click(desk.ui.print_button)
    printing = desk.page._handing_out.printing
    desk.qtbot.waitUntil(lambda: printed.exists() and not printing.is_busy, timeout=PATIENCE_MS)

    document = pypdfium2.PdfDocument(printed)
    shown = pypdfium2.PdfDocument(desk.made[-1])
    try:
        assert len(document) == 2
        for number, page in enumerate(document):
            same, other = shown[number + 1], shown[number + 2]
            assert [round(x) for x in page.get_size()] == [round(x) for x in same.get_size()]
            assert difference(page, same) < difference(page, other) / 2, "whole, where it was"
    finally:
        document.close()
        shown.close()


def difference(page: Any, other: Any) -> float:
    a, b = (p.render(scale=0.5).to_pil().convert("L") for p in (page, other))
    return float(ImageStat.Stat(ImageChops.difference(a, b.resize(a.size))).mean[0])
