"""The guide in a window of its own: contents and search at the left, the chapter at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidgetItem, QWidget

from evaluator_desktop.texts import language
from evaluator_desktop.ui.forms.ui_guide_window import Ui_GuideWindow
from evaluator_desktop.ui.guide.book import FIRST, Section, place, read_guide
from evaluator_desktop.ui.theme import PX, font

_PLACE = Qt.ItemDataRole.UserRole
_SIDE = 270
_INDENT = "\u2003"


class GuideWindow(QWidget):
    """The guide in the language in use. It belongs to the window that asked for it.

    So it can be read beside a dialog that keeps the rest of the program waiting.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_GuideWindow()
        self.ui.setupUi(self)
        self.ui.splitter.setSizes([_SIDE, self.width() - _SIDE])
        self.ui.search_edit.set_icon("search")
        self.ui.search_edit.set_key("Ctrl+F")
        self._chapters = read_guide(language())
        self._shown = -1
        self._list_contents()
        self.ui.contents_list.currentItemChanged.connect(self._go_to)
        self.ui.contents_list.itemClicked.connect(self._go_to)
        self.ui.guide_view.anchor_chosen.connect(self.show_anchor)
        self.ui.search_edit.textChanged.connect(self._search)
        self.ui.search_edit.returnPressed.connect(self._find_next)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("Ctrl+F"), self, self.ui.search_edit.setFocus)
        self.show_anchor(FIRST)
        self.ui.contents_list.setFocus()

    @property
    def section(self) -> Section:
        """The section that was gone to last."""
        chapter, part = _place_of(self.ui.contents_list.currentItem())
        return self._chapters[chapter].sections[part]

    def show_anchor(self, anchor: str) -> None:
        """Go to a place by its anchor; to the beginning where there is none of this name."""
        wanted = place(self._chapters, anchor)
        item = next(item for item in self._items() if _place_of(item) == wanted)
        self.ui.contents_list.setCurrentItem(item)
        self._go_to(item)

    def _list_contents(self) -> None:
        for number, chapter in enumerate(self._chapters):
            for part, section in enumerate(chapter.sections):
                item = QListWidgetItem(f"{_INDENT * bool(part)}{section.title}")
                item.setFont(font("body", bold=not part))
                item.setSizeHint(QSize(0, PX["control_dense"]))
                item.setData(_PLACE, (number, part))
                self.ui.contents_list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        contents = self.ui.contents_list
        return [contents.item(row) for row in range(contents.count())]

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        chapter, part = _place_of(item)
        if chapter != self._shown:
            self._shown = chapter
            self.ui.guide_view.show_chapter(self._chapters[chapter].text)
        self.ui.guide_view.show_heading(part)

    def _search(self, words: str) -> None:
        """Leave in the contents what says the words, and mark them."""
        words = words.strip()
        for item in self._items():
            chapter, part = _place_of(item)
            item.setHidden(not self._chapters[chapter].sections[part].holds(words))
        self.ui.guide_view.mark(words)
        left = [item for item in self._items() if not item.isHidden()]
        self.ui.none_label.setVisible(not left)
        if words and left and self.ui.contents_list.currentItem().isHidden():
            self.ui.contents_list.setCurrentItem(left[0])

    def _find_next(self) -> None:
        """Go on to the next place, in the chapters below when this one has no more."""
        if self.ui.guide_view.find_next() or not self.ui.search_edit.text().strip():
            return
        shown = [item for item in self._items() if not item.isHidden()]
        below = [item for item in shown if _place_of(item)[0] > self._shown]
        if target := next(iter(below or shown), None):
            self.ui.contents_list.setCurrentItem(target)
            self.ui.guide_view.find_next()


def _place_of(item: QListWidgetItem) -> tuple[int, int]:
    chapter, part = item.data(_PLACE)
    return int(chapter), int(part)


def show_guide(anchor: str, asker: QWidget) -> GuideWindow:
    """Show the guide at an anchor, in the one window that `asker` has for it."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = asker.findChild(GuideWindow, options=direct) or GuideWindow(asker)
    found.show()  # first: where a heading stands depends on the width
    found.show_anchor(anchor)
    found.raise_()
    found.activateWindow()
    return found
