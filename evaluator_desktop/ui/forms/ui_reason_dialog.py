"""Made of ui/reason_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_ReasonDialog(object):
    def setupUi(self, ReasonDialog: QDialog) -> None:
        if not ReasonDialog.objectName():
            ReasonDialog.setObjectName(u"ReasonDialog")
        ReasonDialog.resize(440, 220)
        self.dialog_layout = QVBoxLayout(ReasonDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(ReasonDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")
        self.title_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.title_label)

        self.advice_label = PlainLabel(ReasonDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setProperty(u"role", u"meta")
        self.advice_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.advice_label)

        self.reason_edit = QPlainTextEdit(ReasonDialog)
        self.reason_edit.setObjectName(u"reason_edit")
        self.reason_edit.setTabChangesFocus(True)

        self.dialog_layout.addWidget(self.reason_edit)

        self.reason_problem = FieldProblem(ReasonDialog)
        self.reason_problem.setObjectName(u"reason_problem")

        self.dialog_layout.addWidget(self.reason_problem)

        self.button_box = QDialogButtonBox(ReasonDialog)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.dialog_layout.addWidget(self.button_box)


        self.retranslateUi(ReasonDialog)
    # setupUi

    def retranslateUi(self, ReasonDialog: QDialog) -> None:
        self.reason_edit.setPlaceholderText(_(u"Your reason"))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(_(u"Your reason"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
