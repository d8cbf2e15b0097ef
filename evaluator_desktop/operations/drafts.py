"""Keeping what is half typed, so that a kill loses nothing; none of it is a revision."""

from collections.abc import Mapping

from evaluator_desktop.store.workspace import Workspace


def all_drafts(workspace: Workspace) -> dict[str, str]:
    """Return every text that was kept, by its place."""
    return workspace.drafts.all()


def keep(workspace: Workspace, texts: Mapping[str, str | None]) -> None:
    """Keep what stands in these places now; None drops what was kept there."""
    workspace.drafts.keep(texts, workspace.session.now())


def hand_over(workspace: Workspace, place: str, text: str | None = None) -> None:
    """Say that the next commit records what stands in this place; `text` is kept until then."""
    if text is not None:
        keep(workspace, {place: text})
    workspace.drafts.hand_over(place)


def take_back(workspace: Workspace, place: str) -> str | None:
    """Return what was handed over and is a draft again, None where it was recorded."""
    return workspace.drafts.take_back(place)
