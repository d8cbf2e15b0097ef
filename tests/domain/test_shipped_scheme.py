"""The shipped scheme says what the two documents say, to the letter."""

from pathlib import Path

import pytest

from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.parameters import LeapDay, NotApplicable, PointsWindow
from evaluator_desktop.domain.scheme import Scheme, Suggestion
from evaluator_desktop.domain.strict import text

_SOURCE = (Path(__file__).parent / "source_documents.txt").read_text("utf-8")
_TREE, _SHOP = _SOURCE.split("一、卖家积分规则")
_CELLS = [line.strip() for line in _TREE.splitlines() if line.strip()]
_RULES = _SHOP.split("二、卖家评价等级")[0]
_HEADS = {"一级指标", "二级指标", "积分单位", "分值", "备注", "——"}

# rules.md: requirement id · when
_REQUIREMENTS = {
    "organization.qualification": [
        ("legal_person_license", "not_law_firm"),
        ("practice_license", "law_firm"),
        ("honors_3y", "if_any"),
    ],
    "organization.experience": [("provider_recognition", "if_any"), ("event_records", "always")],
    "organization.sustainability": [("ip_proof", "one_of"), ("special_fund_application", "one_of")],
    "organization.staff": [
        ("staff_list", "always"),
        ("staff_contracts", "always"),
        ("social_insurance_list", "always"),
    ],
    "management.systems": [("management_system_certificate", "one_of"), ("systems_list", "one_of")],
    "management.records": [("service_materials", "always")],
    "public_benefit.expenditure": [("fee_standard", "always"), ("public_benefit_audit", "if_any")],
    "effectiveness.planning": [("shop_decoration_capture", "always")],
    "effectiveness.products": [("product_list", "always")],
    "effectiveness.quantity": [("order_records", "always"), ("customer_list", "always")],
    "effectiveness.process": [("login_records", "always")],
    "effectiveness.impact.feedback": [("feedback_records", "always")],
    "effectiveness.impact.followers": [("follower_records", "always")],
    "verification.authenticity.material": [],
    "verification.authenticity.satisfaction": [],
}

# source/README.md, section 2: id · unit · points · cap
_POINTS = [
    ("company_info.registration_years", "每年", 5, None),
    ("company_info.introduction", "——", 20, None),
    ("company_info.website", "——", 20, None),
    ("company_info.certificates", "每个", 10, 200),
    ("service_products.count", "每个", 10, None),
    ("shop_decoration.customized", "——", 50, None),
    ("shop_activity.login_day", "每天", 1, None),
    ("shop_activity.login_streak_10", "每连续10天", 5, None),
    ("followers.personal", "每个", 1, None),
    ("followers.enterprise", "每个", 3, None),
    ("product_feedback.purchase", "每次", 10, None),
    ("product_feedback.praise_personal", "每次", 1, None),
    ("product_feedback.praise_enterprise", "每次", 2, None),
    ("product_feedback.comment_personal", "每条", 1, None),
    ("product_feedback.comment_enterprise", "每条", 2, None),
    ("product_feedback.comment_reply", "每条", 2, None),
    ("product_feedback.positive_rate_70", "活动期间", 50, None),
]

_D6 = {
    "effectiveness.planning": {"shop_decoration.customized"}
    | {rule for rule, *_rest in _POINTS if rule.startswith("company_info.")},
    "effectiveness.products": {"service_products.count"},
    "effectiveness.quantity": {"product_feedback.purchase"},
    "effectiveness.process": {"shop_activity.login_day", "shop_activity.login_streak_10"},
    "effectiveness.impact.feedback": {
        rule
        for rule, *_rest in _POINTS
        if rule.startswith("product_feedback.") and rule != "product_feedback.purchase"
    },
    "effectiveness.impact.followers": {"followers.personal", "followers.enterprise"},
}


def test_the_tree_has_5_dimensions_13_indicators_15_items(scheme: Scheme) -> None:
    assert len(scheme.dimensions) == 5
    assert sum(len(dimension.indicators) for dimension in scheme.dimensions) == 13
    assert len(scheme.items) == 15


def test_names_descriptions_and_evidence_are_the_documents_cells_in_their_order(
    scheme: Scheme,
) -> None:
    written = []
    for dimension in scheme.dimensions:
        written.append(dimension.name.zh)
        for indicator in dimension.indicators:
            written += [indicator.name.zh, indicator.description.zh]
            written += [i.evidence_text.zh for i in indicator.items if i.evidence_text.zh]
    body = _CELLS[
        _CELLS.index("评审依据及其来源") + 1 : _CELLS.index("上海市企业服务云店铺积分考核管理制度")
    ]
    assert written == body


