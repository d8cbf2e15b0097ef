"""Made of ui/assign_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QHBoxLayout,
    QLineEdit, QListWidget, QListWidgetItem, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, FieldProblem)
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_AssignDialog(object):
    def setupUi(self, AssignDialog: QDialog) -> None:
        if not AssignDialog.objectName():
            AssignDialog.setObjectName(u"AssignDialog")
        AssignDialog.resize(960, 600)
        self.dialog_layout = QVBoxLayout(AssignDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.intro_label = PlainLabel(AssignDialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setProperty(u"role", u"meta")
        self.intro_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.intro_label)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.providers_column = QVBoxLayout()
        self.providers_column.setSpacing(4)
        self.providers_column.setObjectName(u"providers_column")
        self.providers_head = QHBoxLayout()
        self.providers_head.setSpacing(4)
        self.providers_head.setObjectName(u"providers_head")
        self.providers_label = PlainLabel(AssignDialog)
        self.providers_label.setObjectName(u"providers_label")
        self.providers_label.setProperty(u"role", u"heading")

        self.providers_head.addWidget(self.providers_label)

        self.providers_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.providers_head.addItem(self.providers_spacer)

        self.all_providers_button = QPushButton(AssignDialog)
        self.all_providers_button.setObjectName(u"all_providers_button")
        self.all_providers_button.setAutoDefault(False)
        self.all_providers_button.setProperty(u"kind", u"link")

        self.providers_head.addWidget(self.all_providers_button)

        self.no_providers_button = QPushButton(AssignDialog)
        self.no_providers_button.setObjectName(u"no_providers_button")
        self.no_providers_button.setAutoDefault(False)
        self.no_providers_button.setProperty(u"kind", u"link")

        self.providers_head.addWidget(self.no_providers_button)


        self.providers_column.addLayout(self.providers_head)

        self.provider_list = QListWidget(AssignDialog)
        self.provider_list.setObjectName(u"provider_list")

        self.providers_column.addWidget(self.provider_list)

        self.provider_problem = FieldProblem(AssignDialog)
        self.provider_problem.setObjectName(u"provider_problem")

        self.providers_column.addWidget(self.provider_problem)


        self.columns.addLayout(self.providers_column)

        self.person_column = QVBoxLayout()
        self.person_column.setSpacing(4)
        self.person_column.setObjectName(u"person_column")
        self.person_label = PlainLabel(AssignDialog)
        self.person_label.setObjectName(u"person_label")
        self.person_label.setProperty(u"role", u"heading")
        self.person_label.setMinimumSize(QSize(0, 28))

        self.person_column.addWidget(self.person_label)

        self.person_combo = QComboBox(AssignDialog)
        self.person_combo.setObjectName(u"person_combo")

        self.person_column.addWidget(self.person_combo)

        self.person_problem = FieldProblem(AssignDialog)
        self.person_problem.setObjectName(u"person_problem")

        self.person_column.addWidget(self.person_problem)

        self.new_person_row = QHBoxLayout()
        self.new_person_row.setSpacing(8)
        self.new_person_row.setObjectName(u"new_person_row")
        self.new_person_edit = QLineEdit(AssignDialog)
        self.new_person_edit.setObjectName(u"new_person_edit")

        self.new_person_row.addWidget(self.new_person_edit)

        self.list_button = QPushButton(AssignDialog)
        self.list_button.setObjectName(u"list_button")
        self.list_button.setAutoDefault(False)

        self.new_person_row.addWidget(self.list_button)

        self.new_person_row.setStretch(0, 1)

        self.person_column.addLayout(self.new_person_row)

        self.new_person_problem = FieldProblem(AssignDialog)
        self.new_person_problem.setObjectName(u"new_person_problem")

        self.person_column.addWidget(self.new_person_problem)

        self.items_head = QHBoxLayout()
        self.items_head.setSpacing(4)
        self.items_head.setObjectName(u"items_head")
        self.items_label = PlainLabel(AssignDialog)
        self.items_label.setObjectName(u"items_label")
        self.items_label.setProperty(u"role", u"heading")

        self.items_head.addWidget(self.items_label)

        self.items_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.items_head.addItem(self.items_spacer)

        self.all_items_button = QPushButton(AssignDialog)
        self.all_items_button.setObjectName(u"all_items_button")
        self.all_items_button.setAutoDefault(False)
        self.all_items_button.setProperty(u"kind", u"link")

        self.items_head.addWidget(self.all_items_button)

        self.no_items_button = QPushButton(AssignDialog)
        self.no_items_button.setObjectName(u"no_items_button")
        self.no_items_button.setAutoDefault(False)
        self.no_items_button.setProperty(u"kind", u"link")

        self.items_head.addWidget(self.no_items_button)


        self.person_column.addLayout(self.items_head)

        self.item_list = QListWidget(AssignDialog)
        self.item_list.setObjectName(u"item_list")

        self.person_column.addWidget(self.item_list)

        self.item_problem = FieldProblem(AssignDialog)
        self.item_problem.setObjectName(u"item_problem")

        self.person_column.addWidget(self.item_problem)


        self.columns.addLayout(self.person_column)

        self.columns.setStretch(0, 3)
        self.columns.setStretch(1, 2)

        self.dialog_layout.addLayout(self.columns)

        self.error_line = ErrorLine(AssignDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.share_label = PlainLabel(AssignDialog)
        self.share_label.setObjectName(u"share_label")
        self.share_label.setProperty(u"role", u"meta")

        self.button_row.addWidget(self.share_label)

        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.take_back_button = QPushButton(AssignDialog)
        self.take_back_button.setObjectName(u"take_back_button")
        self.take_back_button.setAutoDefault(False)

        self.button_row.addWidget(self.take_back_button)

        self.cancel_button = QPushButton(AssignDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.button_row.addWidget(self.cancel_button)

        self.assign_button = QPushButton(AssignDialog)
        self.assign_button.setObjectName(u"assign_button")
        self.assign_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.assign_button)


        self.dialog_layout.addLayout(self.button_row)

        self.dialog_layout.setStretch(1, 1)

        self.retranslateUi(AssignDialog)

        self.assign_button.setDefault(True)

    # setupUi

    def retranslateUi(self, AssignDialog: QDialog) -> None:
        AssignDialog.setWindowTitle(_(u"Assign providers"))
        self.intro_label.setText(_(u"What is assigned travels in a task package, and the ledger shows what of it has come back. What somebody recorded stays when a provider is taken back."))
        self.providers_label.setText(_(u"Providers"))
        self.all_providers_button.setText(_(u"Tick all"))
        self.no_providers_button.setText(_(u"Tick none"))
#if QT_CONFIG(accessibility)
        self.provider_list.setAccessibleName(_(u"Providers to assign"))
#endif // QT_CONFIG(accessibility)
        self.person_label.setText(_(u"Evaluator"))
#if QT_CONFIG(accessibility)
        self.person_combo.setAccessibleName(_(u"Evaluator"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.new_person_edit.setAccessibleName(_(u"Name of a new person"))
#endif // QT_CONFIG(accessibility)
        self.new_person_edit.setPlaceholderText(_(u"Another name"))
        self.list_button.setText(_(u"List in the round"))
        self.items_label.setText(_(u"Items"))
        self.all_items_button.setText(_(u"Tick all"))
        self.no_items_button.setText(_(u"Tick none"))
#if QT_CONFIG(accessibility)
        self.item_list.setAccessibleName(_(u"Items to assign"))
#endif // QT_CONFIG(accessibility)
        self.take_back_button.setText(_(u"Take back"))
        self.cancel_button.setText(_(u"Close"))
        self.assign_button.setText(_(u"Assign"))
    # retranslateUi
