"""The packages that were given, what is known of each, and the question about an unknown laptop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.forms.ui_merge_packages_pane import Ui_MergePackagesPane
from evaluator_desktop.ui.models.package_model import PackageModel, PackageRow
from evaluator_desktop.ui.theme import PX

_WIDTHS = (430, 130, 90, 130, 110, 72, 72, 84)


class PackagesPane(QWidget):
    """Signals.

    packages_wished(): choose packages. trust_given(fingerprint): the digits agree.
    """

    packages_wished = Signal()
    trust_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergePackagesPane()
        self.ui.setupUi(self)
        self._fingerprint = ""
        self.model = PackageModel(self)
        self.ui.empty_state.set_words(
            _("No package and no open conflict"),
            _(
                "Drop the packages of your colleagues' laptops here, any number at once, straight "
                "from the stick. Nothing is written before you have seen what they bring."
            ),
            dashed=True,
        )
        self.ui.empty_state.add_button(
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
        more = self.ui.table_head.add_tool("plus", _("Take in packages…"), "Ctrl+Shift+I")
        more.clicked.connect(lambda _checked=False: self.packages_wished.emit())
        self.show_packages(())

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
            unknown = [n for n, row in enumerate(rows) if row.is_unknown]
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
        self.ui.message_box.setVisible(not asks and bool(result and result.message))
        self.ui.message_label.setText(result.message if result else "")
        if asks and result is not None:
            self._fingerprint = result.device
            words = _("The laptop “{label}” of {person} is not known on this computer.")
            self.ui.trust_label.setText(
                words.format(label=result.device_label, person=result.person)
            )
            self.ui.fingerprint_label.setText(result.device.replace("-", "  "))
            self.ui.fingerprint_label.setAccessibleName(result.device)
