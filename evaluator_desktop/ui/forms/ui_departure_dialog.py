"""Made of ui/departure_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QSizePolicy, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import List

from evaluator_desktop.texts import _


class Ui_DepartureDialog(object):
    def setupUi(self, DepartureDialog: QDialog) -> None:
        if not DepartureDialog.objectName():
            DepartureDialog.setObjectName(u"DepartureDialog")
        DepartureDialog.resize(640, 520)
        self.dialog_layout = QVBoxLayout(DepartureDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(DepartureDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.title_label)

        self.never_label = PlainLabel(DepartureDialog)
        self.never_label.setObjectName(u"never_label")
        self.never_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.never_label)

        self.never_list = List(DepartureDialog)
        self.never_list.setObjectName(u"never_list")

        self.dialog_layout.addWidget(self.never_list)

        self.later_label = PlainLabel(DepartureDialog)
        self.later_label.setObjectName(u"later_label")
        self.later_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.later_label)

        self.later_list = List(DepartureDialog)
        self.later_list.setObjectName(u"later_list")

        self.dialog_layout.addWidget(self.later_list)

        self.advice_label = PlainLabel(DepartureDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setProperty(u"role", u"hint")

        self.dialog_layout.addWidget(self.advice_label)

        self.button_box = QDialogButtonBox(DepartureDialog)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.dialog_layout.addWidget(self.button_box)


        self.retranslateUi(DepartureDialog)
    # setupUi

    def retranslateUi(self, DepartureDialog: QDialog) -> None:
        DepartureDialog.setWindowTitle(_(u"Check before leaving"))
        self.never_label.setText(_(u"Cannot be mended after leaving"))
#if QT_CONFIG(accessibility)
        self.never_list.setAccessibleName(_(u"Cannot be mended after leaving"))
#endif // QT_CONFIG(accessibility)
        self.later_label.setText(_(u"Can be mended later"))
#if QT_CONFIG(accessibility)
        self.later_list.setAccessibleName(_(u"Can be mended later"))
#endif // QT_CONFIG(accessibility)
        self.advice_label.setText(_(u"Press Enter or double-click to go there."))
    # retranslateUi
