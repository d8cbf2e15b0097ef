"""Who recorded the base and each version, when, and on which laptop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from evaluator_desktop.store.queries.merge import Version
from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.conflict_model import moment_words
from evaluator_desktop.ui.models.conflict_views import ConflictView
from evaluator_desktop.ui.models.version_model import version_letter
from evaluator_desktop.ui.widgets.key_cap import KeyCap
from evaluator_desktop.ui.widgets.plain import PlainLabel

_HEIGHT = 36


class VersionsBar(QFrame):
    """One place for the base and one for each version, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setProperty("line", "bottom")
        self.setFixedHeight(_HEIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 2, 12, 2)
        self._row.setSpacing(8)

    def show_conflict(self, view: ConflictView) -> None:
        """Show the versions of a conflict."""
        while (old := self._row.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._add(_("Base"), view.base)
        for place, version in enumerate(view.versions):
            self._add(version_letter(place), version)

    def _add(self, mark: str, version: Version | None) -> None:
        who, when = PlainLabel(), PlainLabel()
        who.set_role("heading")
        when.set_role("meta")
        when.set_elide(Qt.TextElideMode.ElideRight)
        who.setText(version.author if version else "")
        when.setText(
            f"{moment_words(version.at)} · {version.laptop}" if version else _("none in common")
        )
        self._row.addWidget(KeyCap(mark))
        self._row.addWidget(who)
        self._row.addWidget(when, 1)
