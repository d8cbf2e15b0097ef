"""Made of ui/shop_result_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.shop.line_list import LineList
from evaluator_desktop.ui.pages.shop.tier_ladder import (TierBar, TierLadder)
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tier import TierIcons

from evaluator_desktop.texts import _


class Ui_ShopResultPane(object):
    def setupUi(self, ShopResultPane: QFrame) -> None:
        if not ShopResultPane.objectName():
            ShopResultPane.setObjectName(u"ShopResultPane")
        ShopResultPane.resize(305, 652)
        ShopResultPane.setProperty(u"surface", u"window")
        ShopResultPane.setProperty(u"line", u"left")
        self.pane_layout = QVBoxLayout(ShopResultPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.head = PaneHead(ShopResultPane)
        self.head.setObjectName(u"head")

        self.pane_layout.addWidget(self.head)

        self.scroll = QScrollArea(ShopResultPane)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.inside.setProperty(u"transparent", True)
        self.column = QVBoxLayout(self.inside)
        self.column.setSpacing(7)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(12, 8, 12, 6)
        self.total_row = QHBoxLayout()
        self.total_row.setSpacing(7)
        self.total_row.setObjectName(u"total_row")
        self.total_row.setContentsMargins(0, 0, 0, 0)
        self.total_label = PlainLabel(self.inside)
        self.total_label.setObjectName(u"total_label")
        self.total_label.setProperty(u"role", u"score")

        self.total_row.addWidget(self.total_label)

        self.unit_label = PlainLabel(self.inside)
        self.unit_label.setObjectName(u"unit_label")
        self.unit_label.setProperty(u"role", u"meta")

        self.total_row.addWidget(self.unit_label)

        self.so_far_label = PlainLabel(self.inside)
        self.so_far_label.setObjectName(u"so_far_label")
        self.so_far_label.setProperty(u"role", u"hint")

        self.total_row.addWidget(self.so_far_label)

        self.total_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.total_row.addItem(self.total_spacer)

        self.tier_icons = TierIcons(self.inside)
        self.tier_icons.setObjectName(u"tier_icons")

        self.total_row.addWidget(self.tier_icons)

        self.tier_label = PlainLabel(self.inside)
        self.tier_label.setObjectName(u"tier_label")
        self.tier_label.setProperty(u"role", u"title")

        self.total_row.addWidget(self.tier_label)


        self.column.addLayout(self.total_row)

        self.next_box = QWidget(self.inside)
        self.next_box.setObjectName(u"next_box")
        self.next_layout = QVBoxLayout(self.next_box)
        self.next_layout.setSpacing(4)
        self.next_layout.setObjectName(u"next_layout")
        self.next_layout.setContentsMargins(0, 0, 0, 0)
        self.tier_bar = TierBar(self.next_box)
        self.tier_bar.setObjectName(u"tier_bar")

        self.next_layout.addWidget(self.tier_bar)

        self.next_row = QHBoxLayout()
        self.next_row.setSpacing(8)
        self.next_row.setObjectName(u"next_row")
        self.next_row.setContentsMargins(0, 0, 0, 0)
        self.next_label = PlainLabel(self.next_box)
        self.next_label.setObjectName(u"next_label")
        self.next_label.setProperty(u"role", u"small")

        self.next_row.addWidget(self.next_label)

        self.next_icons = TierIcons(self.next_box)
        self.next_icons.setObjectName(u"next_icons")

        self.next_row.addWidget(self.next_icons)

        self.next_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.next_row.addItem(self.next_spacer)


        self.next_layout.addLayout(self.next_row)


        self.column.addWidget(self.next_box)

        self.rule_1 = QFrame(self.inside)
        self.rule_1.setObjectName(u"rule_1")
        self.rule_1.setProperty(u"surface", u"window")
        self.rule_1.setProperty(u"line", u"top")
        self.rule_1.setMinimumSize(QSize(0, 1))
        self.rule_1.setMaximumSize(QSize(16777215, 1))

        self.column.addWidget(self.rule_1)

        self.ladder_heading = PlainLabel(self.inside)
        self.ladder_heading.setObjectName(u"ladder_heading")
        self.ladder_heading.setProperty(u"role", u"heading")

        self.column.addWidget(self.ladder_heading)

        self.ladder = TierLadder(self.inside)
        self.ladder.setObjectName(u"ladder")

        self.column.addWidget(self.ladder)

        self.ways_box = QWidget(self.inside)
        self.ways_box.setObjectName(u"ways_box")
        self.ways_layout = QVBoxLayout(self.ways_box)
        self.ways_layout.setSpacing(4)
        self.ways_layout.setObjectName(u"ways_layout")
        self.ways_layout.setContentsMargins(0, 0, 0, 0)
        self.rule_2 = QFrame(self.ways_box)
        self.rule_2.setObjectName(u"rule_2")
        self.rule_2.setProperty(u"surface", u"window")
        self.rule_2.setProperty(u"line", u"top")
        self.rule_2.setMinimumSize(QSize(0, 1))
        self.rule_2.setMaximumSize(QSize(16777215, 1))

        self.ways_layout.addWidget(self.rule_2)

        self.ways_heading = PlainLabel(self.ways_box)
        self.ways_heading.setObjectName(u"ways_heading")
        self.ways_heading.setProperty(u"role", u"heading")

        self.ways_layout.addWidget(self.ways_heading)

        self.ways_list = LineList(self.ways_box)
        self.ways_list.setObjectName(u"ways_list")

        self.ways_layout.addWidget(self.ways_list)


        self.column.addWidget(self.ways_box)

        self.notes_list = LineList(self.inside)
        self.notes_list.setObjectName(u"notes_list")

        self.column.addWidget(self.notes_list)

        self.checks_box = QWidget(self.inside)
        self.checks_box.setObjectName(u"checks_box")
        self.checks_layout = QVBoxLayout(self.checks_box)
        self.checks_layout.setSpacing(4)
        self.checks_layout.setObjectName(u"checks_layout")
        self.checks_layout.setContentsMargins(0, 0, 0, 0)
        self.rule_3 = QFrame(self.checks_box)
        self.rule_3.setObjectName(u"rule_3")
        self.rule_3.setProperty(u"surface", u"window")
        self.rule_3.setProperty(u"line", u"top")
        self.rule_3.setMinimumSize(QSize(0, 1))
        self.rule_3.setMaximumSize(QSize(16777215, 1))

        self.checks_layout.addWidget(self.rule_3)

        self.checks_heading = PlainLabel(self.checks_box)
        self.checks_heading.setObjectName(u"checks_heading")
        self.checks_heading.setProperty(u"role", u"heading")

        self.checks_layout.addWidget(self.checks_heading)

        self.checks_list = LineList(self.checks_box)
        self.checks_list.setObjectName(u"checks_list")

        self.checks_layout.addWidget(self.checks_list)


        self.column.addWidget(self.checks_box)

        self.column_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.column_spacer)

        self.remark_label = PlainLabel(self.inside)
        self.remark_label.setObjectName(u"remark_label")
        self.remark_label.setProperty(u"role", u"hint")
        self.remark_label.setWordWrap(True)

        self.column.addWidget(self.remark_label)

        self.scroll.setWidget(self.inside)

        self.pane_layout.addWidget(self.scroll)


        self.retranslateUi(ShopResultPane)
    # setupUi

    def retranslateUi(self, ShopResultPane: QFrame) -> None:
#if QT_CONFIG(accessibility)
        self.scroll.setAccessibleName(_(u"Result"))
#endif // QT_CONFIG(accessibility)
        self.unit_label.setText(_(u"pts"))
        self.so_far_label.setText(_(u"so far"))
        self.ladder_heading.setText(_(u"Tiers and their starting points"))
        self.ways_heading.setText(_(u"Cheapest ways there, at least"))
        self.checks_heading.setText(_(u"Checks"))
        self.remark_label.setText(_(u"The tier stands beside the score and is not converted into it."))
        pass
    # retranslateUi
