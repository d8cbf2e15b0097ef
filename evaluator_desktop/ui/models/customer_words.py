"""Sentences of the customers tab that several of its parts say. No full name, no full number."""

import re
from collections.abc import Iterator
from datetime import datetime

from evaluator_desktop.domain.bodies import Attempt
from evaluator_desktop.domain.customer_state import SAMPLE_STATE_NAMES, SampleState
from evaluator_desktop.domain.parameters import Parameters
from evaluator_desktop.domain.sampling import SampleSize
from evaluator_desktop.domain.satisfaction import (
    DISPOSITION_NAMES,
    SATISFACTION_NAMES,
    Disposition,
    Satisfaction,
)
from evaluator_desktop.domain.scoring import percent, printed
from evaluator_desktop.store.projections import CustomerSummary
from evaluator_desktop.store.queries.customers import Population, SamplePlace, SampleView
from evaluator_desktop.texts import _, count_text, time_text
from evaluator_desktop.ui.models.call_answer import Answer

_MOBILE = re.compile(r"(1\d\d)(\d{4})(\d{4})")
_CALLED = (SampleState.CALLING, SampleState.FINISHED, SampleState.LIST_CHANGED)


def state_words(row: CustomerSummary) -> str:
    """Say how far a provider's sample is: the word, or how many of it were reached."""
    state = SampleState(row.state)
    if state not in _CALLED:
        return _(SAMPLE_STATE_NAMES[state])
    reached = _("{done} of {size} reached")
    parts = [reached.format(done=count_text(row.done), size=count_text(row.size))]
    if row.rate is not None:
        parts.append(f"{row.rate}%")
    if row.meets_threshold is False:
        parts.append(_("under the threshold"))
    if state is not SampleState.CALLING:
        parts.append(_(SAMPLE_STATE_NAMES[state]))
    return " · ".join(parts)


def answer_words(answer: Answer) -> str:
    """Say an answer in words: reached · service real · satisfied."""
    parts = [] if answer.disposition is None else [_(DISPOSITION_NAMES[answer.disposition])]
    if answer.service_real is not None:
        parts.append(_("service real") if answer.service_real else _("service not real"))
    if answer.satisfaction is not None:
        parts.append(_(SATISFACTION_NAMES[answer.satisfaction]))
    return " · ".join(parts)


def result_words(answer: Answer) -> str:
    """Say in a list what a call came to: of one who was reached what they said, no more."""
    if answer.satisfaction is not None:
        return _(SATISFACTION_NAMES[answer.satisfaction])
    return _("service not real") if answer.service_real is False else answer_words(answer)


def attempt_words(attempt: Attempt) -> str:
    """Say when, by whom and how a call was made."""
    when = time_text(datetime.fromisoformat(attempt.at))
    return f"{when} {attempt.person} {_(DISPOSITION_NAMES[Disposition(attempt.disposition)])}"


def dial_text(phone: str) -> str:
    """Return a number as it is read aloud: 138 1234 5678."""
    mobile = _MOBILE.fullmatch(phone)
    return " ".join(mobile.groups()) if mobile else phone


def place_words(place: SamplePlace) -> str:
    """Name a customer as lists and the hint line may: No. 3 周** 138****5678."""
    return _("No. {number} {name} {phone}").format(
        number=place.number, name=place.masked_name, phone=place.masked_phone
    )


def rate_words(found: Satisfaction) -> tuple[str, str, str]:
    """Say the rate, how it stands to the threshold, and n with the interval."""
    threshold = found.threshold_percent
    interval = found.interval
    if found.rate is None or interval is None:
        missing = _("No valid sample: neither 0% nor a pass. Threshold {threshold}%.")
        return _("No rate yet"), missing.format(threshold=threshold), ""
    met = _("The threshold of {threshold}% is reached.")
    missed = _("The threshold of {threshold}% is not reached.")
    low, high = (printed(bound * 100) for bound in interval)
    return (
        percent(found.rate),
        (met if found.meets_threshold else missed).format(threshold=threshold),
        _(
            "{satisfied} of n = {completed} satisfied · 95% interval (Wilson) {low}% to {high}%"
        ).format(satisfied=found.satisfied, completed=found.completed, low=low, high=high),
    )


def apart_words(customers: int, found: Population) -> str:
    """Say how many customers there are, and who of them cannot be drawn."""
    words = [_("Customers in the list: {count}").format(count=count_text(customers))]
    for sentence, count in (
        (_("without a number that can be called: {count}"), found.not_callable),
        (_("in the list twice: {count}"), found.twice),
        (_("name not on this computer: {count}"), found.missing),
    ):
        if count:
            words.append(sentence.format(count=count_text(count)))
    return " · ".join(words)


def places_words(view: SampleView) -> str:
    """Say how long the sample and its reserve are, "" before the draw."""
    if view.sample is None:
        return ""
    rest = len(view.places) - view.sample.size
    return _("sample {size} · reserve {rest}").format(
        size=count_text(view.sample.size), rest=count_text(max(rest, 0))
    )


def size_lines(size: SampleSize, parameters: Parameters) -> Iterator[str]:
    """Explain the size of a sample, a line a step (D9)."""
    yield _("N = {population} distinct customers with a number that can be called").format(
        population=count_text(size.population)
    )
    if size.is_whole_list and size.least == size.population:
        yield _("N is at most {minimum}: the whole list is called.").format(
            minimum=parameters.sample_minimum
        )
        return
    yield _("n0 = z² · p · (1 − p) ÷ e² = {z}² · {p} · {rest} ÷ {e}² = {unlimited}").format(
        z=parameters.confidence_z,
        p=_share(parameters.sample_proportion_percent),
        rest=_share(100 - parameters.sample_proportion_percent),
        e=_share(parameters.sample_margin_percent),
        unlimited=printed(size.unlimited),
    )
    yield _("n = n0 · N ÷ (N + n0 − 1) = {corrected}, rounded up, at least {least}").format(
        corrected=printed(size.corrected), least=size.least
    )
    yield _("n = {size}; the other {rest} are the reserve, in the order of the draw").format(
        size=count_text(size.size), rest=count_text(size.population - size.size)
    )


def _share(percent: int) -> str:
    return f"{percent / 100:g}"
