"""What is typed in a dialog, kept until it is recorded; cancelled, it is dropped.

Apart from the draft of one field, because the fields of a dialog share one fate: they are given
together, refused together and dropped together.
"""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.widgets.draft import Draft

NEW = "new"
"""The key of what has no id of its own before it is recorded."""


class DialogDrafts(QObject):
    """The drafts of a dialog over the thing with this key."""

    def __init__(self, dialog: QDialog, drafts: Drafts, key: str) -> None:
        super().__init__(dialog)
        self._drafts, self._key = drafts, key
        self._fields: dict[str, Draft] = {}
        dialog.rejected.connect(self.drop)

    def add(self, field: QLineEdit | QPlainTextEdit, name: str) -> None:
        """Keep what is typed in a field that shows what is recorded; `Drafts` know it by `name`."""
        draft = self._fields[name] = Draft(field)
        draft.use(self._drafts, name)
        draft.load(self._key, draft.text)

    def hand_over(self, *, ask_back: bool = False) -> None:
        """The next job of the store records all of it.

        `ask_back`: the dialog is gone by then, nobody calls `take_back` where it is refused.
        """
        for name in self._fields:
            self._drafts.hand_over(name, self._key, ask_back=ask_back)

    def take_back(self) -> None:
        """It was refused: what stands in the fields is a draft again."""
        for name, draft in self._fields.items():
            if draft.is_changed:
                self._drafts.keep(name, self._key, draft.text)

    def drop(self) -> None:
        """Nobody wants it any more."""
        for draft in self._fields.values():
            draft.drop()


def keep_in_dialog(
    dialog: QDialog, field: QLineEdit | QPlainTextEdit, drafts: Drafts, name: str, key: str
) -> None:
    """Keep what is typed in a dialog that closes before it is recorded.

    What was given and refused stands in the dialog when it is opened the next time.
    """
    kept = DialogDrafts(dialog, drafts, key)
    kept.add(field, name)
    dialog.accepted.connect(lambda: kept.hand_over(ask_back=True))
