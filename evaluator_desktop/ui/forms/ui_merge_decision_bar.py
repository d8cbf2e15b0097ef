"""Made of ui/merge_decision_bar.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLineEdit,
    QSizePolicy, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.merge.choice_button import ChoiceButton
from evaluator_desktop.ui.pages.merge.hand_form import HandForm
from evaluator_desktop.ui.widgets.key_cap import KeyCap
from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_MergeDecisionBar(object):
    def setupUi(self, MergeDecisionBar: QFrame) -> None:
        if not MergeDecisionBar.objectName():
            MergeDecisionBar.setObjectName(u"MergeDecisionBar")
        MergeDecisionBar.resize(915, 86)
        MergeDecisionBar.setProperty(u"surface", u"window")
        MergeDecisionBar.setProperty(u"line", u"top")
        self.bar_layout = QVBoxLayout(MergeDecisionBar)
        self.bar_layout.setSpacing(8)
        self.bar_layout.setObjectName(u"bar_layout")
        self.bar_layout.setContentsMargins(12, 9, 12, 8)
        self.button_layout = QHBoxLayout()
        self.button_layout.setSpacing(8)
        self.button_layout.setObjectName(u"button_layout")
        self.button_layout.setContentsMargins(0, 0, 0, 0)
        self.choice_side = QWidget(MergeDecisionBar)
        self.choice_side.setObjectName(u"choice_side")

        self.button_layout.addWidget(self.choice_side)

        self.later_button = ChoiceButton(MergeDecisionBar)
        self.later_button.setObjectName(u"later_button")

        self.button_layout.addWidget(self.later_button)

        self.button_layout.setStretch(0, 1)

        self.bar_layout.addLayout(self.button_layout)

        self.hand_form = HandForm(MergeDecisionBar)
        self.hand_form.setObjectName(u"hand_form")

        self.bar_layout.addWidget(self.hand_form)

        self.reason_layout = QHBoxLayout()
        self.reason_layout.setSpacing(8)
        self.reason_layout.setObjectName(u"reason_layout")
        self.reason_layout.setContentsMargins(0, 0, 0, 0)
        self.reason_label = PlainLabel(MergeDecisionBar)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"role", u"heading")

        self.reason_layout.addWidget(self.reason_label)

        self.reason_edit = QLineEdit(MergeDecisionBar)
        self.reason_edit.setObjectName(u"reason_edit")
        self.reason_edit.setMaxLength(2000)

        self.reason_layout.addWidget(self.reason_edit)

        self.reason_problem = FieldProblem(MergeDecisionBar)
        self.reason_problem.setObjectName(u"reason_problem")

        self.reason_layout.addWidget(self.reason_problem)

        self.enter_cap = KeyCap(MergeDecisionBar)
        self.enter_cap.setObjectName(u"enter_cap")

        self.reason_layout.addWidget(self.enter_cap)

        self.enter_label = PlainLabel(MergeDecisionBar)
        self.enter_label.setObjectName(u"enter_label")
        self.enter_label.setProperty(u"role", u"meta")

        self.reason_layout.addWidget(self.enter_label)

        self.reason_layout.setStretch(1, 1)

        self.bar_layout.addLayout(self.reason_layout)


        self.retranslateUi(MergeDecisionBar)
    # setupUi

    def retranslateUi(self, MergeDecisionBar: QFrame) -> None:
        self.reason_label.setText(_(u"Reason for the decision"))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(_(u"Reason for the decision"))
#endif // QT_CONFIG(accessibility)
        self.enter_cap.setText(_(u"Enter"))
        self.enter_label.setText(_(u"records and goes to the next"))
        pass
    # retranslateUi
