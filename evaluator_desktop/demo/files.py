"""What a provider of the demo hands in: files for every requirement, made when asked for.

Apart because this is a table of data; `files_for` is all that the story needs. Everything that
stands in the files is invented and says so.
"""

from collections.abc import Mapping

from evaluator_desktop.demo import documents, photos, scenes, screens
from evaluator_desktop.demo.documents import ListForm, Subject
from evaluator_desktop.demo.paper import Sheet
from evaluator_desktop.demo.recipes import (
    Draw,
    Make,
    Recipe,
    as_pdf,
    moment,
    on_paper,
    on_screen,
    photographed,
    scanned,
    typed,
)
from evaluator_desktop.demo.words import EVENTS, PLACES, Chance, day_in, long_day

YEAR = 2026
SITE_RECORDS = "verification.authenticity.material"
CALL_RECORDS = "verification.authenticity.satisfaction"
"""The two verification items ask for nothing; these stand for the evaluators' own records."""

_OFFICE = "示例区中小企业服务办公室（示例）"
_WRITTEN = frozenset({1, 2, 3})


def _certificate(title: str, words: str, sender: str = _OFFICE) -> Draw:
    return lambda subject: [documents.certificate(subject, title, words, sender)]


def _licence(title: str, *fields: tuple[str, str]) -> Draw:
    return lambda subject: [documents.licence(subject, title, fields)]


def _letter(title: str, *paragraphs: str, pages: int = 1, sender: str = "") -> Draw:
    return lambda subject: documents.letter(
        subject, title, sender or subject.provider, paragraphs, pages
    )


def _contract(title: str, *paragraphs: str, pages: int) -> Draw:
    return lambda subject: documents.contract(subject, title, paragraphs, pages)


def _sign_in(subject: Subject) -> list[Sheet]:
    headings = ("序号", "单位", "姓名", "到场")
    event = f"{subject.chance.choice(EVENTS)}签到表"
    kinds = ("company", "person", "clock")
    form = ListForm(event, headings, kinds, 12, (1, 4, 2, 1.6), _WRITTEN)
    below = f"时间：{long_day(subject.day)} 14:00　地点：{subject.chance.choice(PLACES)}"
    return [documents.filled_list(subject, form, below)]


def _hall(subject: Subject) -> bytes:
    below = f"{subject.provider}　{long_day(subject.day)}"
    picture = scenes.hall_photo(subject.chance.choice(EVENTS), below, subject.chance)
    return photos.photo_bytes(picture, moment(subject), turned=subject.chance.random() < 0.3)


def _reception(subject: Subject) -> bytes:
    picture = scenes.reception_photo(subject.provider, subject.chance)
    return photos.photo_bytes(picture, moment(subject))


def _shop_front(subject: Subject) -> bytes:
    return screens.shop_front(subject.provider, subject.chance)


def _note(subject: Subject) -> bytes:
    return documents.service_record(subject).encode()


_STAFF = ListForm(
    "专职人员名单", ("序号", "姓名", "岗位", "入职日期"), ("person", "post", "day"), 18
)
_INSURANCE = ListForm(
    "社会保险缴纳清单", ("序号", "姓名", "缴费日期", "状态"), ("person", "day", "paid"), 18
)
_SYSTEMS = ListForm("制度清单", ("序号", "制度名称", "发布日期"), ("rule", "day"), 6, (1, 6, 3))
_SERVED = ListForm(
    "服务台账", ("序号", "服务对象", "服务内容", "日期"), ("company", "service", "day"), 40
)
_FEES = ListForm(
    "收费标准", ("序号", "服务项目", "价格（元）"), ("service", "amount"), 12, (1, 6, 3)
)
_PRODUCTS = ListForm(
    "服务产品", ("序号", "产品名称", "上架日期", "价格（元）"), ("service", "day", "amount"), 18
)
_ORDERS = ListForm(
    "订单管理",
    ("序号", "订单号", "服务内容", "金额（元）", "状态"),
    ("id", "service", "amount", "done"),
    48,
)
_CUSTOMERS = ListForm(
    "服务对象名单", ("序号", "企业名称", "联系人", "联系电话"), ("company", "person", "phone"), 60
)
_LOGINS = ListForm("登录记录", ("序号", "日期", "时间", "操作人"), ("day", "clock", "person"), 80)
_FEEDBACK = ListForm(
    "评价管理", ("序号", "用户", "评分", "评价内容"), ("company", "stars", "praise"), 36
)
_FOLLOWERS = ListForm(
    "关注用户", ("序号", "用户", "类型", "关注日期"), ("company", "kind", "day"), 50
)
_CALLS = ListForm(
    "满意度电话回访记录",
    ("序号", "企业名称", "接听人", "时间"),
    ("company", "person", "clock"),
    12,
    (1, 4, 2, 2),
    _WRITTEN,
)

