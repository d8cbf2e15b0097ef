"""Made of ui/join_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QHeaderView, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.jump_field import JumpField
from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, FieldProblem)
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_JoinDialog(object):
    def setupUi(self, JoinDialog: QDialog) -> None:
        if not JoinDialog.objectName():
            JoinDialog.setObjectName(u"JoinDialog")
        JoinDialog.resize(820, 620)
        self.dialog_layout = QVBoxLayout(JoinDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 14, 16, 12)
        self.title_label = PlainLabel(JoinDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")
        self.title_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.title_label)

        self.advice_label = PlainLabel(JoinDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setProperty(u"role", u"meta")
        self.advice_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.advice_label)

        self.error_line = ErrorLine(JoinDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.offer_table = Table(JoinDialog)
        self.offer_table.setObjectName(u"offer_table")
        self.offer_table.setMinimumSize(QSize(0, 120))

        self.dialog_layout.addWidget(self.offer_table)

        self.empty_state = EmptyState(JoinDialog)
        self.empty_state.setObjectName(u"empty_state")

        self.dialog_layout.addWidget(self.empty_state)

        self.other_box = QFrame(JoinDialog)
        self.other_box.setObjectName(u"other_box")
        self.other_layout = QHBoxLayout(self.other_box)
        self.other_layout.setSpacing(8)
        self.other_layout.setObjectName(u"other_layout")
        self.other_layout.setContentsMargins(0, 0, 0, 0)
        self.other_label = PlainLabel(self.other_box)
        self.other_label.setObjectName(u"other_label")

        self.other_layout.addWidget(self.other_label)

        self.other_field = JumpField(self.other_box)
        self.other_field.setObjectName(u"other_field")

        self.other_layout.addWidget(self.other_field)

        self.other_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.other_layout.addItem(self.other_spacer)


        self.dialog_layout.addWidget(self.other_box)

        self.compare_table = Table(JoinDialog)
        self.compare_table.setObjectName(u"compare_table")

        self.dialog_layout.addWidget(self.compare_table)

        self.reason_label = PlainLabel(JoinDialog)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"role", u"meta")
        self.reason_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.reason_label)

        self.reason_edit = QLineEdit(JoinDialog)
        self.reason_edit.setObjectName(u"reason_edit")

        self.dialog_layout.addWidget(self.reason_edit)

        self.reason_problem = FieldProblem(JoinDialog)
        self.reason_problem.setObjectName(u"reason_problem")

        self.dialog_layout.addWidget(self.reason_problem)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_row.setContentsMargins(0, 0, 0, 0)
        self.done_label = PlainLabel(JoinDialog)
        self.done_label.setObjectName(u"done_label")
        self.done_label.setProperty(u"role", u"meta")
        self.done_label.setWordWrap(True)

        self.button_row.addWidget(self.done_label)

        self.close_button = QPushButton(JoinDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.button_row.addWidget(self.close_button)

        self.part_button = QPushButton(JoinDialog)
        self.part_button.setObjectName(u"part_button")
        self.part_button.setAutoDefault(False)

        self.button_row.addWidget(self.part_button)

        self.join_button = QPushButton(JoinDialog)
        self.join_button.setObjectName(u"join_button")
        self.join_button.setAutoDefault(False)
        self.join_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.join_button)

        self.button_row.setStretch(0, 1)

        self.dialog_layout.addLayout(self.button_row)

        self.dialog_layout.setStretch(3, 1)
        self.dialog_layout.setStretch(4, 1)

        self.retranslateUi(JoinDialog)
    # setupUi

    def retranslateUi(self, JoinDialog: QDialog) -> None:
        JoinDialog.setWindowTitle(_(u"The same provider twice"))
        self.title_label.setText(_(u"Is it one provider?"))
        self.advice_label.setText(_(u"Joined, the two are read as one: all evidence and all ratings of both stay. What both say differently is a conflict to settle. It can be taken back at any time."))
#if QT_CONFIG(accessibility)
        self.offer_table.setAccessibleName(_(u"Providers that may be one"))
#endif // QT_CONFIG(accessibility)
        self.other_label.setText(_(u"Compare the provider in hand with"))
#if QT_CONFIG(accessibility)
        self.compare_table.setAccessibleName(_(u"Both side by side"))
#endif // QT_CONFIG(accessibility)
        self.reason_edit.setPlaceholderText(_(u"How you know, such as: same licence seen on site"))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(_(u"Your reason"))
#endif // QT_CONFIG(accessibility)
        self.close_button.setText(_(u"Close"))
        self.part_button.setText(_(u"Take them apart"))
        self.join_button.setText(_(u"Join the two"))
    # retranslateUi
