"""Erasing personal data: gone from the files, never brought back, the history still whole."""

from pathlib import Path

import pytest

from evaluator_desktop.domain.bodies import Call, Customer
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.errors import FieldsError, FinalStepError, ReasonMissingError
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts
from evaluator_desktop.operations.customers import add_customers
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.operations.purge import erase
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store import personal
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import LEAD, PROVIDER, Laptop

NAME, PHONE = "欧阳采薇", "13917204486"
OTHER_NAME, OTHER_PHONE = "司徒望舒", "15800316275"
WORDS = "电话里说的那句话"


@pytest.fixture
def lead(laptop: Laptop) -> Workspace:
    workspace = laptop("lead", LEAD, "lead")
    add_customers(workspace, PROVIDER, [(NAME, PHONE), (OTHER_NAME, OTHER_PHONE)])
    return workspace


def digest_of(workspace: Workspace, name: str) -> str:
    found = workspace.record(PROVIDER, personal=True).personal or {}
    return next(digest for digest, person in found.items() if person["name"] == name)


def customer_of(workspace: Workspace, name: str) -> str:
    digest = digest_of(workspace, name)
    return next(
        entity.id
        for entity in workspace.history.entities(kind=Customer.kind)
        for head in entity.heads
        if head.body is not None and head.body.personal == digest
    )


def encrypted(workspace: Workspace, target: Path) -> Path:
    wishes = ExportWishes(recipients=(workspace.device.recipient,))
    return export_package(workspace, target, wishes).path


def on_disk(workspace: Workspace, text: str) -> list[str]:
    """Names of the files of a workspace that hold a text; the database may be open."""
    handles = sorted(p for p in workspace.path.rglob("*") if p.is_file())
    return [p.name for p in handles if text.encode() in p.read_bytes()]


def test_the_name_is_gone_from_the_files_at_once(lead: Workspace) -> None:
    path = lead.path

    erased = erase(lead, customer=customer_of(lead, NAME), reason="本人要求")

    # The workspace is still open: what the journal holds counts too. Reading the files of an open
    # database drops its lock, so nothing is done with it afterwards.
    assert erased.objects == 1
    assert on_disk(lead, NAME) == on_disk(lead, PHONE) == []
    assert on_disk(lead, OTHER_NAME) == ["store.sqlite3"]
    lead.close()
    with Workspace.open(path) as again:
        assert check(again).problems == ()


def test_before_it_the_name_is_in_the_file(lead: Workspace) -> None:
    assert on_disk(lead, NAME) == ["store.sqlite3"]


def test_many_are_erased_one_by_one_from_a_full_table(laptop: Laptop) -> None:
    lead = laptop("lead", LEAD, "lead")
    add_customers(lead, PROVIDER, ((f"顾客{n:04d}号", f"139{n:08d}") for n in range(1500)))
    digests = sorted(digest for digest, _content in personal.objects(lead.database))

    for digest in digests[::50]:
        erase(lead, digest=digest, reason="到期")
    left = {content[16:] for _digest, content in personal.objects(lead.database)}

    names = (f"顾客{n:04d}号" for n in range(1500))
    gone = [name for name in names if not any(name.encode() in content for content in left)]
    assert len(gone) == 30
    assert [name for name in gone if on_disk(lead, name)] == []


def test_what_a_customer_said_goes_with_the_name(lead: Workspace) -> None:
    customer = customer_of(lead, NAME)
    words, content = lead.history.personal_object({"words": WORDS})
    call = Call(PROVIDER, customer, [], "completed", True, 5, words)
    lead.commit("call", [Change(derived_id(call), Call.kind, call)], personal={words: content})

    assert erase(lead, customer=customer, reason="本人要求").objects == 2
    assert on_disk(lead, WORDS) == []


