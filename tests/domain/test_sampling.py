"""D9: how many customers, which ones, and who is to be called now."""

import hashlib
import unicodedata
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator_desktop.domain.bodies import Attempt, Call, Customer
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.parameters import Parameters
from evaluator_desktop.domain.sampling import (
    DrawnSample,
    attempts,
    customer_key,
    drawn_order,
    drawn_sample,
    explained_size,
    population_digest,
    sample_size,
)
from evaluator_desktop.domain.scheme import Scheme
from tests.domain import customers as c
from tests.domain.records import CHEN, ZHOU, entity

ATTEMPTS = 3


@pytest.fixture(scope="module")
def parameters(scheme: Scheme) -> Parameters:
    return scheme.parameters


# --- how many ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("population", "size"),
    [
        *((0, 0), (1, 1), (29, 29), (30, 30), (31, 30), (43, 30), (45, 31)),
        *((100, 50), (300, 73), (1000, 88), (5000, 95), (300_000, 97)),
    ],
)
def test_d9_size(parameters: Parameters, population: int, size: int) -> None:
    assert sample_size(population, parameters) == size


def test_d9_every_step_to_the_size_is_told(parameters: Parameters) -> None:
    found = explained_size(300, parameters)

    assert f"{float(found.unlimited):.4f}" == "96.0365"  # 1.959964² × 0.25 ÷ 0.01
    assert f"{float(found.corrected):.4f}" == "72.9324"
    assert (found.least, found.size, found.is_whole_list) == (30, 73, False)


def test_d9_a_short_list_is_called_whole(parameters: Parameters) -> None:
    found = explained_size(12, parameters)

    assert found.corrected == 12
    assert (found.least, found.size, found.is_whole_list) == (12, 12, True)


def test_d9_the_population_has_one_digest_in_every_order_and_however_often() -> None:
    keys = [customer_key("13812345678", "李记"), customer_key("021-62345678", "王庄")]
    text = "021-62345678\n王庄\n13812345678\n李记\n"

    assert population_digest(keys) == hashlib.sha256(text.encode()).hexdigest()
    assert population_digest([*reversed(keys), *keys]) == population_digest(keys)


def test_d9_the_unlimited_size_is_not_rounded_first(parameters: Parameters) -> None:
    """With n₀ rounded up to 97 some populations would get one more: 1000 of them, 89."""
    rounded_first = ceil(Fraction(97 * 1000, 1000 + 97 - 1))

    assert (rounded_first, sample_size(1000, parameters)) == (89, 88)


@given(st.integers(1, 20_000), st.integers(1, 50), st.integers(1, 99), st.integers(1, 100))
def test_d9_size_against_the_textbook(
    parameters: Parameters, population: int, margin: int, proportion: int, least: int
) -> None:
    chosen = replace(
        parameters,
        sample_margin_percent=margin,
        sample_proportion_percent=proportion,
        sample_minimum=least,
    )
    p, e = Fraction(proportion, 100), Fraction(margin, 100)
    unlimited = Fraction("1.959964") ** 2 * p * (1 - p) / e**2
    corrected = unlimited / (1 + (unlimited - 1) / population)

    size = sample_size(population, chosen)

    if population <= least:
        assert size == population
    else:
        assert size == max(least, ceil(corrected))
    assert size <= population


@pytest.mark.parametrize(
    ("population", "published"),
    [
        *((10, 10), (20, 19), (30, 28), (40, 36), (50, 44), (75, 63), (100, 80), (150, 108)),
        *((200, 132), (250, 152), (300, 169), (400, 196), (500, 217), (750, 254), (1000, 278)),
        *((1500, 306), (2000, 322), (3000, 341), (5000, 357), (10_000, 370), (50_000, 381)),
    ],
)
def test_d9_size_as_published_for_another_margin(
    parameters: Parameters, population: int, published: int
) -> None:
    """Krejcie and Morgan (1970), table 1: 95 %, ±5 %, p = 0.5, rounded to the nearest."""
    chosen = replace(parameters, sample_margin_percent=5, sample_minimum=1)

    assert int(explained_size(population, chosen).corrected + Fraction(1, 2)) == published


