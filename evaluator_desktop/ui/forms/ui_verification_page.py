"""Made of ui/verification_page.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QPushButton, QSizePolicy, QSpacerItem, QSplitter,
    QStackedWidget, QTabWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.customers.customers_pane import CustomersPane
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.key_cap import KeyEdit
from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.preview import PreviewPane
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_VerificationPage(object):
    def setupUi(self, VerificationPage: QWidget) -> None:
        if not VerificationPage.objectName():
            VerificationPage.setObjectName(u"VerificationPage")
        VerificationPage.resize(1288, 708)
        self.page_layout = QVBoxLayout(VerificationPage)
        self.page_layout.setSpacing(0)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(0, 0, 0, 0)
        self.error_line = ErrorLine(VerificationPage)
        self.error_line.setObjectName(u"error_line")

        self.page_layout.addWidget(self.error_line)

        self.tabs = QTabWidget(VerificationPage)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.material_tab = QWidget()
        self.material_tab.setObjectName(u"material_tab")
        self.material_layout = QVBoxLayout(self.material_tab)
        self.material_layout.setSpacing(0)
        self.material_layout.setObjectName(u"material_layout")
        self.material_layout.setContentsMargins(0, 0, 0, 0)
        self.filter_bar = QFrame(self.material_tab)
        self.filter_bar.setObjectName(u"filter_bar")
        self.filter_bar.setProperty(u"surface", u"window")
        self.filter_bar.setProperty(u"line", u"bottom")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.filter_bar.sizePolicy().hasHeightForWidth())
        self.filter_bar.setSizePolicy(sizePolicy)
        self.filter_row = QHBoxLayout(self.filter_bar)
        self.filter_row.setSpacing(6)
        self.filter_row.setObjectName(u"filter_row")
        self.filter_row.setContentsMargins(12, 7, 12, 7)
        self.pending_button = QPushButton(self.filter_bar)
        self.pending_button.setObjectName(u"pending_button")
        self.pending_button.setCheckable(True)

        self.filter_row.addWidget(self.pending_button)

        self.problem_button = QPushButton(self.filter_bar)
        self.problem_button.setObjectName(u"problem_button")
        self.problem_button.setCheckable(True)

        self.filter_row.addWidget(self.problem_button)

        self.checked_button = QPushButton(self.filter_bar)
        self.checked_button.setObjectName(u"checked_button")
        self.checked_button.setCheckable(True)

        self.filter_row.addWidget(self.checked_button)

        self.all_button = QPushButton(self.filter_bar)
        self.all_button.setObjectName(u"all_button")
        self.all_button.setCheckable(True)

        self.filter_row.addWidget(self.all_button)

        self.filter_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filter_row.addItem(self.filter_spacer)

        self.count_label = PlainLabel(self.filter_bar)
        self.count_label.setObjectName(u"count_label")
        self.count_label.setProperty(u"role", u"meta")

        self.filter_row.addWidget(self.count_label)

        self.search_edit = KeyEdit(self.filter_bar)
        self.search_edit.setObjectName(u"search_edit")
        self.search_edit.setMinimumSize(QSize(216, 0))
        self.search_edit.setMaximumSize(QSize(216, 16777215))

        self.filter_row.addWidget(self.search_edit)


        self.material_layout.addWidget(self.filter_bar)

        self.queue_splitter = QSplitter(self.material_tab)
        self.queue_splitter.setObjectName(u"queue_splitter")
        self.queue_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.queue_splitter.setHandleWidth(1)
        self.queue_splitter.setChildrenCollapsible(False)
        self.list_stack = QStackedWidget(self.queue_splitter)
        self.list_stack.setObjectName(u"list_stack")
        self.list_stack.setProperty(u"surface", u"base")
        self.list_stack.setMinimumSize(QSize(420, 0))
        self.queue_table = Table()
        self.queue_table.setObjectName(u"queue_table")
        self.list_stack.addWidget(self.queue_table)
        self.nothing_state = EmptyState()
        self.nothing_state.setObjectName(u"nothing_state")
        self.list_stack.addWidget(self.nothing_state)
        self.queue_splitter.addWidget(self.list_stack)
        self.preview_pane = PreviewPane(self.queue_splitter)
        self.preview_pane.setObjectName(u"preview_pane")
        self.preview_pane.setMinimumSize(QSize(320, 0))
        self.queue_splitter.addWidget(self.preview_pane)

        self.material_layout.addWidget(self.queue_splitter)

        self.material_layout.setStretch(1, 1)
        self.tabs.addTab(self.material_tab, "")
        self.customers_tab = QWidget()
        self.customers_tab.setObjectName(u"customers_tab")
        self.customers_layout = QVBoxLayout(self.customers_tab)
        self.customers_layout.setSpacing(0)
        self.customers_layout.setObjectName(u"customers_layout")
        self.customers_layout.setContentsMargins(0, 0, 0, 0)
        self.customers_pane = CustomersPane(self.customers_tab)
        self.customers_pane.setObjectName(u"customers_pane")

        self.customers_layout.addWidget(self.customers_pane)

        self.tabs.addTab(self.customers_tab, "")

        self.page_layout.addWidget(self.tabs)


        self.retranslateUi(VerificationPage)
    # setupUi

    def retranslateUi(self, VerificationPage: QWidget) -> None:
        self.pending_button.setText(_(u"Pending"))
        self.problem_button.setText(_(u"With problems"))
        self.checked_button.setText(_(u"Checked"))
        self.all_button.setText(_(u"All"))
#if QT_CONFIG(accessibility)
        self.search_edit.setAccessibleName(_(u"Search the evidence"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.queue_table.setAccessibleName(_(u"Evidence of all providers"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.material_tab), _(u"Material"))
        self.tabs.setTabText(self.tabs.indexOf(self.customers_tab), _(u"Customers"))
        pass
    # retranslateUi
