"""Made of ui/workbench_evidence_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHeaderView, QSizePolicy, QStackedWidget,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.workbench.outcome_box import OutcomeBox
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.progress_line import ProgressLine
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_WorkbenchEvidencePane(object):
    def setupUi(self, WorkbenchEvidencePane: QWidget) -> None:
        if not WorkbenchEvidencePane.objectName():
            WorkbenchEvidencePane.setObjectName(u"WorkbenchEvidencePane")
        WorkbenchEvidencePane.resize(418, 540)
        self.pane_layout = QVBoxLayout(WorkbenchEvidencePane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.head = PaneHead(WorkbenchEvidencePane)
        self.head.setObjectName(u"head")

        self.pane_layout.addWidget(self.head)

        self.progress_line = ProgressLine(WorkbenchEvidencePane)
        self.progress_line.setObjectName(u"progress_line")
        self.progress_line.setProperty(u"surface", u"window")
        self.progress_line.setProperty(u"line", u"bottom")

        self.pane_layout.addWidget(self.progress_line)

        self.list_stack = QStackedWidget(WorkbenchEvidencePane)
        self.list_stack.setObjectName(u"list_stack")
        self.list_side = QWidget()
        self.list_side.setObjectName(u"list_side")
        self.list_layout = QVBoxLayout(self.list_side)
        self.list_layout.setSpacing(0)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.evidence_table = Table(self.list_side)
        self.evidence_table.setObjectName(u"evidence_table")

        self.list_layout.addWidget(self.evidence_table)

        self.list_stack.addWidget(self.list_side)
        self.empty_side = QWidget()
        self.empty_side.setObjectName(u"empty_side")
        self.empty_layout = QVBoxLayout(self.empty_side)
        self.empty_layout.setSpacing(0)
        self.empty_layout.setObjectName(u"empty_layout")
        self.empty_layout.setContentsMargins(12, 12, 12, 12)
        self.empty_state = EmptyState(self.empty_side)
        self.empty_state.setObjectName(u"empty_state")

        self.empty_layout.addWidget(self.empty_state)

        self.list_stack.addWidget(self.empty_side)

        self.pane_layout.addWidget(self.list_stack)

        self.outcome_box = OutcomeBox(WorkbenchEvidencePane)
        self.outcome_box.setObjectName(u"outcome_box")
        self.outcome_box.setProperty(u"surface", u"window")
        self.outcome_box.setProperty(u"line", u"top")

        self.pane_layout.addWidget(self.outcome_box)

        self.pane_layout.setStretch(2, 1)

        self.retranslateUi(WorkbenchEvidencePane)
    # setupUi

    def retranslateUi(self, WorkbenchEvidencePane: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.evidence_table.setAccessibleName(_(u"Evidence"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
