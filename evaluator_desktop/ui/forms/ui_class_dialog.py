"""Made of ui/class_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_ClassDialog(object):
    def setupUi(self, ClassDialog: QDialog) -> None:
        if not ClassDialog.objectName():
            ClassDialog.setObjectName(u"ClassDialog")
        ClassDialog.resize(460, 260)
        self.dialog_layout = QVBoxLayout(ClassDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(ClassDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")
        self.title_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.title_label)

        self.advice_label = PlainLabel(ClassDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setProperty(u"role", u"meta")
        self.advice_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.advice_label)

        self.reason_edit = QPlainTextEdit(ClassDialog)
        self.reason_edit.setObjectName(u"reason_edit")
        self.reason_edit.setTabChangesFocus(True)

        self.dialog_layout.addWidget(self.reason_edit)

        self.reason_problem = FieldProblem(ClassDialog)
        self.reason_problem.setObjectName(u"reason_problem")

        self.dialog_layout.addWidget(self.reason_problem)

        self.button_layout = QHBoxLayout()
        self.button_layout.setSpacing(8)
        self.button_layout.setObjectName(u"button_layout")
        self.button_layout.setContentsMargins(0, 0, 0, 0)
        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_layout.addItem(self.button_spacer)

        self.cancel_button = QPushButton(ClassDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.button_layout.addWidget(self.cancel_button)

        self.decline_button = QPushButton(ClassDialog)
        self.decline_button.setObjectName(u"decline_button")
        self.decline_button.setAutoDefault(False)

        self.button_layout.addWidget(self.decline_button)

        self.confirm_button = QPushButton(ClassDialog)
        self.confirm_button.setObjectName(u"confirm_button")
        self.confirm_button.setProperty(u"kind", u"primary")
        self.confirm_button.setAutoDefault(False)

        self.button_layout.addWidget(self.confirm_button)


        self.dialog_layout.addLayout(self.button_layout)


        self.retranslateUi(ClassDialog)
    # setupUi

    def retranslateUi(self, ClassDialog: QDialog) -> None:
        self.reason_edit.setPlaceholderText(_(u"Your reason"))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(_(u"Your reason"))
#endif // QT_CONFIG(accessibility)
        self.cancel_button.setText(_(u"Cancel"))
        self.decline_button.setText(_(u"Decline"))
        self.confirm_button.setText(_(u"Confirm the class"))
        pass
    # retranslateUi
