"""The contrast of look.md, computed (WCAG 2.2: relative luminance, (l1 + 0.05) / (l2 + 0.05))."""

import pytest

from evaluator_desktop.ui.theme.tokens import (
    DARK,
    LIGHT,
    STATE_TOKENS,
    TEXT_TOKENS,
    TIER_TOKENS,
    channels,
    colours,
    mixed,
)

LOOKS = [pytest.param(False, id="light"), pytest.param(True, id="dark")]
GROUNDS = ("window", "base", "header", "hover", "select", "select_off")


def luminance(colour: str) -> float:
    parts = [c / 255 for c in channels(colour)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_agrees_with_the_extremes() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", LOOKS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", TEXT_TOKENS + STATE_TOKENS)
def test_words_can_be_read(token: str, ground: str, dark: bool) -> None:
    tokens = colours(dark=dark)

    assert contrast(tokens[token], tokens[ground]) >= 4.5


@pytest.mark.parametrize("dark", LOOKS)
@pytest.mark.parametrize("token", STATE_TOKENS)
def test_a_state_and_text_can_be_read_on_its_tint(token: str, dark: bool) -> None:
    tokens = colours(dark=dark)

    assert contrast(tokens[token], tokens[f"{token}_soft"]) >= 4.5
    assert contrast(tokens["text"], tokens[f"{token}_soft"]) >= 4.5


@pytest.mark.parametrize("dark", LOOKS)
def test_what_stands_on_the_accent_and_on_a_match_can_be_read(dark: bool) -> None:
    tokens = colours(dark=dark)

    assert contrast(tokens["on_accent"], tokens["accent"]) >= 4.5
    assert contrast(tokens["text"], tokens["match"]) >= 4.5


@pytest.mark.parametrize("dark", LOOKS)
@pytest.mark.parametrize("ground", ["window", "base", "header", "select", "select_off"])
@pytest.mark.parametrize("token", [*TIER_TOKENS, "edge", "accent"])
def test_icons_and_outlines_can_be_seen(token: str, ground: str, dark: bool) -> None:
    tokens = colours(dark=dark)

    assert contrast(tokens[token], tokens[ground]) >= 3


@pytest.mark.parametrize("dark", LOOKS)
@pytest.mark.parametrize("bar", ["ok_bar", "accent_bar"])
def test_bars_can_be_seen_in_lists(bar: str, dark: bool) -> None:
    tokens = colours(dark=dark)

    assert contrast(tokens[bar], tokens["base"]) >= 3


def test_both_looks_name_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert colours(dark=False).keys() == colours(dark=True).keys()


def test_a_mixture_lies_between() -> None:
    assert mixed("#000000", "#FFFFFF", 11) == "#E3E3E3"
    assert mixed("#17694A", "#FFFFFF", 100) == "#17694A"
