"""All scores of a round from scratch, beside a bare loop; and one changed rating in that round.

    python -m bench.scores PROVIDERS [--folder DIR]

The reference works the same numbers with Fraction and nothing else: the mean of two ratings an
item, times its weight, summed by dimension and in all, rounded half-up once. No states, no spread,
no 不适用. Then the round is made for real, and one rating in it is changed.
"""

import argparse
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from bench.histories import fill, new_workspace
from bench.measure import scratch
from evaluator_desktop.domain.scheme import WEIGHT_SUM, Scheme
from evaluator_desktop.domain.scoring import PersonRating, item_rating, printed, score_sheet
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.round import read_scheme

Round = list[list[tuple[Decimal, Decimal]]]
_RUNS = 3
_TIMES = 20
_REVISIONS_A_PROVIDER = 56


def made_up(scheme: Scheme, providers: int) -> Round:
    """Return two ratings for each item of each provider, within the tolerance."""
    chance = Random(20_201_231)  # noqa: S311  the same numbers in every run
    pairs = []
    for _provider in range(providers):
        first = [Decimal(chance.randrange(500, 950)) / 10 for _item in scheme.items]
        pairs.append([(value, value + Decimal(chance.randrange(51)) / 10) for value in first])
    return pairs


def by_the_rules(scheme: Scheme, round_: Round) -> list[str]:
    """Return the printed totals, by what the program uses."""
    tolerance, totals = scheme.parameters.rating_tolerance, []
    for provider in round_:
        counted = {
            item.id: item_rating(
                [PersonRating("a", first), PersonRating("b", second)],
                consensus=None,
                tolerance=tolerance,
                in_conflict=False,
            )
            for item, (first, second) in zip(scheme.items, provider, strict=True)
        }
        totals.append(printed(score_sheet(scheme, counted).total or Fraction()))
    return totals


def by_a_bare_loop(scheme: Scheme, round_: Round) -> list[str]:
    """Return the same by nothing but arithmetic."""
    weights = [Fraction(item.weight_bp or 0, WEIGHT_SUM) for item in scheme.items]
    places, start = [], 0
    for dimension in scheme.dimensions:
        places.append((start, start + len(dimension.items)))
        start += len(dimension.items)
    totals = []
    for provider in round_:
        means = [(Fraction(first) + Fraction(second)) / 2 for first, second in provider]
        points = [mean * weight for mean, weight in zip(means, weights, strict=True)]
        total = sum((sum(points[a:b], Fraction()) for a, b in places), Fraction())
        cents = int(total * 100 + Fraction(1, 2))
        totals.append(f"{cents // 100}.{cents % 100:02d}")
    return totals


def seconds(work: Callable[[], object]) -> float:
    """Return the best of several runs."""
    found = []
    for _run in range(_RUNS):
        before = perf_counter()
        work()
        found.append(perf_counter() - before)
    return min(found)


def one_change(folder: Path, providers: int) -> tuple[float, float]:
    """Return (one rating saved, every row made anew) in seconds, in a round of that size."""
    with new_workspace(folder / "workspace") as workspace:
        fill(workspace, providers * _REVISIONS_A_PROVIDER)
        ids = workspace.provider_ids()
        item, times = workspace.scheme.items[0].id, []
        for number in range(_TIMES):
            before = perf_counter()
            ratings.rate(workspace, ids[number % len(ids)], item, str(60 + number))
            times.append(perf_counter() - before)
        before = perf_counter()
        with workspace.database.transaction():
            workspace.projections.refresh(ids, anew=True)
        return median(times), perf_counter() - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("providers", type=int, help="how large the round is")
    parser.add_argument("--folder", type=Path, help="where to work")
    options = parser.parse_args()
    scheme = read_scheme()
    round_ = made_up(scheme, options.providers)
    if by_the_rules(scheme, round_) != by_a_bare_loop(scheme, round_):
        parser.error("the two do not agree on the scores")
    bare = seconds(lambda: by_a_bare_loop(scheme, round_))
    rules = seconds(lambda: by_the_rules(scheme, round_))
    print(f"reference: a bare loop with Fraction   {bare:8.2f} s")
    print(f"the rules                              {rules:8.2f} s {rules / bare:6.2f} ×")
    with scratch(options.folder) as folder:
        change, anew = one_change(folder, options.providers)
    print(f"reference: every row made anew         {anew:8.2f} s")
    print(f"one rating changed                     {change:8.4f} s {change / anew:8.6f} ×")


if __name__ == "__main__":
    main()