def test_backups_that_still_hold_it_are_named(lead: Workspace) -> None:
    backup = lead.backups.make()

    erased = erase(lead, digest=digest_of(lead, NAME), reason="本人要求")

    assert erased.backups == (backup,)
    assert on_disk(lead, NAME) == [backup.name]


def test_it_is_no_step_to_take_back(lead: Workspace) -> None:
    lead.session.undo.clear()
    erase(lead, digest=digest_of(lead, NAME), reason="本人要求")

    with pytest.raises(FinalStepError):
        undo(lead)


def test_a_reason_and_something_to_erase_are_needed(lead: Workspace) -> None:
    digest = digest_of(lead, NAME)
    with pytest.raises(ReasonMissingError):
        erase(lead, digest=digest, reason=" ")
    for wrong in ("", "x", "0" * 63):
        with pytest.raises(FieldsError):
            erase(lead, digest=wrong, reason="到期")
    with pytest.raises(FieldsError):
        erase(lead, customer="0" * 32, reason="到期")
    erase(lead, digest=digest, reason="本人要求")
    with pytest.raises(FieldsError):
        erase(lead, digest=digest, reason="本人要求")


def test_no_merge_brings_it_back(lead: Workspace, laptop: Laptop, tmp_path: Path) -> None:
    zhou = laptop("zhou")
    before = encrypted(lead, tmp_path / "before.evpkg")
    merge_package(zhou, before)
    digest = digest_of(lead, NAME)
    erase(lead, digest=digest, reason="本人要求")

    assert merge_package(lead, before).status is MergeStatus.ALREADY_MERGED
    merge_package(lead, encrypted(zhou, tmp_path / "from-zhou.evpkg"))

    assert not personal.is_here(lead.database, digest)
    assert merge_package(lead, before).status is MergeStatus.ALREADY_MERGED


def test_a_merge_erases_what_was_erased_elsewhere(
    lead: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    merge_package(zhou, encrypted(lead, tmp_path / "before.evpkg"))
    assert digest_of(zhou, NAME)
    erase(lead, digest=digest_of(lead, NAME), reason="本人要求")

    plain = export_package(lead, tmp_path / "plain.evpkg").path
    assert merge_package(zhou, plain).status is MergeStatus.MERGED

    backups = [path.name for path in zhou.backups.all()]
    assert set(on_disk(zhou, NAME)) <= set(backups)
    assert on_disk(zhou, OTHER_NAME)


def test_a_package_that_brings_both_the_name_and_its_erasure(
    lead: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou, old = laptop("zhou"), laptop("old")
    before = encrypted(lead, tmp_path / "before.evpkg")
    erase(lead, digest=digest_of(lead, NAME), reason="本人要求")
    merge_package(old, before)
    merge_package(old, export_package(lead, tmp_path / "erased.evpkg").path)

    merge_package(zhou, encrypted(old, tmp_path / "after.evpkg"))
    merge_package(zhou, before)

    assert NAME not in {
        p["name"] for p in (zhou.record(PROVIDER, personal=True).personal or {}).values()
    }


def test_two_who_erase_the_same_agree(lead: Workspace, laptop: Laptop, tmp_path: Path) -> None:
    zhou = laptop("zhou")
    merge_package(zhou, encrypted(lead, tmp_path / "before.evpkg"))
    digest = digest_of(lead, NAME)
    erase(lead, digest=digest, reason="本人要求")
    erase(zhou, digest=digest, reason="到期")

    merge_package(lead, export_package(zhou, tmp_path / "zhou.evpkg").path)

    assert conflicts(lead) == []


def test_check_sees_what_was_erased_and_is_here_again(lead: Workspace) -> None:
    erased = digest_of(lead, NAME)
    (found,) = personal.objects(lead.database, [erased])
    erase(lead, digest=erased, reason="本人要求")
    assert check(lead).problems == ()

    with lead.database.transaction():
        personal.insert(lead.database, [found])

    (problem,) = check(lead).problems
    assert erased[:16] in problem
