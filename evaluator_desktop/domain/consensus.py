"""会商: what lies on the table when a lead settles what evaluators see differently (D10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Item
from evaluator_desktop.domain.scoring import (
    NOT_APPLICABLE_TEXT,
    RatingState,
    parse_rating,
    rating_text,
)


@dataclass(frozen=True)
class Given:
    """What one person gave an item: "80.5", "na"; "" while two versions of it differ."""

    value: str
    reason: str


@dataclass(frozen=True)
class ConsensusLine:
    """One item with everybody's rating, which stay what they are, and the lead's decision."""

    item: Item
    number: int
    """From 1, in the document's order."""
    given: dict[str, Given]
    """By person."""
    state: RatingState
    spread: Fraction | None
    """Rating points; None unless everyone gave a number."""
    start: str
    """Where the consensus begins: what was decided before, else the mean of the numbers."""
    decided: str | None
    reason: str
    """The reason of the decision that stands."""
    is_stale: bool
    """A rating came after the decision: it is to be confirmed."""
    seen: tuple[str, ...]
    """The heads of the decision, for the next one to build on."""
    covers: tuple[str, ...]
    """The heads of the ratings, for it to name."""

    @property
    def is_open(self) -> bool:
        """A lead has to decide: in dispute, or decided before a rating changed."""
        return self.state is RatingState.DISPUTED or self.is_stale


def consensus_lines(a: Assessment) -> tuple[ConsensusLine, ...]:
    """Return the items that several people rated or that a lead decided on, in document order."""
    numbered = enumerate(a.items, start=1)
    return tuple(_line(number, i) for number, i in numbered if len(i.ratings) > 1 or i.consensus)


def _line(number: int, item: ItemAssessment) -> ConsensusLine:
    decision = item.consensus.body if item.consensus else None
    given = dict(_given(entity) for entity in item.ratings)
    return ConsensusLine(
        item.item,
        number,
        given,
        item.rating.state,
        item.rating.spread,
        decision.value if decision else mean_text(one.value for one in given.values()),
        decision.value if decision else None,
        decision.reason if decision else "",
        item.consensus_is_stale,
        item.consensus.head_ids if item.consensus else (),
        covers_of(item.ratings),
    )


def covers_of(ratings: Iterable[Entity[Rating]]) -> tuple[str, ...]:
    """Return the heads that a consensus on these ratings names."""
    return tuple(head for rating in ratings for head in rating.head_ids)


def _given(entity: Entity[Rating]) -> tuple[str, Given]:
    body = entity.body
    if body is not None:
        return body.person, Given(body.value, body.reason)
    return next(head.body.person for head in entity.heads if head.body is not None), Given("", "")


def mean_text(values: Iterable[str]) -> str:
    """Return the mean of the numbers among these ratings as a rating, half-up to one decimal.

    "na" where nobody gave a number, "" where nobody gave anything.
    """
    texts = [value for value in values if value]
    numbers = [number for text in texts if (number := parse_rating(text)) is not None]
    if not numbers:
        return NOT_APPLICABLE_TEXT if texts else ""
    tenths = sum(map(Fraction, numbers), Fraction()) / len(numbers) * 10
    return rating_text(Decimal(int(tenths + Fraction(1, 2))) / 10)
