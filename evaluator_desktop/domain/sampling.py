"""The sample of customers: how many, which, and who is to be called now (D9).

The draw needs names and numbers, which never stand in the history. So `Sample.covers` keeps what
came of it, as heads of customers: first the population in the order of the draw, then the rest of
the list, sorted. Whoever has the list can draw again and compare; whoever has not can still work.
Read as follows where rules.md leaves it open: only an unanswered call is repeated; who refused,
is a wrong number or no customer makes way at once; who denies the service was reached and stays.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from math import ceil

from evaluator_desktop.domain.bodies import Attempt, Call, Customer, Sample
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.parameters import Parameters
from evaluator_desktop.domain.satisfaction import Disposition

LARGEST_SEED = 2**53 - 1


@dataclass(frozen=True)
class SampleSize:
    """How many of a population are to be interviewed, with the steps to it."""

    population: int
    unlimited: Fraction
    """n₀ = z²·p·(1−p) ÷ e², what an endless population would ask for; never rounded."""
    corrected: Fraction
    """n₀·N ÷ (N + n₀ − 1), the finite-population correction."""
    least: int
    """The minimum of the scheme, or the whole list where that is shorter."""
    size: int

    @property
    def is_whole_list(self) -> bool:
        return self.size == self.population


def explained_size(population: int, parameters: Parameters) -> SampleSize:
    """Return the size of a sample with every step to it (D9).

    The corrected size is rounded up; at least the minimum, and a list up to the minimum whole.
    """
    p = Fraction(parameters.sample_proportion_percent, 100)
    margin = Fraction(parameters.sample_margin_percent, 100)
    unlimited = Fraction(parameters.confidence_z) ** 2 * p * (1 - p) / margin**2
    least = min(parameters.sample_minimum, population)
    if population == least:
        return SampleSize(population, unlimited, Fraction(population), least, population)
    corrected = unlimited * population / (population + unlimited - 1)
    return SampleSize(population, unlimited, corrected, least, max(least, ceil(corrected)))


def sample_size(population: int, parameters: Parameters) -> int:
    """Return how many of a population are to be interviewed (D9)."""
    return explained_size(population, parameters).size


def customer_key(number: str, name: str) -> str:
    """Return what a customer is known by: normalised number, newline, name in NFC."""
    return f"{number}\n{unicodedata.normalize('NFC', name)}"


def drawn_order(seed: int, keys: Mapping[str, str]) -> list[str]:
    """Return the customers (by id, with their keys) in the order of the draw.

    Of several with one key the smallest id stands for all: the population is distinct customers.
    """
    first: dict[str, str] = {}
    for customer in sorted(keys):
        first.setdefault(keys[customer], customer)
    return [first[key] for key in sorted(first, key=lambda key: _rank(seed, key))]


def _rank(seed: int, key: str) -> bytes:
    return hashlib.sha256(f"{seed}\n{key}".encode()).digest()


def population_digest(keys: Iterable[str]) -> str:
    """Return the SHA-256 of the distinct keys, sorted, each with a line feed behind it.

    In other words of a text in UTF-8 with number and name in turn, a line each. Whoever draws
    again compares it first: the same digest is the same list.
    """
    return hashlib.sha256("".join(f"{key}\n" for key in sorted(set(keys))).encode()).hexdigest()


@dataclass(frozen=True)
class DrawnSample:
    """A sample as it stands between the calls."""

    seed: int
    population: int
    size: int
    order: tuple[str, ...]
    """Customers in the order of the draw, those that are still as they were: the first `size`
    were drawn, the rest is the reserve."""
    to_call: tuple[str, ...]
    """Who is to be called now, those first who were tried least."""
    done: int
    """Places of the sample that were reached."""
    list_changed: bool
    """The list is no longer the one that the draw was made on."""

    @property
    def is_finished(self) -> bool:
        """Everybody was called; fewer than `size` were reached where the reserve is used up."""
        return not self.to_call


class _Place(Enum):
    REACHED = auto()
    OPEN = auto()
    LOST = auto()


def drawn_sample(
    sample: Sample,
    customers: Sequence[Entity[Customer]],
    calls: Mapping[str, Entity[Call]],
    call_attempts: int,
) -> DrawnSample:
    """Return a sample with what the calls left of it; `customers` are those that stand."""
    by_head = {head: entity.id for entity in customers for head in entity.head_ids}
    heads = sample.covers[: sample.population]
    order = tuple(dict.fromkeys(by_head[head] for head in heads if head in by_head))
    done = 0
    still_open: list[str] = []
    for customer in order:
        if done + len(still_open) == sample.size:
            break
        place = _place(calls.get(customer), call_attempts)
        done += place is _Place.REACHED
        if place is _Place.OPEN:
            still_open.append(customer)
    still_open.sort(key=lambda customer: len(attempts(calls.get(customer))))
    return DrawnSample(
        int(sample.seed),
        sample.population,
        sample.size,
        order,
        tuple(still_open),
        done,
        list_changed=by_head.keys() != set(sample.covers),
    )


def attempts(call: Entity[Call] | None) -> tuple[Attempt, ...]:
    """Return every attempt that any head of a call knows of; those of two heads by their clocks.

    What two heads have in common is one attempt; two of one head are two, within a second as well.
    """
    if call is None:
        return ()
    known = [head.body.attempts for head in call.heads if head.body]
    if len(known) == 1:
        return tuple(known[0])
    found: Counter[Attempt] = Counter()
    for of_head in known:
        found |= Counter(of_head)
    return tuple(sorted(found.elements(), key=lambda attempt: attempt.at))


def _place(call: Entity[Call] | None, call_attempts: int) -> _Place:
    body = call.body if call else None
    if body is None:
        return _Place.OPEN
    if body.disposition == Disposition.COMPLETED:
        return _Place.REACHED
    tried_enough = len(attempts(call)) >= call_attempts
    again = body.disposition == Disposition.NO_ANSWER and not tried_enough
    return _Place.OPEN if again else _Place.LOST
