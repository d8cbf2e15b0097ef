"""The list of findings, and the decision on the class that one of them asks for."""

from collections.abc import Iterable, Iterator
from typing import Any

from evaluator_desktop.cli.command import CODE, Call, Command, Reply, arg, reason
from evaluator_desktop.cli.scheme_names import class_name
from evaluator_desktop.domain.finding import SEVERITY_NAMES, Finding
from evaluator_desktop.operations.classes import decide_class
from evaluator_desktop.store.queries.findings import (
    RoundFinding,
    provider_findings,
    round_findings,
)
from evaluator_desktop.texts import N_, _

_CONFIRM, _DECLINE = "confirm", "decline"


def finding_documents(found: Iterable[Finding]) -> list[dict[str, str]]:
    """Return findings as the contract shows them."""
    return [
        {"severity": f.severity, "rule": f.rule, "place": f.place, "text": f.text} for f in found
    ]


def finding_line(finding: Finding) -> str:
    """Return a finding as people read it."""
    return f"[{_(SEVERITY_NAMES[finding.severity])}] {finding.rule} {finding.text}"


def _findings(call: Call) -> Reply:
    if call.options.code is not None:
        found = provider_findings(call.workspace, call.provider)
        lines = map(finding_line, found) if found else [_("The standing checks found nothing.")]
        return Reply(finding_documents(found), lines)
    everything = list(round_findings(call.workspace, progress=call.progress))
    return Reply([_document(each) for each in everything], _lines(everything))


def _document(each: RoundFinding) -> dict[str, Any]:
    row = each.provider
    [document] = finding_documents([each.finding])
    return {"code": row and row.code, "name": row and row.name, **document}


def _lines(everything: list[RoundFinding]) -> Iterator[str]:
    if not everything:
        yield _("The standing checks found nothing.")
    before = ""
    for each in everything:
        row = each.provider
        title = f"{row.name} {row.code or ''}".rstrip() if row else _("The round")
        if title != before:
            yield title
        before = title
        yield f"  {finding_line(each.finding)}"


def _class(call: Call) -> Reply:
    options, workspace = call.options, call.workspace
    confirmed = options.decision == _CONFIRM
    decide_class(workspace, call.provider, confirmed=confirmed, reason=options.reason)
    assessment = workspace.assessment(call.provider)
    decision, band = assessment.class_decision, assessment.class_band
    proposed = decision.body.proposed if decision and decision.body else None
    document = {
        "code": assessment.record.code,
        "proposed": proposed,
        "confirmed": confirmed,
        "class": band.id if band else None,
    }
    words = {True: _("The class {name} is confirmed."), False: _("The class {name} is declined.")}
    return Reply(document, [words[confirmed].format(name=class_name(workspace.scheme, proposed))])


COMMANDS = (
    Command(
        "findings",
        N_("what blocks a submission or a final report, and what to know"),
        _findings,
        (arg(*CODE.names, nargs="?", metavar="CODE", about=N_("of this provider only")),),
        more=N_("Without a provider: the round's own, then those of each provider."),
    ),
    Command(
        "class",
        N_("confirm or decline the class that false material proposes (for leads)"),
        _class,
        (
            CODE,
            arg("decision", choices=(_CONFIRM, _DECLINE), about=N_("what the lead decides")),
            reason(N_("why it was decided so")),
        ),
    ),
)
