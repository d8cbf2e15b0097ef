"""校准: overlap, offsets, agreement and contested items, and when there is too little to say."""

from decimal import Decimal
from fractions import Fraction

from evaluator_desktop.domain.calibration import (
    FEWEST_CASES,
    Calibration,
    Case,
    ItemCalibration,
    PersonCalibration,
    calibration,
)
from evaluator_desktop.domain.scheme import Scheme
from tests.domain.records import CHEN, LIN, STAFF, ZHOU

SYSTEMS = "management.systems"


def case(number: int, item: str = STAFF, **values: str | None) -> Case:
    people = {"zhou": ZHOU, "chen": CHEN, "lin": LIN}
    given = {people[p]: None if v is None else Decimal(v) for p, v in values.items()}
    return Case(f"{number:032x}", item, given)


def people(found: Calibration) -> dict[str, PersonCalibration]:
    return {person.person: person for person in found.people}


def test_offsets_are_means_against_the_mean_of_the_others(scheme: Scheme) -> None:
    cases = [case(n, zhou="80", chen="84", lin="88") for n in range(FEWEST_CASES - 1)]
    found = people(calibration(scheme, [*cases, case(99, zhou="70.5", chen="70")]))

    # Nine times 80 − 86 and once 70.5 − 70, over ten.
    assert found[ZHOU] == PersonCalibration(ZHOU, 10, Fraction(-6 * 9 * 2 + 1, 20))
    assert found[CHEN].offset == Fraction(-1, 20)
    assert found[LIN] == PersonCalibration(LIN, 9, None)


def test_too_few_cases_give_no_number(scheme: Scheme) -> None:
    few = [case(n, zhou="80", chen="84") for n in range(FEWEST_CASES - 1)]
    found = calibration(scheme, few)

    assert (found.agreement, found.overlap) == (None, FEWEST_CASES - 1)
    assert {person.offset for person in found.people} == {None}
    enough = calibration(scheme, [*few, case(50, zhou="80", chen="90")])
    assert enough.agreement == Fraction(9, 10)
    assert people(enough)[ZHOU].offset == Fraction(-46, 10)


def test_what_one_person_rated_is_no_overlap(scheme: Scheme) -> None:
    found = calibration(
        scheme, [case(1, zhou="80"), case(2, chen="70"), case(3, zhou="1", lin="9")]
    )

    assert (found.rated, found.overlap) == (3, 1)
    assert people(found)[CHEN] == PersonCalibration(CHEN, 0, None)
    assert calibration(scheme, []) == Calibration(0, 0, None, (), ())


def test_not_applicable_agrees_with_itself_alone(scheme: Scheme) -> None:
    tolerance = scheme.parameters.rating_tolerance

    assert case(1, zhou=None, chen=None).agrees(tolerance)
    assert not case(1, zhou=None, chen="80").agrees(tolerance)
    assert case(1, zhou="80", chen="85").agrees(tolerance)
    assert not case(1, zhou="80", chen="85.1").agrees(tolerance)
    found = people(calibration(scheme, [case(1, zhou=None, chen="80", lin="90")]))
    assert [found[p].cases for p in (ZHOU, CHEN, LIN)] == [0, 1, 1]
    assert people(calibration(scheme, [case(1, zhou=None, chen="80")]))[CHEN].cases == 0


def test_the_most_contested_item_comes_first(scheme: Scheme) -> None:
    calm = [case(n, zhou="80", chen="81") for n in range(3)]
    wild = [case(1, SYSTEMS, zhou="50", chen="90"), case(2, SYSTEMS, zhou=None, chen="90")]
    found = calibration(scheme, [*calm, *wild]).items

    assert found == (
        ItemCalibration(SYSTEMS, 2, 2, Fraction(40)),
        ItemCalibration(STAFF, 3, 0, Fraction(1)),
    )
    words = [case(1, SYSTEMS, zhou=None, chen="90")]
    assert calibration(scheme, words).items == (ItemCalibration(SYSTEMS, 1, 1, None),)
    wider = [*calm, case(9, SYSTEMS, zhou="80", chen="84")]
    assert [item.item for item in calibration(scheme, wider).items] == [SYSTEMS, STAFF]
