"""The whole job through the real window, by keys and clicks: a lead, a second laptop, a report.

What passes between the two are files. Texts are read off the screen, as a person would.
"""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.domain.shop_draft import fields_of
from evaluator_desktop.operations.round import read_scheme
from evaluator_desktop.ui.dialogs.departure_dialog import DepartureDialog
from evaluator_desktop.ui.dialogs.export_dialog import ExportDialog
from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog
from evaluator_desktop.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog
from evaluator_desktop.ui.dialogs.open_package_dialog import OpenPackageDialog
from evaluator_desktop.ui.pages.merge_page import MergePage
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from evaluator_desktop.ui.pages.report_page import ReportPage
from evaluator_desktop.ui.pages.shop_page import ShopPage
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage
from evaluator_desktop.ui.theme import Theme
from tests.cli.command_line import CODE, FACTS, NAME, SECOND_CODE
from tests.journeys.seat import ALT, CTRL, SHIFT, Key, Seat

LEAD, COLLEAGUE = "林一帆", "周明"
ROUND, BODY = "2026 秋季测评", "上海测评中心（示例）"
RATINGS = ("91", "88.5", "40", "64.5", "83", "95.5", "70", "86", "92.5", "77", "81", "68", "90")
REASON = "只有一份申请材料"

Sit = Callable[[str], Seat]


@pytest.fixture
def laptop(
    qtbot: QtBot, look: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sit]:
    """Give everybody a laptop of their own; the program of one that is left behind is ended."""
    seats: list[Seat] = []

    def give(person: str) -> Seat:
        seats.append(Seat(person, tmp_path / person, qtbot, look, monkeypatch))
        return seats[-1]

    yield give
    for seat in seats:
        if seat.is_taken:
            seat.get_up()


# The beginning


def begin(lead: Seat) -> None:
    """From the first choices to an empty list of providers."""
    lead.click_words(lead.desk.start_page, "新建测评")
    dialog = lead.dialog(NewWorkspaceDialog)
    assert dialog.ui.folder_edit.hasFocus()
    lead.overwrite(str(lead.folder / "round"))
    lead.press(Key.Key_Tab, Key.Key_Tab)
    lead.write(LEAD)
    lead.press(Key.Key_Tab, Key.Key_Tab)
    lead.write(ROUND)
    lead.press(Key.Key_Tab)
    lead.write(BODY)
    lead.press(Key.Key_Tab)
    lead.write("20201231")
    lead.press(Key.Key_Return)
    page = lead.page("providers", ProvidersPage)
    assert page.ui.no_providers.isVisible()


def fill_in(template: Path) -> None:
    workbook = openpyxl.load_workbook(template)
    sheet = workbook.worksheets[0]
    sheet["A3"], sheet["B3"] = NAME, CODE
    sheet["A4"], sheet["B4"] = "苏州咨询中心（示例）", SECOND_CODE
    workbook.save(template)


def import_providers(lead: Seat) -> None:
    """The form is saved, filled in elsewhere, read and confirmed."""
    template = lead.folder / "providers.xlsx"
    lead.press(Key.Key_I, held=CTRL)
    dialog = lead.dialog(ImportDialog)
    lead.will_choose(template)
    lead.click_words(dialog.ui.start_page, "模板")
    lead.wait(template.is_file)
    lead.settle()
    fill_in(template)
    lead.click_words(dialog.ui.start_page, "选择文件")
    assert "2" in dialog.ui.import_button.text()
    lead.press(Key.Key_Return)
    assert lead.page("providers", ProvidersPage).model.rowCount() == 2


# The workbench


def open_workbench(lead: Seat) -> WorkbenchPage:
    """Find the provider by the tail of its code; Enter opens it."""
    lead.press(Key.Key_F, held=CTRL)
    lead.write(CODE[-4:].lower())
    lead.press(Key.Key_Return, Key.Key_Return)
    page = lead.page("workbench", WorkbenchPage)
    assert page.ui.header.ui.name_label.text() == NAME
    return page


def papers(folder: Path, number: int) -> list[Path]:
    """Make the files of one item: a photo, and at some a scan, a sheet or a note."""
    folder.mkdir()
    photo = folder / f"{number} 现场.png"
    Image.new("RGB", (320, 240), (number * 16, 90, 160)).save(photo)
    more = folder / f"{number} 材料{('.pdf', '.xlsx', '.txt')[number % 3]}"
    if more.suffix == ".pdf":
        Image.new("RGB", (595, 842), (255, 255, number)).save(more)
    elif more.suffix == ".xlsx":
        workbook = openpyxl.Workbook()
        workbook.worksheets[0]["A1"] = f"第 {number} 项"
        workbook.save(more)
    else:
        more.write_text(f"第 {number} 项的说明", "utf-8")
    return [photo, more]


