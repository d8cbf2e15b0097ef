"""Made of ui/new_workspace_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDateEdit, QDialog,
    QGridLayout, QHBoxLayout, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.progress_line import ProgressLine

from evaluator_desktop.texts import _


class Ui_NewWorkspaceDialog(object):
    def setupUi(self, NewWorkspaceDialog: QDialog) -> None:
        if not NewWorkspaceDialog.objectName():
            NewWorkspaceDialog.setObjectName(u"NewWorkspaceDialog")
        NewWorkspaceDialog.resize(560, 330)
        self.dialog_layout = QVBoxLayout(NewWorkspaceDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.intro_label = PlainLabel(NewWorkspaceDialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setWordWrap(True)
        self.intro_label.setProperty(u"role", u"meta")

        self.dialog_layout.addWidget(self.intro_label)

        self.field_grid = QGridLayout()
        self.field_grid.setObjectName(u"field_grid")
        self.field_grid.setHorizontalSpacing(12)
        self.field_grid.setVerticalSpacing(8)
        self.folder_label = PlainLabel(NewWorkspaceDialog)
        self.folder_label.setObjectName(u"folder_label")

        self.field_grid.addWidget(self.folder_label, 0, 0, 1, 1)

        self.folder_edit_row = QHBoxLayout()
        self.folder_edit_row.setSpacing(8)
        self.folder_edit_row.setObjectName(u"folder_edit_row")
        self.folder_edit = QLineEdit(NewWorkspaceDialog)
        self.folder_edit.setObjectName(u"folder_edit")

        self.folder_edit_row.addWidget(self.folder_edit)

        self.folder_button = QPushButton(NewWorkspaceDialog)
        self.folder_button.setObjectName(u"folder_button")
        self.folder_button.setAutoDefault(False)

        self.folder_edit_row.addWidget(self.folder_button)


        self.field_grid.addLayout(self.folder_edit_row, 0, 1, 1, 1)

        self.person_label = PlainLabel(NewWorkspaceDialog)
        self.person_label.setObjectName(u"person_label")

        self.field_grid.addWidget(self.person_label, 1, 0, 1, 1)

        self.person_edit = QLineEdit(NewWorkspaceDialog)
        self.person_edit.setObjectName(u"person_edit")

        self.field_grid.addWidget(self.person_edit, 1, 1, 1, 1)

        self.role_label = PlainLabel(NewWorkspaceDialog)
        self.role_label.setObjectName(u"role_label")

        self.field_grid.addWidget(self.role_label, 2, 0, 1, 1)

        self.role_combo = QComboBox(NewWorkspaceDialog)
        self.role_combo.setObjectName(u"role_combo")

        self.field_grid.addWidget(self.role_combo, 2, 1, 1, 1)

        self.round_label = PlainLabel(NewWorkspaceDialog)
        self.round_label.setObjectName(u"round_label")

        self.field_grid.addWidget(self.round_label, 3, 0, 1, 1)

        self.round_edit = QLineEdit(NewWorkspaceDialog)
        self.round_edit.setObjectName(u"round_edit")

        self.field_grid.addWidget(self.round_edit, 3, 1, 1, 1)

        self.organisation_label = PlainLabel(NewWorkspaceDialog)
        self.organisation_label.setObjectName(u"organisation_label")

        self.field_grid.addWidget(self.organisation_label, 4, 0, 1, 1)

        self.organisation_edit = QLineEdit(NewWorkspaceDialog)
        self.organisation_edit.setObjectName(u"organisation_edit")

        self.field_grid.addWidget(self.organisation_edit, 4, 1, 1, 1)

        self.cutoff_label = PlainLabel(NewWorkspaceDialog)
        self.cutoff_label.setObjectName(u"cutoff_label")

        self.field_grid.addWidget(self.cutoff_label, 5, 0, 1, 1)

        self.cutoff_edit = QDateEdit(NewWorkspaceDialog)
        self.cutoff_edit.setObjectName(u"cutoff_edit")
        self.cutoff_edit.setDisplayFormat(u"yyyy-MM-dd")
        self.cutoff_edit.setCalendarPopup(True)

        self.field_grid.addWidget(self.cutoff_edit, 5, 1, 1, 1)


        self.dialog_layout.addLayout(self.field_grid)

        self.field_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dialog_layout.addItem(self.field_spacer)

        self.error_line = ErrorLine(NewWorkspaceDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setObjectName(u"button_row")
        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.cancel_button = QPushButton(NewWorkspaceDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.button_row.addWidget(self.cancel_button)

        self.create_button = QPushButton(NewWorkspaceDialog)
        self.create_button.setObjectName(u"create_button")
        self.create_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.create_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(NewWorkspaceDialog)

        self.create_button.setDefault(True)

    # setupUi

    def retranslateUi(self, NewWorkspaceDialog: QDialog) -> None:
        NewWorkspaceDialog.setWindowTitle(_(u"New assessment"))
        self.folder_label.setText(_(u"Folder of the workspace"))
#if QT_CONFIG(accessibility)
        self.folder_edit.setAccessibleName(_(u"Folder of the workspace"))
#endif // QT_CONFIG(accessibility)
        self.folder_button.setText(_(u"Choose\u2026"))
        self.person_label.setText(_(u"Your name"))
#if QT_CONFIG(accessibility)
        self.person_edit.setAccessibleName(_(u"Your name"))
#endif // QT_CONFIG(accessibility)
        self.role_label.setText(_(u"Your part"))
#if QT_CONFIG(accessibility)
        self.role_combo.setAccessibleName(_(u"Your part"))
#endif // QT_CONFIG(accessibility)
        self.round_label.setText(_(u"Name of the round"))
#if QT_CONFIG(accessibility)
        self.round_edit.setAccessibleName(_(u"Name of the round"))
#endif // QT_CONFIG(accessibility)
        self.organisation_label.setText(_(u"Evaluating body"))
#if QT_CONFIG(accessibility)
        self.organisation_edit.setAccessibleName(_(u"Evaluating body"))
#endif // QT_CONFIG(accessibility)
        self.cutoff_label.setText(_(u"Cut-off date"))
#if QT_CONFIG(accessibility)
        self.cutoff_edit.setAccessibleName(_(u"Cut-off date"))
#endif // QT_CONFIG(accessibility)
        self.cancel_button.setText(_(u"Cancel"))
        self.create_button.setText(_(u"Create"))
    # retranslateUi
