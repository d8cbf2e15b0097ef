"""Made of ui/verdict_dialog.ui by ui/compile.py. Never edit this file."""

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

from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_VerdictDialog(object):
    def setupUi(self, VerdictDialog: QDialog) -> None:
        if not VerdictDialog.objectName():
            VerdictDialog.setObjectName(u"VerdictDialog")
        VerdictDialog.resize(560, 340)
        self.dialog_layout = QVBoxLayout(VerdictDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.verdict_layout = QHBoxLayout()
        self.verdict_layout.setSpacing(8)
        self.verdict_layout.setObjectName(u"verdict_layout")
        self.verdict_layout.setContentsMargins(0, 0, 0, 0)
        self.verdict_sign = IconLabel(VerdictDialog)
        self.verdict_sign.setObjectName(u"verdict_sign")

        self.verdict_layout.addWidget(self.verdict_sign)

        self.verdict_label = PlainLabel(VerdictDialog)
        self.verdict_label.setObjectName(u"verdict_label")
        self.verdict_label.setProperty(u"role", u"heading")
        self.verdict_label.setWordWrap(True)

        self.verdict_layout.addWidget(self.verdict_label)

        self.verdict_layout.setStretch(1, 1)

        self.dialog_layout.addLayout(self.verdict_layout)

        self.file_label = PlainLabel(VerdictDialog)
        self.file_label.setObjectName(u"file_label")
        self.file_label.setProperty(u"role", u"meta")
        self.file_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.file_label)

        self.change_label = PlainLabel(VerdictDialog)
        self.change_label.setObjectName(u"change_label")
        self.change_label.setProperty(u"role", u"meta")

        self.dialog_layout.addWidget(self.change_label)

        self.change_edit = QPlainTextEdit(VerdictDialog)
        self.change_edit.setObjectName(u"change_edit")
        self.change_edit.setReadOnly(True)
        self.change_edit.setTabChangesFocus(True)

        self.dialog_layout.addWidget(self.change_edit)

        self.button_layout = QHBoxLayout()
        self.button_layout.setSpacing(8)
        self.button_layout.setObjectName(u"button_layout")
        self.button_layout.setContentsMargins(0, 0, 0, 0)
        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_layout.addItem(self.button_spacer)

        self.close_button = QPushButton(VerdictDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"kind", u"primary")

        self.button_layout.addWidget(self.close_button)


        self.dialog_layout.addLayout(self.button_layout)

        self.dialog_layout.setStretch(3, 1)

        self.retranslateUi(VerdictDialog)
    # setupUi

    def retranslateUi(self, VerdictDialog: QDialog) -> None:
        VerdictDialog.setWindowTitle(_(u"Check a report"))
        self.change_label.setText(_(u"Recorded since:"))
#if QT_CONFIG(accessibility)
        self.change_edit.setAccessibleName(_(u"What was recorded since"))
#endif // QT_CONFIG(accessibility)
        self.close_button.setText(_(u"Close"))
    # retranslateUi
