"""Made of ui/merge_page.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHeaderView, QSizePolicy, QSplitter,
    QStackedWidget, QTabWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.merge.audit_pane import AuditPane
from evaluator_desktop.ui.pages.merge.calibration_pane import CalibrationPane
from evaluator_desktop.ui.pages.merge.conflict_list import ConflictList
from evaluator_desktop.ui.pages.merge.conflict_pane import ConflictPane
from evaluator_desktop.ui.pages.merge.consensus_pane import ConsensusPane
from evaluator_desktop.ui.pages.merge.incoming_pane import IncomingPane
from evaluator_desktop.ui.pages.merge.packages_pane import PackagesPane
from evaluator_desktop.ui.pages.merge.step_bar import StepBar
from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.progress_line import ProgressLine

from evaluator_desktop.texts import _


class Ui_MergePage(object):
    def setupUi(self, MergePage: QWidget) -> None:
        if not MergePage.objectName():
            MergePage.setObjectName(u"MergePage")
        MergePage.resize(1288, 680)
        MergePage.setAcceptDrops(True)
        self.page_layout = QVBoxLayout(MergePage)
        self.page_layout.setSpacing(0)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(0, 0, 0, 0)
        self.tabs = QTabWidget(MergePage)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.merge_tab = QWidget()
        self.merge_tab.setObjectName(u"merge_tab")
        self.merge_layout = QVBoxLayout(self.merge_tab)
        self.merge_layout.setSpacing(0)
        self.merge_layout.setObjectName(u"merge_layout")
        self.merge_layout.setContentsMargins(0, 0, 0, 0)
        self.step_bar = StepBar(self.merge_tab)
        self.step_bar.setObjectName(u"step_bar")

        self.merge_layout.addWidget(self.step_bar)

        self.error_line = ErrorLine(self.merge_tab)
        self.error_line.setObjectName(u"error_line")

        self.merge_layout.addWidget(self.error_line)

        self.progress_line = ProgressLine(self.merge_tab)
        self.progress_line.setObjectName(u"progress_line")

        self.merge_layout.addWidget(self.progress_line)

        self.step_stack = QStackedWidget(self.merge_tab)
        self.step_stack.setObjectName(u"step_stack")
        self.packages_pane = PackagesPane()
        self.packages_pane.setObjectName(u"packages_pane")
        self.step_stack.addWidget(self.packages_pane)
        self.preview_pane = IncomingPane()
        self.preview_pane.setObjectName(u"preview_pane")
        self.step_stack.addWidget(self.preview_pane)
        self.conflict_splitter = QSplitter()
        self.conflict_splitter.setObjectName(u"conflict_splitter")
        self.conflict_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.conflict_splitter.setHandleWidth(1)
        self.conflict_splitter.setChildrenCollapsible(False)
        self.list_pane = QWidget(self.conflict_splitter)
        self.list_pane.setObjectName(u"list_pane")
        self.list_pane.setMinimumSize(QSize(300, 0))
        self.list_layout = QVBoxLayout(self.list_pane)
        self.list_layout.setSpacing(0)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.list_head = PaneHead(self.list_pane)
        self.list_head.setObjectName(u"list_head")

        self.list_layout.addWidget(self.list_head)

        self.conflict_table = ConflictList(self.list_pane)
        self.conflict_table.setObjectName(u"conflict_table")

        self.list_layout.addWidget(self.conflict_table)

        self.list_layout.setStretch(1, 1)
        self.conflict_splitter.addWidget(self.list_pane)
        self.conflict_pane = ConflictPane(self.conflict_splitter)
        self.conflict_pane.setObjectName(u"conflict_pane")
        self.conflict_splitter.addWidget(self.conflict_pane)
        self.step_stack.addWidget(self.conflict_splitter)
        self.done_pane = IncomingPane()
        self.done_pane.setObjectName(u"done_pane")
        self.step_stack.addWidget(self.done_pane)

        self.merge_layout.addWidget(self.step_stack)

        self.merge_layout.setStretch(3, 1)
        self.tabs.addTab(self.merge_tab, "")
        self.consensus_pane = ConsensusPane()
        self.consensus_pane.setObjectName(u"consensus_pane")
        self.tabs.addTab(self.consensus_pane, "")
        self.calibration_pane = CalibrationPane()
        self.calibration_pane.setObjectName(u"calibration_pane")
        self.tabs.addTab(self.calibration_pane, "")
        self.audit_pane = AuditPane()
        self.audit_pane.setObjectName(u"audit_pane")
        self.tabs.addTab(self.audit_pane, "")

        self.page_layout.addWidget(self.tabs)


        self.retranslateUi(MergePage)
    # setupUi

    def retranslateUi(self, MergePage: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.conflict_table.setAccessibleName(_(u"Conflicts"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.merge_tab), _(u"Packages and conflicts"))
        self.tabs.setTabText(self.tabs.indexOf(self.consensus_pane), _(u"Consensus meeting"))
        self.tabs.setTabText(self.tabs.indexOf(self.calibration_pane), _(u"Calibration"))
        self.tabs.setTabText(self.tabs.indexOf(self.audit_pane), _(u"Audit"))
        pass
    # retranslateUi
