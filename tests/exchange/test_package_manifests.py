"""Manifests that are none, do not fit, or are of another time or round."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.exchange.manifest import PERSONAL
from evaluator_desktop.exchange.personal_lines import encode_personal
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import set_language
from tests.domain.revision_lines import fields, written
from tests.exchange.packages import (
    MANIFEST,
    REVISIONS,
    SIGNATURE,
    Members,
    in_order,
    signed,
    zipped,
)
from tests.exchange.refusing import EVIDENCE, refused


def spoilt(members: Members, path: Path, sender: Workspace, **changes: Any) -> Path:
    """A manifest that is changed and signed again by its own device."""
    return signed(path, members, sender.device, lambda manifest: manifest.update(changes))


def test_a_package_put_together_again_by_its_own_device_is_taken(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    path = spoilt(members, tmp_path / "a.evpkg", sender)

    assert merge_package(workspace, path).status is MergeStatus.MERGED


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 0},
        {"format": "1"},
        {"format": None},
        {"format": True},
        {"parts": []},
        {"volumes": []},
        {"volumes": [[]]},
        {"volumes": [[REVISIONS]]},
        {"volumes": [[REVISIONS, EVIDENCE, EVIDENCE]]},
        {"tips": {"x": {"seq": 0, "revision": "ab" * 32}}},
        {"tips": None},
        {"device": "12345-12345-12345-12345-12345-12345-12345-12345"},
        {"revisions": 1},
        {"revisions": -1},
        {"round": "x"},
        {"surplus": 1},
        {"person": 5},
        {"since": {"x": -1}},
        {"task": {"person": "", "providers": []}},
        {"scheme_digest": ""},
    ],
)
def test_a_manifest_that_does_not_fit(
    workspace: Workspace,
    sender: Workspace,
    members: Members,
    tmp_path: Path,
    changes: dict[str, Any],
) -> None:
    refused(workspace, spoilt(members, tmp_path / "a.evpkg", sender, **changes))


@pytest.mark.parametrize("wrong", ["digest", "size", "name", "twice", "personal"])
def test_parts_that_do_not_fit(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path, wrong: str
) -> None:
    def change(manifest: dict[str, Any]) -> None:
        part = manifest["parts"][-1]
        assert part["name"] == EVIDENCE
        if wrong == "digest":
            part["sha256"] = "0" * 64
        elif wrong == "size":
            part["size"] += 1
        elif wrong == "name":
            part["name"] = "evidence/../../x"
        elif wrong == "twice":
            manifest["parts"].append(part | {"size": 1})
        else:
            manifest["parts"].append({"name": "personal.jsonl", "sha256": "0" * 64, "size": 0})

    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device, change))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format":' + b"[" * 100_000,
        b'{"a":' + b"[" * 100_000,
        b'{"a":"\xff"}',
        b'{"format":1,"person":"\xff"}',
        b'{"format":1e999}',
        b'{"format":1,"format":1}',
    ],
)
def test_a_manifest_that_is_none(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path, content: bytes
) -> None:
    members[MANIFEST], members[SIGNATURE] = content, sender.device.sign(content)

    refused(workspace, zipped(tmp_path / "a.evpkg", members))


def test_a_manifest_in_another_spelling(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    content = json.dumps(json.loads(members[MANIFEST]), indent=1).encode()
    members[MANIFEST], members[SIGNATURE] = content, sender.device.sign(content)

    refused(workspace, zipped(tmp_path / "a.evpkg", members))


@pytest.mark.parametrize("signature", [b"", b"x", bytes(64), bytes(65)])
def test_a_signature_that_is_none(
    workspace: Workspace, members: Members, tmp_path: Path, signature: bytes
) -> None:
    members[SIGNATURE] = signature

    refused(workspace, zipped(tmp_path / "a.evpkg", members))


def test_a_newer_format_is_refused_whole_and_said(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    path = spoilt(members, tmp_path / "a.evpkg", sender, format=7, whatever={"new": True})

    set_language("en")
    sentence = refused(workspace, path)
    assert "newer" in sentence
    assert "7" in sentence


def test_another_round_is_refused(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    path = spoilt(members, tmp_path / "a.evpkg", sender, round="ab" * 16)
    refused(workspace, path, MergeStatus.OTHER_ROUND)

    with Workspace.create(tmp_path / "else", person="某人", role="lead") as other:
        steps.start_round(other, steps.read_scheme())
        export_package(other, tmp_path / "else.evpkg")
    refused(workspace, tmp_path / "else.evpkg", MergeStatus.OTHER_ROUND)


def test_personal_objects_in_a_package_that_is_not_encrypted_are_refused(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    name, content = sender.history.personal_object({"name": "欧阳采薇", "phone": "13917204486"})
    line = encode_personal(name, content) + b"\n"
    path = signed(tmp_path / "a.evpkg", members | {PERSONAL: line}, sender.device)

    set_language("en")
    sentence = refused(workspace, path)
    assert "not encrypted" in sentence
    assert "欧阳" not in sentence


def test_a_bad_revision_is_refused_in_the_language_of_the_user(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    bad = [
        written(fields("rating", value="101")),
        written(fields("rating") | {"seq": 4}),
        written(fields("rating") | {"wish": 1}),
        written(fields("rating") | {"kind": "wish"}),
        written(fields("rating") | {"v": 2}),
        written(fields("profile", part="wish")),
        b"rubbish",
    ]
    set_language("zh_CN")
    for line in bad:
        lines = in_order([*members[REVISIONS].splitlines(), line])
        path = signed(tmp_path / "a.evpkg", members | {REVISIONS: lines}, sender.device)
        sentence = refused(workspace, path, dry=(True,)).partition("：")[2]
        words = set(re.findall("[A-Za-z]{4,}", sentence)) - {"JSON", "part", "value"}
        assert not {word for word in words if not re.fullmatch("[0-9a-f]+", word)}, sentence
