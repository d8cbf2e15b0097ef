"""What packages would bring, or have brought: a sentence, and a table by kind and package."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from evaluator_desktop.operations.merge import PackageResult
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_merge_incoming_pane import Ui_MergeIncomingPane
from evaluator_desktop.ui.models.incoming_model import IncomingModel
from evaluator_desktop.ui.widgets.plain import caption

_KIND_WIDTH, _PACKAGE_WIDTH = 260, 190


class IncomingPane(QWidget):
    """Signals.

    more_wished(). next_wished(). compare_wished(): what may be one provider. way_back_wished():
    the last merge is to be taken back.
    """

    more_wished = Signal()
    compare_wished = Signal()
    next_wished = Signal()
    way_back_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergeIncomingPane()
        self.ui.setupUi(self)
        self.model = IncomingModel(self)
        table = self.ui.incoming_table
        table.setModel(self.model)
        table.horizontalHeader().setStretchLastSection(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.ui.more_button.clicked.connect(lambda _checked=False: self.more_wished.emit())
        self.ui.next_button.clicked.connect(lambda _checked=False: self.next_wished.emit())

        self.ui.back_button.clicked.connect(lambda _checked=False: self.way_back_wished.emit())
        self.show_way_back(is_there=False)
        self.ui.twice_line.compare_wished.connect(self.compare_wished)
        self._may_compare = False
        self.ui.empty_state.set_words(
            _("Nothing was merged since the program was started"),
            _("What a merge brings is listed here, once it is re-read and verified."),
        )
        self.ui.empty_state.add_button(_("Take in packages…"), self.more_wished.emit, icon="merge")

    def offer_comparing(self) -> None:
        """Let what may be one provider be compared, once it has come in. For leads."""
        self._may_compare = True

    def show_packages(self, packages: Sequence[PackageResult], *, dry_run: bool) -> None:
        """Show what packages bring; `dry_run`: nothing has been written."""
        self.model.show_packages(packages, dry_run=dry_run)
        self.ui.empty_state.setVisible(not packages)
        for widget in (self.ui.incoming_table, self.ui.more_button):
            widget.setVisible(bool(packages))
        self.ui.incoming_table.setColumnWidth(0, _KIND_WIDTH)
        for column in range(1, len(packages) + 1):
            self.ui.incoming_table.setColumnWidth(column, _PACKAGE_WIDTH)
        title = _("What would come in") if dry_run else _("What came in")
        self.ui.table_head.set_title(title)
        is_done = packages and not dry_run
        icon, ink = ("outcome_verified", "ok") if is_done else ("eye", "text2")
        self.ui.summary_sign.set_icon(icon, ink)
        note = _("What two packages both carry comes in once.") if len(packages) > 1 else ""
        self.ui.note_label.setText(note)
        pairs = dict.fromkeys(pair for package in packages for pair in package.similar)
        self.ui.twice_line.show_pairs(tuple(pairs), can_compare=self._may_compare)

    def show_way_back(self, *, is_there: bool, obstacle: str = "") -> None:
        """Offer to take the last merge back, or say what stands in the way."""
        self.ui.back_button.setVisible(is_there)
        self.ui.back_button.setEnabled(not obstacle)
        self.ui.back_label.setVisible(bool(obstacle))
        self.ui.back_label.setText(obstacle)
        self.ui.back_button.setAccessibleDescription(obstacle)

    def set_words(self, summary: str, next_text: str) -> None:
        """Say it in a sentence; `next_text` is on the button that leads on, "" for none."""
        self.ui.summary_label.setText(summary)
        self.ui.next_button.setText(caption(next_text))
        self.ui.next_button.setVisible(bool(next_text))
