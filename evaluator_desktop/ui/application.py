"""The QApplication: its name, look, fonts and the language of Qt's own buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from evaluator_desktop.paths import APP_NAME
from evaluator_desktop.texts import N_, _, language
from evaluator_desktop.ui.theme import Choice, Theme

# What Qt 6.11 says and its own catalogues do not know yet.
_QT_WORDS = frozenset({N_("&Look in:"), N_("Files of &type:")})


class _NewerWords(QTranslator):
    """Translates with the program's own catalogue what Qt's lacks; asked when Qt's is silent."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return _(source) if source in _QT_WORDS else source


def make_application(arguments: Sequence[str], look: Choice) -> tuple[QApplication, Theme]:
    """Return the application, speaking the language of `texts`, and its look."""
    app = QApplication(list(arguments))
    app.setApplicationName(APP_NAME)
    app.setDesktopFileName(APP_NAME)
    QLocale.setDefault(QLocale(language()))
    load_translation(app)
    return app, Theme(app, look)


def load_translation(app: QApplication) -> bool:
    """Translate Qt's own words (OK, Cancel, file dialogs); False where nothing is needed."""
    if language() == "en":
        return False
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{language()}", folder):
        raise FileNotFoundError(f"{folder}/qtbase_{language()}.qm")
    app.installTranslator(_NewerWords(app))  # the one installed last is asked first
    return app.installTranslator(translator)
