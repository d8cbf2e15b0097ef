"""Where the weight of an item comes from once 不适用 was taken out (D1, D3).

Apart from the score, because every item, every dimension and the maximum draw on it.
"""

from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.explanation.step import Step, added, leaf, parameter, short_text
from evaluator_desktop.domain.parameters import NotApplicable
from evaluator_desktop.domain.scheme import WEIGHT_SUM, Dimension, Item
from evaluator_desktop.domain.scoring import SETTLED, RatingState, printed
from evaluator_desktop.texts import _, language


def percent(share: Fraction) -> str:
    return f"{printed(share * 100)} %"


class Weights:
    """The weights of one provider's items, as steps."""

    def __init__(self, a: Assessment) -> None:
        self._a = a
        self._gone = {i.item.id for i in a.items if i.rating.state is RatingState.NOT_APPLICABLE}
        self._shares = {line.item.id: line.weight for d in a.sheet.dimensions for line in d.items}
        self._is_lost = a.scheme.parameters.not_applicable is NotApplicable.LOSE
        self._alive = [d for d in a.scheme.dimensions if self._left(d)]

    def item(self, item: Item) -> Step:
        """Return an item's share of the whole, 0–1."""
        share = self._shares[item.id] or Fraction()
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
        dimension = next(d for d in self._a.scheme.dimensions if item in d.items)
        if dimension not in self._alive:  # no weight of its own, and nothing to take over
            return Step(what, share, percent(share), "D3", "0", (self._nominal(item),))
        rest = [self._nominal(i) for i in dimension.items if i.id not in self._gone]
        left = self._sum(_("Weight left in the dimension"), rest)
        steps = (self._nominal(item), left, self._renormalised(dimension))
        return Step(what, share, percent(share), "D3", "{0} ÷ {1} × {2}", steps)

    def dimension(self, dimension: Dimension) -> Step:
        """Return a dimension's share of the whole: the sum of its items'."""
        items = tuple(self.item(item).as_input() for item in dimension.items)
        share = sum((step.number for step in items), Fraction())
        what = _("{name}: weight").format(name=dimension.name.text(language()))
        return Step(what, share, percent(share), "D3", added(items), items)

    def rated(self) -> Step:
        """Return 已评权重, in basis points rounded down."""
        lines = [line for d in self._a.sheet.dimensions for line in d.items]
        settled = [line.item for line in lines if line.rating.state in SETTLED]
        items = tuple(self.item(item).as_input() for item in settled)
        share = sum((step.number for step in items), Fraction())
        settled_weight = Step(
            _("Weight of what is rated"), share, percent(share), "D3", added(items), items
        )
        points = self._a.sheet.weight_rated_bp
        return Step(
            _("Rated weight, in basis points"),
            Fraction(points),
            str(points),
            "D3",
            f"⌊{{0}} × {WEIGHT_SUM}⌋",
            (settled_weight,),
            key="weight_rated",
        )

    def maximum(self) -> Step:
        """Return the highest score that could be reached."""
        dimensions = tuple(self.dimension(d).as_input() for d in self._a.scheme.dimensions)
        most = self._a.sheet.maximum or Fraction()
        reading = parameter(self._a.scheme, "not_applicable", _("Not applicable"), "D3")
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
        note = "" if self._a.scheme.weights_official else _("sample weight, not official")
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
