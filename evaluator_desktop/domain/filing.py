"""Where files belong, proposed by the names of their folders and their own.

Apart from adding because it only reads names: a person looks at the proposal before anything is
added. Everything it knows are the names and the order of the scheme's own parts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from unicodedata import normalize

from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.pinyin import initials
from evaluator_desktop.domain.scheme import Dimension, Item, Requirement, Scheme, When

_LEAST_SHARED = 2
"""Characters; a Latin word counts as so many."""
_LEAST_LETTERS = 3
_SHORTEST_WORD = 4  # "of", "the" and endings of names say nothing
_WORDS = re.compile(r"[a-z]+|[\u3400-\u9fff\U00020000-\U0003ffff]")
_DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_NUMBERS = re.compile(
    rf"[(\[【〔第]?\s*((?:{_NUMBER})(?:\s*[-–—._]\s*(?:{_NUMBER})){{0,2}})(?=$|[\s、.,_:)\]】〕–—-])"
)


@dataclass(frozen=True)
class Place:
    """What a file is proposed for; `item` None where its names do not say."""

    item: str | None
    requirement: str | None = None


NOWHERE = Place(None)


@dataclass(frozen=True, eq=False)
class _Part:
    """A part of the scheme, from the whole down to a requirement."""

    names: tuple[Name, ...]
    place: Place = NOWHERE
    parts: tuple["_Part", ...] = ()

    @cached_property
    def all(self) -> tuple["_Part", ...]:
        """This part and all below it."""
        return (self, *(found for part in self.parts for found in part.all))

    @cached_property
    def words(self) -> tuple[list[str], ...]:
        """Each of its names as words and characters."""
        texts = (text for name in self.names for text in (name.zh, name.en))
        return tuple(_WORDS.findall(text.casefold()) for text in texts)

    def child(self, number: int) -> "_Part | None":
        """Return the part below with this number, counted from 1."""
        return self.parts[number - 1] if 1 <= number <= len(self.parts) else None


def propose(
    scheme: Scheme,
    files: Mapping[str, Sequence[str]],
    *,
    is_law_firm: bool,
    at_hand: str | None = None,
) -> dict[str, Place]:
    """Propose a place for each file: `files` has its folders, outermost first, and its name.

    A name that says nothing: a file by itself is for the item at hand, one in a folder too where
    no name of them all says anything.
    """
    whole = _scheme_part(scheme, is_law_firm=is_law_firm)
    places = {key: _settled(_walk(whole, names)) for key, names in files.items()}
    if at_hand is None:
        return places
    usual = _settled(_item_part(scheme.item(at_hand), is_law_firm=is_law_firm))
    is_sorted = any(place.item for place in places.values())
    return {
        key: place if place.item or (is_sorted and len(files[key]) > 1) else usual
        for key, place in places.items()
    }


def propose_requirement(item: Item, names: Sequence[str], *, is_law_firm: bool) -> str | None:
    """Propose what files are for within an item: the only requirement, or the one all names say."""
    part = _item_part(item, is_law_firm=is_law_firm)
    said = {_settled(_walk(part, (name,))).requirement for name in names}
    return said.pop() if len(said) == 1 else None


# The scheme as parts


def _scheme_part(scheme: Scheme, *, is_law_firm: bool) -> _Part:
    parts = (_dimension_part(of, is_law_firm=is_law_firm) for of in scheme.dimensions)
    return _Part((), parts=tuple(parts))


def _dimension_part(dimension: Dimension, *, is_law_firm: bool) -> _Part:
    """An indicator of one item is that item, by either name."""
    parts = []
    for indicator in dimension.indicators:
        items = [_item_part(item, is_law_firm=is_law_firm) for item in indicator.items]
        if len(items) == 1:
            parts.append(_Part((indicator.name, *items[0].names), items[0].place, items[0].parts))
        else:
            parts.append(_Part((indicator.name,), parts=tuple(items)))
    return _Part((dimension.name,), parts=tuple(parts))


def _item_part(item: Item, *, is_law_firm: bool) -> _Part:
    hidden = When.NOT_LAW_FIRM if is_law_firm else When.LAW_FIRM
    asked = (r for r in item.requirements if r.when is not hidden)
    return _Part((item.name,), Place(item.id), tuple(_requirement_part(item, r) for r in asked))


def _requirement_part(item: Item, requirement: Requirement) -> _Part:
    return _Part((requirement.name,), Place(item.id, requirement.id))


# Names to parts


def _walk(whole: _Part, names: Sequence[str]) -> _Part:
    """Go from the whole into what each name says, a folder before what lies in it."""
    here = whole
    for name in names[:-1]:
        here = _said(whole, here, name, is_file=False)
    return _said(whole, here, PurePath(names[-1]).stem, is_file=True)


def _said(whole: _Part, here: _Part, name: str, *, is_file: bool) -> _Part:
    """Return the part within `here` that a name says, by words before numbers; else `here`."""
    plain = normalize("NFKC", name).casefold().strip()
    return (
        _by_words(here, plain)
        or _by_initials(here, plain)
        or _by_numbers(whole, here, plain, is_file=is_file)
        or here
    )


def _by_words(here: _Part, name: str) -> _Part | None:
    said = _WORDS.findall(name)
    shared = {part: max((_shared(said, w) for w in part.words), default=0) for part in here.all}
    most = max(shared.values())
    if most < _LEAST_SHARED:
        return None
    return _common(here, [part for part, length in shared.items() if length == most])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest run of words and characters that both have."""
    if set(one).isdisjoint(other):
        return 0
    longest, row = 0, [0] * (len(other) + 1)
    for word in one:
        upon = zip(row, other, strict=False)
        row = [0, *(before + _length(word) if word == o else 0 for before, o in upon)]
        longest = max(longest, *row)
    return longest


