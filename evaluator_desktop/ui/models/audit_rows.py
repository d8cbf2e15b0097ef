"""Rows of 审计: when, who, what was done to what, and what changed."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from evaluator_desktop.domain.body_words import NONE, field_name, flat_fields, value_text
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.operations.step_words import action_name
from evaluator_desktop.store.queries.audit import AuditEntry
from evaluator_desktop.texts import _, language, time_text
from evaluator_desktop.ui.models.cell_table_model import Head
from evaluator_desktop.ui.widgets.cells import Cell

_TOLERANCE = timedelta(hours=24)
"""By how much a clock may be ahead before it is said."""


def audit_heads() -> Sequence[Head]:
    """Return the columns; the last takes the room that is left."""
    columns = (_("When"), _("Who"), _("Provider"), _("What"), _("Action"), _("What changed"))
    return [Head(text) for text in columns]


def audit_row(entry: AuditEntry, scheme: Scheme, now: datetime) -> Sequence[Cell]:
    """Return the cells of one entry. Personal objects are never read, only that there is one."""
    revision = entry.revision
    return (
        _when(revision.at, now),
        Cell(revision.author),
        Cell(entry.provider, ink="text2"),
        Cell(_what(entry, scheme)),
        Cell(action_name(revision.action)),
        Cell(changed_words(entry, scheme)),
    )


def changed_words(entry: AuditEntry, scheme: Scheme) -> str:
    """Say old → new of each field that differs."""
    if entry.is_hidden:
        return _("Hidden until you have submitted")
    if entry.new is None:
        return _("withdrawn")
    return " · ".join(_changes(entry, scheme)) or NONE


def _changes(entry: AuditEntry, scheme: Scheme) -> Iterator[str]:
    old, new = flat_fields(entry.old), flat_fields(entry.new)
    item = getattr(entry.new, "item", None)
    for field in dict.fromkeys((*old, *new)):
        before, after = (value_text(field, s.get(field), scheme, item) for s in (old, new))
        if old.get(field) == new.get(field) or before == after == NONE:
            continue
        words = _("{field}: {value}") if before == NONE else _("{field}: {before} → {value}")
        name = field_name(entry.revision.kind, field)
        yield words.format(field=name, before=before, value=after)


def _what(entry: AuditEntry, scheme: Scheme) -> str:
    item = getattr(entry.new or entry.old, "item", None)
    kind = _(KIND_NAMES[entry.revision.kind])
    return f"{kind} · {scheme.item_name(item, language())}" if item else kind


def _when(at: str, now: datetime) -> Cell:
    """A clock that is far ahead is shown as claimed, with a mark; it decides nothing."""
    moment = datetime.fromisoformat(at)
    if moment.astimezone(UTC) - now <= _TOLERANCE:
        return Cell(time_text(moment))
    return Cell(time_text(moment), icon="warning", icon_ink="partly", note=_("clock ahead"))
