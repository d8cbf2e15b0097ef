"""Made of ui/link_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_LinkDialog(object):
    def setupUi(self, LinkDialog: QDialog) -> None:
        if not LinkDialog.objectName():
            LinkDialog.setObjectName(u"LinkDialog")
        LinkDialog.resize(600, 690)
        self.dialog_layout = QVBoxLayout(LinkDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(LinkDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.title_label)

        self.advice_label = PlainLabel(LinkDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setProperty(u"role", u"meta")
        self.advice_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.advice_label)

        self.place_list = QListWidget(LinkDialog)
        self.place_list.setObjectName(u"place_list")

        self.dialog_layout.addWidget(self.place_list)

        self.button_box = QDialogButtonBox(LinkDialog)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.dialog_layout.addWidget(self.button_box)

        self.dialog_layout.setStretch(2, 1)

        self.retranslateUi(LinkDialog)
    # setupUi

    def retranslateUi(self, LinkDialog: QDialog) -> None:
        LinkDialog.setWindowTitle(_(u"Use for other requirements too"))
        self.advice_label.setText(_(u"Tick what else this file is evidence of. It is not copied; each use is judged by itself."))
#if QT_CONFIG(accessibility)
        self.place_list.setAccessibleName(_(u"Items and requirements"))
#endif // QT_CONFIG(accessibility)
    # retranslateUi
