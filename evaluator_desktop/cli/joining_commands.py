"""Providers that may be one: which they are, joining two of them, taking that back."""

from collections.abc import Iterator, Sequence
from typing import Any

from evaluator_desktop.cli.command import CODE, Argument, Call, Command, Reply, arg, reason
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.domain.similarity import LIKENESS_NAMES, Named, Pair
from evaluator_desktop.errors import UnknownProviderError
from evaluator_desktop.operations.edit import find_member, find_provider
from evaluator_desktop.operations.joining import join, part
from evaluator_desktop.store.queries.similar import similar_providers
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _, ngettext

OTHER: Argument = arg("other", metavar="OTHER", about=N_("the other one, by code, name or id"))


def _join(call: Call) -> Reply:
    other = find_provider(call.workspace, call.options.other)
    join(call.workspace, call.provider, other, call.options.reason)
    record = call.workspace.record(call.provider)
    return Reply(_document(call.workspace, record), _joined_lines(call.workspace, record))


def _part(call: Call) -> Reply:
    workspace, options = call.workspace, call.options
    provider, other = _member(workspace, options.code), _member(workspace, options.other)
    part(workspace, provider, other, options.reason)
    records = [workspace.record(one) for one in (provider, other)]
    sentence = _("{provider} and {other} are two providers again.")
    line = sentence.format(provider=records[0].name, other=records[1].name)
    return Reply([_document(workspace, record) for record in records], [line])


def _similar(call: Call) -> Reply:
    pairs = similar_providers(call.workspace)
    headings = (
        *(_("Credit code"), _("Provider")),
        *(_("Credit code"), _("Provider"), _("Why it may be")),
    )
    lines = table(headings, map(_cells, pairs)) if pairs else [_("No two providers look alike.")]
    return Reply([pair_document(pair) for pair in pairs], lines)


def pair_document(pair: Pair) -> dict[str, Any]:
    """Return two providers that may be one, as `merge --dry-run` shows them too."""
    both = [_named_document(named) for named in (pair.first, pair.second)]
    return {"likeness": pair.likeness, "providers": both}


def _named_document(named: Named) -> dict[str, Any]:
    return {"id": named.id, "code": named.code, "name": named.name}


def _cells(pair: Pair) -> tuple[object, ...]:
    first, second = pair.first, pair.second
    why = _(LIKENESS_NAMES[pair.likeness])
    return (first.code or first.id, first.name, second.code or second.id, second.name, why)


def _member(workspace: Workspace, text: str) -> str:
    """Name one of those that were joined; one that is not is found as always."""
    try:
        return find_member(workspace, text)
    except UnknownProviderError:
        return find_provider(workspace, text)


def _members(workspace: Workspace, record: ProviderRecord) -> Sequence[ProviderRecord]:
    return [workspace.record(member, alone=True) for member in record.joined or (record.id,)]


def _document(workspace: Workspace, record: ProviderRecord) -> dict[str, Any]:
    members = _members(workspace, record)
    return {
        "id": record.id,
        "code": record.code,
        "name": record.name,
        "members": [{"id": m.id, "code": m.code, "name": m.name} for m in members],
        "conflicts": len(record.conflicts),
    }


def _joined_lines(workspace: Workspace, record: ProviderRecord) -> Iterator[str]:
    names = " + ".join(f"{m.name} ({m.code or m.id})" for m in _members(workspace, record))
    yield _("{names} are one provider now.").format(names=names)
    if count := len(record.conflicts):
        sentence = ngettext(
            "{count} conflict is open. `conflicts` shows it.",
            "{count} conflicts are open. `conflicts` shows them.",
            count,
        )
        yield sentence.format(count=count)


COMMANDS = (
    Command("providers similar", N_("providers that may be one and the same"), _similar),
    Command(
        "providers join",
        N_("two providers are one and the same (for leads)"),
        _join,
        (CODE, OTHER, reason(N_("how you know that they are one"))),
    ),
    Command(
        "providers part",
        N_("take a joined provider out again (for leads)"),
        _part,
        (CODE, OTHER, reason(N_("how you know that they are two"))),
        more=N_("OTHER leaves what it was joined with; all others stay joined."),
    ),
)
