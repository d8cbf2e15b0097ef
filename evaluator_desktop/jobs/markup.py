"""What is drawn on a photo: arrows, boxes, words, and places made unrecognisable.

Apart from both who draws it in the window and who draws it for good, so that they agree.
"""

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct
from msgspec.structs import replace

LONGEST_WORDS = 200
_LEAST_SIDE = 0.01
_STROKE = 0.004
_HEAD = 5.0
_HEAD_ANGLE = 0.45
_BLOCKS = 3
_LEAST_BLOCK = 24

Share = Annotated[float, Meta(ge=0, le=1)]
"""Of the width or height of the upright picture."""
Point: TypeAlias = tuple[float, float]


class Tool(StrEnum):
    """What can be drawn."""

    ARROW = "arrow"
    BOX = "box"
    TEXT = "text"
    BLUR = "blur"


class Mark(Struct, frozen=True):
    """One thing drawn, from the point where it was begun to the one where it was let go.

    An arrow points at the latter; words fill the height between the two, from the left.
    """

    tool: Tool
    x1: Share
    y1: Share
    x2: Share
    y2: Share
    text: Annotated[str, Meta(max_length=LONGEST_WORDS)] = ""

    @property
    def left(self) -> float:
        return min(self.x1, self.x2)

    @property
    def top(self) -> float:
        return min(self.y1, self.y2)

    @property
    def width(self) -> float:
        return abs(self.x2 - self.x1)

    @property
    def height(self) -> float:
        return abs(self.y2 - self.y1)


def spanned(mark: Mark, x2: float, y2: float) -> Mark:
    """Return a mark whose end is elsewhere, kept inside the picture."""
    return replace(mark, x2=_inside(x2), y2=_inside(y2))


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return a mark moved as far as the picture lets it."""
    dx = max(-mark.left, min(dx, 1 - mark.left - mark.width))
    dy = max(-mark.top, min(dy, 1 - mark.top - mark.height))
    return replace(
        mark,
        x1=_inside(mark.x1 + dx),
        y1=_inside(mark.y1 + dy),
        x2=_inside(mark.x2 + dx),
        y2=_inside(mark.y2 + dy),
    )


def is_visible(mark: Mark) -> bool:
    """Whether a mark is large enough, or says enough, to be meant."""
    if mark.tool is Tool.TEXT:
        return bool(mark.text.strip()) and mark.height >= _LEAST_SIDE
    if mark.tool is Tool.ARROW:
        return math.hypot(mark.width, mark.height) >= _LEAST_SIDE
    return min(mark.width, mark.height) >= _LEAST_SIDE


def in_order(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks as they are drawn: what is made unrecognisable is the photo, not the marks."""
    return sorted(marks, key=lambda mark: mark.tool is not Tool.BLUR)


def stroke(width: float, height: float) -> float:
    """Return how thick lines are on a picture of this size, in its pixels."""
    return max(2.0, math.hypot(width, height) * _STROKE)


def arrow_head(start: Point, end: Point, thickness: float) -> tuple[Point, Point, Point]:
    """Return the corners of an arrow's head, in the pixels that its ends are given in."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    length = min(thickness * _HEAD, math.dist(start, end))
    left, right = (angle + math.pi + turn for turn in (-_HEAD_ANGLE, _HEAD_ANGLE))
    return end, _at(end, left, length), _at(end, right, length)


def blocks(width: int, height: int) -> tuple[int, int]:
    """Return how many columns and rows of one colour are left of a place of so many pixels.

    Three along its shorter side, whatever its size: a line of writing cannot be read back.
    """
    side = max(_LEAST_BLOCK, min(width, height) / _BLOCKS)
    return max(1, round(width / side)), max(1, round(height / side))


def _at(point: Point, angle: float, length: float) -> Point:
    return point[0] + math.cos(angle) * length, point[1] + math.sin(angle) * length


def _inside(share: float) -> float:
    return max(0.0, min(1.0, share))
