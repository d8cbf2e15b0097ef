"""Made of ui/export_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QGridLayout,
    QHBoxLayout, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.progress_line import ProgressLine

from evaluator_desktop.texts import _


class Ui_ExportDialog(object):
    def setupUi(self, ExportDialog: QDialog) -> None:
        if not ExportDialog.objectName():
            ExportDialog.setObjectName(u"ExportDialog")
        ExportDialog.resize(640, 320)
        self.dialog_layout = QVBoxLayout(ExportDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.intro_label = PlainLabel(ExportDialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setWordWrap(True)
        self.intro_label.setProperty(u"role", u"meta")

        self.dialog_layout.addWidget(self.intro_label)

        self.field_grid = QGridLayout()
        self.field_grid.setObjectName(u"field_grid")
        self.field_grid.setHorizontalSpacing(12)
        self.field_grid.setVerticalSpacing(8)
        self.target_label = PlainLabel(ExportDialog)
        self.target_label.setObjectName(u"target_label")

        self.field_grid.addWidget(self.target_label, 0, 0, 1, 1)

        self.target_edit_row = QHBoxLayout()
        self.target_edit_row.setObjectName(u"target_edit_row")
        self.target_edit = QLineEdit(ExportDialog)
        self.target_edit.setObjectName(u"target_edit")

        self.target_edit_row.addWidget(self.target_edit)

        self.target_button = QPushButton(ExportDialog)
        self.target_button.setObjectName(u"target_button")
        self.target_button.setAutoDefault(False)

        self.target_edit_row.addWidget(self.target_button)


        self.field_grid.addLayout(self.target_edit_row, 0, 1, 1, 1)

        self.since_label = PlainLabel(ExportDialog)
        self.since_label.setObjectName(u"since_label")

        self.field_grid.addWidget(self.since_label, 1, 0, 1, 1)

        self.since_edit_row = QHBoxLayout()
        self.since_edit_row.setObjectName(u"since_edit_row")
        self.since_edit = QLineEdit(ExportDialog)
        self.since_edit.setObjectName(u"since_edit")

        self.since_edit_row.addWidget(self.since_edit)

        self.since_button = QPushButton(ExportDialog)
        self.since_button.setObjectName(u"since_button")
        self.since_button.setAutoDefault(False)

        self.since_edit_row.addWidget(self.since_button)


        self.field_grid.addLayout(self.since_edit_row, 1, 1, 1, 1)

        self.task_label = PlainLabel(ExportDialog)
        self.task_label.setObjectName(u"task_label")

        self.field_grid.addWidget(self.task_label, 2, 0, 1, 1)

        self.task_combo = QComboBox(ExportDialog)
        self.task_combo.setObjectName(u"task_combo")

        self.field_grid.addWidget(self.task_combo, 2, 1, 1, 1)


        self.dialog_layout.addLayout(self.field_grid)

        self.progress_line = ProgressLine(ExportDialog)
        self.progress_line.setObjectName(u"progress_line")

        self.dialog_layout.addWidget(self.progress_line)

        self.result_label = PlainLabel(ExportDialog)
        self.result_label.setObjectName(u"result_label")
        self.result_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.result_label)

        self.field_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dialog_layout.addItem(self.field_spacer)

        self.error_line = ErrorLine(ExportDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setObjectName(u"button_row")
        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.cancel_button = QPushButton(ExportDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.button_row.addWidget(self.cancel_button)

        self.export_button = QPushButton(ExportDialog)
        self.export_button.setObjectName(u"export_button")
        self.export_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.export_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(ExportDialog)

        self.export_button.setDefault(True)

    # setupUi

    def retranslateUi(self, ExportDialog: QDialog) -> None:
        ExportDialog.setWindowTitle(_(u"Export package"))
        self.intro_label.setText(_(u"A package carries everything recorded in this workspace, signed by this computer. Names and numbers of customers and contacts stay here: they travel in encrypted packages only."))
        self.target_label.setText(_(u"Save as"))
#if QT_CONFIG(accessibility)
        self.target_edit.setAccessibleName(_(u"Save as"))
#endif // QT_CONFIG(accessibility)
        self.target_button.setText(_(u"Choose\u2026"))
        self.since_label.setText(_(u"Leave out what this package of the receiver shows"))
#if QT_CONFIG(accessibility)
        self.since_edit.setAccessibleName(_(u"Package of the receiver"))
#endif // QT_CONFIG(accessibility)
        self.since_button.setText(_(u"Choose\u2026"))
        self.task_label.setText(_(u"Task for"))
#if QT_CONFIG(accessibility)
        self.task_combo.setAccessibleName(_(u"Task for"))
#endif // QT_CONFIG(accessibility)
        self.cancel_button.setText(_(u"Cancel"))
        self.export_button.setText(_(u"Export"))
    # retranslateUi
