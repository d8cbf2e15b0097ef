"""Made of ui/quick_look.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.strip import SmallStrip
from evaluator_desktop.ui.widgets.tier import TierIcons

from evaluator_desktop.texts import _


class Ui_QuickLook(object):
    def setupUi(self, QuickLook: QFrame) -> None:
        if not QuickLook.objectName():
            QuickLook.setObjectName(u"QuickLook")
        QuickLook.resize(286, 660)
        QuickLook.setMinimumSize(QSize(286, 0))
        QuickLook.setMaximumSize(QSize(286, 16777215))
        QuickLook.setProperty(u"surface", u"window")
        QuickLook.setProperty(u"line", u"left")
        self.pane_layout = QVBoxLayout(QuickLook)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.head = PaneHead(QuickLook)
        self.head.setObjectName(u"head")

        self.pane_layout.addWidget(self.head)

        self.scroll_area = QScrollArea(QuickLook)
        self.scroll_area.setObjectName(u"scroll_area")
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.content = QWidget()
        self.content.setObjectName(u"content")
        self.content.setProperty(u"transparent", True)
        self.content_layout = QVBoxLayout(self.content)
        self.content_layout.setSpacing(8)
        self.content_layout.setObjectName(u"content_layout")
        self.content_layout.setContentsMargins(12, 12, 12, 12)
        self.name_label = PlainLabel(self.content)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"title")
        self.name_label.setWordWrap(True)

        self.content_layout.addWidget(self.name_label)

        self.code_row = QHBoxLayout()
        self.code_row.setSpacing(6)
        self.code_row.setObjectName(u"code_row")
        self.code_row.setContentsMargins(0, 0, 0, 0)
        self.code_icon = IconLabel(self.content)
        self.code_icon.setObjectName(u"code_icon")

        self.code_row.addWidget(self.code_icon)

        self.code_label = PlainLabel(self.content)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setProperty(u"role", u"meta")
        self.code_label.setWordWrap(True)
        self.code_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.code_row.addWidget(self.code_label)

        self.code_row.setStretch(1, 1)

        self.content_layout.addLayout(self.code_row)

        self.profile_grid = QGridLayout()
        self.profile_grid.setObjectName(u"profile_grid")
        self.profile_grid.setHorizontalSpacing(12)
        self.profile_grid.setVerticalSpacing(4)
        self.profile_grid.setContentsMargins(0, 6, 0, 0)
        self.visit_label = PlainLabel(self.content)
        self.visit_label.setObjectName(u"visit_label")
        self.visit_label.setProperty(u"role", u"meta")

        self.profile_grid.addWidget(self.visit_label, 0, 0, 1, 1)

        self.visit_value = PlainLabel(self.content)
        self.visit_value.setObjectName(u"visit_value")
        self.visit_value.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.visit_value.sizePolicy().hasHeightForWidth())
        self.visit_value.setSizePolicy(sizePolicy)

        self.profile_grid.addWidget(self.visit_value, 0, 1, 1, 1)

        self.people_label = PlainLabel(self.content)
        self.people_label.setObjectName(u"people_label")
        self.people_label.setProperty(u"role", u"meta")

        self.profile_grid.addWidget(self.people_label, 1, 0, 1, 1)

        self.people_value = PlainLabel(self.content)
        self.people_value.setObjectName(u"people_value")
        self.people_value.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.people_value.sizePolicy().hasHeightForWidth())
        self.people_value.setSizePolicy(sizePolicy)

        self.profile_grid.addWidget(self.people_value, 1, 1, 1, 1)

        self.contact_label = PlainLabel(self.content)
        self.contact_label.setObjectName(u"contact_label")
        self.contact_label.setProperty(u"role", u"meta")

        self.profile_grid.addWidget(self.contact_label, 2, 0, 1, 1)

        self.contact_value = PlainLabel(self.content)
        self.contact_value.setObjectName(u"contact_value")
        self.contact_value.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.contact_value.sizePolicy().hasHeightForWidth())
        self.contact_value.setSizePolicy(sizePolicy)

        self.profile_grid.addWidget(self.contact_value, 2, 1, 1, 1)

        self.address_label = PlainLabel(self.content)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setProperty(u"role", u"meta")

        self.profile_grid.addWidget(self.address_label, 3, 0, 1, 1)

        self.address_value = PlainLabel(self.content)
        self.address_value.setObjectName(u"address_value")
        self.address_value.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.address_value.sizePolicy().hasHeightForWidth())
        self.address_value.setSizePolicy(sizePolicy)

        self.profile_grid.addWidget(self.address_value, 3, 1, 1, 1)

        self.change_label = PlainLabel(self.content)
        self.change_label.setObjectName(u"change_label")
        self.change_label.setProperty(u"role", u"meta")

        self.profile_grid.addWidget(self.change_label, 4, 0, 1, 1)

        self.change_value = PlainLabel(self.content)
        self.change_value.setObjectName(u"change_value")
        self.change_value.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.change_value.sizePolicy().hasHeightForWidth())
        self.change_value.setSizePolicy(sizePolicy)

        self.profile_grid.addWidget(self.change_value, 4, 1, 1, 1)


        self.content_layout.addLayout(self.profile_grid)

        self.score_rule = QFrame(self.content)
        self.score_rule.setObjectName(u"score_rule")
        self.score_rule.setProperty(u"line", u"bottom")
        self.score_rule.setMaximumSize(QSize(16777215, 1))
        self.score_rule.setMinimumSize(QSize(0, 1))

        self.content_layout.addWidget(self.score_rule)

        self.score_row = QHBoxLayout()
        self.score_row.setSpacing(8)
        self.score_row.setObjectName(u"score_row")
        self.score_row.setContentsMargins(0, 0, 0, 0)
        self.score_kind_label = PlainLabel(self.content)
        self.score_kind_label.setObjectName(u"score_kind_label")
        self.score_kind_label.setProperty(u"role", u"meta")

        self.score_row.addWidget(self.score_kind_label)

        self.score_label = PlainLabel(self.content)
        self.score_label.setObjectName(u"score_label")
        self.score_label.setProperty(u"role", u"provisional")

        self.score_row.addWidget(self.score_label)

        self.score_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.score_row.addItem(self.score_spacer)

        self.weight_label = PlainLabel(self.content)
        self.weight_label.setObjectName(u"weight_label")
        self.weight_label.setProperty(u"role", u"meta")

        self.score_row.addWidget(self.weight_label)


        self.content_layout.addLayout(self.score_row)

        self.official_label = PlainLabel(self.content)
        self.official_label.setObjectName(u"official_label")
        self.official_label.setProperty(u"role", u"hint")

        self.content_layout.addWidget(self.official_label)

        self.strip = SmallStrip(self.content)
        self.strip.setObjectName(u"strip")

        self.content_layout.addWidget(self.strip)

        self.strip_label = PlainLabel(self.content)
        self.strip_label.setObjectName(u"strip_label")
        self.strip_label.setProperty(u"role", u"meta")
        self.strip_label.setWordWrap(True)

        self.content_layout.addWidget(self.strip_label)

        self.tier_rule = QFrame(self.content)
        self.tier_rule.setObjectName(u"tier_rule")
        self.tier_rule.setProperty(u"line", u"bottom")
        self.tier_rule.setMaximumSize(QSize(16777215, 1))
        self.tier_rule.setMinimumSize(QSize(0, 1))

        self.content_layout.addWidget(self.tier_rule)

        self.tier_row = QHBoxLayout()
        self.tier_row.setSpacing(8)
        self.tier_row.setObjectName(u"tier_row")
        self.tier_row.setContentsMargins(0, 0, 0, 0)
        self.tier_title_label = PlainLabel(self.content)
        self.tier_title_label.setObjectName(u"tier_title_label")
        self.tier_title_label.setProperty(u"role", u"meta")

        self.tier_row.addWidget(self.tier_title_label)

        self.tier_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tier_row.addItem(self.tier_spacer)

        self.tier_icons = TierIcons(self.content)
        self.tier_icons.setObjectName(u"tier_icons")

        self.tier_row.addWidget(self.tier_icons)

        self.tier_label = PlainLabel(self.content)
        self.tier_label.setObjectName(u"tier_label")

        self.tier_row.addWidget(self.tier_label)

        self.points_label = PlainLabel(self.content)
        self.points_label.setObjectName(u"points_label")
        self.points_label.setProperty(u"role", u"meta")

        self.tier_row.addWidget(self.points_label)


        self.content_layout.addLayout(self.tier_row)

        self.next_label = PlainLabel(self.content)
        self.next_label.setObjectName(u"next_label")
        self.next_label.setProperty(u"role", u"meta")
        self.next_label.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.content_layout.addWidget(self.next_label)

        self.todo_rule = QFrame(self.content)
        self.todo_rule.setObjectName(u"todo_rule")
        self.todo_rule.setProperty(u"line", u"bottom")
        self.todo_rule.setMaximumSize(QSize(16777215, 1))
        self.todo_rule.setMinimumSize(QSize(0, 1))

        self.content_layout.addWidget(self.todo_rule)

        self.todo_label = PlainLabel(self.content)
        self.todo_label.setObjectName(u"todo_label")
        self.todo_label.setProperty(u"role", u"heading")

        self.content_layout.addWidget(self.todo_label)

        self.todo_layout = QVBoxLayout()
        self.todo_layout.setSpacing(6)
        self.todo_layout.setObjectName(u"todo_layout")
        self.todo_layout.setContentsMargins(0, 0, 0, 0)

        self.content_layout.addLayout(self.todo_layout)

        self.content_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.content_spacer)

        self.scroll_area.setWidget(self.content)

        self.pane_layout.addWidget(self.scroll_area)

        self.button_bar = QFrame(QuickLook)
        self.button_bar.setObjectName(u"button_bar")
        self.button_bar.setProperty(u"line", u"top")
        self.button_row = QHBoxLayout(self.button_bar)
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_row.setContentsMargins(12, 8, 12, 10)
        self.open_button = QPushButton(self.button_bar)
        self.open_button.setObjectName(u"open_button")
        self.open_button.setProperty(u"kind", u"primary")

        self.button_row.addWidget(self.open_button)

        self.route_button = QPushButton(self.button_bar)
        self.route_button.setObjectName(u"route_button")

        self.button_row.addWidget(self.route_button)


        self.pane_layout.addWidget(self.button_bar)


        self.retranslateUi(QuickLook)
    # setupUi

    def retranslateUi(self, QuickLook: QFrame) -> None:
#if QT_CONFIG(accessibility)
        self.scroll_area.setAccessibleName(_(u"Quick look"))
#endif // QT_CONFIG(accessibility)
        self.visit_label.setText(_(u"Visit"))
        self.people_label.setText(_(u"Evaluator"))
        self.contact_label.setText(_(u"Contact"))
        self.address_label.setText(_(u"Address"))
        self.change_label.setText(_(u"Last change"))
        self.tier_title_label.setText(_(u"Shop tier"))
        pass
    # retranslateUi
