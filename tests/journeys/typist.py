"""A program of its own for test_half_typed: opens the window, types, and waits to be killed.

Run as `python -m tests.journeys.typist WORKSPACE PROVIDER FIELD TEXT`; FIELD is one of `FIELDS`.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from evaluator_desktop.paths import config_dir
from evaluator_desktop.ui.application import make_application
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.dialogs.new_provider_dialog import NewProviderDialog
from evaluator_desktop.ui.pages.shop_page import ShopPage
from evaluator_desktop.ui.pages.verification_page import VerificationPage
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage
from evaluator_desktop.ui.theme import Choice
from evaluator_desktop.ui.window_settings import WindowSettings

_PATIENCE = 30.0
Field = QLineEdit | QPlainTextEdit


def reason(desk: Desk, provider: str) -> Field:
    """Return the field of the reason of a rating, with the page in front."""
    desk.window.show_provider("workbench", provider)
    page = desk.window.page("workbench")
    assert isinstance(page, WorkbenchPage)
    wait(lambda: page.course.view is not None)
    return page.ui.item_pane.rating_box.ui.reason_edit


def words(desk: Desk, provider: str) -> Field:
    """Return the field of a customer's words."""
    desk.window.show_provider("verification/customers", provider)
    page = desk.window.page("verification")
    assert isinstance(page, VerificationPage)
    card = page.ui.customers_pane.ui.call_card
    wait(lambda: card.place is not None)
    return card.ui.words_edit


def certificates(desk: Desk, provider: str) -> Field:
    """Return a count of the shop's facts."""
    desk.window.show_provider("shop", provider)
    page = desk.window.page("shop")
    assert isinstance(page, ShopPage)
    wait(lambda: page.provider == provider and not desk.is_busy)
    field = page.ui.facts_form.controls["certificates"]
    assert isinstance(field, QLineEdit)
    return field


def new_name(desk: Desk, _provider: str) -> Field:
    """Return the name in the dialog of a new provider."""
    desk.window.menus.trigger("add_provider")
    found: list[NewProviderDialog] = desk.window.findChildren(NewProviderDialog)
    return found[0].ui.name_edit


FIELDS: dict[str, Callable[[Desk, str], Field]] = {
    "reason": reason,
    "words": words,
    "certificates": certificates,
    "new_name": new_name,
}


def wait(is_so: Callable[[], bool], patience: float = _PATIENCE) -> None:
    """Let the window work until something is so; `patience` in seconds."""
    end = monotonic() + patience
    while not is_so():
        assert monotonic() < end, "waited in vain"
        QTest.qWait(10)


def main(workspace: str, provider: str, name: str, text: str) -> None:
    """Type a text into a field and say so; nothing is left, entered or closed."""
    app, theme = make_application(sys.argv[:1], Choice.LIGHT)
    desk = Desk(WindowSettings(config_dir()), theme)
    desk.window.show()
    desk.window.activateWindow()
    desk.start(Path(workspace))
    wait(lambda: desk.facts is not None and not desk.is_busy)
    field = FIELDS[name](desk, provider)
    field.setFocus()
    wait(lambda: QApplication.focusWidget() is field)
    QTest.keyClicks(field, text)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
