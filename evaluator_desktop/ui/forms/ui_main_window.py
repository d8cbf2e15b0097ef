"""Made of ui/main_window.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QMainWindow, QMenuBar,
    QSizePolicy, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.hint_line import HintLine
from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.page_stack import PageStack
from evaluator_desktop.ui.widgets.rail import Rail
from evaluator_desktop.ui.widgets.status_line import StatusLine

from evaluator_desktop.texts import _


class Ui_MainWindow(object):
    def setupUi(self, MainWindow: QMainWindow) -> None:
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        MainWindow.resize(1366, 768)
        MainWindow.setMinimumSize(QSize(640, 360))
        self.central_widget = QWidget(MainWindow)
        self.central_widget.setObjectName(u"central_widget")
        self.window_layout = QVBoxLayout(self.central_widget)
        self.window_layout.setSpacing(0)
        self.window_layout.setObjectName(u"window_layout")
        self.window_layout.setContentsMargins(0, 0, 0, 0)
        self.body_layout = QHBoxLayout()
        self.body_layout.setSpacing(0)
        self.body_layout.setObjectName(u"body_layout")
        self.rail = Rail(self.central_widget)
        self.rail.setObjectName(u"rail")

        self.body_layout.addWidget(self.rail)

        self.page_layout = QVBoxLayout()
        self.page_layout.setSpacing(0)
        self.page_layout.setObjectName(u"page_layout")
        self.page_stack = PageStack(self.central_widget)
        self.page_stack.setObjectName(u"page_stack")

        self.page_layout.addWidget(self.page_stack)

        self.error_line = ErrorLine(self.central_widget)
        self.error_line.setObjectName(u"error_line")

        self.page_layout.addWidget(self.error_line)

        self.hint_line = HintLine(self.central_widget)
        self.hint_line.setObjectName(u"hint_line")

        self.page_layout.addWidget(self.hint_line)


        self.body_layout.addLayout(self.page_layout)


        self.window_layout.addLayout(self.body_layout)

        self.status_line = StatusLine(self.central_widget)
        self.status_line.setObjectName(u"status_line")

        self.window_layout.addWidget(self.status_line)

        MainWindow.setCentralWidget(self.central_widget)
        self.menu_bar = QMenuBar(MainWindow)
        self.menu_bar.setObjectName(u"menu_bar")
        self.menu_bar.setNativeMenuBar(False)
        MainWindow.setMenuBar(self.menu_bar)

        self.retranslateUi(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow: QMainWindow) -> None:
        MainWindow.setWindowTitle(_(u"Evaluator Desktop"))
    # retranslateUi
