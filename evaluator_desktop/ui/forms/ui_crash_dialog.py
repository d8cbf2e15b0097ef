"""Made of ui/crash_dialog.ui by ui/compile.py. Never edit this file."""

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

from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_CrashDialog(object):
    def setupUi(self, CrashDialog: QDialog) -> None:
        if not CrashDialog.objectName():
            CrashDialog.setObjectName(u"CrashDialog")
        CrashDialog.resize(560, 150)
        self.dialog_layout = QVBoxLayout(CrashDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(CrashDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.title_label)

        self.advice_label = PlainLabel(CrashDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setWordWrap(True)
        self.advice_label.setProperty(u"role", u"meta")

        self.dialog_layout.addWidget(self.advice_label)

        self.report_edit = QPlainTextEdit(CrashDialog)
        self.report_edit.setObjectName(u"report_edit")
        self.report_edit.setReadOnly(True)
        self.report_edit.setVisible(False)

        self.dialog_layout.addWidget(self.report_edit)

        self.button_layout = QHBoxLayout()
        self.button_layout.setSpacing(8)
        self.button_layout.setObjectName(u"button_layout")
        self.details_button = QPushButton(CrashDialog)
        self.details_button.setObjectName(u"details_button")
        self.details_button.setCheckable(True)
        self.details_button.setAutoDefault(False)

        self.button_layout.addWidget(self.details_button)

        self.copy_button = QPushButton(CrashDialog)
        self.copy_button.setObjectName(u"copy_button")
        self.copy_button.setAutoDefault(False)

        self.button_layout.addWidget(self.copy_button)

        self.button_spacer = QSpacerItem(40, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_layout.addItem(self.button_spacer)

        self.continue_button = QPushButton(CrashDialog)
        self.continue_button.setObjectName(u"continue_button")
        self.continue_button.setProperty(u"kind", u"primary")

        self.button_layout.addWidget(self.continue_button)


        self.dialog_layout.addLayout(self.button_layout)


        self.retranslateUi(CrashDialog)

        self.continue_button.setDefault(True)

    # setupUi

    def retranslateUi(self, CrashDialog: QDialog) -> None:
        CrashDialog.setWindowTitle(_(u"Something went wrong"))
        self.title_label.setText(_(u"The program made a mistake. Everything recorded before is safe."))
        self.advice_label.setText(_(u"You can go on working. If it happens again, close the program, start it again, and pass on the report below. It names places in the program, no data of yours."))
#if QT_CONFIG(accessibility)
        self.report_edit.setAccessibleName(_(u"Report"))
#endif // QT_CONFIG(accessibility)
        self.details_button.setText(_(u"Details"))
        self.copy_button.setText(_(u"Copy report"))
        self.continue_button.setText(_(u"Go on"))
    # retranslateUi
