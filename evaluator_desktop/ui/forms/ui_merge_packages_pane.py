"""Made of ui/merge_packages_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.empty_state import EmptyState
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
        self.content_stack = QStackedWidget(MergePackagesPane)
        self.content_stack.setObjectName(u"content_stack")
        self.empty_page = QWidget()
        self.empty_page.setObjectName(u"empty_page")
        self.empty_layout = QVBoxLayout(self.empty_page)
        self.empty_layout.setSpacing(0)
        self.empty_layout.setObjectName(u"empty_layout")
        self.empty_layout.setContentsMargins(24, 24, 24, 24)
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

        self.table_layout.addWidget(self.package_table)

        self.trust_box = QFrame(self.table_page)
        self.trust_box.setObjectName(u"trust_box")
        self.trust_box.setProperty(u"surface", u"window")
        self.trust_box.setProperty(u"line", u"top")
        self.trust_layout = QHBoxLayout(self.trust_box)
        self.trust_layout.setSpacing(16)
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

        self.trust_words_layout.addWidget(self.trust_hint_label)


        self.trust_layout.addLayout(self.trust_words_layout)

        self.trust_button = QPushButton(self.trust_box)
        self.trust_button.setObjectName(u"trust_button")

        self.trust_layout.addWidget(self.trust_button)

        self.trust_layout.setStretch(0, 1)

        self.table_layout.addWidget(self.trust_box)

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

        self.pane_layout.addWidget(self.content_stack)

        self.pane_layout.setStretch(0, 1)

        self.retranslateUi(MergePackagesPane)
    # setupUi

    def retranslateUi(self, MergePackagesPane: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.package_table.setAccessibleName(_(u"Packages"))
#endif // QT_CONFIG(accessibility)
        self.trust_hint_label.setText(_(u"Ring the person up and compare all eight groups. Trust the laptop only when every digit agrees."))
        self.trust_button.setText(_(u"Digits agree, trust this laptop"))
        pass
    # retranslateUi
