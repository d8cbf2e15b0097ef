"""What stands in the way, and what the evaluation comes to."""

import re
from collections.abc import Iterator, Mapping

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.finding import PLACE_NAMES, SEVERITY_NAMES, Finding
from evaluator_desktop.reports.document import (
    Block,
    Choice,
    Choices,
    Column,
    Prose,
    Row,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.sections.wording import (
    DASH,
    evidence_of,
    figure,
    item_named,
    named,
    rated_weight,
    unofficial,
)
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _

_CLAUSE = re.compile(r"[DP]\d+[a-z]?")


def findings(a: Assessment) -> Section:
    title = _("Findings")
    if not a.findings:
        return Section(title, (Prose(_("The standing checks found nothing.")),))
    columns = (
        Column(_("Effect"), 25),
        Column(_("Clause"), 15),
        Column(_("Place"), 36),
        Column(_("Finding"), 80),
    )
    places = _places(a)
    rows = tuple(Row(_finding(finding, places)) for finding in a.findings)
    return Section(title, (Table(_("Results of the standing checks"), columns, rows),))


def _finding(finding: Finding, places: Mapping[str, str]) -> tuple[str, ...]:
    return (
        _(SEVERITY_NAMES[finding.severity]),
        finding.rule if _CLAUSE.fullmatch(finding.rule) else DASH,
        places.get(finding.place, DASH),
        user_text(finding.text),
    )


def _places(a: Assessment) -> dict[str, str]:
    """Return what a reader calls each place that findings name."""
    places = {place: _(name) for place, name in PLACE_NAMES.items()}
    for item, evidence in evidence_of(a):
        places[item.item.id] = item_named(item)
        for number, e in evidence:
            places[f"evidence:{e.entity.id}"] = _("evidence no. {number}").format(number=number)
    return places


def conclusion(a: Assessment) -> Section:
    blocks: list[Block] = [Prose(sentence) for sentence in _sentences(a)]
    bands = a.scheme.parameters.classes
    if bands and a.score is not None:
        reached = a.class_band
        chosen = (Choice(named(b.name), reached is not None and b.id == reached.id) for b in bands)
        blocks.append(Choices(tuple(chosen)))
    if not (a.scheme.weights_official and a.scheme.parameters.classes_official):
        note = _(
            "The documents print no weights, no classes and no pass line. Weights and classes are "
            "the scheme's samples and are not official."
        )
        blocks.append(Prose(note, Tone.NOTE))
    return Section(_("Conclusion"), tuple(blocks))


def _sentences(a: Assessment) -> Iterator[str]:
    yield _score(a)
    band = a.class_band
    if band is not None:
        text = _("By the printed score the class is “{name}” (unofficial).")
        if a.scheme.parameters.classes_official:
            text = _("By the printed score the class is “{name}”.")
        if _is_decided(a):
            text = _("Because of false material a lead confirmed the class “{name}”.")
        yield text.format(name=named(band.name))
    if a.rank is not None:
        yield _("Place in the round by the printed score: {place}.").format(place=a.rank.place)
    if a.has_false_evidence:
        yield from _integrity(a)
    if a.ledger is not None:
        tier = a.ledger.tier
        yield _("The shop has {points} points ({tier}); they stand beside the score.").format(
            points=a.ledger.total,
            tier=named(a.scheme.tier(tier).name) if tier else _("no tier"),
        )
    if a.is_provisional:
        yield _("The result is provisional: something is open that another decision could change.")


def _score(a: Assessment) -> str:
    if not a.scheme.has_weights:
        return _("The scheme has no weights, so there is no total.")
    if a.score is None:
        return _(
            "There is no total yet: items of {weight} of the weight are rated, with {points} "
            "points so far."
        ).format(weight=rated_weight(a), points=figure(a.sheet.points_so_far))
    text = _("The total is {score} of {top} points")
    told = text.format(score=a.score, top=figure(a.sheet.maximum))
    mark = unofficial(a)
    return _("{told}, by {mark}.").format(told=told, mark=mark) if mark else f"{told}."


def _is_decided(a: Assessment) -> bool:
    decision = a.class_decision.body if a.class_decision else None
    return a.has_false_evidence and decision is not None and decision.confirmed


def _integrity(a: Assessment) -> Iterator[str]:
    decision = a.class_decision.body if a.class_decision else None
    if decision is None:
        yield _("There is false material; the lead has not decided on the class yet.")
        return
    text = (
        _("There is false material. The lead confirmed the proposed class: {reason}")
        if decision.confirmed
        else _("There is false material. The lead declined the proposed class: {reason}")
    )
    yield text.format(reason=user_text(decision.reason))
