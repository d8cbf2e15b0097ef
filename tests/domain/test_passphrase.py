"""The hint beside a new passphrase."""

import pytest

from evaluator_desktop.domain.passphrase import Strength, passphrase_bits, passphrase_strength


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Strength.WEAK),
        ("   ", Strength.WEAK),
        ("123456", Strength.WEAK),
        ("123456789012345678901234567890", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("zx7qkv2m", Strength.WEAK),
        ("tulip-bridge", Strength.FAIR),
        ("杏花春雨江南", Strength.FAIR),
        ("tulip-bridge-42-lantern", Strength.STRONG),
        ("杏花春雨江南小巷深深", Strength.STRONG),
    ],
)
def test_strength(text: str, expected: Strength) -> None:
    assert passphrase_strength(text) is expected


def test_one_text_in_two_spellings_is_as_strong() -> None:
    assert passphrase_bits("cafe\u0301 du nord") == passphrase_bits("caf\u00e9 du nord")
