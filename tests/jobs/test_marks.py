"""Marks on a photo: kept inside it, drawn alike wherever they are drawn."""

import math

import pytest

from evaluator_desktop.jobs.markup import (
    Mark,
    Tool,
    arrow_head,
    blocks,
    in_order,
    is_visible,
    moved,
    spanned,
    stroke,
)

BOX = Mark(Tool.BOX, 0.5, 0.6, 0.2, 0.3)


def test_a_mark_knows_its_rectangle_whatever_corner_it_was_begun_at() -> None:
    assert (BOX.left, BOX.top) == (0.2, 0.3)
    assert (BOX.width, BOX.height) == pytest.approx((0.3, 0.3))


def test_a_mark_is_stretched_no_further_than_the_picture() -> None:
    assert spanned(BOX, 1.7, -3) == Mark(Tool.BOX, 0.5, 0.6, 1.0, 0.0)


@pytest.mark.parametrize(
    ("by", "corner"),
    [((0.1, -0.1), (0.3, 0.2)), ((9, 9), (0.7, 0.7)), ((-9, -9), (0, 0))],
)
def test_a_mark_keeps_its_size_where_it_is_moved_to(
    by: tuple[float, float], corner: tuple[float, float]
) -> None:
    there = moved(BOX, *by)

    assert (there.left, there.top) == pytest.approx(corner)
    assert (there.width, there.height) == pytest.approx((0.3, 0.3))


@pytest.mark.parametrize(
    ("mark", "visible"),
    [
        (BOX, True),
        (Mark(Tool.BOX, 0.2, 0.2, 0.9, 0.2), False),
        (Mark(Tool.ARROW, 0.2, 0.2, 0.9, 0.2), True),
        (Mark(Tool.ARROW, 0.2, 0.2, 0.2, 0.2), False),
        (Mark(Tool.BLUR, 0.2, 0.2, 0.3, 0.3), True),
        (Mark(Tool.TEXT, 0.2, 0.2, 0.2, 0.3, "公章"), True),
        (Mark(Tool.TEXT, 0.2, 0.2, 0.2, 0.3, "  "), False),
        (Mark(Tool.TEXT, 0.2, 0.2, 0.2, 0.2, "公章"), False),
    ],
)
def test_a_slip_of_the_hand_is_no_mark(mark: Mark, visible: bool) -> None:
    assert is_visible(mark) == visible


def test_what_is_made_unrecognisable_lies_under_the_other_marks() -> None:
    arrow, blur = Mark(Tool.ARROW, 0, 0, 1, 1), Mark(Tool.BLUR, 0, 0, 1, 1)

    assert in_order([arrow, blur, BOX]) == [blur, arrow, BOX]


def test_lines_are_seen_on_small_and_large_pictures() -> None:
    assert stroke(100, 80) == pytest.approx(2)
    assert stroke(4000, 3000) == pytest.approx(20)


def test_an_arrow_points_at_its_end() -> None:
    tip, left, right = arrow_head((0, 50), (100, 50), 4)

    assert tip == pytest.approx((100, 50))
    assert (left[0], right[0]) == pytest.approx((100 - 20 * math.cos(0.45),) * 2)
    assert left[1] + right[1] == pytest.approx(100)
    assert math.dist(*arrow_head((0, 0), (3, 0), 4)[:2]) == pytest.approx(3)


@pytest.mark.parametrize(
    ("size", "left"),
    [((10, 10), (1, 1)), ((300, 300), (3, 3)), ((2000, 90), (67, 3)), ((240, 30), (10, 1))],
)
def test_little_is_left_of_a_place_that_is_made_unrecognisable(
    size: tuple[int, int], left: tuple[int, int]
) -> None:
    assert blocks(*size) == left
