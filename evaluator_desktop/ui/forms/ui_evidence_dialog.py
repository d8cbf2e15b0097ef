"""Made of ui/evidence_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QComboBox, QDialog,
    QDialogButtonBox, QGridLayout, QHBoxLayout, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_EvidenceDialog(object):
    def setupUi(self, EvidenceDialog: QDialog) -> None:
        if not EvidenceDialog.objectName():
            EvidenceDialog.setObjectName(u"EvidenceDialog")
        EvidenceDialog.resize(480, 220)
        self.dialog_layout = QVBoxLayout(EvidenceDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.title_label = PlainLabel(EvidenceDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")

        self.dialog_layout.addWidget(self.title_label)

        self.field_layout = QGridLayout()
        self.field_layout.setObjectName(u"field_layout")
        self.field_layout.setHorizontalSpacing(12)
        self.field_layout.setVerticalSpacing(8)
        self.field_layout.setContentsMargins(0, 0, 0, 0)
        self.requirement_label = PlainLabel(EvidenceDialog)
        self.requirement_label.setObjectName(u"requirement_label")

        self.field_layout.addWidget(self.requirement_label, 0, 0, 1, 1)

        self.requirement_combo = QComboBox(EvidenceDialog)
        self.requirement_combo.setObjectName(u"requirement_combo")

        self.field_layout.addWidget(self.requirement_combo, 0, 1, 1, 1)

        self.day_label = PlainLabel(EvidenceDialog)
        self.day_label.setObjectName(u"day_label")

        self.field_layout.addWidget(self.day_label, 1, 0, 1, 1)

        self.day_row = QHBoxLayout()
        self.day_row.setSpacing(8)
        self.day_row.setObjectName(u"day_row")
        self.day_edit = QLineEdit(EvidenceDialog)
        self.day_edit.setObjectName(u"day_edit")
        self.day_edit.setMinimumSize(QSize(110, 0))
        self.day_edit.setPlaceholderText(u"2026-10-12")

        self.day_row.addWidget(self.day_edit)

        self.suggestion_button = QPushButton(EvidenceDialog)
        self.suggestion_button.setObjectName(u"suggestion_button")
        self.suggestion_button.setAutoDefault(False)
        self.suggestion_button.setProperty(u"kind", u"link")

        self.day_row.addWidget(self.suggestion_button)


        self.field_layout.addLayout(self.day_row, 1, 1, 1, 1)

        self.day_problem = FieldProblem(EvidenceDialog)
        self.day_problem.setObjectName(u"day_problem")

        self.field_layout.addWidget(self.day_problem, 2, 1, 1, 1)

        self.note_label = PlainLabel(EvidenceDialog)
        self.note_label.setObjectName(u"note_label")

        self.field_layout.addWidget(self.note_label, 3, 0, 1, 1)

        self.note_edit = QLineEdit(EvidenceDialog)
        self.note_edit.setObjectName(u"note_edit")

        self.field_layout.addWidget(self.note_edit, 3, 1, 1, 1)


        self.dialog_layout.addLayout(self.field_layout)

        self.dialog_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dialog_layout.addItem(self.dialog_spacer)

        self.button_box = QDialogButtonBox(EvidenceDialog)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.dialog_layout.addWidget(self.button_box)


        self.retranslateUi(EvidenceDialog)
    # setupUi

    def retranslateUi(self, EvidenceDialog: QDialog) -> None:
        self.requirement_label.setText(_(u"Handed in for"))
#if QT_CONFIG(accessibility)
        self.requirement_combo.setAccessibleName(_(u"Handed in for"))
#endif // QT_CONFIG(accessibility)
        self.day_label.setText(_(u"Date of the evidence"))
#if QT_CONFIG(accessibility)
        self.day_edit.setAccessibleName(_(u"Date of the evidence"))
#endif // QT_CONFIG(accessibility)
        self.note_label.setText(_(u"Note on the file"))
#if QT_CONFIG(accessibility)
        self.note_edit.setAccessibleName(_(u"Note on the file"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
