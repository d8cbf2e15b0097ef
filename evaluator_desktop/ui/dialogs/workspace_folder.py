"""The folder of a new workspace: which one is proposed, and why one will not do."""

from pathlib import Path

from evaluator_desktop.store.folders import unsafe_place
from evaluator_desktop.texts import _


def free_folder() -> Path:
    """Suggest a folder that is not there yet."""
    home = Path.home() / _("Assessment")
    names = [home, *(home.with_name(f"{home.name} {number}") for number in range(2, 100))]
    return next((name for name in names if not name.exists()), home)


def folder_problem(folder: Path) -> str | None:
    """Say why a workspace cannot be made there, None where it can."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        return _("The folder is not empty. Choose a new one.")
    if place := unsafe_place(folder):
        return _("The folder lies in a {place}. Choose another one.").format(place=place)
    return None
