"""The final review: what a lock covers, what arrives after it, and that it refuses every change."""

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop import operations
from evaluator_desktop.domain.bodies import (
    Assignment,
    Customer,
    Profile,
    Rating,
    SchemeInUse,
)
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.errors import FinalStepError, LockedProviderError, StepError
from evaluator_desktop.exchange.workbooks.customer_sheet import CustomerSheet
from evaluator_desktop.exchange.workbooks.provider_sheet import ProviderSheet
from evaluator_desktop.operations import (
    assigning,
    calls,
    classes,
    conflicts,
    customers,
    evidence,
    export,
    merge,
    providers,
    ratings,
    shop,
    undo,
    verification,
)
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.trust import Trust
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import (
    CHEN,
    FACTS,
    FEES,
    LEAD,
    OTHER,
    PROVIDER,
    STAFF,
    ZHOU,
    Laptop,
    files_in,
    stored_rows,
)


def rate_everything(workspace: Workspace, value: str = "0") -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, value, "无材料")


def lock(workspace: Workspace) -> None:
    steps.submit(workspace, PROVIDER)
    steps.lock(workspace, PROVIDER)


def lock_findings(workspace: Workspace) -> list[str]:
    found = workspace.assessment(PROVIDER).findings
    return [str(f.params["what"]) for f in found if f.rule == "lock"]


# --- every change is refused --------------------------------------------------------------------


EMPTY_SHEET: tuple[Any, ...] = ((), (), (), 1, {"name": "B"}, ())


def undo_past_the_lock(workspace: Workspace) -> None:
    """The lock itself is said to stay first; then comes what was recorded before it."""
    with pytest.raises(FinalStepError):
        undo.undo(workspace)
    undo.undo(workspace)


class Given:
    """A provider with one of everything that an operation can change, locked in the end."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        added = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x")
        self.evidence = added.files[0][0]
        people = [("张三", "13812345678"), ("李四", "13912345678")]
        customers.add_customers(workspace, PROVIDER, people)
        calls.draw(workspace, PROVIDER, 1)
        self.customer = workspace.record(PROVIDER).customers[0].id
        steps.assign(workspace, LEAD, [PROVIDER])
        steps.assign(workspace, ZHOU, [PROVIDER])
        assigning.unassign(workspace, ZHOU, [PROVIDER])
        self.file = folder / "b.pdf"
        self.file.write_bytes(b"y")
        planned = [Change("ab" * 16, "customer", Customer(PROVIDER, None, False, False, ""))]
        self.customers = customers.CustomerPlan(CustomerSheet(*EMPTY_SHEET), planned=planned)
        identity = Profile(PROVIDER, "remarks", {"text": "x"})
        change = Change(derived_id(identity), "profile", identity)
        self.providers = providers.ImportPlan(ProviderSheet(*EMPTY_SHEET), planned=[change])
        rate_everything(workspace)
        lock(workspace)


EDITS: dict[str, Callable[[Workspace, Given], object]] = {
    "ratings.rate": lambda ws, _g: ratings.rate(ws, PROVIDER, STAFF, "80"),
    "ratings.clear_rating": lambda ws, _g: ratings.clear_rating(ws, PROVIDER, STAFF),
    "ratings.set_consensus": lambda ws, _g: ratings.set_consensus(ws, PROVIDER, STAFF, "8", "会"),
    "classes.decide_class": lambda ws, _g: classes.decide_class(
        ws, PROVIDER, confirmed=True, reason="系伪造"
    ),
    "evidence.add_content": lambda ws, _g: evidence.add_content(ws, PROVIDER, STAFF, "b", b"y"),
    "evidence.add_files": lambda ws, g: evidence.add_files(ws, PROVIDER, STAFF, [g.file]),
    "evidence.add_marked": lambda ws, g: evidence.add_marked(ws, g.evidence, "c.jpg", b"z"),
    "evidence.link": lambda ws, g: evidence.link(ws, g.evidence, [(FEES, None)]),
    "evidence.remove": lambda ws, g: evidence.remove(ws, g.evidence, "重复"),
    "evidence.describe": lambda ws, g: evidence.describe(
        ws, g.evidence, requirement=None, captured_on=date(2020, 1, 1), note=""
    ),
    "verification.record_outcome": lambda ws, g: verification.record_outcome(
        ws, g.evidence, "verified"
    ),
    "shop.set_facts": lambda ws, _g: shop.set_facts(ws, PROVIDER, FACTS),
    "shop.set_parts": lambda ws, _g: shop.set_parts(
        ws, PROVIDER, {"offer": {"products": 1, "is_decorated": True}}
    ),
    "customers.add_customers": lambda ws, _g: customers.add_customers(
        ws, PROVIDER, [("王五", "13712345678")]
    ),
    "customers.carry_out": lambda ws, g: customers.carry_out(ws, g.customers),
    "calls.draw": lambda ws, _g: calls.draw(ws, PROVIDER, 2),
    "calls.record_call": lambda ws, g: calls.record_call(ws, PROVIDER, g.customer, "no_answer"),
    "calls.replace_interview": lambda ws, g: calls.replace_interview(
        ws, PROVIDER, g.customer, "no_answer"
    ),
    "providers.edit_profile": lambda ws, _g: providers.edit_profile(
        ws, PROVIDER, "remarks", {"text": "x"}
    ),
    "providers.carry_out": lambda ws, g: providers.carry_out(ws, g.providers),
    "round.assign": lambda ws, _g: steps.assign(ws, CHEN, [OTHER, PROVIDER]),
    "assigning.unassign": lambda ws, _g: assigning.unassign(ws, LEAD, [OTHER, PROVIDER]),
    "round.submit": lambda ws, _g: steps.submit(ws, PROVIDER),
    "undo.undo": lambda ws, _g: undo_past_the_lock(ws),
}
NO_EDITS = {
    "entry.record_entry_fact": "the shipped scheme has no checklist; through the same door",
    "edit.commit": "the door itself",
    "round.start_round": "before there is a provider",
    "round.lock": "confirms a lock that is to be confirmed, else refused: below",
    "round.unlock": "the one way out",
    "round.return_provider": "refused by the state: below",
    "conflicts.resolve": "refused but for the lock itself: below",
    "undo.redo": "refused as undo is",
    "purge.erase": "what has to be erased is erased",
    "issuing.issue": "what a lock leads to",
    "schemes.carry_out": "the round's, and makes locks to be confirmed",
    "issuing.make_provider_report": "what a lock leads to",
    "people.list_person": "the round's",
    "new_provider.add_provider": "makes one that nobody has locked",
    "joining.join": "tests of joining",
    "joining.part": "tests of joining",
}


@pytest.mark.parametrize("name", EDITS)
def test_a_locked_provider_refuses_every_change(
    workspace: Workspace, name: str, tmp_path: Path
) -> None:
    given = Given(workspace, tmp_path)
    before = stored_rows(workspace)

    with pytest.raises(LockedProviderError, match="终审"):
        EDITS[name](workspace, given)

    assert stored_rows(workspace) == before


def test_files_that_are_refused_at_the_end_leave_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Somebody locks the provider while files are being read."""
    (tmp_path / "一.pdf").write_bytes(b"1")
    before = files_in(workspace.path / "evidence")

    def on_store(step: Callable[..., Any], *args: object) -> Any:
        result = step(workspace, *args)
        lock(workspace)
        return result

    rate_everything(workspace)
    with pytest.raises(LockedProviderError):
        evidence.add_all(
            PROVIDER, [evidence.NewFile(tmp_path / "一.pdf", STAFF)], on_store=on_store
        )

    assert files_in(workspace.path / "evidence") == before


