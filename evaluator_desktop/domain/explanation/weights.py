"""Where the weight of an item comes from once 不适用 was taken out (D1, D3).

Apart from the score, because every item, every dimension and the maximum draw on it, and because
it is the same for all providers with the same 不适用: of a round it is worked out once.
"""

from fractions import Fraction
from functools import lru_cache

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.explanation.step import Step, added, leaf, parameter, short_text
from evaluator_desktop.domain.parameters import NotApplicable
from evaluator_desktop.domain.scheme import WEIGHT_SUM, Dimension, Item, Scheme
from evaluator_desktop.domain.scoring import (
    SETTLED,
    RatingState,
    ScoreSheet,
    percent,
    printed,
    weight_shares,
)
from evaluator_desktop.texts import _, language


def weights_of(a: Assessment) -> "Weights":
    """Return the weights of a provider's items, in the language in use."""
    gone = (i.item.id for i in a.items if i.rating.state is RatingState.NOT_APPLICABLE)
    return _weights(a.scheme, frozenset(gone), language())


@lru_cache(maxsize=32)
def _weights(scheme: Scheme, gone: frozenset[str], _language: str) -> "Weights":
    return Weights(scheme, gone)


class Weights:
    """The weights of a scheme's items as steps, when those in `gone` are not applicable."""

    def __init__(self, scheme: Scheme, gone: frozenset[str]) -> None:
        self._scheme, self._gone = scheme, gone
        self._shares = weight_shares(scheme, gone)
        self._is_lost = scheme.parameters.not_applicable is NotApplicable.LOSE
        self._alive = [d for d in scheme.dimensions if self._left(d)]
        self._items = {item.id: self._item(item) for item in scheme.items}
        self._inputs = {name: step.as_input() for name, step in self._items.items()}
        self._dimensions = {d.id: self._dimension(d) for d in scheme.dimensions}
        self.maximum = self._maximum()
        """The highest score that could be reached."""

    def item(self, item: Item) -> Step:
        """Return an item's share of the whole, 0–1."""
        return self._items[item.id]

    def dimension(self, dimension: Dimension) -> Step:
        """Return a dimension's share of the whole: the sum of its items'."""
        return self._dimensions[dimension.id]

    def rated(self, sheet: ScoreSheet) -> Step:
        """Return 已评权重 of a provider's score, in basis points rounded down."""
        lines = (line for d in sheet.dimensions for line in d.items)
        items = tuple(self._inputs[i.item.id] for i in lines if i.rating.state in SETTLED)
        share = sum((step.number for step in items), Fraction())
        settled_weight = Step(
            _("Weight of what is rated"), share, percent(share), "D3", added(items), items
        )
        points = sheet.weight_rated_bp
        return Step(
            _("Rated weight, in basis points"),
            Fraction(points),
            str(points),
            "D3",
            f"⌊{{0}} × {WEIGHT_SUM}⌋",
            (settled_weight,),
            key="weight_rated",
        )

    def _item(self, item: Item) -> Step:
        share = self._shares.items[item.id]
        what = _("{name}: weight").format(name=item.name.text(language()))
        if item.id in self._gone:
            note = (
                _("Not applicable: its weight is lost.")
                if self._is_lost
                else (_("Not applicable: its weight goes to the others."))
            )
            return Step(what, share, percent(share), "D3", "0", (self._nominal(item),), note=note)
        if not self._gone or self._is_lost:
            formula = f"{{0}} ÷ {WEIGHT_SUM}"
            return Step(what, share, percent(share), "D1", formula, (self._nominal(item),))
        dimension = next(d for d in self._scheme.dimensions if item in d.items)
        if dimension not in self._alive:  # no weight of its own, and nothing to take over
            return Step(what, share, percent(share), "D3", "0", (self._nominal(item),))
        rest = [self._nominal(i) for i in dimension.items if i.id not in self._gone]
        left = self._sum(_("Weight left in the dimension"), rest)
        steps = (self._nominal(item), left, self._renormalised(dimension))
        return Step(what, share, percent(share), "D3", "{0} ÷ {1} × {2}", steps)

    def _dimension(self, dimension: Dimension) -> Step:
        items = tuple(self._inputs[item.id] for item in dimension.items)
        share = sum((step.number for step in items), Fraction())
        what = _("{name}: weight").format(name=dimension.name.text(language()))
        return Step(what, share, percent(share), "D3", added(items), items)

    def _maximum(self) -> Step:
        dimensions = tuple(step.as_input() for step in self._dimensions.values())
        most = self._shares.whole * 100
        reading = parameter(self._scheme, "not_applicable", _("Not applicable"), "D3")
        formula = f"({added(dimensions)}) × 100"
        return Step(
            _("Highest possible score"),
            most,
            printed(most),
            "D3",
            formula,
            (*dimensions, reading),
            key="maximum",
        )

    def _left(self, dimension: Dimension) -> int:
        return sum(i.weight_bp or 0 for i in dimension.items if i.id not in self._gone)

    def _nominal(self, item: Item) -> Step:
        name = item.name.text(language())
        what = _("{name}: weight in the scheme, in basis points").format(name=name)
        note = "" if self._scheme.weights_official else _("sample weight, not official")
        return leaf(what, item.weight_bp, rule="D1", note=note)

    def _renormalised(self, dimension: Dimension) -> Step:
        """Return the share of a dimension among those where anything is left."""
        own = self._sum(
            _("Weight of the dimension in the scheme"), [self._nominal(i) for i in dimension.items]
        )
        others = [self._nominal(i) for d in self._alive for i in d.items]
        whole = self._sum(_("Weight of all dimensions that have an item left"), others)
        share = own.number / whole.number
        what = _("{name}: share of the whole").format(name=dimension.name.text(language()))
        return Step(what, share, percent(share), "D3", "{0} ÷ {1}", (own, whole))

    @staticmethod
    def _sum(what: str, parts: list[Step]) -> Step:
        total = sum((step.number for step in parts), Fraction())
        return Step(what, total, short_text(total), "D3", added(parts), tuple(parts))
