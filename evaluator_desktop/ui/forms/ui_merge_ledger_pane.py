"""Made of ui/merge_ledger_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHeaderView, QSizePolicy, QSplitter,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_MergeLedgerPane(object):
    def setupUi(self, MergeLedgerPane: QWidget) -> None:
        if not MergeLedgerPane.objectName():
            MergeLedgerPane.setObjectName(u"MergeLedgerPane")
        MergeLedgerPane.resize(1288, 300)
        self.pane_layout = QVBoxLayout(MergeLedgerPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.ledger_head = PaneHead(MergeLedgerPane)
        self.ledger_head.setObjectName(u"ledger_head")

        self.pane_layout.addWidget(self.ledger_head)

        self.ledger_splitter = QSplitter(MergeLedgerPane)
        self.ledger_splitter.setObjectName(u"ledger_splitter")
        self.ledger_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.ledger_splitter.setHandleWidth(1)
        self.ledger_splitter.setChildrenCollapsible(False)
        self.person_table = Table(self.ledger_splitter)
        self.person_table.setObjectName(u"person_table")
        self.ledger_splitter.addWidget(self.person_table)
        self.share_table = Table(self.ledger_splitter)
        self.share_table.setObjectName(u"share_table")
        self.ledger_splitter.addWidget(self.share_table)

        self.pane_layout.addWidget(self.ledger_splitter)

        self.pane_layout.setStretch(1, 1)

        self.retranslateUi(MergeLedgerPane)
    # setupUi

    def retranslateUi(self, MergeLedgerPane: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.person_table.setAccessibleName(_(u"Persons and what they returned"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.share_table.setAccessibleName(_(u"Providers and persons"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
