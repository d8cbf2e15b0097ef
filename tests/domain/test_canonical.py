"""RFC 8785 as far as the history needs it: one value, one spelling."""

import json
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.canonical import NotCanonicalError

# Letters of escapes beside marks that join letters: what a careless normalisation confuses.
_TRICKY = st.text('nrtbfu01\n\r\t\b\f\x01"\\\u0303\u030c\u0301é<\u0338', max_size=8)
_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | _TRICKY
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical.LARGEST_INT, canonical.LARGEST_INT) | _TEXT,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcXYZ_09", max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def normal(value: Any) -> Any:
    """The same value with every text in NFC, by the standard library alone."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [normal(inner) for inner in value]
    if isinstance(value, dict):
        return {key: normal(inner) for key, inner in value.items()}
    return value


@given(_VALUES)
def test_the_bytes_are_those_of_an_independent_writer(value: Any) -> None:
    # Python's own writer spells text as RFC 8785 does but for the five short escapes it shares.
    independent = json.dumps(
        normal(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )

    assert canonical.encode(value) == independent.encode()


@given(_VALUES)
def test_writing_what_was_read_gives_the_same_bytes(value: Any) -> None:
    encoded = canonical.encode(value)

    assert json.loads(encoded) == normal(value)
    assert canonical.encode(json.loads(encoded)) == encoded


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"b": 1, "a": 2, "B": 3, "_": 4}, '{"B":3,"_":4,"a":2,"b":1}'),
        ([True, False, None, -0, -7], "[true,false,null,0,-7]"),
        ("\x01\x08\t\n\x0b\x0c\r\x1f", r'"\u0001\b\t\n\u000b\f\r\u001f"'),
        ('"\\/\x7f\u2028€😂', '"\\"\\\\/\x7f\u2028€😂"'),
        ({"a": {}, "b": [[]]}, '{"a":{},"b":[[]]}'),
    ],
)
def test_spelling_of_rfc_8785(value: object, expected: str) -> None:
    assert canonical.encode(value) == expected.encode()


def test_text_is_in_nfc() -> None:
    assert canonical.encode("re\u0301sume\u0301") == '"résumé"'.encode()


@pytest.mark.parametrize(
    "text", ["line\n\u0303next", "tab\t\u030c", "\x1f\u0307", '"\u0301', "\\\u0338"]
)
def test_a_mark_after_an_escaped_sign_stays_apart_from_the_escape(text: str) -> None:
    assert json.loads(canonical.encode(text)) == text


def test_a_frozen_body_is_spelt_as_its_fields() -> None:
    class Body(msgspec.Struct, frozen=True):
        name: str
        count: int
        nothing: None = None

    assert canonical.encode(Body("n", 3)) == b'{"count":3,"name":"n","nothing":null}'


@pytest.mark.parametrize("number", [2**53, -(2**53), 2**64, 10**30])
def test_numbers_that_other_readers_would_round_are_refused(number: int) -> None:
    assert canonical.encode([number // abs(number) * (2**53 - 1)])
    with pytest.raises(NotCanonicalError, match=str(number)):
        canonical.encode([number])


@pytest.mark.parametrize("value", [0.5, 1.0, float("nan"), float("inf"), {"a": [2.5]}])
def test_floats_are_refused(value: object) -> None:
    with pytest.raises(NotCanonicalError):
        canonical.encode(value)


@pytest.mark.parametrize("value", [b"x", Decimal("1.5"), date(2020, 1, 1), object()])
def test_what_json_has_no_word_for_is_refused(value: object) -> None:
    with pytest.raises((NotCanonicalError, TypeError)):
        canonical.encode({"a": value})


@pytest.mark.parametrize("value", ["\0", ["a\0b"], {"a": "\0"}])
def test_nul_is_refused(value: object) -> None:
    with pytest.raises(NotCanonicalError, match="NUL"):
        canonical.encode(value)


@pytest.mark.parametrize("value", ["\ud800", ["a\udfff"], {"a": "\udc00x"}])
def test_lone_surrogates_are_refused(value: object) -> None:
    with pytest.raises(NotCanonicalError):
        canonical.encode(value)


@pytest.mark.parametrize("value", [{"é": 1}, {1: 2}, {None: 1}])
def test_keys_are_ascii_text(value: object) -> None:
    with pytest.raises(NotCanonicalError):
        canonical.encode(value)


@pytest.mark.parametrize("depth", [33, 100, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    value: Any = 1
    for _ in range(depth):
        value = [value]

    with pytest.raises(NotCanonicalError):
        canonical.encode(value)


def test_moderate_nesting_is_taken() -> None:
    value: Any = 1
    for _ in range(30):
        value = {"a": value}

    assert canonical.encode(value).count(b"a") == 30


def test_digest_is_sha_256_of_the_bytes() -> None:
    # sha256 of {"a":1}
    assert (
        canonical.digest({"a": 1})
        == "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"
    )
