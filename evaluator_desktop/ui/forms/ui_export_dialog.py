"""Made of ui/export_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QGridLayout,
    QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem,
    QPlainTextEdit, QPushButton, QRadioButton, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, FieldProblem)
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.progress_line import ProgressLine

from evaluator_desktop.texts import _


class Ui_ExportDialog(object):
    def setupUi(self, ExportDialog: QDialog) -> None:
        if not ExportDialog.objectName():
            ExportDialog.setObjectName(u"ExportDialog")
        ExportDialog.resize(760, 440)
        self.dialog_layout = QVBoxLayout(ExportDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.content_stack = QStackedWidget(ExportDialog)
        self.content_stack.setObjectName(u"content_stack")
        self.form_page = QWidget()
        self.form_page.setObjectName(u"form_page")
        self.form_layout = QVBoxLayout(self.form_page)
        self.form_layout.setSpacing(12)
        self.form_layout.setObjectName(u"form_layout")
        self.form_layout.setContentsMargins(0, 0, 0, 0)
        self.field_grid = QGridLayout()
        self.field_grid.setObjectName(u"field_grid")
        self.field_grid.setHorizontalSpacing(12)
        self.field_grid.setVerticalSpacing(12)
        self.target_label = PlainLabel(self.form_page)
        self.target_label.setObjectName(u"target_label")

        self.field_grid.addWidget(self.target_label, 0, 0, 1, 1)

        self.target_column = QVBoxLayout()
        self.target_column.setSpacing(2)
        self.target_column.setObjectName(u"target_column")
        self.target_row = QHBoxLayout()
        self.target_row.setSpacing(8)
        self.target_row.setObjectName(u"target_row")
        self.target_edit = QLineEdit(self.form_page)
        self.target_edit.setObjectName(u"target_edit")

        self.target_row.addWidget(self.target_edit)

        self.target_button = QPushButton(self.form_page)
        self.target_button.setObjectName(u"target_button")
        self.target_button.setAutoDefault(False)

        self.target_row.addWidget(self.target_button)


        self.target_column.addLayout(self.target_row)

        self.target_problem = FieldProblem(self.form_page)
        self.target_problem.setObjectName(u"target_problem")

        self.target_column.addWidget(self.target_problem)


        self.field_grid.addLayout(self.target_column, 0, 1, 1, 1)

        self.contents_label = PlainLabel(self.form_page)
        self.contents_label.setObjectName(u"contents_label")
        self.contents_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)

        self.field_grid.addWidget(self.contents_label, 1, 0, 1, 1)

        self.contents_box = QWidget(self.form_page)
        self.contents_box.setObjectName(u"contents_box")
        self.contents_column = QVBoxLayout(self.contents_box)
        self.contents_column.setSpacing(4)
        self.contents_column.setObjectName(u"contents_column")
        self.contents_column.setContentsMargins(0, 0, 0, 0)
        self.whole_button = QRadioButton(self.contents_box)
        self.whole_button.setObjectName(u"whole_button")
        self.whole_button.setChecked(True)

        self.contents_column.addWidget(self.whole_button)

        self.since_button = QRadioButton(self.contents_box)
        self.since_button.setObjectName(u"since_button")

        self.contents_column.addWidget(self.since_button)

        self.since_box = QWidget(self.contents_box)
        self.since_box.setObjectName(u"since_box")
        self.since_column = QVBoxLayout(self.since_box)
        self.since_column.setSpacing(2)
        self.since_column.setObjectName(u"since_column")
        self.since_column.setContentsMargins(22, 0, 0, 0)
        self.since_row = QHBoxLayout()
        self.since_row.setSpacing(8)
        self.since_row.setObjectName(u"since_row")
        self.since_edit = QLineEdit(self.since_box)
        self.since_edit.setObjectName(u"since_edit")

        self.since_row.addWidget(self.since_edit)

        self.since_choose_button = QPushButton(self.since_box)
        self.since_choose_button.setObjectName(u"since_choose_button")
        self.since_choose_button.setAutoDefault(False)

        self.since_row.addWidget(self.since_choose_button)


        self.since_column.addLayout(self.since_row)

        self.since_problem = FieldProblem(self.since_box)
        self.since_problem.setObjectName(u"since_problem")

        self.since_column.addWidget(self.since_problem)


        self.contents_column.addWidget(self.since_box)

        self.task_button = QRadioButton(self.contents_box)
        self.task_button.setObjectName(u"task_button")

        self.contents_column.addWidget(self.task_button)

        self.task_box = QWidget(self.contents_box)
        self.task_box.setObjectName(u"task_box")
        self.task_column = QVBoxLayout(self.task_box)
        self.task_column.setSpacing(4)
        self.task_column.setObjectName(u"task_column")
        self.task_column.setContentsMargins(22, 0, 0, 0)
        self.task_row = QHBoxLayout()
        self.task_row.setSpacing(8)
        self.task_row.setObjectName(u"task_row")
        self.task_combo = QComboBox(self.task_box)
        self.task_combo.setObjectName(u"task_combo")

        self.task_row.addWidget(self.task_combo)

        self.task_hint_label = PlainLabel(self.task_box)
        self.task_hint_label.setObjectName(u"task_hint_label")
        self.task_hint_label.setProperty(u"role", u"hint")
        self.task_hint_label.setWordWrap(True)

        self.task_row.addWidget(self.task_hint_label)

        self.task_row.setStretch(1, 1)

        self.task_column.addLayout(self.task_row)

        self.task_list = QListWidget(self.task_box)
        self.task_list.setObjectName(u"task_list")
        self.task_list.setMinimumSize(QSize(0, 96))
        self.task_list.setMaximumSize(QSize(16777215, 132))

        self.task_column.addWidget(self.task_list)

        self.task_problem = FieldProblem(self.task_box)
        self.task_problem.setObjectName(u"task_problem")

        self.task_column.addWidget(self.task_problem)


        self.contents_column.addWidget(self.task_box)


        self.field_grid.addWidget(self.contents_box, 1, 1, 1, 1)

        self.protection_label = PlainLabel(self.form_page)
        self.protection_label.setObjectName(u"protection_label")
        self.protection_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)

        self.field_grid.addWidget(self.protection_label, 2, 0, 1, 1)

        self.protection_box = QWidget(self.form_page)
        self.protection_box.setObjectName(u"protection_box")
        self.protection_column = QVBoxLayout(self.protection_box)
        self.protection_column.setSpacing(4)
        self.protection_column.setObjectName(u"protection_column")
        self.protection_column.setContentsMargins(0, 0, 0, 0)
        self.plain_button = QRadioButton(self.protection_box)
        self.plain_button.setObjectName(u"plain_button")
        self.plain_button.setChecked(True)

        self.protection_column.addWidget(self.plain_button)

        self.plain_hint_label = PlainLabel(self.protection_box)
        self.plain_hint_label.setObjectName(u"plain_hint_label")
        self.plain_hint_label.setProperty(u"role", u"hint")
        self.plain_hint_label.setWordWrap(True)
        self.plain_hint_label.setIndent(22)

        self.protection_column.addWidget(self.plain_hint_label)

        self.passphrase_button = QRadioButton(self.protection_box)
        self.passphrase_button.setObjectName(u"passphrase_button")

        self.protection_column.addWidget(self.passphrase_button)

        self.passphrase_box = QWidget(self.protection_box)
        self.passphrase_box.setObjectName(u"passphrase_box")
        self.passphrase_column = QVBoxLayout(self.passphrase_box)
        self.passphrase_column.setSpacing(2)
        self.passphrase_column.setObjectName(u"passphrase_column")
        self.passphrase_column.setContentsMargins(22, 0, 0, 0)
        self.passphrase_row = QHBoxLayout()
        self.passphrase_row.setSpacing(8)
        self.passphrase_row.setObjectName(u"passphrase_row")
        self.passphrase_edit = QLineEdit(self.passphrase_box)
        self.passphrase_edit.setObjectName(u"passphrase_edit")
        self.passphrase_edit.setEchoMode(QLineEdit.EchoMode.Password)

        self.passphrase_row.addWidget(self.passphrase_edit)

        self.repeat_edit = QLineEdit(self.passphrase_box)
        self.repeat_edit.setObjectName(u"repeat_edit")
        self.repeat_edit.setEchoMode(QLineEdit.EchoMode.Password)

        self.passphrase_row.addWidget(self.repeat_edit)


        self.passphrase_column.addLayout(self.passphrase_row)

        self.strength_label = PlainLabel(self.passphrase_box)
        self.strength_label.setObjectName(u"strength_label")
        self.strength_label.setProperty(u"role", u"hint")
        self.strength_label.setWordWrap(True)

        self.passphrase_column.addWidget(self.strength_label)

        self.passphrase_problem = FieldProblem(self.passphrase_box)
        self.passphrase_problem.setObjectName(u"passphrase_problem")

        self.passphrase_column.addWidget(self.passphrase_problem)


        self.protection_column.addWidget(self.passphrase_box)

        self.team_button = QRadioButton(self.protection_box)
        self.team_button.setObjectName(u"team_button")

        self.protection_column.addWidget(self.team_button)

        self.team_box = QWidget(self.protection_box)
        self.team_box.setObjectName(u"team_box")
        self.team_column = QVBoxLayout(self.team_box)
        self.team_column.setSpacing(4)
        self.team_column.setObjectName(u"team_column")
        self.team_column.setContentsMargins(22, 0, 0, 0)
        self.recipient_list = QListWidget(self.team_box)
        self.recipient_list.setObjectName(u"recipient_list")
        self.recipient_list.setMinimumSize(QSize(0, 80))
        self.recipient_list.setMaximumSize(QSize(16777215, 110))

        self.team_column.addWidget(self.recipient_list)

        self.recipients_edit = QLineEdit(self.team_box)
        self.recipients_edit.setObjectName(u"recipients_edit")

        self.team_column.addWidget(self.recipients_edit)

        self.recipients_problem = FieldProblem(self.team_box)
        self.recipients_problem.setObjectName(u"recipients_problem")

        self.team_column.addWidget(self.recipients_problem)


        self.protection_column.addWidget(self.team_box)


        self.field_grid.addWidget(self.protection_box, 2, 1, 1, 1)

        self.volume_label = PlainLabel(self.form_page)
        self.volume_label.setObjectName(u"volume_label")
        self.volume_label.setMinimumSize(QSize(0, 28))

        self.field_grid.addWidget(self.volume_label, 3, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.volume_column = QVBoxLayout()
        self.volume_column.setSpacing(2)
        self.volume_column.setObjectName(u"volume_column")
        self.volume_row = QHBoxLayout()
        self.volume_row.setSpacing(8)
        self.volume_row.setObjectName(u"volume_row")
        self.volume_combo = QComboBox(self.form_page)
        self.volume_combo.setObjectName(u"volume_combo")

        self.volume_row.addWidget(self.volume_combo)

        self.volume_edit = QLineEdit(self.form_page)
        self.volume_edit.setObjectName(u"volume_edit")

        self.volume_row.addWidget(self.volume_edit)

        self.volume_unit_label = PlainLabel(self.form_page)
        self.volume_unit_label.setObjectName(u"volume_unit_label")

        self.volume_row.addWidget(self.volume_unit_label)

        self.volume_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.volume_row.addItem(self.volume_spacer)


        self.volume_column.addLayout(self.volume_row)

        self.volume_problem = FieldProblem(self.form_page)
        self.volume_problem.setObjectName(u"volume_problem")

        self.volume_column.addWidget(self.volume_problem)


        self.field_grid.addLayout(self.volume_column, 3, 1, 1, 1)

        self.field_grid.setColumnStretch(1, 1)

        self.form_layout.addLayout(self.field_grid)

        self.estimate_label = PlainLabel(self.form_page)
        self.estimate_label.setObjectName(u"estimate_label")
        self.estimate_label.setProperty(u"role", u"meta")
        self.estimate_label.setWordWrap(True)

        self.form_layout.addWidget(self.estimate_label)

        self.form_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.form_layout.addItem(self.form_spacer)

        self.content_stack.addWidget(self.form_page)
        self.result_page = QWidget()
        self.result_page.setObjectName(u"result_page")
        self.result_layout = QVBoxLayout(self.result_page)
        self.result_layout.setSpacing(8)
        self.result_layout.setObjectName(u"result_layout")
        self.result_layout.setContentsMargins(0, 0, 0, 0)
        self.result_row = QHBoxLayout()
        self.result_row.setSpacing(8)
        self.result_row.setObjectName(u"result_row")
        self.result_icon = IconLabel(self.result_page)
        self.result_icon.setObjectName(u"result_icon")

        self.result_row.addWidget(self.result_icon)

        self.result_label = PlainLabel(self.result_page)
        self.result_label.setObjectName(u"result_label")
        self.result_label.setWordWrap(True)
        self.result_label.setProperty(u"role", u"heading")

        self.result_row.addWidget(self.result_label)

        self.result_row.setStretch(1, 1)

        self.result_layout.addLayout(self.result_row)

        self.left_out_label = PlainLabel(self.result_page)
        self.left_out_label.setObjectName(u"left_out_label")
        self.left_out_label.setWordWrap(True)

        self.result_layout.addWidget(self.left_out_label)

        self.safe_label = PlainLabel(self.result_page)
        self.safe_label.setObjectName(u"safe_label")
        self.safe_label.setWordWrap(True)

        self.result_layout.addWidget(self.safe_label)

        self.digest_edit = QPlainTextEdit(self.result_page)
        self.digest_edit.setObjectName(u"digest_edit")
        self.digest_edit.setReadOnly(True)
        self.digest_edit.setMinimumSize(QSize(0, 96))
        self.digest_edit.setMaximumSize(QSize(16777215, 140))

        self.result_layout.addWidget(self.digest_edit)

        self.digest_hint_label = PlainLabel(self.result_page)
        self.digest_hint_label.setObjectName(u"digest_hint_label")
        self.digest_hint_label.setProperty(u"role", u"hint")
        self.digest_hint_label.setWordWrap(True)

        self.result_layout.addWidget(self.digest_hint_label)

        self.copy_row = QHBoxLayout()
        self.copy_row.setSpacing(8)
        self.copy_row.setObjectName(u"copy_row")
        self.copy_button = QPushButton(self.result_page)
        self.copy_button.setObjectName(u"copy_button")
        self.copy_button.setAutoDefault(False)

        self.copy_row.addWidget(self.copy_button)

        self.copy_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.copy_row.addItem(self.copy_spacer)


        self.result_layout.addLayout(self.copy_row)

        self.result_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.result_layout.addItem(self.result_spacer)

        self.content_stack.addWidget(self.result_page)

        self.dialog_layout.addWidget(self.content_stack)

        self.progress_line = ProgressLine(ExportDialog)
        self.progress_line.setObjectName(u"progress_line")

        self.dialog_layout.addWidget(self.progress_line)

        self.error_line = ErrorLine(ExportDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
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
        self.target_label.setText(_(u"Save as"))
#if QT_CONFIG(accessibility)
        self.target_edit.setAccessibleName(_(u"Save as"))
#endif // QT_CONFIG(accessibility)
        self.target_button.setText(_(u"Choose\u2026"))
        self.contents_label.setText(_(u"Contents"))
        self.whole_button.setText(_(u"Everything recorded here"))
        self.since_button.setText(_(u"Only what the receiver does not have yet"))
#if QT_CONFIG(accessibility)
        self.since_edit.setAccessibleName(_(u"Package of the receiver"))
#endif // QT_CONFIG(accessibility)
        self.since_edit.setPlaceholderText(_(u"The last package that came from there"))
        self.since_choose_button.setText(_(u"Choose\u2026"))
        self.task_button.setText(_(u"A task for one person"))
#if QT_CONFIG(accessibility)
        self.task_combo.setAccessibleName(_(u"Task for"))
#endif // QT_CONFIG(accessibility)
        self.task_hint_label.setText(_(u"All records travel; files and personal data of the ticked providers only."))
#if QT_CONFIG(accessibility)
        self.task_list.setAccessibleName(_(u"Providers of the task"))
#endif // QT_CONFIG(accessibility)
        self.protection_label.setText(_(u"Protection"))
        self.plain_button.setText(_(u"Not encrypted"))
        self.plain_hint_label.setText(_(u"Names and numbers of customers and contacts are left out: they travel in encrypted packages only."))
        self.passphrase_button.setText(_(u"By a passphrase"))
#if QT_CONFIG(accessibility)
        self.passphrase_edit.setAccessibleName(_(u"Passphrase"))
#endif // QT_CONFIG(accessibility)
        self.passphrase_edit.setPlaceholderText(_(u"Passphrase"))
#if QT_CONFIG(accessibility)
        self.repeat_edit.setAccessibleName(_(u"The passphrase again"))
#endif // QT_CONFIG(accessibility)
        self.repeat_edit.setPlaceholderText(_(u"The passphrase again"))
        self.team_button.setText(_(u"For laptops of the team"))
#if QT_CONFIG(accessibility)
        self.recipient_list.setAccessibleName(_(u"Laptops that can open the package"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.recipients_edit.setAccessibleName(_(u"Other keys"))
#endif // QT_CONFIG(accessibility)
        self.recipients_edit.setPlaceholderText(_(u"Other keys: age1\u2026, several with a space between them"))
        self.volume_label.setText(_(u"Size of the files"))
#if QT_CONFIG(accessibility)
        self.volume_combo.setAccessibleName(_(u"Size of the files"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.volume_edit.setAccessibleName(_(u"Largest size of a file in MB"))
#endif // QT_CONFIG(accessibility)
        self.volume_unit_label.setText(_(u"MB"))
#if QT_CONFIG(accessibility)
        self.digest_edit.setAccessibleName(_(u"Package number and digests"))
#endif // QT_CONFIG(accessibility)
        self.digest_hint_label.setText(_(u"Read the number out to the receiver, or send it another way: it tells whether this very package arrived."))
        self.copy_button.setText(_(u"Copy numbers"))
        self.cancel_button.setText(_(u"Cancel"))
        self.export_button.setText(_(u"Export"))
    # retranslateUi
