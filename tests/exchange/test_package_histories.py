"""Histories that were tampered with, even by whoever signed them: refused whole."""

import hashlib
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.store.workspace import Workspace
from tests.domain.revision_lines import fields, written
from tests.exchange.packages import (
    REVISIONS,
    Members,
    in_order,
    signed,
)
from tests.exchange.refusing import EVIDENCE, refused
from tests.workspaces import (
    FEES,
    OTHER,
    PROVIDER,
)

_SOUND = fields("rating", provider=PROVIDER, item=FEES)


def with_lines(
    members: Members, path: Path, sender: Workspace, change: Callable[[list[bytes]], list[bytes]]
) -> Path:
    """The package with other revisions, its hashes and signature made to fit."""
    lines = change(members[REVISIONS].splitlines())
    return signed(path, members | {REVISIONS: in_order(lines)}, sender.device)


def test_a_sound_revision_more_is_taken(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    """The refusals below are for what they spoil, not for the extra line."""
    path = with_lines(members, tmp_path / "a.evpkg", sender, lambda ls: [*ls, written(_SOUND)])

    assert merge_package(workspace, path).status is MergeStatus.MERGED


def _value_of_last(lines: list[bytes]) -> list[bytes]:
    return [line.replace(b'"value":"81"', b'"value":"91"') for line in lines]


def _without(part: bytes) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: [line for line in lines if part not in line]


def _and(*more: bytes) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: [*lines, *more]


HISTORIES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "edited and hashed anew": _value_of_last,
    "a revision dropped": _without(b'"value":"80"'),
    "the last one dropped": _without(b'"kind":"evidence"'),
    "all dropped": lambda _lines: [],
    "a line of nothing": _and(b""),
    "a line of rubbish": _and(b"rubbish"),
    "a line that is not UTF-8": _and(written(_SOUND).replace("周明".encode(), b"\xff\xfe")),
    "a deep line": _and(b"[" * 100_000),
    "a key twice": _and(written(_SOUND).replace(b'"v":1', b'"v":1,"v":1')),
    "another spelling": _and(json.dumps(_SOUND, ensure_ascii=False).encode()),
    "an unknown kind": _and(written(_SOUND | {"kind": "wish"})),
    "an unknown field": _and(written(_SOUND | {"wish": 1})),
    "a newer revision": _and(written(_SOUND | {"v": 2})),
    "an entity of its own choice": _and(written(_SOUND | {"entity": "ab" * 16})),
    "a parent that is not there": _and(written(_SOUND | {"parents": ["ab" * 32]})),
    "a chain that is not there": _and(written(_SOUND | {"seq": 4, "prev": "ab" * 32})),
    "an outcome that is none": _and(
        written(fields("outcome", provider=PROVIDER, outcome="fine"))
    ),
    "a day that is none": _and(written(fields("outcome", provider=PROVIDER, on="2020-02-30"))),
    "text of 30 000 signs": _and(written(fields("rating", reason="x" * 30_000))),
    "another round beside it": _and(written(fields("round") | {"entity": "ab" * 16})),
    "the round withdrawn": _and(written(fields("round") | {"body": None})),
}  # fmt: skip


@pytest.mark.parametrize("name", HISTORIES)
def test_a_history_that_was_tampered_with_by_whoever_signed_it(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path, name: str
) -> None:
    refused(workspace, with_lines(members, tmp_path / "a.evpkg", sender, HISTORIES[name]))


def test_a_parent_of_another_record(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    strange = sender.record(PROVIDER).evidence[0].head_ids[0]
    line = written(_SOUND | {"parents": [strange]})

    refused(workspace, with_lines(members, tmp_path / "a.evpkg", sender, _and(line)))


def test_lines_out_of_order(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    lines = members[REVISIONS].splitlines(keepends=True)

    for order in (reversed(lines), [*lines, lines[-1]], [lines[0], *lines]):
        members[REVISIONS] = b"".join(order)
        refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device))


def test_a_last_line_without_its_end(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    members[REVISIONS] = members[REVISIONS].rstrip(b"\n")

    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device))


def test_a_line_that_does_not_end(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    members[REVISIONS] = zlib.compress(b"x") * 1_000_000  # 9 MB without a line break

    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device))


def test_one_bad_revision_refuses_the_good_ones_with_it(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    bad = written(fields("rating", provider=OTHER, value="101"))
    path = with_lines(members, tmp_path / "a.evpkg", sender, _and(bad))

    refused(workspace, path)
    assert workspace.record(PROVIDER).raters == ()


def test_evidence_that_is_not_what_its_name_says(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    members[EVIDENCE] = b"another content, hash and signature made to fit"
    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device))

    def lie(manifest: dict[str, Any]) -> None:
        manifest["parts"][-1]["sha256"] = EVIDENCE.removeprefix("evidence/")

    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device, lie), dry=(False,))


def test_a_good_file_before_a_bad_one_is_not_kept(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    other = b"a second file"
    members[f"evidence/{hashlib.sha256(other).hexdigest()}"] = other
    last = max(name for name in members if name.startswith("evidence/"))
    members[last] += b"!"

    def lie(manifest: dict[str, Any]) -> None:
        manifest["parts"][-1]["sha256"] = last.removeprefix("evidence/")

    members = {name: members[name] for name in sorted(members, key=lambda n: n == last)}
    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device, lie), dry=(False,))


def test_no_message_shows_what_stands_in_a_package(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    line = written(fields("rating", reason="x" * 20_001 + "秘密"))
    path = with_lines(members, tmp_path / "a.evpkg", sender, _and(line))

    assert "秘密" not in refused(workspace, path)
