"""What stands in the fields of one shop, beside what is recorded of it.

The page keeps one of these for each shop it has shown, so that nothing typed is lost on the way
to another shop or page and back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from evaluator_desktop.domain.bodies import ShopPart
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.shop_draft import PART_FIELDS, Draft, fields_of, read_draft
from evaluator_desktop.ui.pages.shop.fields import (
    FIELDS,
    CellValueError,
    Entry,
    entry_of,
    is_empty,
    value_of,
)

Heads = dict[str, tuple[str, ...]]


@dataclass
class Entries:
    """The fields by path. `typed` holds all of them, `recorded` those that are known."""

    typed: dict[str, Entry] = field(default_factory=lambda: dict.fromkeys(FIELDS))
    recorded: dict[str, Entry] = field(default_factory=dict)
    heads: Heads = field(default_factory=dict)
    recorded_parts: Mapping[str, Entity[ShopPart]] = field(default_factory=dict)
    conflicts: Mapping[str, Entity[ShopPart]] = field(default_factory=dict)
    unfinished: set[str] = field(default_factory=set)
    """Fields that hold what an earlier run of the program left unrecorded."""
    is_writing: bool = False
    """Between asking for a record and hearing of it: what comes after has to wait."""
    wants_writing: bool = False
    """A field was left while writing."""

    def take_recorded(self, parts: Mapping[str, Entity[ShopPart]]) -> None:
        """Take what the workspace holds; a field that was typed in since keeps its text."""
        self.conflicts = {part: e for part, e in parts.items() if e.in_conflict}
        self.recorded_parts = parts
        self.heads = {part: entity.head_ids for part, entity in parts.items()}
        bodies = [entity.body for entity in parts.values()]
        self._set_recorded([body.values for body in bodies if body is not None])

    def take_written(self, parts: Mapping[str, Mapping[str, object]], heads: Heads) -> None:
        """Take the parts that have just been recorded from here, and their new heads."""
        now = {p: e for p, e in self.recorded.items() if part_of(p) not in parts}
        self.recorded = now | _entries(parts.values())
        self.heads |= heads

    def _set_recorded(self, values: list[Mapping[str, Any]]) -> None:
        before, self.recorded = self.recorded, _entries(values)
        for path, entry in self.typed.items():
            now = self.recorded.get(path)
            if is_empty(entry) and is_empty(now):
                continue  # an empty field is not None: somebody chose to type totals there
            if _same(path, entry, before.get(path)):
                self.typed[path] = now

    @property
    def changed(self) -> set[str]:
        """The fields that hold something else than what is recorded."""
        return {p for p, entry in self.typed.items() if not _same(p, entry, self.recorded.get(p))}

    def fill(self, values: Mapping[str, object]) -> None:
        """Put JSON values by path into all fields, but those of parts in conflict."""
        for path in FIELDS:
            if part_of(path) not in self.conflicts:
                self.typed[path] = entry_of(values.get(path))

    def for_trial(self) -> "Entries":
        """Return a copy to play with."""
        typed, recorded = dict(self.typed), dict(self.recorded)
        return replace(self, typed=typed, recorded=recorded, unfinished=set(self.unfinished))

    def read(self, scheme: Scheme, cutoff: date, period_start: date) -> Draft:
        """Apply the rules to what stands in the fields; parts in conflict are left out (D3)."""
        given: dict[str, object] = {}
        unreadable: dict[str, str] = {}
        for path, entry in self.typed.items():
            if is_empty(entry) or part_of(path) in self.conflicts:
                continue
            try:
                given[path] = value_of(path, entry)
            except CellValueError as error:
                unreadable[path] = str(error)
        draft = read_draft(scheme, given, cutoff, period_start)
        missing = tuple(path for path in draft.missing if path not in unreadable)
        return replace(draft, missing=missing, problems=unreadable | dict(draft.problems))

    def to_write(self, draft: Draft) -> dict[str, dict[str, Any]]:
        """Return the parts that are whole, sound and not recorded like this."""
        touched = {part_of(path) for path in self.changed} - self.conflicts.keys()
        return {part: values for part, values in draft.parts.items() if part in touched}


def part_of(path: str) -> str:
    """Return the part of the facts that a field belongs to."""
    return next(part for part, paths in PART_FIELDS.items() if path in paths)


def _entries(parts: Any) -> dict[str, Entry]:
    return {p: entry_of(value) for values in parts for p, value in fields_of(values).items()}


def _same(path: str, one: Entry, other: Entry) -> bool:
    """Tell whether two entries mean the same, however they are written."""
    if one == other or (is_empty(one) and is_empty(other)):
        return True
    try:
        return not is_empty(one) and value_of(path, one) == value_of(path, other)
    except CellValueError:
        return False