def test_d9_the_size_for_an_endless_population_as_statsmodels_gives_it(
    parameters: Parameters,
) -> None:
    """statsmodels 0.15.0, samplesize_confint_proportion(0.5, margin, 2 * norm.sf(1.959964))."""
    for margin, size in ((5, "384.14588813"), (10, "96.03647203")):
        chosen = replace(parameters, sample_margin_percent=margin)
        unlimited = explained_size(1000, chosen).unlimited
        assert f"{Decimal(unlimited.numerator) / unlimited.denominator:.8f}" == size


def test_d9_nobody_is_nobody_whatever_the_parameters(parameters: Parameters) -> None:
    """With n₀ = 1 the correction would divide by nothing."""
    one = replace(parameters, confidence_z=Decimal(1), sample_margin_percent=50)

    assert sample_size(0, one) == 0


def test_d9_the_quantile_is_the_schemes(parameters: Parameters) -> None:
    assert sample_size(1000, replace(parameters, confidence_z=Decimal("2.575829"))) == 143


# --- which ones -------------------------------------------------------------------------------


def test_d9_the_key_is_number_newline_and_name_in_nfc() -> None:
    name = unicodedata.normalize("NFD", "Café 有限公司")

    assert customer_key("13812345678", name) == "13812345678\nCafé 有限公司"


def test_d9_the_order_is_by_sha256_of_seed_and_key() -> None:
    """Digests by sha256sum: `printf '7\n13800000000\n甲' | sha256sum` and so on."""
    keys = {name: customer_key(f"1380000000{n}", name) for n, name in enumerate("甲乙丙")}
    digests = {
        name: hashlib.sha256(b"7\n1380000000%d\n%s" % (n, name.encode())).hexdigest()
        for n, name in enumerate("甲乙丙")
    }

    assert digests["甲"].startswith("536f734d7ecb95ab")
    assert drawn_order(7, keys) == sorted("甲乙丙", key=lambda name: digests[name])


@given(st.integers(0, 2**53 - 1), st.integers(0, 60), st.randoms(use_true_random=False))
def test_d9_any_order_of_the_list_gives_the_same_draw(
    seed: int, number: int, chance: Random
) -> None:
    keys = {f"{n:032x}": customer_key(f"138{n:08d}", f"客户{n}") for n in range(number)}
    shuffled = [*keys.items()]
    chance.shuffle(shuffled)

    order = drawn_order(seed, dict(shuffled))

    assert order == drawn_order(seed, keys)
    assert sorted(order) == sorted(keys)


def test_d9_a_customer_who_stands_twice_in_the_list_is_one() -> None:
    once = {"b": "1\n甲", "c": "2\n乙"}

    expected = [{"b": "a"}.get(name, name) for name in drawn_order(1, once)]
    assert drawn_order(1, {"a": "1\n甲", **once}) == expected
    assert drawn_order(1, {**once, "a": "1\n甲"}) == expected


def test_d9_another_seed_draws_others() -> None:
    keys = {f"{n:02d}": f"{n}\n客户" for n in range(40)}

    assert drawn_order(1, keys)[:10] != drawn_order(2, keys)[:10]


# --- who is to be called now ------------------------------------------------------------------


def drawn(people: list[Entity[Customer]], *calls: Entity[Call], size: int) -> DrawnSample:
    body = c.sample(*people, size=size).body
    assert body is not None
    found = {next(h.body.customer for h in call.heads if h.body): call for call in calls}
    return drawn_sample(body, people, found, ATTEMPTS)


def names(*people: Entity[Customer]) -> tuple[str, ...]:
    return tuple(person.id for person in people)


def test_d9_the_first_of_the_order_are_called_the_rest_is_the_reserve() -> None:
    people = c.customers(5)
    found = drawn(people, size=2)

    assert found.order == names(*people)
    assert found.to_call == names(*people[:2])
    assert (found.done, found.is_finished, found.list_changed) == (0, False, False)


@pytest.mark.parametrize("word", ["refused", "wrong_number", "not_a_customer"])
def test_d9_who_cannot_be_asked_makes_way_for_the_next_of_the_reserve(word: str) -> None:
    people = c.customers(4)
    found = drawn(people, c.call(people[0], word), size=2)

    assert found.to_call == names(people[1], people[2])


