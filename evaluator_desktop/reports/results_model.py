"""What the workbook of results contains: a line for each provider, and its items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.explanation.readings import readings
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.domain.record import STATE_NAMES, RoundInfo
from evaluator_desktop.domain.scheme import WEIGHT_SUM, Scheme
from evaluator_desktop.domain.scoring import RatingState, printed
from evaluator_desktop.reports.cells import Value
from evaluator_desktop.reports.sections.wording import STATE_WORDS, named
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _


@dataclass(frozen=True)
class Sheet:
    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    """In characters."""
    rows: tuple[tuple[Value, ...], ...]


def results_sheets(
    assessments: Sequence[Assessment],
    scheme: Scheme,
    info: RoundInfo,
    made_on: date,
    *,
    is_blind: bool = False,
) -> tuple[Sheet, ...]:
    """Return the sheets: results, ratings by item, and what they rest on.

    `is_blind`: some leave out the ratings that their reader may not see yet (D10a).
    """
    return (
        _results(assessments, scheme),
        _items(assessments, scheme),
        _basis(scheme, info, made_on, is_blind=is_blind),
    )


def _results(assessments: Sequence[Assessment], scheme: Scheme) -> Sheet:
    dimensions = tuple(named(d.name) for d in scheme.dimensions)
    columns = (
        *((_("Credit code"), 22), (_("Name"), 36), (_("State"), 12)),
        *(*rank_heads(scheme), (_("Score"), 10), (_("Class"), 10), (_("Rated weight (%)"), 14)),
        *((name, 12) for name in dimensions),
        *((_("Shop points"), 12), (_("Tier of the shop"), 12)),
        *((_("Evidence"), 10), (_("Evidence checked"), 10), (_("Open conflicts"), 12)),
        (_("Findings that block"), 14),
    )
    heads, widths = zip(*columns, strict=True)
    return Sheet(_("Results"), heads, widths, tuple(_result(a) for a in assessments))


def rank_heads(scheme: Scheme) -> tuple[tuple[str, int], ...]:
    """Return heads and widths of the columns on ranks; on the quota where there is one (D11)."""
    quota = scheme.parameters.class_quota
    head = _("Within the first {count} ranks").format(count=quota)
    return ((_("Rank"), 8), (_("Tied"), 8), *(((head, 14),) if quota is not None else ()))


def rank_cells(scheme: Scheme, rank: Rank | None) -> tuple[Value, ...]:
    """Return the cells of those columns, empty without a rank."""
    quota = scheme.parameters.class_quota
    tied = _("yes") if rank and rank.shared_by > 1 else None
    within = () if quota is None else (_within(rank, quota),)
    return (rank.place if rank else None, tied, *within)


def _within(rank: Rank | None, quota: int) -> str | None:
    if rank is None:
        return None
    if rank.is_cut_by(quota):
        return _("yes, in a tie for the last place")
    return _("yes") if rank.place <= quota else _("no")


def _result(a: Assessment) -> tuple[Value, ...]:
    band, ledger = a.class_band, a.ledger
    tier = a.scheme.tier(ledger.tier) if ledger and ledger.tier else None
    return (
        a.record.code,
        user_text(a.record.name),
        _(STATE_NAMES[a.record.state]),
        *rank_cells(a.scheme, a.rank),
        None if a.score is None else Decimal(a.score),
        named(band.name) if band else None,
        _number(Fraction(a.sheet.weight_rated_bp * 100, WEIGHT_SUM)),
        *(_number(d.score) for d in a.sheet.dimensions),
        ledger.total if ledger else None,
        named(tier.name) if tier else (_("no tier") if ledger else None),
        a.evidence_count,
        a.checked_count,
        len(a.record.conflicts),
        sum(f.severity is not Severity.WARNING for f in a.findings),
    )


def _number(value: Fraction | None) -> Decimal | None:
    return None if value is None else Decimal(printed(value))


def _items(assessments: Sequence[Assessment], scheme: Scheme) -> Sheet:
    names = tuple(named(item.name) for item in scheme.items)
    heads = (_("Credit code"), _("Name"), *names)
    rows = tuple(
        (a.record.code, user_text(a.record.name), *map(_rating, a.items)) for a in assessments
    )
    return Sheet(_("Ratings by item"), heads, (22, 36, *(12 for _name in names)), rows)


def _rating(item: ItemAssessment) -> Value:
    if item.rating.state is RatingState.RATED:
        return _number(item.rating.value)
    return _(STATE_WORDS[item.rating.state])


def _basis(scheme: Scheme, info: RoundInfo, made_on: date, *, is_blind: bool) -> Sheet:
    weights = _("official") if scheme.weights_official else _("sample weights (unofficial)")
    rows: tuple[tuple[Value, ...], ...] = (
        (_("Round"), user_text(info.body.name)),
        (_("Cut-off date"), info.cutoff),
        (_("Scheme"), f"{named(scheme.name)} {scheme.version}"),
        (_("Digest of the scheme"), scheme.digest),
        (_("Weights"), weights),
        (_("Made on"), made_on),
        *((f"{clause} {point}", reading) for clause, point, reading in readings(scheme, info.body)),
    )
    if is_blind:
        left_out = _("The ratings of others are left out until you have submitted your own.")
        rows += ((_("Note"), left_out),)
    return Sheet(_("Basis"), (_("Point"), _("Value")), (36, 80), rows)
