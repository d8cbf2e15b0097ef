"""Strict reading of values from outside: whole, or refused with every wrong field named at once.

A reader takes a value and the place where it stands ("tiers[3].low") and returns what it means, or
raises RefusedError. Readers of tables and lists are put together from readers of their parts, so a
document's shape is one data table. Schemes and shop facts are read by the same few readers.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from evaluator_desktop.errors import FieldProblem
from evaluator_desktop.paths import visible_text
from evaluator_desktop.texts import _

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Reader = Callable[[object, str], T]

LONGEST_TEXT = 2000
_LONGEST_ID = 100
_LONGEST_SHOWN = 60
_ID = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class RefusedError(Exception):
    """A value that cannot be taken; `problems` names each place and the mend."""

    def __init__(self, problems: Iterable[FieldProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)


class RepeatedKeys(dict[str, object]):
    """A JSON object that gave some keys twice, which `table` refuses by name."""

    repeated: tuple[str, ...] = ()


def refused(place: str, message: str) -> RefusedError:
    """Return the error for one place, to be raised."""
    return RefusedError([FieldProblem(place, message)])


def shown(value: object) -> str:
    """Return foreign text as it may stand in a sentence: one visible line, not too long."""
    text = visible_text(str(value))
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def inside(place: str, key: str) -> str:
    """Return the place of `key` in the table at `place`."""
    return f"{place}.{key}" if place else key


class Gathering:
    """Reads parts one after another and keeps the problems until all were looked at."""

    def __init__(self) -> None:
        self.problems: list[FieldProblem] = []

    def read(self, reader: Reader[T], value: object, place: str) -> T | None:
        try:
            return reader(value, place)
        except RefusedError as error:
            self.problems += error.problems
            return None

    def add(self, place: str, message: str) -> None:
        self.problems.append(FieldProblem(place, message))

    def finish(self) -> None:
        """Raise RefusedError if there was any problem."""
        if self.problems:
            raise RefusedError(self.problems)


def flag(value: object, place: str) -> bool:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    raise refused(place, _("Write true or false."))


def whole(low: int, high: int) -> Reader[int]:
    """Read a whole number; a boolean, a fraction and a number as text are none."""

    def read(value: object, place: str) -> int:
        if type(value) is int and low <= value <= high:
            return value
        raise refused(place, _("Write a whole number from {low} to {high}.").format(**bounds))

    bounds = {"low": low, "high": high}
    return read


def decimal(low: int, high: int, places: int) -> Reader[Decimal]:
    """Read a decimal number, which stands as text because a float is not exact."""
    pattern = re.compile(rf"[0-9]{{1,9}}(\.[0-9]{{1,{places}}})?")

    def read(value: object, place: str) -> Decimal:
        if isinstance(value, str) and pattern.fullmatch(value):
            number = Decimal(value)
            if low <= number <= high:
                return number
        sentence = (
            _("Write a number from {low} to {high} with at most {places} places after the point.")
            if isinstance(value, str)
            else _(
                "Write a number from {low} to {high} in quotation marks, "
                "with at most {places} places after the point."
            )
        )
        raise refused(place, sentence.format(low=low, high=high, places=places))

    return read


def text(value: object, place: str) -> str:
    """Read text for people: on one line, in NFC, nothing around it."""
    if isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT:
        if value == unicodedata.normalize("NFC", visible_text(value)).strip():
            return value
        raise refused(
            place, _("Write it on one line, without invisible characters or spaces around it.")
        )
    raise refused(
        place, _("Write a text of 1 to {longest} characters.").format(longest=LONGEST_TEXT)
    )


def identifier(value: object, place: str) -> str:
    """Read an id: small letters and digits, joined by dots, underscores or hyphens."""
    if isinstance(value, str) and len(value) <= _LONGEST_ID and _ID.fullmatch(value):
        return value
    raise refused(
        place, _("Write an id of small letters and digits, joined by a dot, underscore or hyphen.")
    )


@dataclass(frozen=True)
class Choice(Generic[E]):
    """Reads one word of an enumeration."""

    kind: type[E]

    def __call__(self, value: object, place: str) -> E:
        if isinstance(value, str) and value in self.kind.__members__.values():
            return self.kind(value)
        raise refused(place, _("Write one of: {words}.").format(words=", ".join(self.words)))

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.kind)


def choice(kind: type[E]) -> Choice[E]:
    """Read one word of `kind`."""
    return Choice(kind)


def day(value: object, place: str) -> date:
    """Read a calendar day, YYYY-MM-DD."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refused(
                place, _("There is no day {day} in the calendar.").format(day=value)
            ) from None
    raise refused(place, _("Write a day as 2020-12-31."))


