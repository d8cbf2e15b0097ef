"""The standing checks of the round itself; each of them holds for every provider too."""

from collections.abc import Iterable, Iterator

from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.domain.record import RoundInfo
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.texts import N_

PLACE = "round"


def find_in_round(info: RoundInfo, scheme: Scheme, ranks: Iterable[Rank]) -> tuple[Finding, ...]:
    """Return what stands against the whole round, those that block first."""
    cut = {rank for rank in ranks if rank.is_cut_by(scheme.parameters.class_quota)}
    return (
        *round_conflict(info),
        *(finding for rank in cut for finding in quota_tie(scheme, rank)),
        *unofficial_weights(scheme),
    )


def round_conflict(info: RoundInfo) -> Iterator[Finding]:
    if info.conflict:
        sentence = N_("The round or its scheme differs between laptops; every result is open.")
        yield Finding(Severity.BLOCKS_FINAL, "D3", PLACE, sentence)


def quota_tie(scheme: Scheme, rank: Rank | None) -> Iterator[Finding]:
    """D11: a quota never splits a tie silently; all who tie have the class, and it is said."""
    quota = scheme.parameters.class_quota
    if rank is not None and rank.is_cut_by(quota):
        sentence = N_(
            "The first class goes to the ranks up to {quota}, but {count} providers share place "
            "{place}: all of them have it."
        )
        params = {"quota": quota, "count": rank.shared_by, "place": rank.place}
        yield Finding(Severity.WARNING, "D11", PLACE, sentence, params)


def unofficial_weights(scheme: Scheme) -> Iterator[Finding]:
    if scheme.has_weights and not scheme.weights_official:
        sentence = N_("The weights are samples, not official.")
        yield Finding(Severity.WARNING, "D1", PLACE, sentence)