def rate_everything(lead: Seat, page: WorkbenchPage) -> str:
    """Add, judge and rate all 15 items without the mouse; return the score to expect."""
    total, pane = Decimal(), page.ui.evidence_pane
    for number, item in enumerate(read_scheme().items):
        assert page.ui.item_strip.current() == item.id
        files = papers(lead.folder / f"item {number}", number)
        if number % 2:
            lead.copy_files(*files)
            lead.press(Key.Key_V, held=CTRL)
        else:
            lead.drop(pane, *files)
        assert pane.model.rowCount() == len(files)
        lead.press(*[Key.Key_Space] * len(files))
        rating = RATINGS[number % len(RATINGS)]
        lead.write(rating)
        if Decimal(rating) < read_scheme().parameters.reason_required_below:
            lead.press(Key.Key_F2)
            lead.write(REASON)
            lead.press(Key.Key_Return)
        lead.press(Key.Key_Return)
        assert item.weight_bp is not None
        total += Decimal(rating) * item.weight_bp / 10_000
    return str(total.quantize(Decimal("0.01"), ROUND_HALF_UP))


def take_back_and_again(lead: Seat, page: WorkbenchPage, score: str) -> None:
    """Ctrl+Z and Ctrl+Shift+Z work where the cursor blinks, and both are seen at once."""
    header, box = page.ui.header.ui, page.ui.item_pane.rating_box.ui
    assert header.score_label.text() == score
    last = box.rating_edit.text()
    lead.press(Key.Key_Z, held=CTRL)
    assert box.rating_edit.text() == ""
    assert header.score_label.text() != score
    lead.press(Key.Key_Z, held=CTRL | SHIFT)
    assert (box.rating_edit.text(), header.score_label.text()) == (last, score)


def see_previews(lead: Seat, page: WorkbenchPage) -> None:
    """The picture and the scan of the first item are really shown."""
    lead.press(*[Key.Key_Up] * page.course.number, held=ALT)
    assert page.ui.item_pane.rating_box.ui.rating_edit.text() == RATINGS[0]
    lead.press(Key.Key_F6)
    preview = page.ui.preview_pane
    for key in (Key.Key_Down, Key.Key_Up):
        with lead.hears(preview.preview_shown):
            lead.press(key)
        assert preview.pages.isVisible()


def leave_the_provider(lead: Seat, page: WorkbenchPage) -> None:
    """F12 finds nothing that keeps one there; Ctrl+Enter submits."""
    lead.press(Key.Key_F12)
    dialog = lead.dialog(DepartureDialog)
    lead.press(Key.Key_Escape)
    assert not dialog.isVisible()
    lead.press(Key.Key_Return, held=CTRL)
    assert not page.ui.error_line.isVisible(), page.ui.error_line.text()
    assert page.ui.header.ui.state_label.text() == "已提交"


# The shop


def write_in(seat: Seat, field: QWidget, text: str) -> None:
    """Click into a field, write over what stands there, and leave it by Enter."""
    seat.click(field)
    seat.overwrite(text)
    seat.press(Key.Key_Return)


def fill_shop(lead: Seat) -> None:
    """Type the worked example of the rules: 2470 points, 三钻."""
    lead.press(Key.Key_4, held=CTRL)
    page = lead.page("shop", ShopPage)
    assert page.ui.name_label.text() == NAME
    calendar = page.ui.calendar_pane
    lead.click(calendar.totals_box)
    controls: dict[str, QWidget] = {**page.ui.facts_form.controls, **calendar.fields}
    for path, value in fields_of({k: v for k, v in FACTS.items() if k != "cutoff"}).items():
        if isinstance(value, bool):
            lead.click(controls[path])
        else:
            write_in(lead, controls[path], str(value))
    assert result(page) == ("2,470", "三钻")


def result(page: ShopPage) -> tuple[str, str]:
    ui = page.ui.result_pane.ui
    return ui.total_label.text(), ui.tier_label.text()


def change_purchases(seat: Seat, purchases: str, *expected: str) -> None:
    page = seat.page("shop", ShopPage)
    write_in(seat, page.ui.facts_form.controls["purchases"], purchases)
    assert result(page) == expected


# Packages


def export(seat: Seat, target: Path, since: Path | None = None) -> None:
    """Through the dialog, which says when it was written and read again."""
    seat.press(Key.Key_E, held=CTRL | SHIFT)
    dialog = seat.dialog(ExportDialog)
    assert dialog.ui.target_edit.hasFocus()
    seat.overwrite(str(target))
    if since:
        seat.click(dialog.ui.since_button)
        seat.click(dialog.ui.since_edit)
        seat.write(str(since))
    seat.press(Key.Key_Return)
    assert target.name in dialog.ui.result_label.text(), dialog.ui.error_line.text()
    seat.press(Key.Key_Escape)
    assert not dialog.isVisible()


