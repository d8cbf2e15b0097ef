"""The first step of a merge: locked packages, laptops nobody knows, and the ledger below."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from evaluator_desktop.exchange.errors import (
    DamagedPackageError,
    NotARecipientError,
    WrongPassphraseError,
)
from evaluator_desktop.operations import round as round_steps
from evaluator_desktop.operations.devices import mark_lost
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.store.device import Device, TrustedDevices
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.models.package_model import state_look
from evaluator_desktop.ui.pages.merge.step_bar import Step
from tests.ui.pages.merge_desk import Desk, Given, both, given, lead, open_desk, rating
from tests.ui.pages.opened import PATIENCE_MS, open_page
from tests.workspaces import CHEN, FEES, LEAD, OTHER, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["given", "lead", "open_desk", "open_page", "workspace_template"]

SPRING, STREAM = "杏花春雨", "小桥流水"
OpenDesk = Callable[..., Desk]


def sealed(target: Path, wishes: ExportWishes) -> Callable[[Workspace], object]:
    """Return the work of exporting an encrypted package."""
    return lambda workspace: export_package(workspace, target, wishes)


def wait(desk: Desk) -> None:
    """A passphrase takes a second or more, on purpose."""
    runner = desk.opened.runner
    for _round in range(2):
        QApplication.processEvents()
        desk.qtbot.waitUntil(lambda: not runner.is_busy, timeout=9 * PATIENCE_MS)


def unlock(desk: Desk, passphrase: str) -> None:
    pane = desk.ui.packages_pane.ui
    pane.passphrase_edit.setText(passphrase)
    pane.unlock_button.click()
    wait(desk)


def states(desk: Desk) -> list[str]:
    return [state_look(row)[0] for row in desk.ui.packages_pane.model.rows]


def test_each_package_asks_for_its_own_passphrase(
    open_desk: OpenDesk, given: Given, tmp_path: Path
) -> None:
    zhou, chen = tmp_path / "sealed 1.evpkg", tmp_path / "sealed 2.evpkg"
    spring, stream = ExportWishes(passphrase=SPRING), ExportWishes(passphrase=STREAM)
    given(ZHOU, both(rating("80"), sealed(zhou, spring)), own_device=False)
    given(CHEN, both(rating("70", FEES, CHEN), sealed(chen, stream)), own_device=False)
    desk = open_desk()
    pane = desk.ui.packages_pane

    desk.drop(zhou, chen)
    assert states(desk) == ["需要口令", "需要口令"]
    assert pane.ui.passphrase_edit.hasFocus()
    unlock(desk, "")
    assert pane.ui.passphrase_edit.property("problem")

    for _attempt in range(3):  # nobody is locked out
        unlock(desk, "不对的")
        assert not desk.ui.step_bar.primary_button.isEnabled()
        assert pane.ui.passphrase_edit.property("problem")
    assert "口令" in pane.ui.passphrase_edit.accessibleDescription()
    unlock(desk, SPRING)
    assert [row.can_merge for row in pane.model.rows] == [True, False]
    assert chen.name in pane.ui.passphrase_label.text()
    assert not pane.ui.passphrase_edit.property("problem")
    unlock(desk, STREAM)
    assert [row.can_merge for row in pane.model.rows] == [True, True]
    assert not pane.ui.passphrase_box.isVisible()

    desk.ui.step_bar.primary_button.click()
    desk.ui.step_bar.primary_button.click()
    wait(desk)

    def raters(workspace: Workspace) -> tuple[str, ...]:
        return workspace.record(PROVIDER).raters

    assert set(desk.opened.ask(raters)) == {ZHOU, CHEN}


def test_what_is_encrypted_to_this_account_opens_by_itself(
    open_desk: OpenDesk, given: Given, tmp_path: Path
) -> None:
    package, wishes = tmp_path / "to us.evpkg", ExportWishes(recipients=(Device().recipient,))
    given(ZHOU, both(rating("80"), sealed(package, wishes)), own_device=False)
    desk = open_desk()

    desk.drop(package)

    (row,) = desk.ui.packages_pane.model.rows
    assert row.can_merge


def test_wrong_damaged_altered_and_for_others_are_told_apart(
    open_desk: OpenDesk, given: Given, tmp_path: Path
) -> None:
    locked, others = tmp_path / "locked.evpkg", tmp_path / "others.evpkg"
    to_others = ExportWishes(recipients=(Device(tmp_path / "other").recipient,))
    spring = sealed(locked, ExportWishes(passphrase=SPRING))
    given(ZHOU, both(rating("80"), spring, sealed(others, to_others)), own_device=False)
    damaged = tmp_path / "damaged.evpkg"
    content = bytearray(locked.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    desk = open_desk()

    desk.drop(locked, damaged, others)
    unlock(desk, "不对的")

    results = [row.result for row in desk.ui.packages_pane.model.rows]
    errors = [type(result.error) for result in results if result]
    assert errors == [WrongPassphraseError, DamagedPackageError, NotARecipientError]
    sentences = {r.message.replace(r.file, "") for r in results if r}
    assert len(sentences) == 3
    assert len(set(states(desk))) == 2


def test_an_unknown_laptop_is_left_out(open_desk: OpenDesk, given: Given) -> None:
    zhou, chen = given(ZHOU, rating("80")), given(CHEN, rating("70", FEES, CHEN))
    desk = open_desk()
    desk.drop(zhou, chen)
    pane = desk.ui.packages_pane
    first = pane.ui.fingerprint_label.accessibleName()

    desk.opened.click(pane.ui.refuse_button)

    (row,) = pane.model.rows
    assert row.is_unknown
    assert pane.ui.fingerprint_label.accessibleName() == row.device != first
    assert TrustedDevices().all() == []
    assert zhou.exists()
    desk.opened.click(pane.ui.refuse_button)
    assert pane.ui.empty_state.isVisible()


def test_the_ledger_says_who_owes_what(open_desk: OpenDesk, given: Given) -> None:
    def assign(workspace: Workspace) -> None:
        round_steps.assign(workspace, ZHOU, [PROVIDER])
        round_steps.assign(workspace, CHEN, [PROVIDER, OTHER], [STAFF])

    package = given(ZHOU, rating("80"))
    desk = open_desk(assign)
    pane = desk.ui.packages_pane.ui.ledger_pane
    for model in (pane.persons, pane.shares):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    def line(person: str) -> list[str]:
        row = pane.persons.row_of(person)
        return [pane.persons.index(row, c).data() for c in range(pane.persons.columnCount())]

    assert [pane.persons.person(row) for row in range(4)] == ["", LEAD, ZHOU, CHEN]
    assert line("")[1:3] == ["0/3", "0/17"]
    assert line(ZHOU)[1:3] == ["0/1", "0/15"]
    assert line(CHEN)[1:3] == ["0/2", "0/2"]
    assert (pane.shares.rowCount(), list(pane.shares.persons)) == (2, [ZHOU, CHEN])

    desk.take_in(package)

    assert line(ZHOU)[2] == "1/15"
    assert "vm" in line(ZHOU)[5] or Device().label in line(ZHOU)[5]
    desk.page._go(Step.PACKAGES)
    pane.ui.person_table.setCurrentIndex(pane.persons.index(pane.persons.row_of(CHEN), 0))
    assert list(pane.shares.persons) == [CHEN, ZHOU]
    pane.ui.person_table.setCurrentIndex(pane.persons.index(pane.persons.row_of(ZHOU), 0))
    assert pane.shares.rowCount() == 1
    assert pane.shares.index(0, 2).data() == "1/15"
    pane.ui.person_table.setCurrentIndex(pane.persons.index(0, 0))
    assert pane.shares.rowCount() == 2


def test_the_ledger_of_a_round_without_assignments(open_desk: OpenDesk) -> None:
    desk = open_desk()

    pane = desk.ui.packages_pane.ui.ledger_pane
    assert pane.shares.rowCount() == 0
    assert pane.ui.ledger_head.meta_label.text()


def test_of_a_lost_laptop_nothing_is_asked(open_desk: OpenDesk, given: Given) -> None:
    package = given(ZHOU, rating("80"))
    desk = open_desk()
    desk.drop(package)
    lost = desk.ui.packages_pane.ui.fingerprint_label.accessibleName()
    mark_lost(lost)

    desk.opened.click(desk.ui.packages_pane.ui.trust_button)

    (row,) = desk.ui.packages_pane.model.rows
    assert row.is_lost
    assert not row.can_merge
    assert not desk.ui.packages_pane.ui.trust_box.isVisible()
    assert desk.ui.packages_pane.ui.message_box.isVisible()


def test_going_back_to_the_packages_chooses_nobody_in_the_ledger(
    open_desk: OpenDesk, given: Given
) -> None:
    desk = open_desk(rating("60"))
    desk.take_in(given(ZHOU, rating("90")))
    assert desk.is_at(Step.SETTLE)

    desk.page._go(Step.PACKAGES)
    desk.opened.settle()

    pane = desk.ui.packages_pane.ui
    people = pane.ledger_pane.ui.person_table
    assert pane.ledger_pane.persons.person(people.currentIndex().row()) == ""
    assert pane.package_table.hasFocus()
