"""The score, item by item, and the ratings it was made of."""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.domain.history import Head
from evaluator_desktop.domain.scheme import Indicator
from evaluator_desktop.domain.scoring import NOT_APPLICABLE_TEXT, DimensionScore, ItemScore
from evaluator_desktop.reports.document import (
    Align,
    Axis,
    Bar,
    Bars,
    Block,
    Column,
    Prose,
    Row,
    RowKind,
    Section,
    Spider,
    Table,
    Tone,
)
from evaluator_desktop.reports.sections.wording import (
    DASH,
    counted,
    figure,
    item_named,
    named,
    percent,
    rating_words,
    unofficial,
)
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _

_FEWEST_AXES = 3


def indicators(a: Assessment) -> Section:
    blocks: list[Block] = []
    if a.scheme.has_weights and len(a.sheet.dimensions) >= _FEWEST_AXES:
        blocks.append(_spider(a))
    blocks += [_bars(a), _score_table(a)]
    blocks += [Prose(note, Tone.NOTE) for note in _notes(a)]
    rows = tuple(row for item in a.items for row in _rating_rows(item))
    if rows:
        blocks.append(_ratings_table(rows))
    return Section(_("Indicators and scores"), tuple(blocks))


def _spider(a: Assessment) -> Spider:
    caption = _(
        "Scores of the dimensions; each ring is 20, the outermost 100. A dimension without a "
        "score yet has no point."
    )
    axes = (
        Axis(named(d.dimension.name), d.score, figure(d.score) if d.weight else DASH)
        for d in a.sheet.dimensions
    )
    return Spider(caption, tuple(axes))


def _bars(a: Assessment) -> Bars:
    caption = _("Ratings of the items as they count, from 0 to 100.")
    lines = (Bar(item_named(i), i.rating.value, rating_words(i.rating)) for i in a.items)
    return Bars(caption, tuple(lines))


def _score_table(a: Assessment) -> Table:
    columns = (
        Column(_("Indicator"), 25),
        Column(_("Item"), 33),
        Column(_("Pieces"), 13, Align.RIGHT),
        Column(_("Outcomes"), 32),
        Column(_("Rating"), 17, Align.RIGHT),
        Column(_("Weight"), 17, Align.RIGHT),
        Column(_("Points"), 19, Align.RIGHT),
    )
    rows = [row for dimension in a.sheet.dimensions for row in _dimension_rows(a, dimension)]
    total = a.score or DASH
    rows.append(
        Row((_("Total"), "", str(a.evidence_count), "", "", _weight_sum(a), total), RowKind.TOTAL)
    )
    return Table(_("Indicators, ratings and points"), columns, tuple(rows))


def _weight_sum(a: Assessment) -> str:
    return percent(a.sheet.maximum / 100) if a.sheet.maximum is not None else DASH


def _dimension_rows(a: Assessment, dimension: DimensionScore) -> Iterator[Row]:
    heading = _("{dimension} — weight {weight}, score {score}").format(
        dimension=named(dimension.dimension.name),
        weight=percent(dimension.weight),
        score=figure(dimension.score),
    )
    yield Row((heading,), RowKind.GROUP)
    scores = {score.item.id: score for score in dimension.items}
    for indicator in dimension.dimension.indicators:
        for item in indicator.items:
            yield _item_row(indicator, a.item(item.id), scores[item.id])


def _item_row(indicator: Indicator, item: ItemAssessment, score: ItemScore) -> Row:
    return Row(
        (
            named(indicator.name),
            item_named(item),
            str(len(item.present)),
            counted(item.outcomes),
            rating_words(score.rating),
            percent(score.weight),
            figure(score.points),
        )
    )


def _notes(a: Assessment) -> Iterator[str]:
    if not a.scheme.has_weights:
        yield _("The scheme has no weights: there are ratings and outcomes, and no total.")
        return
    yield _(
        "Items are printed rounded half-up; the total is computed from values that are not "
        "rounded, so the printed points may not add up to it to the last digit."
    )
    if unofficial(a):
        yield _("Weights: sample weights (unofficial). The document prints none.")
    if a.score is None:
        yield _("There is no total until every item is settled. Points so far: {points}.").format(
            points=figure(a.sheet.points_so_far)
        )
    if a.sheet.maximum is not None and a.sheet.maximum != 100:
        yield _(
            "Items that are not applicable lost their weight; the highest score is {top}."
        ).format(top=figure(a.sheet.maximum))


# --- the ratings ---------------------------------------------------------------------------------


def _ratings_table(rows: tuple[Row, ...]) -> Table:
    columns = (
        Column(_("Item"), 30),
        Column(_("Evaluator"), 22),
        Column(_("Rating"), 16, Align.RIGHT),
        Column(_("Reason given"), 88),
    )
    return Table(_("Ratings by person, with reasons"), columns, rows)


def _rating_rows(item: ItemAssessment) -> Iterator[Row]:
    name = item_named(item)
    for entity in item.ratings:
        for head in entity.heads if entity.in_conflict else (entity.last,):
            yield _rating_row(name, head, in_conflict=entity.in_conflict)
    for decision in item.consensus.heads if item.consensus else ():
        if decision.body is not None:
            who = _("Consensus ({person})").format(person=user_text(decision.author))
            reason = user_text(decision.body.reason)
            yield Row((name, who, _rating(decision.body.value), reason or DASH))


def _rating_row(name: str, head: Head[Rating], *, in_conflict: bool) -> Row:
    body = head.body
    if body is None:
        return Row((name, user_text(head.author), DASH, _("Withdrawn; in conflict.")))
    reason = user_text(body.reason) or DASH
    if in_conflict:
        reason = _("In conflict: {reason}").format(reason=reason)
    return Row((name, user_text(body.person), _rating(body.value), reason))


def _rating(value: str) -> str:
    return _("Not applicable") if value == NOT_APPLICABLE_TEXT else value
