import pytest

from evaluator_desktop.reports.user_text import user_text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("手机13812345678。", "手机138****5678。"),
        ("138 1234 5678", "138****5678"),
        ("138-1234-5678", "138****5678"),
        ("+86 13812345678", "138****5678"),
        ("１３８１２３４５６７８", "138****5678"),
        ("电话021-62345678", "电话021-****5678"),
        ("（021）62345678", "（021-****5678"),
        ("IMG_13812345678.jpg", "IMG_138****5678.jpg"),
        ("wx13812345678", "wx138****5678"),
    ],
)
def test_a_telephone_number_is_masked_wherever_it_stands(text: str, printed: str) -> None:
    assert user_text(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "91310115MA1K00000A",
        "310115199001011234",
        "20201122093015.jpg",
        "mmexport1605773412345.jpg",
        "2020-12-31",
        "面积1200平方米",
    ],
)
def test_other_numbers_stay_as_they_are(text: str) -> None:
    assert user_text(text) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\x07b", "a[U+0007]b"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\u200bb", "a[U+200B]b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\tb\u00a0c", "a b c"),
        ("一\u3000二", "一\u3000二"),
        ("e\u0301", "é"),
        (None, ""),
        (True, "True"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: object, printed: str) -> None:
    assert user_text(text) == printed
