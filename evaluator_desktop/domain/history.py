"""Revisions, heads and the merge law.

A revision is the whole new state of one entity as canonical bytes; its id is their SHA-256. The
state of a workspace is a set of revisions, a merge is the union of two sets, and the heads of an
entity are those of its revisions that no other names as parent. Nothing here reads a clock or
draws a random number: `Author` is given both.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Generic, TypeVar

import msgspec

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.bodies import (
    BODIES,
    Body,
    Count,
    Moment,
    Word,
)

FORMAT = 1
_REVISION_TAG = b"evaluator-desktop revision 1\n"
_ENTITY_TAG = "evaluator-desktop entity 1"

B_co = TypeVar("B_co", bound=Body, covariant=True)


# Of fixed length; revision_reading.py sees to it that they are hex. A pattern for each would take
# half of the time that a merge has for a revision.
_Id = Annotated[str, msgspec.Meta(min_length=32, max_length=32)]
_Digest = Annotated[str, msgspec.Meta(min_length=64, max_length=64)]


class Revision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One recorded state of one entity. `body` is the canonical JSON of its kind, or null."""

    v: int
    entity: _Id
    kind: str
    body: msgspec.Raw
    parents: list[_Digest]
    run: _Id
    seq: Count
    prev: _Digest | None
    author: Word
    device: Annotated[str, msgspec.Meta(max_length=100)]
    at: Moment
    action: Annotated[str, msgspec.Meta(pattern=r"^[a-z_]{1,40}\Z")]
    group: _Id


class _Stated(msgspec.Struct, frozen=True):
    """What a head shows of its revision. The rest was checked when it came in, and is skipped."""

    entity: str
    kind: str
    body: msgspec.Raw
    author: str
    at: str


_decoder = msgspec.json.Decoder(Revision)
_stated_decoder = msgspec.json.Decoder(_Stated)
_body_decoders: dict[str, Any] = {
    kind: msgspec.json.Decoder(body | None) for kind, body in BODIES.items()
}


def revision_id(content: bytes) -> str:
    """Return the id of a revision's canonical bytes."""
    return hashlib.sha256(_REVISION_TAG + content).hexdigest()


def encode_revision(revision: Revision) -> bytes:
    """Return the canonical bytes of a revision made by this program."""
    return canonical.encode_checked(revision)


def decode_body(kind: str, body: bytes | msgspec.Raw) -> Body | None:
    """Return the typed body of stored bytes; None when the entity is withdrawn."""
    decoded: Body | None = _body_decoders[kind].decode(body)
    return decoded


def read_stored(content: bytes) -> tuple[Revision, Body | None]:
    """Decode bytes that were checked when they entered the store."""
    revision = _decoder.decode(content)
    return revision, decode_body(revision.kind, revision.body)


def derived_entity(kind: str, *key: str) -> str:
    """Return the id that everybody gives to the entity of this kind and natural key."""
    content = canonical.encode_checked([_ENTITY_TAG, kind, *key])
    return hashlib.sha256(content).hexdigest()[:32]


def derived_id(body: Body) -> str:
    """Return the entity id that follows from a body's natural key."""
    return derived_entity(body.kind, *(str(getattr(body, field)) for field in body.key))


# Structs: a merge makes some million of them, in a tenth of the time of dataclasses.
class Head(msgspec.Struct, Generic[B_co], frozen=True):
    """A current version: who recorded what; `at` is the clock's claim in UTC."""

    revision: str
    author: str
    at: str
    body: B_co | None


class Entity(msgspec.Struct, Generic[B_co], frozen=True):
    """One entity as it stands: its heads, sorted by revision id."""

    id: str
    kind: str
    heads: tuple[Head[B_co], ...]

    @property
    def in_conflict(self) -> bool:
        return len(self.heads) > 1 and not agree([head.body for head in self.heads])

    @property
    def body(self) -> B_co | None:
        """The state all heads agree on; None when withdrawn or in conflict."""
        heads = self.heads  # one, nearly always, and asked for some hundred times a provider
        return heads[0].body if len(heads) == 1 or not self.in_conflict else None

    @property
    def head_ids(self) -> tuple[str, ...]:
        return tuple(head.revision for head in self.heads)

    @property
    def last(self) -> Head[B_co]:
        """The head whose clock claims to be the latest, for display only."""
        if len(self.heads) == 1:
            return self.heads[0]
        return max(self.heads, key=lambda head: (head.at, head.revision))


def read_head(name: str, content: bytes) -> Entity[Any]:
    """Return the entity of a checked revision as if that were its only head."""
    stated = _stated_decoder.decode(content)
    body = decode_body(stated.kind, stated.body)
    return Entity(stated.entity, stated.kind, (Head(name, stated.author, stated.at, body),))


def agree(bodies: Sequence[Body | None]) -> bool:
    """Tell whether heads say the same in the fields that decide (design: heads agree)."""
    return len({_deciding(body) for body in bodies}) <= 1


def _deciding(body: Body | None) -> bytes:
    if body is None or not body.deciding:
        return canonical.encode_checked(body)
    return canonical.encode_checked([getattr(body, field) for field in body.deciding])


def heads_of(revisions: Iterable[tuple[str, Sequence[str]]]) -> set[str]:
    """Return the ids that no other names as parent, of (id, parents) pairs: the merge law."""
    seen: set[str] = set()
    superseded: set[str] = set()
    for revision, parents in revisions:
        seen.add(revision)
        superseded.update(parents)
    return seen - superseded


def conflict_id(head_ids: Iterable[str]) -> str:
    """Return the name of a conflict: a digest of exactly the heads that were shown."""
    return hashlib.sha256("\n".join(sorted(head_ids)).encode()).hexdigest()[:16]
