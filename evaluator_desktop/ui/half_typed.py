"""What is half typed as one text for people: each with the field and the thing it was typed for."""

import json
from collections.abc import Iterable, Mapping

from evaluator_desktop.texts import N_, _, listed
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


def as_text(
    head: str, unrecorded: Iterable[tuple[str, str, str]], owners: Mapping[str, str]
) -> str:
    """Write (field, key, text) one below the other; `owners` says what a key stands for."""
    parts = [head]
    for field, key, text in unrecorded:
        title = " · ".join(filter(None, (owners.get(key, ""), _field_words(field))))
        parts.append(f"== {title}\n{_shop_text(text) if field.startswith(_SHOP) else text}")
    return "\n\n".join(parts) + "\n"


def _field_words(field: str) -> str:
    if field.startswith(_SHOP) and (known := FIELDS.get(field.removeprefix(_SHOP))):
        return _(known.name)
    return _("Reason") if field.endswith(_REASON) else _(_FIELDS.get(field, N_("Text")))


def _shop_text(text: str) -> str:
    """Spell an entry of the shop's form, which is kept as JSON."""
    entry = json.loads(text)
    if isinstance(entry, bool):
        return _("yes") if entry else _("no")
    return listed(entry) if isinstance(entry, list) else str(entry)
