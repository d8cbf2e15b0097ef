"""What the demo's documents say: lists, letters, licences and pictures of places.

Apart from `files`, which only says which of them a requirement gets.
"""

from evaluator_desktop.demo import documents, photos, scenes, screens
from evaluator_desktop.demo.documents import ListForm, Subject
from evaluator_desktop.demo.paper import Sheet
from evaluator_desktop.demo.recipes import Draw, moment
from evaluator_desktop.demo.words import EVENTS, PLACES, long_day

OFFICE = "示例区中小企业服务办公室（示例）"
WRITTEN = frozenset({1, 2, 3})


def certificate(title: str, words: str, sender: str = OFFICE) -> Draw:
    return lambda subject: [documents.certificate(subject, title, words, sender)]


def licence(title: str, *fields: tuple[str, str]) -> Draw:
    return lambda subject: [documents.licence(subject, title, fields)]


def letter(title: str, *paragraphs: str, sender: str = "") -> Draw:
    return lambda subject: documents.letter(subject, title, sender or subject.provider, paragraphs)


def contract(title: str, *clauses: str) -> Draw:
    return lambda subject: documents.contract(subject, title, clauses)


def sign_in(subject: Subject) -> list[Sheet]:
    headings = ("序号", "单位", "姓名", "到场")
    event = f"{subject.chance.choice(EVENTS)}签到表"
    kinds = ("company", "person", "clock")
    form = ListForm(event, headings, kinds, 12, (1, 4, 2, 1.6), WRITTEN)
    below = f"时间：{long_day(subject.day)} 14:00　地点：{subject.chance.choice(PLACES)}"
    return [documents.filled_list(subject, form, below)]


def system_pages(subject: Subject) -> list[Sheet]:
    return documents.rules(subject, SYSTEM_NAMES, SYSTEM_PARAGRAPHS)


def hall(subject: Subject) -> bytes:
    below = f"{subject.provider}　{long_day(subject.day)}"
    picture = scenes.hall_photo(subject.chance.choice(EVENTS), below, subject.chance)
    return photos.photo_bytes(picture, moment(subject), turned=subject.chance.random() < 0.3)


def reception(subject: Subject) -> bytes:
    picture = scenes.reception_photo(subject.provider, subject.chance)
    return photos.photo_bytes(picture, moment(subject))


def shop_front(subject: Subject) -> bytes:
    return screens.shop_front(subject.provider, subject.chance)


def note(subject: Subject) -> bytes:
    return documents.service_record(subject).encode()


STAFF = ListForm(
    "专职人员名单", ("序号", "姓名", "岗位", "入职日期"), ("person", "post", "day"), 18
)
INSURANCE = ListForm(
    "社会保险缴纳清单", ("序号", "姓名", "缴费日期", "状态"), ("person", "day", "paid"), 18
)
SYSTEM_NAMES = (
    "服务管理制度",
    "财务管理制度",
    "人事管理制度",
    "质量控制措施",
    "收费标准",
    "投诉机制",
)
SYSTEMS = ListForm("制度清单", ("序号", "制度名称", "发布日期"), ("joined",), 6, names=SYSTEM_NAMES)
SERVED = ListForm(
    "服务台账", ("序号", "服务对象", "服务内容", "日期"), ("company", "service", "day"), 40
)
FEES = ListForm(
    "收费标准", ("序号", "服务项目", "价格（元）"), ("service", "amount"), 12, (1, 6, 3)
)
PRODUCTS = ListForm(
    "服务产品", ("序号", "产品名称", "上架日期", "价格（元）"), ("service", "day", "amount"), 18
)
ORDERS = ListForm(
    "订单管理",
    ("序号", "订单号", "服务内容", "金额（元）", "状态"),
    ("id", "service", "amount", "done"),
    48,
)
CUSTOMERS = ListForm(
    "服务对象名单", ("序号", "企业名称", "联系人", "联系电话"), ("company", "person", "phone"), 60
)
LOGINS = ListForm("登录记录", ("序号", "日期", "时间", "操作人"), ("day", "time", "person"), 80)
FEEDBACK = ListForm(
    "评价管理", ("序号", "用户", "评分", "评价内容"), ("company", "stars", "praise"), 36
)
FOLLOWERS = ListForm(
    "关注用户", ("序号", "用户", "类型", "关注日期"), ("company", "kind", "day"), 50
)
CALLS = ListForm(
    "满意度电话回访记录",
    ("序号", "企业名称", "接听人", "时间"),
    ("company", "person", "time"),
    12,
    (1, 4, 2, 2),
    WRITTEN,
)

