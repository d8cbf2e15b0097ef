"""What the window remembers on this computer: its look, language, sizes and columns."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QTableView, QTreeView, QWidget

from evaluator_desktop.texts import DEFAULT_LANGUAGE, LANGUAGES
from evaluator_desktop.ui.theme import Choice
from evaluator_desktop.ui.widgets.stacking import is_stacked


class WindowSettings:
    """An INI file in the user's configuration folder; what it cannot read it starts afresh."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def look(self) -> Choice:
        """Light, dark, or as the system."""
        word = self._text("look")
        return Choice(word) if word in set(Choice) else Choice.SYSTEM

    @look.setter
    def look(self, choice: Choice) -> None:
        self._settings.setValue("look", str(choice))

    @property
    def language(self) -> str:
        """The language of the next start."""
        word = self._text("language")
        return word if word in LANGUAGES else DEFAULT_LANGUAGE

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def last_workspace(self) -> str:
        """The workspace opened last, "" for none."""
        return self._text("last_workspace")

    @last_workspace.setter
    def last_workspace(self, folder: str) -> None:
        self._settings.setValue("last_workspace", folder)

    def last_provider(self, workspace: str) -> str:
        """Return the provider that was in hand in a workspace, "" for none."""
        known = self._text("last_provider").partition("|")
        return known[0] if known[2] == workspace else ""

    def set_last_provider(self, workspace: str, provider_id: str) -> None:
        """Remember the provider in hand."""
        self._settings.setValue("last_provider", f"{provider_id}|{workspace}")

    def restore(self, window: QMainWindow) -> None:
        """Give a window back its place and size."""
        window.restoreGeometry(self._bytes(f"{window.objectName()}/geometry"))

    def restore_parts(self, owner: QWidget) -> None:
        """Give back splitters and columns inside `owner`: all that have an object name."""
        for key, part in _parts(owner).items():
            part.restoreState(self._bytes(key))

    def save(self, window: QMainWindow) -> None:
        """Keep place, size, splitters and columns."""
        self._settings.setValue(f"{window.objectName()}/geometry", window.saveGeometry())
        for key, part in _parts(window).items():
            self._settings.setValue(key, part.saveState())
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _parts(owner: QWidget) -> dict[str, QSplitter | QHeaderView]:
    parts: dict[str, QSplitter | QHeaderView] = {}
    for splitter in owner.findChildren(QSplitter):
        if splitter.objectName() and not is_stacked(splitter):
            parts[f"splitters/{splitter.objectName()}"] = splitter
    for table in owner.findChildren(QTableView):
        if table.objectName():
            parts[_columns_key(table, table.horizontalHeader())] = table.horizontalHeader()
    for tree in owner.findChildren(QTreeView):
        if tree.objectName():
            parts[_columns_key(tree, tree.header())] = tree.header()
    return parts


def _columns_key(view: QWidget, header: QHeaderView) -> str:
    """Name the columns of a view and how many: a header given another number believes in it.

    Some tables have a column a person; Qt then asks the model for columns that it does not have.
    """
    return f"columns/{view.objectName()}/{header.count()}"
