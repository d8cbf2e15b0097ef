"""Rating items, and the score that follows with every step of it."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain
from typing import Any

from evaluator_desktop.cli.command import CODE, EXPLAIN, ITEM, Call, Command, Reply, arg, reason
from evaluator_desktop.cli.evidence_commands import evidence_document
from evaluator_desktop.cli.explanation import explanation_document
from evaluator_desktop.cli.finding_commands import finding_documents, finding_line
from evaluator_desktop.cli.scheme_names import class_name, tier_name
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.explanation import explain
from evaluator_desktop.domain.explanation.readings import Reading, readings
from evaluator_desktop.domain.explanation.telling import told
from evaluator_desktop.domain.finding import Finding
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.domain.scoring import (
    NOT_APPLICABLE_TEXT,
    DimensionScore,
    RatingState,
    parse_rating,
    printed,
    rating_text,
)
from evaluator_desktop.operations import ratings
from evaluator_desktop.store.queries.ranks import round_ranks
from evaluator_desktop.store.queries.seen import seen_assessment
from evaluator_desktop.texts import N_, _


def _rate(call: Call) -> Reply:
    options = call.options
    ratings.rate(call.workspace, call.provider, options.item, options.value, options.reason)
    rating = rating_text(parse_rating(options.value))
    line = _("{item}: {rating} by {person}").format(
        item=options.item, rating=rating, person=call.workspace.person
    )
    return Reply({"item": options.item, "rating": rating}, [line])


def _consensus(call: Call) -> Reply:
    options = call.options
    ratings.set_consensus(
        call.workspace, call.provider, options.item, options.value, options.reason
    )
    rating = rating_text(parse_rating(options.value))
    line = _("{item}: consensus {rating}").format(item=options.item, rating=rating)
    return Reply({"item": options.item, "consensus": rating}, [line])


def _result(call: Call) -> Reply:
    record = call.workspace.record(call.provider)
    ranks = round_ranks(call.workspace)
    assessment, is_partial = seen_assessment(call.workspace, record, ranks)
    used = readings(assessment.scheme, assessment.round.body)
    document = result_document(assessment, used, is_partial=is_partial)
    more = ("", *told(explain(assessment), used)) if call.options.explain else ()
    return Reply(document, chain(_lines(assessment, document), more))


def _results(call: Call) -> Reply:
    """Both answers wait until they are asked for: one of them is written, a provider at a time."""
    ranks = round_ranks(call.workspace)  # what is wrong is said before anything is written
    used = readings(call.workspace.scheme, call.workspace.info.body)
    documents = (
        result_document(assessment, used, is_partial=is_partial)
        for assessment, is_partial in _assessments(call, ranks)
    )
    return Reply(documents, _result_table(call, ranks))


def _assessments(call: Call, ranks: Mapping[str, Rank]) -> Iterator[tuple[Assessment, bool]]:
    rows = sorted(call.workspace.projections.all(), key=lambda row: row.by_code)
    for number, row in enumerate(rows):
        call.progress.step(number, len(rows), row.name)
        record = call.workspace.record(row.provider)
        yield seen_assessment(call.workspace, record, ranks)


def _result_table(call: Call, ranks: Mapping[str, Rank]) -> Iterator[str]:
    headings = (
        *(_("Credit code"), _("Provider"), _("Score")),
        *(_("Rank"), _("Class"), _("Tier")),
    )
    yield from table(headings, (_cells(a) for a, _is_partial in _assessments(call, ranks)))


def _cells(a: Assessment) -> tuple[object, ...]:
    band, tier = a.class_band, a.ledger.tier if a.ledger else None
    return (
        a.record.code,
        a.record.name,
        a.score or _so_far(_printed(a.sheet.points_so_far)),
        a.rank.place if a.rank else None,
        class_name(a.scheme, band.id if band else None),
        tier_name(a.scheme, tier),
    )


def result_document(
    assessment: Assessment, used: Iterable[Reading], *, is_partial: bool
) -> dict[str, Any]:
    """Return everything that follows for one provider, as the contract shows it.

    `used` are the readings of its scheme, the same for a whole round.
    `is_partial`: ratings of others were left out (D10a), so nothing of it is final.
    """
    sheet, ledger, band = assessment.sheet, assessment.ledger, assessment.class_band
    items = {item.item.id: item for item in assessment.items}
    scheme = assessment.scheme
    return {
        "code": assessment.record.code,
        "score": assessment.score,
        "points_so_far": _printed(sheet.points_so_far),
        "weight_rated_bp": sheet.weight_rated_bp,
        "provisional": assessment.is_provisional or is_partial,
        "dimensions": [_dimension(d, items, assessment.findings) for d in sheet.dimensions],
        "tier": ledger.tier if ledger else None,
        "shop_points": ledger.total if ledger else None,
        "findings": finding_documents(assessment.findings),
        "class": band.id if band else None,
        "rank": assessment.rank.place if assessment.rank else None,
        "scheme": {"id": scheme.id, "version": scheme.version, "digest": scheme.digest},
        "explanation": explanation_document(explain(assessment), used),
    }


def _dimension(
    score: DimensionScore, items: dict[str, ItemAssessment], findings: Iterable[Finding]
) -> dict[str, Any]:
    """A dimension's score is 0–100 within it, its weight per cent of the whole."""
    return {
        "id": score.dimension.id,
        "score": _printed(score.score),
        "weight": None if score.weight is None else printed(score.weight * 100),
        "items": [_item(items[line.item.id], findings) for line in score.items],
    }