EMPLOYMENT = contract(
    "劳动合同（示例）",
    "本合同为固定期限劳动合同，期限三年，自签订之日起计算，其中试用期三个月。",
    "乙方从事中小企业服务工作，工作地点为甲方住所地；因服务需要可以到服务对象所在地工作。",
    "乙方每日工作不超过八小时，每周工作不超过四十小时，甲方保证乙方每周至少休息一日。",
    "甲方按月以货币形式支付工资，不得克扣或者无故拖欠。",
    "甲方依法为乙方缴纳社会保险和住房公积金，个人应缴部分由甲方代扣代缴。",
    "甲方为乙方提供必要的工作条件和职业培训，乙方应当参加与岗位有关的培训和考核。",
    "乙方应当遵守甲方的规章制度，保守在工作中知悉的服务对象的商业秘密和个人信息。",
    "乙方不得以甲方名义私自承接业务，不得收受服务对象给予的财物。",
    "合同的变更、解除、终止和续订，依照有关法律规定执行。",
    "因履行本合同发生争议的，双方协商解决；协商不成的，可以依法申请仲裁。",
    "本合同一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。",
)
NOTICE = letter(
    "关于举办中小企业服务活动的通知",
    "各有关企业：为帮助中小企业了解和用好各项惠企政策，定于近期举办专题服务活动，现将有关事项通知如下。",
    "一、活动内容：政策解读、案例分享、现场答疑，并安排一对一咨询。",
    "二、参加人员：区内中小企业负责人或有关部门负责人，每家企业不超过两人，免费参加。",
    "三、报名方式：请于活动前三个工作日内通过企业服务云报名，额满为止。",
    "四、议程安排：十三时三十分签到，十四时政策解读，十五时案例分享，十六时现场咨询。",
    "五、其他事项：请参加人员提前了解本企业基本情况，带好需要咨询的材料；会场停车位有限，请绿色出行。",
    "六、活动现场将拍照留存，照片只用于服务记录和测评，不作其他用途。",
)
SYSTEM_PARAGRAPHS = (
    "为规范服务行为，提高服务质量，保障服务对象的合法权益，制定本{title}。",
    "本{title}适用于本机构全体人员以及受本机构委托开展服务的人员。",
    "有关工作应当留有记录，工作结束后五个工作日内归档，保存期限不少于五年。",
    "各部门负责人对本部门执行情况负责，每季度检查一次，发现问题及时整改。",
    "违反本{title}的，视情节给予批评教育、调离岗位等处理；造成损失的，依法承担责任。",
    "本{title}由综合部负责解释，自发布之日起施行，每年评审修订一次。",
)
LEGAL_LICENCE = licence(
    "营业执照",
    ("类　　型", "有限责任公司（示例）"),
    ("住　　所", "上海市示例区示例路 1 号"),
    ("法定代表人", "示例人员"),
    ("经营范围", "企业管理咨询；会议服务；技术服务"),
)
PRACTICE_LICENCE = licence(
    "律师事务所执业许可证",
    ("组织形式", "普通合伙所（示例）"),
    ("住　　所", "上海市示例区示例路 2 号"),
    ("负 责 人", "示例人员"),
    ("批准机关", "示例市司法局（示例）"),
)
AUDIT = letter(
    "公益性支出专项审计报告",
    "我们审计了所附的公益性服务支出明细表。编制该明细表是管理层的责任，我们的责任是在审计的基础上发表意见。",
    "经审计，本年度公益性服务支出主要用于公益讲座、免费咨询和志愿服务，支出真实、合规，未发现挪用情况。",
    "我们按照审计准则的规定执行了审计工作，检查了凭证、合同和活动记录，抽查了部分受益企业。",
    "经核对，公益讲座支出、免费咨询支出和志愿服务支出均有相应的通知、签到和现场照片佐证。",
    "公益性服务收入为零，未发现以公益名义变相收费的情况。",
    "我们认为，该明细表在所有重大方面公允反映了公益性服务支出的情况。",
    "本报告仅供第三方测评使用，不得用于其他目的。因使用不当造成的后果，与本所及执行本次审计的人员无关。",
    sender="示例会计师事务所（示例）",
)
FUND = letter(
    "专项资金项目申请受理通知书",
    "你单位申报的“中小企业数字化服务能力提升”项目，材料齐全，符合受理条件，予以受理。",
    "请于规定期限内提交项目实施计划和资金使用计划，并按要求报送进展情况。",
    sender=OFFICE,
)
