"""What one scheme has that another has not: said before a round goes over to it.

Pure comparison of two schemes; what it means for the work that is recorded is for
`operations.schemes`.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evaluator_desktop.domain.scheme import Item, Scheme


@dataclass(frozen=True)
class ValueChange:
    """A value that is another one now; None where there was or is none. `id` says whose."""

    id: str
    before: Any
    after: Any


@dataclass(frozen=True)
class ListChange:
    """What became of the entries of a list, by id."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed)


@dataclass(frozen=True)
class SchemeChange:
    """From one scheme to another."""

    before: Scheme
    after: Scheme

    @cached_property
    def added(self) -> tuple[Item, ...]:
        """Items that only the scheme after has."""
        known = {item.id for item in self.before.items}
        return tuple(item for item in self.after.items if item.id not in known)

    @cached_property
    def removed(self) -> tuple[Item, ...]:
        """Items that only the scheme before has: what was recorded of them no longer counts."""
        known = {item.id for item in self.after.items}
        return tuple(item for item in self.before.items if item.id not in known)

    @cached_property
    def kept(self) -> tuple[Item, ...]:
        """Items that both have, as they are after; ratings stay with them."""
        known = {item.id for item in self.before.items}
        return tuple(item for item in self.after.items if item.id in known)

    @cached_property
    def removed_requirements(self) -> frozenset[tuple[str, str]]:
        """(item, requirement) of the kept items that nothing asks for any more."""
        return frozenset(
            (item.id, requirement.id)
            for item in self.kept
            for requirement in self.before.item(item.id).requirements
            if item.requirement(requirement.id) is None
        )

    @cached_property
    def weights(self) -> tuple[ValueChange, ...]:
        """Weights of kept items that changed, in basis points (D1)."""
        pairs = ((self.before.item(item.id), item) for item in self.kept)
        return tuple(
            ValueChange(now.id, old.weight_bp, now.weight_bp)
            for old, now in pairs
            if old.weight_bp != now.weight_bp
        )

    @cached_property
    def parameters(self) -> tuple[ValueChange, ...]:
        """Single parameters that changed, by name; lists are in `lists`."""
        old, new = _parameters(self.before), _parameters(self.after)
        return tuple(
            ValueChange(name, old.get(name), new.get(name))
            for name in dict.fromkeys([*old, *new])
            if old.get(name) != new.get(name)
        )

    @cached_property
    def lists(self) -> Mapping[str, ListChange]:
        """What became of the rules, tiers and lists of parameters, those that changed."""
        places = ("rules", "tiers", *_PARAMETER_LISTS)
        found = {
            p: _list_change(entries_by_id(self.before, p), entries_by_id(self.after, p))
            for p in places
        }
        return {place: change for place, change in found.items() if not change.is_empty}


_PARAMETER_LISTS = ("classes", "entry_conditions", "departure_checks", "phrases")


def _parameters(scheme: Scheme) -> dict[str, Any]:
    parameters: Any = scheme.document["parameters"]
    return {name: value for name, value in parameters.items() if not isinstance(value, list)}


def entries_by_id(scheme: Scheme, place: str) -> dict[str, Any]:
    """Return the entries of a list of the document; phrases have no id and go by their number."""
    document: Any = scheme.document
    found = (document["parameters"] if place in _PARAMETER_LISTS else document)[place]
    return {str(entry.get("id", n)): entry for n, entry in enumerate(found, start=1)}


def _list_change(old: Mapping[str, Any], new: Mapping[str, Any]) -> ListChange:
    return ListChange(
        tuple(name for name in new if name not in old),
        tuple(name for name in old if name not in new),
        tuple(name for name in new if name in old and new[name] != old[name]),
    )


def next_version(version: str, used: Collection[str]) -> str:
    """Return a version after `version` that is not used: "1.0" → "1.1", "draft" → "draft.2"."""
    found = re.search(r"[0-9]+$", version)
    stem, number = (version[: found.start()], int(found[0])) if found else (f"{version}.", 1)
    while (candidate := f"{stem}{number + 1}") in used:
        number += 1
    return candidate
