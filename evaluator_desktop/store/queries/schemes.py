"""The scheme of the round over time, and the work that a scheme has no place for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from evaluator_desktop.domain.bodies import Consensus, Evidence, Rating, SchemeInUse
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.pinyin import name_order
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.store.workspace import Workspace

IsGone = Callable[[str, str | None], bool]
"""Whether a scheme has no place for what was recorded of (item, requirement)."""


@dataclass(frozen=True)
class SchemeVersion:
    """A state that the round's scheme has or had."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True)
class OutsideWork:
    """What was recorded of one provider for an item, or a requirement, that a scheme lacks."""

    provider: str
    name: str
    code: str | None
    item: str
    requirement: str | None
    """None: the whole item is gone; its ratings, consensus and evidence no longer count."""
    ratings: int
    consensus: int
    evidence: int


def scheme_entity(workspace: Workspace) -> str:
    """Return the id of the entity whose heads are the scheme in use."""
    return derived_entity(SchemeInUse.kind, workspace.info.id)


def scheme_versions(workspace: Workspace) -> tuple[SchemeVersion, ...]:
    """Return every state that the scheme of this round has had, by version and digest."""
    key = bytes.fromhex(scheme_entity(workspace))
    rows = workspace.database.rows("SELECT id FROM revision WHERE entity = ?", key)
    bodies = (workspace.history.revision(name.hex())[1] for (name,) in rows)
    schemes = (load_scheme(b.document) for b in bodies if isinstance(b, SchemeInUse))
    found = {SchemeVersion(s.id, s.version, s.digest) for s in schemes}
    return tuple(sorted(found, key=lambda version: (version.version, version.digest)))


def work_outside(workspace: Workspace, is_gone: IsGone) -> tuple[OutsideWork, ...]:
    """Return the recorded work that has no place, by provider and item.

    It stays in the history; it counts again as soon as a scheme has the item again.
    """
    counted: dict[tuple[str, str, str | None], dict[str, int]] = {}
    for kind in (Rating.kind, Consensus.kind, Evidence.kind):
        for provider, item, requirement in _recorded(workspace, kind):
            if is_gone(item, requirement):
                whole = is_gone(item, None)
                counts = counted.setdefault((provider, item, None if whole else requirement), {})
                counts[kind] = counts.get(kind, 0) + 1
    rows = {row.provider: row for row in workspace.projections.all()}
    found = [
        OutsideWork(
            provider,
            rows[provider].name,
            rows[provider].code,
            item,
            requirement,
            *(counts.get(kind, 0) for kind in (Rating.kind, Consensus.kind, Evidence.kind)),
        )
        for (provider, item, requirement), counts in counted.items()
        if provider in rows
    ]
    return tuple(
        sorted(found, key=lambda w: (*name_order(w.name), w.provider, w.item, w.requirement or ""))
    )


def not_counted(workspace: Workspace) -> tuple[OutsideWork, ...]:
    """Return the work that the scheme in use has no place for."""
    return work_outside(workspace, lacks(workspace.scheme))


def lacks(scheme: Scheme) -> IsGone:
    """Return whether a scheme has no place for an item, or for a requirement of an item."""
    items = {item.id: {r.id for r in item.requirements} for item in scheme.items}

    def is_gone(item: str, requirement: str | None) -> bool:
        return item not in items or (requirement is not None and requirement not in items[item])

    return is_gone


def _recorded(workspace: Workspace, kind: str) -> Iterable[tuple[str, str, str | None]]:
    """Yield (provider, item, requirement) of what stands, conflicts by their first state."""
    for entity in workspace.history.entities(kind=kind):
        bodies: list[Any] = [head.body for head in entity.heads if head.body is not None]
        if bodies and not getattr(bodies[0], "removed", False):
            body = bodies[0]
            provider = workspace.joined.staying(body.provider)
            yield provider, body.item, getattr(body, "requirement", None)
