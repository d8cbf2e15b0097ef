"""Who is in the demo: a dozen made-up providers at different stages, as one table of data."""

from dataclasses import dataclass

from evaluator_desktop.domain.credit_code import check_digit

LEAD = "林一帆"
SECOND = "周明"
THIRD = "何书语"
FOURTH = "陈嘉禾"


@dataclass(frozen=True)
class Actor:
    """One provider of the demo.

    `rated` items carry ratings and checked evidence; the next `attached` items have evidence that
    is still pending. `shop` is a size: 0 no facts, else roughly how busy the shop is.
    """

    name: str
    number: int
    evaluator: str
    rated: int
    attached: int
    shop: int
    is_law_firm: bool = False
    submitted: bool = False
    returned: bool = False
    locked: bool = False
    disputed: bool = False
    customers: int = 0
    called: int = 0
    """How many of the customers were called so far; none: the sample is not drawn yet."""
    content: bool = True
    """Whether the customers who were reached are content, as a rule."""

    @property
    def code(self) -> str:
        """A credit code with a right check digit, of a region that does not exist."""
        first = f"91319999MADEM{self.number:04d}"
        return first + check_digit(first)


CAST = (
    Actor("雁栖管理咨询公司（示例）", 177, LEAD, 8, 3, 2, customers=12, called=7),
    Actor("青梧企业咨询公司（示例）", 38, SECOND, 11, 2, 6, disputed=True),
    Actor(
        "纸飞机创业服务中心（示例）", 101, THIRD, 15, 0, 2, submitted=True, customers=30, called=30
    ),
    Actor("松果知识产权中心（示例）", 249, FOURTH, 6, 4, 4),
    Actor(
        *("石榴籽财税咨询公司（示例）", 310, SECOND, 15, 0, 2),
        submitted=True,
        returned=True,
        customers=16,
        called=16,
        content=False,
    ),
    Actor("白鹭洲人才服务中心（示例）", 388, THIRD, 15, 0, 5, submitted=True, locked=True),
    Actor("云梯科技咨询公司（示例）", 451, LEAD, 4, 5, 7, customers=64, called=19),
    Actor("拾光律师事务所（示例）", 521, FOURTH, 15, 0, 5, is_law_firm=True, submitted=True),
    Actor("木棉企业咨询公司（示例）", 599, SECOND, 10, 3, 1, customers=120),
    Actor("格物创业服务中心（示例）", 660, THIRD, 0, 0, 0),
    Actor("蜗牛管理咨询公司（示例）", 732, LEAD, 2, 2, 0),
    Actor("橡果知识产权中心（示例）", 804, FOURTH, 0, 4, 3),
)
