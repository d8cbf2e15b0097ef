"""What a merge has to give, worked out apart from the program: sets of revisions, nothing else.

The model knows what each replica acknowledged and passed on. Its only rule is the union; heads are
the revisions that no other revision of the set names as parent.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Written:
    """One acknowledged revision: what it says, and what its author had on screen."""

    id: str
    entity: str
    says: str | None
    """The deciding fields as text; None for a withdrawal."""
    seen: frozenset[str]


@dataclass
class Replica:
    """What one workspace holds."""

    holds: dict[str, Written] = field(default_factory=dict)

    def write(self, revision: Written) -> None:
        self.holds[revision.id] = revision

    def merge(self, other: dict[str, Written]) -> None:
        self.holds.update(other)

    def entities(self) -> set[str]:
        return {revision.entity for revision in self.holds.values()}

    def heads(self, entity: str) -> set[str]:
        """The maximal elements: slow, and by another way than the program's."""
        of = [r for r in self.holds.values() if r.entity == entity]
        return {r.id for r in of if not any(r.id in other.seen for other in of)}

    def conflicts(self) -> set[frozenset[str]]:
        """The heads of every entity whose heads say different things."""
        found = set()
        for entity in self.entities():
            heads = self.heads(entity)
            if len({self.holds[name].says for name in heads}) > 1:
                found.add(frozenset(heads))
        return found
