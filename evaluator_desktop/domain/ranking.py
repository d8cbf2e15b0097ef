"""Ranks of a round (D11): by the printed total, ties share one: 1, 2, 2, 4."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

K = TypeVar("K")


@dataclass(frozen=True)
class Rank:
    """A place from 1 in a round; `shared_by`: how many have it, 1 where nobody ties."""

    place: int
    shared_by: int = 1

    @property
    def last(self) -> int:
        """The last of the places that those who tie take up."""
        return self.place + self.shared_by - 1

    def is_cut_by(self, quota: int | None) -> bool:
        """Tell whether a quota would go through the middle of this tie."""
        return quota is not None and self.place <= quota < self.last


def ranks(totals: Mapping[K, str | None]) -> dict[K, Rank]:
    """Return the rank of everyone with a printed total; who has none has no rank."""
    numbers = {name: Decimal(total) for name, total in totals.items() if total is not None}
    counts = Counter(numbers.values())
    place, by_number = 1, {}
    for number in sorted(counts, reverse=True):
        by_number[number] = Rank(place, counts[number])
        place += counts[number]
    return {name: by_number[number] for name, number in numbers.items()}
