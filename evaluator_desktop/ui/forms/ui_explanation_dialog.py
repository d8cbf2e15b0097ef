"""Made of ui/explanation_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QHeaderView,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Tree

from evaluator_desktop.texts import _


class Ui_ExplanationDialog(object):
    def setupUi(self, ExplanationDialog: QDialog) -> None:
        if not ExplanationDialog.objectName():
            ExplanationDialog.setObjectName(u"ExplanationDialog")
        ExplanationDialog.resize(960, 640)
        self.dialog_layout = QVBoxLayout(ExplanationDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(ExplanationDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.title_label)

        self.step_tree = Tree(ExplanationDialog)
        self.step_tree.setObjectName(u"step_tree")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.step_tree.sizePolicy().hasHeightForWidth())
        self.step_tree.setSizePolicy(sizePolicy)

        self.dialog_layout.addWidget(self.step_tree)

        self.line_label = PlainLabel(ExplanationDialog)
        self.line_label.setObjectName(u"line_label")
        self.line_label.setWordWrap(True)
        self.line_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.line_label)

        self.detail_label = PlainLabel(ExplanationDialog)
        self.detail_label.setObjectName(u"detail_label")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.detail_label.sizePolicy().hasHeightForWidth())
        self.detail_label.setSizePolicy(sizePolicy1)
        self.detail_label.setMinimumSize(QSize(0, 96))
        self.detail_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.detail_label.setWordWrap(True)
        self.detail_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.dialog_layout.addWidget(self.detail_label)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.advice_label = PlainLabel(ExplanationDialog)
        self.advice_label.setObjectName(u"advice_label")
        self.advice_label.setProperty(u"role", u"hint")

        self.button_row.addWidget(self.advice_label)

        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.copy_button = QPushButton(ExplanationDialog)
        self.copy_button.setObjectName(u"copy_button")

        self.button_row.addWidget(self.copy_button)

        self.close_button = QPushButton(ExplanationDialog)
        self.close_button.setObjectName(u"close_button")

        self.button_row.addWidget(self.close_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(ExplanationDialog)

        self.close_button.setDefault(True)

    # setupUi

    def retranslateUi(self, ExplanationDialog: QDialog) -> None:
        ExplanationDialog.setWindowTitle(_(u"Where the numbers come from"))
#if QT_CONFIG(accessibility)
        self.step_tree.setAccessibleName(_(u"Numbers and what they were worked out from"))
#endif // QT_CONFIG(accessibility)
        self.advice_label.setText(_(u"\u2192 opens a number, \u2190 closes it."))
        self.copy_button.setText(_(u"Copy with its steps"))
        self.close_button.setText(_(u"Close"))
    # retranslateUi
