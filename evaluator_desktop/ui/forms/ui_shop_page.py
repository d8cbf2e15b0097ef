"""Made of ui/shop_page.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QPushButton, QSizePolicy, QSpacerItem, QSplitter,
    QStackedWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.shop.calendar_pane import CalendarPane
from evaluator_desktop.ui.pages.shop.facts_form import FactsForm
from evaluator_desktop.ui.pages.shop.ledger import LedgerTable
from evaluator_desktop.ui.pages.shop.result_pane import ResultPane
from evaluator_desktop.ui.pages.shop.trial_frame import (TrialBand, TrialFrame)
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.jump_field import JumpField
from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, NoticeLine)
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_ShopPage(object):
    def setupUi(self, ShopPage: QWidget) -> None:
        if not ShopPage.objectName():
            ShopPage.setObjectName(u"ShopPage")
        ShopPage.resize(1288, 708)
        self.page_layout = QVBoxLayout(ShopPage)
        self.page_layout.setSpacing(0)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(0, 0, 0, 0)
        self.header = QFrame(ShopPage)
        self.header.setObjectName(u"header")
        self.header.setProperty(u"surface", u"window")
        self.header.setProperty(u"line", u"bottom")
        self.header.setMinimumSize(QSize(0, 56))
        self.header_row = QHBoxLayout(self.header)
        self.header_row.setSpacing(8)
        self.header_row.setObjectName(u"header_row")
        self.header_row.setContentsMargins(12, 5, 12, 4)
        self.title_column = QVBoxLayout()
        self.title_column.setSpacing(2)
        self.title_column.setObjectName(u"title_column")
        self.title_column.setContentsMargins(0, 0, 0, 0)
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(10)
        self.title_row.setObjectName(u"title_row")
        self.title_row.setContentsMargins(0, 0, 0, 0)
        self.name_label = PlainLabel(self.header)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"title")

        self.title_row.addWidget(self.name_label)

        self.page_tag = PlainLabel(self.header)
        self.page_tag.setObjectName(u"page_tag")
        self.page_tag.setProperty(u"role", u"tag")

        self.title_row.addWidget(self.page_tag)

        self.state_tag = PlainLabel(self.header)
        self.state_tag.setObjectName(u"state_tag")
        self.state_tag.setProperty(u"role", u"tag")

        self.title_row.addWidget(self.state_tag)

        self.title_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.title_row.addItem(self.title_spacer)


        self.title_column.addLayout(self.title_row)

        self.meta_row = QHBoxLayout()
        self.meta_row.setSpacing(6)
        self.meta_row.setObjectName(u"meta_row")
        self.meta_row.setContentsMargins(0, 0, 0, 0)
        self.code_icon = IconLabel(self.header)
        self.code_icon.setObjectName(u"code_icon")

        self.meta_row.addWidget(self.code_icon)

        self.meta_label = PlainLabel(self.header)
        self.meta_label.setObjectName(u"meta_label")
        self.meta_label.setProperty(u"role", u"meta")

        self.meta_row.addWidget(self.meta_label)


        self.title_column.addLayout(self.meta_row)


        self.header_row.addLayout(self.title_column)

        self.provider_field = JumpField(self.header)
        self.provider_field.setObjectName(u"provider_field")

        self.header_row.addWidget(self.provider_field)

        self.import_button = QPushButton(self.header)
        self.import_button.setObjectName(u"import_button")

        self.header_row.addWidget(self.import_button)

        self.trial_button = QPushButton(self.header)
        self.trial_button.setObjectName(u"trial_button")
        self.trial_button.setCheckable(True)

        self.header_row.addWidget(self.trial_button)

        self.rules_button = QPushButton(self.header)
        self.rules_button.setObjectName(u"rules_button")

        self.header_row.addWidget(self.rules_button)


        self.page_layout.addWidget(self.header)

        self.error_line = ErrorLine(ShopPage)
        self.error_line.setObjectName(u"error_line")

        self.page_layout.addWidget(self.error_line)

        self.notice_line = NoticeLine(ShopPage)
        self.notice_line.setObjectName(u"notice_line")

        self.page_layout.addWidget(self.notice_line)

        self.stack = QStackedWidget(ShopPage)
        self.stack.setObjectName(u"stack")
        self.empty_state = EmptyState()
        self.empty_state.setObjectName(u"empty_state")
        self.stack.addWidget(self.empty_state)
        self.trial_frame = TrialFrame()
        self.trial_frame.setObjectName(u"trial_frame")
        self.sheet_layout = QVBoxLayout(self.trial_frame)
        self.sheet_layout.setSpacing(0)
        self.sheet_layout.setObjectName(u"sheet_layout")
        self.sheet_layout.setContentsMargins(0, 0, 0, 0)
        self.trial_band = TrialBand(self.trial_frame)
        self.trial_band.setObjectName(u"trial_band")

        self.sheet_layout.addWidget(self.trial_band)

        self.shop_splitter = QSplitter(self.trial_frame)
        self.shop_splitter.setObjectName(u"shop_splitter")
        self.shop_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.shop_splitter.setHandleWidth(1)
        self.shop_splitter.setChildrenCollapsible(False)
        self.shop_left_splitter = QSplitter(self.shop_splitter)
        self.shop_left_splitter.setObjectName(u"shop_left_splitter")
        self.shop_left_splitter.setOrientation(Qt.Orientation.Vertical)
        self.shop_left_splitter.setHandleWidth(1)
        self.shop_left_splitter.setChildrenCollapsible(True)
        self.shop_top_splitter = QSplitter(self.shop_left_splitter)
        self.shop_top_splitter.setObjectName(u"shop_top_splitter")
        self.shop_top_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.shop_top_splitter.setHandleWidth(1)
        self.shop_top_splitter.setChildrenCollapsible(False)
        self.facts_pane = QFrame(self.shop_top_splitter)
        self.facts_pane.setObjectName(u"facts_pane")
        self.facts_pane.setProperty(u"surface", u"window")
        self.facts_pane.setMinimumSize(QSize(270, 0))
        self.facts_layout = QVBoxLayout(self.facts_pane)
        self.facts_layout.setSpacing(0)
        self.facts_layout.setObjectName(u"facts_layout")
        self.facts_layout.setContentsMargins(0, 0, 0, 0)
        self.facts_head = PaneHead(self.facts_pane)
        self.facts_head.setObjectName(u"facts_head")

        self.facts_layout.addWidget(self.facts_head)

        self.facts_form = FactsForm(self.facts_pane)
        self.facts_form.setObjectName(u"facts_form")

        self.facts_layout.addWidget(self.facts_form)

        self.shop_top_splitter.addWidget(self.facts_pane)
        self.ledger_pane = QFrame(self.shop_top_splitter)
        self.ledger_pane.setObjectName(u"ledger_pane")
        self.ledger_pane.setProperty(u"surface", u"base")
        self.ledger_pane.setMinimumSize(QSize(420, 0))
        self.ledger_layout = QVBoxLayout(self.ledger_pane)
        self.ledger_layout.setSpacing(0)
        self.ledger_layout.setObjectName(u"ledger_layout")
        self.ledger_layout.setContentsMargins(0, 0, 0, 0)
        self.ledger_head = PaneHead(self.ledger_pane)
        self.ledger_head.setObjectName(u"ledger_head")

        self.ledger_layout.addWidget(self.ledger_head)

        self.ledger_table = LedgerTable(self.ledger_pane)
        self.ledger_table.setObjectName(u"ledger_table")

        self.ledger_layout.addWidget(self.ledger_table)

        self.shop_top_splitter.addWidget(self.ledger_pane)
        self.shop_left_splitter.addWidget(self.shop_top_splitter)
        self.calendar_pane = CalendarPane(self.shop_left_splitter)
        self.calendar_pane.setObjectName(u"calendar_pane")
        self.shop_left_splitter.addWidget(self.calendar_pane)
        self.shop_splitter.addWidget(self.shop_left_splitter)
        self.result_pane = ResultPane(self.shop_splitter)
        self.result_pane.setObjectName(u"result_pane")
        self.result_pane.setMinimumSize(QSize(260, 0))
        self.shop_splitter.addWidget(self.result_pane)

        self.sheet_layout.addWidget(self.shop_splitter)

        self.stack.addWidget(self.trial_frame)

        self.page_layout.addWidget(self.stack)


        self.retranslateUi(ShopPage)
    # setupUi

    def retranslateUi(self, ShopPage: QWidget) -> None:
        self.page_tag.setText(_(u"Shop"))
#if QT_CONFIG(accessibility)
        self.provider_field.setAccessibleName(_(u"Show another provider"))
#endif // QT_CONFIG(accessibility)
        self.import_button.setText(_(u"Import xlsx\u2026"))
        self.trial_button.setText(_(u"Try out"))
        self.rules_button.setText(_(u"Rules in full"))
#if QT_CONFIG(accessibility)
        self.ledger_table.setAccessibleName(_(u"Points by rule"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
