"""合并记录单: what two laptops brought, what differed, who settled it, what is still open."""

from pathlib import Path

import pytest

from evaluator_desktop import texts
from evaluator_desktop.errors import RoleError
from evaluator_desktop.operations import ratings, shop
from evaluator_desktop.operations.conflicts import conflicts, resolve
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import merge_package
from evaluator_desktop.operations.merge_paper import make_merge_record
from evaluator_desktop.store.workspace import Workspace
from tests.reports.pdf_reading import page_texts, squeezed
from tests.workspaces import CHEN, CODE, FACTS, PROVIDER, STAFF, ZHOU, Laptop


def said(workspace: Workspace, target: Path) -> str:
    result = make_merge_record(workspace, target)
    return squeezed("".join(page_texts(result.file.read_bytes())))


def test_nothing_was_merged(workspace: Workspace, tmp_path: Path) -> None:
    text = said(workspace, tmp_path / "record.pdf")

    assert squeezed(texts._("No package was merged into this workspace.")) in text
    assert squeezed(texts._("Every conflict is settled.")) in text


def test_packages_decisions_and_what_is_open(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    for name, person, purchases in (("zhou", ZHOU, 120), ("chen", CHEN, 80)):
        other = laptop(name, person)
        shop.set_facts(other, PROVIDER, FACTS | {"purchases": purchases})
        ratings.rate(other, PROVIDER, STAFF, "90" if person == ZHOU else "60")
        number = export_package(other, tmp_path / f"{name}.evpkg").number
        merge_package(workspace, tmp_path / f"{name}.evpkg")
    [torn] = conflicts(workspace)

    before = said(workspace, tmp_path / "before.pdf")

    assert "zhou.evpkg" in before
    assert number[:16] in before
    assert squeezed(texts._("What differs")) in before
    assert "120" in before
    assert "80" in before
    resolve(workspace, torn.id, take=1, reason="以系统截图为准 <b>")
    ratings.set_consensus(workspace, PROVIDER, STAFF, "75", "会商一致")
    after = said(workspace, tmp_path / "after.pdf")
    assert squeezed("以系统截图为准 <b>") in after
    assert "会商一致" in after
    assert squeezed(texts._("Every conflict is settled.")) in after
    assert CODE not in after  # people know providers by their names


def test_it_is_for_leads(laptop: Laptop, tmp_path: Path) -> None:
    with pytest.raises(RoleError):
        make_merge_record(laptop("zhou"), tmp_path / "record.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_same_state_gives_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    first, second = (
        make_merge_record(workspace, tmp_path / f"{n}.pdf").file.read_bytes() for n in "12"
    )

    assert first == second
