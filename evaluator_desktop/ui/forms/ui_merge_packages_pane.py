"""Made of ui/merge_packages_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QSplitter, QStackedWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.merge.ledger_pane import LedgerPane
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_MergePackagesPane(object):
    def setupUi(self, MergePackagesPane: QWidget) -> None:
        if not MergePackagesPane.objectName():
            MergePackagesPane.setObjectName(u"MergePackagesPane")
        MergePackagesPane.resize(1288, 600)
        self.pane_layout = QVBoxLayout(MergePackagesPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.pane_splitter = QSplitter(MergePackagesPane)
        self.pane_splitter.setObjectName(u"pane_splitter")
        self.pane_splitter.setOrientation(Qt.Orientation.Vertical)
        self.pane_splitter.setHandleWidth(1)
        self.pane_splitter.setChildrenCollapsible(False)
        self.content_stack = QStackedWidget(self.pane_splitter)
        self.content_stack.setObjectName(u"content_stack")
        self.empty_page = QWidget()
        self.empty_page.setObjectName(u"empty_page")
        self.empty_layout = QVBoxLayout(self.empty_page)
        self.empty_layout.setSpacing(0)
        self.empty_layout.setObjectName(u"empty_layout")
        self.empty_layout.setContentsMargins(24, 16, 24, 16)
        self.empty_state = EmptyState(self.empty_page)
        self.empty_state.setObjectName(u"empty_state")

        self.empty_layout.addWidget(self.empty_state)

        self.content_stack.addWidget(self.empty_page)
        self.table_page = QWidget()
        self.table_page.setObjectName(u"table_page")
        self.table_layout = QVBoxLayout(self.table_page)
        self.table_layout.setSpacing(0)
        self.table_layout.setObjectName(u"table_layout")
        self.table_layout.setContentsMargins(0, 0, 0, 0)
        self.table_head = PaneHead(self.table_page)
        self.table_head.setObjectName(u"table_head")

        self.table_layout.addWidget(self.table_head)

        self.package_table = Table(self.table_page)
        self.package_table.setObjectName(u"package_table")
        self.package_table.setMinimumSize(QSize(0, 100))

        self.table_layout.addWidget(self.package_table)

        self.trust_box = QFrame(self.table_page)
        self.trust_box.setObjectName(u"trust_box")
        self.trust_box.setProperty(u"surface", u"window")
        self.trust_box.setProperty(u"line", u"top")
        self.trust_layout = QHBoxLayout(self.trust_box)
        self.trust_layout.setSpacing(12)
        self.trust_layout.setObjectName(u"trust_layout")
        self.trust_layout.setContentsMargins(16, 10, 16, 10)
        self.trust_words_layout = QVBoxLayout()
        self.trust_words_layout.setSpacing(4)
        self.trust_words_layout.setObjectName(u"trust_words_layout")
        self.trust_words_layout.setContentsMargins(0, 0, 0, 0)
        self.trust_label = PlainLabel(self.trust_box)
        self.trust_label.setObjectName(u"trust_label")
        self.trust_label.setWordWrap(True)

        self.trust_words_layout.addWidget(self.trust_label)

        self.fingerprint_label = PlainLabel(self.trust_box)
        self.fingerprint_label.setObjectName(u"fingerprint_label")
        self.fingerprint_label.setProperty(u"role", u"title")
        self.fingerprint_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.trust_words_layout.addWidget(self.fingerprint_label)

        self.trust_hint_label = PlainLabel(self.trust_box)
        self.trust_hint_label.setObjectName(u"trust_hint_label")
        self.trust_hint_label.setProperty(u"role", u"hint")
        self.trust_hint_label.setWordWrap(True)

        self.trust_words_layout.addWidget(self.trust_hint_label)


        self.trust_layout.addLayout(self.trust_words_layout)

        self.refuse_button = QPushButton(self.trust_box)
        self.refuse_button.setObjectName(u"refuse_button")

        self.trust_layout.addWidget(self.refuse_button)

        self.trust_button = QPushButton(self.trust_box)
        self.trust_button.setObjectName(u"trust_button")

        self.trust_layout.addWidget(self.trust_button)

        self.trust_layout.setStretch(0, 1)

        self.table_layout.addWidget(self.trust_box)

        self.passphrase_box = QFrame(self.table_page)
        self.passphrase_box.setObjectName(u"passphrase_box")
        self.passphrase_box.setProperty(u"surface", u"window")
        self.passphrase_box.setProperty(u"line", u"top")
        self.passphrase_layout = QVBoxLayout(self.passphrase_box)
        self.passphrase_layout.setSpacing(4)
        self.passphrase_layout.setObjectName(u"passphrase_layout")
        self.passphrase_layout.setContentsMargins(16, 8, 16, 8)
        self.passphrase_row = QHBoxLayout()
        self.passphrase_row.setSpacing(8)
        self.passphrase_row.setObjectName(u"passphrase_row")
        self.passphrase_label = PlainLabel(self.passphrase_box)
        self.passphrase_label.setObjectName(u"passphrase_label")

        self.passphrase_row.addWidget(self.passphrase_label)

        self.passphrase_edit = QLineEdit(self.passphrase_box)
        self.passphrase_edit.setObjectName(u"passphrase_edit")
        self.passphrase_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase_edit.setMinimumSize(QSize(260, 0))
        self.passphrase_edit.setMaximumSize(QSize(360, 16777215))

        self.passphrase_row.addWidget(self.passphrase_edit)

        self.unlock_button = QPushButton(self.passphrase_box)
        self.unlock_button.setObjectName(u"unlock_button")

        self.passphrase_row.addWidget(self.unlock_button)

        self.passphrase_hint_label = PlainLabel(self.passphrase_box)
        self.passphrase_hint_label.setObjectName(u"passphrase_hint_label")
        self.passphrase_hint_label.setProperty(u"role", u"hint")

        self.passphrase_row.addWidget(self.passphrase_hint_label)

        self.passphrase_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.passphrase_row.addItem(self.passphrase_spacer)


        self.passphrase_layout.addLayout(self.passphrase_row)

        self.passphrase_problem = FieldProblem(self.passphrase_box)
        self.passphrase_problem.setObjectName(u"passphrase_problem")

        self.passphrase_layout.addWidget(self.passphrase_problem)


        self.table_layout.addWidget(self.passphrase_box)

        self.message_box = QFrame(self.table_page)
        self.message_box.setObjectName(u"message_box")
        self.message_box.setProperty(u"surface", u"window")
        self.message_box.setProperty(u"line", u"top")
        self.message_layout = QHBoxLayout(self.message_box)
        self.message_layout.setSpacing(8)
        self.message_layout.setObjectName(u"message_layout")
        self.message_layout.setContentsMargins(16, 8, 16, 8)
        self.message_label = PlainLabel(self.message_box)
        self.message_label.setObjectName(u"message_label")
        self.message_label.setWordWrap(True)

        self.message_layout.addWidget(self.message_label)


        self.table_layout.addWidget(self.message_box)

        self.table_layout.setStretch(1, 1)
        self.content_stack.addWidget(self.table_page)
        self.pane_splitter.addWidget(self.content_stack)
        self.ledger_pane = LedgerPane(self.pane_splitter)
        self.ledger_pane.setObjectName(u"ledger_pane")
        self.pane_splitter.addWidget(self.ledger_pane)

        self.pane_layout.addWidget(self.pane_splitter)

        self.pane_layout.setStretch(0, 1)

        self.retranslateUi(MergePackagesPane)
    # setupUi

    def retranslateUi(self, MergePackagesPane: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.package_table.setAccessibleName(_(u"Packages"))
#endif // QT_CONFIG(accessibility)
        self.trust_hint_label.setText(_(u"Ring the person up and compare all eight groups. Trust the laptop only when every digit agrees."))
        self.refuse_button.setText(_(u"They differ, leave it out"))
        self.trust_button.setText(_(u"Digits agree, trust this laptop"))
#if QT_CONFIG(accessibility)
        self.passphrase_edit.setAccessibleName(_(u"Passphrase of the package"))
#endif // QT_CONFIG(accessibility)
        self.passphrase_edit.setPlaceholderText(_(u"Passphrase"))
        self.unlock_button.setText(_(u"Open package"))
        self.passphrase_hint_label.setText(_(u"As often as you like; it is kept only until the window closes."))
        pass
    # retranslateUi
