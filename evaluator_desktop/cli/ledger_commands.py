"""Who was assigned what, and what of it has come back."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from evaluator_desktop.cli.command import Call, Command, Reply
from evaluator_desktop.cli.tables import table
from evaluator_desktop.store.queries.ledger import Ledger, PersonLedger, ledger
from evaluator_desktop.texts import N_, _, count_text, ngettext, time_text


def _ledger(call: Call) -> Reply:
    found = ledger(call.workspace)
    return Reply(_document(found), _lines(found))


def _document(found: Ledger) -> dict[str, Any]:
    return {
        "persons": [_person(found, person) for person in found.persons],
        "overlaps": [
            {**_named(found, o.provider), "item": o.item, "persons": list(o.persons)}
            for o in found.overlaps
        ],
        "unassigned": [_named(found, provider) for provider in found.unassigned],
    }


def _person(found: Ledger, person: PersonLedger) -> dict[str, Any]:
    last = person.last
    return {
        "person": person.person,
        "assigned": {"providers": person.providers, "items": person.items},
        "returned": {"providers": person.submitted, "items": person.returned},
        "missing": person.missing,
        "overlaps": person.overlaps,
        "last_package": last and {"file": last.file, "at": last.at, "laptop": last.laptop},
        "providers": [
            {
                **_named(found, share.provider),
                "assigned": list(share.assigned),
                "rated": list(share.rated),
                "submitted": share.submitted,
            }
            for share in person.shares
        ],
    }


def _named(found: Ledger, provider: str) -> dict[str, Any]:
    row = found.providers[provider]
    return {"code": row.code, "name": row.name}


def _lines(found: Ledger) -> Iterator[str]:
    headings = (
        *(_("Person"), _("Providers"), _("Submitted"), _("Items"), _("Rated"), _("Missing")),
        *(_("Rated twice"), _("Last package"), _("Laptop")),
    )
    rows = (
        (
            *(p.person, p.providers, p.submitted, p.items, p.returned, p.missing, p.overlaps),
            *(
                (time_text(datetime.fromisoformat(p.last.at)), p.last.laptop)
                if p.last
                else (None, None)
            ),
        )
        for p in found.persons
    )
    yield from table(headings, rows)
    if count := len(found.unassigned):
        sentence = ngettext(
            "{count} provider is assigned to nobody.",
            "{count} providers are assigned to nobody.",
            count,
        )
        yield sentence.format(count=count_text(count))


COMMANDS = (
    Command(
        "ledger",
        N_("who was assigned what, and what has come back"),
        _ledger,
        more=N_(
            "An item counts as come back when a rating of the person it was assigned to is here, "
            "a provider when that person has submitted it. The last package is the one merged "
            "last in this workspace, by this computer's clock."
        ),
    ),
)
