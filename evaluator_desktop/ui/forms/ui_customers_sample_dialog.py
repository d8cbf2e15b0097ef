"""Made of ui/customers_sample_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLineEdit,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, FieldProblem, NoticeLine)
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_CustomersSampleDialog(object):
    def setupUi(self, CustomersSampleDialog: QDialog) -> None:
        if not CustomersSampleDialog.objectName():
            CustomersSampleDialog.setObjectName(u"CustomersSampleDialog")
        CustomersSampleDialog.resize(620, 500)
        self.dialog_layout = QVBoxLayout(CustomersSampleDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 14, 16, 12)
        self.title_label = PlainLabel(CustomersSampleDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"title")
        self.title_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.title_label)

        self.apart_label = PlainLabel(CustomersSampleDialog)
        self.apart_label.setObjectName(u"apart_label")
        self.apart_label.setProperty(u"role", u"meta")
        self.apart_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.apart_label)

        self.size_title = PlainLabel(CustomersSampleDialog)
        self.size_title.setObjectName(u"size_title")
        self.size_title.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.size_title)

        self.size_label = PlainLabel(CustomersSampleDialog)
        self.size_label.setObjectName(u"size_label")
        self.size_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.size_label)

        self.seed_title = PlainLabel(CustomersSampleDialog)
        self.seed_title.setObjectName(u"seed_title")
        self.seed_title.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.seed_title)

        self.seed_row = QHBoxLayout()
        self.seed_row.setSpacing(8)
        self.seed_row.setObjectName(u"seed_row")
        self.seed_row.setContentsMargins(0, 0, 0, 0)
        self.seed_edit = QLineEdit(CustomersSampleDialog)
        self.seed_edit.setObjectName(u"seed_edit")
        self.seed_edit.setMaximumSize(QSize(220, 16777215))

        self.seed_row.addWidget(self.seed_edit)

        self.seed_label = PlainLabel(CustomersSampleDialog)
        self.seed_label.setObjectName(u"seed_label")
        self.seed_label.setProperty(u"role", u"meta")
        self.seed_label.setWordWrap(True)

        self.seed_row.addWidget(self.seed_label)

        self.seed_row.setStretch(1, 1)

        self.dialog_layout.addLayout(self.seed_row)

        self.seed_problem = FieldProblem(CustomersSampleDialog)
        self.seed_problem.setObjectName(u"seed_problem")

        self.dialog_layout.addWidget(self.seed_problem)

        self.again_line = NoticeLine(CustomersSampleDialog)
        self.again_line.setObjectName(u"again_line")

        self.dialog_layout.addWidget(self.again_line)

        self.redraw_title = PlainLabel(CustomersSampleDialog)
        self.redraw_title.setObjectName(u"redraw_title")
        self.redraw_title.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.redraw_title)

        self.redraw_edit = QPlainTextEdit(CustomersSampleDialog)
        self.redraw_edit.setObjectName(u"redraw_edit")
        self.redraw_edit.setReadOnly(True)
        self.redraw_edit.setTabChangesFocus(True)

        self.dialog_layout.addWidget(self.redraw_edit)

        self.error_line = ErrorLine(CustomersSampleDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_row.setContentsMargins(0, 0, 0, 0)
        self.copy_button = QPushButton(CustomersSampleDialog)
        self.copy_button.setObjectName(u"copy_button")
        self.copy_button.setAutoDefault(False)

        self.button_row.addWidget(self.copy_button)

        self.copied_label = PlainLabel(CustomersSampleDialog)
        self.copied_label.setObjectName(u"copied_label")
        self.copied_label.setProperty(u"role", u"ok")

        self.button_row.addWidget(self.copied_label)

        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.close_button = QPushButton(CustomersSampleDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.button_row.addWidget(self.close_button)

        self.draw_button = QPushButton(CustomersSampleDialog)
        self.draw_button.setObjectName(u"draw_button")
        self.draw_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.draw_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(CustomersSampleDialog)

        self.draw_button.setDefault(True)

    # setupUi

    def retranslateUi(self, CustomersSampleDialog: QDialog) -> None:
        self.size_title.setText(_(u"Size of the sample"))
        self.seed_title.setText(_(u"Seed"))
#if QT_CONFIG(accessibility)
        self.seed_edit.setAccessibleName(_(u"Seed"))
#endif // QT_CONFIG(accessibility)
        self.redraw_title.setText(_(u"To draw the same sample again"))
#if QT_CONFIG(accessibility)
        self.redraw_edit.setAccessibleName(_(u"To draw the same sample again"))
#endif // QT_CONFIG(accessibility)
        self.copy_button.setText(_(u"Copy"))
        self.close_button.setText(_(u"Close"))
        self.draw_button.setText(_(u"Draw"))
        pass
    # retranslateUi
