"""Histories as large as one likes, made through our own canonical code and without a mouse.

Each provider has what a round leaves of it: profile, assignment, two people's ratings of every
item (some of them changed later), evidence with its outcomes, and the shop's facts. People work
in runs of some hundred revisions, as each start of the program makes one. The same arguments give
the same history.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.bodies import (
    Assignment,
    Body,
    Evidence,
    OutcomeRecord,
    PartValue,
    Profile,
    Provider,
    Rating,
    ShopPart,
)
from evaluator_desktop.domain.history import (
    FORMAT,
    Revision,
    derived_entity,
    derived_id,
    encode_revision,
    revision_id,
)
from evaluator_desktop.domain.scheme import Item, Scheme
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.staging import staging_folder
from evaluator_desktop.store.arriving import Arriving, Incoming
from evaluator_desktop.store.union import beside
from evaluator_desktop.store.workspace import Workspace

PEOPLE = ("周明", "陈静", "赵敏", "吴磊")
PER_PROVIDER = 56
"""About how many revisions each provider has."""
_PER_RUN = 300
_CHANGED_LATER = 0.15
_FILES = 4
_SHOP: dict[str, dict[str, PartValue]] = {
    "company": {
        "registered_on": "2008-06-15",
        "has_introduction": True,
        "has_website": True,
        "certificates": 26,
    },
    "offer": {"products": 18, "is_decorated": True},
    "logins": {"login_days": 45, "login_streaks": 3},
    "followers": {"followers": {"personal": 40, "enterprise": 65}},
    "feedback": {
        "purchases": 120,
        "praise": {"personal": 20, "enterprise": 70},
        "comments": {"personal": 15, "enterprise": 60},
        "replies": 50,
        "ratings": {"good": 90, "all": 95},
    },
}


@dataclass
class Laptop:
    """One person's chain of revisions."""

    person: str
    chance: random.Random
    run: str = ""
    seq: int = 0
    prev: str | None = None

    def record(
        self,
        action: str,
        body: Body | None,
        entity: str | None = None,
        parents: tuple[str, ...] = (),
        *,
        kind: str | None = None,
    ) -> Incoming:
        """Make the next revision; without a body, `entity` and `kind` say what is withdrawn."""
        if self.prev is None or self.seq == _PER_RUN:
            self.run, self.seq, self.prev = self.chance.randbytes(16).hex(), 0, None
        revision = Revision(
            v=FORMAT,
            entity=entity or (derived_id(body) if body else ""),
            kind=kind or (body.kind if body else ""),
            body=msgspec.Raw(canonical.encode_checked(body)),
            parents=list(parents),
            run=self.run,
            seq=self.seq,
            prev=self.prev,
            author=self.person,
            device="12345-67890-12345-67890-12345-67890-12345-67890",
            at=f"2020-{self.seq % 12 + 1:02d}-{self.seq % 28 + 1:02d}T08:{self.seq % 60:02d}:00Z",
            action=action,
            group=self.chance.randbytes(16).hex(),
        )
        content = encode_revision(revision)
        self.seq, self.prev = self.seq + 1, revision_id(content)
        return Incoming(self.prev, content, revision, body)


def history(scheme: Scheme, size: int, *, seed: int = 1, first: int = 0) -> Iterator[Incoming]:
    """Yield `size` revisions, whole providers as far as that goes; number `first` comes first."""
    chance = random.Random(seed)  # noqa: S311  the same history each time, not a secret
    laptops = [Laptop(person, chance) for person in PEOPLE]
    left, number = size, first
    while left > 0:
        lead, *two = (laptops[(number + n) % len(laptops)] for n in range(3))
        for incoming in _provider(scheme, number, lead, two, chance):
            if not left:
                return
            left -= 1
            yield incoming
        number += 1


def _provider(
    scheme: Scheme, number: int, lead: Laptop, two: list[Laptop], chance: random.Random
) -> Iterator[Incoming]:
    code = f"91310000MA1{number:07d}"
    provider = derived_entity(Provider.kind, code)
    yield lead.record("import_providers", Provider(code), provider)
    values: dict[str, str | bool | None] = {
        "name": f"上海第{number}中小企业服务有限公司",
        "is_law_firm": number % 9 == 0,
        "address": f"上海市浦东新区张江路{number}号",
    }
    yield lead.record("import_providers", Profile(provider, "identity", values))
    yield lead.record("edit_profile", Profile(provider, "remarks", {"text": ""}))
    for laptop in two:
        yield lead.record("assign", Assignment(provider, laptop.person, None))
    yield from _files(scheme, provider, two[0], chance)
    for laptop in two:
        for item in scheme.items:
            yield from _rated(provider, item, laptop, chance)
    for part, facts in _SHOP.items():
        yield two[1].record("set_shop_facts", ShopPart(provider, part, dict(facts)))


def _files(
    scheme: Scheme, provider: str, laptop: Laptop, chance: random.Random
) -> Iterator[Incoming]:
    for item in chance.sample(list(scheme.items), _FILES):
        entity = chance.randbytes(16).hex()
        body = Evidence(
            provider=provider,
            item=item.id,
            requirement=None,
            name=f"佐证材料-{entity[:6]}.pdf",
            digest=sha256(entity.encode()).hexdigest(),
            size=chance.randrange(10_000, 5_000_000),
            captured_on="2020-06-01",
            note="",
            origin=None,
            removed=False,
            reason="",
        )
        yield laptop.record("add_evidence", body, entity)
        yield laptop.record("record_outcome", verified(provider, entity, laptop))


def verified(provider: str, evidence: str, laptop: Laptop) -> OutcomeRecord:
    """Return the outcome of a piece of evidence that is what it says."""
    return OutcomeRecord(
        provider=provider,
        evidence=evidence,
        outcome="verified",
        method="original",
        on="2020-06-02",
        evaluator=laptop.person,
        note="原件与复印件一致。",
    )


def _rated(provider: str, item: Item, laptop: Laptop, chance: random.Random) -> Iterator[Incoming]:
    def rating(value: str) -> Rating:
        reason = "依据佐证材料与现场核查情况评定。" if chance.random() < 0.4 else ""
        return Rating(provider, item.id, laptop.person, value, reason)

    first = laptop.record("rate", rating(str(chance.randrange(60, 100))))
    yield first
    if chance.random() < _CHANGED_LATER:
        yield laptop.record("rate", rating(str(chance.randrange(60, 100))), parents=(first.id,))


def new_workspace(path: Path, *, person: str = "林一帆") -> Workspace:
    """Make a workspace with a round in it, and nothing else."""
    workspace = Workspace.create(path, person=person, role="lead")
    steps.start_round(workspace, steps.read_scheme(), colleagues=PEOPLE)
    return workspace


def fill(workspace: Workspace, size: int, *, seed: int = 1, first: int = 0) -> None:
    """Put a history of `size` revisions into the store, without the rows that lists read."""
    taken_in(workspace, history(workspace.scheme, size, seed=seed, first=first))


def taken_in(workspace: Workspace, revisions: Iterable[Incoming]) -> None:
    """Put revisions into the store, without the rows that lists read."""
    with Arriving(staging_folder(workspace)) as arriving:
        arriving.fill(revisions)
        with beside(workspace.database, arriving) as union:
            union.plan()
            with workspace.database.transaction():
                union.write()
