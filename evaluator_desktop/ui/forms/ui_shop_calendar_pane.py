"""Made of ui/shop_calendar_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.login_calendar import LoginCalendar
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_ShopCalendarPane(object):
    def setupUi(self, ShopCalendarPane: QFrame) -> None:
        if not ShopCalendarPane.objectName():
            ShopCalendarPane.setObjectName(u"ShopCalendarPane")
        ShopCalendarPane.resize(980, 205)
        ShopCalendarPane.setProperty(u"surface", u"base")
        self.pane_layout = QVBoxLayout(ShopCalendarPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.head = PaneHead(ShopCalendarPane)
        self.head.setObjectName(u"head")

        self.pane_layout.addWidget(self.head)

        self.note_box = QFrame(ShopCalendarPane)
        self.note_box.setObjectName(u"note_box")
        self.note_layout = QVBoxLayout(self.note_box)
        self.note_layout.setSpacing(0)
        self.note_layout.setObjectName(u"note_layout")
        self.note_layout.setContentsMargins(12, 4, 12, 4)

        self.pane_layout.addWidget(self.note_box)

        self.stack = QStackedWidget(ShopCalendarPane)
        self.stack.setObjectName(u"stack")
        self.calendar = LoginCalendar()
        self.calendar.setObjectName(u"calendar")
        self.stack.addWidget(self.calendar)
        self.totals_page = QWidget()
        self.totals_page.setObjectName(u"totals_page")
        self.totals_layout = QVBoxLayout(self.totals_page)
        self.totals_layout.setSpacing(8)
        self.totals_layout.setObjectName(u"totals_layout")
        self.totals_layout.setContentsMargins(12, 12, 12, 8)
        self.totals_label = PlainLabel(self.totals_page)
        self.totals_label.setObjectName(u"totals_label")
        self.totals_label.setProperty(u"role", u"meta")

        self.totals_layout.addWidget(self.totals_label)

        self.totals_grid = QGridLayout()
        self.totals_grid.setObjectName(u"totals_grid")
        self.totals_grid.setHorizontalSpacing(12)
        self.totals_grid.setVerticalSpacing(8)

        self.totals_layout.addLayout(self.totals_grid)

        self.totals_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.totals_layout.addItem(self.totals_spacer)

        self.stack.addWidget(self.totals_page)

        self.pane_layout.addWidget(self.stack)


        self.retranslateUi(ShopCalendarPane)
    # setupUi

    def retranslateUi(self, ShopCalendarPane: QFrame) -> None:
        self.totals_label.setText(_(u"Where only the totals are known: the days with a login, and how often ten days in a row were full."))
        pass
    # retranslateUi
