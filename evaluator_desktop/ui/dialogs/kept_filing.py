"""What was corrected in the table of files to add, kept until they are added.

The table itself comes of folders that are dropped again; only what a person said of their files
is worth keeping, by the path of each.
"""

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.models.filing_model import Correction, FilingModel

FIELD = "filing"


class KeptFiling(QObject):
    """The corrections of one table, of files of this provider."""

    def __init__(self, drafts: Drafts, provider: str, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._provider = drafts, provider

    def watch(self, dialog: QDialog, model: FilingModel) -> bool:
        """Bring back what an earlier run left, and keep what changes; tells if anything came."""
        came = model.correct(_read(self._drafts.text(FIELD, self._provider)))
        model.dataChanged.connect(lambda: self._keep(model))
        dialog.rejected.connect(self.drop)
        return came

    def drop(self) -> None:
        """The files are added, or nobody wants them."""
        self._drafts.drop(FIELD, self._provider)

    def _keep(self, model: FilingModel) -> None:
        text = msgspec.json.encode(model.corrections).decode()
        self._drafts.keep(FIELD, self._provider, text)


def _read(text: str | None) -> dict[str, Correction]:
    """Return what an earlier run kept; what another version wrote otherwise is nothing."""
    try:
        return msgspec.json.decode(text or "{}", type=dict[str, Correction])
    except msgspec.DecodeError:
        return {}
