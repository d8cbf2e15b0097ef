"""Where the report is signed and sealed, and what tells one report from another."""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import LEAD
from evaluator_desktop.reports.document import (
    Code,
    Fact,
    Facts,
    Prose,
    Section,
    Signature,
    Signatures,
)
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _

_FEWEST_EVALUATORS = 2


def signing(a: Assessment, number: str, data_digest: str, program: str) -> Section:
    told = _("The undersigned confirm that this report agrees with what was recorded and seen.")
    seal = _("Seal of the evaluating body")
    content = f"{number} {data_digest} {a.scheme.digest}"
    facts = Facts(
        (
            Fact(_("Report number"), number),
            Fact(_("Digest of the data"), data_digest),
            Fact(_("Digest of the scheme"), a.scheme.digest),
            Fact(_("Program"), program),
        )
    )
    blocks = (Prose(told), Signatures(tuple(_signatures(a)), seal), Code(content, facts))
    return Section(_("Signatures"), blocks)


def _signatures(a: Assessment) -> Iterator[Signature]:
    blank_day = _("Date:")
    people = list(a.record.assigned or a.record.raters)
    people += [""] * (_FEWEST_EVALUATORS - len(people))
    for person in people:
        yield Signature(_("Evaluator"), user_text(person), blank_day)
    leads = [person.name for person in a.round.body.persons if person.role == LEAD]
    yield Signature(_("Team lead"), user_text(leads[0]) if len(leads) == 1 else "", blank_day)
    yield Signature(_("Approved by"), "", blank_day)
