"""Made of ui/merge_consensus_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QHeaderView, QLineEdit, QPushButton, QSizePolicy,
    QStackedWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, FieldProblem)
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_MergeConsensusPane(object):
    def setupUi(self, MergeConsensusPane: QWidget) -> None:
        if not MergeConsensusPane.objectName():
            MergeConsensusPane.setObjectName(u"MergeConsensusPane")
        MergeConsensusPane.resize(1288, 640)
        self.pane_layout = QVBoxLayout(MergeConsensusPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.error_line = ErrorLine(MergeConsensusPane)
        self.error_line.setObjectName(u"error_line")

        self.pane_layout.addWidget(self.error_line)

        self.choice_bar = QFrame(MergeConsensusPane)
        self.choice_bar.setObjectName(u"choice_bar")
        self.choice_bar.setProperty(u"surface", u"window")
        self.choice_bar.setProperty(u"line", u"bottom")
        self.choice_layout = QHBoxLayout(self.choice_bar)
        self.choice_layout.setSpacing(8)
        self.choice_layout.setObjectName(u"choice_layout")
        self.choice_layout.setContentsMargins(12, 6, 12, 6)
        self.provider_label = PlainLabel(self.choice_bar)
        self.provider_label.setObjectName(u"provider_label")
        self.provider_label.setProperty(u"role", u"meta")

        self.choice_layout.addWidget(self.provider_label)

        self.provider_combo = QComboBox(self.choice_bar)
        self.provider_combo.setObjectName(u"provider_combo")
        self.provider_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.provider_combo.setMinimumContentsLength(34)

        self.choice_layout.addWidget(self.provider_combo)

        self.state_label = PlainLabel(self.choice_bar)
        self.state_label.setObjectName(u"state_label")
        self.state_label.setProperty(u"role", u"meta")

        self.choice_layout.addWidget(self.state_label)

        self.choice_layout.setStretch(2, 1)

        self.pane_layout.addWidget(self.choice_bar)

        self.stack = QStackedWidget(MergeConsensusPane)
        self.stack.setObjectName(u"stack")
        self.table_side = QWidget()
        self.table_side.setObjectName(u"table_side")
        self.table_layout = QVBoxLayout(self.table_side)
        self.table_layout.setSpacing(0)
        self.table_layout.setObjectName(u"table_layout")
        self.table_layout.setContentsMargins(0, 0, 0, 0)
        self.line_table = Table(self.table_side)
        self.line_table.setObjectName(u"line_table")

        self.table_layout.addWidget(self.line_table)

        self.decision_bar = QFrame(self.table_side)
        self.decision_bar.setObjectName(u"decision_bar")
        self.decision_bar.setProperty(u"surface", u"window")
        self.decision_bar.setProperty(u"line", u"top")
        self.decision_layout = QVBoxLayout(self.decision_bar)
        self.decision_layout.setSpacing(6)
        self.decision_layout.setObjectName(u"decision_layout")
        self.decision_layout.setContentsMargins(12, 9, 12, 8)
        self.item_layout = QHBoxLayout()
        self.item_layout.setSpacing(12)
        self.item_layout.setObjectName(u"item_layout")
        self.item_layout.setContentsMargins(0, 0, 0, 0)
        self.item_label = PlainLabel(self.decision_bar)
        self.item_label.setObjectName(u"item_label")
        self.item_label.setProperty(u"role", u"heading")

        self.item_layout.addWidget(self.item_label)

        self.given_label = PlainLabel(self.decision_bar)
        self.given_label.setObjectName(u"given_label")
        self.given_label.setProperty(u"role", u"meta")

        self.item_layout.addWidget(self.given_label)

        self.item_layout.setStretch(1, 1)

        self.decision_layout.addLayout(self.item_layout)

        self.field_layout = QHBoxLayout()
        self.field_layout.setSpacing(8)
        self.field_layout.setObjectName(u"field_layout")
        self.field_layout.setContentsMargins(0, 0, 0, 0)
        self.value_label = PlainLabel(self.decision_bar)
        self.value_label.setObjectName(u"value_label")

        self.field_layout.addWidget(self.value_label)

        self.value_edit = QLineEdit(self.decision_bar)
        self.value_edit.setObjectName(u"value_edit")
        self.value_edit.setMaxLength(16)
        self.value_edit.setMaximumSize(QSize(96, 16777215))

        self.field_layout.addWidget(self.value_edit)

        self.reason_label = PlainLabel(self.decision_bar)
        self.reason_label.setObjectName(u"reason_label")

        self.field_layout.addWidget(self.reason_label)

        self.reason_edit = QLineEdit(self.decision_bar)
        self.reason_edit.setObjectName(u"reason_edit")
        self.reason_edit.setMaxLength(20000)

        self.field_layout.addWidget(self.reason_edit)

        self.record_button = QPushButton(self.decision_bar)
        self.record_button.setObjectName(u"record_button")
        self.record_button.setProperty(u"kind", u"primary")

        self.field_layout.addWidget(self.record_button)

        self.field_layout.setStretch(3, 1)

        self.decision_layout.addLayout(self.field_layout)

        self.field_problem = FieldProblem(self.decision_bar)
        self.field_problem.setObjectName(u"field_problem")

        self.decision_layout.addWidget(self.field_problem)


        self.table_layout.addWidget(self.decision_bar)

        self.table_layout.setStretch(0, 1)
        self.stack.addWidget(self.table_side)
        self.empty_state = EmptyState()
        self.empty_state.setObjectName(u"empty_state")
        self.stack.addWidget(self.empty_state)

        self.pane_layout.addWidget(self.stack)

        self.pane_layout.setStretch(2, 1)

        self.retranslateUi(MergeConsensusPane)
    # setupUi

    def retranslateUi(self, MergeConsensusPane: QWidget) -> None:
        self.provider_label.setText(_(u"Provider"))
#if QT_CONFIG(accessibility)
        self.provider_combo.setAccessibleName(_(u"Provider"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.line_table.setAccessibleName(_(u"Items and what each evaluator gave"))
#endif // QT_CONFIG(accessibility)
        self.value_label.setText(_(u"Consensus rating"))
#if QT_CONFIG(accessibility)
        self.value_edit.setAccessibleName(_(u"Consensus rating"))
#endif // QT_CONFIG(accessibility)
        self.reason_label.setText(_(u"Reason for the decision"))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(_(u"Reason for the decision"))
#endif // QT_CONFIG(accessibility)
        self.record_button.setText(_(u"Record the consensus"))
        pass
    # retranslateUi
