"""Made of ui/guide_window.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QListWidget,
    QListWidgetItem, QSizePolicy, QSplitter, QVBoxLayout,
    QWidget)

from evaluator_desktop.ui.guide.guide_view import GuideView
from evaluator_desktop.ui.widgets.key_cap import KeyEdit
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_GuideWindow(object):
    def setupUi(self, GuideWindow: QWidget) -> None:
        if not GuideWindow.objectName():
            GuideWindow.setObjectName(u"GuideWindow")
        GuideWindow.resize(1180, 700)
        self.window_layout = QHBoxLayout(GuideWindow)
        self.window_layout.setObjectName(u"window_layout")
        self.window_layout.setContentsMargins(0, 0, 0, 0)
        self.splitter = QSplitter(GuideWindow)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.side_pane = QFrame(self.splitter)
        self.side_pane.setObjectName(u"side_pane")
        self.side_pane.setProperty(u"surface", u"window")
        self.side_layout = QVBoxLayout(self.side_pane)
        self.side_layout.setSpacing(8)
        self.side_layout.setObjectName(u"side_layout")
        self.side_layout.setContentsMargins(12, 12, 12, 12)
        self.search_edit = KeyEdit(self.side_pane)
        self.search_edit.setObjectName(u"search_edit")

        self.side_layout.addWidget(self.search_edit)

        self.none_label = PlainLabel(self.side_pane)
        self.none_label.setObjectName(u"none_label")
        self.none_label.setVisible(False)
        self.none_label.setWordWrap(True)
        self.none_label.setProperty(u"role", u"hint")

        self.side_layout.addWidget(self.none_label)

        self.contents_list = QListWidget(self.side_pane)
        self.contents_list.setObjectName(u"contents_list")
        self.contents_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.side_layout.addWidget(self.contents_list)

        self.splitter.addWidget(self.side_pane)
        self.guide_view = GuideView(self.splitter)
        self.guide_view.setObjectName(u"guide_view")
        self.splitter.addWidget(self.guide_view)

        self.window_layout.addWidget(self.splitter)


        self.retranslateUi(GuideWindow)
    # setupUi

    def retranslateUi(self, GuideWindow: QWidget) -> None:
        GuideWindow.setWindowTitle(_(u"Guide"))
#if QT_CONFIG(accessibility)
        self.search_edit.setAccessibleName(_(u"Search in the guide"))
#endif // QT_CONFIG(accessibility)
        self.search_edit.setPlaceholderText(_(u"Search in the guide"))
        self.none_label.setText(_(u"The guide does not say these words."))
#if QT_CONFIG(accessibility)
        self.contents_list.setAccessibleName(_(u"Table of contents"))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.guide_view.setAccessibleName(_(u"Chapter of the guide"))
#endif // QT_CONFIG(accessibility)
    # retranslateUi
