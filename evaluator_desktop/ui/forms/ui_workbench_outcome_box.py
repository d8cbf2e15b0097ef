"""Made of ui/workbench_outcome_box.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDateEdit, QFrame,
    QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.key_cap import (KeyCap, KeyEdit)
from evaluator_desktop.ui.widgets.outcome import OutcomeButton
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_WorkbenchOutcomeBox(object):
    def setupUi(self, WorkbenchOutcomeBox: QFrame) -> None:
        if not WorkbenchOutcomeBox.objectName():
            WorkbenchOutcomeBox.setObjectName(u"WorkbenchOutcomeBox")
        WorkbenchOutcomeBox.resize(418, 186)
        self.box_layout = QVBoxLayout(WorkbenchOutcomeBox)
        self.box_layout.setSpacing(6)
        self.box_layout.setObjectName(u"box_layout")
        self.box_layout.setContentsMargins(12, 8, 12, 12)
        self.title_layout = QHBoxLayout()
        self.title_layout.setSpacing(6)
        self.title_layout.setObjectName(u"title_layout")
        self.title_layout.setContentsMargins(0, 0, 0, 0)
        self.title_label = PlainLabel(WorkbenchOutcomeBox)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"heading")

        self.title_layout.addWidget(self.title_label)

        self.name_label = PlainLabel(WorkbenchOutcomeBox)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"meta")

        self.title_layout.addWidget(self.name_label)

        self.space_cap = KeyCap(WorkbenchOutcomeBox)
        self.space_cap.setObjectName(u"space_cap")
        self.space_cap.setText(u"Space")

        self.title_layout.addWidget(self.space_cap)

        self.space_words = PlainLabel(WorkbenchOutcomeBox)
        self.space_words.setObjectName(u"space_words")
        self.space_words.setProperty(u"role", u"meta")

        self.title_layout.addWidget(self.space_words)

        self.title_layout.setStretch(1, 1)

        self.box_layout.addLayout(self.title_layout)

        self.button_layout = QGridLayout()
        self.button_layout.setObjectName(u"button_layout")
        self.button_layout.setHorizontalSpacing(6)
        self.button_layout.setVerticalSpacing(6)
        self.button_layout.setContentsMargins(0, 0, 0, 0)
        self.verified_button = OutcomeButton(WorkbenchOutcomeBox)
        self.verified_button.setObjectName(u"verified_button")

        self.button_layout.addWidget(self.verified_button, 0, 0, 1, 1)

        self.partly_button = OutcomeButton(WorkbenchOutcomeBox)
        self.partly_button.setObjectName(u"partly_button")

        self.button_layout.addWidget(self.partly_button, 0, 1, 1, 1)

        self.false_button = OutcomeButton(WorkbenchOutcomeBox)
        self.false_button.setObjectName(u"false_button")

        self.button_layout.addWidget(self.false_button, 1, 0, 1, 1)

        self.unverifiable_button = OutcomeButton(WorkbenchOutcomeBox)
        self.unverifiable_button.setObjectName(u"unverifiable_button")

        self.button_layout.addWidget(self.unverifiable_button, 1, 1, 1, 1)


        self.box_layout.addLayout(self.button_layout)

        self.how_layout = QHBoxLayout()
        self.how_layout.setSpacing(6)
        self.how_layout.setObjectName(u"how_layout")
        self.how_layout.setContentsMargins(0, 0, 0, 0)
        self.method_combo = QComboBox(WorkbenchOutcomeBox)
        self.method_combo.setObjectName(u"method_combo")

        self.how_layout.addWidget(self.method_combo)

        self.day_edit = QDateEdit(WorkbenchOutcomeBox)
        self.day_edit.setObjectName(u"day_edit")
        self.day_edit.setDisplayFormat(u"yyyy-MM-dd")
        self.day_edit.setCalendarPopup(True)

        self.how_layout.addWidget(self.day_edit)

        self.how_layout.setStretch(0, 3)
        self.how_layout.setStretch(1, 2)

        self.box_layout.addLayout(self.how_layout)

        self.note_edit = KeyEdit(WorkbenchOutcomeBox)
        self.note_edit.setObjectName(u"note_edit")

        self.box_layout.addWidget(self.note_edit)


        self.retranslateUi(WorkbenchOutcomeBox)
    # setupUi

    def retranslateUi(self, WorkbenchOutcomeBox: QFrame) -> None:
        self.title_label.setText(_(u"Outcome"))
        self.space_words.setText(_(u"verified, next file"))
#if QT_CONFIG(accessibility)
        self.method_combo.setAccessibleName(_(u"Method of verification"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.day_edit.setAccessibleName(_(u"Day of verification"))
#endif // QT_CONFIG(accessibility)
        self.note_edit.setPlaceholderText(_(u"Note (needed unless it is verified)"))
#if QT_CONFIG(accessibility)
        self.note_edit.setAccessibleName(_(u"Note"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