_EMPLOYMENT = _contract(
    "劳动合同（示例）",
    "本合同为固定期限劳动合同，期限三年，自签订之日起计算。",
    "乙方从事中小企业服务工作，工作地点为甲方住所地。",
    "甲方按月以货币形式支付工资，并依法为乙方缴纳社会保险。",
    "乙方应当保守在工作中知悉的服务对象的商业秘密。",
    "合同的变更、解除和终止，依照有关法律规定执行。",
    pages=3,
)
_NOTICE = _letter(
    "关于举办中小企业服务活动的通知",
    "各有关企业：为帮助中小企业了解和用好各项惠企政策，定于近期举办专题服务活动，现将有关事项通知如下。",
    "一、活动内容：政策解读、案例分享、现场答疑，并安排一对一咨询。",
    "二、参加人员：区内中小企业负责人或有关部门负责人，每家企业不超过两人，免费参加。",
    "三、报名方式：请于活动前三个工作日内通过企业服务云报名，额满为止。",
    pages=2,
)
_SYSTEM_PAGES = _letter(
    "服务管理制度",
    "为规范服务行为，提高服务质量，保障服务对象的合法权益，制定本制度。",
    "服务人员应当持证上岗，首次服务前向服务对象说明内容、期限和收费标准。",
    "服务过程应当留有记录，服务结束后五个工作日内归档，保存期限不少于五年。",
    "设立投诉电话，投诉应当在两个工作日内答复，十个工作日内办结。",
    pages=4,
)
_LEGAL_LICENCE = _licence(
    "营业执照",
    ("类　　型", "有限责任公司（示例）"),
    ("住　　所", "上海市示例区示例路 1 号"),
    ("法定代表人", "示例人员"),
    ("经营范围", "企业管理咨询；会议服务；技术服务"),
)
_PRACTICE_LICENCE = _licence(
    "律师事务所执业许可证",
    ("组织形式", "普通合伙所（示例）"),
    ("住　　所", "上海市示例区示例路 2 号"),
    ("负 责 人", "示例人员"),
    ("批准机关", "示例市司法局（示例）"),
)
_AUDIT = _letter(
    "公益性支出专项审计报告",
    "我们审计了所附的公益性服务支出明细表。编制该明细表是管理层的责任，我们的责任是在审计的基础上发表意见。",
    "经审计，本年度公益性服务支出主要用于公益讲座、免费咨询和志愿服务，支出真实、合规，未发现挪用情况。",
    "我们认为，该明细表在所有重大方面公允反映了公益性服务支出的情况。",
    pages=3,
    sender="示例会计师事务所（示例）",
)
_FUND = _letter(
    "专项资金项目申请受理通知书",
    "你单位申报的“中小企业数字化服务能力提升”项目，材料齐全，符合受理条件，予以受理。",
    "请于规定期限内提交项目实施计划和资金使用计划，并按要求报送进展情况。",
    sender=_OFFICE,
)


def _files(*pairs: tuple[str, Make]) -> tuple[Recipe, ...]:
    return tuple(Recipe(name, make) for name, make in pairs)


