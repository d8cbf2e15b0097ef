"""The cells of the large strip: of each item its mark and what stands in it."""

import re

from evaluator_desktop.domain.assessment import ItemAssessment
from evaluator_desktop.domain.body_words import rating_words
from evaluator_desktop.domain.scoring import RatingState, printed
from evaluator_desktop.store.queries.workbench import WorkbenchView
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.widgets.item_strip import StripGroup, StripItem
from evaluator_desktop.ui.widgets.strip import Mark

_QUOTED = re.compile(r"^[“\"][^”\"]*[”\"]\s*")  # “服务云”客户反馈: the cell has room for the rest


def strip_groups(view: WorkbenchView) -> list[StripGroup]:
    """Return the strip of a provider, numbered in document order."""
    by_id = {item.item.id: item for item in view.assessment.items}
    numbers = {item_id: number for number, item_id in enumerate(by_id, start=1)}
    return [
        StripGroup(
            dimension.name.text(language()),
            [_cell(view, by_id[i.id], numbers[i.id]) for i in dimension.items],
        )
        for dimension in view.assessment.scheme.dimensions
    ]


def mark_of(view: WorkbenchView, item: ItemAssessment) -> Mark:
    """Return the mark of an item; what has to be settled goes before what is missing."""
    if item.item.id in view.disputed or item.rating.state is RatingState.CONFLICT:
        return Mark.DISPUTED
    if any(r.body is not None and view.assessment.reason_due(r.body) for r in item.ratings):
        return Mark.REASON
    if missing_count(item) and (item.ratings or item.evidence):
        return Mark.MISSING
    return Mark.OPEN if item.rating.state is RatingState.UNRATED else Mark.RATED


def missing_count(item: ItemAssessment) -> int:
    """Count requirements without evidence and files that are not here."""
    return len(item.missing) + sum(evidence.file_missing for evidence in item.present)


def _cell(view: WorkbenchView, item: ItemAssessment, number: int) -> StripItem:
    mark = mark_of(view, item)
    name = _QUOTED.sub("", item.name) or item.name
    return StripItem(item.item.id, number, name, mark, _value(item, mark))


def _value(item: ItemAssessment, mark: Mark) -> str:
    if mark is Mark.MISSING:
        return _("lacks {count}").format(count=missing_count(item))
    if mark is Mark.DISPUTED:
        values = [rating_words(r.body.value) for r in item.ratings if r.body is not None]
        return "/".join(values) if len(values) > 1 else _("split")
    if item.rating.value is not None:
        return _short(printed(item.rating.value))
    if item.rating.state in (RatingState.NOT_APPLICABLE, RatingState.UNEXPLAINED):
        return _("n/a")
    return _("open")


def _short(value: str) -> str:
    """Drop zeros that say nothing: 92.00 is 92."""
    return value.rstrip("0").rstrip(".")
