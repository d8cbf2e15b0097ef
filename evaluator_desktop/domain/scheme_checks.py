"""What the parts of a scheme say about each other: ids, nesting, weights, mappings, bands.

Apart from `scheme_reader`, which looks at each value by itself. Every check yields FieldProblems
with the place and the mend.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.scheme import WEIGHT_SUM, Item, Scheme, Suggestion, Tier, When
from evaluator_desktop.domain.strict import Gathering
from evaluator_desktop.errors import FieldProblem
from evaluator_desktop.texts import _

Problems = Iterator[FieldProblem]
PlacedItem = tuple[str, Item]


@dataclass(frozen=True)
class PrintedTier:
    """A tier as the document has it: the first without `low`, the last without `high`."""

    id: str
    name: Name
    low: int | None = None
    high: int | None = None


def bounded_tiers(printed: Sequence[PrintedTier], first_min: int) -> tuple[Tier, ...]:
    """Return the tiers with both bounds, the first from `first_min` on (P1).

    Raises RefusedError for gaps, overlaps and bounds that are missing or too many.
    """
    gathering = Gathering()
    tiers: list[Tier] = []
    expected = first_min
    for n, tier in enumerate(printed):
        is_last = n == len(printed) - 1
        gathering.problems += _tier_problems(f"tiers[{n}]", tier, expected, n == 0, is_last)
        low = expected if tier.low is None else tier.low
        tiers.append(Tier(tier.id, tier.name, low, tier.high))
        expected = (low if tier.high is None else tier.high) + 1
    gathering.finish()
    return tuple(tiers)


def _tier_problems(
    place: str, tier: PrintedTier, expected: int, is_first: bool, is_last: bool
) -> Problems:
    if is_first and tier.low is not None:
        message = _("Remove this: the first tier begins at parameters.first_tier_min.")
        yield FieldProblem(f"{place}.low", message)
    if not is_first and tier.low != expected:
        message = _("Write {expected}, so that the tiers neither overlap nor leave a gap.")
        yield FieldProblem(f"{place}.low", message.format(expected=expected))
    if is_last and tier.high is not None:
        yield FieldProblem(f"{place}.high", _("Remove this: the last tier has no upper bound."))
    if not is_last and (tier.high is None or tier.high < (tier.low or expected)):
        message = _("Write the upper bound, at least the lower one.")
        yield FieldProblem(f"{place}.high", message)


def disagreements(scheme: Scheme) -> Problems:
    """Yield what does not fit together in a scheme whose every value is sound by itself."""
    for check in (_repeated_ids, _nesting, _weights, _requirements, _mappings, _classes):
        yield from check(scheme)


def _placed_items(scheme: Scheme) -> Iterator[PlacedItem]:
    for d, dimension in enumerate(scheme.dimensions):
        for i, indicator in enumerate(dimension.indicators):
            for n, item in enumerate(indicator.items):
                yield f"dimensions[{d}].indicators[{i}].items[{n}]", item


def _repeated(places: Iterable[tuple[str, str]]) -> Problems:
    """Yield a problem for each (place, id) whose id stood at an earlier place."""
    first: dict[str, str] = {}
    for place, given in places:
        if given in first:
            message = _("{id} is already the id of {place}. Give this one an id of its own.")
            yield FieldProblem(f"{place}.id", message.format(id=given, place=first[given]))
        first.setdefault(given, place)


def _repeated_ids(scheme: Scheme) -> Problems:
    parameters = scheme.parameters
    dimensions = list(enumerate(scheme.dimensions))
    yield from _repeated((f"dimensions[{d}]", dimension.id) for d, dimension in dimensions)
    yield from _repeated(
        (f"dimensions[{d}].indicators[{i}]", indicator.id)
        for d, dimension in dimensions
        for i, indicator in enumerate(dimension.indicators)
    )
    yield from _repeated((place, item.id) for place, item in _placed_items(scheme))
    for place, item in _placed_items(scheme):
        yield from _repeated(
            (f"{place}.requirements[{n}]", r.id) for n, r in enumerate(item.requirements)
        )
    for place, ids in (
        ("rules", [rule.id for rule in scheme.rules]),
        ("tiers", [tier.id for tier in scheme.tiers]),
        ("parameters.classes", [band.id for band in parameters.classes]),
        ("parameters.entry_conditions", [c.id for c in parameters.entry_conditions]),
        ("parameters.departure_checks", [check.id for check in parameters.departure_checks]),
    ):
        yield from _repeated((f"{place}[{n}]", given) for n, given in enumerate(ids))


def _nesting(scheme: Scheme) -> Problems:
    """Ids say where they belong: an only item carries its indicator's, others extend it."""
    extended = _("Begin this id with “{parent}.”, then a word of its own.")
    for d, dimension in enumerate(scheme.dimensions):
        for i, indicator in enumerate(dimension.indicators):
            place = f"dimensions[{d}].indicators[{i}]"
            if not indicator.id.startswith(f"{dimension.id}."):
                yield FieldProblem(f"{place}.id", extended.format(parent=dimension.id))
            for n, item in enumerate(indicator.items):
                if len(indicator.items) == 1 and item.id != indicator.id:
                    message = _("Write {parent}: an only item carries its indicator's id.")
                elif len(indicator.items) > 1 and not item.id.startswith(f"{indicator.id}."):
                    message = extended
                else:
                    continue
                yield FieldProblem(f"{place}.items[{n}].id", message.format(parent=indicator.id))


