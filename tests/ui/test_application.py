from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.ui.application import load_translation


@pytest.fixture
def _translators_removed(qapp: QApplication) -> Iterator[None]:
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.usefixtures("_translators_removed")
@pytest.mark.parametrize(("language", "cancel"), [("zh_CN", "取消"), ("en", "Cancel")])
def test_the_standard_buttons_speak_the_language(
    language: str, cancel: str, qapp: QApplication, qtbot: QtBot
) -> None:
    texts.set_language(language)

    assert load_translation(qapp) is (language == "zh_CN")

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    button = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert button.text().replace("&", "") == cancel
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel


@pytest.mark.usefixtures("_translators_removed")
def test_the_program_translates_what_qt_does_not_know_yet(qapp: QApplication) -> None:
    texts.set_language("zh_CN")
    load_translation(qapp)

    assert QCoreApplication.translate("QFileDialog", "Files of &type:") == texts._(
        "Files of &type:"
    )
    assert QCoreApplication.translate("QFileDialog", "Nobody says this") == "Nobody says this"
