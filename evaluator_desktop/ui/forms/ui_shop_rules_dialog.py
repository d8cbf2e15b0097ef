"""Made of ui/shop_rules_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QHeaderView,
    QPushButton, QSizePolicy, QSpacerItem, QTabWidget,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_ShopRulesDialog(object):
    def setupUi(self, ShopRulesDialog: QDialog) -> None:
        if not ShopRulesDialog.objectName():
            ShopRulesDialog.setObjectName(u"ShopRulesDialog")
        ShopRulesDialog.resize(900, 690)
        self.dialog_layout = QVBoxLayout(ShopRulesDialog)
        self.dialog_layout.setSpacing(12)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.basis_label = PlainLabel(ShopRulesDialog)
        self.basis_label.setObjectName(u"basis_label")
        self.basis_label.setProperty(u"role", u"heading")
        self.basis_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.basis_label)

        self.tabs = QTabWidget(ShopRulesDialog)
        self.tabs.setObjectName(u"tabs")
        self.rules_tab = QWidget()
        self.rules_tab.setObjectName(u"rules_tab")
        self.rules_layout = QVBoxLayout(self.rules_tab)
        self.rules_layout.setSpacing(0)
        self.rules_layout.setObjectName(u"rules_layout")
        self.rules_layout.setContentsMargins(0, 0, 0, 0)
        self.rules_table = Table(self.rules_tab)
        self.rules_table.setObjectName(u"rules_table")

        self.rules_layout.addWidget(self.rules_table)

        self.tabs.addTab(self.rules_tab, "")
        self.tiers_tab = QWidget()
        self.tiers_tab.setObjectName(u"tiers_tab")
        self.tiers_layout = QVBoxLayout(self.tiers_tab)
        self.tiers_layout.setSpacing(8)
        self.tiers_layout.setObjectName(u"tiers_layout")
        self.tiers_layout.setContentsMargins(0, 8, 0, 0)
        self.reading_label = PlainLabel(self.tiers_tab)
        self.reading_label.setObjectName(u"reading_label")
        self.reading_label.setProperty(u"role", u"meta")

        self.tiers_layout.addWidget(self.reading_label)

        self.tiers_table = Table(self.tiers_tab)
        self.tiers_table.setObjectName(u"tiers_table")

        self.tiers_layout.addWidget(self.tiers_table)

        self.tabs.addTab(self.tiers_tab, "")

        self.dialog_layout.addWidget(self.tabs)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_row.setContentsMargins(0, 0, 0, 0)
        self.button_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_spacer)

        self.close_button = QPushButton(ShopRulesDialog)
        self.close_button.setObjectName(u"close_button")

        self.button_row.addWidget(self.close_button)


        self.dialog_layout.addLayout(self.button_row)


        self.retranslateUi(ShopRulesDialog)

        self.close_button.setDefault(True)

    # setupUi

    def retranslateUi(self, ShopRulesDialog: QDialog) -> None:
        ShopRulesDialog.setWindowTitle(_(u"Points and tiers: the rules in full"))
#if QT_CONFIG(accessibility)
        self.rules_table.setAccessibleName(_(u"Points rules"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.rules_tab), _(u"Points rules"))
#if QT_CONFIG(accessibility)
        self.tiers_table.setAccessibleName(_(u"Tiers"))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.tiers_tab), _(u"Tiers"))
        self.close_button.setText(_(u"Close"))
    # retranslateUi
