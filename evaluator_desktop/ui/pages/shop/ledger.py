"""The rules of the scheme as a ledger: count × points = points, and what a cap cuts off."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from evaluator_desktop.domain.scheme import Measure, Scheme
from evaluator_desktop.domain.shop_draft import MEASURE_FIELDS, Draft
from evaluator_desktop.domain.shop_points import ShopLine
from evaluator_desktop.texts import N_, _, count_text, language
from evaluator_desktop.ui.theme import PX, font
from evaluator_desktop.ui.widgets.cells import CELL, Cell, CellDelegate, paint_cell, paint_row
from evaluator_desktop.ui.widgets.plain import tool_tip
from evaluator_desktop.ui.widgets.tables import Table

Index = QModelIndex | QPersistentModelIndex

_HEADS = (
    *(N_("Group"), N_("Rule"), N_("Count"), N_("Each"), N_("Earned")),
    N_("Cap, notes"),
)
_RIGHT = {2, 3, 4}
_WIDTHS = (92, 0, 76, 50, 64, 150)
_GROUP, _NAME, _REMARKS = 0, 1, 5
_MOST_GROUP = 132
_LEAST_NAME, _MOST_NAME, _LEAST_REMARKS = 150, 240, 64
_PAD = 8
_FLAGS = {Measure.INTRODUCTION, Measure.WEBSITE, Measure.DECORATION}
_COUNTS: Mapping[Measure, str] = {
    Measure.REGISTRATION_YEARS: N_("{count} yr"),
    Measure.CERTIFICATES: N_("{count} pcs"),
    Measure.PRODUCTS: N_("{count} pcs"),
    Measure.LOGIN_DAYS: N_("{count} days"),
    Measure.LOGIN_STREAKS: N_("{count} runs"),
    Measure.FOLLOWERS_PERSONAL: N_("{count} users"),
    Measure.FOLLOWERS_ENTERPRISE: N_("{count} users"),
    Measure.PURCHASES: N_("{count} times"),
    Measure.PRAISE_PERSONAL: N_("{count} times"),
    Measure.PRAISE_ENTERPRISE: N_("{count} times"),
    Measure.COMMENTS_PERSONAL: N_("{count} posts"),
    Measure.COMMENTS_ENTERPRISE: N_("{count} posts"),
    Measure.REPLIES: N_("{count} posts"),
}


def quantity_text(line: ShopLine, draft: Draft) -> str:
    """Return what was counted, with its unit."""
    measure = line.rule.measure
    if measure in _FLAGS:
        return _("exists") if line.quantity else _("none")
    if measure is Measure.POSITIVE_RATE:
        ratings = draft.facts.ratings
        return f"{count_text(ratings.good)} / {count_text(ratings.all)}"
    return count_words(measure, line.quantity)


def count_words(measure: Measure, quantity: int) -> str:
    """Return a count with the unit of what a rule counts."""
    words = _(_COUNTS[measure]) if measure in _COUNTS else "{count}"
    return words.format(count=count_text(quantity))


def rate_text(good: int, total: int) -> str:
    """Return a rate in per cent to one decimal, cut off so that it never looks reached."""
    if not total:
        return ""
    tenths = good * 1000 // total
    return f"{tenths // 10}.{tenths % 10}%"


class LedgerModel(QAbstractTableModel):
    """A row a rule of the scheme, in the document's order."""

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rules = scheme.rules
        self._draft: Draft | None = None

    def set_draft(self, draft: Draft | None) -> None:
        """Show what the rules make of these facts."""
        self._draft = draft
        last = self.index(len(self.rules) - 1, len(_HEADS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rows_fed_by(self, path: str) -> list[int]:
        """Return the rows whose count comes from this field."""
        return [n for n, rule in enumerate(self.rules) if path in MEASURE_FIELDS[rule.measure]]

    def closes_group(self, row: int) -> bool:
        """True for the last rule of its group."""
        return row + 1 == len(self.rules) or self.rules[row].group != self.rules[row + 1].group

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rules)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_HEADS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (CELL, *_TEXT_ROLES):
            return None
        cell = self._cell(index.row(), index.column())
        if role == CELL:
            return cell
        text = " ".join(filter(None, (cell.text, cell.note)))
        return text if role == Qt.ItemDataRole.DisplayRole else tool_tip(text)

    def _cell(self, row: int, column: int) -> Cell:
        rule, lang = self.rules[row], language()
        if column == 0:
            opens = row == 0 or self.closes_group(row - 1)
            return Cell(rule.group.text(lang) if opens else "", ink="text2")
        if column == _NAME:
            return Cell(rule_name(rule.name.text(lang), rule.unit.text(lang), rule.measure))
        if column == 3:
            return Cell(f"× {rule.points}", ink="text2", right=True)
        draft = self._draft
        if draft is None or rule.measure not in draft.known:
            return Cell("–", ink="text3", right=True) if column in _RIGHT else Cell()
        return _CELLS[column](draft.ledger.lines[row], draft)


def rule_name(name: str, unit: str, measure: Measure) -> str:
    """Return the document's name of a rule; the two of one name are told apart by their unit."""
    return f"{name} · {unit}" if measure is Measure.LOGIN_STREAKS else name


def _count_cell(line: ShopLine, draft: Draft) -> Cell:
    return Cell(quantity_text(line, draft), right=True)


def _points_cell(line: ShopLine, _draft: Draft) -> Cell:
    return Cell(count_text(line.points), bold=True, right=True)


def _remark_cell(line: ShopLine, draft: Draft) -> Cell:
    if cut := line.uncapped_points - line.points:
        words = _("−{cut}  cap {cap}").format(cut=count_text(cut), cap=line.rule.cap)
        return Cell(words, ink="partly", icon="warning", icon_ink="partly", small=True)
    if line.rule.measure is Measure.POSITIVE_RATE:
        ratings = draft.facts.ratings
        return Cell(rate_text(ratings.good, ratings.all), ink="text2", small=True)
    return Cell()


_TEXT_ROLES = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole))
_CELLS: Mapping[int, Callable[[ShopLine, Draft], Cell]] = {
    2: _count_cell,
    4: _points_cell,
    5: _remark_cell,
}


