"""The one style sheet, written from the tokens.

In it `@name` is a colour, `%name` a size in pixels, `$name` one in points, `~` the look's folder.
Variants are dynamic properties that a form can set in Designer:
  QPushButton   kind = primary | link | outcome; small, dense = true
  fields        problem, dense = true; QLineEdit kind = rating
  PlainLabel    role = title | heading | small | meta | hint | score | provisional | tag |
                ok | partly | false
  QFrame        surface = window | base | header | canvas; line = top | bottom | left | right
"""

import re

from evaluator_desktop.ui.theme.tokens import PT, PX, colours

_SHEET = """
QToolTip { color: @text; background: @base; border: 1px solid @edge; padding: 4px 6px; }

/* surfaces and hairlines */
QFrame[surface="window"], QWidget[surface="window"] { background: @window; }
QFrame[surface="base"], QWidget[surface="base"] { background: @base; }
QFrame[surface="header"], QWidget[surface="header"] { background: @header; }
QFrame[surface="canvas"], QWidget[surface="canvas"] { background: @canvas; }
QFrame[line="top"] { border: 0; border-top: 1px solid @line; }
QFrame[line="bottom"] { border: 0; border-bottom: 1px solid @line; }
QFrame[line="left"] { border: 0; border-left: 1px solid @line; }
QFrame[line="right"] { border: 0; border-right: 1px solid @line; }
QMainWindow::separator, QSplitter::handle { background: @line; }
QScrollArea { border: 0; background: transparent; }
QAbstractScrollArea::corner { border: 0; background: @window; }
QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; }

/* words */
PlainLabel[role="title"] { font-size: $title; font-weight: bold; }
PlainLabel[role="heading"] { font-weight: bold; }
PlainLabel[role="small"] { font-size: $small; }
PlainLabel[role="meta"] { font-size: $small; color: @text2; }
PlainLabel[role="hint"] { font-size: $small; color: @text3; }
PlainLabel[role="score"] { font-size: $score; font-weight: bold; }
PlainLabel[role="provisional"] { font-size: $score; color: @text3; }
PlainLabel[role="false"] { color: @false; }
PlainLabel[role="partly"] { color: @partly; }
PlainLabel[role="ok"] { color: @ok; }
PlainLabel[role="tag"] { font-size: $small; color: @text2; border: 1px solid @edge;
    border-radius: %radius_cap; padding: 0 6px; }
KeyCap { font-size: $small; color: @text2; background: @base; border: 1px solid @edge;
    border-radius: %radius_cap; padding: 0 7px; }

/* buttons */
QPushButton { background: @base; color: @text; border: 1px solid @edge; border-radius: %radius;
    padding: 0 13px; min-height: 26px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; button-layout: 3; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @select; }
QPushButton:focus { border: 2px solid @accent; padding: 0 12px; min-height: 24px; }
QPushButton:checked { background: @select; border: 1px solid @accent; font-weight: bold; }
QPushButton:checked:focus { border: 2px solid @accent; }
QPushButton:disabled { background: @window; color: @text3; border: 1px solid @line; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border: 1px solid @accent;
    font-weight: bold; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled { background: @window; color: @text3;
    border: 1px solid @line; }
QPushButton[kind="outcome"] { min-height: 30px; padding: 0 7px; text-align: left; }
QPushButton[kind="outcome"]:focus { min-height: 28px; padding: 0 6px; }
QPushButton[kind="link"] { background: transparent; border: 0; color: @accent; padding: 0 4px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; padding: 0 2px; }
QPushButton[kind="link"]:disabled { color: @text3; }
QPushButton[kind="link"][ink="text2"] { color: @text2; }
QPushButton[kind="step"] { background: transparent; color: @text2; border: 1px solid transparent;
    padding: 0 7px; min-height: 30px; text-align: left; }
QPushButton[kind="step"]:hover { background: @hover; }
QPushButton[kind="step"]:focus { border: 2px solid @accent; padding: 0 6px; min-height: 28px; }
QPushButton[kind="step"]:disabled { background: transparent; color: @text3; border: 0;
    padding: 0 8px; min-height: 32px; }
QPushButton[small="true"] { font-size: $small; }
QPushButton[dense="true"] { min-height: 22px; }
QPushButton[dense="true"]:focus { min-height: 20px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: %radius;
    padding: 2px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @select; }
QToolButton:focus { border: 2px solid @accent; }
QToolButton::menu-indicator { image: none; }

/* fields */
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: @base; color: @text;
    border: 1px solid @edge; border-radius: %radius; selection-background-color: @select;
    selection-color: @text; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 26px; padding: 0 8px; }
QPlainTextEdit { padding: 3px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid @accent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { min-height: 24px; padding: 0 7px; }
QPlainTextEdit:focus { padding: 2px 4px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @window; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: @window; color: @text3; border: 1px solid @line; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"],
QAbstractSpinBox[problem="true"] { border: 2px solid @false; }
QLineEdit[problem="true"], QComboBox[problem="true"], QAbstractSpinBox[problem="true"] {
    min-height: 24px; padding: 0 7px; }
QLineEdit[dense="true"], QComboBox[dense="true"], QAbstractSpinBox[dense="true"] {
    min-height: 22px; }
QLineEdit[dense="true"]:focus, QComboBox[dense="true"]:focus, QAbstractSpinBox[dense="true"]:focus,
QLineEdit[dense="true"][problem="true"] { min-height: 20px; }
QLineEdit[kind="rating"] { font-size: $rating; min-height: 32px; }
QLineEdit[kind="rating"]:focus, QLineEdit[kind="rating"][problem="true"] { min-height: 30px; }
QAbstractItemView QLineEdit { min-height: 0; padding: 0 4px; border-radius: 0; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { min-height: 0; padding: 0; border: 0; }
QComboBox QAbstractItemView { border: 1px solid @edge; background: @base;
    selection-background-color: @select; selection-color: @text; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(sheet:~/chevron_down.svg);
    width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 6px; min-height: 20px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @edge;
    border-radius: %radius_cap; background: @base; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate { background: @accent;
    border: 1px solid @accent; image: url(sheet:~/check.svg); }
QCheckBox::indicator:indeterminate { image: url(sheet:~/dash.svg); }
QCheckBox::indicator:focus { border: 2px solid @text; width: 12px; height: 12px; }
QCheckBox::indicator:disabled { background: @window; border: 1px solid @line; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @edge;
    border-radius: 8px; background: @base; }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; }
QRadioButton::indicator:focus { border-color: @text; }
QCheckBox:disabled, QRadioButton:disabled { color: @text3; }

/* lists */
QAbstractItemView { background: @base; color: @text; border: 0; outline: 0;
    selection-background-color: @select; selection-color: @text; }
QTreeView::branch:selected { background: @select; }
QTreeView::branch:selected:!active { background: @select_off; }
QListWidget { border: 1px solid @edge; border-radius: %radius; padding: 2px 4px; }
QListWidget:focus { border: 2px solid @accent; padding: 1px 3px; }
QListWidget::indicator { width: 14px; height: 14px; border: 1px solid @edge;
    border-radius: %radius_cap; background: @base; }
QListWidget::indicator:checked { background: @accent; border: 1px solid @accent;
    image: url(sheet:~/check.svg); }
QListWidget::indicator:disabled { background: @window; border: 1px solid @line; }
QHeaderView { background: @header; border: 0; }
QHeaderView::section { background: @header; color: @text2; border: 0;
    border-bottom: 1px solid @line; padding: 0 8px; font-size: $small; height: 27px; }
QHeaderView::up-arrow { image: url(sheet:~/chevron_up.svg); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url(sheet:~/chevron_down.svg); width: 12px; height: 12px; }
QTableCornerButton::section { background: @header; border: 0; }
QListView#jump_list { border: 1px solid @edge; }

/* bars */
QMenuBar { background: @window; border-bottom: 1px solid @line; padding: 0 12px; }
QMenuBar::item { padding: 7px 13px; background: transparent; border-radius: %radius; }
QMenuBar::item:selected { background: @hover; }
QMenuBar::item:pressed { background: @select; }
QMenu { background: @base; border: 1px solid @edge; padding: 4px 0; }
QMenu::item { padding: 5px 24px 5px 32px; }
QMenu::item:selected { background: @select; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @line; margin: 4px 0; }
QMenu::icon { padding-left: 9px; }
QMenu::indicator { width: 12px; height: 12px; left: 10px; }
QMenu::indicator:checked { image: url(sheet:~/tick.svg); }
QStatusBar { background: @header; border-top: 1px solid @line; }
QStatusBar::item { border: 0; }
QTabBar::tab { background: transparent; color: @text2; padding: 7px 14px;
    border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; font-weight: bold; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QProgressBar { background: @base; border: 1px solid @edge; border-radius: %radius;
    max-height: 10px; min-height: 10px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QScrollBar { background: @window; border: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @edge; border-radius: %radius; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def style_sheet(*, dark: bool) -> str:
    """Return the style sheet of one look; KeyError for a name that is no token."""
    tokens = colours(dark=dark)
    sheet = re.sub(r"@(\w+)", lambda found: tokens[found[1]], _SHEET)
    sheet = re.sub(r"%(\w+)", lambda found: f"{PX[found[1]]}px", sheet)
    sheet = sheet.replace("sheet:~", "sheet:dark" if dark else "sheet:light")
    return re.sub(r"\$(\w+)", lambda found: f"{PT[found[1]]}pt", sheet)
