"""Scope and basis of the evaluation, and what it did not cover."""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.entry import entry_results
from evaluator_desktop.domain.scoring import RatingState
from evaluator_desktop.reports.document import Heading, Prose, Section, Tone
from evaluator_desktop.reports.sections.customers import customer_gaps
from evaluator_desktop.reports.sections.wording import day, named, quoted_titles
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _


def scope(a: Assessment) -> Section:
    body = a.round.body
    basis = _(
        "This report states the results of {provider} in the round “{round}”. The evaluation "
        "follows {documents}."
    ).format(
        provider=user_text(a.record.name),
        round=user_text(body.name),
        documents=quoted_titles(a.scheme.basis),
    )
    period = _(
        "The evaluation period is {start} to {end}; the cut-off date is {cutoff}. The evaluation "
        "rests on the evidence that the provider handed in, on its verification by the "
        "evaluators and on the recorded facts of the provider's shop on the Service Cloud."
    ).format(start=day(body.period_start), end=day(body.period_end), cutoff=day(body.cutoff))
    gaps = [
        Prose(f"{number}. {text}", Tone.LISTED) for number, text in enumerate(_gaps(a), start=1)
    ]
    return Section(
        _("Scope and basis"),
        (Prose(basis), Prose(period), Heading(_("What was not covered")), *gaps),
    )


def _gaps(a: Assessment) -> Iterator[str]:
    """Say honestly what nobody looked at, or what this version of the program does not do yet."""
    yield from customer_gaps(a)
    yield _(
        "The facts of the shop are as the evaluators recorded them; the program does not fetch "
        "data from the Service Cloud."
    )
    if a.ledger is None:
        yield _("Points and tier of the shop: the recorded facts are not enough to compute them.")
    if unrated := sum(item.rating.state is RatingState.UNRATED for item in a.items):
        yield _("Items not rated: {count} of {all}.").format(count=unrated, all=len(a.items))
    if pending := a.evidence_count - a.checked_count:
        yield _("Evidence not yet verified: {count} of {all} pieces.").format(
            count=pending, all=a.evidence_count
        )
    if not a.scheme.parameters.entry_checklist:
        yield _("Entry conditions: this scheme does not check them.")
    for result in entry_results(a):
        if result.value is None:
            name = named(result.condition.name)
            yield _("Entry condition not known yet: {name}.").format(name=name)
    if a.scheme.parameters.class_quota is not None and a.rank is None:
        yield _("Ranks: the first class goes by rank, which only the ranking of the round shows.")
