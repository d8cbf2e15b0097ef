"""Customers: the list in, the sample, the calls and what they come to. Names come out masked."""

from collections.abc import Iterator
from typing import Any

from evaluator_desktop.cli.command import CODE, Call, Command, Reply, arg, reason, whole_number
from evaluator_desktop.cli.importing import FILE_AND_WISHES, imported
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Sample
from evaluator_desktop.domain.redraw import redraw_rule
from evaluator_desktop.domain.sampling import attempts
from evaluator_desktop.domain.satisfaction import DISPOSITION_NAMES, Disposition, Satisfaction
from evaluator_desktop.domain.scoring import printed
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.exchange.workbooks.template import write_customer_template
from evaluator_desktop.operations.calls import (
    DrawnCustomer,
    draw,
    drawn_customers,
    record_call,
    replace_interview,
)
from evaluator_desktop.operations.customers import carry_out, plan_import
from evaluator_desktop.operations.purge import erase
from evaluator_desktop.texts import N_, _, language, ngettext

_YES = "yes"


def _template(call: Call) -> Reply:
    path = call.target(call.options.file, ".xlsx")
    refuse_target(path)
    write_customer_template(path, language())
    return Reply({"file": str(path)}, [_("Template {file} is written.").format(file=path)])


def _import(call: Call) -> Reply:
    workspace, file = call.workspace, call.file(call.options.file)
    plan = plan_import(workspace, call.provider, file, progress=call.progress)
    return imported(call, plan, lambda: carry_out(workspace, plan))


def _sample(call: Call) -> Reply:
    seed = None if call.options.seed is None else _seed(call.options.seed)
    draw(call.workspace, call.provider, seed)
    assessment = call.workspace.assessment(call.provider)
    drawn = drawn_customers(call.workspace, call.provider)
    sample = assessment.sample
    document = {
        "population": sample.population if sample else 0,
        "size": sample.size if sample else 0,
        "seed": sample.seed if sample else None,
        "customers": [_customer(customer) for customer in drawn],
    }
    return Reply(document, _sample_lines(assessment, drawn))


def _erase(call: Call) -> Reply:
    """Only a customer of that provider: an id typed wrong must not erase somebody else."""
    wanted = call.options.customer
    if wanted not in {c.id for c in call.workspace.record(call.provider).customers}:
        message = _("no customer of this provider has this id")
        raise FieldsError(_("Erasure"), [FieldProblem("customer", message)])
    erased = erase(call.workspace, customer=wanted, reason=call.options.reason)
    backups = [str(path) for path in erased.backups]
    line = ngettext(
        "{count} personal object is erased for good; the history stays verifiable.",
        "{count} personal objects are erased for good; the history stays verifiable.",
        erased.objects,
    )
    lines = [line.format(count=erased.objects)]
    if backups:
        lines += [_("These backups still hold it; delete them if they must not:"), *backups]
    return Reply({"objects": erased.objects, "backups": backups}, lines)


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 20):
        message = _("give a whole number, as 20201231")
        raise FieldsError(_("Sample"), [FieldProblem("seed", message)])
    return int(text)


def _customer(customer: DrawnCustomer) -> dict[str, Any]:
    return {
        "id": customer.id,
        "name": customer.name,
        "phone": customer.phone,
        "reserve": customer.reserve,
    }


def _sample_lines(assessment: Assessment, drawn: list[DrawnCustomer]) -> Iterator[str]:
    sample, entity = assessment.sample, assessment.record.one(Sample)
    if sample is None or entity is None or entity.body is None:
        return
    text = _("Population {population}, sample {size}, seed {seed}.")
    yield text.format(population=sample.population, size=sample.size, seed=sample.seed)
    apart = len(entity.body.covers) - sample.population
    if apart:
        text = _("Counted apart (no number that can be called, or twice in the list): {count}.")
        yield text.format(count=apart)
    yield redraw_rule(sample.size)
    now = set(sample.to_call)
    rows = (
        (
            c.id,
            c.name,
            c.phone,
            _("reserve") if c.reserve else _("sample"),
            _("to be called") if c.id in now else None,
        )
        for c in drawn
    )
    yield from table((_("Customer"), _("Name"), _("Phone"), _("Draw"), _("Now")), rows)


