from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from evaluator_desktop.exchange.workbooks.saving import simple_workbook

ROWS: list[list[str | int | None]] = [["序号", "姓名"], [1, "=周明"], [2, None]]


def test_a_simple_list_is_written_to_a_file_or_into_memory(tmp_path: Path) -> None:
    memory = BytesIO()
    simple_workbook(memory, "名单", ROWS)
    simple_workbook(tmp_path / "list.xlsx", "名单", ROWS)
    for source in (memory, tmp_path / "list.xlsx"):
        sheet = load_workbook(source).worksheets[0]
        assert sheet.title == "名单"
        assert [[cell.value for cell in row] for row in sheet] == ROWS
        assert sheet["B2"].data_type == "s"