def _item(item: ItemAssessment, findings: Iterable[Finding]) -> dict[str, Any]:
    places = {item.item.id, *(f"evidence:{piece.entity.id}" for piece in item.evidence)}
    return {
        "id": item.item.id,
        "rating": _counted(item),
        "ratings": [
            {"evaluator": body.person, "rating": body.value, "reason": body.reason or None}
            for entity in item.ratings
            for head in entity.heads
            if (body := head.body) is not None
        ],
        "weight_bp": item.item.weight_bp,
        "points": _printed(item.score.points),
        "evidence": [evidence_document(piece) for piece in item.evidence],
        "findings": finding_documents(f for f in findings if f.place in places),
    }


def _counted(item: ItemAssessment) -> str | None:
    """Return the rating that counts, as given; a mean that is no rating has two decimals."""
    if item.rating.state in (RatingState.NOT_APPLICABLE, RatingState.UNEXPLAINED):
        return NOT_APPLICABLE_TEXT
    value = item.rating.value
    if value is None:
        return None
    text = printed(value)
    is_rating = (value * 10).denominator == 1
    return rating_text(parse_rating(text[:-1])) if is_rating else text


def _printed(value: Fraction | None) -> str | None:
    return None if value is None else printed(value)


def _so_far(points: str | None) -> str | None:
    return None if points is None else _("{points} so far").format(points=points)


def _lines(assessment: Assessment, document: dict[str, Any]) -> Iterator[str]:
    yield f"{assessment.record.name} {assessment.record.code or ''}".rstrip()
    score = document["score"] or _so_far(document["points_so_far"]) or "—"
    tier, points = tier_name(assessment.scheme, document["tier"]), document["shop_points"]
    band = class_name(assessment.scheme, document["class"])
    yield _("Score {score} · class {name}").format(score=score, name=band)
    yield _("Shop {points} points · tier {tier}").format(
        points="—" if points is None else points, tier=tier
    )
    if document["provisional"]:
        yield _("Provisional: something is still open.")
    yield ""
    yield from table(
        (_("Item"), _("Name"), _("Rating"), _("Weight (bp)"), _("Points")),
        (
            (
                line["id"],
                item.name,
                line["rating"],
                line["weight_bp"],
                line["points"],
            )
            for dimension in document["dimensions"]
            for line, item in zip(dimension["items"], _in(assessment, dimension), strict=True)
        ),
    )
    yield ""
    yield from map(finding_line, assessment.findings)


def _in(assessment: Assessment, dimension: dict[str, Any]) -> list[ItemAssessment]:
    return [assessment.item(line["id"]) for line in dimension["items"]]


_VALUE = arg("value", metavar="VALUE|na", about=N_("0 to 100 with at most one decimal, or na"))

COMMANDS = (
    Command(
        "rate",
        N_("rate an item as the person at the keyboard"),
        _rate,
        (
            CODE,
            ITEM,
            _VALUE,
            arg("--reason", metavar="T", about=N_("needed for a low rating and for na")),
        ),
    ),
    Command(
        "consensus",
        N_("settle an item by the lead's decision"),
        _consensus,
        (CODE, ITEM, _VALUE, reason(N_("why it was settled so"))),
    ),
    Command("result", N_("score, points and findings of a provider"), _result, (CODE, EXPLAIN)),
    Command("results", N_("the results of all providers"), _results),
)