def start_from(seat: Seat, package: Path) -> None:
    """The second laptop begins with what the lead gave."""
    seat.click_words(seat.desk.start_page, "数据包")
    dialog = seat.dialog(OpenPackageDialog)
    assert dialog.ui.package_edit.hasFocus()
    seat.write(str(package))
    seat.press(Key.Key_Tab, Key.Key_Tab)
    seat.overwrite(str(seat.folder / "round"))
    seat.press(Key.Key_Tab, Key.Key_Tab)
    seat.write(seat.person)
    seat.press(Key.Key_Return)
    assert seat.page("providers", ProvidersPage).model.rowCount() == 2
    assert seat.desk.facts is not None
    assert seat.desk.facts.person == seat.person


def jump_to_provider(seat: Seat) -> None:
    """Ctrl+K and the initials, then Ctrl+4 for its shop."""
    seat.press(Key.Key_K, held=CTRL)
    seat.write("yqgl")
    seat.press(Key.Key_Return)
    assert seat.page("workbench", WorkbenchPage).ui.header.ui.name_label.text() == NAME
    seat.press(Key.Key_4, held=CTRL)
    assert seat.page("shop", ShopPage).ui.name_label.text() == NAME


def take_in(lead: Seat, package: Path, fingerprint: str) -> MergePage:
    """An unknown laptop is asked about by its digits; then look, then merge."""
    lead.will_choose(package)
    lead.press(Key.Key_I, held=CTRL | SHIFT)
    page = lead.page("merge", MergePage)
    packages, bar = page.ui.packages_pane.ui, page.ui.step_bar
    assert packages.fingerprint_label.accessibleName() == fingerprint
    assert COLLEAGUE in packages.trust_label.text()
    assert not bar.primary_button.isEnabled()
    lead.click(packages.trust_button)
    lead.click(bar.primary_button)
    assert page.ui.preview_pane.isVisible()
    lead.click(bar.primary_button)
    assert page.ui.conflict_pane.isVisible()
    return page


def settle(lead: Seat, page: MergePage) -> None:
    """Both sides stand there with their tiers; a digit takes one, with a reason and Enter."""
    bar = page.ui.conflict_pane.ui.decision_bar
    names = {key: bar.choice_button(key).accessibleName() for key in bar.keys()}  # noqa: SIM118  no dict
    [taken] = [key for key, name in names.items() if "3,070" in name and "四钻" in name]
    assert any("2,520" in name and "三钻" in name for name in names.values())
    assert page.ui.conflict_table.hasFocus()
    lead.press(Key(Key.Key_0 + int(taken)))
    assert bar.ui.reason_edit.hasFocus()
    lead.write("以服务云后台订单为准")
    lead.press(Key.Key_Return)
    assert page.ui.done_pane.isVisible()


# The report


def save_report(lead: Seat, target: Path) -> str:
    """Return the text of the saved PDF."""
    lead.press(Key.Key_6, held=CTRL)
    page = lead.page("report", ReportPage)
    lead.wait(page.ui.save_button.isEnabled)
    row = page.providers.current
    assert row is not None
    assert row.name == NAME
    lead.will_choose(target)
    lead.press(Key.Key_S, held=CTRL | SHIFT)
    lead.wait(target.is_file)
    lead.settle()
    with pypdfium2.PdfDocument(target) as pdf:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)


def work_at_the_provider(lead: Seat) -> str:
    page = open_workbench(lead)
    score = rate_everything(lead, page)
    take_back_and_again(lead, page, score)
    see_previews(lead, page)
    leave_the_provider(lead, page)
    fill_shop(lead)
    return score


def come_back(lead: Seat, score: str) -> None:
    """The window of yesterday opens with everything that was left."""
    lead.sit_down()
    row = lead.page("providers", ProvidersPage).model
    assert row.rowCount() == 2
    page = open_workbench(lead)
    assert page.ui.header.ui.score_label.text() == score
    assert page.ui.header.ui.tier_label.text() == "三钻"
    assert page.ui.item_strip.current() == read_scheme().items[0].id
    assert page.ui.evidence_pane.model.rowCount() == 2
    assert page.ui.item_pane.rating_box.ui.rating_edit.text() == RATINGS[0]


def test_the_whole_job_through_the_window(laptop: Sit, tmp_path: Path) -> None:
    start, back = tmp_path / "start.evpkg", tmp_path / "back.evpkg"
    lead, colleague = laptop(LEAD), laptop(COLLEAGUE)
    lead.sit_down()
    begin(lead)
    import_providers(lead)
    score = work_at_the_provider(lead)
    export(lead, start)
    change_purchases(lead, "125", "2,520", "三钻")
    lead.get_up()

    colleague.sit_down()
    start_from(colleague, start)
    fingerprint = colleague.fingerprint
    jump_to_provider(colleague)
    change_purchases(colleague, "180", "3,070", "四钻")
    export(colleague, back, since=start)
    colleague.get_up()

    come_back(lead, score)
    settle(lead, take_in(lead, back, fingerprint))
    text = save_report(lead, tmp_path / "report.pdf")
    for expected in (score, "四钻", NAME, REASON, LEAD):
        assert expected in text
    assert "3070" in text.replace(",", "")
