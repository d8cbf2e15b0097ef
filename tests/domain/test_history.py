"""Revisions from outside, derived ids, heads and agreement."""

import hashlib
import json
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator_desktop.domain.bodies import Body, OutcomeRecord, Rating
from evaluator_desktop.domain.history import (
    Entity,
    Head,
    agree,
    conflict_id,
    derived_entity,
    derived_id,
    encode_revision,
    heads_of,
    revision_id,
)
from evaluator_desktop.domain.revision_reading import RevisionError, read_revision
from tests.domain import revision_lines
from tests.domain.revision_lines import DIGEST, EVIDENCE, PROVIDER, fields, line, written


def refused(content: bytes) -> str:
    with pytest.raises(RevisionError) as caught:
        read_revision(content)
    return str(caught.value)


def test_the_id_is_the_sha_256_of_a_tag_and_the_bytes() -> None:
    content = line()

    assert revision_id(content) == (
        hashlib.sha256(b"evaluator-desktop revision 1\n" + content).hexdigest()
    )


@pytest.mark.parametrize("kind", revision_lines.BODIES)
def test_writing_what_was_read_gives_the_same_bytes(kind: str) -> None:
    content = line(kind)

    assert encode_revision(read_revision(content)[0]) == content


@pytest.mark.parametrize("kind", revision_lines.KEYS)
def test_ids_follow_from_the_natural_key(kind: str) -> None:
    if kind == "scheme":
        assert derived_entity("scheme", "ab") == revision_lines.entity_of("scheme", {"round": "ab"})
        return
    revision, body = read_revision(line(kind))
    assert body is not None

    assert (
        derived_id(body) == revision.entity == revision_lines.entity_of(kind, fields(kind)["body"])
    )


def test_keys_of_different_parts_do_not_run_together() -> None:
    assert derived_entity("rating", "ab", "c") != derived_entity("rating", "a", "bc")
    assert derived_entity("rating", "a") != derived_entity("outcome", "a")


def test_the_same_name_in_another_composition_is_the_same_person() -> None:
    assert derived_entity("rating", "é") == derived_entity("rating", "e\u0301")


@pytest.mark.parametrize("kind", sorted(set(revision_lines.KEYS) - {"scheme"}))
def test_an_entity_that_does_not_follow_from_its_key_is_refused(kind: str) -> None:
    assert refused(line(kind, entity="99" * 16))


def test_withdrawn_entities_have_no_body_and_name_what_they_withdraw() -> None:
    revision, body = read_revision(line(body=None, parents=[DIGEST]))

    assert body is None
    assert revision.parents == [DIGEST]
    assert refused(line(body=None, parents=[]))


@pytest.mark.parametrize("kind", ["round", "scheme"])
def test_the_round_and_its_scheme_cannot_be_withdrawn(kind: str) -> None:
    assert refused(line(kind=kind, body=None, parents=[DIGEST]))


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"v": 0},
        {"v": True},
        {"v": "1"},
        {"kind": "colour"},
        {"kind": ""},
        {"kind": None},
        {"entity": EVIDENCE[:-1]},
        {"entity": EVIDENCE.upper()},
        {"parents": [DIGEST, DIGEST]},
        {"parents": ["ff" * 32, DIGEST]},
        {"parents": ["ff"]},
        {"parents": None},
        {"run": "0a"},
        {"run": "0g" * 16},
        {"seq": -1, "prev": DIGEST},
        {"seq": 1},
        {"seq": 0, "prev": DIGEST},
        {"seq": 2**63, "prev": DIGEST},
        {"seq": 2**53, "prev": DIGEST},
        {"seq": 1.0, "prev": DIGEST},
        {"seq": True, "prev": DIGEST},
        {"prev": "ff"},
        {"author": ""},
        {"author": "x" * 201},
        {"author": "周\0明"},
        {"author": None},
        {"device": "x" * 300},
        {"device": None},
        {"at": ""},
        {"at": "yesterday"},
        {"at": "2020-06-01"},
        {"at": "2020-06-01T08:00:00"},
        {"at": "2020-06-01T08:00:00+08:00"},
        {"at": "2020-06-31T08:00:00Z"},
        {"at": "2020-06-01T24:00:00Z"},
        {"at": "9999-12-31T23:59:59Z"},
        {"at": "0001-01-01T00:00:00Z"},
        {"at": "２020-06-01T08:00:00Z"},
        {"action": "x" * 5000},
        {"action": "Delete everything"},
        {"group": "0b"},
        {"surplus": 1},
        {"body": []},
        {"body": "x"},
    ],
)
def test_a_revision_out_of_its_bounds_is_refused(changes: dict[str, Any]) -> None:
    assert refused(line(**changes))


def test_a_skewed_clock_is_believed_to_be_what_it_claims() -> None:
    assert read_revision(line(at="2099-01-01T00:00:00Z"))[0].at == "2099-01-01T00:00:00Z"


@pytest.mark.parametrize("field", fields())
def test_a_missing_field_is_refused(field: str) -> None:
    assert refused(written({name: value for name, value in fields().items() if name != field}))


