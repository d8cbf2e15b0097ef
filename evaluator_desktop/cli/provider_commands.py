"""Providers: the list in and out, who works on whom, and the steps of each."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from evaluator_desktop.cli.command import (
    CODE,
    Call,
    Command,
    Reply,
    arg,
    reason,
)
from evaluator_desktop.cli.importing import FILE_AND_WISHES, imported
from evaluator_desktop.cli.scheme_names import tier_name
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.record import STATE_NAMES, ProviderState
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.exchange.workbooks.template import write_provider_template
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.edit import find_provider
from evaluator_desktop.operations.new_provider import NewProvider, add_provider
from evaluator_desktop.operations.people import person_name
from evaluator_desktop.operations.providers import carry_out, plan_import
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.seen import seen_rows
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _, language, ngettext


def _template(call: Call) -> Reply:
    path = call.target(call.options.file, ".xlsx")
    refuse_target(path)
    write_provider_template(path, language())
    return Reply({"file": str(path)}, [_("Template {file} is written.").format(file=path)])


def _import(call: Call) -> Reply:
    plan = plan_import(call.workspace, call.file(call.options.file), progress=call.progress)
    reply = imported(call, plan, lambda: carry_out(call.workspace, plan, progress=call.progress))
    alike = _("row {row} may be {other}")
    said = (alike.format(row=row, other=other) for row, other in plan.similar.items())
    return replace(reply, lines=[*reply.lines, *said])


def _add(call: Call) -> Reply:
    options = call.options
    given = NewProvider(
        name=options.name,
        code=options.code or "",
        is_law_firm=options.law_firm,
        address=options.address or "",
        contact=options.contact or "",
        phone=options.phone or "",
        digit_reason=options.reason or "",
        is_another=options.another,
    )
    record = call.workspace.record(add_provider(call.workspace, given).provider)
    line = _("{name} is recorded ({code}).").format(name=record.name, code=record.code or record.id)
    return Reply({"id": record.id, "code": record.code, "name": record.name}, [line])


def _list(call: Call) -> Reply:
    wanted = (call.options.search or "").casefold().strip()
    rows = [
        row
        for row in seen_rows(call.workspace)
        if row.matches(wanted) or wanted in (row.code or "").casefold()
    ]
    rows.sort(key=lambda row: row.by_code)
    scheme = call.workspace.scheme
    cells = (_cells(row, scheme) for row in rows)
    return Reply([_document(row) for row in rows], table(_headings(), cells))


def _document(row: Summary) -> dict[str, Any]:
    names = ("code", "name", "state", "rated", "items", "evidence", "checked", "score", "tier")
    return {**{name: getattr(row, name) for name in names}, "conflicts": row.conflicts}


def _headings() -> tuple[str, ...]:
    return (
        *(_("Credit code"), _("Provider"), _("State"), _("Rated"), _("Checked"), _("Score")),
        *(_("Tier"), _("Conflicts")),
    )


def _cells(row: Summary, scheme: Scheme) -> tuple[object, ...]:
    return (
        row.code,
        row.name,
        _("Locked, arrived late") if row.late else _(STATE_NAMES[ProviderState(row.state)]),
        f"{row.rated}/{row.items}",
        f"{row.checked}/{row.evidence}",
        row.score,
        tier_name(scheme, row.tier),
        row.conflicts or None,
    )


def _assign(call: Call) -> Reply:
    person, items = person_name(call.options.person_name), call.options.items
    providers = [find_provider(call.workspace, code) for code in call.options.codes]
    steps.assign(call.workspace, person, providers, items)
    codes = [call.workspace.record(provider).code for provider in providers]
    document = [{"code": code, "evaluator": person, "items": items} for code in codes]
    sentence = ngettext(
        "{count} provider is assigned to {person}.",
        "{count} providers are assigned to {person}.",
        len(codes),
    )
    return Reply(document, [sentence.format(count=len(codes), person=person)])


def _step(call: Call, take: Callable[[Workspace, str], object]) -> Reply:
    """Take a step of a provider and say where it stands now."""
    take(call.workspace, call.provider)
    record = call.workspace.record(call.provider)
    line = f"{record.name}: {_(STATE_NAMES[record.state])}"
    return Reply({"code": record.code, "state": record.state, "version": record.version}, [line])


def _submit(call: Call) -> Reply:
    return _step(call, steps.submit)


def _return(call: Call) -> Reply:
    return _step(call, lambda w, p: steps.return_provider(w, p, call.options.reason))


def _lock(call: Call) -> Reply:
    return _step(call, steps.lock)


def _unlock(call: Call) -> Reply:
    return _step(call, lambda w, p: steps.unlock(w, p, call.options.reason))


COMMANDS = (
    Command(
        "providers template",
        N_("write the Excel template to fill in"),
        _template,
        (arg("file", metavar="FILE.xlsx", about=N_("a new file")),),
    ),
    Command(
        "providers import",
        N_("take in a list of providers from Excel"),
        _import,
        FILE_AND_WISHES,
    ),
    Command(
        "providers add",
        N_("record one provider by hand"),
        _add,
        (
            arg("--name", metavar="NAME", required=True, about=N_("the full name as licensed")),
            arg("--code", metavar="CODE", about=N_("its credit code, if it has one")),
            arg("--law-firm", action="store_true", about=N_("it is a law firm")),
            arg("--address", metavar="TEXT", about=N_("where the visit takes place")),
            arg("--contact", metavar="NAME", about=N_("who is spoken to")),
            arg("--phone", metavar="NUMBER", about=N_("the number of the contact")),
            arg("--reason", metavar="TEXT", about=N_("why a wrong check digit is taken")),
            arg("--another", action="store_true", about=N_("it is none of those similar to it")),
        ),
    ),
    Command(
        "providers list",
        N_("the providers and how far they are"),
        _list,
        (arg("--search", metavar="TEXT", about=N_("part of name, code or pinyin initials")),),
    ),
    Command(
        "assign",
        N_("assign providers to a person (for leads)"),
        _assign,
        (
            arg("person_name", metavar="NAME", about=N_("who is to evaluate")),
            arg("codes", metavar="CODE", nargs="+", about=N_("credit codes of the providers")),
            arg("--items", metavar="ITEM", nargs="+", about=N_("these items only")),
        ),
    ),
    Command("submit", N_("submit one's own work on a provider"), _submit, (CODE,)),
    Command(
        "return",
        N_("give a submitted provider back for completion (for leads)"),
        _return,
        (CODE, reason(N_("what is to be completed"))),
    ),
    Command("lock", N_("final review: close a submitted provider (for leads)"), _lock, (CODE,)),
    Command(
        "unlock",
        N_("open a locked provider again (for leads)"),
        _unlock,
        (CODE, reason(N_("why it is opened again"))),
    ),
)
