"""Rounds with as many providers and files as one likes, for the window to show.

Each provider is as an import leaves it, with an evaluator and some pieces of evidence whose files
are not there. The same arguments give the same round.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec

from bench.histories import Laptop, new_workspace, taken_in, verified
from bench.names import PEOPLE, provider_lines
from evaluator_desktop.domain.bodies import Assignment, Evidence, Profile, Provider
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.pinyin import spelling
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.store.arriving import Incoming
from evaluator_desktop.store.workspace import Workspace

_CHECKED = 0.6


def make_round(path: Path, providers: int, files_each: int) -> None:
    """Make a workspace with so many providers, closed again."""
    with new_workspace(path) as workspace:
        taken_in(workspace, _history(workspace.scheme, providers, files_each))
        with workspace.changing():
            workspace.refresh(workspace.provider_ids(), ())


def add_rows(path: Path, total: int) -> None:
    """Lengthen the list of a workspace to `total` rows: the rows alone, nothing is behind them."""
    with Workspace.open(path) as workspace:
        rows = workspace.projections.all()
        made = []
        for number, (name, code, _address, _person) in enumerate(provider_lines(total, seed=2)):
            spelt = spelling(name)
            row = msgspec.structs.replace(
                rows[number % len(rows)],
                provider=derived_entity(Provider.kind, f"row {number}"),
                code=code,
                name=name,
                initials=spelt.initials,
                order=spelt.order,
            )
            made.append((bytes.fromhex(row.provider), msgspec.json.encode(row)))
        with workspace.database.transaction():
            insert = "INSERT INTO summary VALUES (?, ?)"
            workspace.database.write_many(insert, made[: total - len(rows)])


def _history(scheme: Scheme, providers: int, files_each: int) -> Iterator[Incoming]:
    chance = random.Random(1)  # noqa: S311  the same round each time, not a secret
    lead, laptops = Laptop("林一帆", chance), {name: Laptop(name, chance) for name in PEOPLE}
    items = [item.id for item in scheme.items]
    for name, code, address, person in provider_lines(providers):
        provider = derived_entity(Provider.kind, code)
        values: dict[str, str | bool | None] = {
            "name": name,
            "is_law_firm": False,
            "address": address,
        }
        yield lead.record("import_providers", Provider(code), provider)
        yield lead.record("import_providers", Profile(provider, "identity", values))
        yield lead.record("import_providers", Assignment(provider, person, None))
        for item in chance.choices(items, k=files_each):
            yield from _file(provider, item, laptops[person], chance)


def _file(provider: str, item: str, laptop: Laptop, chance: random.Random) -> Iterator[Incoming]:
    entity, digest = chance.randbytes(16).hex(), chance.randbytes(32).hex()
    body = Evidence(
        provider=provider,
        item=item,
        requirement=None,
        name=f"佐证材料-{entity[:6]}.pdf",
        digest=digest,
        size=chance.randrange(10_000, 5_000_000),
        captured_on="2020-06-01",
        note="",
        origin=None,
        removed=False,
        reason="",
    )
    yield laptop.record("add_evidence", body, entity)
    if chance.random() < _CHECKED:
        yield laptop.record("record_outcome", verified(provider, entity, laptop))