@dataclass(frozen=True)
class Many(Generic[T]):
    """Reads a list; the place of an entry is its number from 0 in brackets."""

    entry: Reader[T]
    at_least: int
    at_most: int

    def __call__(self, value: object, place: str) -> tuple[T, ...]:
        if not isinstance(value, list) or not self.at_least <= len(value) <= self.at_most:
            sentence = _("Write a list of {low} to {high} entries.")
            raise refused(place, sentence.format(low=self.at_least, high=self.at_most))
        gathering = Gathering()
        read = [gathering.read(self.entry, entry, f"{place}[{n}]") for n, entry in enumerate(value)]
        gathering.finish()
        return tuple(entry for entry in read if entry is not None)


@dataclass(frozen=True)
class Table(Generic[T]):
    """Reads a table of named values and hands them to `build` by name; no other key is taken."""

    build: Callable[..., T]
    required: Mapping[str, Reader[Any]]
    readers: Mapping[str, Reader[Any]]
    """Of all keys, the optional ones included."""

    def __call__(self, value: object, place: str) -> T:
        if not isinstance(value, dict):
            keys = ", ".join(self.required)
            raise refused(place, _("Write a table with the keys {keys}.").format(keys=keys))
        gathering = Gathering()
        parts = read_parts(value, place, self.required, self.readers, gathering)
        gathering.finish()
        return self.build(**parts)


def many(reader: Reader[T], at_least: int = 0, at_most: int = 1000) -> Many[T]:
    """Read a list of what `reader` reads."""
    return Many(reader, at_least, at_most)


def table(
    build: Callable[..., T],
    required: Mapping[str, Reader[Any]],
    optional: Mapping[str, Reader[Any]] | None = None,
) -> Table[T]:
    """Read a table with these keys."""
    return Table(build, required, {**required, **(optional or {})})


@dataclass(frozen=True)
class Leaf:
    """A single value that a document can hold; `required` within the record it belongs to."""

    path: str
    reader: Reader[Any]
    required: bool

    @property
    def bounds(self) -> str:
        """The sentence by which the value is refused: it says its bounds; "" if there are none."""
        return next(filter(None, map(self._refusal, ("?", ""))), "")

    def _refusal(self, probe: str) -> str:
        try:
            self.reader(probe, "")
        except RefusedError as error:
            return error.problems[0].message
        return ""


def leaves(reader: Reader[Any], path: str = "", *, required: bool = True) -> Iterator[Leaf]:
    """Yield each single value of a document's shape, in its order: `tiers[].low`."""
    if isinstance(reader, Table):
        for key, inner in reader.readers.items():
            needed = required and key in reader.required
            yield from leaves(inner, inside(path, key), required=needed)
    elif isinstance(reader, Many):
        yield from leaves(reader.entry, f"{path}[]")
    else:
        yield Leaf(path, reader, required)


def read_parts(
    value: dict[Any, Any],
    place: str,
    required: Iterable[str],
    readers: Mapping[str, Reader[Any]],
    gathering: Gathering,
) -> dict[str, Any]:
    """Return what each known key means, None where it was refused; problems go to `gathering`."""
    for key, problem in key_problems(value, required, readers):
        gathering.add(inside(place, key), problem)
    return {
        key: gathering.read(reader, value[key], inside(place, key))
        for key, reader in readers.items()
        if key in value
    }


def key_problems(
    value: dict[Any, Any], required: Iterable[str], known: Iterable[str]
) -> Iterable[tuple[str, str]]:
    """Yield (key, message) for keys that are missing, unknown or given twice."""
    known = dict.fromkeys(known)
    for key in required:
        if key not in value:
            yield key, _("This key is missing. Add it.")
    for key in value:
        if key not in known:
            message = _("This key is not known here. Remove it, or use one of: {keys}.")
            yield shown(key), message.format(keys=", ".join(known))
    if isinstance(value, RepeatedKeys):
        for key in value.repeated:
            yield shown(key), _("This key is given twice. Keep one of them.")
