"""Making the demo workspace, by the same operations as a real round.

A lead begins the round, three colleagues work on it, one of them on a laptop of his own, whose
package comes back with a conflict. Names and numbers are invented; the files are real.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluator_desktop.demo.cast import CAST, FOURTH, LEAD, SECOND, THIRD, Actor
from evaluator_desktop.demo.files import files_for
from evaluator_desktop.demo.telephone import call_customers
from evaluator_desktop.domain import bodies
from evaluator_desktop.domain.scheme import Item, When
from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.operations import (
    edit,
    evidence,
    export,
    merge,
    providers,
    ratings,
    shop,
    verification,
)
from evaluator_desktop.operations import (
    round as rounds,
)
from evaluator_desktop.store.device import Device
from evaluator_desktop.store.folders import new_folder
from evaluator_desktop.store.history import Session
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.workspace import Workspace

CUTOFF = date(2026, 10, 31)
_BEGIN = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)


class _Clock:
    """Every look at it is some seconds later, so that the history reads like a working day."""

    def __init__(self) -> None:
        self._now = _BEGIN

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=13)
        return self._now


def make_demo(path: Path, *, progress: Progress = SILENT) -> Workspace:
    """Make the demo workspace in a new or empty folder and return it open.

    Cancelled, it leaves the folder as it was.
    """
    with new_folder(path):
        _play_all(path, progress)
        progress.raise_if_cancelled()
    return Workspace.open(path)


def _play_all(path: Path, progress: Progress) -> None:
    clock = _Clock()
    with Workspace.create(
        path, person=LEAD, role=bodies.LEAD, session=_session(clock)
    ) as workspace:
        _begin_round(workspace)
        for number, actor in enumerate(CAST):
            progress.step(number, len(CAST), actor.name)
            progress.raise_if_cancelled()
            _play(workspace, actor)
        _return_and_lock(workspace)
        _second_laptop(workspace, clock)


def _session(clock: _Clock) -> Session:
    return Session("", Device().fingerprint, clock=clock)


def _begin_round(workspace: Workspace) -> None:
    rounds.start_round(
        workspace,
        rounds.read_scheme(),
        name="2026 秋季测评（示例）",
        cutoff=CUTOFF,
        organisation="示例第三方测评机构",
        colleagues=(SECOND, THIRD, FOURTH),
    )
    with TemporaryDirectory() as folder:
        sheet = Path(folder) / "providers.xlsx"
        _write_list(sheet)
        providers.carry_out(workspace, providers.plan_import(workspace, sheet))


def _write_list(path: Path) -> None:
    from evaluator_desktop.exchange.workbooks.simple import simple_workbook

    heads = (
        "机构名称",
        "统一社会信用代码",
        "是否律师事务所",
        "地址",
        "联系人",
        "联系电话",
        "测评员",
    )
    rows = [
        (
            actor.name,
            actor.code,
            "是" if actor.is_law_firm else "否",
            f"示例市知春区 {number} 号 A 座 3 楼",
            f"{'周吴郑王冯陈褚卫蒋沈韩杨'[number]}某某",
            f"138{actor.number:04d}{5678 + number:04d}",
            actor.evaluator,
        )
        for number, actor in enumerate(CAST)
    ]
    simple_workbook(path, "机构", [heads, *rows])


def _play(workspace: Workspace, actor: Actor) -> None:
    """What the evaluator of one provider has done so far."""
    provider = edit.find_provider(workspace, actor.code)
    workspace.act_as(actor.evaluator)
    items = workspace.scheme.items
    for number, item in enumerate(items[: actor.rated + actor.attached]):
        checked = number < actor.rated
        _attach(workspace, actor, provider, item, checked=checked)
        if checked:
            _rate(workspace, actor, provider, item, number)
    if actor.shop:
        shop.set_facts(workspace, provider, _facts(actor))
    if actor.customers:
        call_customers(workspace, actor, provider)
    if actor.disputed:
        workspace.act_as(LEAD)
        ratings.rate(workspace, provider, items[9].id, "58", "订单里有重复计数")
    if actor.submitted:
        rounds.submit(workspace, provider)
    workspace.act_as(LEAD)


def _attach(
    workspace: Workspace, actor: Actor, provider: str, item: Item, *, checked: bool
) -> None:
    for requirement in _asked(item, actor):
        for name, content in files_for(actor.name, requirement, actor.number):
            added = evidence.add_content(
                workspace,
                provider,
                item.id,
                name,
                content,
                requirement=requirement,
                captured_on=CUTOFF - timedelta(days=(actor.number + len(name)) % 200),
            )
            if checked:
                _verify(workspace, added.files[0][0], actor, name)


def _asked(item: Item, actor: Actor) -> Iterator[str]:
    """The requirements a provider answers: of alternatives the first, of licences its own."""
    alternative_given = False
    for requirement in item.requirements:
        if requirement.when is When.ONE_OF:
            if alternative_given:
                continue
            alternative_given = True
        unasked = When.NOT_LAW_FIRM if actor.is_law_firm else When.LAW_FIRM
        if requirement.when is not unasked:
            yield requirement.id


def _verify(workspace: Workspace, evidence_id: str, actor: Actor, name: str) -> None:
    odd = (actor.number + len(name)) % 23 == 0
    outcome = Outcome.PARTLY_VERIFIED if odd else Outcome.VERIFIED
    note = "落款日期与签到表不符" if odd else None
    verification.record_outcome(workspace, evidence_id, outcome, note=note)


def _rate(workspace: Workspace, actor: Actor, provider: str, item: Item, number: int) -> None:
    value = 68 + (actor.number * 7 + number * 11) % 30
    is_open = not actor.submitted
    if is_open and number == 2:
        ratings.rate(workspace, provider, item.id, "40")  # its reason is still to be written
    else:
        ratings.rate(workspace, provider, item.id, str(value))


def _facts(actor: Actor) -> dict[str, object]:
    size = actor.shop
    days = [date(2026, 1, 5) + timedelta(days=day) for day in range(size * 4)]
    days += [date(2026, 6, 15) + timedelta(days=day) for day in range(size * 5)]
    return {
        "registered_on": f"{2022 - size * 2}-06-15",
        "has_introduction": True,
        "has_website": size > 1,
        "certificates": size * 4,
        "products": size * 3,
        "is_decorated": size > 2,
        "login_dates": [day.isoformat() for day in days],
        "followers": {"personal": size * 9, "enterprise": size * size},
        "purchases": size * size * 2,
        "praise": {"personal": size * 3, "enterprise": size * 6},
        "comments": {"personal": size * 2, "enterprise": size * 5},
        "replies": size * 4,
        "ratings": {"good": size * 9, "all": size * 10},
    }


def _return_and_lock(workspace: Workspace) -> None:
    for actor in CAST:
        provider = edit.find_provider(workspace, actor.code)
        if actor.returned:
            rounds.return_provider(workspace, provider, "社保清单缺 9 月，请补交")
        if actor.locked:
            rounds.lock(workspace, provider)


def _second_laptop(workspace: Workspace, clock: _Clock) -> None:
    """Another laptop changes the same part of the same shop, and its package comes back."""
    provider = edit.find_provider(workspace, CAST[0].code)
    with TemporaryDirectory() as folder:
        out, back = Path(folder) / "out.evpkg", Path(folder) / "back.evpkg"
        export.export_package(workspace, out)
        laptop = Workspace.create(
            Path(folder) / "laptop", person=SECOND, role=bodies.EVALUATOR, session=_session(clock)
        )
        with laptop:
            merge.merge_package(laptop, out)
            shop.set_facts(laptop, provider, _facts(CAST[0]) | {"purchases": 9})
            export.export_package(laptop, back)
        shop.set_facts(workspace, provider, _facts(CAST[0]) | {"purchases": 16})
        merge.merge_package(workspace, back)
