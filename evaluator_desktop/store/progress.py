"""How long work tells how far it is and hears that it should stop.

Apart from the background jobs, because operations, packages and reports speak it without Qt, and
the command line gives them another listener.
"""

from typing import Protocol

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.texts import N_


class CancelledError(EvaluatorError):
    """The person stopped the work; whoever raises it has left nothing half done."""

    code = "cancelled"
    sentence = N_("Cancelled. Nothing was changed.")


class Progress(Protocol):
    """Given to long work as its keyword `progress`."""

    @property
    def cancelled(self) -> bool:
        """Whether the person wishes the work to stop."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise CancelledError where the work may stop with nothing half done."""
        ...

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` (0: not known) are ready; `text` names the one at hand."""
        ...


class SilentProgress:
    """Nobody listens and nobody cancels."""

    cancelled = False

    def raise_if_cancelled(self) -> None:
        """Go on."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say nothing."""


SILENT = SilentProgress()
"""What long work is given where nobody listens."""
