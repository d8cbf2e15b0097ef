"""What else a file is evidence of: items and requirements to tick; the file is not copied."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.assessment import Assessment, EvidenceAssessment
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.dialogs.check_list import checked_values, show_choices
from evaluator_desktop.ui.dialogs.primary_button import primary_button
from evaluator_desktop.ui.forms.ui_link_dialog import Ui_LinkDialog

_BETWEEN = "\n"


class LinkDialog(QDialog):
    """Signals: `places_chosen(places)`: pairs of item and requirement, the latter may be None."""

    places_chosen = Signal(object)

    def __init__(
        self, assessment: Assessment, evidence: EvidenceAssessment, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_LinkDialog()
        self.ui.setupUi(self)
        self.ui.title_label.setText(evidence.body.name)
        self.ui.title_label.set_elide()
        show_choices(self.ui.place_list, _choices(assessment, evidence.body.digest))
        self._ok = primary_button(self.ui.button_box, _("Use for these too"))
        self._ok.setEnabled(False)
        self.ui.place_list.itemChanged.connect(self._show_count)
        self.ui.button_box.accepted.connect(self._accept)
        self.ui.button_box.rejected.connect(self.reject)

    def _show_count(self) -> None:
        self._ok.setEnabled(bool(checked_values(self.ui.place_list)))

    def _accept(self) -> None:
        pairs = [value.split(_BETWEEN) for value in checked_values(self.ui.place_list)]
        self.accept()
        self.places_chosen.emit([(item, requirement or None) for item, requirement in pairs])


def _choices(assessment: Assessment, digest: str) -> Iterator[tuple[str, str | None]]:
    """Yield every place there is; one that this content is evidence of already has no value."""
    for number, found in enumerate(assessment.items, 1):
        used = {e.body.requirement for e in found.present if e.body.digest == digest}
        asked = [
            (s.requirement.name.text(language()), s.requirement.id) for s in found.requirements
        ]
        for name, requirement in asked or [(_("for no requirement"), "")]:
            words = f"{number} {found.item.name.text(language())} · {name}"
            if (requirement or None) in used:
                yield _("{place} (already)").format(place=words), None
            else:
                yield words, f"{found.item.id}{_BETWEEN}{requirement}"
