"""Every number explained: inputs × rule = value, cap, rounding, clause, who and when.

Pure functions from an assessment; what they return can be computed again from its leaves alone.
"""

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.explanation.customers import customer_steps
from evaluator_desktop.domain.explanation.entry import entry_steps
from evaluator_desktop.domain.explanation.quantities import Shop
from evaluator_desktop.domain.explanation.score import score_steps
from evaluator_desktop.domain.explanation.shop import shop_steps
from evaluator_desktop.domain.explanation.step import Step, origins
from evaluator_desktop.domain.explanation.suggested import suggestion_steps
from evaluator_desktop.domain.shop_facts import facts_from_parts

__all__ = ["Shop", "Step", "explain", "explain_shop", "shop_steps"]


def explain(a: Assessment) -> tuple[Step, ...]:
    """Return the explanation of every number of a provider, in the language in use."""
    return (
        *score_steps(a),
        *suggestion_steps(a),
        *customer_steps(a),
        *entry_steps(a),
        *explain_shop(a),
    )


def explain_shop(a: Assessment) -> tuple[Step, ...]:
    """Return the explanation of points and tier; empty while there are none."""
    if a.ledger is None:
        return ()
    entities = a.record.shop_parts
    parts = {name: entity.body.values for name, entity in entities.items() if entity.body}
    facts = facts_from_parts(parts, a.round.cutoff)
    recorded = {name: origins(entity) for name, entity in entities.items()}
    return tuple(shop_steps(Shop(a.scheme, facts, a.ledger, recorded)))
