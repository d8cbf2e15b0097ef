"""When two providers may be one: what a person is asked about, never what is joined by itself.

Names are compared by their core: in one spelling, without the city of the round and without the
legal form. Every way of being similar has keys; only names that share one are ever compared, so
20 000 are compared with 20 000 in seconds.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from evaluator_desktop.domain.credit_code import (
    credit_code_problem,
    has_check_digit,
    normalise_credit_code,
)
from evaluator_desktop.domain.pinyin import usual_reading
from evaluator_desktop.texts import N_

_HOME = ("上海市", "上海")
_FORMS = (
    *("股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团公司", "总公司", "公司"),
    *("特殊普通合伙", "普通合伙", "有限合伙"),
    *("coltd", "ltd", "inc", "limited"),
)
_CITY = re.compile(r"(?<=^..)市|(?<=^...)市")
_NUMBERS = re.compile(r"[0-9〇零一二三四五六七八九十百千]")
_TRADE_NAME = 2
"""Characters at the head of a core that names of one place have of their own."""
_LONG_ENOUGH = 4
"""Shorter cores that differ in a character are different names."""


class Likeness(StrEnum):
    """Why two providers may be one, the strongest first."""

    SAME_NAME = "same_name"
    SAME_CORE = "same_core"
    NEAR_CODE = "near_code"
    SAME_SOUND = "same_sound"
    ONE_CHARACTER = "one_character"


LIKENESS_NAMES = {
    Likeness.SAME_NAME: N_("the same name"),
    Likeness.SAME_CORE: N_("the same name but for city or legal form"),
    Likeness.NEAR_CODE: N_("credit codes that differ in one character"),
    Likeness.SAME_SOUND: N_("names that sound the same"),
    Likeness.ONE_CHARACTER: N_("names that differ in one character"),
}


@dataclass(frozen=True)
class Named:
    """A provider as far as likeness goes."""

    id: str
    name: str
    code: str | None

    @cached_property
    def plain(self) -> str:
        """The name in one spelling: half width, lower case, letters and digits only."""
        folded = unicodedata.normalize("NFKC", self.name).casefold()
        return "".join(c for c in folded if c.isalnum())

    @cached_property
    def core(self) -> str:
        """The plain name without the city of the round and the legal form."""
        text = self.plain
        for form in _FORMS:
            text = text.removesuffix(form)
        for city in _HOME:
            text = text.removeprefix(city)
        return _CITY.sub("", text, count=1) or self.plain

    @cached_property
    def sound(self) -> str:
        return usual_reading(self.core)

    @cached_property
    def numbers(self) -> str:
        """What tells branches apart: 第一 and 第二 are two, however alike their names."""
        return "".join(_NUMBERS.findall(self.core))


@dataclass(frozen=True)
class Pair:
    """Two providers that may be one, the smaller id first."""

    first: Named
    second: Named
    likeness: Likeness


class SimilarNames:
    """Providers by the keys of their names and codes."""

    def __init__(self, known: Iterable[Named] = ()) -> None:
        self._by_key: dict[tuple[str, str], list[Named]] = defaultdict(list)
        for named in known:
            self.add(named)

    def add(self, named: Named) -> None:
        for key in _keys(named):
            self._by_key[key].append(named)

    def like(self, named: Named) -> list[tuple[Named, Likeness]]:
        """Return who may be the same provider, itself left out, the likeliest first."""
        met = {other.id: other for key in _keys(named) for other in self._by_key.get(key, ())}
        met.pop(named.id, None)
        found = ((other, likeness(named, other)) for other in met.values())
        order = list(Likeness)
        alike = [(other, how) for other, how in found if how is not None]
        return sorted(alike, key=lambda pair: (order.index(pair[1]), pair[0].name, pair[0].id))


def similar_pairs(providers: Iterable[Named]) -> list[Pair]:
    """Return all pairs that may be one, the likeliest first."""
    known, pairs = SimilarNames(), []
    for named in providers:
        for other, how in known.like(named):
            first, second = sorted((named, other), key=lambda one: one.id)
            pairs.append(Pair(first, second, how))
        known.add(named)
    order = list(Likeness)
    return sorted(pairs, key=lambda p: (order.index(p.likeness), p.first.name, p.first.id))


def likeness(one: Named, other: Named) -> Likeness | None:
    """Say why two providers may be one; None where nothing speaks for it.

    The same plain name always does. Two good codes that are far apart are two providers, whatever
    else their names have in common.
    """
    if not one.core or not other.core:
        return None
    if one.plain == other.plain:
        return Likeness.SAME_NAME
    if one.numbers != other.numbers:
        return None
    is_near = _is_near(one.code, other.code)
    if _are_good(one.code, other.code) and not is_near:
        return None
    if one.core == other.core:
        return Likeness.SAME_CORE
    if is_near and one.core[:_TRADE_NAME] == other.core[:_TRADE_NAME]:
        return Likeness.NEAR_CODE
    if one.sound == other.sound:
        return Likeness.SAME_SOUND
    return Likeness.ONE_CHARACTER if _differ_in_one(one.core, other.core) else None


def _differ_in_one(one: str, other: str) -> bool:
    """A slip behind the trade name; another trade name is another provider."""
    long_enough = min(len(one), len(other)) >= _LONG_ENOUGH
    return long_enough and one[:_TRADE_NAME] == other[:_TRADE_NAME] and _is_one_edit(one, other)


def _is_near(one: str | None, other: str | None) -> bool:
    """Tell whether two codes differ by one slip of the keyboard."""
    if one is None or other is None or one == other:
        return False
    return _is_one_edit(normalise_credit_code(one), normalise_credit_code(other))


def _are_good(*codes: str | None) -> bool:
    return all(c and credit_code_problem(c) is None and has_check_digit(c) for c in codes)


def _is_one_edit(one: str, other: str) -> bool:
    """Tell whether one character was replaced, added, left out, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    a, b = one[start:], other[start:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _keys(named: Named) -> Iterator[tuple[str, str]]:
    """Yield the keys of which two providers that are alike share at least one.

    Texts one edit apart have a text in common once a character is left out of each, or of one.
    """
    if not (core := named.core):
        return
    yield "plain", named.plain
    yield "core", core
    yield "sound", named.sound
    if len(core) >= _LONG_ENOUGH:
        yield from (("edit", text) for text in _shortened(core, _TRADE_NAME))
    if named.code:
        yield from (("code", text) for text in _shortened(normalise_credit_code(named.code), 0))


def _shortened(text: str, start: int) -> set[str]:
    return {text, *(text[:n] + text[n + 1 :] for n in range(start, len(text)))}
