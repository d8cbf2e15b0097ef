"""Made of ui/scheme_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QHBoxLayout,
    QHeaderView, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QStackedWidget, QTabWidget, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, NoticeLine)
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.progress_line import ProgressLine
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_SchemeDialog(object):
    def setupUi(self, SchemeDialog: QDialog) -> None:
        if not SchemeDialog.objectName():
            SchemeDialog.setObjectName(u"SchemeDialog")
        SchemeDialog.resize(1160, 640)
        self.dialog_layout = QVBoxLayout(SchemeDialog)
        self.dialog_layout.setSpacing(10)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 14, 16, 12)
        self.name_row = QHBoxLayout()
        self.name_row.setSpacing(8)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setContentsMargins(0, 0, 0, 0)
        self.name_label = PlainLabel(SchemeDialog)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"title")

        self.name_row.addWidget(self.name_label)

        self.version_tag = PlainLabel(SchemeDialog)
        self.version_tag.setObjectName(u"version_tag")
        self.version_tag.setProperty(u"role", u"tag")

        self.name_row.addWidget(self.version_tag)

        self.weights_tag = PlainLabel(SchemeDialog)
        self.weights_tag.setObjectName(u"weights_tag")
        self.weights_tag.setProperty(u"role", u"tag")

        self.name_row.addWidget(self.weights_tag)

        self.name_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.name_row.addItem(self.name_spacer)


        self.dialog_layout.addLayout(self.name_row)

        self.meta_label = PlainLabel(SchemeDialog)
        self.meta_label.setObjectName(u"meta_label")
        self.meta_label.setProperty(u"role", u"meta")

        self.dialog_layout.addWidget(self.meta_label)

        self.steps = QStackedWidget(SchemeDialog)
        self.steps.setObjectName(u"steps")
        self.overview_page = QWidget()
        self.overview_page.setObjectName(u"overview_page")
        self.overview_layout = QVBoxLayout(self.overview_page)
        self.overview_layout.setSpacing(8)
        self.overview_layout.setObjectName(u"overview_layout")
        self.overview_layout.setContentsMargins(0, 0, 0, 0)
        self.outside_line = NoticeLine(self.overview_page)
        self.outside_line.setObjectName(u"outside_line")

        self.overview_layout.addWidget(self.outside_line)

        self.tabs = QTabWidget(self.overview_page)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.items_tab = QWidget()
        self.items_tab.setObjectName(u"items_tab")
        self.items_layout = QVBoxLayout(self.items_tab)
        self.items_layout.setSpacing(6)
        self.items_layout.setObjectName(u"items_layout")
        self.items_layout.setContentsMargins(0, 8, 0, 0)
        self.items_table = Table(self.items_tab)
        self.items_table.setObjectName(u"items_table")

        self.items_layout.addWidget(self.items_table)

        self.tabs.addTab(self.items_tab, "")
        self.parameters_tab = QWidget()
        self.parameters_tab.setObjectName(u"parameters_tab")
        self.parameters_layout = QVBoxLayout(self.parameters_tab)
        self.parameters_layout.setSpacing(6)
        self.parameters_layout.setObjectName(u"parameters_layout")
        self.parameters_layout.setContentsMargins(0, 8, 0, 0)
        self.parameters_table = Table(self.parameters_tab)
        self.parameters_table.setObjectName(u"parameters_table")

        self.parameters_layout.addWidget(self.parameters_table)

        self.tabs.addTab(self.parameters_tab, "")
        self.rules_tab = QWidget()
        self.rules_tab.setObjectName(u"rules_tab")
        self.rules_layout = QVBoxLayout(self.rules_tab)
        self.rules_layout.setSpacing(6)
        self.rules_layout.setObjectName(u"rules_layout")
        self.rules_layout.setContentsMargins(0, 8, 0, 0)
        self.rules_table = Table(self.rules_tab)
        self.rules_table.setObjectName(u"rules_table")

        self.rules_layout.addWidget(self.rules_table)

        self.tabs.addTab(self.rules_tab, "")
        self.bands_tab = QWidget()
        self.bands_tab.setObjectName(u"bands_tab")
        self.bands_layout = QVBoxLayout(self.bands_tab)
        self.bands_layout.setSpacing(6)
        self.bands_layout.setObjectName(u"bands_layout")
        self.bands_layout.setContentsMargins(0, 8, 0, 0)
        self.bands_table = Table(self.bands_tab)
        self.bands_table.setObjectName(u"bands_table")

        self.bands_layout.addWidget(self.bands_table)

        self.tabs.addTab(self.bands_tab, "")
        self.outside_tab = QWidget()
        self.outside_tab.setObjectName(u"outside_tab")
        self.outside_layout = QVBoxLayout(self.outside_tab)
        self.outside_layout.setSpacing(6)
        self.outside_layout.setObjectName(u"outside_layout")
        self.outside_layout.setContentsMargins(0, 8, 0, 0)
        self.outside_table = Table(self.outside_tab)
        self.outside_table.setObjectName(u"outside_table")

        self.outside_layout.addWidget(self.outside_table)

        self.tabs.addTab(self.outside_tab, "")

        self.overview_layout.addWidget(self.tabs)

        self.steps.addWidget(self.overview_page)
        self.preview_page = QWidget()
        self.preview_page.setObjectName(u"preview_page")
        self.preview_layout = QVBoxLayout(self.preview_page)
        self.preview_layout.setSpacing(8)
        self.preview_layout.setObjectName(u"preview_layout")
        self.preview_layout.setContentsMargins(0, 0, 0, 0)
        self.preview_label = PlainLabel(self.preview_page)
        self.preview_label.setObjectName(u"preview_label")
        self.preview_label.setProperty(u"role", u"heading")
        self.preview_label.setWordWrap(True)

        self.preview_layout.addWidget(self.preview_label)

        self.version_row = QHBoxLayout()
        self.version_row.setSpacing(8)
        self.version_row.setObjectName(u"version_row")
        self.version_row.setContentsMargins(0, 0, 0, 0)
        self.version_label = PlainLabel(self.preview_page)
        self.version_label.setObjectName(u"version_label")

        self.version_row.addWidget(self.version_label)

        self.version_edit = QLineEdit(self.preview_page)
        self.version_edit.setObjectName(u"version_edit")
        self.version_edit.setMaxLength(100)
        self.version_edit.setMaximumSize(QSize(180, 16777215))

        self.version_row.addWidget(self.version_edit)

        self.version_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.version_row.addItem(self.version_spacer)


        self.preview_layout.addLayout(self.version_row)

        self.changes_table = Table(self.preview_page)
        self.changes_table.setObjectName(u"changes_table")

        self.preview_layout.addWidget(self.changes_table)

        self.locked_line = NoticeLine(self.preview_page)
        self.locked_line.setObjectName(u"locked_line")

        self.preview_layout.addWidget(self.locked_line)

        self.losses_box = QWidget(self.preview_page)
        self.losses_box.setObjectName(u"losses_box")
        self.losses_layout = QVBoxLayout(self.losses_box)
        self.losses_layout.setSpacing(6)
        self.losses_layout.setObjectName(u"losses_layout")
        self.losses_layout.setContentsMargins(0, 0, 0, 0)
        self.losses_label = PlainLabel(self.losses_box)
        self.losses_label.setObjectName(u"losses_label")
        self.losses_label.setProperty(u"role", u"false")
        self.losses_label.setWordWrap(True)

        self.losses_layout.addWidget(self.losses_label)

        self.losses_table = Table(self.losses_box)
        self.losses_table.setObjectName(u"losses_table")

        self.losses_layout.addWidget(self.losses_table)

        self.accept_check = QCheckBox(self.losses_box)
        self.accept_check.setObjectName(u"accept_check")

        self.losses_layout.addWidget(self.accept_check)


        self.preview_layout.addWidget(self.losses_box)

        self.steps.addWidget(self.preview_page)

        self.dialog_layout.addWidget(self.steps)

        self.saved_label = PlainLabel(SchemeDialog)
        self.saved_label.setObjectName(u"saved_label")
        self.saved_label.setProperty(u"role", u"ok")
        self.saved_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.saved_label)

        self.progress_line = ProgressLine(SchemeDialog)
        self.progress_line.setObjectName(u"progress_line")

        self.dialog_layout.addWidget(self.progress_line)

        self.error_line = ErrorLine(SchemeDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_row.setContentsMargins(0, 0, 0, 0)
        self.export_button = QPushButton(SchemeDialog)
        self.export_button.setObjectName(u"export_button")
        self.export_button.setAutoDefault(False)

        self.button_row.addWidget(self.export_button)

        self.import_button = QPushButton(SchemeDialog)
        self.import_button.setObjectName(u"import_button")
        self.import_button.setAutoDefault(False)

        self.button_row.addWidget(self.import_button)

        self.role_label = PlainLabel(SchemeDialog)
        self.role_label.setObjectName(u"role_label")
        self.role_label.setProperty(u"role", u"hint")

        self.button_row.addWidget(self.role_label)

        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.back_button = QPushButton(SchemeDialog)
        self.back_button.setObjectName(u"back_button")
        self.back_button.setAutoDefault(False)

        self.button_row.addWidget(self.back_button)

        self.adopt_button = QPushButton(SchemeDialog)
        self.adopt_button.setObjectName(u"adopt_button")
        self.adopt_button.setAutoDefault(False)
        self.adopt_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.adopt_button)

        self.close_button = QPushButton(SchemeDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.button_row.addWidget(self.close_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(SchemeDialog)
    # setupUi

    def retranslateUi(self, SchemeDialog: QDialog) -> None:
        SchemeDialog.setWindowTitle(_(u"Scheme of the round"))
#if QT_CONFIG(accessibility)
        self.items_table.setAccessibleName(_(u"Items and weights"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.items_tab), _(u"Items and weights"))
#if QT_CONFIG(accessibility)
        self.parameters_table.setAccessibleName(_(u"Parameters"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.parameters_tab), _(u"Parameters"))
#if QT_CONFIG(accessibility)
        self.rules_table.setAccessibleName(_(u"Points rules"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.rules_tab), _(u"Points rules"))
#if QT_CONFIG(accessibility)
        self.bands_table.setAccessibleName(_(u"Tiers and classes"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.bands_tab), _(u"Tiers and classes"))
#if QT_CONFIG(accessibility)
        self.outside_table.setAccessibleName(_(u"Not counted"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.outside_tab), _(u"Not counted"))
        self.version_label.setText(_(u"Version of the changed scheme"))
#if QT_CONFIG(accessibility)
        self.version_edit.setAccessibleName(_(u"Version of the changed scheme"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.changes_table.setAccessibleName(_(u"What changes"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.losses_table.setAccessibleName(_(u"What no longer counts"))
#endif // QT_CONFIG(accessibility)
        self.accept_check.setText(_(u"I have looked through this list: it no longer counts, and stays in the history"))
        self.export_button.setText(_(u"Export\u2026"))
        self.import_button.setText(_(u"Import\u2026"))
        self.back_button.setText(_(u"Back"))
        self.adopt_button.setText(_(u"Use this scheme"))
        self.close_button.setText(_(u"Close"))
    # retranslateUi
