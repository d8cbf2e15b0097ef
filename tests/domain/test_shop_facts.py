"""Facts of a shop are whole or refused, with every wrong field named (P12)."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.bodies import ShopPart
from evaluator_desktop.domain.canonical import encode
from evaluator_desktop.domain.shop_facts import (
    COUNT_MAX,
    FACT_PARTS,
    facts_from_parts,
    facts_to_parts,
    parse_facts,
    parse_facts_text,
)
from evaluator_desktop.errors import FactsError
from tests.domain.shop_examples import Facts, empty_shop, worked_example

CUTOFF = date(2020, 12, 31)
COUNTS = ("certificates", "products", "purchases", "replies")
PAIRS = {
    "followers": ("personal", "enterprise"),
    "praise": ("personal", "enterprise"),
    "comments": ("personal", "enterprise"),
    "ratings": ("good", "all"),
}


def refused(raw: object, cutoff: date | None = None) -> list[str]:
    with pytest.raises(FactsError) as caught:
        parse_facts(raw, cutoff)
    assert all(problem.message for problem in caught.value.details)
    return [problem.field for problem in caught.value.details]


def totals(days: Any, streaks: Any, **changes: Any) -> Facts:
    return worked_example(login_dates=None, login_days=days, login_streaks=streaks, **changes)


def test_the_example_of_the_rules_is_read() -> None:
    facts = parse_facts(worked_example())
    assert (facts.cutoff, facts.registered_on) == (CUTOFF, date(2008, 6, 15))
    assert (facts.has_introduction, facts.has_website, facts.is_decorated) == (True, True, True)
    assert (facts.certificates, facts.products, facts.purchases, facts.replies) == (26, 18, 120, 50)
    assert (facts.followers.personal, facts.followers.enterprise) == (40, 65)
    assert (facts.praise.personal, facts.praise.enterprise) == (20, 70)
    assert (facts.comments.personal, facts.comments.enterprise) == (15, 60)
    assert (facts.ratings.good, facts.ratings.all) == (90, 95)
    assert facts.login_dates is not None
    assert len(facts.login_dates) == 45
    assert (facts.login_days, facts.login_streaks) == (None, None)


def test_p12_totals_may_stand_for_dates() -> None:
    facts = parse_facts(totals(45, 3))
    assert (facts.login_dates, facts.login_days, facts.login_streaks) == (None, 45, 3)


def test_p5_a_date_given_twice_is_one_day_and_dates_have_no_order() -> None:
    facts = parse_facts(worked_example(login_dates=["2020-03-02", "2020-03-01", "2020-03-02"]))
    assert facts.login_dates == (date(2020, 3, 1), date(2020, 3, 2))


# --- P12: bad input ------------------------------------------------------------------------------

BAD_COUNTS = [-1, 1.5, 2.0, True, False, "3", "three", None, [], {}, COUNT_MAX + 1]
BAD_FLAGS = [0, 1, "true", None, [], 1.0]
BAD_DAYS = ["2020-02-30", "2019-02-29", "2020-13-01", "2020-1-1", "20200101", "2020-W01-1"]
BAD_DAYS += ["2020-01-01T00:00", " 2020-01-01", "２０２０-01-01", "0000-01-01", "yesterday", ""]


@pytest.mark.parametrize("bad", BAD_COUNTS, ids=repr)
def test_p12_a_bad_count_is_refused_by_name(bad: object) -> None:
    for field in COUNTS:
        raw = worked_example()
        raw[field] = bad
        assert refused(raw) == [field]
    for field, keys in PAIRS.items():
        for key in keys:
            raw = worked_example()
            raw[field] = {**raw[field], key: bad}
            assert refused(raw) == [f"{field}.{key}"]
    for field in ("login_days", "login_streaks"):
        raw = totals(45, 3)
        raw[field] = bad
        assert refused(raw) == [field]


@pytest.mark.parametrize("bad", BAD_FLAGS, ids=repr)
@pytest.mark.parametrize("field", ["has_introduction", "has_website", "is_decorated"])
def test_p12_a_bad_flag_is_refused_by_name(field: str, bad: object) -> None:
    raw = worked_example()
    raw[field] = bad
    assert refused(raw) == [field]


@pytest.mark.parametrize("bad", [*BAD_DAYS, 20200101, None, True, [], 1.0], ids=repr)
def test_p12_a_day_that_does_not_exist_is_refused_by_name(bad: object) -> None:
    for field in ("registered_on", "cutoff"):
        raw = worked_example()
        raw[field] = bad
        assert refused(raw) == [field]
    assert refused(worked_example(login_dates=["2020-01-01", bad])) == ["login_dates[1]"]


@pytest.mark.parametrize("bad", ["2020-01-01", {}, 45, True], ids=repr)
def test_p12_login_dates_are_a_list(bad: object) -> None:
    assert refused(worked_example(login_dates=bad)) == ["login_dates"]


def test_p12_login_dates_have_a_bound() -> None:
    assert refused(worked_example(login_dates=["2020-01-01"] * 100_001)) == ["login_dates"]
    assert parse_facts(worked_example(login_dates=["2020-01-01"] * 100_000)).login_dates == (
        date(2020, 1, 1),
    )


@pytest.mark.parametrize("field", sorted(worked_example()))
def test_p12_a_missing_key_is_refused_by_name(field: str) -> None:
    assert refused(worked_example(**{field: None})) == [field]


@pytest.mark.parametrize("field", sorted(PAIRS))
def test_p12_a_missing_inner_key_is_refused_by_name(field: str) -> None:
    first, second = PAIRS[field]
    raw = worked_example()
    del raw[field][first]
    assert refused(raw) == [f"{field}.{first}"]
    assert refused(worked_example(**{field: 5})) == [field]
    assert refused(worked_example(**{field: {first: 0, second: 0, "x": 1}})) == [f"{field}.x"]


def test_p12_an_unknown_key_is_refused_by_name() -> None:
    assert refused(worked_example(login_date=["2020-01-01"])) == ["login_date"]


@pytest.mark.parametrize("field", ["login_days", "login_streaks"])
def test_p12_one_total_alone_is_not_enough(field: str) -> None:
    raw = totals(45, 3)
    del raw[field]
    assert refused(raw) == [field]


def test_p12_dates_and_totals_at_once_are_refused() -> None:
    assert refused(worked_example(login_days=45, login_streaks=3)) == ["login_dates"]
    assert refused(worked_example(login_days=45)) == ["login_dates"]


def test_p12_more_full_tens_than_days_are_refused() -> None:
    assert refused(totals(29, 3)) == ["login_streaks"]
    assert parse_facts(totals(30, 3)).login_streaks == 3
    assert parse_facts(totals(0, 0)).login_days == 0


def test_p12_more_good_ratings_than_ratings_are_refused() -> None:
    assert refused(worked_example(ratings={"good": 96, "all": 95})) == ["ratings.good"]
    assert parse_facts(worked_example(ratings={"good": 95, "all": 95})).ratings.good == 95


def test_p12_a_login_after_the_cutoff_is_refused_with_its_place() -> None:
    dates = ["2020-12-31", "2021-01-01", "2020-05-05", "2022-02-02"]
    assert refused(worked_example(login_dates=dates)) == ["login_dates[1]", "login_dates[3]"]


def test_p2_a_registration_after_the_cutoff_is_refused() -> None:
    assert refused(worked_example(registered_on="2021-01-01")) == ["registered_on"]
    assert parse_facts(worked_example(registered_on="2020-12-31")).registered_on == CUTOFF


def test_p12_all_wrong_fields_are_named_at_once() -> None:
    raw = worked_example(
        products=-1,
        has_website="yes",
        praise={"personal": 1},
        ratings={"good": 2, "all": 1},
        registered_on="2021-06-01",
        login_dates=["2020-02-30", "x"],
        followers=None,
        colour="red",
    )
    assert sorted(refused(raw)) == [
        *("colour", "followers", "has_website", "login_dates[0]", "login_dates[1]"),
        *("praise.enterprise", "products", "ratings.good", "registered_on"),
    ]


@pytest.mark.parametrize("raw", [None, [], "facts", 1, True], ids=repr)
def test_p12_what_is_no_object_is_refused(raw: object) -> None:
    assert refused(raw) == [""]


def test_the_sentence_names_the_field_and_the_mend(english: None) -> None:
    with pytest.raises(FactsError) as caught:
        parse_facts(worked_example(products=True))
    assert str(caught.value) == (
        "The facts of the shop cannot be used: products: Write a whole number from 0 to 1000000000."
    )


# --- P12: the cut-off belongs to the round -------------------------------------------------------


def test_p12_the_cutoff_may_be_left_to_the_round() -> None:
    raw = worked_example(cutoff=None)
    assert parse_facts(raw, CUTOFF) == parse_facts(worked_example())
    assert parse_facts(worked_example(), CUTOFF).cutoff == CUTOFF
    assert refused(raw) == ["cutoff"]


def test_p12_another_cutoff_than_the_rounds_is_refused() -> None:
    assert refused(worked_example(), date(2021, 12, 31)) == ["cutoff"]


def test_p12_days_are_compared_with_the_rounds_cutoff() -> None:
    raw = worked_example(cutoff=None, login_dates=["2020-12-31"])
    assert refused(raw, date(2020, 12, 30)) == ["login_dates[0]"]


# --- JSON ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order-mark"])
def test_json_text_is_read(mark: bytes) -> None:
    data = mark + json.dumps(worked_example()).encode()
    assert parse_facts(parse_facts_text(data)) == parse_facts(worked_example())


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"{'a': 1}", b"[1,]", "{}".encode("utf-16"), b'{"a": "\xff"}', b"[" * 100_000],
    ids=["empty", "open", "quotes", "comma", "utf-16", "not-utf-8", "nested-without-end"],
)
def test_p12_what_is_not_json_is_refused(data: bytes) -> None:
    with pytest.raises(FactsError) as caught:
        parse_facts_text(data)
    assert [problem.field for problem in caught.value.details] == [""]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('"products": 18', '"products": 18, "products": 18', "products"),
        ('"good": 90', '"good": 90, "good": 80', "ratings.good"),
        ('"cutoff"', '"colour": 1, "colour": 2, "cutoff"', "colour"),
    ],
)
def test_p12_a_key_given_twice_is_refused_by_name(old: str, new: str, field: str) -> None:
    text = json.dumps(worked_example())
    assert old in text
    fields = refused(parse_facts_text(text.replace(old, new).encode()))
    assert set(fields) == {field}


@pytest.mark.parametrize("number", ["18.0", "1e1", "9" * 5000, "-" + "9" * 5000, "NaN", "1e999"])
def test_p12_a_number_that_is_no_count_is_refused_by_name(number: str) -> None:
    text = json.dumps(worked_example()).replace('"products": 18', f'"products": {number}')
    assert refused(parse_facts_text(text.encode())) == ["products"]


def test_p12_a_broken_entry_spoils_no_other() -> None:
    good = json.dumps(worked_example())
    raw = parse_facts_text(f'[{good}, {{"a": 1, "a": 2}}, {good}]'.encode())
    assert isinstance(raw, list)
    assert parse_facts(raw[0]) == parse_facts(raw[2])
    assert "a" in refused(raw[1])


# --- parts ---------------------------------------------------------------------------------------

counts = st.integers(0, COUNT_MAX)
days_before = st.integers(0, 20_000).map(lambda n: str(CUTOFF - timedelta(days=n)))
users = st.fixed_dictionaries({"personal": counts, "enterprise": counts})
some_facts = st.fixed_dictionaries(
    {
        "registered_on": days_before,
        "has_introduction": st.booleans(),
        "has_website": st.booleans(),
        "is_decorated": st.booleans(),
        **dict.fromkeys(COUNTS, counts),
        **dict.fromkeys(("followers", "praise", "comments"), users),
        "ratings": counts.flatmap(
            lambda n: st.fixed_dictionaries({"good": st.integers(0, n), "all": st.just(n)})
        ),
    }
)
some_logins = st.one_of(
    st.fixed_dictionaries({"login_dates": st.lists(days_before, max_size=40)}),
    counts.flatmap(
        lambda n: st.fixed_dictionaries(
            {"login_days": st.just(n), "login_streaks": st.integers(0, n // 10)}
        )
    ),
)


@given(some_facts, some_logins)
@settings(deadline=None)
def test_facts_survive_their_parts_and_the_history(facts: Facts, logins: Facts) -> None:
    read = parse_facts(facts | logins, CUTOFF)
    parts = facts_to_parts(read)
    assert facts_from_parts(parts, CUTOFF) == read
    for part, values in parts.items():
        encode(ShopPart("0" * 32, part, values))  # no float, nothing too large
        assert set(values) <= set(FACT_PARTS[part])


def test_parts_hold_every_field_once_and_no_cutoff() -> None:
    parts = facts_to_parts(parse_facts(worked_example()))
    assert list(parts) == list(FACT_PARTS)
    written = {field: value for values in parts.values() for field, value in values.items()}
    assert written == worked_example(cutoff=None)
    assert sum(map(len, parts.values())) == len(written)


def test_parts_with_totals_hold_no_dates() -> None:
    parts = facts_to_parts(parse_facts(totals(45, 3)))
    assert parts["logins"] == {"login_days": 45, "login_streaks": 3}


def test_a_part_that_is_missing_is_refused_by_its_fields() -> None:
    parts = facts_to_parts(parse_facts(empty_shop()))
    del parts["offer"]
    with pytest.raises(FactsError) as caught:
        facts_from_parts(parts, CUTOFF)
    assert {problem.field for problem in caught.value.details} == {"products", "is_decorated"}