def test_the_basis_is_both_titles_to_the_letter(scheme: Scheme) -> None:
    assert [title.zh for title in scheme.basis] == [_CELLS[1], _CELLS[-1]]


def test_requirements_have_the_ids_and_conditions_of_the_rules(scheme: Scheme) -> None:
    found = {i.id: [(r.id, str(r.when)) for r in i.requirements] for i in scheme.items}
    assert found == _REQUIREMENTS


def test_requirements_and_the_checklist_are_words_of_their_own_row(scheme: Scheme) -> None:
    for item in scheme.items:
        for requirement in item.requirements:
            assert requirement.name.zh in item.evidence_text.zh
            for name in requirement.checklist:
                assert name.zh in item.evidence_text.zh


def test_the_systems_list_names_the_six_systems(scheme: Scheme) -> None:
    requirement = scheme.item("management.systems").requirement("systems_list")
    assert requirement is not None
    names = "、".join(name.zh for name in requirement.checklist)
    assert names == "服务管理制度、财务管理制度、人事管理制度、质量控制措施、收费标准、投诉机制"
    assert scheme.item("management.systems").requirement("no_such_list") is None


def test_d4_cloud_items_are_verified_by_system_data_all_others_by_the_original(
    scheme: Scheme,
) -> None:
    for item in scheme.items:
        expected = "system" if item.id.startswith("effectiveness.") else "original"
        assert {r.method for r in item.requirements} <= {expected}


def test_d1_sample_weights_are_equal_at_each_level_and_unofficial(scheme: Scheme) -> None:
    assert not scheme.weights_official
    assert scheme.has_weights
    expected: dict[str, int] = {}
    for dimension, share in zip(scheme.dimensions, _shares(10_000, 5), strict=True):
        parts = _shares(share, len(dimension.indicators))
        for indicator, part in zip(dimension.indicators, parts, strict=True):
            weights = _shares(part, len(indicator.items))
            expected |= {i.id: w for i, w in zip(indicator.items, weights, strict=True)}
    assert {item.id: item.weight_bp for item in scheme.items} == expected


