import time
from datetime import datetime
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from evaluator_desktop.exchange.workbooks.simple import simple_workbook, workbook_bytes

ROWS: list[list[str | int | None]] = [["序号", "姓名"], [1, "=周明"], [2, None]]
WRITTEN = datetime(2026, 10, 12, 14, 9)  # noqa: DTZ001 - a workbook knows no time zone


def test_a_simple_list_is_written_to_a_file_or_into_memory(tmp_path: Path) -> None:
    simple_workbook(tmp_path / "list.xlsx", "名单", ROWS)
    for source in (BytesIO(workbook_bytes("名单", ROWS, WRITTEN)), tmp_path / "list.xlsx"):
        sheet = load_workbook(source).worksheets[0]
        assert sheet.title == "名单"
        assert [[cell.value for cell in row] for row in sheet] == ROWS
        assert sheet["B2"].data_type == "s"


def test_the_same_list_gives_the_same_bytes() -> None:
    first = workbook_bytes("名单", ROWS, WRITTEN)
    time.sleep(1.1)  # openpyxl writes the second of saving into the file
    assert workbook_bytes("名单", ROWS, WRITTEN) == first
    assert load_workbook(BytesIO(first)).properties.modified == WRITTEN
