"""Invented documents: what stands on a licence, a certificate, a letter or a list.

Apart from `paper`, which only knows how to write; here is what is written.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evaluator_desktop.demo.paper import GOLD, HEIGHT, MARGIN, RED, WIDTH, Sheet
from evaluator_desktop.demo.words import Chance, cell_rows, company, long_day, person

_QUALITY = 50
_TEXT = 25
_DOTS = WIDTH / 8.27  # of an inch, on A4


@dataclass(frozen=True)
class Subject:
    """Whose document it is, and the chance and the day it is made with."""

    provider: str
    chance: Chance
    day: date


@dataclass(frozen=True)
class ListForm:
    """A list: its title, its headings and, by the words of `words.CELLS`, what is in its cells."""

    title: str
    headings: tuple[str, ...]
    kinds: tuple[str, ...]
    count: int
    shares: tuple[float, ...] = ()
    written: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()
    """What stands in the second column, where it is not left to chance."""

    def rows(self, chance: Chance) -> list[list[str | int]]:
        rows = cell_rows(self.kinds, self.count, chance)
        if not self.names:
            return rows
        return [[n, name, *rest] for name, (n, *rest) in zip(self.names, rows, strict=True)]


def licence(subject: Subject, title: str, fields: Sequence[tuple[str, str]]) -> Sheet:
    """Draw a licence: a frame, the title, and what is licensed."""
    sheet = Sheet(subject.chance)
    sheet.frame()
    sheet.y = 170
    sheet.title(title, 62)
    sheet.text("（示例，非真实证照）", 20, indent=False)
    sheet.y += 40
    for label, value in (("名　　称", subject.provider), *fields):
        sheet.text(f"{label}　　{value}", 25, indent=False)
        sheet.y += 20
    sheet.seal(WIDTH - 230, HEIGHT - 250)
    sheet.y = HEIGHT - 210
    sheet.text(long_day(subject.day), 24, indent=False, right=True)
    return sheet


def certificate(subject: Subject, title: str, words: str, sender: str) -> Sheet:
    """Draw a certificate of honour or recognition."""
    sheet = Sheet(subject.chance)
    sheet.frame()
    sheet.y = 200
    sheet.title(title, 66, RED)
    sheet.y += 60
    sheet.text(f"{subject.provider}：", 30, indent=False)
    sheet.text(words, 30)
    sheet.y = HEIGHT - 370
    sheet.text(sender, 26, indent=False, right=True)
    sheet.text(long_day(subject.day), 26, indent=False, right=True)
    sheet.seal(WIDTH - 220, sheet.y - 60)
    sheet.draw.line((MARGIN + 40, 190, WIDTH - MARGIN - 40, 190), GOLD, 2)
    return sheet


def letter(subject: Subject, title: str, sender: str, paragraphs: Sequence[str]) -> list[Sheet]:
    """Draw a letter with a red head, over as many pages as it needs."""
    first = Sheet(subject.chance)
    first.title(sender, 40, RED)
    first.rule()
    first.title(title, 32)
    sheets = _flowing(first, paragraphs)
    last = sheets[-1]
    last.y = HEIGHT - 290
    last.text(sender, indent=False, right=True)
    last.text(long_day(subject.day), indent=False, right=True)
    last.seal(WIDTH - 210, last.y - 50)
    return _numbered(sheets)


def contract(subject: Subject, title: str, clauses: Sequence[str]) -> list[Sheet]:
    """Draw a contract signed by hand on its last page."""
    first = Sheet(subject.chance)
    first.title(title, 40)
    first.text(f"甲方：{subject.provider}", _TEXT, indent=False)
    first.text(f"乙方：{person(subject.chance)}（示例人员）", _TEXT, indent=False)
    first.y += 20
    numbered = [f"第{number}条　{clause}" for number, clause in enumerate(clauses, start=1)]
    sheets = _flowing(first, numbered)
    last = sheets[-1]
    last.y = HEIGHT - 260
    last.text("甲方（盖章）：　　　　　　　　　　　乙方（签字）：", 22, indent=False)
    last.handwriting((WIDTH - 190, last.y + 26), person(subject.chance), 34)
    last.seal(MARGIN + 170, last.y + 20)
    return _numbered(sheets)


def rules(subject: Subject, titles: Sequence[str], paragraphs: Sequence[str]) -> list[Sheet]:
    """Draw the first page of each of several sets of rules."""
    sheets = []
    for title in titles:
        sheet = Sheet(subject.chance)
        sheet.text(subject.provider, 20, indent=False)
        sheet.y += 40
        sheet.title(title, 40)
        for number, paragraph in enumerate(paragraphs, start=1):
            sheet.text(f"第{number}条　{paragraph.format(title=title)}", _TEXT)
            sheet.y += 10
        sheets.append(sheet)
    return _numbered(sheets)


def _flowing(first: Sheet, paragraphs: Sequence[str]) -> list[Sheet]:
    """Write paragraphs, and go on to a new page where the room for the end would be used up."""
    sheets = [first]
    for paragraph in paragraphs:
        if sheets[-1].y > HEIGHT - 420:
            sheets.append(Sheet(first.chance))
        sheets[-1].text(paragraph, _TEXT)
        sheets[-1].y += 12
    return sheets


def filled_list(subject: Subject, form: ListForm, below: str = "") -> Sheet:
    """Draw a list on one page, its cells printed or filled in by hand, with a seal."""
    sheet = Sheet(subject.chance)
    sheet.title(form.title, 34)
    sheet.text(below or f"{subject.provider}　{long_day(subject.day)}", 19, indent=False)
    rows = form.rows(subject.chance)[:18]
    sheet.table(form.headings, rows, form.shares or (1, *[3] * len(form.kinds)), form.written)
    sheet.seal(WIDTH - 210, min(sheet.y + 110, HEIGHT - 140))
    return sheet


def pdf_bytes(sheets: Sequence[Sheet], title: str, day: date) -> bytes:
    """Return the scan of some pages as PDF; the same pages give the same bytes."""
    first, *others = (sheet.image for sheet in sheets)
    target = io.BytesIO()
    when = day.timetuple()
    first.save(
        target,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=_DOTS,
        quality=_QUALITY,
        title=title,
        creationDate=when,
        modDate=when,
    )
    return target.getvalue()


def scan_bytes(sheet: Sheet) -> bytes:
    """Return one page as a JPEG, as a flat-bed scanner saves it."""
    target = io.BytesIO()
    sheet.image.save(target, "JPEG", quality=_QUALITY, dpi=(round(_DOTS), round(_DOTS)))
    return target.getvalue()


def service_record(subject: Subject) -> str:
    """Return the words of a service record, a plain text file."""
    chance = subject.chance
    return (
        f"服务记录（示例）\n服务机构：{subject.provider}\n服务对象：{company(chance)}\n"
        f"服务日期：{subject.day.isoformat()}\n服务人员：{person(chance)}\n"
        "服务内容：现场走访，了解需求，出具建议书一份，三个工作日内电话回访。\n"
    )


def _numbered(sheets: list[Sheet]) -> list[Sheet]:
    for number, sheet in enumerate(sheets, start=1):
        sheet.footer(f"— {number} —")
    return sheets
