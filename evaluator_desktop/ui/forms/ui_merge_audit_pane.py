"""Made of ui/merge_audit_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QPushButton, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_MergeAuditPane(object):
    def setupUi(self, MergeAuditPane: QWidget) -> None:
        if not MergeAuditPane.objectName():
            MergeAuditPane.setObjectName(u"MergeAuditPane")
        MergeAuditPane.resize(1288, 640)
        self.pane_layout = QVBoxLayout(MergeAuditPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.error_line = ErrorLine(MergeAuditPane)
        self.error_line.setObjectName(u"error_line")

        self.pane_layout.addWidget(self.error_line)

        self.audit_head = PaneHead(MergeAuditPane)
        self.audit_head.setObjectName(u"audit_head")

        self.pane_layout.addWidget(self.audit_head)

        self.stack = QStackedWidget(MergeAuditPane)
        self.stack.setObjectName(u"stack")
        self.audit_table = Table()
        self.audit_table.setObjectName(u"audit_table")
        self.stack.addWidget(self.audit_table)
        self.empty_state = EmptyState()
        self.empty_state.setObjectName(u"empty_state")
        self.stack.addWidget(self.empty_state)

        self.pane_layout.addWidget(self.stack)

        self.page_box = QFrame(MergeAuditPane)
        self.page_box.setObjectName(u"page_box")
        self.page_box.setProperty(u"surface", u"window")
        self.page_box.setProperty(u"line", u"top")
        self.page_layout = QHBoxLayout(self.page_box)
        self.page_layout.setSpacing(8)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 8, 16, 8)
        self.note_label = PlainLabel(self.page_box)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setProperty(u"role", u"hint")

        self.page_layout.addWidget(self.note_label)

        self.page_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.page_layout.addItem(self.page_spacer)

        self.newer_button = QPushButton(self.page_box)
        self.newer_button.setObjectName(u"newer_button")

        self.page_layout.addWidget(self.newer_button)

        self.older_button = QPushButton(self.page_box)
        self.older_button.setObjectName(u"older_button")

        self.page_layout.addWidget(self.older_button)


        self.pane_layout.addWidget(self.page_box)

        self.pane_layout.setStretch(2, 1)

        self.retranslateUi(MergeAuditPane)
    # setupUi

    def retranslateUi(self, MergeAuditPane: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.audit_table.setAccessibleName(_(u"History"))
#endif // QT_CONFIG(accessibility)
        self.newer_button.setText(_(u"Newer"))
        self.older_button.setText(_(u"Older"))
        pass
    # retranslateUi
