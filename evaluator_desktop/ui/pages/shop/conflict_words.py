"""A conflict in a part of a shop's facts, said in words: who recorded what in its fields."""

from datetime import datetime

from evaluator_desktop.domain.bodies import ShopPart
from evaluator_desktop.domain.history import Entity, Head
from evaluator_desktop.domain.shop_draft import fields_of
from evaluator_desktop.texts import _, count_text, time_text
from evaluator_desktop.ui.pages.shop.fields import FIELDS


def conflict_text(entity: Entity[ShopPart]) -> str:
    """Return a line a version, with the fields in which the versions differ."""
    versions = [_values(head) for head in entity.heads]
    paths = [path for path in FIELDS if len({repr(v.get(path)) for v in versions}) > 1]
    lines = [_("Laptops recorded different things:")]
    for head in sorted(entity.heads, key=lambda head: (head.at, head.revision)):
        said = _values(head)
        facts = _(", ").join(f"{_(FIELDS[path].name)} {_word(said.get(path))}" for path in paths)
        when = time_text(datetime.fromisoformat(head.at))
        lines.append(f"{head.author} {when}: {facts if head.body else _('taken back')}")
    return "\n".join(lines)


def _values(head: Head[ShopPart]) -> dict[str, object]:
    return fields_of(head.body.values) if head.body is not None else {}


def _word(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return _("exists") if value else _("none")
    if isinstance(value, list):
        return _("{count} days").format(count=len(value))
    return count_text(value) if isinstance(value, int) else str(value)