def spelt(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


_SOUND = line().decode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        spelt(_SOUND + " "),
        spelt(_SOUND + "\n"),
        spelt(" " + _SOUND),
        spelt("\ufeff" + _SOUND),
        spelt(_SOUND + _SOUND),
        spelt(_SOUND.replace(":", ": ", 1)),
        spelt(_SOUND[:-1]),
        spelt(_SOUND.replace('"seq":0', '"seq":0.0')),
        spelt(_SOUND.replace('"seq":0', '"seq":-0')),
        spelt(_SOUND.replace('"seq":0', '"seq":0e0')),
        spelt(_SOUND.replace('"v":1', '"v":1,"v":1')),
        spelt(_SOUND.replace('"value":"80.5"', '"value":"80.5","value":"80.5"')),
        spelt(_SOUND.replace('"value":"80.5"', '"value":"1","value":"80.5"')),
        spelt(_SOUND.replace("周明", "\\u5468\\u660e")),
        spelt(_SOUND.replace("周明", "周\udc00明")),
        spelt(_SOUND.replace("周明", "周\\udc00明")),
        spelt(_SOUND.replace("周明", "周\0明")),
        spelt(_SOUND.replace("周明", "周\n明")),
        spelt(_SOUND.replace("organization.staff", "organization\\/staff")),
        _SOUND.encode("gbk"),
        _SOUND.encode("utf-16"),
        b"[" * 200_000,
        spelt(_SOUND.replace('"body":{', '"body":' + "[" * 200_000 + "{")),
        spelt(json.dumps(fields(), sort_keys=False, separators=(",", ":"), ensure_ascii=False)),
    ],
)
def test_bytes_that_are_not_canonical_are_refused(content: bytes) -> None:
    assert refused(content)


@pytest.mark.parametrize(
    "document",
    [
        {"a": 0.5},
        {"a": 2**53},
        {"a": "\0"},
        {"é": 1},
        {"a": "e\u0301"},
        {
            "a": [
                [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
            ]
        },
    ],
)
def test_free_documents_are_held_to_the_same_form(document: dict[str, Any]) -> None:
    body = {"round": revision_lines.ROUND, "document": document}
    content = {**fields(), "kind": "scheme", "body": body}

    assert refused(written({**content, "entity": revision_lines.entity_of("scheme", body)}))


def test_text_in_another_composition_is_refused() -> None:
    assert refused(written(fields(reason="e\u0301")))
    assert refused(line(author="e\u0301"))
    assert read_revision(written(fields(reason="é\n\u0303")))[1]


@given(st.binary(max_size=40))
def test_no_bytes_get_past_as_anything_but_a_refusal(content: bytes) -> None:
    assert refused(content)


@given(st.integers(0, len(line()) - 1), st.integers(1, 255))
def test_a_changed_byte_is_another_revision_or_none(place: int, change: int) -> None:
    sound = line()
    content = sound[:place] + bytes([sound[place] ^ change]) + sound[place + 1 :]

    try:
        revision, _body = read_revision(content)
    except RevisionError:
        return
    assert encode_revision(revision) == content
    assert revision_id(content) != revision_id(sound)


def rating(value: str, reason: str = "", person: str = "周明") -> Rating:
    return Rating(PROVIDER, "organization.staff", person, value, reason)


def outcome(word: str, note: str = "") -> OutcomeRecord:
    return OutcomeRecord(PROVIDER, EVIDENCE, word, "original", "2020-06-01", "周明", note)


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([], True),
        ([rating("80")], True),
        ([rating("80", "a"), rating("80", "b")], True),
        ([rating("80"), rating("80.5")], False),
        ([rating("80"), None], False),
        ([None, None], True),
        ([outcome("false", "a"), outcome("false", "b")], True),
        ([outcome("false"), outcome("verified")], False),
        ([outcome("false"), outcome("false"), outcome("pending")], False),
    ],
)
def test_heads_agree_when_the_deciding_fields_are_equal(
    bodies: list[Body | None], expected: bool
) -> None:
    for order in permutations(bodies):
        assert agree(order) is expected


def test_an_entity_in_conflict_has_no_body() -> None:
    heads = (Head("aa", "甲", "t", rating("80")), Head("bb", "乙", "t", rating("90")))
    entity = Entity(EVIDENCE, "rating", heads)

    assert entity.in_conflict
    assert entity.body is None
    assert entity.head_ids == ("aa", "bb")


def test_heads_that_agree_are_no_conflict() -> None:
    heads = (Head("aa", "甲", "t", rating("80", "x")), Head("bb", "乙", "t", rating("80", "y")))
    entity = Entity(EVIDENCE, "rating", heads)

    assert not entity.in_conflict
    assert entity.body == rating("80", "x")


@given(st.data())
def test_heads_are_the_maximal_revisions_in_any_order(data: st.DataObject) -> None:
    names = [str(number) for number in range(data.draw(st.integers(0, 8)))]
    edges = {
        name: data.draw(st.sets(st.sampled_from(names[:place]))) if place else set()
        for place, name in enumerate(names)
    }
    order = data.draw(st.permutations(names))

    maximal = {name for name in names if not any(name in parents for parents in edges.values())}
    assert heads_of((name, sorted(edges[name])) for name in order) == maximal


def test_heads_hold_when_the_parent_comes_after_its_child() -> None:
    assert heads_of([("b", ["a"]), ("a", [])]) == {"b"}


def test_a_conflict_is_named_by_exactly_the_heads_shown() -> None:
    assert conflict_id(["b", "a"]) == conflict_id(["a", "b"])
    assert conflict_id(["a", "b"]) != conflict_id(["a", "b", "c"])
    assert len(conflict_id(["a", "b"])) == 16
