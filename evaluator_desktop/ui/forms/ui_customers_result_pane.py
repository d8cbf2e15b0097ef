"""Made of ui/customers_result_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QHBoxLayout, QSizePolicy,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.rate_bar import RateBar

class Ui_CustomersResultPane(object):
    def setupUi(self, CustomersResultPane: QWidget) -> None:
        if not CustomersResultPane.objectName():
            CustomersResultPane.setObjectName(u"CustomersResultPane")
        CustomersResultPane.resize(420, 260)
        self.result_layout = QVBoxLayout(CustomersResultPane)
        self.result_layout.setSpacing(6)
        self.result_layout.setObjectName(u"result_layout")
        self.result_layout.setContentsMargins(12, 8, 12, 10)
        self.rate_row = QHBoxLayout()
        self.rate_row.setSpacing(12)
        self.rate_row.setObjectName(u"rate_row")
        self.rate_row.setContentsMargins(0, 0, 0, 0)
        self.rate_label = PlainLabel(CustomersResultPane)
        self.rate_label.setObjectName(u"rate_label")
        self.rate_label.setProperty(u"role", u"score")

        self.rate_row.addWidget(self.rate_label)

        self.threshold_label = PlainLabel(CustomersResultPane)
        self.threshold_label.setObjectName(u"threshold_label")
        self.threshold_label.setProperty(u"role", u"meta")
        self.threshold_label.setWordWrap(True)

        self.rate_row.addWidget(self.threshold_label)

        self.rate_row.setStretch(1, 1)

        self.result_layout.addLayout(self.rate_row)

        self.rate_bar = RateBar(CustomersResultPane)
        self.rate_bar.setObjectName(u"rate_bar")

        self.result_layout.addWidget(self.rate_bar)

        self.interval_label = PlainLabel(CustomersResultPane)
        self.interval_label.setObjectName(u"interval_label")
        self.interval_label.setProperty(u"role", u"meta")
        self.interval_label.setWordWrap(True)

        self.result_layout.addWidget(self.interval_label)

        self.counts_grid = QGridLayout()
        self.counts_grid.setObjectName(u"counts_grid")
        self.counts_grid.setHorizontalSpacing(16)
        self.counts_grid.setVerticalSpacing(2)

        self.result_layout.addLayout(self.counts_grid)

        self.findings_column = QVBoxLayout()
        self.findings_column.setSpacing(4)
        self.findings_column.setObjectName(u"findings_column")

        self.result_layout.addLayout(self.findings_column)


        self.retranslateUi(CustomersResultPane)
    # setupUi

    def retranslateUi(self, CustomersResultPane: QWidget) -> None:
        pass
    # retranslateUi
