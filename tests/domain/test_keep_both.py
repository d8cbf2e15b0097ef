"""Which conflicts can end with both sides, and in what state."""

from typing import Any

import pytest

from evaluator_desktop.domain.bodies import (
    LONGEST_TEXT,
    Assignment,
    Body,
    ClassDecision,
    Evidence,
    OutcomeRecord,
    Person,
    Profile,
    Rating,
    Round,
    ShopPart,
)
from evaluator_desktop.domain.keep_both import both_of

PROVIDER, OTHER, DIGEST = "a" * 32, "b" * 32, "c" * 64


def remarks(text: str | None) -> Profile:
    return Profile(PROVIDER, "remarks", {"text": text})


def file(**changes: Any) -> Evidence:
    fields = {"note": "", "captured_on": None, "removed": False, "reason": ""} | changes
    return Evidence(
        provider=PROVIDER,
        item="i",
        requirement=None,
        name="n",
        digest=DIGEST,
        size=1,
        origin=None,
        **fields,
    )


def assignment(*items: str) -> Assignment:
    return Assignment(PROVIDER, "周明", list(items) or None)


def round_of(*persons: tuple[str, str], name: str = "秋季") -> Round:
    listed = [Person(*person) for person in persons]
    return Round(name, "", "2020-12-31", "2020-01-01", "2020-12-31", listed)


LEAD, ZHOU, CHEN = ("林一帆", "lead"), ("周明", "evaluator"), ("陈静", "evaluator")


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ((remarks("门牌已换"), remarks("周五不在")), remarks("门牌已换\n周五不在")),
        ((remarks("一"), remarks("二"), remarks("三")), remarks("一\n二\n三")),
        ((file(note="缺页"), file(note="已补")), file(note="缺页\n已补")),
        ((assignment("a", "b"), assignment("b", "c")), assignment("a", "b", "c")),
        (
            (round_of(LEAD, ZHOU), round_of(LEAD, CHEN)),
            round_of(LEAD, ZHOU, CHEN),
        ),
    ],
)
def test_both_stand_beside_each_other(sides: tuple[Body, ...], expected: Body) -> None:
    assert both_of(sides) == expected


def outcome(word: str) -> OutcomeRecord:
    return OutcomeRecord(PROVIDER, OTHER, word, "site", "2020-12-01", "周明", "备注")


@pytest.mark.parametrize(
    "sides",
    [
        (remarks("一"), None),
        (remarks("门牌已换"), remarks("门牌已换，周五不在")),
        (remarks("一" * LONGEST_TEXT), remarks("二")),
        (Profile(PROVIDER, "identity", {"name": "一"}), Profile(PROVIDER, "identity", {})),
        (file(note="一", removed=True, reason="重复"), file(note="二")),
        (file(note="一", captured_on="2020-01-01"), file(note="二", captured_on="2020-01-02")),
        (file(captured_on="2020-01-01"), file(captured_on="2020-01-02")),
        (assignment(), assignment("a")),
        (round_of(LEAD, ZHOU, name="春季"), round_of(LEAD, CHEN)),
        (round_of(LEAD, ZHOU), round_of(LEAD, ("周明", "lead"))),
        (Rating(PROVIDER, "i", "周明", "80", "一"), Rating(PROVIDER, "i", "周明", "90", "二")),
        (outcome("verified"), outcome("false")),
        (ShopPart(PROVIDER, "offer", {"products": 1}), ShopPart(PROVIDER, "offer", {})),
        (
            ClassDecision(PROVIDER, "a", True, "一", []),
            ClassDecision(PROVIDER, "b", True, "二", []),
        ),
    ],
)
def test_one_or_the_other(sides: tuple[Body | None, ...]) -> None:
    assert both_of(sides) is None
    assert both_of(sides[::-1]) is None
