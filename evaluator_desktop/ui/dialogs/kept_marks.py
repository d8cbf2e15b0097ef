"""What is drawn on a photo, kept with its words until it is recorded as evidence.

Apart from the drafts of fields, because marks are no text: they are kept as JSON.
"""

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from evaluator_desktop.jobs.markup import Mark
from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.widgets.markup_canvas import MarkupCanvas

FIELD = "marks"


class KeptMarks(QObject):
    """The marks of one canvas over the photo that is this evidence."""

    def __init__(
        self, dialog: QDialog, canvas: MarkupCanvas, drafts: Drafts, evidence: str
    ) -> None:
        super().__init__(dialog)
        self._canvas, self._drafts, self._evidence = canvas, drafts, evidence
        canvas.show_marks(_read(drafts.text(FIELD, evidence)))
        canvas.marks_changed.connect(self.keep)
        dialog.rejected.connect(lambda: drafts.drop(FIELD, evidence))

    def keep(self) -> None:
        """Keep what is drawn now."""
        if marks := self._canvas.states.marks:
            self._drafts.keep(FIELD, self._evidence, msgspec.json.encode(marks).decode())
        else:
            self._drafts.drop(FIELD, self._evidence)

    def hand_over(self) -> None:
        """The next job of the store records them."""
        self._drafts.hand_over(FIELD, self._evidence)


def _read(text: str | None) -> list[Mark]:
    """Return marks that an earlier run kept; what another version wrote otherwise is none."""
    try:
        return msgspec.json.decode(text or "[]", type=list[Mark])
    except msgspec.DecodeError:
        return []