def _weights(scheme: Scheme) -> Problems:
    """D1: every item has a weight and they sum to 10 000, or none has."""
    given = [item.weight_bp for item in scheme.items if item.weight_bp is not None]
    if not given:
        if scheme.weights_official:
            message = _("Write false: there are no weights that could be official.")
            yield FieldProblem("weights_official", message)
    elif len(given) < len(scheme.items):
        for place, item in _placed_items(scheme):
            if item.weight_bp is None:
                message = _("Give every item a weight, or none.")
                yield FieldProblem(f"{place}.weight_bp", message)
    elif sum(given) != WEIGHT_SUM:
        message = _("The weights sum to {found}. Change them until they sum to {expected}.")
        yield FieldProblem("weights", message.format(found=sum(given), expected=WEIGHT_SUM))


def _requirements(scheme: Scheme) -> Problems:
    for place, item in _placed_items(scheme):
        if sum(requirement.when is When.ONE_OF for requirement in item.requirements) == 1:
            message = _("Give at least two alternatives with one_of, or write always.")
            yield FieldProblem(f"{place}.requirements", message)


def _mappings(scheme: Scheme) -> Problems:
    """D6: mapped rules exist, and only an item that is suggested from points has any."""
    known = {rule.id for rule in scheme.rules}
    for place, item in _placed_items(scheme):
        for n, rule in enumerate(item.point_rules):
            if rule not in known:
                message = _("There is no rule {rule}. Use an id that stands under rules.")
                yield FieldProblem(f"{place}.point_rules[{n}]", message.format(rule=rule))
            if rule in item.point_rules[:n]:
                message = _("{rule} stands twice. Keep one of them.")
                yield FieldProblem(f"{place}.point_rules[{n}]", message.format(rule=rule))
        from_points = item.suggestion is Suggestion.SHOP_POINTS
        if from_points and not item.point_rules:
            message = _("Name the rules whose points suggest the rating.")
            yield FieldProblem(f"{place}.point_rules", message)
        if not from_points and (item.point_rules or item.full_mark_points is not None):
            message = _("Write shop_points, or remove point_rules and full_mark_points.")
            yield FieldProblem(f"{place}.suggestion", message)


def _classes(scheme: Scheme) -> Problems:
    """D11: from the best down to 0, and what refers to them."""
    parameters = scheme.parameters
    classes = parameters.classes
    for n, (upper, lower) in enumerate(pairwise(classes), start=1):
        if lower.minimum >= upper.minimum:
            message = _("Write less than {upper}: classes stand from the best down.")
            place = f"parameters.classes[{n}].minimum"
            yield FieldProblem(place, message.format(upper=upper.minimum))
    if classes and classes[-1].minimum != 0:
        message = _("Write 0: the last class takes every total that is left.")
        yield FieldProblem(f"parameters.classes[{len(classes) - 1}].minimum", message)
    if parameters.class_quota is not None and len(classes) < 2:
        message = _("Remove this, or name a second class for the other ranks.")
        yield FieldProblem("parameters.class_quota", message)
    proposed = parameters.integrity_class
    if proposed is not None and proposed not in {band.id for band in classes}:
        message = _("There is no class {id}. Use an id that stands under parameters.classes.")
        yield FieldProblem("parameters.integrity_class", message.format(id=proposed))
