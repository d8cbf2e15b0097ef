"""The list of findings and what a lead does with a provider as a whole, in the real window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog

from evaluator_desktop.domain.bodies import SchemeInUse
from evaluator_desktop.domain.entry import entry_results
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.operations import evidence, ratings, verification
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.operations.drafts import all_drafts
from evaluator_desktop.reports.sections.conclusion import findings as report_findings
from evaluator_desktop.store import settings
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.queries.findings import provider_findings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.class_dialog import ClassDialog
from evaluator_desktop.ui.dialogs.entry_dialog import EntryDialog
from evaluator_desktop.ui.dialogs.findings_dialog import FindingsDialog
from evaluator_desktop.ui.dialogs.reason_dialog import ReasonDialog
from tests.ui.pages.workbench.bench import PERSON, STAFF, Bench, new_workspace, put_files
from tests.ui.pages.workbench.conftest import Opener
from tests.ui.pages.workbench.handling import SAFE_MS

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def provider(workspace_path: Path) -> str:
    return new_workspace(workspace_path, role="lead")


@pytest.fixture
def prepared(workspace_path: Path, provider: str) -> Callable[..., None]:
    """Work on the provider before the window opens: a false file, everything rated and so on."""

    def prepare(*, is_false: bool = False, submitted: bool = False, locked: bool = False) -> None:
        put_files(workspace_path, provider, [(STAFF, "名册.pdf", "staff_list")])
        with Workspace.open(workspace_path) as workspace:
            (piece,) = workspace.record(provider).evidence
            word = "false" if is_false else "verified"
            verification.record_outcome(workspace, piece.id, word, note="见笔录")
            if submitted or locked:
                for item in workspace.scheme.items:
                    ratings.rate(workspace, provider, item.id, "0", "无材料")
                rounds.submit(workspace, provider)
            if locked:
                rounds.lock(workspace, provider)

    return prepare


def run(bench: Bench, action: str) -> None:
    bench.page.commands()[action]()
    bench.settle()


def dialog(kind: type[D]) -> D:
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
    return found


def state(bench: Bench) -> ProviderState:
    return bench.assessment.record.state


def choose(bench: Bench, rule: str, place: str) -> None:
    """Open the list and choose a finding in it."""
    run(bench, "show_findings")
    shown = dialog(FindingsDialog)
    found = bench.assessment.findings
    row = next(n for n, f in enumerate(found) if (f.rule, f.place) == (rule, place))
    shown.ui.finding_list.row_opened.emit(row)
    bench.settle()


def test_window_result_and_report_show_one_list(
    open_bench: Opener, prepared: Callable[..., None], workspace_path: Path
) -> None:
    prepared(is_false=True)
    bench = open_bench()
    run(bench, "show_findings")
    shown = dialog(FindingsDialog)
    QAbstractItemModelTester(
        shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal, bench.page
    )
    texts = [shown.model.item(row).text() for row in range(shown.model.rowCount())]
    shown.reject()

    assessment = bench.assessment
    said = [finding.text for finding in assessment.findings]
    assert len(said) > 15
    assert [text.startswith(one) for text, one in zip(texts, said, strict=True)] == [True] * len(
        said
    )
    asked = bench.ask(lambda workspace: provider_findings(workspace, bench.provider))
    assert [finding.text for finding in asked] == said
    (table,) = report_findings(assessment).blocks
    assert [row.cells[-1] for row in getattr(table, "rows", ())] == said


def test_a_finding_leads_to_its_place(open_bench: Opener, prepared: Callable[..., None]) -> None:
    prepared()
    bench = open_bench()

    choose(bench, "D3", "organization.experience")
    assert bench.page.course.number == 1
    choose(bench, "requirements", STAFF)
    assert bench.page.course.number == 3

    pages: list[str] = []
    bench.page.provider_requested.disconnect()  # this window has no other pages
    bench.page.provider_requested.connect(lambda page, _provider: pages.append(page))
    choose(bench, "D1", "round")
    assert pages == ["merge"]


def test_a_dispute_leads_to_the_tab_where_it_is_settled(
    open_bench: Opener, prepared: Callable[..., None], workspace_path: Path, provider: str
) -> None:
    prepared()
    with Workspace.open(workspace_path) as workspace:
        for person, value in (("周明", "20"), ("陈立", "90")):
            workspace.act_as(person)
            ratings.rate(workspace, provider, STAFF, value, "见材料")
    bench = open_bench()
    pages: list[str] = []
    bench.page.provider_requested.disconnect()
    bench.page.provider_requested.connect(lambda page, _provider: pages.append(page))
    choose(bench, "D10", STAFF)

    assert pages == ["merge/consensus"]


def test_d5_a_lead_decides_on_the_class_from_the_list(
    open_bench: Opener, prepared: Callable[..., None]
) -> None:
    prepared(is_false=True)
    bench = open_bench()
    choose(bench, "D5", "provider")
    asked = dialog(ClassDialog)

    asked.ui.confirm_button.click()
    assert asked.isVisible()
    asked.ui.reason_edit.setPlainText("见笔录")
    asked.ui.confirm_button.click()
    bench.settle()

    band = bench.assessment.class_band
    assert band is not None
    assert band.id == "failed"
    assert ("D5", "provider") not in {(f.rule, f.place) for f in bench.assessment.findings}
    run(bench, "decide_class")
    again = dialog(ClassDialog)
    assert again.ui.reason_edit.toPlainText() == "见笔录"
    again.ui.decline_button.click()
    bench.settle()
    assert bench.assessment.class_band is None


def test_d5_what_comes_in_while_a_lead_decides_waits_for_another_decision(
    open_bench: Opener, prepared: Callable[..., None]
) -> None:
    prepared(is_false=True)
    bench = open_bench()
    choose(bench, "D5", "provider")
    asked = dialog(ClassDialog)

    def merged(workspace: Workspace) -> Changes | None:
        added = evidence.add_content(workspace, bench.provider, STAFF, "另一份.pdf", b"another")
        other = added.files[0][0]
        return verification.record_outcome(workspace, other, "false", note="又一份")

    bench.ask(merged)
    asked.ui.reason_edit.setPlainText("见笔录")
    asked.ui.decline_button.click()
    bench.settle()

    assert bench.assessment.class_is_stale


def test_without_false_material_nothing_is_asked(
    open_bench: Opener, prepared: Callable[..., None]
) -> None:
    prepared()
    bench = open_bench()
    run(bench, "decide_class")

    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, ClassDialog)]


def test_locking_and_unlocking(open_bench: Opener, prepared: Callable[..., None]) -> None:
    prepared(submitted=True)
    bench = open_bench()
    run(bench, "lock")
    assert state(bench) is ProviderState.LOCKED
    assert bench.said == "", "Ctrl+Z would take back something else"

    run(bench, "lock")
    assert bench.page.ui.error_line.isVisible()
    run(bench, "unlock")
    asked = dialog(ReasonDialog)
    asked.ui.reason_edit.setPlainText("更正")
    asked.accept()
    asked.reason_given.emit("更正")
    bench.settle()
    assert state(bench) is ProviderState.SUBMITTED


def test_returning(open_bench: Opener, prepared: Callable[..., None]) -> None:
    prepared(submitted=True)
    bench = open_bench()
    run(bench, "return_provider")
    asked = dialog(ReasonDialog)
    asked.ui.reason_edit.setPlainText("请补充合同")
    asked.accept()
    asked.reason_given.emit("请补充合同")
    bench.settle()

    assert state(bench) is ProviderState.RETURNED
    assert bench.said, "Ctrl+Z takes it back"


def test_evaluators_are_not_offered_what_leads_do(
    open_bench: Opener, workspace_path: Path, provider: str
) -> None:
    with Workspace.open(workspace_path) as workspace:
        workspace.settings.put({settings.ROLE: "evaluator"})
        evidence.add_content(workspace, provider, STAFF, "a.pdf", b"x")
    offered = open_bench().page.commands()

    assert "show_findings" in offered
    assert not {"lock", "unlock", "return_provider", "decide_class"} & offered.keys()


def test_d12_what_an_entry_condition_asks_for_is_typed(
    open_bench: Opener, workspace_path: Path, provider: str
) -> None:
    with Workspace.open(workspace_path) as workspace:
        document: dict[str, Any] = dict(workspace.scheme.document)
        document["parameters"] = {**document["parameters"], "entry_checklist": True}
        (entity,) = workspace.history.entities(kind=SchemeInUse.kind)
        body = SchemeInUse(workspace.info.id, document)
        workspace.commit("set_scheme", [Change(entity.id, entity.kind, body, entity.head_ids)])
    bench = open_bench()
    choose(bench, "D12", "provider")
    asked = dialog(EntryDialog)
    assert list(asked.fields) == ["staff"]  # the others are known by themselves

    asked.fields["staff"].setText("many")
    bench.qtbot.wait(SAFE_MS)
    assert bench.ask(all_drafts) == {f"entry staff:{provider}:{PERSON}": "many"}
    asked.ui.button_box.accepted.emit()
    assert asked.isVisible()
    asked.fields["staff"].setText("１５")
    asked.ui.button_box.accepted.emit()
    bench.settle()

    found = entry_results(bench.assessment)
    assert [(one.text, one.is_met) for one in found] == [(None, None)] * 2 + [("15", True)]
    assert bench.ask(all_drafts) == {}


def test_d12_without_a_checklist_nothing_is_offered(open_bench: Opener) -> None:
    assert "entry_conditions" not in open_bench().page.commands()
