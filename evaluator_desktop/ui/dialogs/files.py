"""The system's file dialogs, asked for in one place."""

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QFileDialog, QWidget

from evaluator_desktop.texts import _

PACKAGES = "*.evpkg"
WORKBOOKS = "*.xlsx"
SCHEMES = "*.xlsx *.toml"
TEXTS = "*.txt"


def choose_folder(parent: QWidget) -> Path | None:
    """Ask for the folder of a workspace."""
    return _path(QFileDialog.getExistingDirectory(parent, _("Folder of the workspace")))


def choose_file(parent: QWidget, title: str, pattern: str = "*") -> Path | None:
    """Ask for one existing file."""
    return _path(QFileDialog.getOpenFileName(parent, title, "", pattern)[0])


def choose_files(parent: QWidget, title: str, pattern: str = "*") -> list[Path]:
    """Ask for any number of existing files."""
    return [Path(name) for name in QFileDialog.getOpenFileNames(parent, title, "", pattern)[0]]


def choose_target(parent: QWidget, title: str, name: str, pattern: str = "*") -> Path | None:
    """Ask for a file to write; what is there already is refused by whoever writes."""
    options = QFileDialog.Option.DontConfirmOverwrite
    return _path(QFileDialog.getSaveFileName(parent, title, name, pattern, options=options)[0])


def temporary_folder() -> Path:
    """Return a new folder for a sample workspace; the system clears it away."""
    return Path(mkdtemp(prefix="evaluator-demo-")) / "demo"


def _path(text: str) -> Path | None:
    return Path(text) if text else None
