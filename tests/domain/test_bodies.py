"""Bodies from outside: types, bounds and words, refused before anything is believed."""

from typing import Any

import pytest

from evaluator_desktop.domain.bodies import BODIES, PROFILE_PARTS, personal_of, provider_of
from evaluator_desktop.domain.revision_reading import RevisionError, read_revision
from tests.domain import revision_lines
from tests.domain.revision_lines import DIGEST, EVIDENCE, KEYS, PROVIDER, fields, line, written


def read_body(kind: str, **body: Any) -> Any:
    return read_revision(written(fields(kind, **body)))[1]


@pytest.mark.parametrize("kind", revision_lines.BODIES)
def test_a_sound_body_of_every_kind_is_read(kind: str) -> None:
    revision, body = read_revision(line(kind))

    assert revision.kind == kind
    assert isinstance(body, BODIES[kind])
    assert provider_of(EVIDENCE, body) == (
        None if kind in ("round", "purge") else EVIDENCE if kind == "provider" else PROVIDER
    )


def test_every_kind_has_a_sound_body_here() -> None:
    assert set(revision_lines.BODIES) | {"scheme"} == set(BODIES)


@pytest.mark.parametrize("kind", BODIES)
def test_ids_are_derived_wherever_two_people_could_make_the_same_thing(kind: str) -> None:
    assert BODIES[kind].key == KEYS.get(kind, ())


@pytest.mark.parametrize(
    ("kind", "deciding"),
    [
        ("outcome", ("outcome",)),
        ("rating", ("value",)),
        ("call", ("disposition", "service_real", "satisfaction")),
        *((kind, ()) for kind in ("evidence", "profile", "shop_facts", "consensus", "lock")),
    ],
)
def test_deciding_fields(kind: str, deciding: tuple[str, ...]) -> None:
    assert BODIES[kind].deciding == deciding


@pytest.mark.parametrize(
    ("kind", "field", "values"),
    [
        ("outcome", "outcome", ("pending", "verified", "partly_verified", "unverifiable", "false")),
        ("outcome", "method", ("original", "site", "phone", "online", "system")),
        ("rating", "value", ("0", "0.1", "9.9", "10", "80", "99.9", "100", "na")),
        ("consensus", "value", ("0", "80.5", "100", "na")),
        ("call", "satisfaction", (1, 5)),
        ("sample", "seed", ("0", "7", "9007199254740991")),
        ("sample", "size", (0, 9)),
        ("round", "cutoff", ("2020-02-29", "2000-02-29", "1999-12-31")),
        ("evidence", "captured_on", (None, "2020-02-29")),
        ("evidence", "size", (0, 2**53 - 1)),
    ],
)
def test_words_and_bounds_that_are_taken(kind: str, field: str, values: tuple[Any, ...]) -> None:
    for value in values:
        assert getattr(read_body(kind, **{field: value}), field) == value


_NO_DAYS = ("2020-02-30", "2019-02-29", "2020-13-01", "2020-1-1", "20200101", "2020-01-01\n", "",
            "２０２０-01-01", "0000-01-01", "2020-01-01T00:00:00Z")  # fmt: skip
