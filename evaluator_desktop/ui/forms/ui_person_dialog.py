"""Made of ui/person_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QHBoxLayout,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.progress_line import ProgressLine

from evaluator_desktop.texts import _


class Ui_PersonDialog(object):
    def setupUi(self, PersonDialog: QDialog) -> None:
        if not PersonDialog.objectName():
            PersonDialog.setObjectName(u"PersonDialog")
        PersonDialog.resize(420, 180)
        self.dialog_layout = QVBoxLayout(PersonDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.intro_label = PlainLabel(PersonDialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setWordWrap(True)
        self.intro_label.setProperty(u"role", u"meta")

        self.dialog_layout.addWidget(self.intro_label)

        self.person_combo = QComboBox(PersonDialog)
        self.person_combo.setObjectName(u"person_combo")
        self.person_combo.setEditable(True)

        self.dialog_layout.addWidget(self.person_combo)

        self.remark_label = PlainLabel(PersonDialog)
        self.remark_label.setObjectName(u"remark_label")
        self.remark_label.setWordWrap(True)
        self.remark_label.setProperty(u"role", u"hint")

        self.dialog_layout.addWidget(self.remark_label)

        self.error_line = ErrorLine(PersonDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setObjectName(u"button_row")
        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.cancel_button = QPushButton(PersonDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.button_row.addWidget(self.cancel_button)

        self.switch_button = QPushButton(PersonDialog)
        self.switch_button.setObjectName(u"switch_button")
        self.switch_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.switch_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(PersonDialog)

        self.switch_button.setDefault(True)

    # setupUi

    def retranslateUi(self, PersonDialog: QDialog) -> None:
        PersonDialog.setWindowTitle(_(u"Switch evaluator"))
        self.intro_label.setText(_(u"Who works from now on? What is recorded carries this name."))
#if QT_CONFIG(accessibility)
        self.person_combo.setAccessibleName(_(u"Evaluator"))
#endif // QT_CONFIG(accessibility)
        self.cancel_button.setText(_(u"Cancel"))
        self.switch_button.setText(_(u"Switch"))
    # retranslateUi
