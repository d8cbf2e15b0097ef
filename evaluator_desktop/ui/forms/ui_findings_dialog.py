"""Made of ui/findings_dialog.ui by ui/compile.py. Never edit this file."""

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


class Ui_FindingsDialog(object):
    def setupUi(self, FindingsDialog: QDialog) -> None:
        if not FindingsDialog.objectName():
            FindingsDialog.setObjectName(u"FindingsDialog")
        FindingsDialog.resize(760, 520)
        self.dialog_layout = QVBoxLayout(FindingsDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(FindingsDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")
        self.title_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.title_label)

        self.advice_label = PlainLabel(FindingsDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setProperty(u"role", u"meta")
        self.advice_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.advice_label)

        self.finding_list = List(FindingsDialog)
        self.finding_list.setObjectName(u"finding_list")

        self.dialog_layout.addWidget(self.finding_list)

        self.button_box = QDialogButtonBox(FindingsDialog)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.dialog_layout.addWidget(self.button_box)

        self.dialog_layout.setStretch(2, 1)

        self.retranslateUi(FindingsDialog)
    # setupUi

    def retranslateUi(self, FindingsDialog: QDialog) -> None:
#if QT_CONFIG(accessibility)
        self.finding_list.setAccessibleName(_(u"Findings"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
