"""Initials of names: what people type to find a provider."""

import pytest

from evaluator_desktop.domain.pinyin import initials, name_order, spelling


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


def in_order(*names: str) -> list[str]:
    return sorted(names, key=name_order)


def test_names_are_sorted_by_pinyin_and_tone_sign_by_sign() -> None:
    assert in_order("周明", "安宁", "陈静", "程", "赵敏") == ["安宁", "陈静", "程", "赵敏", "周明"]
    assert in_order("马", "麻", "妈") == ["妈", "麻", "马"]
    assert in_order("李安", "李", "力波") == ["李", "李安", "力波"]


def test_characters_that_sound_alike_stay_together() -> None:
    assert in_order("张四", "章三", "张三") == ["张三", "张四", "章三"]


def test_phrases_settle_the_reading() -> None:
    assert in_order("重庆", "重量", "长江", "长大") == ["长江", "重庆", "长大", "重量"]


def test_letters_and_digits_come_first_whatever_their_case_and_width() -> None:
    assert in_order("啊", "b", "Ａ", "2", "Ж") == ["2", "Ａ", "b", "啊", "Ж"]


def test_punctuation_does_not_count() -> None:
    assert in_order("（甲）丙", "甲乙", "甲（丁）") == ["（甲）丙", "甲（丁）", "甲乙"]


def test_what_no_dictionary_knows_comes_last_by_unicode() -> None:
    private = "\ue000"
    assert spelling(private).initials == ()
    assert in_order("\U0003134a某", "座") == ["座", "\U0003134a某"]
