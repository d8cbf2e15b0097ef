"""What is half typed as one text for people: each with the field and the thing it was typed for."""

import json
from collections.abc import Iterable, Mapping

import msgspec

from evaluator_desktop.jobs.markup import Mark
from evaluator_desktop.texts import N_, _, listed
from evaluator_desktop.ui.dialogs import kept_filing, kept_marks
from evaluator_desktop.ui.pages.shop.fields import FIELDS

_SHOP = "shop "
_REASON = "reason"
_FIELDS = {
    "note": N_("Note"),
    "note on a file": N_("Note"),
    "rating": N_("Rating"),
    "consensus": N_("Consensus"),
    "customer words": N_("What the customer said"),
    "name": N_("Name"),
    "day": N_("Date"),
}
"""What fields of `Drafts` are called; one that is not named here holds text."""


Typed = tuple[str, str, str]
"""Field, key of what it belongs to, text: as `Drafts.unrecorded` gives them."""


def readable(unrecorded: Iterable[Typed]) -> list[Typed]:
    """Spell what is kept otherwise than as text, and leave out where that leaves no word."""
    spelt = ((field, key, _spelt(field, text)) for field, key, text in unrecorded)
    return [typed for typed in spelt if typed[2].strip()]


def as_text(head: str, typed: Iterable[Typed], owners: Mapping[str, str]) -> str:
    """Write them one below the other; `owners` says what a key stands for."""
    parts = [head]
    for field, key, text in typed:
        title = " · ".join(filter(None, (owners.get(key, ""), _field_words(field))))
        parts.append(f"== {title}\n{text}")
    return "\n\n".join(parts) + "\n"


def _field_words(field: str) -> str:
    if field.startswith(_SHOP) and (known := FIELDS.get(field.removeprefix(_SHOP))):
        return _(known.name)
    return _("Reason") if field.endswith(_REASON) else _(_FIELDS.get(field, N_("Text")))


def _spelt(field: str, text: str) -> str:
    if field.startswith(_SHOP):
        return _shop_text(text)
    if field == kept_marks.FIELD:
        return _words_drawn(text)
    return "" if field == kept_filing.FIELD else text


def _words_drawn(text: str) -> str:
    """Return the words among the marks on a photo, which are kept as JSON."""
    try:
        marks = msgspec.json.decode(text, type=list[Mark])
    except msgspec.DecodeError:  # of another version
        return ""
    return "\n".join(mark.text for mark in marks if mark.text)


def _shop_text(text: str) -> str:
    """Spell an entry of the shop's form, which is kept as JSON."""
    entry = json.loads(text)
    if isinstance(entry, bool):
        return _("yes") if entry else _("no")
    return listed(entry) if isinstance(entry, list) else str(entry)
