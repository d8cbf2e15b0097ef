"""Made of ui/customers_call_card.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QPlainTextEdit, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.customers.choice_row import ChoiceRow
from evaluator_desktop.ui.widgets.key_cap import KeyButton
from evaluator_desktop.ui.widgets.notice_line import NoticeLine
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_CustomersCallCard(object):
    def setupUi(self, CustomersCallCard: QWidget) -> None:
        if not CustomersCallCard.objectName():
            CustomersCallCard.setObjectName(u"CustomersCallCard")
        CustomersCallCard.resize(500, 520)
        self.card_layout = QVBoxLayout(CustomersCallCard)
        self.card_layout.setSpacing(6)
        self.card_layout.setObjectName(u"card_layout")
        self.card_layout.setContentsMargins(16, 12, 16, 12)
        self.name_row = QHBoxLayout()
        self.name_row.setSpacing(8)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setContentsMargins(0, 0, 0, 0)
        self.name_label = PlainLabel(CustomersCallCard)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"title")
        self.name_label.setWordWrap(True)

        self.name_row.addWidget(self.name_label)

        self.place_label = PlainLabel(CustomersCallCard)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setProperty(u"role", u"tag")

        self.name_row.addWidget(self.place_label)

        self.name_row.setStretch(0, 1)

        self.card_layout.addLayout(self.name_row)

        self.phone_label = PlainLabel(CustomersCallCard)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setProperty(u"role", u"score")
        self.phone_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.card_layout.addWidget(self.phone_label)

        self.before_label = PlainLabel(CustomersCallCard)
        self.before_label.setObjectName(u"before_label")
        self.before_label.setProperty(u"role", u"meta")
        self.before_label.setWordWrap(True)

        self.card_layout.addWidget(self.before_label)

        self.card_notice = NoticeLine(CustomersCallCard)
        self.card_notice.setObjectName(u"card_notice")

        self.card_layout.addWidget(self.card_notice)

        self.questions = QWidget(CustomersCallCard)
        self.questions.setObjectName(u"questions")
        self.questions_layout = QVBoxLayout(self.questions)
        self.questions_layout.setSpacing(8)
        self.questions_layout.setObjectName(u"questions_layout")
        self.questions_layout.setContentsMargins(0, 0, 0, 0)
        self.disposition_choices = ChoiceRow(self.questions)
        self.disposition_choices.setObjectName(u"disposition_choices")

        self.questions_layout.addWidget(self.disposition_choices)

        self.service_choices = ChoiceRow(self.questions)
        self.service_choices.setObjectName(u"service_choices")

        self.questions_layout.addWidget(self.service_choices)

        self.satisfaction_choices = ChoiceRow(self.questions)
        self.satisfaction_choices.setObjectName(u"satisfaction_choices")

        self.questions_layout.addWidget(self.satisfaction_choices)

        self.words_title = PlainLabel(self.questions)
        self.words_title.setObjectName(u"words_title")
        self.words_title.setProperty(u"role", u"meta")

        self.questions_layout.addWidget(self.words_title)

        self.words_edit = QPlainTextEdit(self.questions)
        self.words_edit.setObjectName(u"words_edit")
        self.words_edit.setTabChangesFocus(True)
        self.words_edit.setMinimumSize(QSize(0, 48))
        self.words_edit.setMaximumSize(QSize(16777215, 72))

        self.questions_layout.addWidget(self.words_edit)

        self.record_row = QHBoxLayout()
        self.record_row.setSpacing(8)
        self.record_row.setObjectName(u"record_row")
        self.record_row.setContentsMargins(0, 0, 0, 0)
        self.step_label = PlainLabel(self.questions)
        self.step_label.setObjectName(u"step_label")
        self.step_label.setProperty(u"role", u"hint")
        self.step_label.setWordWrap(True)

        self.record_row.addWidget(self.step_label)

        self.record_button = KeyButton(self.questions)
        self.record_button.setObjectName(u"record_button")

        self.record_row.addWidget(self.record_button)

        self.record_row.setStretch(0, 1)

        self.questions_layout.addLayout(self.record_row)


        self.card_layout.addWidget(self.questions)

        self.card_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.card_layout.addItem(self.card_spacer)


        self.retranslateUi(CustomersCallCard)
    # setupUi

    def retranslateUi(self, CustomersCallCard: QWidget) -> None:
        self.words_title.setText(_(u"What the customer said"))
#if QT_CONFIG(accessibility)
        self.words_edit.setAccessibleName(_(u"What the customer said"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
