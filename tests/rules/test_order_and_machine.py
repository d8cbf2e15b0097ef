"""The same facts give the same bytes on every machine and in any order of input."""

import json
import os
import subprocess
import sys
import tomllib
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.cli.rating_commands import result_document
from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.explanation.readings import readings
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.domain.satisfaction import satisfaction
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.domain.scoring import ItemRating, RatingState, score_sheet
from evaluator_desktop.paths import resource_dir
from evaluator_desktop.texts import set_language
from tests.domain.customers import call_body, customer, customers, interview, sample
from tests.domain.records import (
    CHEN,
    ROUND,
    ZHOU,
    entity,
    evidence,
    outcome,
    rating,
    record,
    shop,
)
from tests.domain.shop_examples import ledger_of, login_runs, worked_example

ROOT = Path(__file__).parents[2]
AVERAGE = settings(max_examples=40, deadline=None)


def everything(scheme: Scheme) -> list[Entity[Any]]:
    """Ratings of two people, evidence with outcomes, customers with calls, a shop."""
    known = customers(35)
    pieces = [entity(evidence(f"{n}.pdf")) for n in range(5)]
    words = ("verified", "partly_verified", "false", "pending", "unverifiable")
    return [
        *known,
        *(interview(c, n % 5 + 1) for n, c in enumerate(known[:30])),
        sample(*known, size=30),
        *pieces,
        *(entity(outcome(p, w)) for p, w in zip(pieces, words, strict=True)),
        *(
            entity(rating(v, p, i.id))
            for i in scheme.items
            for v, p in (("80", ZHOU), ("83.5", CHEN))
        ),
        *shop(),
    ]


def printed_result(found: ProviderRecord, scheme: Scheme) -> str:
    assessment = assess(found, scheme, ROUND)
    used = readings(assessment.scheme, assessment.round.body)
    return json.dumps(result_document(assessment, used, is_partial=False), ensure_ascii=False)


@AVERAGE
@given(st.integers(0, 2**32))
def test_a_result_does_not_depend_on_the_order_of_what_is_recorded(
    scheme: Scheme, seed: int
) -> None:
    entities = everything(scheme)
    first = printed_result(record(*entities), scheme)
    Random(seed).shuffle(entities)

    assert printed_result(record(*entities), scheme) == first


@AVERAGE
@given(st.permutations(range(15)))
def test_d1_a_score_does_not_depend_on_the_order_of_its_ratings(
    scheme: Scheme, order: list[int]
) -> None:
    def rated(number: int) -> tuple[str, ItemRating]:
        return scheme.items[number].id, ItemRating(RatingState.RATED, Fraction(number * 7, 3))

    assert score_sheet(scheme, dict(map(rated, order))) == score_sheet(
        scheme, dict(map(rated, range(15)))
    )


@AVERAGE
@given(st.permutations(login_runs(10, 3, 25, 7)))
def test_p5_p6_points_do_not_depend_on_the_order_of_the_logins(
    scheme: Scheme, days: list[str]
) -> None:
    facts = worked_example(login_dates=days)
    mixed = dict(reversed(facts.items()))

    assert (
        ledger_of(scheme, facts) == ledger_of(scheme, mixed) == ledger_of(scheme, worked_example())
    )


@AVERAGE
@given(st.permutations(range(20)))
def test_d7_a_rate_does_not_depend_on_the_order_of_the_calls(
    scheme: Scheme, order: list[int]
) -> None:
    calls = [
        call_body(customer(), "completed", real=True, satisfaction=n % 5 + 1) for n in range(20)
    ]

    assert satisfaction((calls[n] for n in order), scheme.parameters) == satisfaction(
        calls, scheme.parameters
    )


MACHINES = (
    {"PYTHONHASHSEED": "0", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_result_has_the_same_bytes_on_every_machine(language: str) -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "tests.rules.test_order_and_machine", language],
            cwd=ROOT,
            env={**os.environ, **machine},
            capture_output=True,
            check=True,
        ).stdout
        for machine in MACHINES
    }

    assert len(printed) == 1
    assert len(printed.pop()) > 10_000


def main(language: str) -> None:
    """Print the result of the same provider, on whatever machine this is."""
    set_language(language)
    path = resource_dir() / "schemes" / "shanghai-2020.toml"
    scheme = load_scheme(tomllib.loads(path.read_text("utf-8")))
    sys.stdout.write(printed_result(record(*everything(scheme)), scheme))


if __name__ == "__main__":
    main(sys.argv[1])
