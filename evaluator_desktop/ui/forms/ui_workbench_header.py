"""Made of ui/workbench_header.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.key_cap import KeyCap
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tier import TierIcons

from evaluator_desktop.texts import _


class Ui_WorkbenchHeader(object):
    def setupUi(self, WorkbenchHeader: QFrame) -> None:
        if not WorkbenchHeader.objectName():
            WorkbenchHeader.setObjectName(u"WorkbenchHeader")
        WorkbenchHeader.resize(1288, 58)
        self.header_layout = QHBoxLayout(WorkbenchHeader)
        self.header_layout.setSpacing(8)
        self.header_layout.setObjectName(u"header_layout")
        self.header_layout.setContentsMargins(12, 5, 12, 5)
        self.provider_layout = QVBoxLayout()
        self.provider_layout.setSpacing(3)
        self.provider_layout.setObjectName(u"provider_layout")
        self.provider_layout.setContentsMargins(0, 0, 0, 0)
        self.name_layout = QHBoxLayout()
        self.name_layout.setSpacing(12)
        self.name_layout.setObjectName(u"name_layout")
        self.name_layout.setContentsMargins(0, 0, 0, 0)
        self.name_label = PlainLabel(WorkbenchHeader)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"title")

        self.name_layout.addWidget(self.name_label)

        self.state_label = PlainLabel(WorkbenchHeader)
        self.state_label.setObjectName(u"state_label")
        self.state_label.setProperty(u"role", u"tag")

        self.name_layout.addWidget(self.state_label)

        self.name_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.name_layout.addItem(self.name_spacer)


        self.provider_layout.addLayout(self.name_layout)

        self.code_layout = QHBoxLayout()
        self.code_layout.setSpacing(6)
        self.code_layout.setObjectName(u"code_layout")
        self.code_layout.setContentsMargins(0, 0, 0, 0)
        self.code_icon = IconLabel(WorkbenchHeader)
        self.code_icon.setObjectName(u"code_icon")

        self.code_layout.addWidget(self.code_icon)

        self.code_label = PlainLabel(WorkbenchHeader)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setProperty(u"role", u"meta")

        self.code_layout.addWidget(self.code_label)

        self.visit_label = PlainLabel(WorkbenchHeader)
        self.visit_label.setObjectName(u"visit_label")
        self.visit_label.setProperty(u"role", u"meta")

        self.code_layout.addWidget(self.visit_label)

        self.route_label = PlainLabel(WorkbenchHeader)
        self.route_label.setObjectName(u"route_label")
        self.route_label.setProperty(u"role", u"meta")

        self.code_layout.addWidget(self.route_label)

        self.route_back_cap = KeyCap(WorkbenchHeader)
        self.route_back_cap.setObjectName(u"route_back_cap")
        self.route_back_cap.setText(u"F7")

        self.code_layout.addWidget(self.route_back_cap)

        self.route_on_cap = KeyCap(WorkbenchHeader)
        self.route_on_cap.setObjectName(u"route_on_cap")
        self.route_on_cap.setText(u"F8")

        self.code_layout.addWidget(self.route_on_cap)

        self.code_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.code_layout.addItem(self.code_spacer)


        self.provider_layout.addLayout(self.code_layout)


        self.header_layout.addLayout(self.provider_layout)

        self.departure_button = QPushButton(WorkbenchHeader)
        self.departure_button.setObjectName(u"departure_button")

        self.header_layout.addWidget(self.departure_button)

        self.submit_button = QPushButton(WorkbenchHeader)
        self.submit_button.setObjectName(u"submit_button")

        self.header_layout.addWidget(self.submit_button)

        self.score_frame = QFrame(WorkbenchHeader)
        self.score_frame.setObjectName(u"score_frame")
        self.score_frame.setProperty(u"line", u"left")
        self.score_layout = QHBoxLayout(self.score_frame)
        self.score_layout.setSpacing(6)
        self.score_layout.setObjectName(u"score_layout")
        self.score_layout.setContentsMargins(12, 0, 12, 0)
        self.score_kind_label = PlainLabel(self.score_frame)
        self.score_kind_label.setObjectName(u"score_kind_label")
        self.score_kind_label.setProperty(u"role", u"meta")

        self.score_layout.addWidget(self.score_kind_label)

        self.score_label = PlainLabel(self.score_frame)
        self.score_label.setObjectName(u"score_label")
        self.score_label.setProperty(u"role", u"provisional")

        self.score_layout.addWidget(self.score_label)

        self.weight_layout = QVBoxLayout()
        self.weight_layout.setSpacing(2)
        self.weight_layout.setObjectName(u"weight_layout")
        self.weight_layout.setContentsMargins(0, 0, 0, 0)
        self.weight_label = PlainLabel(self.score_frame)
        self.weight_label.setObjectName(u"weight_label")
        self.weight_label.setProperty(u"role", u"meta")

        self.weight_layout.addWidget(self.weight_label)

        self.official_label = PlainLabel(self.score_frame)
        self.official_label.setObjectName(u"official_label")
        self.official_label.setProperty(u"role", u"meta")

        self.weight_layout.addWidget(self.official_label)


        self.score_layout.addLayout(self.weight_layout)


        self.header_layout.addWidget(self.score_frame)

        self.tier_frame = QFrame(WorkbenchHeader)
        self.tier_frame.setObjectName(u"tier_frame")
        self.tier_frame.setProperty(u"line", u"left")
        self.tier_layout = QVBoxLayout(self.tier_frame)
        self.tier_layout.setSpacing(3)
        self.tier_layout.setObjectName(u"tier_layout")
        self.tier_layout.setContentsMargins(12, 0, 0, 0)
        self.tier_now_layout = QHBoxLayout()
        self.tier_now_layout.setSpacing(6)
        self.tier_now_layout.setObjectName(u"tier_now_layout")
        self.tier_now_layout.setContentsMargins(0, 0, 0, 0)
        self.tier_icons = TierIcons(self.tier_frame)
        self.tier_icons.setObjectName(u"tier_icons")

        self.tier_now_layout.addWidget(self.tier_icons)

        self.tier_label = PlainLabel(self.tier_frame)
        self.tier_label.setObjectName(u"tier_label")
        self.tier_label.setProperty(u"role", u"heading")

        self.tier_now_layout.addWidget(self.tier_label)

        self.tier_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tier_now_layout.addItem(self.tier_spacer)

        self.points_label = PlainLabel(self.tier_frame)
        self.points_label.setObjectName(u"points_label")
        self.points_label.setProperty(u"role", u"meta")

        self.tier_now_layout.addWidget(self.points_label)


        self.tier_layout.addLayout(self.tier_now_layout)

        self.tier_next_layout = QHBoxLayout()
        self.tier_next_layout.setSpacing(6)
        self.tier_next_layout.setObjectName(u"tier_next_layout")
        self.tier_next_layout.setContentsMargins(0, 0, 0, 0)
        self.next_label = PlainLabel(self.tier_frame)
        self.next_label.setObjectName(u"next_label")
        self.next_label.setProperty(u"role", u"meta")

        self.tier_next_layout.addWidget(self.next_label)

        self.next_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tier_next_layout.addItem(self.next_spacer)

        self.next_icons = TierIcons(self.tier_frame)
        self.next_icons.setObjectName(u"next_icons")

        self.tier_next_layout.addWidget(self.next_icons)


        self.tier_layout.addLayout(self.tier_next_layout)


        self.header_layout.addWidget(self.tier_frame)

        self.header_layout.setStretch(0, 1)

        self.retranslateUi(WorkbenchHeader)
    # setupUi

    def retranslateUi(self, WorkbenchHeader: QFrame) -> None:
        self.departure_button.setText(_(u"Check before leaving"))
        self.submit_button.setText(_(u"Submit"))
        pass
    # retranslateUi
