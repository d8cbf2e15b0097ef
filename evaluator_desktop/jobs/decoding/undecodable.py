"""The error of every reader, apart from them because all raise it."""

from evaluator_desktop.jobs.preview_protocol import Reason


class UndecodableError(Exception):
    """The file cannot be shown, for a known reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
