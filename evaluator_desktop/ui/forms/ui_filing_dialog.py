"""Made of ui/filing_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QAbstractItemView, QApplication, QComboBox,
    QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout,
    QHeaderView, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_FilingDialog(object):
    def setupUi(self, FilingDialog: QDialog) -> None:
        if not FilingDialog.objectName():
            FilingDialog.setObjectName(u"FilingDialog")
        FilingDialog.resize(1040, 620)
        self.dialog_layout = QVBoxLayout(FilingDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.intro_label = PlainLabel(FilingDialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setProperty(u"role", u"meta")
        self.intro_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.intro_label)

        self.file_table = Table(FilingDialog)
        self.file_table.setObjectName(u"file_table")
        self.file_table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

        self.dialog_layout.addWidget(self.file_table)

        self.selected_label = PlainLabel(FilingDialog)
        self.selected_label.setObjectName(u"selected_label")
        self.selected_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.selected_label)

        self.field_layout = QGridLayout()
        self.field_layout.setObjectName(u"field_layout")
        self.field_layout.setHorizontalSpacing(12)
        self.field_layout.setVerticalSpacing(8)
        self.field_layout.setContentsMargins(0, 0, 0, 0)
        self.item_label = PlainLabel(FilingDialog)
        self.item_label.setObjectName(u"item_label")

        self.field_layout.addWidget(self.item_label, 0, 0, 1, 1)

        self.item_combo = QComboBox(FilingDialog)
        self.item_combo.setObjectName(u"item_combo")

        self.field_layout.addWidget(self.item_combo, 0, 1, 1, 1)

        self.requirement_label = PlainLabel(FilingDialog)
        self.requirement_label.setObjectName(u"requirement_label")

        self.field_layout.addWidget(self.requirement_label, 0, 2, 1, 1)

        self.requirement_combo = QComboBox(FilingDialog)
        self.requirement_combo.setObjectName(u"requirement_combo")

        self.field_layout.addWidget(self.requirement_combo, 0, 3, 1, 1)

        self.day_label = PlainLabel(FilingDialog)
        self.day_label.setObjectName(u"day_label")

        self.field_layout.addWidget(self.day_label, 1, 0, 1, 1)

        self.day_row = QHBoxLayout()
        self.day_row.setSpacing(8)
        self.day_row.setObjectName(u"day_row")
        self.day_row.setContentsMargins(0, 0, 0, 0)
        self.day_edit = QLineEdit(FilingDialog)
        self.day_edit.setObjectName(u"day_edit")
        self.day_edit.setMinimumSize(QSize(110, 0))
        self.day_edit.setPlaceholderText(u"2026-10-12")

        self.day_row.addWidget(self.day_edit)

        self.file_time_button = QPushButton(FilingDialog)
        self.file_time_button.setObjectName(u"file_time_button")
        self.file_time_button.setProperty(u"kind", u"link")
        self.file_time_button.setAutoDefault(False)

        self.day_row.addWidget(self.file_time_button)

        self.day_row.setStretch(1, 1)

        self.field_layout.addLayout(self.day_row, 1, 1, 1, 1)

        self.day_problem = FieldProblem(FilingDialog)
        self.day_problem.setObjectName(u"day_problem")

        self.field_layout.addWidget(self.day_problem, 1, 3, 1, 1)

        self.field_layout.setColumnStretch(1, 2)
        self.field_layout.setColumnStretch(3, 3)

        self.dialog_layout.addLayout(self.field_layout)

        self.bottom_row = QHBoxLayout()
        self.bottom_row.setSpacing(8)
        self.bottom_row.setObjectName(u"bottom_row")
        self.bottom_row.setContentsMargins(0, 0, 0, 0)
        self.count_label = PlainLabel(FilingDialog)
        self.count_label.setObjectName(u"count_label")
        self.count_label.setProperty(u"role", u"meta")

        self.bottom_row.addWidget(self.count_label)

        self.bottom_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom_row.addItem(self.bottom_spacer)

        self.button_box = QDialogButtonBox(FilingDialog)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.bottom_row.addWidget(self.button_box)


        self.dialog_layout.addLayout(self.bottom_row)

        self.dialog_layout.setStretch(1, 1)

        self.retranslateUi(FilingDialog)
    # setupUi

    def retranslateUi(self, FilingDialog: QDialog) -> None:
        FilingDialog.setWindowTitle(_(u"Add files"))
        self.intro_label.setText(_(u"Where each file goes is proposed by the names of folders and files. Correct what is wrong, then all are added in one step."))
#if QT_CONFIG(accessibility)
        self.file_table.setAccessibleName(_(u"Files to add"))
#endif // QT_CONFIG(accessibility)
        self.item_label.setText(_(u"Item"))
#if QT_CONFIG(accessibility)
        self.item_combo.setAccessibleName(_(u"Item of the selected files"))
#endif // QT_CONFIG(accessibility)
        self.requirement_label.setText(_(u"Handed in for"))
#if QT_CONFIG(accessibility)
        self.requirement_combo.setAccessibleName(_(u"What the selected files are handed in for"))
#endif // QT_CONFIG(accessibility)
        self.day_label.setText(_(u"Date of the evidence"))
#if QT_CONFIG(accessibility)
        self.day_edit.setAccessibleName(_(u"Date of the selected files"))
#endif // QT_CONFIG(accessibility)
        self.file_time_button.setText(_(u"Take the time of the file"))
    # retranslateUi
