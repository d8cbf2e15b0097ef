"""Made of ui/markup_dialog.ui by ui/compile.py. Never edit this file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QHBoxLayout, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from evaluator_desktop.ui.widgets.markup_canvas import MarkupCanvas
from evaluator_desktop.ui.widgets.notice_line import ErrorLine
from evaluator_desktop.ui.widgets.plain import PlainLabel

from evaluator_desktop.texts import _


class Ui_MarkupDialog(object):
    def setupUi(self, MarkupDialog: QDialog) -> None:
        if not MarkupDialog.objectName():
            MarkupDialog.setObjectName(u"MarkupDialog")
        MarkupDialog.resize(1080, 690)
        self.dialog_layout = QVBoxLayout(MarkupDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 16, 16, 12)
        self.tool_row = QHBoxLayout()
        self.tool_row.setSpacing(8)
        self.tool_row.setObjectName(u"tool_row")
        self.tool_row.setContentsMargins(0, 0, 0, 0)
        self.arrow_button = QPushButton(MarkupDialog)
        self.arrow_button.setObjectName(u"arrow_button")
        self.arrow_button.setCheckable(True)
        self.arrow_button.setAutoDefault(False)

        self.tool_row.addWidget(self.arrow_button)

        self.box_button = QPushButton(MarkupDialog)
        self.box_button.setObjectName(u"box_button")
        self.box_button.setCheckable(True)
        self.box_button.setAutoDefault(False)

        self.tool_row.addWidget(self.box_button)

        self.text_button = QPushButton(MarkupDialog)
        self.text_button.setObjectName(u"text_button")
        self.text_button.setCheckable(True)
        self.text_button.setAutoDefault(False)

        self.tool_row.addWidget(self.text_button)

        self.blur_button = QPushButton(MarkupDialog)
        self.blur_button.setObjectName(u"blur_button")
        self.blur_button.setCheckable(True)
        self.blur_button.setAutoDefault(False)

        self.tool_row.addWidget(self.blur_button)

        self.words_label = PlainLabel(MarkupDialog)
        self.words_label.setObjectName(u"words_label")

        self.tool_row.addWidget(self.words_label)

        self.words_edit = QLineEdit(MarkupDialog)
        self.words_edit.setObjectName(u"words_edit")
        self.words_edit.setMaxLength(200)

        self.tool_row.addWidget(self.words_edit)

        self.undo_button = QPushButton(MarkupDialog)
        self.undo_button.setObjectName(u"undo_button")
        self.undo_button.setAutoDefault(False)

        self.tool_row.addWidget(self.undo_button)

        self.redo_button = QPushButton(MarkupDialog)
        self.redo_button.setObjectName(u"redo_button")
        self.redo_button.setAutoDefault(False)

        self.tool_row.addWidget(self.redo_button)

        self.remove_button = QPushButton(MarkupDialog)
        self.remove_button.setObjectName(u"remove_button")
        self.remove_button.setAutoDefault(False)

        self.tool_row.addWidget(self.remove_button)

        self.tool_row.setStretch(5, 1)

        self.dialog_layout.addLayout(self.tool_row)

        self.canvas = MarkupCanvas(MarkupDialog)
        self.canvas.setObjectName(u"canvas")

        self.dialog_layout.addWidget(self.canvas)

        self.keys_label = PlainLabel(MarkupDialog)
        self.keys_label.setObjectName(u"keys_label")
        self.keys_label.setProperty(u"role", u"hint")
        self.keys_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.keys_label)

        self.note_row = QHBoxLayout()
        self.note_row.setSpacing(8)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setContentsMargins(0, 0, 0, 0)
        self.note_label = PlainLabel(MarkupDialog)
        self.note_label.setObjectName(u"note_label")

        self.note_row.addWidget(self.note_label)

        self.note_edit = QLineEdit(MarkupDialog)
        self.note_edit.setObjectName(u"note_edit")

        self.note_row.addWidget(self.note_edit)


        self.dialog_layout.addLayout(self.note_row)

        self.error_line = ErrorLine(MarkupDialog)
        self.error_line.setObjectName(u"error_line")

        self.dialog_layout.addWidget(self.error_line)

        self.bottom_row = QHBoxLayout()
        self.bottom_row.setSpacing(8)
        self.bottom_row.setObjectName(u"bottom_row")
        self.bottom_row.setContentsMargins(0, 0, 0, 0)
        self.promise_label = PlainLabel(MarkupDialog)
        self.promise_label.setObjectName(u"promise_label")
        self.promise_label.setProperty(u"role", u"meta")

        self.bottom_row.addWidget(self.promise_label)

        self.bottom_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom_row.addItem(self.bottom_spacer)

        self.button_box = QDialogButtonBox(MarkupDialog)
        self.button_box.setObjectName(u"button_box")
        self.button_box.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.bottom_row.addWidget(self.button_box)


        self.dialog_layout.addLayout(self.bottom_row)

        self.dialog_layout.setStretch(1, 1)

        self.retranslateUi(MarkupDialog)
    # setupUi

    def retranslateUi(self, MarkupDialog: QDialog) -> None:
        MarkupDialog.setWindowTitle(_(u"Mark up a photo"))
        self.arrow_button.setText(_(u"Arrow"))
        self.box_button.setText(_(u"Box"))
        self.text_button.setText(_(u"Text"))
        self.blur_button.setText(_(u"Blur"))
        self.words_label.setText(_(u"Words"))
#if QT_CONFIG(accessibility)
        self.words_edit.setAccessibleName(_(u"Words of a text on the photo"))
#endif // QT_CONFIG(accessibility)
        self.undo_button.setText(_(u"Undo"))
        self.redo_button.setText(_(u"Redo"))
        self.remove_button.setText(_(u"Remove"))
#if QT_CONFIG(accessibility)
        self.canvas.setAccessibleName(_(u"Photo to draw on"))
#endif // QT_CONFIG(accessibility)
        self.keys_label.setText(_(u"Drag to draw. Keys on the photo: 1\u20134 tool, Enter a mark in the middle, arrows move it, Shift+arrows stretch it, Space the next one, Del removes it, + \u2212 0 zoom."))
        self.note_label.setText(_(u"Note"))
#if QT_CONFIG(accessibility)
        self.note_edit.setAccessibleName(_(u"Note on the marked photo"))
#endif // QT_CONFIG(accessibility)
        self.promise_label.setText(_(u"Becomes a new piece of evidence without place and camera data; the photo itself stays as it is."))
    # retranslateUi
