"""Where a suggested rating comes from (D6)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.explanation.step import (
    Origin,
    Step,
    added,
    leaf,
    origins,
    parameter,
    short_text,
)
from evaluator_desktop.domain.scheme import Item, Suggestion
from evaluator_desktop.domain.scoring import printed
from evaluator_desktop.domain.suggestion import suggestion
from evaluator_desktop.domain.verification import OUTCOME_NAMES, Outcome
from evaluator_desktop.texts import _, language

_FORMULA = "min(100, {0} ÷ {1} × 100)"


def suggestion_steps(a: Assessment) -> Iterator[Step]:
    """Yield the suggested rating of each item that has one."""
    for item in a.items:
        found = suggestion(a, item.item)
        if found is not None:
            part, whole = _INPUTS[found.source](a, item.item, found.part)
            yield Step(
                _("{name}: suggested rating").format(name=item.name),
                found.value,
                printed(found.value),
                "D6",
                _FORMULA,
                (part, whole),
                key=f"suggestion:{item.item.id}",
                note=_("Shown beside the field, never filled in."),
            )


Inputs = tuple[Step, Step]


def _evidence_share(a: Assessment, _item: Item, part: Fraction) -> Inputs:
    counts = Counter(outcome for item in a.items for outcome in item.outcomes)
    steps = {
        outcome: leaf(_(name), counts[outcome], rule="D4", recorded=_recorded(a.items, outcome))
        for outcome, name in OUTCOME_NAMES.items()
    }
    checked = tuple(step for o, step in steps.items() if o is not Outcome.PENDING)
    whole = leaf_sum(_("Evidence that was checked"), checked)
    percent = parameter(
        a.scheme, "partly_verified_percent", _("A partly verified piece counts, per cent"), "D6"
    )
    counted = (steps[Outcome.VERIFIED], steps[Outcome.PARTLY_VERIFIED], percent)
    formula = "{0} + {1} × {2} ÷ 100"
    what = _("Evidence that counts as verified")
    return Step(what, part, short_text(part), "D6", formula, counted), whole


def leaf_sum(what: str, steps: tuple[Step, ...]) -> Step:
    """Return the sum of these inputs."""
    total = sum((step.number for step in steps), Fraction())
    return Step(what, total, short_text(total), "D6", added(steps), steps)


def _recorded(items: tuple[ItemAssessment, ...], outcome: Outcome) -> tuple[Origin, ...]:
    pieces = (piece for item in items for piece in item.present if piece.outcome is outcome)
    return tuple(origin for piece in pieces for origin in origins(piece.record))


def _satisfaction(a: Assessment, _item: Item, part: Fraction) -> Inputs:
    satisfied = leaf(_("Satisfied"), part, rule="D7", key="satisfied")
    completed = leaf(
        _("Completed interviews (n)"), a.satisfaction.completed, rule="D7", key="completed"
    )
    return satisfied, completed


def _shop_points(a: Assessment, item: Item, part: Fraction) -> Inputs:
    lines = a.ledger.lines if a.ledger else ()
    mapped = tuple(
        leaf(line.rule.name.text(language()), line.points, rule="D6", key=f"rule:{line.rule.id}")
        for line in lines
        if line.rule.id in item.point_rules
    )
    points = Step(
        _("Points of the rules mapped to the item"),
        part,
        str(part),
        "D6",
        added(mapped),
        mapped,
    )
    full = leaf(_("Points for full marks"), item.full_mark_points, rule="D6")
    return points, full


_INPUTS: Mapping[Suggestion, Callable[[Assessment, Item, Fraction], Inputs]] = {
    Suggestion.EVIDENCE_SHARE: _evidence_share,
    Suggestion.SATISFACTION_RATE: _satisfaction,
    Suggestion.SHOP_POINTS: _shop_points,
}
