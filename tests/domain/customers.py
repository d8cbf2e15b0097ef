"""Customers, samples and calls of a record put together by hand."""

from itertools import count
from typing import Any

from evaluator_desktop.domain.bodies import Attempt, Call, Customer, Sample
from evaluator_desktop.domain.history import Entity
from tests.domain.records import PROVIDER, ZHOU, entity

_minutes = count()


def customer(*, has_number: bool = True, removed: bool = False) -> Entity[Customer]:
    return entity(Customer(PROVIDER, "12" * 32, has_number, removed, ""))


def customers(number: int) -> list[Entity[Customer]]:
    return [customer() for _ in range(number)]


def attempt(disposition: str, person: str = ZHOU) -> Attempt:
    minute = next(_minutes)
    at = f"2020-06-{1 + minute // 1440:02d}T{minute // 60 % 24:02d}:{minute % 60:02d}:00Z"
    return Attempt(at, person, disposition)


def call_body(
    of: Entity[Customer],
    *dispositions: str,
    real: bool | None = None,
    satisfaction: int | None = None,
) -> Call:
    """The state after these attempts, in their order."""
    attempts = [attempt(word) for word in dispositions]
    return Call(PROVIDER, of.id, attempts, dispositions[-1], real, satisfaction, None)


def call(of: Entity[Customer], *dispositions: str, **answers: Any) -> Entity[Call]:
    return entity(call_body(of, *dispositions, **answers))


def interview(of: Entity[Customer], satisfaction: int = 5) -> Entity[Call]:
    """A completed interview of D7."""
    return call(of, "completed", real=True, satisfaction=satisfaction)


def denial(of: Entity[Customer]) -> Entity[Call]:
    """D8: the customer says that the service never took place."""
    return call(of, "completed", real=False)


def sample(
    *order: Entity[Customer], size: int, rest: list[Entity[Customer]] | None = None
) -> Entity[Sample]:
    covers = [head for one in (*order, *(rest or [])) for head in one.head_ids]
    return entity(Sample(PROVIDER, "7", len(order), size, covers))
