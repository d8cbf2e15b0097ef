"""Made of ui/devices_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QHeaderView,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_DevicesDialog(object):
    def setupUi(self, DevicesDialog: QDialog) -> None:
        if not DevicesDialog.objectName():
            DevicesDialog.setObjectName(u"DevicesDialog")
        DevicesDialog.resize(920, 420)
        self.dialog_layout = QVBoxLayout(DevicesDialog)
        self.dialog_layout.setSpacing(10)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.intro_label = PlainLabel(DevicesDialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setProperty(u"role", u"meta")
        self.intro_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.intro_label)

        self.device_table = Table(DevicesDialog)
        self.device_table.setObjectName(u"device_table")
        self.device_table.setMinimumSize(QSize(0, 160))

        self.dialog_layout.addWidget(self.device_table)

        self.own_row = QHBoxLayout()
        self.own_row.setSpacing(8)
        self.own_row.setObjectName(u"own_row")
        self.own_label = PlainLabel(DevicesDialog)
        self.own_label.setObjectName(u"own_label")

        self.own_row.addWidget(self.own_label)

        self.own_edit = QLineEdit(DevicesDialog)
        self.own_edit.setObjectName(u"own_edit")
        self.own_edit.setReadOnly(True)

        self.own_row.addWidget(self.own_edit)

        self.copy_button = QPushButton(DevicesDialog)
        self.copy_button.setObjectName(u"copy_button")
        self.copy_button.setAutoDefault(False)

        self.own_row.addWidget(self.copy_button)

        self.own_row.setStretch(1, 1)

        self.dialog_layout.addLayout(self.own_row)

        self.own_hint_label = PlainLabel(DevicesDialog)
        self.own_hint_label.setObjectName(u"own_hint_label")
        self.own_hint_label.setProperty(u"role", u"hint")
        self.own_hint_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.own_hint_label)

        self.error_line = ErrorLine(DevicesDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.lost_button = QPushButton(DevicesDialog)
        self.lost_button.setObjectName(u"lost_button")
        self.lost_button.setAutoDefault(False)

        self.button_row.addWidget(self.lost_button)

        self.lost_hint_label = PlainLabel(DevicesDialog)
        self.lost_hint_label.setObjectName(u"lost_hint_label")
        self.lost_hint_label.setProperty(u"role", u"hint")

        self.button_row.addWidget(self.lost_hint_label)

        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.close_button = QPushButton(DevicesDialog)
        self.close_button.setObjectName(u"close_button")

        self.button_row.addWidget(self.close_button)


        self.dialog_layout.addLayout(self.button_row)

        self.dialog_layout.setStretch(1, 1)

        self.retranslateUi(DevicesDialog)

        self.close_button.setDefault(True)

    # setupUi

    def retranslateUi(self, DevicesDialog: QDialog) -> None:
        DevicesDialog.setWindowTitle(_(u"Trusted laptops"))
        self.intro_label.setText(_(u"Packages from these laptops are taken in without a question. A laptop is known by the forty digits of its fingerprint, to be compared on the telephone."))
#if QT_CONFIG(accessibility)
        self.device_table.setAccessibleName(_(u"Laptops"))
#endif // QT_CONFIG(accessibility)
        self.own_label.setText(_(u"Key of this computer"))
#if QT_CONFIG(accessibility)
        self.own_edit.setAccessibleName(_(u"Key of this computer"))
#endif // QT_CONFIG(accessibility)
        self.copy_button.setText(_(u"Copy key"))
        self.own_hint_label.setText(_(u"Others paste it to encrypt a package for you. It is no secret."))
        self.lost_button.setText(_(u"Mark as lost\u2026"))
        self.close_button.setText(_(u"Close"))
    # retranslateUi
