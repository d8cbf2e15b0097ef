"""Points and tier of the provider's shop, with the facts behind them."""

from collections.abc import Iterator
from datetime import date

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.scheme import tier_mark
from evaluator_desktop.domain.shop_draft import Run, login_runs
from evaluator_desktop.domain.shop_facts import STREAK_DAYS, ShopFacts, facts_from_parts
from evaluator_desktop.domain.shop_points import ShopLedger, ShopLine
from evaluator_desktop.reports.document import (
    Align,
    Block,
    Column,
    Fact,
    Facts,
    Prose,
    Row,
    RowKind,
    Section,
    Table,
    TierMark,
    Tone,
)
from evaluator_desktop.reports.sections.wording import DASH, named
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, date_text, listed, ngettext


def shop(a: Assessment) -> Section:
    title = _("The shop's points and tier")
    if a.ledger is None:
        return Section(title, (Prose(_why_not(a)),))
    facts = _facts(a)
    blocks: list[Block] = [*_tier(a, a.ledger), _ledger_table(a.ledger)]
    blocks += [Prose(note, Tone.NOTE) for note in _notes(a, a.ledger)]
    blocks.append(Facts(tuple(_fact_lines(facts, a.ledger.counted_from))))
    return Section(title, tuple(blocks))


def _why_not(a: Assessment) -> str:
    if a.facts_problem is not None:
        sentence = _("Points and tier are not computed: {problem}")
        return sentence.format(problem=user_text(a.facts_problem))
    if any(entity.in_conflict for entity in a.record.shop_parts.values()):
        return _("Points and tier are not computed: the shop's facts are in conflict.")
    return _("Points and tier are not computed: the shop's facts are not recorded in full.")


def _facts(a: Assessment) -> ShopFacts:
    parts = {part: e.body.values for part, e in a.record.shop_parts.items() if e.body is not None}
    return facts_from_parts(parts, a.round.cutoff)


def _tier(a: Assessment, ledger: ShopLedger) -> Iterator[Block]:
    total = str(ledger.total)
    if ledger.tier is None:
        yield Prose(_("{points} points: no tier.").format(points=total), Tone.STRONG)
    else:
        mark = tier_mark(ledger.tier)
        text = _("{tier} with {points} points").format(
            tier=named(a.scheme.tier(ledger.tier).name), points=total
        )
        yield TierMark(*mark, text) if mark else Prose(text, Tone.STRONG)
    if ledger.next_tier is not None and ledger.points_to_next is not None:
        text = _("Points still wanting for {tier}: {points}.")
        yield Prose(
            text.format(
                tier=named(a.scheme.tier(ledger.next_tier).name),
                points=str(ledger.points_to_next),
            )
        )


def _ledger_table(ledger: ShopLedger) -> Table:
    columns = (
        Column(_("Group"), 24),
        Column(_("Rule"), 40),
        Column(_("Unit"), 24),
        Column(_("Quantity"), 18, Align.RIGHT),
        Column(_("× points"), 17, Align.RIGHT),
        Column(_("= points"), 19, Align.RIGHT),
        Column(_("Cut off by the cap"), 24, Align.RIGHT),
    )
    rows = [_line(line) for line in ledger.lines]
    cut = sum(line.uncapped_points - line.points for line in ledger.lines)
    total = (_("Total"), "", "", "", "", str(ledger.total), _cut(cut))
    return Table(_("Points by rule"), columns, (*map(Row, rows), Row(total, RowKind.TOTAL)))


def _line(line: ShopLine) -> tuple[str, ...]:
    rule = line.rule
    return (
        named(rule.group),
        named(rule.name),
        named(rule.unit),
        str(line.quantity),
        str(rule.points),
        str(line.points),
        _cut(line.uncapped_points - line.points),
    )


def _cut(points: int) -> str:
    return str(points) if points else DASH


def _notes(a: Assessment, ledger: ShopLedger) -> Iterator[str]:
    yield _("Counted from {start} to {end}.").format(
        start=date_text(ledger.counted_from), end=date_text(ledger.counted_to)
    )
    for line in ledger.lines:
        if line.rule.remark is not None:
            yield _("{rule}: {remark}").format(
                rule=named(line.rule.name), remark=named(line.rule.remark)
            )
    first = a.scheme.tiers[0]
    low = a.scheme.parameters.first_tier_min
    if first.high is None:
        yield _("The only tier begins at {low} points; less is no tier.").format(low=low)
    else:
        text = _("The first tier is read as {low} to {high} points; less is no tier.")
        yield text.format(low=low, high=first.high)


def _fact_lines(facts: ShopFacts, start: date) -> Iterator[Fact]:
    yield Fact(_("Registered on"), date_text(facts.registered_on))
    yield Fact(
        _("Good ratings / all ratings"),
        f"{facts.ratings.good} / {facts.ratings.all}",
    )
    if facts.login_dates is None:
        text = _("{days} days with {tens} full runs of ten, given as totals")
        told = text.format(days=facts.login_days, tens=facts.login_streaks)
    else:
        days = [login for login in facts.login_dates if login >= start]
        told = _runs_told(days)
    yield Fact(_("Logins"), told)


def _runs_told(days: list[date]) -> str:
    long = [_run_told(run) for run in login_runs(days) if run.length >= STREAK_DAYS]
    count = len(days)
    told = ngettext("{count} day in all", "{count} days in all", count).format(count=count)
    if not long:
        return _("{told}, no run of ten days").format(told=told)
    return _("{told}; runs of ten days and more: {runs}").format(told=told, runs=listed(long))


def _run_told(run: Run) -> str:
    text = _("{length} days from {start} (× {tens})")
    start, tens = run.first.isoformat(), run.length // STREAK_DAYS
    return text.format(length=run.length, start=start, tens=tens)
