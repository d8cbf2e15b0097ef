"""Made of ui/merge_conflict_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHeaderView, QSizePolicy, QSplitter,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.merge.decision_bar import DecisionBar
from evaluator_desktop.ui.pages.merge.versions_bar import VersionsBar
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_MergeConflictPane(object):
    def setupUi(self, MergeConflictPane: QWidget) -> None:
        if not MergeConflictPane.objectName():
            MergeConflictPane.setObjectName(u"MergeConflictPane")
        MergeConflictPane.resize(915, 600)
        self.pane_layout = QVBoxLayout(MergeConflictPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.conflict_head = PaneHead(MergeConflictPane)
        self.conflict_head.setObjectName(u"conflict_head")

        self.pane_layout.addWidget(self.conflict_head)

        self.versions_bar = VersionsBar(MergeConflictPane)
        self.versions_bar.setObjectName(u"versions_bar")

        self.pane_layout.addWidget(self.versions_bar)

        self.body_splitter = QSplitter(MergeConflictPane)
        self.body_splitter.setObjectName(u"body_splitter")
        self.body_splitter.setOrientation(Qt.Orientation.Vertical)
        self.body_splitter.setHandleWidth(1)
        self.body_splitter.setChildrenCollapsible(False)
        self.field_table = Table(self.body_splitter)
        self.field_table.setObjectName(u"field_table")
        self.body_splitter.addWidget(self.field_table)
        self.file_splitter = QSplitter(self.body_splitter)
        self.file_splitter.setObjectName(u"file_splitter")
        self.file_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.file_splitter.setHandleWidth(1)
        self.file_splitter.setChildrenCollapsible(False)
        self.body_splitter.addWidget(self.file_splitter)

        self.pane_layout.addWidget(self.body_splitter)

        self.decision_bar = DecisionBar(MergeConflictPane)
        self.decision_bar.setObjectName(u"decision_bar")

        self.pane_layout.addWidget(self.decision_bar)

        self.pane_layout.setStretch(2, 1)

        self.retranslateUi(MergeConflictPane)
    # setupUi

    def retranslateUi(self, MergeConflictPane: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.field_table.setAccessibleName(_(u"Fields of the versions"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
