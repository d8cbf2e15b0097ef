"""The cloud shop: points of given facts, and the facts of a provider's shop."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from evaluator_desktop.cli.command import (
    CODE,
    DONE,
    EXPLAIN,
    SOMETHING_LEFT,
    Call,
    Command,
    Reply,
    arg,
)
from evaluator_desktop.cli.explanation import explanation_document
from evaluator_desktop.cli.scheme_names import tier_name
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.explanation import explain_shop
from evaluator_desktop.domain.explanation.readings import readings
from evaluator_desktop.domain.explanation.telling import told
from evaluator_desktop.domain.next_tier import Way, ways_to_next_tier
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.shop_facts import parse_facts, parse_facts_text
from evaluator_desktop.domain.shop_points import ShopLedger, points_of_each, shop_ledger
from evaluator_desktop.errors import FactsError
from evaluator_desktop.operations.round import read_scheme
from evaluator_desktop.operations.shop import facts_so_far, set_facts
from evaluator_desktop.texts import N_, _, language

_MOST_WAYS = 4


def _points(call: Call) -> Reply:
    raw = parse_facts_text(call.content(call.options.file))
    scheme = read_scheme()
    if isinstance(raw, list):
        return _points_of_each(scheme, raw)
    ledger = shop_ledger(scheme, parse_facts(raw))
    return Reply(ledger_document(ledger), ledger_lines(scheme, ledger))


def _points_of_each(scheme: Scheme, raw: list[object]) -> Reply:
    results = list(points_of_each(scheme, raw))
    bad = any(isinstance(result, FactsError) for result in results)
    document = [
        _refused(result) if isinstance(result, FactsError) else ledger_document(result)
        for result in results
    ]
    lines = (
        f"{number}: {_in_short(scheme, result)}" for number, result in enumerate(results, start=1)
    )
    return Reply(document, lines, SOMETHING_LEFT if bad else DONE)


def _refused(error: FactsError) -> dict[str, object]:
    details = [{"field": d.field, "message": d.message} for d in error.details]
    return {"error": error.code, "details": details}


def _in_short(scheme: Scheme, result: ShopLedger | FactsError) -> str:
    if isinstance(result, FactsError):
        return str(result)
    return _("{points} points, {tier}").format(
        points=result.total, tier=tier_name(scheme, result.tier)
    )


def ledger_document(ledger: ShopLedger) -> dict[str, Any]:
    """Return points and tier as rules.md shows them; warnings are sentences."""
    return {
        "lines": [
            {
                "rule": line.rule.id,
                "quantity": line.quantity,
                "points": line.points,
                "uncapped_points": line.uncapped_points,
            }
            for line in ledger.lines
        ],
        "total": ledger.total,
        "tier": ledger.tier,
        "next_tier": ledger.next_tier,
        "points_to_next": ledger.points_to_next,
        "warnings": [warning.text for warning in ledger.warnings],
    }


def ledger_lines(scheme: Scheme, ledger: ShopLedger) -> Iterator[str]:
    """Yield the ledger as a table with its total."""
    lang = language()
    yield from table(
        (_("Group"), _("Rule"), _("Quantity"), _("Points")),
        (
            (line.rule.group.text(lang), line.rule.name.text(lang), line.quantity, line.points)
            for line in ledger.lines
        ),
    )
    tier = tier_name(scheme, ledger.tier) if ledger.tier else _("no tier")
    yield _("Total {total}: {tier}").format(total=ledger.total, tier=tier)
    if ledger.next_tier:
        following = tier_name(scheme, ledger.next_tier)
        sentence = _("{points} points to {tier}")
        yield sentence.format(points=ledger.points_to_next, tier=following)
    for warning in ledger.warnings:
        yield _("Warning: {text}").format(text=warning.text)


def ways_document(ways: Iterable[Way]) -> list[dict[str, Any]]:
    """Return the cheapest ways to the next tier: fewest units first."""
    return [
        {
            "units": way.units,
            "points": way.points,
            "parts": [
                {"rule": part.rule.id, "units": part.units, "points": part.points}
                for part in way.parts
            ],
        }
        for way in ways
    ]


def way_lines(ways: Sequence[Way]) -> Iterator[str]:
    """Yield the cheapest ways to the next tier."""
    lang = language()
    if ways:
        yield _("Cheapest ways there, fewest units first (arithmetic, no advice):")
    for way in ways[:_MOST_WAYS]:
        parts = (f"{part.rule.name.text(lang)} +{part.units}" for part in way.parts)
        yield f"    {_(', ').join(parts)} → +{way.points}"


def _set(call: Call) -> Reply:
    raw = parse_facts_text(call.content(call.options.file))
    set_facts(call.workspace, call.provider, raw)
    call.options.explain = False
    return _show(call)


def _show(call: Call) -> Reply:
    assessment = call.workspace.assessment(call.provider)
    facts = facts_so_far(call.workspace, call.provider)
    if facts:
        facts = {"cutoff": call.workspace.info.body.cutoff, **facts}
    ledger = assessment.ledger
    steps, used = explain_shop(assessment), readings(assessment.scheme, assessment.round.body)
    ways = ways_to_next_tier(ledger, assessment.scheme.parameters) if ledger else ()
    document = {
        "code": assessment.record.code,
        "facts": facts or None,
        "points": ledger_document(ledger) if ledger else None,
        "ways_to_next": ways_document(ways) if ledger else None,
        "explanation": explanation_document(steps, used) if steps else None,
    }
    if ledger is not None:
        lines = chain(ledger_lines(assessment.scheme, ledger), way_lines(ways))
        return Reply(
            document, chain(lines, ("", *told(steps, used)) if call.options.explain else ())
        )
    why = assessment.facts_problem or _("There are no points: facts are missing or in conflict.")
    return Reply(document, [str(why)])


_FACTS = arg("file", metavar="FILE.json", about=N_("facts as JSON, - for standard input"))

COMMANDS = (
    Command(
        "shop points",
        N_("points and tier of given facts, by the shipped scheme; needs no workspace"),
        _points,
        (_FACTS,),
        more=N_("An array of facts gives an array of results."),
    ),
    Command("shop set", N_("record the facts of a provider's shop"), _set, (CODE, _FACTS)),
    Command("shop show", N_("the facts and points of a provider's shop"), _show, (CODE, EXPLAIN)),
)