def _length(word: str) -> int:
    if not word.isascii():
        return 1
    return _LEAST_SHARED if len(word) >= _SHORTEST_WORD else 0


def _by_initials(here: _Part, name: str) -> _Part | None:
    words = {word for word in re.findall("[a-z]+", name) if len(word) >= _LEAST_LETTERS}
    found = [
        part
        for part in (here.all if words else ())
        if any(words.intersection(initials(text.zh)) for text in part.names)
    ]
    return _common(here, found)


def _by_numbers(whole: _Part, here: _Part, name: str, *, is_file: bool) -> _Part | None:
    """1-2 is the second part of the first dimension, 三、 the third dimension, 4 the fourth item.

    Below a dimension or an item a single number counts its parts. A file that is but one number
    is a photo of a series.
    """
    found = _NUMBERS.match(name)
    if found is None or (is_file and re.fullmatch(_NUMBER, name)):
        return None
    numbers = [_value(text) for text in re.findall(_NUMBER, found[1])]
    items = _Part((), parts=tuple(part for part in whole.all if _is_item(part)))
    if len(numbers) == 1 and here is not whole:
        starts: tuple[_Part, ...] = (here,)
    else:
        starts = (items,) if found[1].isdecimal() else (whole, items)
    ways = (_down(start, numbers) for start in starts)
    return next((part for part in ways if part in here.all[1:]), None)


def _value(text: str) -> int:
    """Read a number up to 99, in figures or as 十二 and 二十."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _down(part: _Part, numbers: Sequence[int]) -> _Part | None:
    found: _Part | None = part
    for number in numbers:
        found = found.child(number) if found else None
    return found


def _is_item(part: _Part) -> bool:
    return part.place.item is not None and part.place.requirement is None


# What several parts have in common


def _common(here: _Part, found: Sequence[_Part]) -> _Part | None:
    """Return the deepest of parts that lie in each other, else what holds them; None: all of it."""
    deepest = [part for part in found if not any(o in part.all[1:] for o in found)]
    if not deepest:
        return None
    holders = list(_holders(here, deepest))
    return holders[-1] if holders else None


def _holders(here: _Part, parts: Sequence[_Part]) -> Iterator[_Part]:
    """Yield what holds all of these parts, from `here`, which is left out, to the smallest."""
    for child in here.parts:
        if all(part in child.all for part in parts):
            yield child
            yield from _holders(child, parts)


def _settled(part: _Part) -> Place:
    """Return the place that a part leaves: one with a single item or requirement is that one."""
    while len(part.parts) == 1:
        part = part.parts[0]
    return part.place
