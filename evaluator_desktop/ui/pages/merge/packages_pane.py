"""The packages that were given, what is known of each, and what has to be asked about it.

An unknown laptop asks for its digits to be compared, a locked package for its passphrase.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.forms.ui_merge_packages_pane import Ui_MergePackagesPane
from evaluator_desktop.ui.models.package_model import PackageModel, PackageRow
from evaluator_desktop.ui.theme import PX

if TYPE_CHECKING:
    from pathlib import Path

_TOP, _BOTTOM = 330, 290
_WIDTHS = (370, 156, 84, 120, 104, 92, 72, 64, 84)


class PackagesPane(QWidget):
    """Signals.

    packages_wished(): choose packages. trust_given(fingerprint): the digits agree.
    trust_refused(fingerprint): they do not. passphrase_given(path, passphrase): try it.
    """

    packages_wished = Signal()
    trust_given = Signal(str)
    trust_refused = Signal(str)
    passphrase_given = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergePackagesPane()
        self.ui.setupUi(self)
        self.ui.passphrase_hint_label.set_elide()
        self._fingerprint = ""
        self._locked: Path | None = None
        self.model = PackageModel(self)
        self.ui.empty_state.set_words(
            _("No package yet"),
            _(
                "Drop the packages of your colleagues' laptops here, any number at once, straight "
                "from the stick. Nothing is written before you have seen what they bring."
            ),
            dashed=True,
        )
        self._first_button = self.ui.empty_state.add_button(
            _("Take in packages…"), self.packages_wished.emit, key="Ctrl+Shift+I", icon="merge"
        )
        table = self.ui.package_table
        table.setModel(self.model)
        table.set_row_height(PX["row_two_line"])
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        table.selectionModel().currentRowChanged.connect(lambda now, _old: self._show(now.row()))
        self.ui.trust_button.clicked.connect(
            lambda _checked=False: self.trust_given.emit(self._fingerprint)
        )
        self.ui.refuse_button.clicked.connect(
            lambda _checked=False: self.trust_refused.emit(self._fingerprint)
        )
        self.ui.unlock_button.clicked.connect(self._give_passphrase)
        self.ui.passphrase_edit.returnPressed.connect(self._give_passphrase)
        self.ui.passphrase_edit.textEdited.connect(lambda _text: self._show_passphrase_problem(""))
        self.ui.pane_splitter.setSizes([_TOP, _BOTTOM])
        more = self.ui.table_head.add_tool("plus", _("Take in packages…"), "Ctrl+Shift+I")
        more.clicked.connect(lambda _checked=False: self.packages_wished.emit())
        self.show_packages(())

    def take_focus(self) -> None:
        """Put the focus where one goes on: into the list, or on the button that fills it."""
        shows_list = self.ui.content_stack.currentWidget() is self.ui.table_page
        (self.ui.package_table if shows_list else self._first_button).setFocus()

    def show_packages(self, rows: Sequence[PackageRow]) -> None:
        """Show the packages; the first unknown laptop is asked about at once."""
        page = self.ui.table_page if rows else self.ui.empty_page
        self.ui.content_stack.setCurrentWidget(page)
        self.model.show_rows(rows)
        words = ngettext("{count} package", "{count} packages", len(rows))
        meta = _("Drop more here at any time; nothing is written yet")
        self.ui.table_head.set_title(words.format(count=len(rows)), meta)
        if rows:
            current = self.ui.package_table.currentIndex().row()
            unknown = [n for n, row in enumerate(rows) if row.is_unknown or row.needs_passphrase]
            if current < 0 or (unknown and current not in unknown):
                self.ui.package_table.setCurrentIndex(
                    self.model.index(unknown[0] if unknown else 0, 0)
                )
            self._show(self.ui.package_table.currentIndex().row())

    def _show(self, place: int) -> None:
        """Say of the current package what its row has no room for."""
        row = self.model.row(place)
        result = row.result if row else None
        asks = row is not None and row.is_unknown and result is not None and bool(result.device)
        self.ui.trust_box.setVisible(asks)
        locked = row is not None and row.needs_passphrase
        says = bool(result and result.message) and not (asks or locked)
        self.ui.message_box.setVisible(says)
        self._ask_for_passphrase(row if locked else None)
        self.ui.message_label.setText(result.message if result else "")
        if asks and result is not None:
            self._fingerprint = result.device
            words = _("The laptop “{label}” of {person} is not known on this computer.")
            self.ui.trust_label.setText(
                words.format(label=result.device_label, person=result.person)
            )
            self.ui.fingerprint_label.setText(result.device.replace("-", "  "))
            self.ui.fingerprint_label.setAccessibleName(result.device)

    def _ask_for_passphrase(self, row: PackageRow | None) -> None:
        """Ask for the passphrase of a package; None asks for none."""
        self.ui.passphrase_box.setVisible(row is not None)
        if row is None:
            self._locked = None
            return
        is_new = row.path != self._locked
        self._locked = row.path
        words = _("“{file}” is encrypted.").format(file=row.path.name)
        self.ui.passphrase_label.setText(words)
        wrong = row.tried and row.result is not None and not is_new
        self._show_passphrase_problem(row.result.message if wrong and row.result else "")
        if is_new:
            self.ui.passphrase_edit.clear()
            self.ui.passphrase_edit.setFocus()
        elif wrong:
            self.ui.passphrase_edit.selectAll()

    def _give_passphrase(self) -> None:
        passphrase = self.ui.passphrase_edit.text()
        if not passphrase.strip():
            self._show_passphrase_problem(_("Write the passphrase."))
        elif self._locked is not None:
            self.passphrase_given.emit(self._locked, passphrase)

    def _show_passphrase_problem(self, text: str) -> None:
        self.ui.passphrase_problem.set_problem(self.ui.passphrase_edit, text)
