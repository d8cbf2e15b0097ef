"""Made of ui/workbench_item_pane.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QScrollArea, QSizePolicy, QSpacerItem, QToolButton,
    QVBoxLayout, QWidget)

from evaluator_desktop.ui.pages.workbench.rating_box import RatingBox
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.tables import Table

from evaluator_desktop.texts import _


class Ui_WorkbenchItemPane(object):
    def setupUi(self, WorkbenchItemPane: QWidget) -> None:
        if not WorkbenchItemPane.objectName():
            WorkbenchItemPane.setObjectName(u"WorkbenchItemPane")
        WorkbenchItemPane.resize(318, 540)
        self.pane_layout = QVBoxLayout(WorkbenchItemPane)
        self.pane_layout.setSpacing(0)
        self.pane_layout.setObjectName(u"pane_layout")
        self.pane_layout.setContentsMargins(0, 0, 0, 0)
        self.head = PaneHead(WorkbenchItemPane)
        self.head.setObjectName(u"head")

        self.pane_layout.addWidget(self.head)

        self.item_scroll = QScrollArea(WorkbenchItemPane)
        self.item_scroll.setObjectName(u"item_scroll")
        self.item_scroll.setWidgetResizable(True)
        self.item_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.item_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.item_body = QWidget()
        self.item_body.setObjectName(u"item_body")
        self.item_body.setProperty(u"transparent", True)
        self.body_layout = QVBoxLayout(self.item_body)
        self.body_layout.setSpacing(0)
        self.body_layout.setObjectName(u"body_layout")
        self.body_layout.setContentsMargins(0, 0, 0, 0)
        self.text_frame = QFrame(self.item_body)
        self.text_frame.setObjectName(u"text_frame")
        self.text_frame.setProperty(u"line", u"bottom")
        self.text_layout = QVBoxLayout(self.text_frame)
        self.text_layout.setSpacing(2)
        self.text_layout.setObjectName(u"text_layout")
        self.text_layout.setContentsMargins(10, 6, 12, 8)
        self.text_button = QToolButton(self.text_frame)
        self.text_button.setObjectName(u"text_button")
        self.text_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

        self.text_layout.addWidget(self.text_button)

        self.text_label = PlainLabel(self.text_frame)
        self.text_label.setObjectName(u"text_label")
        self.text_label.setProperty(u"role", u"small")
        self.text_label.setWordWrap(True)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.NoTextInteraction)

        self.text_layout.addWidget(self.text_label)


        self.body_layout.addWidget(self.text_frame)

        self.requirement_head = QFrame(self.item_body)
        self.requirement_head.setObjectName(u"requirement_head")
        self.requirement_head_layout = QHBoxLayout(self.requirement_head)
        self.requirement_head_layout.setSpacing(0)
        self.requirement_head_layout.setObjectName(u"requirement_head_layout")
        self.requirement_head_layout.setContentsMargins(12, 8, 12, 4)
        self.requirement_title = PlainLabel(self.requirement_head)
        self.requirement_title.setObjectName(u"requirement_title")
        self.requirement_title.setProperty(u"role", u"heading")

        self.requirement_head_layout.addWidget(self.requirement_title)

        self.requirement_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.requirement_head_layout.addItem(self.requirement_spacer)

        self.requirement_count = PlainLabel(self.requirement_head)
        self.requirement_count.setObjectName(u"requirement_count")
        self.requirement_count.setProperty(u"role", u"meta")

        self.requirement_head_layout.addWidget(self.requirement_count)


        self.body_layout.addWidget(self.requirement_head)

        self.requirement_table = Table(self.item_body)
        self.requirement_table.setObjectName(u"requirement_table")

        self.body_layout.addWidget(self.requirement_table)

        self.checklist_label = PlainLabel(self.item_body)
        self.checklist_label.setObjectName(u"checklist_label")
        self.checklist_label.setProperty(u"role", u"meta")
        self.checklist_label.setWordWrap(True)
        self.checklist_label.setMargin(10)

        self.body_layout.addWidget(self.checklist_label)

        self.record_frame = QFrame(self.item_body)
        self.record_frame.setObjectName(u"record_frame")
        self.record_frame.setProperty(u"line", u"top")
        self.record_layout = QVBoxLayout(self.record_frame)
        self.record_layout.setSpacing(4)
        self.record_layout.setObjectName(u"record_layout")
        self.record_layout.setContentsMargins(12, 8, 12, 8)
        self.record_title = PlainLabel(self.record_frame)
        self.record_title.setObjectName(u"record_title")
        self.record_title.setProperty(u"role", u"heading")

        self.record_layout.addWidget(self.record_title)

        self.lines_layout = QVBoxLayout()
        self.lines_layout.setSpacing(2)
        self.lines_layout.setObjectName(u"lines_layout")
        self.lines_layout.setContentsMargins(0, 0, 0, 0)

        self.record_layout.addLayout(self.lines_layout)


        self.body_layout.addWidget(self.record_frame)

        self.body_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body_layout.addItem(self.body_spacer)

        self.item_scroll.setWidget(self.item_body)

        self.pane_layout.addWidget(self.item_scroll)

        self.rating_box = RatingBox(WorkbenchItemPane)
        self.rating_box.setObjectName(u"rating_box")
        self.rating_box.setProperty(u"surface", u"window")
        self.rating_box.setProperty(u"line", u"top")

        self.pane_layout.addWidget(self.rating_box)

        self.pane_layout.setStretch(1, 1)

        self.retranslateUi(WorkbenchItemPane)
    # setupUi

    def retranslateUi(self, WorkbenchItemPane: QWidget) -> None:
        self.text_button.setText(_(u"Text of the document"))
        self.requirement_title.setText(_(u"Evidence asked for"))
        self.record_title.setText(_(u"Recorded for this item"))
        pass
    # retranslateUi
