"""Where files belong by their names: words first, then initials, then numbers."""

import pytest

from evaluator_desktop.domain.filing import NOWHERE, Place, propose, propose_requirement
from evaluator_desktop.domain.scheme import Scheme

STAFF = "organization.staff"
QUALIFICATION = "organization.qualification"


def place(scheme: Scheme, path: str, *, is_law_firm: bool = False) -> Place:
    return propose(scheme, {"file": path.split("/")}, is_law_firm=is_law_firm)["file"]


@pytest.mark.parametrize(
    ("path", "item", "requirement"),
    [
        # words of items and requirements, in either language
        ("人员能力/1.jpg", STAFF, None),
        ("人员能力/社保清单2020.xlsx", STAFF, "social_insurance_list"),
        ("2020社保清单.xlsx", STAFF, "social_insurance_list"),
        ("Staff/Contracts.pdf", STAFF, "staff_contracts"),
        ("ＳＴＡＦＦ/1.jpg", STAFF, None),
        ("近3年荣誉.pdf", QUALIFICATION, "honors_3y"),
        ("服务影响/客户反馈.png", "effectiveness.impact.feedback", "feedback_records"),
        # a folder decides before what lies in it
        ("服务影响/名单.xlsx", None, None),
        ("服务数量/名单.xlsx", "effectiveness.quantity", "customer_list"),
        # what has one part only is that part
        ("三、服务公益/收据.pdf", "public_benefit.expenditure", None),
        ("服务资料管理/1.jpg", "management.records", "service_materials"),
        # initials
        ("rynl/1.jpg", STAFF, None),
        ("材料 SBQD.pdf", STAFF, "social_insurance_list"),
        ("xy/1.jpg", None, None),
        ("img/1.jpg", None, None),
        # numbers: dimension and item, the item in the strip, the parts of what is at hand
        ("1-2 材料/1.jpg", "organization.experience", None),
        ("1.4.2 扫描.jpg", STAFF, "staff_contracts"),
        ("12-1 截图/1.jpg", "effectiveness.impact.feedback", "feedback_records"),
        ("4、扫描/1.jpg", STAFF, None),
        ("04/2、扫描.pdf", STAFF, "staff_contracts"),
        ("三、/（一）/1.jpg", "public_benefit.expenditure", None),
        ("第十二/1.jpg", "effectiveness.impact.feedback", "feedback_records"),
        ("组织建设/4、扫描.pdf", STAFF, None),
        ("组织建设/1-4 扫描.pdf", STAFF, None),
        # what says nothing, or two things
        ("服务合同.pdf", None, None),
        ("名单.xlsx", None, None),
        ("三证合一.pdf", None, None),
        ("IMG_20200513.jpg", None, None),
        ("10-12 照片.jpg", None, None),
        ("服务成效/1-2 扫描.pdf", None, None),
        ("99/1.jpg", None, None),
        ("人员能力/9、扫描.jpg", STAFF, None),
        ("人员能力/2.jpg", STAFF, None),
        ("20/1.jpg", None, None),
    ],
)
def test_a_path_says_where_a_file_belongs(
    scheme: Scheme, path: str, item: str | None, requirement: str | None
) -> None:
    assert place(scheme, path) == Place(item, requirement)


def test_what_a_provider_is_not_asked_for_is_not_proposed(scheme: Scheme) -> None:
    name = "机构资质/执业许可证.pdf"

    assert place(scheme, name, is_law_firm=True) == Place(QUALIFICATION, "practice_license")
    assert place(scheme, name) == Place(QUALIFICATION)


def test_names_that_say_nothing_at_all_are_for_the_item_at_hand(scheme: Scheme) -> None:
    files = {"1": ["现场", "1.jpg"], "2": ["现场", "2.jpg"]}

    assert propose(scheme, files, is_law_firm=False, at_hand=STAFF) == {
        "1": Place(STAFF),
        "2": Place(STAFF),
    }
    assert propose(scheme, files, is_law_firm=False, at_hand="management.records") == {
        "1": Place("management.records", "service_materials"),
        "2": Place("management.records", "service_materials"),
    }
    files |= {"3": ["社保清单.xlsx"], "4": ["3.jpg"]}
    mixed = propose(scheme, files, is_law_firm=False, at_hand=QUALIFICATION)
    assert (mixed["1"], mixed["3"].item, mixed["4"]) == (NOWHERE, STAFF, Place(QUALIFICATION))


@pytest.mark.parametrize(
    ("names", "requirement"),
    [
        (["2020社保清单.xlsx"], "social_insurance_list"),
        (["劳动合同一.pdf", "劳动合同二.pdf"], "staff_contracts"),
        (["劳动合同一.pdf", "社保清单.pdf"], None),
        (["IMG_0001.jpg"], None),
    ],
)
def test_within_an_item_the_requirement_is_proposed_that_all_names_say(
    scheme: Scheme, names: list[str], requirement: str | None
) -> None:
    found = propose_requirement(scheme.item(STAFF), names, is_law_firm=False)

    assert found == requirement


def test_the_only_requirement_of_an_item_needs_no_name(scheme: Scheme) -> None:
    item = scheme.item("management.records")

    assert propose_requirement(item, ["1.jpg"], is_law_firm=False) == "service_materials"
