"""The outcome of one piece of evidence: icon and word, always together (D4)."""

from PySide6.QtCore import QSize

from evaluator_desktop.domain.verification import OUTCOME_NAMES, Outcome
from evaluator_desktop.texts import _
from evaluator_desktop.ui.theme import PX, icons
from evaluator_desktop.ui.widgets.key_cap import KeyButton

REMOVED = "removed"

# Of each outcome, and of a removed file, its icon and ink.
_SIGNS: dict[str, tuple[str, str]] = {
    Outcome.PENDING: ("outcome_pending", "pending"),
    Outcome.VERIFIED: ("outcome_verified", "ok"),
    Outcome.PARTLY_VERIFIED: ("outcome_partly_verified", "partly"),
    Outcome.FALSE: ("outcome_false", "false"),
    Outcome.UNVERIFIABLE: ("outcome_unverifiable", "unver"),
    REMOVED: ("circle", "text2"),
}
# The four that are given by a key, in the order of the keys 1 to 4.
OUTCOME_KEYS = {
    "1": Outcome.VERIFIED,
    "2": Outcome.PARTLY_VERIFIED,
    "3": Outcome.FALSE,
    "4": Outcome.UNVERIFIABLE,
}


def outcome_word(outcome: str) -> str:
    """Return the word of an outcome, or of REMOVED, in the user's language."""
    return _("Removed") if outcome == REMOVED else _(OUTCOME_NAMES[Outcome(outcome)])


def outcome_sign(outcome: str) -> tuple[str, str]:
    """Return icon and ink of an outcome, or of REMOVED, for a `Cell` or an icon."""
    return _SIGNS[outcome]


class OutcomeButton(KeyButton):
    """One of the four outcome keys of the workbench, 32 px high, its digit on it."""

    def set_outcome(self, outcome: str) -> None:
        """Become the button of an outcome that OUTCOME_KEYS gives a key."""
        icon, ink = outcome_sign(outcome)
        self.setIcon(icons.icon(icon, ink))
        self.setIconSize(QSize(PX["icon"], PX["icon"]))
        self.set_caption(outcome_word(outcome))
        self.set_key(next(key for key, given in OUTCOME_KEYS.items() if given == outcome))
