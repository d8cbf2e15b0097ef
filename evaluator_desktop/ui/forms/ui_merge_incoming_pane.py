"""Made of ui/merge_incoming_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.pages.merge.twice_line import TwiceLine
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_MergeIncomingPane(object):
    def setupUi(self, MergeIncomingPane: QWidget) -> None:
        if not MergeIncomingPane.objectName():
            MergeIncomingPane.setObjectName(u"MergeIncomingPane")
        MergeIncomingPane.resize(1288, 600)
        self.pane_layout = QVBoxLayout(MergeIncomingPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.table_head = PaneHead(MergeIncomingPane)
        self.table_head.setObjectName(u"table_head")

        self.pane_layout.addWidget(self.table_head)

        self.summary_box = QFrame(MergeIncomingPane)
        self.summary_box.setObjectName(u"summary_box")
        self.summary_box.setProperty(u"surface", u"base")
        self.summary_box.setProperty(u"line", u"bottom")
        self.summary_layout = QHBoxLayout(self.summary_box)
        self.summary_layout.setSpacing(12)
        self.summary_layout.setObjectName(u"summary_layout")
        self.summary_layout.setContentsMargins(16, 12, 16, 12)
        self.summary_sign = IconLabel(self.summary_box)
        self.summary_sign.setObjectName(u"summary_sign")

        self.summary_layout.addWidget(self.summary_sign)

        self.summary_label = PlainLabel(self.summary_box)
        self.summary_label.setObjectName(u"summary_label")
        self.summary_label.setWordWrap(True)

        self.summary_layout.addWidget(self.summary_label)

        self.summary_layout.setStretch(1, 1)

        self.pane_layout.addWidget(self.summary_box)

        self.twice_line = TwiceLine(MergeIncomingPane)
        self.twice_line.setObjectName(u"twice_line")

        self.pane_layout.addWidget(self.twice_line)

        self.incoming_table = Table(MergeIncomingPane)
        self.incoming_table.setObjectName(u"incoming_table")

        self.pane_layout.addWidget(self.incoming_table)

        self.empty_state = EmptyState(MergeIncomingPane)
        self.empty_state.setObjectName(u"empty_state")

        self.pane_layout.addWidget(self.empty_state)

        self.button_box = QFrame(MergeIncomingPane)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setProperty(u"surface", u"window")
        self.button_box.setProperty(u"line", u"top")
        self.button_layout = QHBoxLayout(self.button_box)
        self.button_layout.setSpacing(8)
        self.button_layout.setObjectName(u"button_layout")
        self.button_layout.setContentsMargins(16, 10, 16, 10)
        self.back_button = QPushButton(self.button_box)
        self.back_button.setObjectName(u"back_button")

        self.button_layout.addWidget(self.back_button)

        self.back_label = PlainLabel(self.button_box)
        self.back_label.setObjectName(u"back_label")
        self.back_label.setProperty(u"role", u"hint")
        self.back_label.setWordWrap(True)

        self.button_layout.addWidget(self.back_label)

        self.note_label = PlainLabel(self.button_box)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setProperty(u"role", u"hint")

        self.button_layout.addWidget(self.note_label)

        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_layout.addItem(self.button_spacer)

        self.more_button = QPushButton(self.button_box)
        self.more_button.setObjectName(u"more_button")

        self.button_layout.addWidget(self.more_button)

        self.next_button = QPushButton(self.button_box)
        self.next_button.setObjectName(u"next_button")

        self.button_layout.addWidget(self.next_button)


        self.pane_layout.addWidget(self.button_box)

        self.pane_layout.setStretch(3, 1)
        self.pane_layout.setStretch(4, 1)

        self.retranslateUi(MergeIncomingPane)
    # setupUi

    def retranslateUi(self, MergeIncomingPane: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.incoming_table.setAccessibleName(_(u"What comes in"))
#endif // QT_CONFIG(accessibility)
        self.back_button.setText(_(u"Take this merge back\u2026"))
        self.more_button.setText(_(u"Take in more packages\u2026"))
        pass
    # retranslateUi
