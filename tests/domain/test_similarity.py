"""Which two providers a person is asked about."""

import pytest

from evaluator_desktop.domain.credit_code import check_digit
from evaluator_desktop.domain.similarity import (
    LIKENESS_NAMES,
    Likeness,
    Named,
    SimilarNames,
    likeness,
    similar_pairs,
)

NO_PAIRS: list[object] = []


def code(number: int, area: str = "310000") -> str:
    """A good credit code."""
    first = f"91{area}MA1FL{number:04d}"
    return first + check_digit(first)


def how(one: str, other: str, codes: tuple[str | None, str | None] = (None, None)) -> object:
    """The likeness of two names; asked for both ways round, and found by their keys."""
    a, b = Named("a", one, codes[0]), Named("b", other, codes[1])
    found = likeness(a, b)
    assert likeness(b, a) is found
    assert [pair.likeness for pair in similar_pairs([a, b])] == ([found] if found else NO_PAIRS)
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("中联咨询有限公司", "中联咨询有限公司", Likeness.SAME_NAME),
        ("中联咨询（上海）有限公司", "中联咨询 (上海) 有限公司", Likeness.SAME_NAME),
        ("ＡＢＣ咨询有限公司", "abc咨询有限公司", Likeness.SAME_NAME),
        ("中联咨询有限公司", "中联咨询有限责任公司", Likeness.SAME_CORE),
        ("中联咨询股份有限公司", "中联咨询有限公司", Likeness.SAME_CORE),
        ("上海市中联咨询有限公司", "上海中联咨询有限公司", Likeness.SAME_CORE),
        ("上海中联咨询有限公司", "中联咨询", Likeness.SAME_CORE),
        ("苏州市中联咨询中心", "苏州中联咨询中心", Likeness.SAME_CORE),
        ("拾光律师事务所（特殊普通合伙）", "拾光律师事务所", Likeness.SAME_CORE),
        ("ABC Consulting Co., Ltd.", "ABC Consulting", Likeness.SAME_CORE),
        ("华信咨询有限公司", "华新咨询有限公司", Likeness.SAME_SOUND),
        ("中联咨询服务中心", "中联资讯服务中心", Likeness.SAME_SOUND),
        ("中联知识产权代理有限公司", "中联知识产仅代理有限公司", Likeness.ONE_CHARACTER),
        ("中联知识产权代理有限公司", "中联知识产代理有限公司", Likeness.ONE_CHARACTER),
        ("中联知识产权代理有限公司", "中联知识权产代理有限公司", Likeness.ONE_CHARACTER),
        ("中联知识产权代理有限公司", "中联知识产权代理部有限公司", Likeness.ONE_CHARACTER),
        ("中联企业咨询有限公司", "东方企业咨询有限公司", None),
        ("华信企业咨询有限公司", "华夏企业咨询有限公司", None),
        ("上海中联咨询有限公司", "苏州中联咨询有限公司", None),
        ("第一律师事务所服务部", "第二律师事务所服务部", None),
        ("示例机构1", "示例机构2", None),
        ("示例机构 01", "示例机构 02", None),
        ("", "", None),
        ("有限公司", "公司", None),
    ],
)
def test_names(one: str, other: str, expected: object) -> None:
    assert how(one, other) is expected


def test_two_good_codes_that_are_far_apart_are_two_providers() -> None:
    far = (code(1), code(8888, "320500"))
    assert how("中联咨询有限公司", "中联咨询有限责任公司", far) is None
    assert how("中联咨询有限公司", "中联咨询有限责任公司", (far[0], None)) is Likeness.SAME_CORE
    assert how("中联咨询有限公司", "中联咨询有限公司", far) is Likeness.SAME_NAME


def test_a_slip_in_the_code_is_seen_where_the_names_begin_alike() -> None:
    good = code(1234)
    for wrong in (good[:9] + "X" + good[10:], good[:-3] + good[-2] + good[-3] + good[-1]):
        codes = (good, wrong)
        assert how("中联咨询有限公司", "中联科技服务中心", codes) is Likeness.NEAR_CODE
        assert how("中联咨询有限公司", "中联咨询有限责任公司", codes) is Likeness.SAME_CORE
        assert how("中联咨询有限公司", "东方科技服务中心", codes) is None


def test_one_code_in_two_spellings_is_no_slip() -> None:
    spelt = code(1234)
    codes = (spelt, f" {spelt.lower()}")
    assert how("中联咨询有限公司", "中联科技服务中心", codes) is None


def test_a_code_with_a_wrong_check_digit_proves_nothing() -> None:
    wrong = code(8888, "320500")[:-1] + ("1" if code(8888, "320500")[-1] != "1" else "2")
    codes = (code(1), wrong)
    assert how("中联咨询有限公司", "中联咨询有限责任公司", codes) is Likeness.SAME_CORE


def test_the_likeliest_comes_first_and_oneself_never() -> None:
    known = SimilarNames(
        [
            Named("1", "华新咨询有限公司", None),
            Named("2", "华信咨询有限公司", None),
            Named("3", "华信咨询", None),
        ]
    )
    found = known.like(Named("2", "华信咨询有限公司", None))
    assert [(other.id, why) for other, why in found] == [
        ("3", Likeness.SAME_CORE),
        ("1", Likeness.SAME_SOUND),
    ]


def test_every_pair_comes_once_the_smaller_id_first() -> None:
    pairs = similar_pairs([Named("2", "中联咨询", None), Named("1", "中联咨询", "91")])
    assert [(p.first.id, p.second.id) for p in pairs] == [("1", "2")]


def test_every_likeness_has_a_name() -> None:
    assert set(LIKENESS_NAMES) == set(Likeness)


def test_a_long_list_of_different_names_has_no_pairs() -> None:
    names = [
        Named(f"{n:05}", f"{chr(0x4E00 + n)}{chr(0x6000 + n)}企业管理咨询有限公司", code(n))
        for n in range(3000)
    ]
    assert similar_pairs(names) == []
