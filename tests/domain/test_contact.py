import pytest

from evaluator_desktop.domain.contact import mask_name, mask_phone, normalise_phone


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13812345678", "13812345678"),
        ("+86 138-1234-5678", "13812345678"),
        ("0086１３８１２３４５６７８", "13812345678"),
        ("8613812345678", "13812345678"),
        ("021-62345678", "021-62345678"),
        ("02162345678", "021-62345678"),
        ("2162345678", "021-62345678"),
        ("+86 21 6234 5678", "021-62345678"),
        ("(021) 6234 5678 转 801", "021-62345678-801"),
        ("021-62345678-801", "021-62345678-801"),
        ("021-62345678 ext. 801", "021-62345678-801"),
        ("0512－6234567", "0512-6234567"),
        ("010-82345678", "010-82345678"),
        ("400-800-1234", "4008001234"),
        ("+852 2345 6789", "+85223456789"),
    ],
)
def test_each_number_has_one_spelling(text: str, number: str) -> None:
    assert normalise_phone(text) == number
    assert normalise_phone(number) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "无", "62345678", "1381234567", "138123456789", "12345678901", "10086"),
        *("13812345678/13912345678", "13812345678 13912345678", "13812345678 转 1"),
        *("021-62345678、021-62345679", "<b>13812345678</b>"),
    ],
)
def test_what_cannot_be_called_is_no_number(text: str) -> None:
    assert normalise_phone(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13812345678", "138****5678"),
        ("+86 138 1234 5678", "138****5678"),
        ("021-62345678-801", "021-****5678"),
        ("0512-6234567", "0512-****4567"),
        ("4008001234", "400****1234"),
        ("+85223456789", "+85****6789"),
        ("62345678", "****"),
        ("", "****"),
    ],
)
def test_a_masked_number_shows_its_ends_only(text: str, shown: str) -> None:
    assert mask_phone(text) == shown


@pytest.mark.parametrize(
    ("name", "shown"), [("周明", "周**"), ("周小明明", "周**"), (" Anna ", "A**"), ("", "")]
)
def test_a_masked_name_does_not_tell_its_length(name: str, shown: str) -> None:
    assert mask_name(name) == shown
