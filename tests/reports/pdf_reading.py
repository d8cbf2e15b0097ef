"""A report as a file of PDF, and what other libraries read in it."""

import io
import re

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # ships no types

from evaluator_desktop.paths import resource_dir
from evaluator_desktop.reports.document import Report
from evaluator_desktop.reports.pdf.report import build_report

OURS = {path.stem for path in (resource_dir() / "fonts").glob("*.ttf")}
"""The fonts that the program brings along."""


def is_font(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font"


def page_texts(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [document[n].get_textpage().get_text_range() for n in range(len(document))]
    finally:
        document.close()


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def built(report: Report) -> bytes:
    out = io.BytesIO()
    build_report(report, lambda _digest: None, out)
    return out.getvalue()
