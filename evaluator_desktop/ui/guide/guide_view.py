"""Shows a chapter of the guide: words in the look in force, pictures as wide as there is room.

It follows no link out of the guide and reads no file but the guide's own pictures.
"""

from pathlib import PurePosixPath

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from evaluator_desktop.paths import guide_dir
from evaluator_desktop.ui.theme import PT, color, font, is_dark

_WIDEST, _MARGIN, _INDENT = 860, 28, 24
_LINE_HEIGHT, _GAP, _GAP_ABOVE, _PADDING = 150.0, 8.0, 18.0, 7.0
_HEADINGS = {1: 20, 2: PT["score"], 3: PT["title"]}
_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownNoHTML
    | QTextDocument.MarkdownFeature.MarkdownDialectGitHub
)
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class GuideView(QTextBrowser):
    """Signals: `anchor_chosen(anchor)` when a link to a place of the guide was followed."""

    anchor_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._words, self._shown = "", "", (0, False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one width for all
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)

    def show_chapter(self, text: str) -> None:
        """Show this Markdown from its beginning."""
        self._text = text
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def show_heading(self, number: int) -> None:
        """Bring the heading of a section to the top; 0 is the beginning."""
        if number:
            block = _section_headings(self.document())[number]
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top - _GAP_ABOVE))
        else:
            self.verticalScrollBar().setValue(0)

    def mark(self, words: str) -> None:
        """Mark every place that says these words; "" for none."""
        self._words = words
        self.setExtraSelections([_marked(found) for found in self._places()])

    def find_next(self) -> bool:
        """Go to the next place that says the words marked; False where there is none below."""
        found = self.document().find(self._words, self.textCursor()) if self._words else None
        if found is None or found.isNull():
            self.moveCursor(QTextCursor.MoveOperation.Start)
            return False
        self.setTextCursor(found)
        return True

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:
        """Give Qt the guide's own pictures, dark ones in the dark, and nothing else."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        stem = PurePosixPath(QUrl(name).path()).stem
        folder = guide_dir() / "images"
        dark = folder / f"{stem}-dark.png"
        image = QImage(str(dark if is_dark() and dark.is_file() else folder / f"{stem}.png"))
        ratio = self.devicePixelRatioF()
        room = round(self._column() * ratio)
        if image.width() > room:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(max(1.0, min(ratio, image.width() / self._column())))
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        """Lay out for another width or look, at about the same place."""
        if self._text and self._shown != (self._column(), is_dark()):
            bar = self.verticalScrollBar()
            part = bar.value() / max(bar.maximum(), 1)
            self._lay_out()
            bar.setValue(round(part * bar.maximum()))

    def _lay_out(self) -> None:
        self._shown = (self._column(), is_dark())
        document = self.document()
        document.setDefaultFont(font("body"))
        document.setIndentWidth(_INDENT)
        document.setMarkdown(self._text, _MARKDOWN)  # forgets the pictures too
        self._set_margins(document)
        _style(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # which Qt keeps in sight
        self.mark(self._words)

    def _set_margins(self, document: QTextDocument) -> None:
        frame = document.rootFrame()
        form = QTextFrameFormat(frame.frameFormat())
        form.setLeftMargin(_MARGIN)
        form.setRightMargin(max(_MARGIN, self.viewport().width() - self._column() - _MARGIN))
        form.setTopMargin(_MARGIN / 2)
        form.setBottomMargin(_MARGIN)
        frame.setFrameFormat(form)

    def _column(self) -> int:
        """Return how wide words and pictures may be."""
        return max(200, min(_WIDEST, self.viewport().width() - 2 * _MARGIN))

    def _places(self) -> list[QTextCursor]:
        places: list[QTextCursor] = []
        if not self._words:
            return places
        found = self.document().find(self._words)
        while not found.isNull():
            places.append(found)
            found = self.document().find(self._words, found)
        return places

    def _follow(self, target: QUrl) -> None:
        if target.scheme() == "" and target.path() == "":
            self.anchor_chosen.emit(target.fragment())


def _section_headings(document: QTextDocument) -> list[QTextBlock]:
    """Return the blocks of the headings that `book` knows: of chapters and sections."""
    return [block for block in _blocks(document) if block.blockFormat().headingLevel() in (2, 3)]


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    form = QTextCharFormat()
    form.setBackground(color("match"))
    selection.cursor, selection.format = place, form
    return selection


def _style(document: QTextDocument) -> None:
    """Give everything the look in force; Qt's own look of Markdown knows none of it."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    tables: list[QTextTable] = []
    for block in _blocks(document):
        _style_block(block)
        cursor.setPosition(block.position())
        table = cursor.currentFrame()
        if isinstance(table, QTextTable) and table not in tables:
            tables.append(table)
    for table in tables:
        _style_table(table)
    cursor.endEditBlock()


def _style_block(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    level, in_table = block.blockFormat().headingLevel(), _is_in_table(cursor)
    form = QTextBlockFormat()
    if not (in_table or _has_picture(block)):
        form.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
    form.setTopMargin(_GAP_ABOVE if level > 1 else 0)
    form.setBottomMargin(0 if in_table else _GAP)
    cursor.mergeBlockFormat(form)
    for start, length, before in _pieces(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        if not before.isImageFormat():
            cursor.setCharFormat(_styled(before, level))


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return place, length and format of the pieces, before any of them is changed."""
    found, pieces = [], block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        pieces += 1
    return found


def _is_in_table(cursor: QTextCursor) -> bool:
    return isinstance(cursor.currentFrame(), QTextTable)


def _has_picture(block: QTextBlock) -> bool:
    return "\ufffc" in block.text()


def _styled(before: QTextCharFormat, level: int) -> QTextCharFormat:
    form = QTextCharFormat(before)
    form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    form.setFontPointSize(_HEADINGS.get(level, PT["body"]))
    if form.fontFixedPitch():  # a key, or words to type
        form.setFontFamilies(font().families())
        form.setFontFixedPitch(False)
        form.setBackground(color("header"))
    if form.isAnchor():
        form.setForeground(color("accent"))
        form.setFontUnderline(False)
    return form


def _style_table(table: QTextTable) -> None:
    form = table.format()
    form.setBorder(0)
    form.setCellPadding(_PADDING)
    form.setCellSpacing(0)
    form.setBottomMargin(_GAP)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            line = cell.format().toTableCellFormat()
            line.setBottomBorder(1)
            line.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            line.setBottomBorderBrush(color("line"))
            cell.setFormat(line)
