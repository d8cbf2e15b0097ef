"""What histories, packages and merges have to give, written from the design and not from our code.

A laptop holds a set of revisions; a merge is the union of two sets; the current versions are the
maximal elements. What rests on what stands in decisions.py. Nothing here knows how the program
keeps any of this: it reads canonical bytes with the standard library, and compares everything with
everything.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

from tests.domain.revision_lines import KEYS, written

DECIDING: dict[str, tuple[str, ...]] = {
    "outcome": ("outcome",),
    "rating": ("value",),
    "call": ("disposition", "service_real", "satisfaction"),
    # Notes that go with what was done: two reasons are no second conflict.
    "resolution": ("conflict",),
    "purge": ("personal",),
}
"""The fields in which versions have to be equal to agree; of other kinds the whole body."""

Subject = tuple[str, ...]
"""What a revision is about: its kind and natural key, or its own id where there is none."""


@dataclass(frozen=True)
class Written:
    """One revision as it was written."""

    id: str
    content: bytes
    """Its canonical bytes."""
    entity: str
    kind: str
    body: dict[str, Any] | None
    """None for a withdrawal."""
    seen: frozenset[str]
    """What its author had on screen."""
    run: str
    seq: int
    prev: str | None

    @property
    def says(self) -> bytes:
        """What decides whether it agrees with another one."""
        fields = DECIDING.get(self.kind)
        if self.body is None or fields is None:
            return written(self.body)
        return written([self.body[name] for name in fields])

    @property
    def covers(self) -> frozenset[str]:
        return frozenset((self.body or {}).get("covers", ()))


def read_written(name: str, content: bytes) -> Written:
    """Read the canonical bytes of a revision."""
    line = json.loads(content)
    return Written(
        name,
        content,
        line["entity"],
        line["kind"],
        line["body"],
        frozenset(line["parents"]),
        line["run"],
        line["seq"],
        line["prev"],
    )


@dataclass(frozen=True)
class History:
    """Revisions that are in one place."""

    revisions: Mapping[str, Written] = field(default_factory=dict)

    def joined(self, others: Iterable[Written]) -> Self:
        """The union: the one rule of the merge."""
        return type(self)({**self.revisions, **{other.id: other for other in others}})

    @cached_property
    def _subjects(self) -> dict[str, tuple[Subject, str | None]]:
        """By entity: what it is about, and of which provider; a withdrawal does not say."""
        found = {}
        for one in self.revisions.values():
            if one.body is not None:
                key = KEYS.get(one.kind)
                names = [str(one.body[name]) for name in key] if key else [one.entity]
                owner = one.entity if one.kind == "provider" else one.body.get("provider")
                found[one.entity] = ((one.kind, *names), owner)
        return found

    @cached_property
    def current(self) -> dict[Subject, list[Written]]:
        """The maximal elements of every subject."""
        groups: dict[Subject, list[Written]] = defaultdict(list)
        for one in self.revisions.values():
            groups[self.subject(one)].append(one)
        return {
            subject: [one for one in group if not any(one.id in other.seen for other in group)]
            for subject, group in groups.items()
        }

    def subject(self, revision: Written) -> Subject:
        return self._subjects[revision.entity][0]

    def provider(self, revision: Written) -> str | None:
        return self._subjects[revision.entity][1]

    def heads(self, subject: Subject) -> frozenset[str]:
        return frozenset(one.id for one in self.current.get(subject, ()))

    def differs(self, subject: Subject) -> bool:
        return len({one.says for one in self.current.get(subject, ())}) > 1

    @cached_property
    def conflicts(self) -> set[frozenset[str]]:
        """The current versions of every subject of which they say different things."""
        return {self.heads(subject) for subject in self.current if self.differs(subject)}

    @cached_property
    def forked(self) -> set[str]:
        """Runs that two laptops continued, each believing to be the only one."""
        claims = Counter((one.run, one.seq) for one in self.revisions.values())
        return {run for (run, _seq), count in claims.items() if count > 1}

    @cached_property
    def erased(self) -> set[str]:
        """Personal objects that somebody erased."""
        bodies = (one.body for one in self.revisions.values() if one.kind == "purge")
        return {str(body["personal"]) for body in bodies if body is not None}

    @cached_property
    def evidence(self) -> list[dict[str, Any]]:
        """The bodies of all evidence that was not taken back, removed files included."""
        current = (one for ones in self.current.values() for one in ones)
        return [one.body for one in current if one.kind == "evidence" and one.body is not None]

    @property
    def files(self) -> frozenset[str]:
        return frozenset(str(body["digest"]) for body in self.evidence)

    @property
    def files_needed(self) -> frozenset[str]:
        return frozenset(str(body["digest"]) for body in self.evidence if not body["removed"])


@dataclass(frozen=True)
class Carried:
    """What a package holds, and what its sender had when it was made."""

    revisions: Mapping[str, Written]
    tips: frozenset[str]
    """The last revision of every run that the sender says to have had."""
    shows: frozenset[str]
    files: frozenset[str]
    personal: frozenset[str]

    def is_closed_for(self, held: History) -> bool:
        """Whether nothing that it rests on is missing: it can be taken whole."""
        known = held.revisions.keys() | self.revisions.keys()
        new = [one for name, one in self.revisions.items() if name not in held.revisions]
        needed = {name for one in new for name in (*one.seen, one.prev) if name is not None}
        return known >= needed | self.tips
