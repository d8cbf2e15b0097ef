"""What the ranking of a round contains, on paper and as a sheet: pure, and all of it text."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.explanation.readings import readings
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.domain.record import STATE_NAMES, ProviderState
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scoring import RatingState
from evaluator_desktop.reports.document import (
    Align,
    Column,
    Fact,
    Prose,
    Report,
    Row,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.results_model import Sheet, rank_cells, rank_heads
from evaluator_desktop.reports.sections.wording import DASH, figure, named, rated_weight
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, ngettext

Ranks = Mapping[str, Rank]
"""By provider; without one a provider has no rank."""


def ranking(paper: PaperContext, assessments: Sequence[Assessment], ranks: Ranks) -> Report:
    """Return the ranking; a draft with its reasons until every provider's result is final (D11)."""
    number, reasons = paper.number("RANKING"), _draft_reasons(assessments)
    ordered = in_order(assessments, ranks)
    sections = [
        _scope(paper, ordered, ranks, reasons),
        _table(ordered, ranks),
        _parts(paper, ordered),
    ]
    if rest := [a for a in ordered if a.record.id not in ranks]:
        sections.append(_unranked(rest))
    roles = (_("Compiled by"), _("Checked by"), _("Approved by"))
    sections.append(paper.signing(number, *((role, "") for role in roles)))
    return paper.paper(_("Ranking of the round"), number, sections, reasons)


def ranking_sheets(
    scheme: Scheme, assessments: Sequence[Assessment], ranks: Ranks
) -> tuple[Sheet, ...]:
    """Return the ranking as a sheet; who has no rank stands at its end."""
    columns = (
        *(*rank_heads(scheme), (_("Credit code"), 22), (_("Name"), 36), (_("Score"), 10)),
        *((_("Class"), 10), (_("Tier of the shop"), 14), (_("Shop points"), 12)),
        *((_("State"), 12), (_("Provisional"), 10)),
    )
    heads, widths = zip(*columns, strict=True)
    rows = tuple(
        (
            *rank_cells(scheme, ranks.get(a.record.id)),
            a.record.code,
            user_text(a.record.name),
            None if a.score is None else Decimal(a.score),
            _class(a),
            _tier(a),
            a.ledger.total if a.ledger else None,
            _(STATE_NAMES[a.record.state]),
            None if _is_final(a) else _("yes"),
        )
        for a in in_order(assessments, ranks)
    )
    return (Sheet(_("Ranking"), heads, widths, rows),)


def in_order(assessments: Sequence[Assessment], ranks: Ranks) -> list[Assessment]:
    """Return them by rank, then by credit code and name; those without a rank last."""
    last = len(assessments) + 1

    def place(a: Assessment) -> tuple[int, str, str]:
        rank = ranks.get(a.record.id)
        return rank.place if rank else last, a.record.code or "", a.record.name

    return sorted(assessments, key=place)


def _draft_reasons(assessments: Sequence[Assessment]) -> tuple[str, ...]:
    open_ones = sum(not _is_final(a) for a in assessments)
    if not open_ones:
        return ()
    sentence = ngettext(
        "The result of {count} provider is not final.",
        "The results of {count} providers are not final.",
        open_ones,
    )
    return (sentence.format(count=open_ones),)


def _is_final(a: Assessment) -> bool:
    blocked = any(f.severity is not Severity.WARNING for f in a.findings)
    return a.record.state is ProviderState.LOCKED and not blocked


def _scope(
    paper: PaperContext, ordered: Sequence[Assessment], ranks: Ranks, reasons: tuple[str, ...]
) -> Section:
    basis = paper.basis(
        Fact(_("Providers"), str(len(ordered))),
        Fact(_("With a rank"), str(sum(a.record.id in ranks for a in ordered))),
        *(Fact(p, r) for c, p, r in readings(paper.scheme, paper.info.body) if c == "D11"),
    )
    rule = _(
        "By the printed score, the highest first; equal scores share a rank, and the ranks that "
        "they take up are left out after them."
    )
    blocks = [Prose(reason, Tone.STRONG) for reason in reasons]
    return Section(_("Basis"), (*blocks, basis, Prose(rule, Tone.NOTE)))


def _table(ordered: Sequence[Assessment], ranks: Ranks) -> Section:
    columns = (
        *(Column(_("Rank"), 13, Align.RIGHT), Column(_("Provider"), 56)),
        *(Column(_("Score"), 17, Align.RIGHT), Column(_("Class"), 17)),
        *(Column(_("Tier of the shop"), 20), Column(_("State"), 19)),
    )
    rows = tuple(
        Row(
            (
                _rank(a, ranks),
                f"{user_text(a.record.name)}\n{a.record.code or DASH}",
                a.score or DASH,
                _class(a) or DASH,
                _tier(a) or DASH,
                _(STATE_NAMES[a.record.state]) + ("" if _is_final(a) else _(" (provisional)")),
            )
        )
        for a in ordered
        if a.record.id in ranks
    )
    note = _("= marks a rank that several share.")
    table = Table("", columns, rows)
    return Section(_("Ranking"), (table, Prose(note, Tone.NOTE)))


def _parts(paper: PaperContext, ordered: Sequence[Assessment]) -> Section:
    dimensions = paper.scheme.dimensions
    columns = (
        Column(_("Provider"), 42),
        *(Column(named(d.name), 22, Align.RIGHT) for d in dimensions),
    )
    rows = tuple(
        Row((user_text(a.record.name), *(figure(d.score) for d in a.sheet.dimensions)))
        for a in ordered
    )
    return Section(_("Scores by dimension"), (Table("", columns, rows),))


def _unranked(rest: Sequence[Assessment]) -> Section:
    columns = (
        *(Column(_("Provider"), 60), Column(_("Weight rated"), 20, Align.RIGHT)),
        Column(_("What is missing"), 70),
    )
    rows = tuple(
        Row((user_text(a.record.name), rated_weight(a), "\n".join(_missing(a)) or DASH))
        for a in rest
    )
    return Section(_("Without a rank"), (Table("", columns, rows),))


def _missing(a: Assessment) -> Iterator[str]:
    """Say how much is missing; the provider's own report lists it one by one."""
    unrated = sum(item.rating.state is RatingState.UNRATED for item in a.items)
    others = sum(f.severity is not Severity.WARNING for f in a.findings) - unrated
    if unrated:
        yield ngettext(
            "{count} item is not rated.", "{count} items are not rated.", unrated
        ).format(count=unrated)
    if others > 0:
        yield ngettext(
            "{count} other finding blocks.", "{count} other findings block.", others
        ).format(count=others)


def _rank(a: Assessment, ranks: Ranks) -> str:
    return f"{ranks[a.record.id].place}{' =' if _ties(a, ranks) else ''}"


def _ties(a: Assessment, ranks: Ranks) -> bool:
    rank = ranks.get(a.record.id)
    return rank is not None and rank.shared_by > 1


def _class(a: Assessment) -> str | None:
    return named(a.class_band.name) if a.class_band else None


def _tier(a: Assessment) -> str | None:
    if a.ledger is None:
        return None
    return named(a.scheme.tier(a.ledger.tier).name) if a.ledger.tier else _("no tier")
