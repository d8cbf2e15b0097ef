"""Final reports that were issued: every one the history knows, also beside a later state."""

from collections.abc import Iterator

from evaluator_desktop.domain.bodies import IssuedReport
from evaluator_desktop.store.reading import read_stored
from evaluator_desktop.store.workspace import Workspace

_ISSUED = (
    "SELECT content FROM revision WHERE entity IN (SELECT entity FROM head WHERE kind = ?)"
    " ORDER BY id"
)


def issued_reports(workspace: Workspace) -> Iterator[IssuedReport]:
    """Yield what was ever recorded of issued reports; one report may come several times."""
    for (content,) in workspace.database.rows(_ISSUED, IssuedReport.kind):
        _revision, body = read_stored(content)
        if isinstance(body, IssuedReport):
            yield body
