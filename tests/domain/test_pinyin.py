"""Initials of names: what people type to find a provider."""

import pytest

from evaluator_desktop.domain.pinyin import initials


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("苏州咨询", "szzx"),
        ("雁栖管理咨询公司", "yqglzxgs"),
        ("上海某某律师事务所", "shmmlssws"),
        ("重庆银行", "cqyh"),
        ("长江服务", "cjfw"),
        ("ABC 咨询 3 部", "abczx3b"),
        ("甲（示例）·乙", "jsly"),
    ],
)
def test_the_usual_reading_comes_first(name: str, typed: str) -> None:
    assert initials(name)[0] == typed


@pytest.mark.parametrize(
    ("name", "typed"), [("乐某某", "lmm"), ("乐某某", "ymm"), ("单某", "sm"), ("单某", "dm")]
)
def test_signs_with_several_readings_are_found_by_each(name: str, typed: str) -> None:
    assert typed in initials(name)


def test_names_without_letters_have_none() -> None:
    assert initials("") == ()
    assert initials("（）·——") == ()


def test_the_number_of_readings_is_bounded() -> None:
    found = initials("重乐长行" * 20)

    assert 1 < len(found) <= 17
    assert len(set(found)) == len(found)
    assert all(len(letters) == 80 for letters in found)


def test_every_reading_is_lower_case_ascii() -> None:
    for letters in initials("ÄÖ 测评 Ｘ ２"):
        assert letters.isascii()
        assert letters == letters.lower()
