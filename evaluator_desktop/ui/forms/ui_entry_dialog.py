"""Made of ui/entry_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QFormLayout, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.plain import PlainLabel

class Ui_EntryDialog(object):
    def setupUi(self, EntryDialog: QDialog) -> None:
        if not EntryDialog.objectName():
            EntryDialog.setObjectName(u"EntryDialog")
        EntryDialog.resize(460, 220)
        self.dialog_layout = QVBoxLayout(EntryDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(EntryDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")
        self.title_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.title_label)

        self.advice_label = PlainLabel(EntryDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setProperty(u"role", u"meta")
        self.advice_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.advice_label)

        self.field_layout = QFormLayout()
        self.field_layout.setObjectName(u"field_layout")
        self.field_layout.setHorizontalSpacing(12)
        self.field_layout.setVerticalSpacing(8)

        self.dialog_layout.addLayout(self.field_layout)

        self.field_problem = FieldProblem(EntryDialog)
        self.field_problem.setObjectName(u"field_problem")

        self.dialog_layout.addWidget(self.field_problem)

        self.dialog_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dialog_layout.addItem(self.dialog_spacer)

        self.button_box = QDialogButtonBox(EntryDialog)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.dialog_layout.addWidget(self.button_box)


        self.retranslateUi(EntryDialog)
    # setupUi

    def retranslateUi(self, EntryDialog: QDialog) -> None:
        pass
    # retranslateUi
