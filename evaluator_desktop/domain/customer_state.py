"""How far the sample of a provider's customers is, in one word (D9), for lists and heads of pages.

Apart from the findings because it also says what is done, and from the sample because it speaks
of a provider that has none.
"""

from enum import StrEnum

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Sample
from evaluator_desktop.texts import N_


class SampleState(StrEnum):
    """From nothing to finished."""

    NO_LIST = "no_list"
    NO_NUMBERS = "no_numbers"
    NOT_DRAWN = "not_drawn"
    DIFFERS = "differs"
    LIST_CHANGED = "list_changed"
    CALLING = "calling"
    FINISHED = "finished"


SAMPLE_STATE_NAMES = {
    SampleState.NO_LIST: N_("No list of customers"),
    SampleState.NO_NUMBERS: N_("Nobody can be called"),
    SampleState.NOT_DRAWN: N_("Sample not drawn"),
    SampleState.DIFFERS: N_("Draws differ between laptops"),
    SampleState.LIST_CHANGED: N_("List changed after the draw"),
    SampleState.CALLING: N_("Calls in progress"),
    SampleState.FINISHED: N_("Sample finished"),
}


def sample_state(a: Assessment) -> SampleState:
    """Return how far the sample of a provider is."""
    if a.sample is None:
        return _before_the_draw(a)
    if a.sample.list_changed:
        return SampleState.LIST_CHANGED
    return SampleState.FINISHED if a.sample.is_finished else SampleState.CALLING


def _before_the_draw(a: Assessment) -> SampleState:
    if a.record.one(Sample) is not None:
        return SampleState.DIFFERS
    if not a.record.customers:
        return SampleState.NO_LIST
    bodies = (customer.body for customer in a.record.customers)
    can_be_called = any(body is None or body.has_number for body in bodies)
    return SampleState.NOT_DRAWN if can_be_called else SampleState.NO_NUMBERS
