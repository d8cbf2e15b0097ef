"""What is typed of shops and not recorded, as drafts: a part waits until all of it is known."""

import json

from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.pages.shop.entries import Entries
from evaluator_desktop.ui.pages.shop.fields import FIELDS, Entry, is_empty


class KeptEntries:
    """Brings the entries of a shop back that an earlier run left, and keeps those of this one."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def restored(self, provider: str) -> Entries:
        """Return the entries of a shop that is shown for the first time."""
        entries = Entries()
        for path in FIELDS:
            if (text := self._drafts.text(_field(path), provider)) is not None:
                entries.typed[path] = _entry(text)
                entries.unfinished.add(path)
        return entries

    def keep(self, provider: str, entries: Entries) -> None:
        """Keep what differs from what is recorded, and drop what does not."""
        changed = entries.changed
        entries.unfinished &= changed
        for path, entry in entries.typed.items():
            if path in changed and not is_empty(entry):
                self._drafts.keep(_field(path), provider, json.dumps(entry, ensure_ascii=False))
            else:
                self._drafts.drop(_field(path), provider)


def _field(path: str) -> str:
    return f"shop {path}"


def _entry(text: str) -> Entry:
    value = json.loads(text)
    return tuple(value) if isinstance(value, list) else value
