"""An explanation as lines for people."""

from fractions import Fraction

import pytest

from evaluator_desktop import texts
from evaluator_desktop.domain.explanation.clauses import CLAUSES
from evaluator_desktop.domain.explanation.step import Origin, Step, leaf, short_text
from evaluator_desktop.domain.explanation.telling import origin_words, step_line, told, words_of

MORNING, NOON = "2026-11-22T00:40:00Z", "2026-11-22T04:00:00Z"
RATING = leaf("Rating", Fraction(80), rule="D10", note="seen", recorded=(Origin("周明", MORNING),))
POINTS = Step(
    "Points",
    Fraction(4),
    "4.00",
    "D2",
    "{0} × {1}",
    (RATING, leaf("Weight", Fraction(1, 20), parameter="weights")),
    words="名单",
    source="指标体系",
)


@pytest.mark.usefixtures("english")
def test_each_step_stands_above_its_inputs_and_the_clauses_come_last() -> None:
    assert list(told([POINTS])) == [
        "Points: 4.00 = 80 × 0.05  [D2]",
        "    · “名单” (指标体系)",
        "    Rating: 80  [D10]",
        "        · recorded by 周明, 2026-11-22 08:40",
        "        · seen",
        "    Weight: 0.05  [weights]",
        "",
        f"D2  {CLAUSES['D2']}",
        f"D10  {CLAUSES['D10']}",
    ]


@pytest.mark.usefixtures("english")
def test_many_records_are_counted() -> None:
    recorded = (Origin("周明", NOON), Origin("陈静", MORNING), Origin("周明", MORNING))

    assert origin_words(recorded) == "3 records by 周明, 陈静, the last 2026-11-22 12:00"
    assert origin_words(()) == ""


def test_a_number_that_says_itself_is_not_said_twice() -> None:
    texts.set_language("en")

    assert step_line(Step("Rating", Fraction(80), "80", "", "{0}", (RATING,))) == "Rating: 80"


def test_words_without_a_document_stand_alone() -> None:
    assert words_of(leaf("x", None, words="名单")) == "“名单”"
    assert words_of(RATING) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(1, 3), "1/3"), (Fraction(10**12, 7), "≈142857142857.142857"), (Fraction(5), "5")],
)
def test_long_numbers_are_cut_for_people(value: Fraction, text: str) -> None:
    assert short_text(value) == text
