"""One piece of evidence, shown: picture, PDF, sheet, text, names in a zip, or why it cannot be.

The pane asks `Previews` and is answered by signal; it never opens a file itself.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from evaluator_desktop.jobs.preview_protocol import (
    ArchivePreview,
    FoundPlaces,
    NoPreview,
    PdfPreview,
    PicturePreview,
    Preview,
    Reason,
    TablePreview,
    TextPreview,
)
from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.texts import _, size_text
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.page_view import PageView
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.plain import PlainLabel, lines
from evaluator_desktop.ui.widgets.preview_details import PreviewDetails
from evaluator_desktop.ui.widgets.preview_words import REASONS, contents_text, taken_text
from evaluator_desktop.ui.widgets.text_table import TextTable

_LOADING_AFTER_MS = 150
_WIDTH_STEP = 160  # few widths, so that what was loaded ahead is what is asked for


@dataclass(frozen=True)
class PreviewFile:
    """A stored file and what is known of it: `size` in bytes, `digest` in hex, `added` in words."""

    path: Path
    name: str
    size: int
    digest: str
    added: str = ""
    position: str = ""
    """Its place in the list beside it, like 3 / 6."""


class PreviewPane(QWidget):
    """Shows one file. Stands in a form (promoted) and is given its `Previews` by `use`.

    Keys with the focus in it: + − 0 zoom and fit, PgUp and PgDn turn pages; Ctrl+wheel zooms.

    Signals:
        save_requested(file): a copy of this PreviewFile is wished.
        markup_requested(file): this photo is to be drawn on; only where `offer_markup` was called.
        preview_shown(file): this PreviewFile, or why it cannot be shown, is in sight.
    """

    save_requested = Signal(object)
    markup_requested = Signal(object)
    preview_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previews: Previews | None = None
        self._file: PreviewFile | None = None
        self._shown: Preview | None = None
        self._page, self._width = 0, 0
        self._awaited = self._awaited_places = 0
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER_MS)
        self._loading.timeout.connect(self._show_loading)
        self._add_widgets()
        self._add_tools()
        self.pages.page_requested.connect(lambda page: self._request(page, self._width))
        self.pages.width_requested.connect(lambda width: self._request(self._page, _stepped(width)))
        self.pages.search_requested.connect(self._search)
        self.show_file(None)

    def use(self, previews: Previews) -> None:
        """Ask these previews; once, before the first file."""
        self._previews = previews
        previews.preview_ready.connect(self._hear)

    def show_file(self, file: PreviewFile | None) -> None:
        """Show another file, None for none; one that is shown already is not loaded again."""
        before, self._file = self._file, file
        is_same = file is not None and before is not None and file.path == before.path
        if not is_same or isinstance(self._shown, NoPreview):
            self._shown, self._awaited_places = None, 0
            self.pages.reset()
            self._request(0, self._room_width())
        self._show_words()

    def offer_markup(self) -> None:
        """Let photos be drawn on from here."""
        self._markup_tool.show()

    def mark_up(self) -> None:
        """Wish to draw on the photo that is shown; nothing for what is no photo."""
        if isinstance(self._shown, PicturePreview) and self._file is not None:
            self.markup_requested.emit(self._file)

    @property
    def taken_on(self) -> str:
        """The day that the camera wrote into the photo that is shown, as 2026-10-12, or ""."""
        taken = self._shown.taken if isinstance(self._shown, PicturePreview) else None
        return (taken or "").partition("T")[0]

    @property
    def is_loading(self) -> bool:
        """The answer for what is to be shown is not there yet."""
        return bool(self._awaited)

    def load_ahead(self, file: PreviewFile) -> None:
        """Load the file that will probably be shown next."""
        if self._previews:
            self._previews.load_ahead(file.path, file.name, width=self._room_width())

    # Asking and hearing

    def _request(self, page: int, width: int) -> None:
        self._page, self._width = page, width
        self._awaited = 0
        if self._file is None:
            self._loading.stop()
            self._say(_("Choose a file to look at it here."))
        elif self._previews:
            self._awaited = self._previews.request(
                self._topic("page"), self._file.path, self._file.name, page, self._width
            )
            self._loading.start()

    def _search(self, text: str) -> None:
        if self._previews and self._file and text:
            topic = self._topic("places")
            self._awaited_places = self._previews.search(topic, self._file.path, text)

    def _hear(self, number: int, preview: Preview) -> None:
        if number == self._awaited:
            self._awaited = 0
            self._loading.stop()
            self._show(preview)
        elif number == self._awaited_places and isinstance(preview, FoundPlaces):
            self.pages.show_places(preview.places)

    def _topic(self, question: str) -> str:
        return f"{question} of pane {id(self)}"

    def _room_width(self) -> int:
        return _stepped(round(self._stack.width() * self.devicePixelRatioF()))

    # Showing

    def _show(self, preview: Preview) -> None:
        if isinstance(preview, NoPreview) and self._is_page_in_sight():
            return  # it could not be made sharper; what is there stays
        self._shown = preview
        if isinstance(preview, PicturePreview | PdfPreview):
            self.pages.show_preview(preview, self._width)
            self._bring(self.pages)
            self._load_next_page(preview)
        elif isinstance(preview, TablePreview):
            self.table.show_rows(preview.rows)
            self._bring(self.table)
        elif isinstance(preview, ArchivePreview):
            rows = [[file.name, size_text(file.size)] for file in preview.files]
            self.table.show_rows(rows, (_("Name"), _("Size")))
            self._bring(self.table)
        elif isinstance(preview, TextPreview):
            self.text_edit.setPlainText(lines(preview.text))
            self._bring(self.text_edit)
        elif isinstance(preview, NoPreview):
            self._show_reason(preview.reason)
        self._show_words()
        self.preview_shown.emit(self._file)

    def _is_page_in_sight(self) -> bool:
        if isinstance(self._shown, PdfPreview):
            return self._shown.page == self._page
        return isinstance(self._shown, PicturePreview)

    def _load_next_page(self, preview: Preview) -> None:
        if self._previews and self._file and isinstance(preview, PdfPreview):
            page, file = preview.page + 1, self._file
            if page < preview.page_count:
                self._previews.load_ahead(file.path, file.name, page, self._width)

    def _show_reason(self, reason: Reason) -> None:
        title, sentence = REASONS[reason]
        self._nothing.set_words(_(title), _(sentence))
        self.save_button.setVisible(reason is not Reason.MISSING)
        self._bring(self._nothing)

    def _show_loading(self) -> None:
        self._say(_("Opening…"))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._bring(self._words)

    def _show_words(self) -> None:
        file, preview = self._file, self._shown
        self.head.set_title(file.name if file else _("Preview"), file.position if file else "")
        self.details.setVisible(file is not None)
        if file:
            self.details.show_file(file.size, file.digest, file.added)
            for widget in (self.pages.view, self.table, self.text_edit):
                widget.setAccessibleName(_("Preview of {name}").format(name=file.name))
        if file and preview:
            self.details.show_contents(contents_text(preview), taken_text(preview))

    def _show_zoom(self) -> None:
        view = self.pages.view
        self._zoom_label.setText(_("Fit window") if view.fits else f"{view.scale:.0%}")

    def _bring(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self.head.set_first(self.pages.view if widget is self.pages else widget)
        for tool in self._view_tools:
            tool.setEnabled(widget is self.pages)
        self._save_tool.setEnabled(self._file is not None)
        self._markup_tool.setEnabled(isinstance(self._shown, PicturePreview))

    # Building

    def _add_widgets(self) -> None:
        self.head, self.details = PaneHead(self), PreviewDetails()
        self.head.title_label.set_elide()
        self.head.meta_label.set_elide(Qt.TextElideMode.ElideNone)
        self.pages, self.table, self.text_edit = PageView(), TextTable(), QPlainTextEdit()
        self.text_edit.setReadOnly(True)
        self.text_edit.setStyleSheet("border: 0; border-radius: 0")  # a pane, not a field
        self._words, self._nothing = PlainLabel(), EmptyState()
        self._words.set_role("meta")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.save_button = self._nothing.add_button(_("Save a copy…"), self._save)
        self.save_button.setProperty("kind", "")  # the page's primary button is another
        self._stack = QStackedWidget()
        self._stack.setProperty("surface", "canvas")
        for widget in (self._words, self._nothing, self.pages, self.table, self.text_edit):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.details)

    def _add_tools(self) -> None:
        view, head = self.pages.view, self.head
        smaller = head.add_tool("zoom_out", _("Zoom out"), "−")
        self._zoom_label = PlainLabel()
        self._zoom_label.set_role("meta")
        self._zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom_label.setMinimumWidth(_room_for(self._zoom_label, _("Fit window")))
        head.add_widget(self._zoom_label)
        larger = head.add_tool("zoom_in", _("Zoom in"), "+")
        fit = head.add_tool("fit", _("Fit window"), "0")
        turn = head.add_tool("rotate", _("Turn"))
        self._markup_tool = head.add_tool("markup", _("Mark up the photo…"))
        self._markup_tool.hide()
        self._markup_tool.clicked.connect(self.mark_up)
        self._save_tool = head.add_tool("save", _("Save a copy…"))
        self._view_tools = (smaller, larger, fit, turn)
        for tool, act in zip(
            self._view_tools, (view.zoom_out, view.zoom_in, view.fit, view.rotate), strict=True
        ):
            tool.clicked.connect(act)
        self._save_tool.clicked.connect(self._save)
        view.zoom_changed.connect(self._show_zoom)
        self._show_zoom()

    def _save(self) -> None:
        if self._file:
            self.save_requested.emit(self._file)


def _room_for(label: PlainLabel, words: str) -> int:
    return label.fontMetrics().horizontalAdvance(words)


def _stepped(width: int) -> int:
    return max(1, -(-width // _WIDTH_STEP)) * _WIDTH_STEP
