"""What a provider of the demo hands in: files for every requirement, made when asked for.

Apart because this is a table of data; `files_for` is all that the story needs. Everything that
stands in the files is invented and says so.
"""

from collections.abc import Mapping

from evaluator_desktop.demo import contents
from evaluator_desktop.demo.documents import Subject
from evaluator_desktop.demo.recipes import (
    Make,
    Recipe,
    as_pdf,
    on_paper,
    on_screen,
    photographed,
    scanned,
    typed,
)
from evaluator_desktop.demo.words import YEAR, Chance, day_in

SITE_RECORDS = "verification.authenticity.material"
CALL_RECORDS = "verification.authenticity.satisfaction"
"""The two verification items ask for nothing; these stand for the evaluators' own records."""


def _files(*pairs: tuple[str, Make]) -> tuple[Recipe, ...]:
    return tuple(Recipe(name, make) for name, make in pairs)


DEMO_FILES: Mapping[str, tuple[Recipe, ...]] = {
    "legal_person_license": _files(
        ("营业执照副本.pdf", as_pdf(contents.LEGAL_LICENCE, "营业执照")),
        ("营业执照正本_现场拍摄.jpg", photographed(contents.LEGAL_LICENCE)),
    ),
    "practice_license": _files(
        ("执业许可证.pdf", as_pdf(contents.PRACTICE_LICENCE, "执业许可证")),
        ("执业许可证副本_现场拍摄.jpg", photographed(contents.PRACTICE_LICENCE, turned=True)),
    ),
    "honors_3y": _files(
        (
            "优秀服务机构荣誉证书.jpg",
            photographed(
                contents.certificate(
                    "荣誉证书", "在中小企业服务工作中成绩突出，评为年度优秀服务机构。"
                )
            ),
        ),
        (
            "服务创新奖证书_扫描.jpg",
            scanned(
                contents.certificate(
                    "荣誉证书", "报送的服务案例获年度服务创新奖，特发此证，以资鼓励。"
                )
            ),
        ),
    ),
    "provider_recognition": _files(
        (
            "服务机构认定通知.pdf",
            as_pdf(
                contents.letter(
                    "关于认定中小企业服务机构的通知",
                    "各有关单位：经自愿申报、材料审核、专家评审和公示，认定你单位为中小企业服务机构，有效期三年。",
                    "请认真履行服务承诺，按季度报送服务情况，自觉接受第三方测评和社会监督。",
                    "认定期内机构名称、住所、主要服务内容发生变化的，应当在三十日内报告；材料不实的，取消认定。",
                    "联系人：示例人员，联系电话：021-60000000（示例）。",
                    sender=contents.OFFICE,
                ),
                "服务机构认定通知",
            ),
        ),
        (
            "服务机构铜牌证书.jpg",
            photographed(contents.certificate("认定证书", "认定为中小企业服务机构，有效期三年。")),
        ),
    ),
    "event_records": _files(
        ("宣讲会签到表.jpg", photographed(contents.sign_in)),
        ("宣讲会现场_01.jpg", contents.hall),
        ("活动通知.pdf", as_pdf(contents.NOTICE, "活动通知")),
    ),
    "ip_proof": _files(
        (
            "软件著作权登记证书.jpg",
            photographed(
                contents.certificate(
                    "登记证书",
                    "“中小企业服务管理软件 V1.0（示例）”的著作权归你单位所有，特此登记。",
                    "示例登记中心（示例）",
                )
            ),
        ),
        (
            "实用新型证书_扫描.jpg",
            scanned(
                contents.certificate(
                    "专利证书",
                    "“一种资料归档装置（示例）”经审查，授予专利权。",
                    "示例登记中心（示例）",
                )
            ),
        ),
    ),
    "special_fund_application": _files(
        ("专项资金受理通知书.pdf", as_pdf(contents.FUND, "专项资金受理通知书")),
        ("专项资金受理通知书_原件.jpg", photographed(contents.FUND)),
    ),
    "staff_list": _files(
        ("专职人员名单.xlsx", typed(contents.STAFF)),
        ("专职人员名单_盖章.jpg", photographed(on_paper(contents.STAFF))),
    ),
    "staff_contracts": _files(
        ("劳动合同_样本一.pdf", as_pdf(contents.EMPLOYMENT, "劳动合同")),
        ("劳动合同_样本二.pdf", as_pdf(contents.EMPLOYMENT, "劳动合同")),
    ),
    "social_insurance_list": _files(
        ("社保清单.xlsx", typed(contents.INSURANCE)),
        ("社保缴纳证明.pdf", as_pdf(on_paper(contents.INSURANCE), "社保缴纳证明")),
    ),
    "management_system_certificate": _files(
        (
            "质量管理体系认证证书.pdf",
            as_pdf(
                contents.certificate(
                    "认证证书",
                    "质量管理体系符合标准要求，认证范围：企业管理咨询服务。",
                    "示例认证有限公司（示例）",
                ),
                "质量管理体系认证证书",
            ),
        ),
        (
            "质量管理体系认证证书_现场.jpg",
            photographed(
                contents.certificate(
                    "认证证书", "质量管理体系符合标准要求。", "示例认证有限公司（示例）"
                )
            ),
        ),
    ),
    "systems_list": _files(
        ("制度清单.xlsx", typed(contents.SYSTEMS)),
        ("各项制度首页.pdf", as_pdf(contents.system_pages, "各项制度首页")),
    ),
    "service_materials": _files(
        ("服务台账.xlsx", typed(contents.SERVED)),
        ("服务现场.jpg", contents.hall),
        ("上门服务记录.txt", contents.note),
    ),
    "fee_standard": _files(
        ("收费标准_公示.jpg", photographed(on_paper(contents.FEES))),
        ("收费标准.pdf", as_pdf(on_paper(contents.FEES), "收费标准")),
    ),
    "public_benefit_audit": _files(
        ("公益性支出审计报告.pdf", as_pdf(contents.AUDIT, "公益性支出审计报告"))
    ),
    "shop_decoration_capture": _files(
        ("店铺首页截图.png", contents.shop_front),
        ("店铺概况截图.png", contents.shop_front),
    ),
    "product_list": _files(
        ("服务产品列表.png", on_screen(contents.PRODUCTS)),
        ("服务产品导出.xlsx", typed(contents.PRODUCTS)),
    ),
    "order_records": _files(
        ("订单列表截图.png", on_screen(contents.ORDERS)),
        ("订单导出.xlsx", typed(contents.ORDERS)),
    ),
    "customer_list": _files(("服务对象名单.xlsx", typed(contents.CUSTOMERS))),
    "login_records": _files(
        ("登录记录截图.png", on_screen(contents.LOGINS)),
        ("登录记录导出.xlsx", typed(contents.LOGINS)),
    ),
    "feedback_records": _files(
        ("评价列表截图.png", on_screen(contents.FEEDBACK)),
        ("评价导出.xlsx", typed(contents.FEEDBACK)),
    ),
    "follower_records": _files(
        ("关注用户截图.png", on_screen(contents.FOLLOWERS)),
        ("关注用户导出.xlsx", typed(contents.FOLLOWERS)),
    ),
    SITE_RECORDS: _files(
        ("走访照片_前台.jpg", contents.reception),
        ("走访照片_活动现场.jpg", contents.hall),
    ),
    CALL_RECORDS: _files(("电话回访记录.jpg", photographed(on_paper(contents.CALLS)))),
}


def files_for(provider_name: str, requirement: str, seed: int) -> list[tuple[str, bytes]]:
    """Return name and content of each file that a provider hands in for a requirement.

    The same three arguments give the same bytes; another provider's differ. Raises KeyError for a
    requirement that DEMO_FILES does not have.
    """
    return [
        (recipe.name, recipe.make(_subject(provider_name, f"{requirement}/{number}", seed)))
        for number, recipe in enumerate(DEMO_FILES[requirement])
    ]


def _subject(provider: str, place: str, seed: int) -> Subject:
    chance = Chance(f"{seed}/{provider}/{place}")
    return Subject(provider, chance, day_in(chance, YEAR))
