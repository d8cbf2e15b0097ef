"""What histories come to where one record rests on others, written from the design like model.py.

A consensus, a class and a lock name what they were made on; when that is no longer what is current,
they are to be confirmed. The steps of a provider follow from who submitted, what was given back and
what was locked.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.domain.revision_lines import written
from tests.laws.model import History, Subject, Written

_AFTER_A_LOCK = {"lock", "issued_report", "review", "alias", "resolution"}
"""Kinds that a lock does not cover: itself, what it led to, and how it was reached."""


@dataclass(frozen=True)
class Held(History):
    """Revisions that are in one place, and what people may make of them."""

    def stands(self, subject: Subject) -> bool:
        return any(one.body is not None for one in self.current.get(subject, ()))

    def _all_heads(self, *wanted: str) -> frozenset[str]:
        """The current versions of all records that somebody stands by, by how they begin."""
        found = (s for s in self.current if s[: len(wanted)] == wanted and self.stands(s))
        return frozenset[str]().union(*map(self.heads, found))

    def ratings(self, provider: str, item: str) -> frozenset[str]:
        return self._all_heads("rating", provider, item)

    def grounds(self, subject: Subject) -> frozenset[str]:
        """What a consensus or a decision on a class rests on; nothing for other records."""
        match subject:
            case ("consensus", provider, item):
                return self.ratings(provider, item)
            case ("class_decision", provider):
                return self.false_heads(provider)
        return frozenset()

    def rests_on_conflict(self, subject: Subject) -> bool:
        """Whether it is a consensus on ratings that nobody can tell yet."""
        ratings = (s for s in self.current if s[:3] == ("rating", *subject[1:]))
        return subject[0] == "consensus" and any(map(self.differs, ratings))

    # --- what belongs to the whole round --------------------------------------------------------

    def _in_use(self, kind: str) -> dict[str, Any]:
        """What the round has once; while laptops differ, the version with the smallest id."""
        [ones] = [ones for subject, ones in self.current.items() if subject[0] == kind]
        return next(one.body for one in sorted(ones, key=lambda one: one.id) if one.body)

    @cached_property
    def _scheme(self) -> dict[str, Any]:
        document: dict[str, Any] = self._in_use("scheme")["document"]
        return document

    @property
    def class_for_false(self) -> str | None:
        """The class that the scheme proposes where material is false."""
        found: str | None = self._scheme["parameters"].get("integrity_class")
        return found

    @cached_property
    def _round_basis(self) -> frozenset[str]:
        """What results rest on besides the provider: not who is listed in the round."""
        fixed = {name: v for name, v in self._in_use("round").items() if name != "persons"}
        digests = (hashlib.sha256(written(one)) for one in (fixed, self._scheme))
        return frozenset(digest.hexdigest() for digest in digests)

    # --- decisions ------------------------------------------------------------------------------

    def false_heads(self, provider: str) -> frozenset[str]:
        """The current versions of all outcomes of which nobody doubts that they say false."""
        return frozenset(
            one.id
            for subject, ones in self.current.items()
            if subject[0] == "outcome" and not self.differs(subject)
            for one in ones
            if one.body and one.body["outcome"] == "false" and self.provider(one) == provider
        )

    def lockable(self, provider: str) -> frozenset[str]:
        """The current versions of all of the provider's that a lock covers, and the round."""
        own = frozenset(
            one.id
            for ones in self.current.values()
            for one in ones
            if self.provider(one) == provider and one.kind not in _AFTER_A_LOCK
        )
        return own | self._round_basis

    @cached_property
    def to_be_confirmed(self) -> set[Subject]:
        """Decisions of which something that they rest on is no longer what it was."""
        clear = ((s, ones[0]) for s, ones in self.current.items() if not self.differs(s))
        return {subject for subject, one in clear if one.body and self._is_late(one, one.body)}

    def _is_late(self, one: Written, body: dict[str, Any]) -> bool:
        match one.kind:
            case "consensus":
                return one.covers != self.grounds(self.subject(one))
            case "class_decision":
                moved = body["confirmed"] and body["proposed"] != self.class_for_false
                return moved or one.covers != self.grounds(self.subject(one))
            case "lock":
                return body["locked"] and one.covers != self.lockable(body["provider"])
        return False

    # --- the steps of a provider ----------------------------------------------------------------

    def is_locked(self, provider: str | None) -> bool:
        """Locked, also while leads differ."""
        return any(body["locked"] for body in self._bodies("lock", provider or ""))

    def step(self, provider: str) -> str:
        """How far it is, were there no lock."""
        handed_in = frozenset[str]().union(
            *(self.heads(s) for s in self.current if s[:2] == ("submission", provider))
        )
        review = ("review", provider)
        given_back = self.current.get(review, ()) if not self.differs(review) else ()
        if any(one.body and one.covers <= handed_in for one in given_back):
            return "returned"
        raters, submitters = self._people("rating", provider), self._people("submission", provider)
        return "submitted" if raters and raters <= submitters else "open"

    def state(self, provider: str) -> str:
        return "locked" if self.is_locked(provider) else self.step(provider)

    def _people(self, kind: str, provider: str) -> set[str]:
        """Who stands by a rating or a submission."""
        return {s[-1] for s in self.current if s[:2] == (kind, provider) and self.stands(s)}

    def _bodies(self, *subject: str) -> Iterator[dict[str, Any]]:
        return (one.body for one in self.current.get(subject, ()) if one.body is not None)
