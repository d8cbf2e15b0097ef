"""Made of ui/merge_calibration_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_MergeCalibrationPane(object):
    def setupUi(self, MergeCalibrationPane: QWidget) -> None:
        if not MergeCalibrationPane.objectName():
            MergeCalibrationPane.setObjectName(u"MergeCalibrationPane")
        MergeCalibrationPane.resize(1288, 640)
        self.pane_layout = QVBoxLayout(MergeCalibrationPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.error_line = ErrorLine(MergeCalibrationPane)
        self.error_line.setObjectName(u"error_line")

        self.pane_layout.addWidget(self.error_line)

        self.summary_bar = QFrame(MergeCalibrationPane)
        self.summary_bar.setObjectName(u"summary_bar")
        self.summary_bar.setProperty(u"surface", u"window")
        self.summary_bar.setProperty(u"line", u"bottom")
        self.summary_layout = QHBoxLayout(self.summary_bar)
        self.summary_layout.setSpacing(16)
        self.summary_layout.setObjectName(u"summary_layout")
        self.summary_layout.setContentsMargins(12, 8, 12, 8)
        self.overlap_label = PlainLabel(self.summary_bar)
        self.overlap_label.setObjectName(u"overlap_label")
        self.overlap_label.setProperty(u"role", u"heading")

        self.summary_layout.addWidget(self.overlap_label)

        self.agreement_label = PlainLabel(self.summary_bar)
        self.agreement_label.setObjectName(u"agreement_label")
        self.agreement_label.setProperty(u"role", u"meta")

        self.summary_layout.addWidget(self.agreement_label)

        self.summary_layout.setStretch(1, 1)

        self.pane_layout.addWidget(self.summary_bar)

        self.stack = QStackedWidget(MergeCalibrationPane)
        self.stack.setObjectName(u"stack")
        self.table_splitter = QSplitter()
        self.table_splitter.setObjectName(u"table_splitter")
        self.table_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.table_splitter.setHandleWidth(1)
        self.table_splitter.setChildrenCollapsible(False)
        self.people_pane = QWidget(self.table_splitter)
        self.people_pane.setObjectName(u"people_pane")
        self.people_layout = QVBoxLayout(self.people_pane)
        self.people_layout.setSpacing(0)
        self.people_layout.setObjectName(u"people_layout")
        self.people_layout.setContentsMargins(0, 0, 0, 0)
        self.people_head = PaneHead(self.people_pane)
        self.people_head.setObjectName(u"people_head")

        self.people_layout.addWidget(self.people_head)

        self.people_table = Table(self.people_pane)
        self.people_table.setObjectName(u"people_table")

        self.people_layout.addWidget(self.people_table)

        self.people_layout.setStretch(1, 1)
        self.table_splitter.addWidget(self.people_pane)
        self.items_pane = QWidget(self.table_splitter)
        self.items_pane.setObjectName(u"items_pane")
        self.items_layout = QVBoxLayout(self.items_pane)
        self.items_layout.setSpacing(0)
        self.items_layout.setObjectName(u"items_layout")
        self.items_layout.setContentsMargins(0, 0, 0, 0)
        self.items_head = PaneHead(self.items_pane)
        self.items_head.setObjectName(u"items_head")

        self.items_layout.addWidget(self.items_head)

        self.items_table = Table(self.items_pane)
        self.items_table.setObjectName(u"items_table")

        self.items_layout.addWidget(self.items_table)

        self.items_layout.setStretch(1, 1)
        self.table_splitter.addWidget(self.items_pane)
        self.stack.addWidget(self.table_splitter)
        self.empty_state = EmptyState()
        self.empty_state.setObjectName(u"empty_state")
        self.stack.addWidget(self.empty_state)

        self.pane_layout.addWidget(self.stack)

        self.pane_layout.setStretch(2, 1)

        self.retranslateUi(MergeCalibrationPane)
    # setupUi

    def retranslateUi(self, MergeCalibrationPane: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.people_table.setAccessibleName(_(u"Evaluators"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.items_table.setAccessibleName(_(u"Most contested items"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