@pytest.mark.parametrize(("tries", "called_again"), [(1, True), (2, True), (3, False), (4, False)])
def test_d9_three_attempts_then_the_next_of_the_reserve(tries: int, called_again: bool) -> None:
    people = c.customers(3)
    found = drawn(people, c.call(people[0], *["no_answer"] * tries), size=1)

    assert found.to_call == names(people[0] if called_again else people[1])


def test_d9_the_number_of_attempts_is_a_parameter(scheme: Scheme) -> None:
    people = c.customers(2)
    body, once = c.sample(*people, size=1).body, c.call(people[0], "no_answer")
    assert body is not None

    assert drawn_sample(body, people, {people[0].id: once}, 1).to_call == names(people[1])


def test_d9_who_was_tried_least_is_called_first() -> None:
    people = c.customers(3)
    twice, once = c.call(people[0], *["no_answer"] * 2), c.call(people[1], "no_answer")
    found = drawn(people, twice, once, size=3)

    assert found.to_call == names(people[2], people[1], people[0])


def test_d9_an_interview_and_a_denial_fill_their_places() -> None:
    people = c.customers(4)
    found = drawn(people, c.interview(people[0]), c.denial(people[1]), size=2)

    assert (found.to_call, found.done, found.is_finished) == ((), 2, True)


def test_d9_the_reserve_can_be_used_up() -> None:
    people = c.customers(3)
    calls = [c.interview(people[0]), *(c.call(person, "refused") for person in people[1:])]
    found = drawn(people, *calls, size=2)

    assert (found.done, found.size, found.is_finished) == (1, 2, True)


def test_d9_who_was_called_out_of_turn_fills_no_place_yet() -> None:
    people = c.customers(3)
    found = drawn(people, c.interview(people[2]), size=1)
    assert (found.to_call, found.done) == (names(people[0]), 0)

    others = [c.call(person, "refused") for person in people[:2]]
    assert drawn(people, c.interview(people[2]), *others, size=1).is_finished


def test_d9_a_list_that_changed_is_seen() -> None:
    people, duplicate = c.customers(3), c.customer()
    body = c.sample(*people, size=2, rest=[duplicate]).body
    assert body is not None

    assert not drawn_sample(body, [*people, duplicate], {}, ATTEMPTS).list_changed
    assert drawn_sample(body, [*people, duplicate, c.customer()], {}, ATTEMPTS).list_changed
    fewer = drawn_sample(body, [*people[1:], duplicate], {}, ATTEMPTS)
    assert fewer.list_changed
    assert fewer.order == names(*people[1:])
    assert fewer.to_call == names(*people[1:])


def test_attempts_of_two_laptops_are_joined() -> None:
    person = c.customer()
    first = c.attempt("no_answer")
    mine, theirs = c.attempt("no_answer"), c.attempt("no_answer", CHEN)
    body = c.call_body(person, "no_answer")
    torn = entity(*(replace_attempts(body, [first, last]) for last in (mine, theirs)))

    assert not torn.in_conflict
    assert attempts(torn) == (first, mine, theirs)
    assert [a.person for a in attempts(torn)] == [ZHOU, ZHOU, CHEN]
    assert attempts(None) == ()
    twice = [first, mine, first]
    assert attempts(entity(replace_attempts(body, twice))) == tuple(twice)
    both = entity(*(replace_attempts(body, made) for made in (twice, [first, theirs])))
    assert attempts(both) == (first, first, mine, theirs)
    people = [person, c.customer()]
    assert drawn(people, torn, size=1).to_call == names(people[1])


def replace_attempts(body: Call, made: list[Attempt]) -> Call:
    return Call(body.provider, body.customer, made, body.disposition, body.service_real, None, None)


def test_d9_calls_in_conflict_are_open() -> None:
    person = c.customer()
    torn = entity(
        c.call_body(person, "refused"),
        c.call_body(person, "completed", real=True, satisfaction=5),
    )

    assert drawn([person], torn, size=1).to_call == names(person)