_NO_RATINGS = ("80.0", "080", "100.5", "101", "-1", "+5", "80.55", "8O", "８０", "8２", ".5", "5.",
               "NA", "", " 80", "80\n", "1e1")  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "field", "values"),
    [
        ("outcome", "outcome", ("", "Verified", "unknown", "true", "verified\n", None, 1)),
        ("outcome", "method", ("", "email", None)),
        ("outcome", "on", _NO_DAYS),
        ("outcome", "evidence", ("", "x", "AB" * 16, "ab" * 15, "ab" * 16 + "\n")),
        ("outcome", "evaluator", ("", "x" * 201, None)),
        ("evidence", "captured_on", _NO_DAYS),
        ("evidence", "size", (-1, 2**53, 1.0, True, "5", None)),
        ("evidence", "digest", ("", DIGEST[:-1], DIGEST.upper().replace("1", "A"), None)),
        ("evidence", "name", ("x" * 20_001, None, 1)),
        ("evidence", "note", ("x" * 30_000,)),
        ("evidence", "removed", (1, "true", None)),
        ("rating", "value", (*_NO_RATINGS, 80, None)),
        ("rating", "reason", ("x" * 20_001, None)),
        ("rating", "item", ("", "x" * 201)),
        ("consensus", "value", _NO_RATINGS),
        ("consensus", "covers", (["x"], [DIGEST[:-2]], DIGEST)),
        ("round", "cutoff", _NO_DAYS),
        ("round", "period_start", _NO_DAYS),
        ("round", "period_end", _NO_DAYS),
        ("round", "persons", ([{"name": "周明", "role": "boss"}], [{"name": "周明"}], [{}])),
        ("lock", "version", (-1, 0.5, "1")),
        ("call", "disposition", ("", "busy", None)),
        ("call", "satisfaction", (0, 6, True, "5", None)),
        ("call", "service_real", (None, False, 1, "yes")),
        ("sample", "seed", ("", "07", "-1", "1.5", "７", "1\n", "x", "1" * 17, 1, None)),
        ("sample", "size", (-1, 10)),
        (
            "call",
            "attempts",
            (
                [{"at": "2020-06-01T08:00:00Z", "person": "周明", "disposition": "busy"}],
                [{"at": "yesterday", "person": "周明", "disposition": "no_answer"}],
            ),
        ),
        ("resolution", "conflict", ("", "0123456789ABCDEF", "0123456789abcdef0")),
        ("provider", "code", ("x" * 33, 1)),
        ("profile", "part", ("", "identity2", "contacts")),
        (
            "profile",
            "values",
            (
                {},
                {"name": "x", "is_law_firm": False},
                {"name": "x", "is_law_firm": False, "address": None, "colour": "red"},
                {"name": "x" * 20_001, "is_law_firm": False, "address": None},
                {"name": 5, "is_law_firm": False, "address": None},
                {"name": True, "is_law_firm": False, "address": None},
                {"name": "x", "is_law_firm": "yes", "address": None},
            ),
        ),
        ("shop_facts", "part", ("", "shop", "company")),
        ("alias", "other", ("0" * 32, PROVIDER)),
        ("shop_facts", "values", ({"sales": 1}, {"products": 0.5}, {"products": 2**53})),
    ],
)
def test_what_is_refused(kind: str, field: str, values: tuple[Any, ...]) -> None:
    for value in values:
        with pytest.raises(RevisionError):
            pytest.fail(f"taken: {read_body(kind, **{field: value})}")


@pytest.mark.parametrize("kind", revision_lines.BODIES)
def test_a_field_that_is_missing_or_unknown_is_refused(kind: str) -> None:
    with pytest.raises(RevisionError):
        read_body(kind, surplus=1)
    sound = fields(kind)
    for field in sound["body"]:
        rest = {name: value for name, value in sound["body"].items() if name != field}
        with pytest.raises(RevisionError):
            read_revision(written({**sound, "body": rest}))


@pytest.mark.parametrize("word", ["no_answer", "refused", "wrong_number", "not_a_customer"])
def test_who_was_not_reached_said_nothing(word: str) -> None:
    body = read_body("call", disposition=word, service_real=None, satisfaction=None)

    assert getattr(body, "disposition", None) == word
    with pytest.raises(RevisionError):
        read_body("call", disposition=word)


def test_a_contact_is_named_by_digest_and_never_stands_in_the_profile() -> None:
    assert PROFILE_PARTS["contacts"] == ("person",)
    body = read_body("profile", part="contacts", values={"person": DIGEST})

    assert personal_of(body) == (DIGEST,)
    with pytest.raises(RevisionError):
        read_body("profile", part="contacts", values={"person": "周明 13812345678"})


def test_personal_objects_of_customers_and_calls() -> None:
    assert personal_of(read_body("customer")) == (DIGEST,)
    assert personal_of(read_body("customer", personal=None)) == ()
    assert personal_of(read_body("call", words=DIGEST)) == (DIGEST,)
    assert personal_of(read_body("rating")) == ()
    assert personal_of(None) == ()


def test_a_scheme_that_could_not_be_loaded_is_refused(shipped: dict[str, Any]) -> None:
    whole = {**fields("rating"), "kind": "scheme"}
    body = {"round": revision_lines.ROUND, "document": shipped}
    entity = revision_lines.entity_of("scheme", body)
    assert read_revision(written({**whole, "entity": entity, "body": body}))[1]

    for document in ({}, {**shipped, "surplus": 1}, {**shipped, "dimensions": []}):
        with pytest.raises(RevisionError):
            read_revision(
                written({**whole, "entity": entity, "body": {**body, "document": document}})
            )
