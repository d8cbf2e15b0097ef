"""Why a score is what it is: ratings, weights, points, and the one rounding (D1–D3, D10)."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.bodies import Consensus, Rating
from evaluator_desktop.domain.explanation.classes import class_steps
from evaluator_desktop.domain.explanation.step import (
    Step,
    added,
    leaf,
    origins,
    parameter,
    short_text,
)
from evaluator_desktop.domain.explanation.weights import Weights, weights_of
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scoring import (
    SETTLED,
    DimensionScore,
    ItemScore,
    RatingState,
    parse_rating,
    printed,
)
from evaluator_desktop.texts import N_, _, language

_STATE_WORDS = {
    RatingState.NOT_APPLICABLE: N_("not applicable"),
    RatingState.UNEXPLAINED: N_("not applicable, reason missing"),
    RatingState.UNRATED: N_("not rated"),
    RatingState.DISPUTED: N_("in dispute"),
    RatingState.CONFLICT: N_("in conflict"),
}
_D3_STATES = (RatingState.UNRATED, RatingState.UNEXPLAINED)


def score_steps(a: Assessment) -> Iterator[Step]:
    """Yield the total, the share of the weight behind it, each dimension's score and the class."""
    if not a.scheme.has_weights:
        yield from (rating_step(a, item) for item in a.items)
        return
    weights = weights_of(a)
    whole = _total(a, weights)
    yield whole
    yield weights.rated(a.sheet)
    yield weights.maximum
    for dimension, points in zip(a.sheet.dimensions, whole.steps[0].steps, strict=True):
        yield _dimension_score(dimension, points, weights)
    yield from class_steps(a, whole)


def _total(a: Assessment, weights: Weights) -> Step:
    """Return the printed total above the exact one; points so far while there is none."""
    dimensions = tuple(_dimension_points(a, dimension, weights) for dimension in a.sheet.dimensions)
    so_far = a.sheet.points_so_far or Fraction()
    is_whole = a.sheet.total is not None
    words = _("Total, not rounded") if is_whole else _("Points so far, not rounded")
    exact = Step(words, so_far, short_text(so_far), "D2", added(dimensions), dimensions)
    text = printed(so_far)
    return Step(
        _("Total score") if is_whole else _("Points so far"),
        Fraction(text),
        text,
        "D2",
        "round({0}, 2)",
        (exact,),
        key="score",
        note="" if is_whole else _why_no_total(a),
    )


def _why_no_total(a: Assessment) -> str:
    open_items = [
        f"{item.name} ({_(_STATE_WORDS[item.rating.state])})"
        for item in a.items
        if item.rating.state not in SETTLED
    ]
    if not open_items:
        return _("No item is left that could be rated, so there is no total.")
    sentence = _("No total yet. Open: {items}")
    return sentence.format(items=_("; ").join(open_items))


def _dimension_points(a: Assessment, score: DimensionScore, weights: Weights) -> Step:
    items = tuple(_item_points(a, line, weights) for line in score.items)
    points = score.points or Fraction()
    name = score.dimension.name.text(language())
    what = _("{name}: points").format(name=name)
    return Step(what, points, printed(points), "D2", added(items), items)


def _dimension_score(score: DimensionScore, points: Step, weights: Weights) -> Step:
    what = _("{name}: score within the dimension").format(
        name=score.dimension.name.text(language())
    )
    key = f"dimension:{score.dimension.id}"
    share = weights.dimension(score.dimension)
    if score.score is None:
        words = _("open") if score.weight else _("not applicable")
        return Step(what, None, words, "D3", key=key, steps=(points.as_input(), share))
    steps = (points.as_input(), share)
    return Step(what, score.score, printed(score.score), "D2", "{0} ÷ {1}", steps, key=key)


