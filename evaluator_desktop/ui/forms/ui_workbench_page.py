"""Made of ui/workbench_page.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QSizePolicy,
    QSplitter, QStackedWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.workbench.evidence_pane import EvidencePane
from evaluator_desktop.ui.pages.workbench.header import WorkbenchHeader
from evaluator_desktop.ui.pages.workbench.item_pane import ItemPane
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.item_strip import ItemStrip
from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, NoticeLine)
from evaluator_desktop.ui.widgets.preview import PreviewPane

class Ui_WorkbenchPage(object):
    def setupUi(self, WorkbenchPage: QWidget) -> None:
        if not WorkbenchPage.objectName():
            WorkbenchPage.setObjectName(u"WorkbenchPage")
        WorkbenchPage.resize(1288, 676)
        self.page_layout = QVBoxLayout(WorkbenchPage)
        self.page_layout.setSpacing(0)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(0, 0, 0, 0)
        self.page_stack = QStackedWidget(WorkbenchPage)
        self.page_stack.setObjectName(u"page_stack")
        self.empty_side = QWidget()
        self.empty_side.setObjectName(u"empty_side")
        self.empty_layout = QVBoxLayout(self.empty_side)
        self.empty_layout.setSpacing(0)
        self.empty_layout.setObjectName(u"empty_layout")
        self.empty_layout.setContentsMargins(0, 0, 0, 0)
        self.empty_state = EmptyState(self.empty_side)
        self.empty_state.setObjectName(u"empty_state")

        self.empty_layout.addWidget(self.empty_state)

        self.page_stack.addWidget(self.empty_side)
        self.work_side = QWidget()
        self.work_side.setObjectName(u"work_side")
        self.work_layout = QVBoxLayout(self.work_side)
        self.work_layout.setSpacing(0)
        self.work_layout.setObjectName(u"work_layout")
        self.work_layout.setContentsMargins(0, 0, 0, 0)
        self.header = WorkbenchHeader(self.work_side)
        self.header.setObjectName(u"header")
        self.header.setProperty(u"surface", u"window")
        self.header.setProperty(u"line", u"bottom")

        self.work_layout.addWidget(self.header)

        self.strip_frame = QFrame(self.work_side)
        self.strip_frame.setObjectName(u"strip_frame")
        self.strip_frame.setProperty(u"surface", u"window")
        self.strip_frame.setProperty(u"line", u"bottom")
        self.strip_layout = QHBoxLayout(self.strip_frame)
        self.strip_layout.setSpacing(0)
        self.strip_layout.setObjectName(u"strip_layout")
        self.strip_layout.setContentsMargins(0, 0, 0, 0)
        self.item_strip = ItemStrip(self.strip_frame)
        self.item_strip.setObjectName(u"item_strip")

        self.strip_layout.addWidget(self.item_strip)


        self.work_layout.addWidget(self.strip_frame)

        self.error_line = ErrorLine(self.work_side)
        self.error_line.setObjectName(u"error_line")

        self.work_layout.addWidget(self.error_line)

        self.notice_line = NoticeLine(self.work_side)
        self.notice_line.setObjectName(u"notice_line")

        self.work_layout.addWidget(self.notice_line)

        self.workbench_splitter = QSplitter(self.work_side)
        self.workbench_splitter.setObjectName(u"workbench_splitter")
        self.workbench_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.workbench_splitter.setHandleWidth(1)
        self.workbench_splitter.setChildrenCollapsible(False)
        self.item_pane = ItemPane(self.workbench_splitter)
        self.item_pane.setObjectName(u"item_pane")
        self.workbench_splitter.addWidget(self.item_pane)
        self.evidence_pane = EvidencePane(self.workbench_splitter)
        self.evidence_pane.setObjectName(u"evidence_pane")
        self.workbench_splitter.addWidget(self.evidence_pane)
        self.preview_pane = PreviewPane(self.workbench_splitter)
        self.preview_pane.setObjectName(u"preview_pane")
        self.workbench_splitter.addWidget(self.preview_pane)

        self.work_layout.addWidget(self.workbench_splitter)

        self.work_layout.setStretch(4, 1)
        self.page_stack.addWidget(self.work_side)

        self.page_layout.addWidget(self.page_stack)


        self.retranslateUi(WorkbenchPage)
    # setupUi

    def retranslateUi(self, WorkbenchPage: QWidget) -> None:
        pass
    # retranslateUi
