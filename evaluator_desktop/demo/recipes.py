"""How an invented document becomes a file: photographed, scanned, typed into Excel, on a screen.

Apart so that the table in `files` says only what there is, not how it is made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from evaluator_desktop.demo import documents, photos, screens
from evaluator_desktop.demo.documents import ListForm, Subject
from evaluator_desktop.demo.paper import Sheet
from evaluator_desktop.exchange.workbooks.simple import workbook_bytes

Draw = Callable[[Subject], list[Sheet]]
Make = Callable[[Subject], bytes]

_SCREEN_ROWS = 15


@dataclass(frozen=True)
class Recipe:
    """A file by the name it is handed in under."""

    name: str
    make: Make


def moment(subject: Subject) -> datetime:
    """Return the local time at which the document was made, in office hours."""
    chance = subject.chance
    at = time(chance.randrange(9, 17), chance.randrange(60), chance.randrange(60))
    return datetime.combine(subject.day, at)


def photographed(draw: Draw, *, turned: bool = False) -> Make:
    """Lay the first page on a desk and take a picture of it."""

    def make(subject: Subject) -> bytes:
        sheet, *_others = draw(subject)
        picture = photos.desk_photo(sheet.image, subject.chance)
        return photos.photo_bytes(picture, moment(subject), turned=turned)

    return make


def scanned(draw: Draw) -> Make:
    """Scan the first page as a JPEG."""
    return lambda subject: documents.scan_bytes(draw(subject)[0])


def as_pdf(draw: Draw, title: str) -> Make:
    """Scan all pages into one PDF."""
    return lambda subject: documents.pdf_bytes(draw(subject), title, subject.day)


def typed(form: ListForm) -> Make:
    """Type a list into Excel."""

    def make(subject: Subject) -> bytes:
        rows = [form.headings, *form.rows(subject.chance)]
        return workbook_bytes(form.title, rows, moment(subject))

    return make


def on_screen(form: ListForm) -> Make:
    """Show the top of a list on the shop's back office."""

    def make(subject: Subject) -> bytes:
        rows = form.rows(subject.chance)[:_SCREEN_ROWS]
        return screens.shop_list(form.title, form.headings, rows)

    return make


def on_paper(form: ListForm) -> Draw:
    """Print a list on one page."""
    return lambda subject: [documents.filled_list(subject, form)]
