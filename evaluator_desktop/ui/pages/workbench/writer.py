"""Writing what a person does faster than the page can read it back.

A revision names the heads its author had on screen. Two keys within milliseconds meet the same
screen; the second one then builds upon what the first one wrote, as its author knows.
"""

from collections.abc import Callable, Mapping, Sequence

from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace


class Successions:
    """Which heads this page wrote upon which; used on the store thread alone."""

    def __init__(self) -> None:
        self._after: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def latest(self, entity: str, seen: tuple[str, ...]) -> tuple[str, ...]:
        """Return what this page has made of the heads that were seen."""
        while (entity, seen) in self._after:
            seen = self._after[entity, seen]
        return seen

    def note(self, entity: str, seen: tuple[str, ...], changes: Changes) -> None:
        """Remember what was written upon `seen`."""
        if changes.revisions:
            self._after[entity, seen] = changes.revisions


def write(
    workspace: Workspace,
    successions: Successions,
    entity: str,
    seen: tuple[str, ...] | None,
    operation: Callable[..., Changes],
    args: Sequence[object],
    keywords: Mapping[str, object],
) -> Changes:
    """Carry out an operation on one entity; `seen` None: heads differ, let it refuse."""
    if seen is None:
        return operation(workspace, *args, seen=None, **keywords)
    latest = successions.latest(entity, seen)
    changes = operation(workspace, *args, seen=latest, **keywords)
    successions.note(entity, latest, changes)
    return changes