def test_no_operation_is_forgotten() -> None:
    """Whatever writes revisions is tried on a locked provider, or said why it is not."""
    known = EDITS.keys() | NO_EDITS.keys()

    assert set(writing_operations()) <= known
    assert not EDITS.keys() & NO_EDITS.keys()


def writing_operations() -> Iterator[str]:
    """Yield each public function that commits, itself or through functions of its module."""
    for path in sorted(Path(str(operations.__file__)).parent.glob("*.py")):
        body = ast.parse(path.read_text("utf-8")).body
        functions = {node.name: called(node) for node in body if isinstance(node, ast.FunctionDef)}
        writing = {"commit"}
        while more := {n for n, calls_ in functions.items() if calls_ & writing} - writing:
            writing |= more
        public = (name for name in functions if name in writing and not name.startswith("_"))
        yield from (f"{path.stem}.{name}" for name in public)


def called(node: ast.FunctionDef) -> set[str]:
    calls_ = (inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call))
    return {getattr(func, "attr", getattr(func, "id", "")) for func in calls_}


def test_a_locked_provider_is_not_returned_and_not_locked_again(workspace: Workspace) -> None:
    rate_everything(workspace)
    lock(workspace)
    before = stored_rows(workspace)

    with pytest.raises(StepError):
        steps.return_provider(workspace, PROVIDER, "补充")
    with pytest.raises(StepError):
        steps.lock(workspace, PROVIDER)

    assert stored_rows(workspace) == before


# --- what arrives later -------------------------------------------------------------------------