def _call(call: Call) -> Reply:
    options, workspace = call.options, call.workspace
    real = None if options.service_real is None else options.service_real == _YES
    place = (workspace, call.provider, options.customer, options.disposition)
    if options.replace and real is None:
        replace_interview(*place)
    else:
        record_call(*place, service_real=real, satisfaction=options.satisfaction)
    made = attempts(workspace.record(call.provider).calls[options.customer])
    document = {
        "customer": options.customer,
        "disposition": options.disposition,
        "attempts": len(made),
    }
    line = _("{customer}: {disposition}, attempt {number}").format(
        customer=options.customer,
        disposition=_(DISPOSITION_NAMES[Disposition(options.disposition)]),
        number=len(made),
    )
    return Reply(document, [line])


def _result(call: Call) -> Reply:
    assessment = call.workspace.assessment(call.provider)
    found = assessment.satisfaction
    document = {
        "completed": found.completed,
        "satisfied": found.satisfied,
        "rate": None if found.rate is None else printed(found.rate * 100),
        "interval": _interval(found),
        "meets_threshold": found.meets_threshold,
        "denied": found.denied,
        "dispositions": {word.value: found.dispositions[word] for word in Disposition},
    }
    return Reply(document, _result_lines(found))


def _interval(found: Satisfaction) -> list[str] | None:
    return None if found.interval is None else [printed(b * 100) for b in found.interval]


def _result_lines(found: Satisfaction) -> Iterator[str]:
    interval = _interval(found)
    if found.rate is None or interval is None:
        yield _("There is no valid sample yet: no interview was completed.")
    else:
        text = _("Satisfied {satisfied} of {completed}: {rate}% (Wilson interval {low} to {high})")
        yield text.format(
            satisfied=found.satisfied,
            completed=found.completed,
            rate=printed(found.rate * 100),
            low=interval[0],
            high=interval[1],
        )
        met = _("The threshold of {threshold}% is reached.")
        missed = _("The threshold of {threshold}% is not reached.")
        text = met if found.meets_threshold else missed
        yield text.format(threshold=found.threshold_percent)
    denied = _("Customers who say that the service never took place: {count}.")
    yield denied.format(count=found.denied)
    for word, name in DISPOSITION_NAMES.items():
        yield f"{_(name)}: {found.dispositions[word]}"


COMMANDS = (
    Command(
        "customers template",
        N_("write the Excel template to fill in"),
        _template,
        (arg("file", metavar="FILE.xlsx", about=N_("a new file")),),
    ),
    Command(
        "customers import",
        N_("take in a provider's customers from Excel"),
        _import,
        (CODE, *FILE_AND_WISHES),
    ),
    Command(
        "customers sample",
        N_("draw the customers to be called"),
        _sample,
        (CODE, arg("--seed", metavar="N", about=N_("number that the draw follows from"))),
    ),
    Command(
        "customers call",
        N_("record a call to a customer"),
        _call,
        (
            CODE,
            arg("customer", metavar="CUSTOMER", about=N_("id that `customers sample` shows")),
            arg(
                "disposition",
                choices=tuple(d.value for d in Disposition),
                about=N_("what came of the call"),
            ),
            arg("--service-real", choices=("yes", "no"), about=N_("whether the service was given")),
            arg(
                "--satisfaction",
                type=whole_number,
                choices=range(1, 6),
                about=N_("5 very satisfied to 1"),
            ),
            arg(
                "--replace",
                action="store_true",
                about=N_(
                    "the interview that stands was recorded by mistake; without this it stays, "
                    "and no answer or a refusal is one more attempt"
                ),
            ),
        ),
    ),
    Command(
        "customers erase",
        N_("erase a customer's name, number and words for good"),
        _erase,
        (
            CODE,
            arg("customer", metavar="CUSTOMER", about=N_("id that `customers sample` shows")),
            reason(N_("why it is erased")),
        ),
    ),
    Command("customers result", N_("what the calls come to"), _result, (CODE,)),
)
