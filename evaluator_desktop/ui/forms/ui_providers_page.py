"""Made of ui/providers_page.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.providers.quick_look import QuickLook
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.filter_combo import FilterCombo
from evaluator_desktop.ui.widgets.key_cap import KeyEdit
from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_ProvidersPage(object):
    def setupUi(self, ProvidersPage: QWidget) -> None:
        if not ProvidersPage.objectName():
            ProvidersPage.setObjectName(u"ProvidersPage")
        ProvidersPage.resize(1290, 708)
        self.page_layout = QVBoxLayout(ProvidersPage)
        self.page_layout.setSpacing(0)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(0, 0, 0, 0)
        self.filter_bar = QFrame(ProvidersPage)
        self.filter_bar.setObjectName(u"filter_bar")
        self.filter_bar.setProperty(u"surface", u"window")
        self.filter_bar.setProperty(u"line", u"bottom")
        self.filter_row = QHBoxLayout(self.filter_bar)
        self.filter_row.setSpacing(6)
        self.filter_row.setObjectName(u"filter_row")
        self.filter_row.setContentsMargins(12, 8, 12, 8)
        self.search_edit = KeyEdit(self.filter_bar)
        self.search_edit.setObjectName(u"search_edit")
        self.search_edit.setMinimumSize(QSize(190, 0))
        self.search_edit.setMaximumSize(QSize(280, 16777215))

        self.filter_row.addWidget(self.search_edit)

        self.mine_button = QPushButton(self.filter_bar)
        self.mine_button.setObjectName(u"mine_button")
        self.mine_button.setCheckable(True)

        self.filter_row.addWidget(self.mine_button)

        self.state_combo = FilterCombo(self.filter_bar)
        self.state_combo.setObjectName(u"state_combo")

        self.filter_row.addWidget(self.state_combo)

        self.person_combo = FilterCombo(self.filter_bar)
        self.person_combo.setObjectName(u"person_combo")

        self.filter_row.addWidget(self.person_combo)

        self.tier_combo = FilterCombo(self.filter_bar)
        self.tier_combo.setObjectName(u"tier_combo")

        self.filter_row.addWidget(self.tier_combo)

        self.conflicts_button = QPushButton(self.filter_bar)
        self.conflicts_button.setObjectName(u"conflicts_button")
        self.conflicts_button.setCheckable(True)

        self.filter_row.addWidget(self.conflicts_button)

        self.missing_button = QPushButton(self.filter_bar)
        self.missing_button.setObjectName(u"missing_button")
        self.missing_button.setCheckable(True)

        self.filter_row.addWidget(self.missing_button)

        self.clear_button = QPushButton(self.filter_bar)
        self.clear_button.setObjectName(u"clear_button")
        self.clear_button.setProperty(u"kind", u"link")

        self.filter_row.addWidget(self.clear_button)

        self.filter_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filter_row.addItem(self.filter_spacer)

        self.count_label = PlainLabel(self.filter_bar)
        self.count_label.setObjectName(u"count_label")
        self.count_label.setProperty(u"role", u"meta")

        self.filter_row.addWidget(self.count_label)

        self.route_button = QPushButton(self.filter_bar)
        self.route_button.setObjectName(u"route_button")
        self.route_button.setCheckable(True)

        self.filter_row.addWidget(self.route_button)

        self.import_button = QPushButton(self.filter_bar)
        self.import_button.setObjectName(u"import_button")

        self.filter_row.addWidget(self.import_button)

        self.filter_row.setStretch(0, 1)
        self.filter_row.setStretch(8, 1)

        self.page_layout.addWidget(self.filter_bar)

        self.error_line = ErrorLine(ProvidersPage)
        self.error_line.setObjectName(u"error_line")

        self.page_layout.addWidget(self.error_line)

        self.list_stack = QStackedWidget(ProvidersPage)
        self.list_stack.setObjectName(u"list_stack")
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.list_layout = QHBoxLayout(self.list_page)
        self.list_layout.setSpacing(0)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.found_stack = QStackedWidget(self.list_page)
        self.found_stack.setObjectName(u"found_stack")
        self.table_page = QWidget()
        self.table_page.setObjectName(u"table_page")
        self.table_layout = QVBoxLayout(self.table_page)
        self.table_layout.setSpacing(0)
        self.table_layout.setObjectName(u"table_layout")
        self.table_layout.setContentsMargins(0, 0, 0, 0)
        self.provider_table = Table(self.table_page)
        self.provider_table.setObjectName(u"provider_table")
        self.provider_table.setSortingEnabled(True)
        self.provider_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

        self.table_layout.addWidget(self.provider_table)

        self.found_stack.addWidget(self.table_page)
        self.nothing_found = EmptyState()
        self.nothing_found.setObjectName(u"nothing_found")
        self.found_stack.addWidget(self.nothing_found)

        self.list_layout.addWidget(self.found_stack)

        self.quick_look = QuickLook(self.list_page)
        self.quick_look.setObjectName(u"quick_look")

        self.list_layout.addWidget(self.quick_look)

        self.list_layout.setStretch(0, 1)
        self.list_stack.addWidget(self.list_page)
        self.empty_page = QWidget()
        self.empty_page.setObjectName(u"empty_page")
        self.empty_layout = QVBoxLayout(self.empty_page)
        self.empty_layout.setSpacing(0)
        self.empty_layout.setObjectName(u"empty_layout")
        self.empty_layout.setContentsMargins(16, 16, 16, 16)
        self.no_providers = EmptyState(self.empty_page)
        self.no_providers.setObjectName(u"no_providers")

        self.empty_layout.addWidget(self.no_providers)

        self.list_stack.addWidget(self.empty_page)

        self.page_layout.addWidget(self.list_stack)

        self.page_layout.setStretch(2, 1)

        self.retranslateUi(ProvidersPage)
    # setupUi

    def retranslateUi(self, ProvidersPage: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.search_edit.setAccessibleName(_(u"Search by name, initials or the end of the code"))
#endif // QT_CONFIG(accessibility)
        self.search_edit.setPlaceholderText(_(u"Name, initials, code"))
        self.mine_button.setText(_(u"My tasks"))
        self.conflicts_button.setText(_(u"Conflicts"))
        self.missing_button.setText(_(u"Missing"))
        self.clear_button.setText(_(u"Clear filters"))
        self.route_button.setText(_(u"Route"))
        self.import_button.setText(_(u"Import\u2026"))
#if QT_CONFIG(accessibility)
        self.provider_table.setAccessibleName(_(u"Providers"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
