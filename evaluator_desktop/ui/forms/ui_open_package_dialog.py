"""Made of ui/open_package_dialog.ui by ui/compile.py. Never edit this file."""

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

from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, FieldProblem)
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.progress_line import ProgressLine

from evaluator_desktop.texts import _


class Ui_OpenPackageDialog(object):
    def setupUi(self, OpenPackageDialog: QDialog) -> None:
        if not OpenPackageDialog.objectName():
            OpenPackageDialog.setObjectName(u"OpenPackageDialog")
        OpenPackageDialog.resize(700, 340)
        self.dialog_layout = QVBoxLayout(OpenPackageDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.intro_label = PlainLabel(OpenPackageDialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setProperty(u"role", u"meta")
        self.intro_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.intro_label)

        self.field_grid = QGridLayout()
        self.field_grid.setObjectName(u"field_grid")
        self.field_grid.setHorizontalSpacing(12)
        self.field_grid.setVerticalSpacing(8)
        self.package_label = PlainLabel(OpenPackageDialog)
        self.package_label.setObjectName(u"package_label")
        self.package_label.setMinimumSize(QSize(0, 28))

        self.field_grid.addWidget(self.package_label, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.package_column = QVBoxLayout()
        self.package_column.setSpacing(2)
        self.package_column.setObjectName(u"package_column")
        self.package_row = QHBoxLayout()
        self.package_row.setSpacing(8)
        self.package_row.setObjectName(u"package_row")
        self.package_edit = QLineEdit(OpenPackageDialog)
        self.package_edit.setObjectName(u"package_edit")

        self.package_row.addWidget(self.package_edit)

        self.package_button = QPushButton(OpenPackageDialog)
        self.package_button.setObjectName(u"package_button")
        self.package_button.setAutoDefault(False)

        self.package_row.addWidget(self.package_button)


        self.package_column.addLayout(self.package_row)

        self.package_problem = FieldProblem(OpenPackageDialog)
        self.package_problem.setObjectName(u"package_problem")

        self.package_column.addWidget(self.package_problem)


        self.field_grid.addLayout(self.package_column, 0, 1, 1, 1)

        self.passphrase_label = PlainLabel(OpenPackageDialog)
        self.passphrase_label.setObjectName(u"passphrase_label")
        self.passphrase_label.setMinimumSize(QSize(0, 28))

        self.field_grid.addWidget(self.passphrase_label, 1, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.passphrase_column = QVBoxLayout()
        self.passphrase_column.setSpacing(2)
        self.passphrase_column.setObjectName(u"passphrase_column")
        self.passphrase_edit = QLineEdit(OpenPackageDialog)
        self.passphrase_edit.setObjectName(u"passphrase_edit")
        self.passphrase_edit.setEchoMode(QLineEdit.EchoMode.Password)

        self.passphrase_column.addWidget(self.passphrase_edit)

        self.passphrase_problem = FieldProblem(OpenPackageDialog)
        self.passphrase_problem.setObjectName(u"passphrase_problem")

        self.passphrase_column.addWidget(self.passphrase_problem)


        self.field_grid.addLayout(self.passphrase_column, 1, 1, 1, 1)

        self.sender_label = PlainLabel(OpenPackageDialog)
        self.sender_label.setObjectName(u"sender_label")
        self.sender_label.setProperty(u"role", u"meta")
        self.sender_label.setWordWrap(True)

        self.field_grid.addWidget(self.sender_label, 2, 1, 1, 1)

        self.folder_label = PlainLabel(OpenPackageDialog)
        self.folder_label.setObjectName(u"folder_label")
        self.folder_label.setMinimumSize(QSize(0, 28))

        self.field_grid.addWidget(self.folder_label, 3, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.folder_column = QVBoxLayout()
        self.folder_column.setSpacing(2)
        self.folder_column.setObjectName(u"folder_column")
        self.folder_row = QHBoxLayout()
        self.folder_row.setSpacing(8)
        self.folder_row.setObjectName(u"folder_row")
        self.folder_edit = QLineEdit(OpenPackageDialog)
        self.folder_edit.setObjectName(u"folder_edit")

        self.folder_row.addWidget(self.folder_edit)

        self.folder_button = QPushButton(OpenPackageDialog)
        self.folder_button.setObjectName(u"folder_button")
        self.folder_button.setAutoDefault(False)

        self.folder_row.addWidget(self.folder_button)


        self.folder_column.addLayout(self.folder_row)

        self.folder_problem = FieldProblem(OpenPackageDialog)
        self.folder_problem.setObjectName(u"folder_problem")

        self.folder_column.addWidget(self.folder_problem)


        self.field_grid.addLayout(self.folder_column, 3, 1, 1, 1)

        self.person_label = PlainLabel(OpenPackageDialog)
        self.person_label.setObjectName(u"person_label")
        self.person_label.setMinimumSize(QSize(0, 28))

        self.field_grid.addWidget(self.person_label, 4, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.person_column = QVBoxLayout()
        self.person_column.setSpacing(2)
        self.person_column.setObjectName(u"person_column")
        self.person_combo = QComboBox(OpenPackageDialog)
        self.person_combo.setObjectName(u"person_combo")
        self.person_combo.setEditable(True)

        self.person_column.addWidget(self.person_combo)

        self.person_problem = FieldProblem(OpenPackageDialog)
        self.person_problem.setObjectName(u"person_problem")

        self.person_column.addWidget(self.person_problem)

        self.person_hint_label = PlainLabel(OpenPackageDialog)
        self.person_hint_label.setObjectName(u"person_hint_label")
        self.person_hint_label.setProperty(u"role", u"hint")
        self.person_hint_label.setWordWrap(True)

        self.person_column.addWidget(self.person_hint_label)


        self.field_grid.addLayout(self.person_column, 4, 1, 1, 1)

        self.role_label = PlainLabel(OpenPackageDialog)
        self.role_label.setObjectName(u"role_label")
        self.role_label.setMinimumSize(QSize(0, 28))

        self.field_grid.addWidget(self.role_label, 5, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.role_combo = QComboBox(OpenPackageDialog)
        self.role_combo.setObjectName(u"role_combo")

        self.field_grid.addWidget(self.role_combo, 5, 1, 1, 1)

        self.field_grid.setColumnStretch(1, 1)

        self.dialog_layout.addLayout(self.field_grid)

        self.field_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dialog_layout.addItem(self.field_spacer)

        self.progress_line = ProgressLine(OpenPackageDialog)
        self.progress_line.setObjectName(u"progress_line")

        self.dialog_layout.addWidget(self.progress_line)

        self.error_line = ErrorLine(OpenPackageDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.cancel_button = QPushButton(OpenPackageDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.button_row.addWidget(self.cancel_button)

        self.create_button = QPushButton(OpenPackageDialog)
        self.create_button.setObjectName(u"create_button")
        self.create_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.create_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(OpenPackageDialog)

        self.create_button.setDefault(True)

    # setupUi

    def retranslateUi(self, OpenPackageDialog: QDialog) -> None:
        OpenPackageDialog.setWindowTitle(_(u"Start from a package"))
        self.intro_label.setText(_(u"The package brings the round, the providers and what is assigned to you. The laptop it comes from is trusted from then on."))
        self.package_label.setText(_(u"Package"))
#if QT_CONFIG(accessibility)
        self.package_edit.setAccessibleName(_(u"Package"))
#endif // QT_CONFIG(accessibility)
        self.package_button.setText(_(u"Choose\u2026"))
        self.passphrase_label.setText(_(u"Passphrase"))
#if QT_CONFIG(accessibility)
        self.passphrase_edit.setAccessibleName(_(u"Passphrase of the package"))
#endif // QT_CONFIG(accessibility)
        self.folder_label.setText(_(u"Folder of the workspace"))
#if QT_CONFIG(accessibility)
        self.folder_edit.setAccessibleName(_(u"Folder of the workspace"))
#endif // QT_CONFIG(accessibility)
        self.folder_button.setText(_(u"Choose\u2026"))
        self.person_label.setText(_(u"Your name"))
#if QT_CONFIG(accessibility)
        self.person_combo.setAccessibleName(_(u"Your name"))
#endif // QT_CONFIG(accessibility)
        self.role_label.setText(_(u"Your part"))
#if QT_CONFIG(accessibility)
        self.role_combo.setAccessibleName(_(u"Your part"))
#endif // QT_CONFIG(accessibility)
        self.cancel_button.setText(_(u"Cancel"))
        self.create_button.setText(_(u"Start"))
    # retranslateUi
