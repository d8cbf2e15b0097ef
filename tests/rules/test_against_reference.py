"""Points, tiers, streaks, scores, samples and rates agree with the rules written once more."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.domain.ranking import ranks
from evaluator_desktop.domain.sampling import customer_key, drawn_order, sample_size
from evaluator_desktop.domain.satisfaction import satisfaction
from evaluator_desktop.domain.scheme import Measure, Scheme
from evaluator_desktop.domain.scoring import printed
from tests.domain.customers import call_body, customer
from tests.domain.records import CHEN, LIN, ROUND, ZHOU, consensus, entity, rating, record
from tests.domain.shop_examples import ledger_of, with_parameters
from tests.rules import reference

CUTOFF = date(2020, 12, 31)
PEOPLE = (ZHOU, CHEN, LIN)
AVERAGE = settings(max_examples=60, deadline=None)

counts = st.integers(0, 400)
users = st.fixed_dictionaries({"personal": counts, "enterprise": counts})
days_before = st.builds(lambda n: str(CUTOFF - timedelta(days=n)), st.integers(0, 120))
shops = st.fixed_dictionaries(
    {
        "cutoff": st.just(str(CUTOFF)),
        "registered_on": st.dates(date(2007, 1, 1), CUTOFF).map(str)
        | st.sampled_from(["2008-02-29", "2012-02-29", "2019-12-31", "2020-01-01"]),
        **dict.fromkeys(("has_introduction", "has_website", "is_decorated"), st.booleans()),
        **dict.fromkeys(("certificates", "products", "purchases", "replies"), counts),
        **dict.fromkeys(("followers", "praise", "comments"), users),
        "login_dates": st.lists(days_before, max_size=100),
        "ratings": st.tuples(counts, counts).map(lambda n: {"good": min(n), "all": max(n)}),
    }
)


@AVERAGE
@given(shops)
def test_p2_p3_p4_p5_p6_p7_p8_p9_p10_any_shop(scheme: Scheme, facts: dict[str, Any]) -> None:
    ledger = ledger_of(scheme, facts)

    assert [line.points for line in ledger.lines] == reference.shop_points(facts)
    assert ledger.total == sum(reference.shop_points(facts))
    found = (ledger.tier, ledger.next_tier, ledger.points_to_next)
    assert found == reference.tier(ledger.total)


@AVERAGE
@given(st.lists(st.integers(0, 60), max_size=60, unique=True))
@example(list(range(10)))
@example([*range(9), *range(10, 19)])
@example(list(range(20)))
def test_p5_p6_any_runs_of_logins(scheme: Scheme, numbers: list[int]) -> None:
    days = [CUTOFF - timedelta(days=n) for n in numbers]
    facts = {**SMALL, "login_dates": [str(day) for day in days]}

    lines = {line.rule.measure: line.points for line in ledger_of(scheme, facts).lines}

    assert (lines[Measure.LOGIN_DAYS], lines[Measure.LOGIN_STREAKS]) == reference.login_points(days)


def test_p6_the_runs_that_rules_md_works_out() -> None:
    for lengths, points in (((9,), 9), ((10,), 15), ((19,), 24), ((20,), 30), ((9, 9), 18)):
        assert sum(reference.login_points(runs(*lengths))) == points
    assert sum(reference.login_points(runs(365))) == 545


def runs(*lengths: int) -> list[date]:
    days, first = [], date(2019, 1, 1)
    for length in lengths:
        days += [first + timedelta(days=n) for n in range(length)]
        first += timedelta(days=length + 1)
    return days


@AVERAGE
@given(
    st.integers(0, 90_000)
    | st.sampled_from([low + n for _, low in reference.TIERS for n in (-1, 0)])
)
def test_p1_any_total_has_the_tier_that_is_printed(scheme: Scheme, total: int) -> None:
    tens, ones = divmod(total, 10)
    facts = {**SMALL, "purchases": tens, "comments": {"personal": ones, "enterprise": 0}}

    ledger = ledger_of(scheme, facts)

    assert ledger.total == total
    assert (ledger.tier, ledger.next_tier, ledger.points_to_next) == reference.tier(total)


NOBODY = {"personal": 0, "enterprise": 0}
SMALL: dict[str, Any] = {
    "cutoff": str(CUTOFF),
    "registered_on": str(CUTOFF),
    **dict.fromkeys(("has_introduction", "has_website", "is_decorated"), False),
    **dict.fromkeys(("certificates", "products", "purchases", "replies"), 0),
    **dict.fromkeys(("followers", "praise", "comments"), NOBODY),
    "login_dates": [],
    "ratings": {"good": 0, "all": 0},
}


# --- the score -----------------------------------------------------------------------------------

numbers = st.integers(0, 1000).map(lambda n: f"{n // 10}.{n % 10}".removesuffix(".0"))
near = st.integers(780, 860).map(lambda n: f"{n // 10}.{n % 10}".removesuffix(".0"))
opinions = st.lists(near | near | numbers | st.sampled_from(["na", "na", "na?"]), max_size=3)
consensuses = st.none() | st.none() | numbers | st.just("na")


@AVERAGE
@given(st.lists(st.tuples(opinions, consensuses), min_size=15, max_size=15), st.booleans())
def test_d1_d3_d10_any_ratings(
    shipped: dict[str, Any], rated: list[tuple[list[str], str | None]], lose: bool
) -> None:
    check_score(shipped, rated, lose=lose)


complete = st.one_of(near, near, st.just("na")).map(lambda value: ([value], None))


@AVERAGE
@given(st.lists(complete, min_size=15, max_size=15), st.booleans())
def test_d1_d2_d3_complete_ratings_and_the_printed_total(
    shipped: dict[str, Any], rated: list[tuple[list[str], str | None]], lose: bool
) -> None:
    check_score(shipped, rated, lose=lose)


def opined(value: str, person: str, item: str) -> Rating:
    """A rating with its reason, where it is not the one without: "na?"."""
    reason = "" if value == reference.UNEXPLAINED else "无此业务"
    return rating(value.removesuffix("?"), person, item, reason)


def check_score(
    shipped: dict[str, Any], rated: list[tuple[list[str], str | None]], *, lose: bool
) -> None:
    scheme = with_parameters(shipped, not_applicable="lose" if lose else "renormalise")
    entities = []
    for item, (opinion, agreed) in zip(scheme.items, rated, strict=True):
        own = [entity(opined(v, p, item.id)) for v, p in zip(opinion, PEOPLE, strict=False)]
        entities += own
        if agreed is not None and own:
            entities.append(entity(consensus(agreed, *own, item=item.id)))
    tree = {d.id: {i.id: i.weight_bp or 0 for i in d.items} for d in scheme.dimensions}
    values = {
        item.id: reference.counted(opinion, agreed, 5)
        for item, (opinion, agreed) in zip(scheme.items, rated, strict=True)
    }

    found = assess(record(*entities), scheme, ROUND)

    expected = reference.total(tree, values, lose=lose)
    assert found.sheet.total == expected
    assert found.score == (None if expected is None else reference.half_up(expected))
    for line in found.items:
        value = values[line.item.id]
        assert line.rating.value == (None if value == "na" else value)


@AVERAGE
@given(
    st.fractions(0, 100, max_denominator=100_000)
    | st.integers(0, 20_000).map(lambda n: Fraction(n, 200))
)
def test_d2_any_number_is_printed_half_up(value: Fraction) -> None:
    assert printed(value) == reference.half_up(value)


@AVERAGE
@given(st.lists(st.integers(0, 12), max_size=12))
def test_d11_any_ranks(totals: list[int]) -> None:
    names = {str(n): f"{total}.00" for n, total in enumerate(totals)}

    found = ranks(names)

    expected = reference.ranks([Fraction(total) for total in totals])
    assert [found[name].place for name in names] == expected


# --- customers -----------------------------------------------------------------------------------


def test_d9_every_size_up_to_2000(scheme: Scheme) -> None:
    sizes = [sample_size(n, scheme.parameters) for n in range(2000)]

    assert sizes == [reference.sample_size(n) for n in range(2000)]
    assert (sizes[100], sizes[300], sizes[1000]) == (50, 73, 88)


names = st.text(alphabet="甲乙丙丁戊", min_size=1, max_size=3)
lists = st.lists(
    st.tuples(st.integers(0, 30).map(lambda n: f"138000000{n:02d}"), names), max_size=30
)


@AVERAGE
@given(lists, st.integers(0, 2**53 - 1), st.randoms(use_true_random=False))
def test_d9_anyone_draws_the_same_names_from_any_order(
    people: list[tuple[str, str]], seed: int, shuffled: Any
) -> None:
    ids = {f"{n:032x}": person for n, person in enumerate(people)}
    mixed = list(ids.items())
    shuffled.shuffle(mixed)

    order = drawn_order(seed, {i: customer_key(*person) for i, person in mixed})

    assert [ids[i] for i in order] == reference.drawn(seed, people)


dispositions = st.sampled_from(
    ["completed", "no_answer", "refused", "wrong_number", "not_a_customer"]
)
answers = st.fixed_dictionaries(
    {
        "disposition": dispositions,
        "service_real": st.none() | st.booleans(),
        "satisfaction": st.none() | st.integers(1, 5),
    }
)


@AVERAGE
@given(st.lists(answers, max_size=40))
def test_d7_d8_any_answers_even_such_as_do_not_fit(
    scheme: Scheme, given_answers: list[dict[str, Any]]
) -> None:
    bodies = [
        call_body(
            customer(), a["disposition"], real=a["service_real"], satisfaction=a["satisfaction"]
        )
        for a in given_answers
    ]

    found = satisfaction(bodies, scheme.parameters)

    sure = [a for a in given_answers if a["service_real"] is not None]  # else it is not confirmed
    assert (found.satisfied, found.completed, found.denied) == reference.satisfaction(sure)
