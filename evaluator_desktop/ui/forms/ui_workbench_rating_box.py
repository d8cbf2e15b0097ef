"""Made of ui/workbench_rating_box.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLineEdit,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.key_cap import KeyCap
from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_WorkbenchRatingBox(object):
    def setupUi(self, WorkbenchRatingBox: QFrame) -> None:
        if not WorkbenchRatingBox.objectName():
            WorkbenchRatingBox.setObjectName(u"WorkbenchRatingBox")
        WorkbenchRatingBox.resize(318, 170)
        self.box_layout = QVBoxLayout(WorkbenchRatingBox)
        self.box_layout.setSpacing(6)
        self.box_layout.setObjectName(u"box_layout")
        self.box_layout.setContentsMargins(12, 8, 12, 12)
        self.title_layout = QHBoxLayout()
        self.title_layout.setSpacing(6)
        self.title_layout.setObjectName(u"title_layout")
        self.title_layout.setContentsMargins(0, 0, 0, 0)
        self.rating_title = PlainLabel(WorkbenchRatingBox)
        self.rating_title.setObjectName(u"rating_title")
        self.rating_title.setProperty(u"role", u"heading")

        self.title_layout.addWidget(self.rating_title)

        self.not_applicable_button = QPushButton(WorkbenchRatingBox)
        self.not_applicable_button.setObjectName(u"not_applicable_button")
        self.not_applicable_button.setProperty(u"kind", u"link")
        self.not_applicable_button.setProperty(u"small", True)
        self.not_applicable_button.setCheckable(True)

        self.title_layout.addWidget(self.not_applicable_button)

        self.title_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.title_layout.addItem(self.title_spacer)

        self.suggestion_label = PlainLabel(WorkbenchRatingBox)
        self.suggestion_label.setObjectName(u"suggestion_label")
        self.suggestion_label.setProperty(u"role", u"hint")

        self.title_layout.addWidget(self.suggestion_label)


        self.box_layout.addLayout(self.title_layout)

        self.rating_layout = QHBoxLayout()
        self.rating_layout.setSpacing(6)
        self.rating_layout.setObjectName(u"rating_layout")
        self.rating_layout.setContentsMargins(0, 0, 0, 0)
        self.rating_edit = QLineEdit(WorkbenchRatingBox)
        self.rating_edit.setObjectName(u"rating_edit")
        self.rating_edit.setProperty(u"kind", u"rating")
        self.rating_edit.setMaxLength(12)
        self.rating_edit.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.rating_edit.setMinimumSize(QSize(92, 0))
        self.rating_edit.setMaximumSize(QSize(92, 16777215))

        self.rating_layout.addWidget(self.rating_edit)

        self.unit_label = PlainLabel(WorkbenchRatingBox)
        self.unit_label.setObjectName(u"unit_label")

        self.rating_layout.addWidget(self.unit_label)

        self.bounds_label = PlainLabel(WorkbenchRatingBox)
        self.bounds_label.setObjectName(u"bounds_label")
        self.bounds_label.setProperty(u"role", u"hint")

        self.rating_layout.addWidget(self.bounds_label)

        self.rating_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.rating_layout.addItem(self.rating_spacer)

        self.enter_cap = KeyCap(WorkbenchRatingBox)
        self.enter_cap.setObjectName(u"enter_cap")
        self.enter_cap.setText(u"Enter")

        self.rating_layout.addWidget(self.enter_cap)


        self.box_layout.addLayout(self.rating_layout)

        self.rating_problem = FieldProblem(WorkbenchRatingBox)
        self.rating_problem.setObjectName(u"rating_problem")

        self.box_layout.addWidget(self.rating_problem)

        self.reason_title_layout = QHBoxLayout()
        self.reason_title_layout.setSpacing(6)
        self.reason_title_layout.setObjectName(u"reason_title_layout")
        self.reason_title_layout.setContentsMargins(0, 0, 0, 0)
        self.reason_title = PlainLabel(WorkbenchRatingBox)
        self.reason_title.setObjectName(u"reason_title")
        self.reason_title.setProperty(u"role", u"heading")

        self.reason_title_layout.addWidget(self.reason_title)

        self.reason_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.reason_title_layout.addItem(self.reason_spacer)

        self.reason_cap = KeyCap(WorkbenchRatingBox)
        self.reason_cap.setObjectName(u"reason_cap")
        self.reason_cap.setText(u"F2")

        self.reason_title_layout.addWidget(self.reason_cap)

        self.reason_words = PlainLabel(WorkbenchRatingBox)
        self.reason_words.setObjectName(u"reason_words")
        self.reason_words.setProperty(u"role", u"meta")

        self.reason_title_layout.addWidget(self.reason_words)

        self.phrase_cap = KeyCap(WorkbenchRatingBox)
        self.phrase_cap.setObjectName(u"phrase_cap")
        self.phrase_cap.setText(u"F4")

        self.reason_title_layout.addWidget(self.phrase_cap)

        self.phrase_words = PlainLabel(WorkbenchRatingBox)
        self.phrase_words.setObjectName(u"phrase_words")
        self.phrase_words.setProperty(u"role", u"meta")

        self.reason_title_layout.addWidget(self.phrase_words)


        self.box_layout.addLayout(self.reason_title_layout)

        self.reason_edit = QPlainTextEdit(WorkbenchRatingBox)
        self.reason_edit.setObjectName(u"reason_edit")
        self.reason_edit.setTabChangesFocus(True)
        self.reason_edit.setMinimumSize(QSize(0, 58))
        self.reason_edit.setMaximumSize(QSize(16777215, 58))

        self.box_layout.addWidget(self.reason_edit)


        self.retranslateUi(WorkbenchRatingBox)
    # setupUi

    def retranslateUi(self, WorkbenchRatingBox: QFrame) -> None:
        self.rating_title.setText(_(u"Rating"))
        self.not_applicable_button.setText(_(u"Not applicable"))
        self.rating_edit.setPlaceholderText(_(u"open"))
#if QT_CONFIG(accessibility)
        self.rating_edit.setAccessibleName(_(u"Rating"))
#endif // QT_CONFIG(accessibility)
        self.unit_label.setText(_(u"points"))
        self.bounds_label.setText(_(u"0\u2013100, 1 decimal"))
        self.reason_title.setText(_(u"Your reason"))
        self.reason_words.setText(_(u"write"))
        self.phrase_words.setText(_(u"phrases"))
        self.reason_edit.setPlaceholderText(_(u"Reason for the rating"))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(_(u"Reason for the rating"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
