"""The standing checks of customers: sample, calls and what they say (D7, D8, D9).

Apart from the other findings because they are about people who are called, all of them warnings.
A provider without customers costs nothing here.
"""

from collections.abc import Callable, Iterable, Iterator

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Call, Sample
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.domain.scoring import printed
from evaluator_desktop.texts import N_

PLACE = "customers"


def _warning(rule: str, sentence: str, **params: object) -> Finding:
    return Finding(Severity.WARNING, rule, PLACE, sentence, params)


def _sample(a: Assessment) -> Iterator[Finding]:
    """Sample not finished: not drawn, drawn from another list, or somebody still to be called."""
    sample, drawn = a.sample, a.record.one(Sample)
    if sample is None:
        callable_now = sum(bool(c.body and c.body.has_number) for c in a.record.customers)
        if callable_now and drawn is None:
            sentence = N_("Customers with a number: {count}. No sample was drawn.")
            yield _warning("D9", sentence, count=callable_now)
        return
    if sample.list_changed:
        yield _warning("D9", N_("The list of customers changed after the draw. Draw again."))
    elif not sample.is_finished:
        sentence = N_("The sample is not finished: {done} of {size} customers were reached.")
        yield _warning("D9", sentence, done=sample.done, size=sample.size)
    elif sample.done < sample.size:
        sentence = N_("The reserve is used up: {done} of {size} customers were reached.")
        yield _warning("D9", sentence, done=sample.done, size=sample.size)


def _threshold(a: Assessment) -> Iterator[Finding]:
    found = a.satisfaction if a.record.calls else None
    if found and found.rate is not None and not found.meets_threshold:
        sentence = N_("The satisfaction rate is {rate}% of {count}; {threshold}% are asked for.")
        rate = printed(found.rate * 100)
        params = {"count": found.completed, "threshold": found.threshold_percent}
        yield _warning("D7", sentence, rate=rate, **params)


def _no_number(a: Assessment) -> Iterator[Finding]:
    lacking = sum(bool(c.body and not c.body.has_number) for c in a.record.customers)
    if lacking:
        yield _warning("D9", N_("Customers without a number: {count}."), count=lacking)


def _denied(a: Assessment) -> Iterator[Finding]:
    if a.record.calls and (denied := a.satisfaction.denied):
        sentence = N_("Customers who say that the service never took place: {count}.")
        yield _warning("D8", sentence, count=denied)


def _removed(a: Assessment) -> Iterator[Finding]:
    """Nothing is deleted, so calls to customers that were removed have to be said."""
    standing = {customer.id for customer in a.record.customers}
    lost = sum(call.customer not in standing for call in _bodies(a))
    if lost:
        sentence = N_("Customers that were called and then removed: {count}. They do not count.")
        yield _warning("removed", sentence, count=lost)


def _bodies(a: Assessment) -> Iterator[Call]:
    return (entity.body for entity in a.record.calls.values() if entity.body is not None)


CUSTOMER_CHECKS: tuple[Callable[[Assessment], Iterable[Finding]], ...] = (
    *(_sample, _threshold, _no_number, _denied, _removed),
)
