"""Sample of customers and satisfaction (D7–D9): what was found, and who was not reached."""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.sampling import DrawnSample
from evaluator_desktop.domain.satisfaction import DISPOSITION_NAMES, Satisfaction
from evaluator_desktop.reports.document import Align, Block, Column, Prose, Row, Table
from evaluator_desktop.reports.sections.wording import percent
from evaluator_desktop.texts import N_, _

_DENIED = N_("Customers who say that the service never took place: {count}.")


def customer_gaps(a: Assessment) -> Iterator[str]:
    """Say whom nobody asked."""
    customers, sample = a.record.customers, a.sample
    if sample is None and not a.record.calls:
        yield _(
            "Customers: {count} are recorded. No sample was drawn and nobody was called, so there "
            "is no satisfaction rate; satisfaction is rated by the evaluators alone."
        ).format(count=len(customers))
        return
    if sample is None:
        yield _("Customers were called, but there is no sample that holds.")
    elif sample.list_changed:
        yield _("The list of customers changed after the sample was drawn.")
    if sample is not None and sample.done < sample.size:
        text = _("Customers: {done} of the {size} in the sample were reached.")
        yield text.format(done=sample.done, size=sample.size)
    if lacking := sum(bool(c.body and not c.body.has_number) for c in customers):
        text = _("Customers without a number, whom nobody could call: {count} of {all}.")
        yield text.format(count=lacking, all=len(customers))


def customer_blocks(a: Assessment) -> Iterator[Block]:
    """Return the sample, the dispositions, the rate with n and interval."""
    if a.sample is not None:
        yield Prose(_drawn(a.sample))
    if not a.record.calls:
        yield Prose(_("Customers were not called (see scope)."))
        return
    yield from satisfaction_blocks(a.satisfaction)


def satisfaction_blocks(found: Satisfaction) -> Iterator[Block]:
    """Return the dispositions, the rate and who denied the service."""
    yield _dispositions(found)
    yield Prose(_rate(found))
    if found.denied:
        yield Prose(_(_DENIED).format(count=found.denied))


def _drawn(sample: DrawnSample) -> str:
    return _(
        "Sample of customers: {size} of {population} with a number that can be called, drawn with "
        "the seed {seed}; reached so far: {done}. Whoever has the list can draw it again: the "
        "order is that of the SHA-256 of seed, number and name."
    ).format(size=sample.size, population=sample.population, seed=sample.seed, done=sample.done)


def _dispositions(found: Satisfaction) -> Table:
    columns = (Column(_("What came of the call"), 80), Column(_("Customers"), 30, Align.RIGHT))
    rows = (
        Row((_(name), str(found.dispositions[word]))) for word, name in DISPOSITION_NAMES.items()
    )
    return Table(_("Calls to customers"), columns, tuple(rows))


def _rate(found: Satisfaction) -> str:
    if found.interval is None:
        return _("No interview was completed: there is no valid sample and no satisfaction rate.")
    met = _("The satisfaction rate reaches the {threshold}% that are asked for.")
    missed = _("The satisfaction rate does not reach the {threshold}% that are asked for.")
    verdict = met if found.meets_threshold else missed
    low, high = map(percent, found.interval)
    numbers = _(
        "Satisfied {satisfied} of n = {count} completed interviews: satisfaction rate {rate}, "
        "Wilson interval {low} to {high}."
    ).format(
        satisfied=found.satisfied,
        count=found.completed,
        rate=percent(found.rate),
        low=low,
        high=high,
    )
    return f"{numbers} {verdict.format(threshold=found.threshold_percent)}"
