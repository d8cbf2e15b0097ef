"""Made of ui/import_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QHeaderView,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QTabWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.notice_line import (ErrorLine, NoticeLine)
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.progress_line import ProgressLine
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_ImportDialog(object):
    def setupUi(self, ImportDialog: QDialog) -> None:
        if not ImportDialog.objectName():
            ImportDialog.setObjectName(u"ImportDialog")
        ImportDialog.resize(920, 600)
        self.dialog_layout = QVBoxLayout(ImportDialog)
        self.dialog_layout.setSpacing(10)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 14, 16, 12)
        self.file_row = QHBoxLayout()
        self.file_row.setSpacing(8)
        self.file_row.setObjectName(u"file_row")
        self.file_row.setContentsMargins(0, 0, 0, 0)
        self.file_label = PlainLabel(ImportDialog)
        self.file_label.setObjectName(u"file_label")

        self.file_row.addWidget(self.file_label)

        self.file_edit = QLineEdit(ImportDialog)
        self.file_edit.setObjectName(u"file_edit")
        self.file_edit.setReadOnly(True)

        self.file_row.addWidget(self.file_edit)

        self.choose_button = QPushButton(ImportDialog)
        self.choose_button.setObjectName(u"choose_button")
        self.choose_button.setAutoDefault(False)

        self.file_row.addWidget(self.choose_button)

        self.template_button = QPushButton(ImportDialog)
        self.template_button.setObjectName(u"template_button")
        self.template_button.setAutoDefault(False)

        self.file_row.addWidget(self.template_button)


        self.dialog_layout.addLayout(self.file_row)

        self.steps = QStackedWidget(ImportDialog)
        self.steps.setObjectName(u"steps")
        self.start_page = EmptyState()
        self.start_page.setObjectName(u"start_page")
        self.steps.addWidget(self.start_page)
        self.result_page = QWidget()
        self.result_page.setObjectName(u"result_page")
        self.result_layout = QVBoxLayout(self.result_page)
        self.result_layout.setSpacing(8)
        self.result_layout.setObjectName(u"result_layout")
        self.result_layout.setContentsMargins(0, 0, 0, 0)
        self.counts_row = QHBoxLayout()
        self.counts_row.setSpacing(12)
        self.counts_row.setObjectName(u"counts_row")
        self.counts_row.setContentsMargins(0, 0, 0, 0)
        self.counts_label = PlainLabel(self.result_page)
        self.counts_label.setObjectName(u"counts_label")
        self.counts_label.setProperty(u"role", u"heading")

        self.counts_row.addWidget(self.counts_label)

        self.counts_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.counts_row.addItem(self.counts_spacer)

        self.place_label = PlainLabel(self.result_page)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setProperty(u"role", u"meta")

        self.counts_row.addWidget(self.place_label)


        self.result_layout.addLayout(self.counts_row)

        self.columns_label = PlainLabel(self.result_page)
        self.columns_label.setObjectName(u"columns_label")
        self.columns_label.setProperty(u"role", u"meta")
        self.columns_label.setWordWrap(True)

        self.result_layout.addWidget(self.columns_label)

        self.ignored_line = NoticeLine(self.result_page)
        self.ignored_line.setObjectName(u"ignored_line")

        self.result_layout.addWidget(self.ignored_line)

        self.tabs = QTabWidget(self.result_page)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.preview_tab = QWidget()
        self.preview_tab.setObjectName(u"preview_tab")
        self.preview_tab_layout = QVBoxLayout(self.preview_tab)
        self.preview_tab_layout.setSpacing(6)
        self.preview_tab_layout.setObjectName(u"preview_tab_layout")
        self.preview_tab_layout.setContentsMargins(0, 8, 0, 0)
        self.preview_table = Table(self.preview_tab)
        self.preview_table.setObjectName(u"preview_table")

        self.preview_tab_layout.addWidget(self.preview_table)

        self.tabs.addTab(self.preview_tab, "")
        self.errors_tab = QWidget()
        self.errors_tab.setObjectName(u"errors_tab")
        self.errors_tab_layout = QVBoxLayout(self.errors_tab)
        self.errors_tab_layout.setSpacing(6)
        self.errors_tab_layout.setObjectName(u"errors_tab_layout")
        self.errors_tab_layout.setContentsMargins(0, 8, 0, 0)
        self.errors_table = Table(self.errors_tab)
        self.errors_table.setObjectName(u"errors_table")

        self.errors_tab_layout.addWidget(self.errors_table)

        self.tabs.addTab(self.errors_tab, "")
        self.similar_tab = QWidget()
        self.similar_tab.setObjectName(u"similar_tab")
        self.similar_tab_layout = QVBoxLayout(self.similar_tab)
        self.similar_tab_layout.setSpacing(6)
        self.similar_tab_layout.setObjectName(u"similar_tab_layout")
        self.similar_tab_layout.setContentsMargins(0, 8, 0, 0)
        self.similar_label = PlainLabel(self.similar_tab)
        self.similar_label.setObjectName(u"similar_label")
        self.similar_label.setText(u"")
        self.similar_label.setProperty(u"role", u"meta")
        self.similar_label.setWordWrap(True)

        self.similar_tab_layout.addWidget(self.similar_label)

        self.similar_table = Table(self.similar_tab)
        self.similar_table.setObjectName(u"similar_table")
#if QT_CONFIG(accessibility)
        self.similar_table.setAccessibleName(u"")
#endif // QT_CONFIG(accessibility)

        self.similar_tab_layout.addWidget(self.similar_table)

        self.tabs.addTab(self.similar_tab, "")
        self.tabs.setTabText(self.tabs.indexOf(self.similar_tab), u"")
        self.warnings_tab = QWidget()
        self.warnings_tab.setObjectName(u"warnings_tab")
        self.warnings_tab_layout = QVBoxLayout(self.warnings_tab)
        self.warnings_tab_layout.setSpacing(6)
        self.warnings_tab_layout.setObjectName(u"warnings_tab_layout")
        self.warnings_tab_layout.setContentsMargins(0, 8, 0, 0)
        self.warnings_table = Table(self.warnings_tab)
        self.warnings_table.setObjectName(u"warnings_table")

        self.warnings_tab_layout.addWidget(self.warnings_table)

        self.tabs.addTab(self.warnings_tab, "")

        self.result_layout.addWidget(self.tabs)

        self.steps.addWidget(self.result_page)

        self.dialog_layout.addWidget(self.steps)

        self.saved_label = PlainLabel(ImportDialog)
        self.saved_label.setObjectName(u"saved_label")
        self.saved_label.setWordWrap(True)
        self.saved_label.setProperty(u"role", u"ok")

        self.dialog_layout.addWidget(self.saved_label)

        self.progress_line = ProgressLine(ImportDialog)
        self.progress_line.setObjectName(u"progress_line")

        self.dialog_layout.addWidget(self.progress_line)

        self.error_line = ErrorLine(ImportDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_row.setContentsMargins(0, 0, 0, 0)
        self.error_sheet_button = QPushButton(ImportDialog)
        self.error_sheet_button.setObjectName(u"error_sheet_button")
        self.error_sheet_button.setAutoDefault(False)

        self.button_row.addWidget(self.error_sheet_button)

        self.nothing_label = PlainLabel(ImportDialog)
        self.nothing_label.setObjectName(u"nothing_label")
        self.nothing_label.setProperty(u"role", u"hint")

        self.button_row.addWidget(self.nothing_label)

        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.cancel_button = QPushButton(ImportDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.button_row.addWidget(self.cancel_button)

        self.import_button = QPushButton(ImportDialog)
        self.import_button.setObjectName(u"import_button")
        self.import_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.import_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(ImportDialog)

        self.import_button.setDefault(True)

    # setupUi

    def retranslateUi(self, ImportDialog: QDialog) -> None:
        ImportDialog.setWindowTitle(_(u"Import"))
        self.file_label.setText(_(u"File"))
#if QT_CONFIG(accessibility)
        self.file_edit.setAccessibleName(_(u"File"))
#endif // QT_CONFIG(accessibility)
        self.choose_button.setText(_(u"Choose\u2026"))
        self.template_button.setText(_(u"Save template\u2026"))
#if QT_CONFIG(accessibility)
        self.preview_table.setAccessibleName(_(u"First rows of the file"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.preview_tab), _(u"Preview"))
#if QT_CONFIG(accessibility)
        self.errors_table.setAccessibleName(_(u"Errors by row and column"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.errors_tab), _(u"Errors"))
#if QT_CONFIG(accessibility)
        self.warnings_table.setAccessibleName(_(u"Warnings by row and column"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.warnings_tab), _(u"Warnings"))
        self.error_sheet_button.setText(_(u"Save rows with errors\u2026"))
        self.nothing_label.setText(_(u"Nothing is written before you confirm."))
        self.cancel_button.setText(_(u"Cancel"))
        self.import_button.setText(_(u"Import"))
    # retranslateUi