@pytest.fixture
def arrived(laptop: Laptop, workspace: Workspace, tmp_path: Path) -> Workspace:
    """A lead's locked provider, and a merge that brought a rating and another verdict."""
    steps.assign(workspace, LEAD, [PROVIDER])
    file = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x").files[0][0]
    verification.record_outcome(workspace, file, "verified")
    export.export_package(workspace, tmp_path / "task.evpkg")
    zhou = laptop("zhou")
    merge.take_package(zhou, tmp_path / "task.evpkg", trust=Trust(any_new=True))
    verification.record_outcome(zhou, file, "unverifiable", note="未见原件")
    ratings.rate(zhou, PROVIDER, "organization.experience", "0", "无材料")
    export.export_package(zhou, tmp_path / "work.evpkg")
    rate_everything(workspace)
    verification.record_outcome(workspace, file, "partly_verified", note="缺页")
    lock(workspace)
    merge.take_package(workspace, tmp_path / "work.evpkg", trust=Trust(any_new=True))
    return workspace


def test_what_arrives_after_the_lock_is_kept_and_said(arrived: Workspace) -> None:
    record = arrived.record(PROVIDER)

    assert record.state == "locked"
    assert record.raters == tuple(sorted((LEAD, ZHOU)))
    assert {e.kind for e in arrived.assessment(PROVIDER).late} == {"rating", "outcome"}
    (text,) = lock_findings(arrived)
    assert "评分" in text
    assert "核验结论" in text
    row = arrived.projections.get(PROVIDER)
    assert row is not None
    assert (row.provisional, row.late) == (True, 2)


def test_a_conflict_that_arrives_waits_for_the_unlocking(arrived: Workspace) -> None:
    (conflict,) = conflicts.conflicts(arrived)
    with pytest.raises(LockedProviderError):
        conflicts.resolve(arrived, conflict.id, take=1, reason="见原件")
    with pytest.raises(StepError):
        steps.lock(arrived, PROVIDER)

    steps.unlock(arrived, PROVIDER, "补到材料")
    conflicts.resolve(arrived, conflict.id, take=1, reason="见原件")
    steps.lock(arrived, PROVIDER)

    assert lock_findings(arrived) == []
    assert arrived.record(PROVIDER).version == 2


def test_a_lead_confirms_a_lock_by_locking_again(workspace: Workspace, laptop: Laptop) -> None:
    steps.assign(workspace, LEAD, [PROVIDER])
    rate_everything(workspace)
    lock(workspace)
    body = Rating(PROVIDER, STAFF, ZHOU, "0", "无材料")
    workspace.commit("rate", [Change(derived_id(body), "rating", body)])  # as a merge brings it
    assert len(lock_findings(workspace)) == 1

    steps.lock(workspace, PROVIDER)

    assert lock_findings(workspace) == []
    assert workspace.record(PROVIDER).version == 2
    with pytest.raises(StepError):
        steps.lock(workspace, PROVIDER)


def test_a_lock_is_not_confirmed_before_everybody_submitted(workspace: Workspace) -> None:
    steps.assign(workspace, LEAD, [PROVIDER])
    rate_everything(workspace)
    lock(workspace)
    body = Assignment(PROVIDER, ZHOU, None)
    workspace.commit("assign", [Change(derived_id(body), "assignment", body)])

    with pytest.raises(StepError):
        steps.lock(workspace, PROVIDER)


def test_another_scheme_makes_every_lock_to_be_confirmed(workspace: Workspace) -> None:
    rate_everything(workspace)
    lock(workspace)
    (entity,) = workspace.history.entities(kind="scheme")
    document = {**dict(workspace.scheme.document), "version": "2"}
    body = SchemeInUse(workspace.info.id, document)
    workspace.commit("set_scheme", [Change(entity.id, "scheme", body, entity.head_ids)])

    assert len(lock_findings(workspace)) == 1
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert (row.late, row.provisional) == (1, True)
    steps.lock(workspace, PROVIDER)
    assert lock_findings(workspace) == []


# --- whose submission is held up ----------------------------------------------------------------


def test_what_a_colleague_has_to_rate_holds_up_the_colleague_alone(workspace: Workspace) -> None:
    items = [item.id for item in workspace.scheme.items]
    steps.assign(workspace, ZHOU, [PROVIDER], items[:7])
    steps.assign(workspace, CHEN, [PROVIDER], items[7:])
    workspace.act_as(ZHOU)
    for item in items[:7]:
        ratings.rate(workspace, PROVIDER, item, "0", "无材料")
    steps.submit(workspace, PROVIDER)

    workspace.act_as(CHEN)
    with pytest.raises(StepError):
        steps.submit(workspace, PROVIDER)
    assert workspace.record(PROVIDER).submitters == (ZHOU,)
    for item in items[7:]:
        ratings.rate(workspace, PROVIDER, item, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    assert workspace.record(PROVIDER).state == "submitted"


def test_an_item_of_nobodys_holds_up_everybody_and_the_lock(workspace: Workspace) -> None:
    items = [item.id for item in workspace.scheme.items]
    steps.assign(workspace, ZHOU, [PROVIDER], items[:7])
    workspace.act_as(ZHOU)
    for item in items[:7]:
        ratings.rate(workspace, PROVIDER, item, "0", "无材料")

    with pytest.raises(StepError):
        steps.submit(workspace, PROVIDER)