class LedgerTable(Table):
    """Rows of 22 px with a hairline below each group; the rules fed by a field are lit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_row_height(PX["row_ledger"])
        self.setItemDelegate(_LedgerDelegate(self))
        self.setSelectionMode(Table.SelectionMode.ExtendedSelection)

    def set_model(self, model: LedgerModel) -> None:
        """Show a ledger; the name of the rule takes the room that is left."""
        self.setModel(model)
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS):
            if width:
                wanted = head.fontMetrics().horizontalAdvance(_(_HEADS[column])) + 2 * _PAD + 2
                head.resizeSection(column, max(width, wanted))
        longest = self._longest(_GROUP)
        head.resizeSection(_GROUP, min(max(longest, _WIDTHS[_GROUP]), _MOST_GROUP))
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the remarks give way to the names of the rules."""
        head = self.horizontalHeader()
        if head.count() > _REMARKS:
            others = sum(head.sectionSize(c) for c in range(head.count()) if _WIDTHS[c]) - (
                head.sectionSize(_REMARKS)
            )
            room = self.viewport().width() - others - self._name_width()
            head.resizeSection(_REMARKS, min(max(room, _LEAST_REMARKS), _WIDTHS[_REMARKS]))
        super().resizeEvent(event)

    def _name_width(self) -> int:
        """Return the width that the longest name of a rule needs, within bounds."""
        return min(max(self._longest(_NAME), _LEAST_NAME), _MOST_NAME)

    def _longest(self, column: int) -> int:
        """Return the width that the longest words of a column need."""
        model, measure = self.model(), QFontMetrics(font("body")).horizontalAdvance
        words = (model.index(row, column).data() for row in range(model.rowCount()))
        return max((measure(str(one)) for one in words), default=0) + 3 * _PAD

    def light(self, rows: list[int]) -> None:
        """Select these rows: what the focused field feeds."""
        selection, model = QItemSelection(), self.model()
        for row in rows:
            selection.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flag.ClearAndSelect)
        if rows:
            self.scrollTo(model.index(rows[0], 0))


class _LedgerDelegate(CellDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        model, cell = index.model(), index.data(CELL)
        whole = QStyleOptionViewItem(option)
        if isinstance(model, LedgerModel) and not model.closes_group(index.row()):
            painter.setClipRect(option.rect)  # the hairline falls just below, and is not drawn
            whole.rect = option.rect.adjusted(0, 0, 0, 1)
        paint_row(painter, whole, first=index.column() == 0)
        if isinstance(cell, Cell):
            paint_cell(painter, option.rect.adjusted(_PAD, 0, -_PAD, -1), cell)
        painter.restore()