def _shares(whole: int, parts: int) -> list[int]:
    return [whole // parts + (n < whole % parts) for n in range(parts)]


def test_rules_have_the_ids_units_points_and_cap_of_the_document(scheme: Scheme) -> None:
    assert [(r.id, r.unit.zh, r.points, r.cap) for r in scheme.rules] == _POINTS


def test_rules_are_the_documents_cells_in_their_order(scheme: Scheme) -> None:
    cells = [line.strip() for line in _RULES.splitlines() if line.strip()]
    written = []
    for rule in scheme.rules:
        written += [rule.group.zh, rule.name.zh, rule.unit.zh, str(rule.points)]
        written += [rule.remark.zh] if rule.remark else []
    assert _without_repeats(written) == [cell for cell in cells if cell not in _HEADS]


def _without_repeats(written: list[str]) -> list[str]:
    """Drop what the document merges into one cell: a group over its rules, and 卖家登录."""
    once = {"公司信息", "店铺活跃度", "卖家登录", "产品反馈"}
    seen: set[str] = set()
    kept = []
    for word in written:
        if word != "——" and not (word in once | {"卖家关注"} and word in seen):
            kept.append(word)
        seen.add(word)
    return kept


def test_p3_only_the_certificates_are_capped(scheme: Scheme) -> None:
    capped = {rule.id: (rule.cap, rule.remark) for rule in scheme.rules if rule.cap}
    assert capped == {
        "company_info.certificates": (200, Name("200分封顶", "at most 200 points")),
    }


def test_each_measure_is_counted_by_one_rule(scheme: Scheme) -> None:
    assert len({rule.measure for rule in scheme.rules}) == len(scheme.rules) == 17


def test_tiers_are_the_documents_bands(scheme: Scheme) -> None:
    bands = {f"{tier.low}-{tier.high}" for tier in scheme.tiers[1:-1]}
    printed = {word for word in _SHOP.split("二、")[1].split() if "-" in word}
    assert bands == printed
    assert "80001以上" in _SHOP
    assert (scheme.tiers[-1].low, scheme.tiers[-1].high) == (80_001, None)
    assert [tier.id for tier in scheme.tiers] == [
        f"{metal}_{n}" for metal in ("star", "diamond", "crown") for n in range(1, 6)
    ]


def test_p1_the_first_tier_begins_at_its_parameter_and_ends_as_printed(scheme: Scheme) -> None:
    assert (scheme.tiers[0].low, scheme.tiers[0].high) == (1, 100)


def test_d6_mapping_and_no_full_marks(scheme: Scheme) -> None:
    mapped = {i.id: set(i.point_rules) for i in scheme.items if i.point_rules}
    assert mapped == _D6
    assert {i.full_mark_points for i in scheme.items} == {None}
    assert {i.id: i.suggestion for i in scheme.items if i.suggestion is not Suggestion.NONE} == {
        **dict.fromkeys(_D6, Suggestion.SHOP_POINTS),
        "verification.authenticity.material": Suggestion.EVIDENCE_SHARE,
        "verification.authenticity.satisfaction": Suggestion.SATISFACTION_RATE,
    }


@pytest.mark.parametrize(
    ("clause", "parameter", "expected"),
    [
        ("D3", "not_applicable", NotApplicable.RENORMALISE),
        ("D3a", "reason_required_below", 60),
        ("D5", "integrity_class", "failed"),
        ("D6", "partly_verified_percent", 50),
        ("D7", "basic_satisfied_counts", True),
        ("D7", "satisfaction_threshold_percent", 90),
        ("D9", "sample_margin_percent", 10),
        ("D9", "sample_proportion_percent", 50),
        ("D9", "sample_minimum", 30),
        ("D9", "call_attempts", 3),
        ("D10", "rating_tolerance", 5),
        ("D10a", "blind_until_submitted", True),
        ("D11", "classes_official", False),
        ("D11", "class_quota", None),
        ("D12", "entry_checklist", False),
        ("P1", "first_tier_min", 1),
        ("P2", "anniversary_counts", True),
        ("P2", "leap_day", LeapDay.FEBRUARY_28),
        ("P10", "positive_rate_percent", 70),
        ("P10", "positive_rate_periods", 1),
        ("P11", "points_window", PointsWindow.LIFETIME),
    ],
)
def test_parameters_have_the_defaults_of_the_rules(
    scheme: Scheme, clause: str, parameter: str, expected: object
) -> None:
    assert getattr(scheme.parameters, parameter) == expected


def test_d7_d9_the_quantile_is_the_one_of_the_rules(scheme: Scheme) -> None:
    assert str(scheme.parameters.confidence_z) == "1.959964"


def test_d11_classes_and_their_minima(scheme: Scheme) -> None:
    classes = [(band.name.zh, str(band.minimum)) for band in scheme.parameters.classes]
    assert classes == [("优秀", "90"), ("合格", "60"), ("不合格", "0")]


def test_d12_entry_conditions_are_those_of_2022(scheme: Scheme) -> None:
    conditions = [(str(c.measure), c.minimum) for c in scheme.parameters.entry_conditions]
    assert conditions == [
        ("satisfaction_percent", 90),
        ("enterprises_served", 100),
        ("full_time_staff", 15),
    ]


def test_phrases_and_departure_checks_are_there(scheme: Scheme) -> None:
    assert len(scheme.parameters.phrases) == 9  # F4 picks them by one digit
    checks = {str(check.id): check.mendable for check in scheme.parameters.departure_checks}
    assert {check for check, mendable in checks.items() if not mendable} == {
        "no_original_seen",
        "unreadable_file",
        "no_site_photo",
    }
    assert any(checks.values())


def test_every_name_is_given_in_both_languages(shipped: dict[str, object]) -> None:
    names = list(_names(shipped))
    assert len(names) > 150
    for name in names:
        assert text(name["zh"], "") == name["zh"]
        assert text(name["en"], "").isascii() or "—" in name["en"]


def _names(value: object) -> list[dict[str, str]]:
    if isinstance(value, dict):
        if value.keys() == {"zh", "en"}:
            return [value]
        return [name for inner in value.values() for name in _names(inner)]
    if isinstance(value, list):
        return [name for inner in value for name in _names(inner)]
    return []


def test_a_name_speaks_both_languages() -> None:
    name = Name("机构", "Provider")
    assert (name.text("zh_CN"), name.text("en")) == ("机构", "Provider")
