"""One conflict in full: who wrote what, field by field, the files, and the decision."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_merge_conflict_pane import Ui_MergeConflictPane
from evaluator_desktop.ui.models.conflict_model import title_words, what_words
from evaluator_desktop.ui.models.conflict_views import ConflictView
from evaluator_desktop.ui.models.version_model import VersionModel, version_letter
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import PX, color
from evaluator_desktop.ui.widgets.cells import CellDelegate
from evaluator_desktop.ui.widgets.preview import PreviewFile, PreviewPane
from evaluator_desktop.ui.widgets.tables import Table

_FIELD_WIDTH, _VALUE_WIDTH = 170, 130
_FILES = 2


class ConflictPane(QWidget):
    """Signals: `file_wished(file)`: a copy of this `PreviewFile` is wished."""

    file_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergeConflictPane()
        self.ui.setupUi(self)
        self._services: Services | None = None
        self._model = VersionModel(self)
        self.ui.field_table.setModel(self._model)
        self.ui.field_table.set_row_height(PX["row_header"])
        self.ui.field_table.setItemDelegate(_FieldDelegate(self.ui.field_table))
        self.ui.field_table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.ui.conflict_head.set_first(self.ui.decision_bar.ui.reason_edit)
        self._previews = [PreviewPane() for _n in range(_FILES)]
        for preview in self._previews:
            self.ui.file_splitter.addWidget(preview)
            preview.save_requested.connect(self.file_wished)
        self.ui.body_splitter.setStretchFactor(1, 1)

    def use(self, services: Services) -> None:
        """Ask these services; once, before the first conflict."""
        self._services = services
        for preview in self._previews:
            preview.use(services.previews)

    def show_conflict(self, view: ConflictView, position: str) -> None:
        """Show a conflict; `position` is its place among the open ones, like 1 / 7."""
        if self._services is None:
            return
        scheme = self._services.facts.scheme
        meta = " · ".join(filter(None, (what_words(view, scheme), position)))
        self.ui.conflict_head.set_title(title_words(view), meta)
        self.ui.versions_bar.show_conflict(view)
        self._model.show_conflict(view, scheme)
        self._set_columns(len(view.versions))
        self._show_files(view, self._services)
        self.ui.decision_bar.show_conflict(view, scheme)

    def _set_columns(self, versions: int) -> None:
        table = self.ui.field_table
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.setColumnWidth(0, _FIELD_WIDTH)
        for column in range(1, versions + 2):
            table.setColumnWidth(column, _VALUE_WIDTH)

    def _show_files(self, view: ConflictView, services: Services) -> None:
        files = view.files[:_FILES]
        self.ui.file_splitter.setVisible(bool(files))
        for place, preview in enumerate(self._previews):
            preview.setVisible(place < len(files))
            if place >= len(files):
                preview.show_file(None)
                continue
            body = files[place]
            letter = version_letter(view.bodies.index(body)) if body in view.bodies else ""
            path = services.facts.evidence_path(body.digest)
            preview.show_file(PreviewFile(path, body.name, body.size, body.digest, "", letter))
        rows = self._model.rowCount()
        room = PX["row_header"] * (rows + 1) + 2
        table = self.ui.field_table
        table.setMaximumHeight(room if files else _NO_BOUND)
        table.setAccessibleDescription(_("{count} fields").format(count=rows))


class _FieldDelegate(CellDelegate):
    """Lays a tint behind the fields that are to be settled."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if isinstance(model, VersionModel) and model.row(index.row()).decides:
            painter.fillRect(option.rect, color("partly_soft"))
        super().paint(painter, option, index)


_NO_BOUND = 16_777_215
