"""What the fields of bodies are called and how their values read, for people who must choose.

One table for every kind, so that no field of a body can be forgotten (its test walks them all).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from evaluator_desktop.domain.bodies import Body, Profile, ShopPart
from evaluator_desktop.domain.satisfaction import (
    DISPOSITION_NAMES,
    SATISFACTION_NAMES,
    Disposition,
)
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.verification import METHOD_NAMES, OUTCOME_NAMES, Method, Outcome
from evaluator_desktop.texts import N_, _, count_text, language, listed, ngettext, size_text

NONE = "—"
HIDDEN = frozenset(
    {
        "provider",
        "item",
        "person",
        "evidence",
        "covers",
        "part",
        "conflict",
        "entity",
        "customer",
        "condition",
        "other",
    }
)
"""Keys and what stands elsewhere on the page: the same in all versions, or never for people."""

_REASON, _NOTE, _NAME = N_("Reason given"), N_("Note"), N_("Name")
FIELD_NAMES: Mapping[str, Mapping[str, str]] = {
    "round": {
        "name": N_("Name of the round"),
        "organisation": N_("Evaluating body"),
        "cutoff": N_("Cut-off date"),
        "period_start": N_("Period from"),
        "period_end": N_("Period to"),
        "persons": N_("Persons"),
    },
    "scheme": {"document": N_("Scheme"), "round": N_("Round")},
    "provider": {"code": N_("Credit code")},
    "profile": {
        "name": _NAME,
        "is_law_firm": N_("Law firm"),
        "address": N_("Address"),
        "contact": N_("Contact"),
        "text": N_("Remarks"),
    },
    "evidence": {
        "name": N_("File"),
        "requirement": N_("Requirement"),
        "captured_on": N_("Date of the evidence"),
        "note": _NOTE,
        "removed": N_("Removed"),
        "reason": _REASON,
        "digest": N_("Content"),
        "size": N_("Size"),
        "origin": N_("Made from"),
    },
    "outcome": {
        "outcome": N_("Outcome"),
        "method": N_("Method"),
        "on": N_("Verified on"),
        "evaluator": N_("Verified by"),
        "note": _NOTE,
    },
    "rating": {"value": N_("Rating"), "reason": _REASON},
    "shop_facts": {
        "registered_on": N_("Registration date"),
        "has_introduction": N_("Introduction"),
        "has_website": N_("Website"),
        "certificates": N_("Certificates"),
        "products": N_("Service products"),
        "is_decorated": N_("Own decoration"),
        "login_dates": N_("Login days"),
        "login_days": N_("Number of login days"),
        "login_streaks": N_("Full tens in a row"),
        "followers.personal": N_("Followers, personal"),
        "followers.enterprise": N_("Followers, enterprise"),
        "purchases": N_("Purchases"),
        "praise.personal": N_("Praise, personal"),
        "praise.enterprise": N_("Praise, enterprise"),
        "comments.personal": N_("Comments, personal"),
        "comments.enterprise": N_("Comments, enterprise"),
        "replies": N_("Replies to comments"),
        "ratings.good": N_("Good ratings"),
        "ratings.all": N_("All ratings"),
    },
    "consensus": {"value": N_("Consensus rating"), "reason": _REASON},
    "class_decision": {
        "proposed": N_("Proposed class"),
        "confirmed": N_("Confirmed"),
        "reason": _REASON,
    },
    "review": {"reason": _REASON},
    "lock": {"locked": N_("Final"), "version": N_("Version"), "reason": _REASON},
    "submission": {},
    "sample": {
        "seed": N_("Seed"),
        "population": N_("Number of customers"),
        "size": N_("Sample size"),
    },
    "assignment": {"items": N_("Assigned items")},
    "alias": {"joined": N_("Joined or not"), "reason": _REASON},
    "customer": {
        "personal": N_("Name and number"),
        "has_number": N_("Has a number"),
        "removed": N_("Removed"),
        "reason": _REASON,
    },
    "call": {
        "attempts": N_("Attempts"),
        "disposition": N_("Result of the call"),
        "service_real": N_("Service took place"),
        "satisfaction": N_("Satisfaction"),
        "words": N_("In the customer's words"),
    },
    "entry_fact": {"number": N_("Found")},
    "issued_report": {
        "version": N_("Version"),
        "number": N_("Report number"),
        "files": N_("Files"),
        "data_digest": N_("Data"),
        "scheme_digest": N_("Scheme"),
    },
    "resolution": {"taken": N_("Version taken"), "reason": _REASON},
    "purge": {"personal": N_("Erased object"), "reason": _REASON},
}
_PERSONAL = frozenset({"contact", "personal", "words"})
_DIGESTS = frozenset({"digest", "file_digest", "data_digest", "scheme_digest", "taken", "origin"})


def field_name(kind: str, field: str) -> str:
    """Return what a field is called; one that is not in the table by its own name."""
    return _(FIELD_NAMES.get(kind, {}).get(field, field))


def flat_fields(body: Body | None) -> dict[str, Any]:
    """Return a body's fields for people, nested counts as `followers.personal`."""
    if body is None:
        return {}
    found = msgspec.to_builtins(body)
    if isinstance(body, ShopPart | Profile):
        found = found["values"]
    return dict(_flat(found, is_contact=isinstance(body, Profile)))


def _flat(fields: Mapping[str, Any], *, is_contact: bool) -> Iterator[tuple[str, Any]]:
    for field, value in fields.items():
        if field == "person" and is_contact:
            yield "contact", value
        elif field in HIDDEN:
            continue
        elif isinstance(value, dict) and field != "document":
            yield from ((f"{field}.{key}", number) for key, number in value.items())
        else:
            yield field, value


def value_text(field: str, value: Any, scheme: Scheme, item: str | None = None) -> str:
    """Write a value for people; personal objects are never shown, only that there is one."""
    if value is None or value == "":
        return NONE
    if field in _PERSONAL:
        return _("recorded")
    if field in _DIGESTS:
        return f"{str(value)[:12]}…"
    if known := _WORDS.get(field):
        return known(value)
    if field == "size" and item:
        return size_text(value)
    if field == "requirement" and item:
        wanted = scheme.find(item)
        asked = wanted.requirement(value) if wanted else None
        return asked.name.text(language()) if asked else str(value)
    return _plain_text(value)


def _plain_text(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return count_text(value)
    if isinstance(value, list):
        return ngettext("{count} entry", "{count} entries", len(value)).format(count=len(value))
    return str(value)


def rating_words(value: str) -> str:
    """Say a recorded rating: 80, 80.5, or 不适用."""
    return _("Not applicable") if value == "na" else value


_WORDS: Mapping[str, Callable[[Any], str]] = {
    "outcome": lambda value: _(OUTCOME_NAMES[Outcome(value)]),
    "method": lambda value: _(METHOD_NAMES[Method(value)]),
    "value": rating_words,
    "disposition": lambda value: _(DISPOSITION_NAMES[Disposition(value)]),
    "satisfaction": lambda value: _(SATISFACTION_NAMES[value]),
    "document": lambda value: f"{value.get('id', '')} {value.get('version', '')}".strip(),
    "removed": lambda value: _("removed") if value else _("not removed"),
    "persons": lambda value: listed(person["name"] for person in value),
    "login_dates": lambda value: ngettext("{count} day", "{count} days", len(value)).format(
        count=len(value)
    ),
}
