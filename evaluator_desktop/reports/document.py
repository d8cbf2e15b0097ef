"""What a report is made of: sections of blocks, every word of it as text in the user's language.

Apart from what is said (`report_model`) and from how it looks (`pdf`), because both speak it. The
order of `Report.words` is the order on paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class Words(NamedTuple):
    """One text of a report and where it stands, for people to find it."""

    place: str
    text: str


class Align(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Tone(StrEnum):
    """How a paragraph is meant."""

    BODY = "body"
    LISTED = "listed"
    """One of several that are numbered in their text."""
    NOTE = "note"
    """Small print below a table."""
    STRONG = "strong"


@dataclass(frozen=True)
class Heading:
    """A heading inside a section."""

    text: str

    def words(self, place: str) -> Iterator[Words]:
        yield Words(place, self.text)


@dataclass(frozen=True)
class Prose:
    """A paragraph; a line feed in it begins a new line."""

    text: str
    tone: Tone = Tone.BODY

    def words(self, place: str) -> Iterator[Words]:
        yield Words(place, self.text)


@dataclass(frozen=True)
class Column:
    head: str
    share: int
    """Width in parts of the sum over all columns."""
    align: Align = Align.LEFT


class RowKind(StrEnum):
    PLAIN = "plain"
    GROUP = "group"
    """One text across the table, heading the rows below it."""
    TOTAL = "total"


@dataclass(frozen=True)
class Row:
    """A row with a text for each column; a GROUP has one."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def words(self, place: str) -> Iterator[Words]:
        inside = f"{place} · {self.caption}" if self.caption else place
        if self.caption:
            yield Words(place, self.caption)
        for column in self.columns:
            yield Words(inside, column.head)
        for row in self.rows:
            for cell in row.cells:
                yield Words(f"{inside} · {row.cells[0]}", cell)


@dataclass(frozen=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True)
class Facts:
    """Labels with their values, one a line."""

    facts: tuple[Fact, ...]

    def words(self, place: str) -> Iterator[Words]:
        for fact in self.facts:
            yield Words(place, fact.label)
            yield Words(f"{place} · {fact.label}", fact.value)


@dataclass(frozen=True)
class Figure:
    """A result in large type with what it means above and a remark below."""

    label: str
    value: str
    remark: str


@dataclass(frozen=True)
class Figures:
    """The results side by side."""

    figures: tuple[Figure, ...]

    def words(self, place: str) -> Iterator[Words]:
        for part in ("label", "value", "remark"):
            for figure in self.figures:
                yield Words(f"{place} · {figure.label}", getattr(figure, part))


@dataclass(frozen=True)
class Axis:
    """A dimension in the spider chart; `score` 0–100, None while it has none."""

    name: str
    score: Fraction | None
    printed: str


@dataclass(frozen=True)
class Spider:
    """The dimensions' scores as a figure."""

    caption: str
    axes: tuple[Axis, ...]

    def words(self, place: str) -> Iterator[Words]:
        for axis in self.axes:
            yield Words(place, axis.name)
            yield Words(place, axis.printed)
        yield Words(place, self.caption)


@dataclass(frozen=True)
class Bar:
    """A value from 0 to 100, None while there is none."""

    name: str
    value: Fraction | None
    printed: str


@dataclass(frozen=True)
class Bars:
    """Values side by side as a figure."""

    caption: str
    bars: tuple[Bar, ...]

    def words(self, place: str) -> Iterator[Words]:
        for bar in self.bars:
            yield Words(place, bar.name)
            yield Words(place, bar.printed)
        yield Words(place, self.caption)


@dataclass(frozen=True)
class TierMark:
    """A tier as icons beside its name."""

    shape: str
    """star, diamond or crown."""
    count: int
    text: str

    def words(self, place: str) -> Iterator[Words]:
        yield Words(place, self.text)


@dataclass(frozen=True)
class Choice:
    text: str
    chosen: bool


@dataclass(frozen=True)
class Choices:
    """Boxes, ticked or not."""

    choices: tuple[Choice, ...]

    def words(self, place: str) -> Iterator[Words]:
        for choice in self.choices:
            yield Words(place, choice.text)


@dataclass(frozen=True)
class Photo:
    """A picture among the evidence, by digest; never cropped."""

    digest: str
    caption: str


@dataclass(frozen=True)
class Photos:
    photos: tuple[Photo, ...]
    to_a_page: int
    """2, 4 or 6."""

    def words(self, place: str) -> Iterator[Words]:
        for photo in self.photos:
            yield Words(place, photo.caption)


@dataclass(frozen=True)
class Signature:
    """A place to sign; `name` is printed below it where it is known."""

    role: str
    name: str
    day: str
    """The blanks for the date."""


@dataclass(frozen=True)
class Signatures:
    signatures: tuple[Signature, ...]
    seal: str

    def words(self, place: str) -> Iterator[Words]:
        for signature in self.signatures:
            for text in (signature.role, signature.name, signature.day):
                yield Words(place, text)
        yield Words(place, self.seal)


@dataclass(frozen=True)
class Code:
    """A text for machines, as QR, with the same for people beside it."""

    content: str
    facts: Facts

    def words(self, place: str) -> Iterator[Words]:
        return self.facts.words(place)


Block = (
    Heading
    | Prose
    | Table
    | Facts
    | Figures
    | Spider
    | Bars
    | TierMark
    | Choices
    | Photos
    | Signatures
    | Code
)


@dataclass(frozen=True)
class Section:
    title: str
    blocks: tuple[Block, ...]

    def words(self) -> Iterator[Words]:
        yield Words(self.title, self.title)
        for block in self.blocks:
            yield from block.words(self.title)


@dataclass(frozen=True)
class Cover:
    title: str
    subtitle: str
    notice: str
    """What a reader must know before anything else: that it is a draft."""
    subject: str
    facts: Facts
    organisation: str
    day: str

    def words(self) -> Iterator[Words]:
        place = self.title
        for text in (self.title, self.subtitle, self.notice, self.subject):
            yield Words(place, text)
        yield from self.facts.words(place)
        yield Words(place, self.organisation)
        yield Words(place, self.day)


@dataclass(frozen=True)
class Title:
    """The head of a paper that has no cover: it begins on its first page."""

    title: str
    notice: str
    """As on a cover."""
    subject: str

    def words(self) -> Iterator[Words]:
        for text in (self.title, self.notice, self.subject):
            yield Words(self.title, text)


@dataclass(frozen=True)
class Report:
    """A whole report. `words` is all it says, in the order on paper."""

    language: str
    title: str
    """What a reader shows in the bar of its window."""
    opening: Cover | Title
    sections: tuple[Section, ...]
    running_head: str
    watermark: str
    """Empty on a final report."""
    number: str
    author: str
    issued_on: date
    data_digest: str
    program: str
    draft_reasons: tuple[str, ...]

    @property
    def is_draft(self) -> bool:
        return bool(self.draft_reasons)

    def words(self) -> Iterator[Words]:
        """Yield every text but the running head, the page numbers and the watermark."""
        yield from (words for words in self._all_words() if words.text)

    def _all_words(self) -> Iterator[Words]:
        yield from self.opening.words()
        for section in self.sections:
            yield from section.words()
