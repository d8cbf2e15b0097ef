"""Made of ui/new_provider_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QFrame,
    QGridLayout, QHBoxLayout, QHeaderView, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, FieldProblem, NoticeLine)
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_NewProviderDialog(object):
    def setupUi(self, NewProviderDialog: QDialog) -> None:
        if not NewProviderDialog.objectName():
            NewProviderDialog.setObjectName(u"NewProviderDialog")
        NewProviderDialog.resize(520, 300)
        self.dialog_layout = QVBoxLayout(NewProviderDialog)
        self.dialog_layout.setSpacing(10)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.field_grid = QGridLayout()
        self.field_grid.setObjectName(u"field_grid")
        self.field_grid.setHorizontalSpacing(12)
        self.field_grid.setVerticalSpacing(6)
        self.name_label = PlainLabel(NewProviderDialog)
        self.name_label.setObjectName(u"name_label")

        self.field_grid.addWidget(self.name_label, 0, 0, 1, 1)

        self.name_edit = QLineEdit(NewProviderDialog)
        self.name_edit.setObjectName(u"name_edit")

        self.field_grid.addWidget(self.name_edit, 0, 1, 1, 1)

        self.name_problem = FieldProblem(NewProviderDialog)
        self.name_problem.setObjectName(u"name_problem")

        self.field_grid.addWidget(self.name_problem, 1, 1, 1, 1)

        self.code_label = PlainLabel(NewProviderDialog)
        self.code_label.setObjectName(u"code_label")

        self.field_grid.addWidget(self.code_label, 2, 0, 1, 1)

        self.code_edit = QLineEdit(NewProviderDialog)
        self.code_edit.setObjectName(u"code_edit")

        self.field_grid.addWidget(self.code_edit, 2, 1, 1, 1)

        self.code_problem = FieldProblem(NewProviderDialog)
        self.code_problem.setObjectName(u"code_problem")

        self.field_grid.addWidget(self.code_problem, 3, 1, 1, 1)

        self.reason_label = PlainLabel(NewProviderDialog)
        self.reason_label.setObjectName(u"reason_label")

        self.field_grid.addWidget(self.reason_label, 4, 0, 1, 1)

        self.reason_edit = QLineEdit(NewProviderDialog)
        self.reason_edit.setObjectName(u"reason_edit")

        self.field_grid.addWidget(self.reason_edit, 4, 1, 1, 1)

        self.reason_problem = FieldProblem(NewProviderDialog)
        self.reason_problem.setObjectName(u"reason_problem")

        self.field_grid.addWidget(self.reason_problem, 5, 1, 1, 1)

        self.law_firm_check = QCheckBox(NewProviderDialog)
        self.law_firm_check.setObjectName(u"law_firm_check")

        self.field_grid.addWidget(self.law_firm_check, 6, 1, 1, 1)

        self.address_label = PlainLabel(NewProviderDialog)
        self.address_label.setObjectName(u"address_label")

        self.field_grid.addWidget(self.address_label, 7, 0, 1, 1)

        self.address_edit = QLineEdit(NewProviderDialog)
        self.address_edit.setObjectName(u"address_edit")

        self.field_grid.addWidget(self.address_edit, 7, 1, 1, 1)

        self.contact_label = PlainLabel(NewProviderDialog)
        self.contact_label.setObjectName(u"contact_label")

        self.field_grid.addWidget(self.contact_label, 8, 0, 1, 1)

        self.contact_edit = QLineEdit(NewProviderDialog)
        self.contact_edit.setObjectName(u"contact_edit")

        self.field_grid.addWidget(self.contact_edit, 8, 1, 1, 1)

        self.phone_label = PlainLabel(NewProviderDialog)
        self.phone_label.setObjectName(u"phone_label")

        self.field_grid.addWidget(self.phone_label, 9, 0, 1, 1)

        self.phone_edit = QLineEdit(NewProviderDialog)
        self.phone_edit.setObjectName(u"phone_edit")

        self.field_grid.addWidget(self.phone_edit, 9, 1, 1, 1)

        self.phone_problem = FieldProblem(NewProviderDialog)
        self.phone_problem.setObjectName(u"phone_problem")

        self.field_grid.addWidget(self.phone_problem, 10, 1, 1, 1)


        self.dialog_layout.addLayout(self.field_grid)

        self.similar_box = QFrame(NewProviderDialog)
        self.similar_box.setObjectName(u"similar_box")
        self.similar_layout = QVBoxLayout(self.similar_box)
        self.similar_layout.setSpacing(6)
        self.similar_layout.setObjectName(u"similar_layout")
        self.similar_layout.setContentsMargins(0, 4, 0, 0)
        self.similar_line = NoticeLine(self.similar_box)
        self.similar_line.setObjectName(u"similar_line")

        self.similar_layout.addWidget(self.similar_line)

        self.similar_table = Table(self.similar_box)
        self.similar_table.setObjectName(u"similar_table")

        self.similar_layout.addWidget(self.similar_table)

        self.similar_row = QHBoxLayout()
        self.similar_row.setSpacing(8)
        self.similar_row.setObjectName(u"similar_row")
        self.similar_row.setContentsMargins(0, 0, 0, 0)
        self.similar_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.similar_row.addItem(self.similar_spacer)

        self.open_button = QPushButton(self.similar_box)
        self.open_button.setObjectName(u"open_button")
        self.open_button.setAutoDefault(False)

        self.similar_row.addWidget(self.open_button)

        self.another_button = QPushButton(self.similar_box)
        self.another_button.setObjectName(u"another_button")
        self.another_button.setAutoDefault(False)

        self.similar_row.addWidget(self.another_button)


        self.similar_layout.addLayout(self.similar_row)


        self.dialog_layout.addWidget(self.similar_box)

        self.filler = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dialog_layout.addItem(self.filler)

        self.error_line = ErrorLine(NewProviderDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_row.setContentsMargins(0, 0, 0, 0)
        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.cancel_button = QPushButton(NewProviderDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.button_row.addWidget(self.cancel_button)

        self.add_button = QPushButton(NewProviderDialog)
        self.add_button.setObjectName(u"add_button")
        self.add_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.add_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(NewProviderDialog)

        self.add_button.setDefault(True)

    # setupUi

    def retranslateUi(self, NewProviderDialog: QDialog) -> None:
        NewProviderDialog.setWindowTitle(_(u"New provider"))
        self.name_label.setText(_(u"Full name"))
#if QT_CONFIG(accessibility)
        self.name_edit.setAccessibleName(_(u"Full name"))
#endif // QT_CONFIG(accessibility)
        self.code_label.setText(_(u"Credit code"))
#if QT_CONFIG(accessibility)
        self.code_edit.setAccessibleName(_(u"Credit code"))
#endif // QT_CONFIG(accessibility)
        self.code_edit.setPlaceholderText(_(u"18 characters; may be left empty"))
        self.reason_label.setText(_(u"Why it is right"))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(_(u"Why it is right"))
#endif // QT_CONFIG(accessibility)
        self.reason_edit.setPlaceholderText(_(u"The check digit is wrong: what stands on the licence?"))
        self.law_firm_check.setText(_(u"A law firm (shows a practising licence)"))
        self.address_label.setText(_(u"Address"))
#if QT_CONFIG(accessibility)
        self.address_edit.setAccessibleName(_(u"Address"))
#endif // QT_CONFIG(accessibility)
        self.contact_label.setText(_(u"Contact"))
#if QT_CONFIG(accessibility)
        self.contact_edit.setAccessibleName(_(u"Contact"))
#endif // QT_CONFIG(accessibility)
        self.phone_label.setText(_(u"Phone"))
#if QT_CONFIG(accessibility)
        self.phone_edit.setAccessibleName(_(u"Phone"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.similar_table.setAccessibleName(_(u"Providers that are here already"))
#endif // QT_CONFIG(accessibility)
        self.open_button.setText(_(u"Open this one"))
        self.another_button.setText(_(u"It is another: add it"))
        self.cancel_button.setText(_(u"Cancel"))
        self.add_button.setText(_(u"Add provider"))
    # retranslateUi
