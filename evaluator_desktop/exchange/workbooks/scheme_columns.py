"""A scheme's document laid out as sheets: which value stands in which column.

One table for the writing and the reading, so that nothing can be written that is not read back.
Bounds, choices and what must be there come from the domain's own reader. A value that a document
may hold and no sheet has is a fault (tested).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.scheme_reader import scheme_leaves
from evaluator_desktop.domain.strict import Leaf
from evaluator_desktop.texts import language


@dataclass(frozen=True)
class Field:
    """A column: one value of a record, `path` as `name.zh`, of lists `checklist[].zh`."""

    path: str
    name: Name
    width: int = 16


@dataclass(frozen=True)
class ListSheet:
    """A sheet with a row a record; `path` names the list of such records in the document."""

    title: Name
    path: str
    fields: tuple[Field, ...]
    parent: Field | None = None
    """The id of the record that a row belongs to, which stands in the sheet of `above`."""
    above: str = ""

    def leaf(self, path: str) -> Leaf:
        """Return what the domain says of the column with this path."""
        return _leaves()[joined(f"{self.path}[]", path)]


@dataclass(frozen=True)
class ValueSheet:
    """A sheet with a row a value: what the document, or its parameters, hold once."""

    title: Name
    path: str

    @property
    def leaves(self) -> Mapping[str, Leaf]:
        """The values by their path within `path`, in the document's order."""
        found = ((p, leaf) for p, leaf in _leaves().items() if self._has(p))
        return {path.removeprefix(self.path).lstrip("."): leaf for path, leaf in found}

    def _has(self, path: str) -> bool:
        return "[]" not in path and path.startswith("parameters.") == bool(self.path)


_leaves = cache(scheme_leaves)


def joined(path: str, more: str) -> str:
    """Join two paths; one of them may be empty."""
    return f"{path}.{more}" if path and more else path or more


def _both(path: str, zh: str, en: str, width: int = 26) -> tuple[Field, Field]:
    return (
        Field(joined(path, "zh"), Name(f"{zh}（中文）", f"{en}, Chinese"), width),
        Field(joined(path, "en"), Name(f"{zh}（英文）", f"{en}, English"), width),
    )


DIMENSIONS = "dimensions"
INDICATORS = "dimensions[].indicators"
ITEMS = "dimensions[].indicators[].items"
REQUIREMENTS = "dimensions[].indicators[].items[].requirements"
_DIMENSION_ID = Name("一级指标编号", "Dimension id")
_INDICATOR_ID = Name("二级指标编号", "Indicator id")
_ITEM_ID = Name("评审项编号", "Item id")
WEIGHT = Field("weight_bp", Name("权重（万分比）", "Weight in basis points"))

LIST_SHEETS: tuple[ListSheet, ...] = (
    ListSheet(
        Name("一级指标", "Dimensions"),
        DIMENSIONS,
        (Field("id", _DIMENSION_ID, 26), *_both("name", "一级指标名称", "Dimension")),
    ),
    ListSheet(
        Name("二级指标", "Indicators"),
        INDICATORS,
        (
            Field("id", _INDICATOR_ID, 30),
            *_both("name", "二级指标名称", "Indicator"),
            *_both("description", "指标说明", "Description", 48),
        ),
        Field("parent", _DIMENSION_ID, 20),
        DIMENSIONS,
    ),
    ListSheet(
        Name("评审项", "Items"),
        ITEMS,
        (
            Field("id", _ITEM_ID, 36),
            *_both("name", "评审项名称", "Item", 22),
            WEIGHT,
            Field("full_mark_points", Name("满分积分", "Full mark in points")),
            Field("suggestion", Name("建议评分依据", "Suggested from"), 20),
            Field("point_rules[]", Name("对应积分规则", "Points rules"), 36),
            *_both("evidence_text", "评审依据", "Evidence text", 48),
        ),
        Field("parent", _INDICATOR_ID, 30),
        INDICATORS,
    ),
    ListSheet(
        Name("佐证要求", "Requirements"),
        REQUIREMENTS,
        (
            Field("id", Name("要求编号", "Requirement id"), 30),
            *_both("name", "佐证材料", "Evidence", 30),
            Field("when", Name("何时要求", "Asked for")),
            Field("method", Name("默认核验方式", "Usual method")),
            *_both("checklist[]", "清单", "Checklist"),
        ),
        Field("parent", _ITEM_ID, 36),
        ITEMS,
    ),
    ListSheet(
        Name("积分规则", "Points rules"),
        "rules",
        (
            Field("id", Name("规则编号", "Rule id"), 36),
            *_both("group", "积分类别", "Group"),
            *_both("name", "积分规则名称", "Rule"),
            *_both("unit", "计分单位", "Unit", 16),
            Field("measure", Name("统计口径", "What it counts"), 22),
            Field("points", Name("每单位积分", "Points each")),
            Field("cap", Name("封顶积分", "Cap")),
            *_both("remark", "备注", "Remark", 20),
        ),
    ),
    ListSheet(
        Name("店铺等级", "Tiers"),
        "tiers",
        (
            Field("id", Name("等级编号", "Tier id"), 18),
            *_both("name", "等级名称", "Tier", 18),
            Field("low", Name("积分下限", "Lowest points")),
            Field("high", Name("积分上限", "Highest points")),
        ),
    ),
    ListSheet(
        Name("结论类别", "Classes"),
        "parameters.classes",
        (
            Field("id", Name("类别编号", "Class id"), 18),
            *_both("name", "类别名称", "Class", 18),
            Field("minimum", Name("最低得分", "Lowest total")),
        ),
    ),
    ListSheet(
        Name("准入条件", "Entry conditions"),
        "parameters.entry_conditions",
        (
            Field("id", Name("条件编号", "Condition id"), 18),
            *_both("name", "条件名称", "Condition", 36),
            Field("measure", Name("统计对象", "Measure"), 24),
            Field("minimum", Name("不低于", "At least")),
        ),
    ),
    ListSheet(Name("常用语", "Phrases"), "parameters.phrases", _both("", "常用语", "Phrase", 60)),
    ListSheet(
        Name("离场检查", "Before leaving"),
        "parameters.departure_checks",
        (
            Field("id", Name("检查编号", "Check id"), 22),
            *_both("name", "检查内容", "Check", 36),
            Field("mendable", Name("可事后补正", "Can be mended later")),
        ),
    ),
    ListSheet(Name("依据文件", "Documents"), "basis", _both("", "文件名称", "Document", 60)),
)

VALUE_SHEETS = (
    ValueSheet(Name("基本信息", "Scheme"), ""),
    ValueSheet(Name("参数", "Parameters"), "parameters"),
)
SHEET_ORDER: tuple[ListSheet | ValueSheet, ...] = (
    VALUE_SHEETS[0],
    *LIST_SHEETS[:7],
    VALUE_SHEETS[1],
    *LIST_SHEETS[7:],
)
"""As a reader of the workbook meets them."""

VALUE_FIELDS = (
    Field("id", Name("编号", "Id"), 34),
    Field("name", Name("名称", "Name"), 34),
    Field("value", Name("取值", "Value"), 30),
    Field("bounds", Name("取值范围", "Bounds"), 44),
    Field("meaning", Name("说明", "Meaning"), 70),
)
NOTES = Name("填写说明", "Notes")


def title_of(path: str) -> str:
    """Return what the sheet of a list is called, in the user's language."""
    return next(s.title for s in LIST_SHEETS if s.path == path).text(language())
