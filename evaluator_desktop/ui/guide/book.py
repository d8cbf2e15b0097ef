"""The guide as chapters and their sections, read from the same Markdown that the project shows.

A chapter begins at a `##` heading below an anchor, which is what pages and dialogs know it by;
`###` headings are its sections and may have one too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluator_desktop.paths import guide_dir

FILES = {"zh_CN": "guide.zh-CN.md", "en": "guide.md"}
FIRST = "start"

_ANCHOR = re.compile(r'<a id="([a-z-]+)"></a>')
_HEADING = re.compile(r"(#{2,3}) (.+)")
_CHAPTER = 2


@dataclass(frozen=True)
class Section:
    """One heading and what stands below it, as Markdown; anchor "" for none, level 2 or 3."""

    level: int
    anchor: str
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Tell whether it says these words, in whatever case."""
        return words.casefold() in self.text.casefold()


@dataclass(frozen=True)
class Chapter:
    """A chapter: its first section is its own heading."""

    sections: tuple[Section, ...]

    @property
    def anchor(self) -> str:
        return self.sections[0].anchor

    @property
    def title(self) -> str:
        return self.sections[0].title

    @property
    def text(self) -> str:
        return "\n\n".join(section.text for section in self.sections)


def read_guide(language: str) -> tuple[Chapter, ...]:
    """Return the guide in "zh_CN" or "en"."""
    return chapters_of((guide_dir() / FILES[language]).read_text(encoding="utf-8"))


def chapters_of(text: str) -> tuple[Chapter, ...]:
    """Return the chapters; what stands before the first one is said at its beginning."""
    chapters: list[list[Section]] = []
    for section in _sections(text.splitlines()):
        if section.level == _CHAPTER:
            chapters.append([])
        chapters[-1].append(section)
    return tuple(Chapter(tuple(sections)) for sections in chapters)


def place(chapters: Sequence[Chapter], anchor: str) -> tuple[int, int]:
    """Return the places of the chapter and section of an anchor; (0, 0) for an unknown one."""
    return next(
        (
            (number, part)
            for number, chapter in enumerate(chapters)
            for part, section in enumerate(chapter.sections)
            if section.anchor == anchor
        ),
        (0, 0),
    )


def _sections(lines: Sequence[str]) -> Iterator[Section]:
    heading, anchor, next_anchor = None, "", ""
    kept: list[str] = []
    for line in lines:
        if found := _ANCHOR.fullmatch(line):
            next_anchor = found[1]
        elif found := _HEADING.fullmatch(line):
            if heading is not None:
                yield _section(heading, anchor, kept)
                kept = []
            heading, anchor, next_anchor = found, next_anchor, ""
            kept.append(line)
        else:
            kept.append(line)
    if heading is not None:
        yield _section(heading, anchor, kept)


def _section(heading: re.Match[str], anchor: str, lines: Sequence[str]) -> Section:
    return Section(len(heading[1]), anchor, heading[2], "\n".join(lines).strip())
