"""The colours, sizes and type of the program as plain data: the one place that names a colour.

Without Qt, so that the contrast check of tests/ui/theme computes on the same numbers. Change a
token, run that test.
"""

from collections.abc import Mapping
from types import MappingProxyType

LIGHT = MappingProxyType(
    {
        "window": "#F2F4F5",  # bars, side panes
        "base": "#FFFFFF",  # lists, fields
        "header": "#EAEDEF",  # pane heads, rail, status bar
        "hover": "#EEF2F6",
        "canvas": "#DFE3E6",  # behind previews
        "text": "#1A2127",
        "text2": "#47525C",  # labels, meta
        "text3": "#5A656F",  # hints, provisional, disabled
        "line": "#D3D8DC",  # hairlines
        "edge": "#78838D",  # outlines of controls
        "accent": "#2A5B93",  # focus, current, primary
        "on_accent": "#FFFFFF",
        "select": "#D9E6F4",  # selection in the pane with focus
        "select_off": "#E3E7EB",  # selection elsewhere
        "match": "#FBE7A8",  # behind found characters
        "ok": "#17694A",
        "partly": "#855000",  # also warning
        "unver": "#5A4F97",  # also dispute and conflict
        "false": "#B0281C",  # also missing and error
        "pending": "#56616B",
        "star": "#9C6500",
        "diamond": "#0B728F",
        "crown": "#8E3A6E",
    }
)
DARK = MappingProxyType(
    {
        "window": "#1B1F23",
        "base": "#22272C",
        "header": "#2B3137",
        "hover": "#2A3138",
        "canvas": "#14171A",
        "text": "#E7EAED",
        "text2": "#BAC3CB",
        "text3": "#A6B0BA",
        "line": "#394149",
        "edge": "#7E8994",  # a shade above 3 on a selected row too
        "accent": "#86B6EA",
        "on_accent": "#0F2235",
        "select": "#293F58",
        "select_off": "#363D45",
        "match": "#5C4A12",
        "ok": "#70C69C",
        "partly": "#E3AE62",
        "unver": "#B9B1EC",
        "false": "#F59D94",
        "pending": "#ADB7C0",
        "star": "#E2B355",
        "diamond": "#67BFDA",
        "crown": "#DD9DC4",
    }
)
TEXT_TOKENS = ("text", "text2", "text3")
STATE_TOKENS = ("accent", "ok", "partly", "unver", "false", "pending")
TIER_TOKENS = ("star", "diamond", "crown")

# Mixtures of a token over `base`, as parts of a hundred: (name ending, tokens, light, dark).
MIXTURES = (
    ("soft", STATE_TOKENS, 11, 20),  # tints behind lines that say something
    ("bar", ("ok", "accent"), 66, 66),  # a rated item in the strip, a day of login
    ("off", TIER_TOKENS, 50, 50),  # tiers not yet reached
)

# Type in points; Noto Sans SC 400 and 700, never under 9.
PT: Mapping[str, int] = MappingProxyType(
    {"small": 9, "body": 10, "title": 12, "rating": 14, "score": 18}
)

PX: Mapping[str, int] = MappingProxyType(
    {
        "radius": 4,
        "radius_cap": 3,
        "row": 30,
        "row_two_line": 42,
        "row_ledger": 22,
        "row_header": 28,
        "control": 28,
        "control_dense": 24,
        "control_rating": 34,
        "control_outcome": 32,
        "icon": 16,
        "icon_cell": 13,
        "icon_rail": 22,
        "ring": 2,
        "bar": 3,  # the accent bar of a selected row
        "rail": 76,
        "menu": 34,
        "pane_head": 36,
        "hint": 32,
        "status": 26,
        "key_cap": 20,
    }
)


def colours(*, dark: bool) -> dict[str, str]:
    """Return every token and mixture (`ok_soft`, `ok_bar`, `star_off` …) as `#RRGGBB`."""
    tokens = dict(DARK if dark else LIGHT)
    for ending, names, on_light, on_dark in MIXTURES:
        for name in names:
            part = on_dark if dark else on_light
            tokens[f"{name}_{ending}"] = mixed(tokens[name], tokens["base"], part)
    return tokens


def mixed(over: str, under: str, part: int) -> str:
    """Return `part` hundredths of `over` upon `under`; all colours are `#RRGGBB`."""
    pairs = zip(channels(over), channels(under), strict=True)
    return "#" + "".join(f"{(a * part + b * (100 - part) + 50) // 100:02X}" for a, b in pairs)


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue (0 to 255) of `#RRGGBB`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
