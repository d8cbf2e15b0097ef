"""Made of ui/report_page.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QPushButton, QSizePolicy, QSplitter, QStackedWidget,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.report.order_form import OrderForm
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.preview import PreviewPane
from evaluator_desktop.ui.widgets.progress_line import ProgressLine
from evaluator_desktop.ui.widgets.tables import (List, Table)

from evaluator_desktop.texts import _


class Ui_ReportPage(object):
    def setupUi(self, ReportPage: QWidget) -> None:
        if not ReportPage.objectName():
            ReportPage.setObjectName(u"ReportPage")
        ReportPage.resize(1288, 680)
        self.page_layout = QVBoxLayout(ReportPage)
        self.page_layout.setSpacing(0)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(0, 0, 0, 0)
        self.error_line = ErrorLine(ReportPage)
        self.error_line.setObjectName(u"error_line")

        self.page_layout.addWidget(self.error_line)

        self.progress_line = ProgressLine(ReportPage)
        self.progress_line.setObjectName(u"progress_line")

        self.page_layout.addWidget(self.progress_line)

        self.batch_bar = QFrame(ReportPage)
        self.batch_bar.setObjectName(u"batch_bar")
        self.batch_bar.setProperty(u"surface", u"header")
        self.batch_bar.setProperty(u"line", u"bottom")
        self.batch_layout = QHBoxLayout(self.batch_bar)
        self.batch_layout.setSpacing(8)
        self.batch_layout.setObjectName(u"batch_layout")
        self.batch_layout.setContentsMargins(12, 4, 8, 4)
        self.batch_sign = IconLabel(self.batch_bar)
        self.batch_sign.setObjectName(u"batch_sign")

        self.batch_layout.addWidget(self.batch_sign)

        self.batch_label = PlainLabel(self.batch_bar)
        self.batch_label.setObjectName(u"batch_label")
        self.batch_label.setWordWrap(True)

        self.batch_layout.addWidget(self.batch_label)

        self.resume_button = QPushButton(self.batch_bar)
        self.resume_button.setObjectName(u"resume_button")
        self.resume_button.setProperty(u"dense", True)

        self.batch_layout.addWidget(self.resume_button)

        self.batch_close_button = QPushButton(self.batch_bar)
        self.batch_close_button.setObjectName(u"batch_close_button")
        self.batch_close_button.setProperty(u"dense", True)

        self.batch_layout.addWidget(self.batch_close_button)

        self.batch_layout.setStretch(1, 1)

        self.page_layout.addWidget(self.batch_bar)

        self.content_stack = QStackedWidget(ReportPage)
        self.content_stack.setObjectName(u"content_stack")
        self.empty_page = QWidget()
        self.empty_page.setObjectName(u"empty_page")
        self.empty_layout = QVBoxLayout(self.empty_page)
        self.empty_layout.setSpacing(0)
        self.empty_layout.setObjectName(u"empty_layout")
        self.empty_layout.setContentsMargins(24, 24, 24, 24)
        self.empty_state = EmptyState(self.empty_page)
        self.empty_state.setObjectName(u"empty_state")

        self.empty_layout.addWidget(self.empty_state)

        self.content_stack.addWidget(self.empty_page)
        self.report_splitter = QSplitter()
        self.report_splitter.setObjectName(u"report_splitter")
        self.report_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.report_splitter.setHandleWidth(1)
        self.report_splitter.setChildrenCollapsible(False)
        self.choice_splitter = QSplitter(self.report_splitter)
        self.choice_splitter.setObjectName(u"choice_splitter")
        self.choice_splitter.setOrientation(Qt.Orientation.Vertical)
        self.choice_splitter.setHandleWidth(1)
        self.choice_splitter.setChildrenCollapsible(False)
        self.list_pane = QWidget(self.choice_splitter)
        self.list_pane.setObjectName(u"list_pane")
        self.list_pane.setMinimumSize(QSize(300, 120))
        self.list_layout = QVBoxLayout(self.list_pane)
        self.list_layout.setSpacing(0)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.list_head = PaneHead(self.list_pane)
        self.list_head.setObjectName(u"list_head")

        self.list_layout.addWidget(self.list_head)

        self.order_form = OrderForm(self.list_pane)
        self.order_form.setObjectName(u"order_form")

        self.list_layout.addWidget(self.order_form)

        self.about_stack = QStackedWidget(self.list_pane)
        self.about_stack.setObjectName(u"about_stack")
        self.report_table = Table()
        self.report_table.setObjectName(u"report_table")
        self.about_stack.addWidget(self.report_table)
        self.round_label = PlainLabel()
        self.round_label.setObjectName(u"round_label")
        self.round_label.setProperty(u"role", u"hint")
        self.round_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.round_label.setWordWrap(True)
        self.round_label.setMargin(12)
        self.about_stack.addWidget(self.round_label)

        self.list_layout.addWidget(self.about_stack)

        self.list_layout.setStretch(2, 1)
        self.choice_splitter.addWidget(self.list_pane)
        self.finding_pane = QWidget(self.choice_splitter)
        self.finding_pane.setObjectName(u"finding_pane")
        self.finding_pane.setMinimumSize(QSize(300, 100))
        self.finding_layout = QVBoxLayout(self.finding_pane)
        self.finding_layout.setSpacing(0)
        self.finding_layout.setObjectName(u"finding_layout")
        self.finding_layout.setContentsMargins(0, 0, 0, 0)
        self.finding_head = PaneHead(self.finding_pane)
        self.finding_head.setObjectName(u"finding_head")

        self.finding_layout.addWidget(self.finding_head)

        self.finding_list = List(self.finding_pane)
        self.finding_list.setObjectName(u"finding_list")

        self.finding_layout.addWidget(self.finding_list)

        self.finding_layout.setStretch(1, 1)
        self.choice_splitter.addWidget(self.finding_pane)
        self.report_splitter.addWidget(self.choice_splitter)
        self.paper_pane = QWidget(self.report_splitter)
        self.paper_pane.setObjectName(u"paper_pane")
        self.paper_layout = QVBoxLayout(self.paper_pane)
        self.paper_layout.setSpacing(0)
        self.paper_layout.setObjectName(u"paper_layout")
        self.paper_layout.setContentsMargins(0, 0, 0, 0)
        self.paper_bar = QFrame(self.paper_pane)
        self.paper_bar.setObjectName(u"paper_bar")
        self.paper_bar.setProperty(u"surface", u"window")
        self.paper_bar.setProperty(u"line", u"bottom")
        self.paper_bar_layout = QHBoxLayout(self.paper_bar)
        self.paper_bar_layout.setSpacing(8)
        self.paper_bar_layout.setObjectName(u"paper_bar_layout")
        self.paper_bar_layout.setContentsMargins(12, 8, 12, 8)
        self.state_sign = IconLabel(self.paper_bar)
        self.state_sign.setObjectName(u"state_sign")

        self.paper_bar_layout.addWidget(self.state_sign)

        self.state_label = PlainLabel(self.paper_bar)
        self.state_label.setObjectName(u"state_label")

        self.paper_bar_layout.addWidget(self.state_label)

        self.print_button = QPushButton(self.paper_bar)
        self.print_button.setObjectName(u"print_button")

        self.paper_bar_layout.addWidget(self.print_button)

        self.save_all_button = QPushButton(self.paper_bar)
        self.save_all_button.setObjectName(u"save_all_button")

        self.paper_bar_layout.addWidget(self.save_all_button)

        self.save_button = QPushButton(self.paper_bar)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"kind", u"primary")

        self.paper_bar_layout.addWidget(self.save_button)

        self.paper_bar_layout.setStretch(1, 1)

        self.paper_layout.addWidget(self.paper_bar)

        self.stale_bar = QFrame(self.paper_pane)
        self.stale_bar.setObjectName(u"stale_bar")
        self.stale_bar.setProperty(u"surface", u"header")
        self.stale_bar.setProperty(u"line", u"bottom")
        self.stale_layout = QHBoxLayout(self.stale_bar)
        self.stale_layout.setSpacing(8)
        self.stale_layout.setObjectName(u"stale_layout")
        self.stale_layout.setContentsMargins(12, 4, 12, 4)
        self.stale_sign = IconLabel(self.stale_bar)
        self.stale_sign.setObjectName(u"stale_sign")

        self.stale_layout.addWidget(self.stale_sign)

        self.stale_label = PlainLabel(self.stale_bar)
        self.stale_label.setObjectName(u"stale_label")
        self.stale_label.setProperty(u"role", u"partly")

        self.stale_layout.addWidget(self.stale_label)

        self.again_button = QPushButton(self.stale_bar)
        self.again_button.setObjectName(u"again_button")
        self.again_button.setProperty(u"dense", True)

        self.stale_layout.addWidget(self.again_button)

        self.stale_layout.setStretch(1, 1)

        self.paper_layout.addWidget(self.stale_bar)

        self.preview_pane = PreviewPane(self.paper_pane)
        self.preview_pane.setObjectName(u"preview_pane")

        self.paper_layout.addWidget(self.preview_pane)

        self.paper_layout.setStretch(2, 1)
        self.report_splitter.addWidget(self.paper_pane)
        self.content_stack.addWidget(self.report_splitter)

        self.page_layout.addWidget(self.content_stack)

        self.page_layout.setStretch(3, 1)

        self.retranslateUi(ReportPage)
    # setupUi

    def retranslateUi(self, ReportPage: QWidget) -> None:
        self.resume_button.setText(_(u"Go on with the rest"))
        self.batch_close_button.setText(_(u"Close"))
#if QT_CONFIG(accessibility)
        self.report_table.setAccessibleName(_(u"Providers"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.finding_list.setAccessibleName(_(u"Findings before the report"))
#endif // QT_CONFIG(accessibility)
        self.print_button.setText(_(u"Print\u2026"))
        self.save_button.setText(_(u"Save\u2026"))
        self.stale_label.setText(_(u"Out of date: what it rests on changed after this was made."))
        self.again_button.setText(_(u"Make it anew"))
        pass
    # retranslateUi
