"""A provider is scored by keys alone: the promise of the screen that matters."""

from pathlib import Path

from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.domain.scheme import Item
from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.ui.dialogs.departure_dialog import DepartureDialog
from tests.ui.pages.workbench.bench import CTRL, Key, put_files
from tests.ui.pages.workbench.conftest import Opener

_FILES_AN_ITEM = 2


def _files() -> list[tuple[str, str, str | None]]:
    """Thirty files: two for each item, for the first requirements that a company shows."""
    return [
        (item.id, f"{item.id} {number + 1}.txt", _requirement(item, number))
        for item in rounds.read_scheme().items
        for number in range(_FILES_AN_ITEM)
    ]


def _requirement(item: Item, number: int) -> str | None:
    asked = [r.id for r in item.requirements if r.when != "law_firm"]
    return asked[number % len(asked)] if asked else None


def test_a_provider_with_fifteen_items_and_thirty_files_costs_77_keystrokes(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    put_files(workspace_path, provider, _files())
    bench = open_bench()
    keys = 0
    for _item in range(15):
        for _file in range(_FILES_AN_ITEM):
            assert bench.in_list
            bench.press(Key.Key_Space, wait=False)
            keys += 1
        assert bench.in_rating
        bench.type("80")
        bench.press(Key.Key_Return, wait=False)
        keys += 1  # a rating, as the promise counts it: digits and Enter
    bench.settle()
    bench.press(Key.Key_F12)
    dialog = bench.page.findChild(DepartureDialog)
    assert dialog is not None
    assert dialog.isVisible()
    bench.press(Key.Key_Escape)
    bench.come_back()
    bench.press(Key.Key_Return, CTRL)
    keys += 2

    assessment = bench.assessment
    outcomes = [o for item in assessment.items for o in item.outcomes]
    assert outcomes == [Outcome.VERIFIED] * 30
    assert assessment.score == "80.00"
    assert assessment.record.state is ProviderState.SUBMITTED
    assert not assessment.record.conflicts
    assert keys == 47  # and the digits of fifteen ratings: 77


def test_keys_faster_than_the_store_lose_nothing(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    files = [("organization.staff", f"{number}.txt", "staff_list") for number in range(6)]
    put_files(workspace_path, provider, files)
    bench = open_bench()
    bench.page.course.go_to(3)
    bench.page.course.start_item()
    for key in (Key.Key_Space, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_Space):
        bench.press(key, wait=False)
    bench.press(Key.Key_Up, wait=False)
    bench.press(Key.Key_3, wait=False)
    bench.press(Key.Key_Up, wait=False)
    bench.settle()

    assert bench.item("organization.staff").outcomes == (
        Outcome.VERIFIED,
        Outcome.PARTLY_VERIFIED,
        Outcome.FALSE,
        Outcome.UNVERIFIABLE,
        Outcome.FALSE,
        Outcome.PENDING,
    )
    assert not bench.assessment.record.conflicts


def test_one_file_judged_three_times_at_once_is_no_conflict(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    put_files(workspace_path, provider, [("organization.staff", "a.txt", "staff_list")])
    bench = open_bench()
    bench.page.course.go_to(3)
    for key in (Key.Key_Space, Key.Key_2, Key.Key_4):
        bench.page.ui.evidence_pane.start()
        bench.press(key, wait=False)
    bench.settle()

    assert not bench.assessment.record.conflicts
    assert bench.file("a.txt").outcome is Outcome.UNVERIFIABLE