DEMO_FILES: Mapping[str, tuple[Recipe, ...]] = {
    "legal_person_license": _files(
        ("营业执照副本.pdf", as_pdf(_LEGAL_LICENCE, "营业执照")),
        ("营业执照正本_现场拍摄.jpg", photographed(_LEGAL_LICENCE)),
    ),
    "practice_license": _files(
        ("执业许可证.pdf", as_pdf(_PRACTICE_LICENCE, "执业许可证")),
        ("执业许可证副本_现场拍摄.jpg", photographed(_PRACTICE_LICENCE, turned=True)),
    ),
    "honors_3y": _files(
        (
            "优秀服务机构荣誉证书.jpg",
            photographed(
                _certificate("荣誉证书", "在中小企业服务工作中成绩突出，评为年度优秀服务机构。")
            ),
        ),
        (
            "服务创新奖证书_扫描.jpg",
            scanned(
                _certificate("荣誉证书", "报送的服务案例获年度服务创新奖，特发此证，以资鼓励。")
            ),
        ),
    ),
    "provider_recognition": _files(
        (
            "服务机构认定通知.pdf",
            as_pdf(
                _letter(
                    "关于认定中小企业服务机构的通知",
                    "各有关单位：经自愿申报、材料审核、专家评审和公示，认定你单位为中小企业服务机构，有效期三年。",
                    "请认真履行服务承诺，按季度报送服务情况，自觉接受第三方测评和社会监督。",
                    sender=_OFFICE,
                    pages=2,
                ),
                "服务机构认定通知",
            ),
        ),
        (
            "服务机构铜牌证书.jpg",
            photographed(_certificate("认定证书", "认定为中小企业服务机构，有效期三年。")),
        ),
    ),
    "event_records": _files(
        ("宣讲会签到表.jpg", photographed(_sign_in)),
        ("宣讲会现场_01.jpg", _hall),
        ("活动通知.pdf", as_pdf(_NOTICE, "活动通知")),
    ),
    "ip_proof": _files(
        (
            "软件著作权登记证书.jpg",
            photographed(
                _certificate(
                    "登记证书",
                    "“中小企业服务管理软件 V1.0（示例）”的著作权归你单位所有，特此登记。",
                    "示例登记中心（示例）",
                )
            ),
        ),
        (
            "实用新型证书_扫描.jpg",
            scanned(
                _certificate(
                    "专利证书",
                    "“一种资料归档装置（示例）”经审查，授予专利权。",
                    "示例登记中心（示例）",
                )
            ),
        ),
    ),
    "special_fund_application": _files(
        ("专项资金受理通知书.pdf", as_pdf(_FUND, "专项资金受理通知书")),
        ("专项资金受理通知书_原件.jpg", photographed(_FUND)),
    ),
    "staff_list": _files(
        ("专职人员名单.xlsx", typed(_STAFF)),
        ("专职人员名单_盖章.jpg", photographed(on_paper(_STAFF))),
    ),
    "staff_contracts": _files(
        ("劳动合同_样本一.pdf", as_pdf(_EMPLOYMENT, "劳动合同")),
        ("劳动合同_样本二.pdf", as_pdf(_EMPLOYMENT, "劳动合同")),
    ),
    "social_insurance_list": _files(
        ("社保清单.xlsx", typed(_INSURANCE)),
        ("社保缴纳证明.pdf", as_pdf(on_paper(_INSURANCE), "社保缴纳证明")),
    ),
    "management_system_certificate": _files(
        (
            "质量管理体系认证证书.pdf",
            as_pdf(
                _certificate(
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
                _certificate("认证证书", "质量管理体系符合标准要求。", "示例认证有限公司（示例）")
            ),
        ),
    ),
    "systems_list": _files(
        ("制度清单.xlsx", typed(_SYSTEMS)),
        ("各项制度首页.pdf", as_pdf(_SYSTEM_PAGES, "各项制度首页")),
    ),
    "service_materials": _files(
        ("服务台账.xlsx", typed(_SERVED)),
        ("服务现场.jpg", _hall),
        ("上门服务记录.txt", _note),
    ),
    "fee_standard": _files(
        ("收费标准_公示.jpg", photographed(on_paper(_FEES))),
        ("收费标准.pdf", as_pdf(on_paper(_FEES), "收费标准")),
    ),
    "public_benefit_audit": _files(
        ("公益性支出审计报告.pdf", as_pdf(_AUDIT, "公益性支出审计报告"))
    ),
    "shop_decoration_capture": _files(
        ("店铺首页截图.png", _shop_front),
        ("店铺概况截图.png", _shop_front),
    ),
    "product_list": _files(
        ("服务产品列表.png", on_screen(_PRODUCTS)),
        ("服务产品导出.xlsx", typed(_PRODUCTS)),
    ),
    "order_records": _files(
        ("订单列表截图.png", on_screen(_ORDERS)),
        ("订单导出.xlsx", typed(_ORDERS)),
    ),
    "customer_list": _files(("服务对象名单.xlsx", typed(_CUSTOMERS))),
    "login_records": _files(
        ("登录记录截图.png", on_screen(_LOGINS)),
        ("登录记录导出.xlsx", typed(_LOGINS)),
    ),
    "feedback_records": _files(
        ("评价列表截图.png", on_screen(_FEEDBACK)),
        ("评价导出.xlsx", typed(_FEEDBACK)),
    ),
    "follower_records": _files(
        ("关注用户截图.png", on_screen(_FOLLOWERS)),
        ("关注用户导出.xlsx", typed(_FOLLOWERS)),
    ),
    SITE_RECORDS: _files(
        ("走访照片_前台.jpg", _reception),
        ("走访照片_活动现场.jpg", _hall),
    ),
    CALL_RECORDS: _files(("电话回访记录.jpg", photographed(on_paper(_CALLS)))),
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
