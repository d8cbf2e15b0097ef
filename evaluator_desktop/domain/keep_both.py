"""Keeping both sides of a conflict, where both can stand beside each other.

Only for what is a list or a text: remarks, the note on a file, the items that are assigned, the
persons of a round. A value that counts (a rating, an outcome, facts of a shop) is one or the
other, and so is a change against a removal: nothing is combined there.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from evaluator_desktop.domain.bodies import (
    LONGEST_TEXT,
    Assignment,
    Body,
    Evidence,
    Profile,
    Round,
)


def both_of(bodies: Sequence[Body | None]) -> Body | None:
    """Return the state that keeps all sides, None where there is no such state.

    Nor is there one where it would be no other than one of the sides.
    """
    sides = [body for body in bodies if body is not None]
    if len(sides) < len(bodies) or len({type(side) for side in sides}) != 1:
        return None
    found = _RULES.get(type(sides[0]), _never)(sides)
    return None if found in sides else found


def _remarks(sides: Sequence[Any]) -> Body | None:
    if any(side.part != "remarks" for side in sides):
        return None
    text = _one_below_the_other(side.values.get("text") for side in sides)
    return None if text is None else _with(sides[0], values={"text": text})


def _notes(sides: Sequence[Any]) -> Body | None:
    note = _one_below_the_other(side.note for side in sides)
    return None if note is None else _alike(sides, note=note)


def _items(sides: Sequence[Any]) -> Body | None:
    given = [side.items for side in sides]
    every = [item for items in given if items is not None for item in items]
    return _alike(sides, items=None if None in given else list(dict.fromkeys(every)))


def _persons(sides: Sequence[Any]) -> Body | None:
    """One who is listed with two roles is one or the other."""
    persons = list(dict.fromkeys(person for side in sides for person in side.persons))
    twice = len({person.name for person in persons}) < len(persons)
    return None if twice else _alike(sides, persons=persons)


def _never(_sides: Sequence[Any]) -> Body | None:
    return None


_RULES: dict[type[Body], Callable[[Sequence[Any]], Body | None]] = {
    Profile: _remarks,
    Evidence: _notes,
    Assignment: _items,
    Round: _persons,
}


def _alike(sides: Sequence[Any], **field: object) -> Body | None:
    """Return the sides as one with this field, None where they differ in another."""
    first, *others = (_with(side, **field) for side in sides)
    return first if all(other == first for other in others) else None


def _with(body: Any, **fields: object) -> Body:
    changed: Body = msgspec.structs.replace(body, **fields)
    return changed


def _one_below_the_other(texts: Iterable[str | None]) -> str | None:
    """Join texts in their order, without one that stands in another; None where it is too long."""
    found = list(dict.fromkeys(text.strip() for text in texts if text and text.strip()))
    kept = [text for text in found if not any(text != other and text in other for other in found)]
    joined = "\n".join(kept)
    return joined if len(joined) <= LONGEST_TEXT else None
