"""Made of ui/report_order_form.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QGridLayout, QLineEdit,
    QPushButton, QSizePolicy, QWidget)

from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_ReportOrderForm(object):
    def setupUi(self, ReportOrderForm: QWidget) -> None:
        if not ReportOrderForm.objectName():
            ReportOrderForm.setObjectName(u"ReportOrderForm")
        ReportOrderForm.resize(400, 160)
        self.order_layout = QGridLayout(ReportOrderForm)
        self.order_layout.setObjectName(u"order_layout")
        self.order_layout.setHorizontalSpacing(8)
        self.order_layout.setVerticalSpacing(6)
        self.order_layout.setContentsMargins(12, 8, 12, 8)
        self.paper_label = PlainLabel(ReportOrderForm)
        self.paper_label.setObjectName(u"paper_label")
        self.paper_label.setProperty(u"role", u"meta")

        self.order_layout.addWidget(self.paper_label, 0, 0, 1, 1)

        self.paper_combo = QComboBox(ReportOrderForm)
        self.paper_combo.setObjectName(u"paper_combo")

        self.order_layout.addWidget(self.paper_combo, 0, 1, 1, 3)

        self.language_label = PlainLabel(ReportOrderForm)
        self.language_label.setObjectName(u"language_label")
        self.language_label.setProperty(u"role", u"meta")

        self.order_layout.addWidget(self.language_label, 1, 0, 1, 1)

        self.language_combo = QComboBox(ReportOrderForm)
        self.language_combo.setObjectName(u"language_combo")

        self.order_layout.addWidget(self.language_combo, 1, 1, 1, 1)

        self.ending_label = PlainLabel(ReportOrderForm)
        self.ending_label.setObjectName(u"ending_label")
        self.ending_label.setProperty(u"role", u"meta")

        self.order_layout.addWidget(self.ending_label, 1, 2, 1, 1)

        self.ending_combo = QComboBox(ReportOrderForm)
        self.ending_combo.setObjectName(u"ending_combo")

        self.order_layout.addWidget(self.ending_combo, 1, 3, 1, 1)

        self.due_label = PlainLabel(ReportOrderForm)
        self.due_label.setObjectName(u"due_label")
        self.due_label.setProperty(u"role", u"meta")

        self.order_layout.addWidget(self.due_label, 2, 0, 1, 1)

        self.due_edit = QLineEdit(ReportOrderForm)
        self.due_edit.setObjectName(u"due_edit")

        self.order_layout.addWidget(self.due_edit, 2, 1, 1, 3)

        self.sign_label = PlainLabel(ReportOrderForm)
        self.sign_label.setObjectName(u"sign_label")
        self.sign_label.setProperty(u"role", u"meta")

        self.order_layout.addWidget(self.sign_label, 3, 0, 1, 1)

        self.certificate_button = QPushButton(ReportOrderForm)
        self.certificate_button.setObjectName(u"certificate_button")
        self.certificate_button.setProperty(u"dense", True)

        self.order_layout.addWidget(self.certificate_button, 3, 1, 1, 2)

        self.unsigned_button = QPushButton(ReportOrderForm)
        self.unsigned_button.setObjectName(u"unsigned_button")
        self.unsigned_button.setProperty(u"dense", True)

        self.order_layout.addWidget(self.unsigned_button, 3, 3, 1, 1)

        self.passphrase_label = PlainLabel(ReportOrderForm)
        self.passphrase_label.setObjectName(u"passphrase_label")
        self.passphrase_label.setProperty(u"role", u"meta")

        self.order_layout.addWidget(self.passphrase_label, 4, 0, 1, 1)

        self.passphrase_edit = QLineEdit(ReportOrderForm)
        self.passphrase_edit.setObjectName(u"passphrase_edit")
        self.passphrase_edit.setEchoMode(QLineEdit.EchoMode.Password)

        self.order_layout.addWidget(self.passphrase_edit, 4, 1, 1, 3)

        self.order_layout.setColumnStretch(1, 1)
        self.order_layout.setColumnStretch(3, 1)

        self.retranslateUi(ReportOrderForm)
    # setupUi

    def retranslateUi(self, ReportOrderForm: QWidget) -> None:
        self.paper_label.setText(_(u"Paper"))
#if QT_CONFIG(accessibility)
        self.paper_combo.setAccessibleName(_(u"Paper"))
#endif // QT_CONFIG(accessibility)
        self.language_label.setText(_(u"Language"))
#if QT_CONFIG(accessibility)
        self.language_combo.setAccessibleName(_(u"Language of the paper"))
#endif // QT_CONFIG(accessibility)
        self.ending_label.setText(_(u"File"))
#if QT_CONFIG(accessibility)
        self.ending_combo.setAccessibleName(_(u"Kind of file"))
#endif // QT_CONFIG(accessibility)
        self.due_label.setText(_(u"Hand in by"))
#if QT_CONFIG(accessibility)
        self.due_edit.setAccessibleName(_(u"To be handed in by"))
#endif // QT_CONFIG(accessibility)
        self.sign_label.setText(_(u"Signature"))
        self.unsigned_button.setText(_(u"Do not sign"))
        self.passphrase_label.setText(_(u"Passphrase"))
#if QT_CONFIG(accessibility)
        self.passphrase_edit.setAccessibleName(_(u"Passphrase of the certificate"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
