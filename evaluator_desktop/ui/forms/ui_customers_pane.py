"""Made of ui/customers_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QSplitter, QStackedWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.customers.call_card import CallCard
from evaluator_desktop.ui.pages.customers.result_pane import ResultPane
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.key_cap import KeyEdit
from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, NoticeLine)
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_CustomersPane(object):
    def setupUi(self, CustomersPane: QWidget) -> None:
        if not CustomersPane.objectName():
            CustomersPane.setObjectName(u"CustomersPane")
        CustomersPane.resize(1288, 640)
        self.pane_layout = QVBoxLayout(CustomersPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.error_line = ErrorLine(CustomersPane)
        self.error_line.setObjectName(u"error_line")

        self.pane_layout.addWidget(self.error_line)

        self.provider_bar = QFrame(CustomersPane)
        self.provider_bar.setObjectName(u"provider_bar")
        self.provider_bar.setProperty(u"surface", u"window")
        self.provider_bar.setProperty(u"line", u"bottom")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.provider_bar.sizePolicy().hasHeightForWidth())
        self.provider_bar.setSizePolicy(sizePolicy)
        self.provider_row = QHBoxLayout(self.provider_bar)
        self.provider_row.setSpacing(8)
        self.provider_row.setObjectName(u"provider_row")
        self.provider_row.setContentsMargins(12, 7, 12, 7)
        self.provider_label = PlainLabel(self.provider_bar)
        self.provider_label.setObjectName(u"provider_label")
        self.provider_label.setProperty(u"role", u"heading")

        self.provider_row.addWidget(self.provider_label)

        self.state_label = PlainLabel(self.provider_bar)
        self.state_label.setObjectName(u"state_label")
        self.state_label.setProperty(u"role", u"meta")

        self.provider_row.addWidget(self.state_label)

        self.provider_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.provider_row.addItem(self.provider_spacer)

        self.import_button = QPushButton(self.provider_bar)
        self.import_button.setObjectName(u"import_button")

        self.provider_row.addWidget(self.import_button)

        self.sample_button = QPushButton(self.provider_bar)
        self.sample_button.setObjectName(u"sample_button")

        self.provider_row.addWidget(self.sample_button)


        self.pane_layout.addWidget(self.provider_bar)

        self.customers_splitter = QSplitter(CustomersPane)
        self.customers_splitter.setObjectName(u"customers_splitter")
        self.customers_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.customers_splitter.setHandleWidth(1)
        self.customers_splitter.setChildrenCollapsible(False)
        self.queue_pane = QFrame(self.customers_splitter)
        self.queue_pane.setObjectName(u"queue_pane")
        self.queue_pane.setProperty(u"surface", u"base")
        self.queue_pane.setMinimumSize(QSize(190, 0))
        self.queue_layout = QVBoxLayout(self.queue_pane)
        self.queue_layout.setSpacing(0)
        self.queue_layout.setObjectName(u"queue_layout")
        self.queue_layout.setContentsMargins(0, 0, 0, 0)
        self.queue_head = PaneHead(self.queue_pane)
        self.queue_head.setObjectName(u"queue_head")

        self.queue_layout.addWidget(self.queue_head)

        self.search_bar = QFrame(self.queue_pane)
        self.search_bar.setObjectName(u"search_bar")
        self.search_bar.setProperty(u"surface", u"window")
        self.search_bar.setProperty(u"line", u"bottom")
        sizePolicy.setHeightForWidth(self.search_bar.sizePolicy().hasHeightForWidth())
        self.search_bar.setSizePolicy(sizePolicy)
        self.search_row = QHBoxLayout(self.search_bar)
        self.search_row.setSpacing(0)
        self.search_row.setObjectName(u"search_row")
        self.search_row.setContentsMargins(8, 6, 8, 6)
        self.search_edit = KeyEdit(self.search_bar)
        self.search_edit.setObjectName(u"search_edit")

        self.search_row.addWidget(self.search_edit)


        self.queue_layout.addWidget(self.search_bar)

        self.queue_stack = QStackedWidget(self.queue_pane)
        self.queue_stack.setObjectName(u"queue_stack")
        self.queue_table = Table()
        self.queue_table.setObjectName(u"queue_table")
        self.queue_stack.addWidget(self.queue_table)
        self.nothing_state = EmptyState()
        self.nothing_state.setObjectName(u"nothing_state")
        self.queue_stack.addWidget(self.nothing_state)
        self.none_state = EmptyState()
        self.none_state.setObjectName(u"none_state")
        self.queue_stack.addWidget(self.none_state)

        self.queue_layout.addWidget(self.queue_stack)

        self.customers_splitter.addWidget(self.queue_pane)
        self.card_pane = QFrame(self.customers_splitter)
        self.card_pane.setObjectName(u"card_pane")
        self.card_pane.setProperty(u"surface", u"window")
        self.card_pane.setMinimumSize(QSize(390, 0))
        self.card_pane_layout = QVBoxLayout(self.card_pane)
        self.card_pane_layout.setSpacing(0)
        self.card_pane_layout.setObjectName(u"card_pane_layout")
        self.card_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.card_head = PaneHead(self.card_pane)
        self.card_head.setObjectName(u"card_head")

        self.card_pane_layout.addWidget(self.card_head)

        self.notice_line = NoticeLine(self.card_pane)
        self.notice_line.setObjectName(u"notice_line")

        self.card_pane_layout.addWidget(self.notice_line)

        self.card_stack = QStackedWidget(self.card_pane)
        self.card_stack.setObjectName(u"card_stack")
        self.card_state = EmptyState()
        self.card_state.setObjectName(u"card_state")
        self.card_stack.addWidget(self.card_state)
        self.card_area = QScrollArea()
        self.card_area.setObjectName(u"card_area")
        self.card_area.setWidgetResizable(True)
        self.card_area.setFrameShape(QFrame.Shape.NoFrame)
        self.card_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.call_card = CallCard()
        self.call_card.setObjectName(u"call_card")
        self.call_card.setProperty(u"transparent", True)
        self.card_area.setWidget(self.call_card)
        self.card_stack.addWidget(self.card_area)

        self.card_pane_layout.addWidget(self.card_stack)

        self.customers_splitter.addWidget(self.card_pane)
        self.result_side = QFrame(self.customers_splitter)
        self.result_side.setObjectName(u"result_side")
        self.result_side.setProperty(u"surface", u"base")
        self.result_side.setMinimumSize(QSize(300, 0))
        self.result_side_layout = QVBoxLayout(self.result_side)
        self.result_side_layout.setSpacing(0)
        self.result_side_layout.setObjectName(u"result_side_layout")
        self.result_side_layout.setContentsMargins(0, 0, 0, 0)
        self.result_head = PaneHead(self.result_side)
        self.result_head.setObjectName(u"result_head")

        self.result_side_layout.addWidget(self.result_head)

        self.result_pane = ResultPane(self.result_side)
        self.result_pane.setObjectName(u"result_pane")

        self.result_side_layout.addWidget(self.result_pane)

        self.list_pane = QFrame(self.result_side)
        self.list_pane.setObjectName(u"list_pane")
        self.list_pane.setProperty(u"surface", u"base")
        self.list_layout = QVBoxLayout(self.list_pane)
        self.list_layout.setSpacing(0)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.list_head = PaneHead(self.list_pane)
        self.list_head.setObjectName(u"list_head")

        self.list_layout.addWidget(self.list_head)

        self.list_stack = QStackedWidget(self.list_pane)
        self.list_stack.setObjectName(u"list_stack")
        self.call_table = Table()
        self.call_table.setObjectName(u"call_table")
        self.list_stack.addWidget(self.call_table)
        self.list_state = EmptyState()
        self.list_state.setObjectName(u"list_state")
        self.list_stack.addWidget(self.list_state)

        self.list_layout.addWidget(self.list_stack)


        self.result_side_layout.addWidget(self.list_pane)

        self.result_side_layout.setStretch(2, 1)
        self.customers_splitter.addWidget(self.result_side)

        self.pane_layout.addWidget(self.customers_splitter)

        self.pane_layout.setStretch(2, 1)

        self.retranslateUi(CustomersPane)
    # setupUi

    def retranslateUi(self, CustomersPane: QWidget) -> None:
        self.import_button.setText(_(u"Import list\u2026"))
        self.sample_button.setText(_(u"Sample\u2026"))
#if QT_CONFIG(accessibility)
        self.search_edit.setAccessibleName(_(u"Search the providers"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.queue_table.setAccessibleName(_(u"Providers and their samples"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.call_table.setAccessibleName(_(u"Sample and reserve in the order of the draw"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