def _item_points(a: Assessment, line: ItemScore, weights: Weights) -> Step:
    """Return rating × weight; an item without a number has no points, not 0."""
    item = a.item(line.item.id)
    rating, weight = rating_step(a, item), weights.item(line.item)
    what = _("{name}: points").format(name=line.item.name.text(language()))
    key = f"item:{line.item.id}"
    if line.points is None:
        words = _(_STATE_WORDS[line.rating.state])
        return Step(what, None, words, "D3", steps=(rating, weight), key=key)
    steps = (rating, weight)
    return Step(what, line.points, printed(line.points), "D2", "{0} × {1}", steps, key=key)


# --- the rating that counts ----------------------------------------------------------------------


def rating_step(a: Assessment, item: ItemAssessment) -> Step:
    """Return what counts for an item, from everybody's own ratings (D10)."""
    persons = [_person(entity) for entity in item.ratings]
    agreed = _consensus(item.consensus)
    numbers = [step for step in persons if step.value is not None]
    steps, formula = [*persons], ""
    if item.rating.spread is not None and len(numbers) > 1:
        steps.append(_within(a, numbers, item.rating.spread))
    if agreed is not None:
        steps.append(agreed)
        formula = f"{{{len(steps) - 1}}}"
    elif numbers:
        formula = _mean(persons)
    value = item.rating.value
    words = "" if value is not None else _(_STATE_WORDS[item.rating.state])
    return Step(
        _("{name}: rating").format(name=item.name),
        value,
        words or short_text(value or Fraction()),
        "D3" if item.rating.state in _D3_STATES else "D10",
        formula if value is not None else "",
        tuple(steps),
        key=f"rating:{item.item.id}",
        words=item_words(a, item),
        source=a.scheme.basis[0].text(language()) if a.scheme.basis else "",
    )


def _mean(persons: list[Step]) -> str:
    if len(persons) == 1:
        return "{0}"
    return f"({added(persons)}) ÷ {len(persons)}"


def _person(entity: Entity[Rating]) -> Step:
    bodies = [head.body for head in entity.heads if head.body is not None]
    if entity.in_conflict:
        what = _("Rating of {person}, in conflict").format(person=bodies[0].person)
        versions = " ≠ ".join(sorted({body.value for body in bodies}))
        return leaf(what, None, versions, "D3", recorded=origins(entity))
    body = bodies[0]
    what = _("Rating of {person}").format(person=body.person)
    value = parse_rating(body.value)
    words = "" if value is not None else _("not applicable")
    exact = None if value is None else Fraction(value)
    note = body.reason.strip()
    return leaf(what, exact, words, "D10", note=note, recorded=origins(entity))


def _consensus(entity: Entity[Consensus] | None) -> Step | None:
    body = entity.body if entity else None
    if body is None:
        return None
    value = parse_rating(body.value)
    words = "" if value is not None else _("not applicable")
    exact = None if value is None else Fraction(value)
    note = body.reason.strip()
    return leaf(_("Consensus"), exact, words, "D10", note=note, recorded=origins(entity))


def _within(a: Assessment, numbers: list[Step], spread: Fraction) -> Step:
    places = ", ".join(f"{{{n}}}" for n in range(len(numbers)))
    inputs = tuple(step.as_input() for step in numbers)
    formula = f"max({places}) − min({places})"
    apart = Step(_("Spread"), spread, short_text(spread), "D10", formula, inputs)
    most = parameter(a.scheme, "rating_tolerance", _("Tolerance"), "D10")
    holds = spread <= a.scheme.parameters.rating_tolerance
    words = _("yes") if holds else _("no")
    return Step(_("Within the tolerance"), holds, words, "D10", "{0} ≤ {1}", (apart, most))


def item_words(a: Assessment, item: ItemAssessment) -> str:
    """Return what the document says of an item: 指标说明 and 评审依据."""
    return _item_words(a.scheme, item.item.id, language())


@lru_cache(maxsize=256)  # the same for every provider of a round
def _item_words(scheme: Scheme, item_id: str, lang: str) -> str:
    item = scheme.item(item_id)
    indicator = next(i for d in scheme.dimensions for i in d.indicators if item in i.items)
    texts = (indicator.name, indicator.description, item.evidence_text)
    return " · ".join(text for name in texts if (text := name.text(lang)))
