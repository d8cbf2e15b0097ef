"""Packages to spoil: taken apart, changed and put together again as a stranger would."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evaluator_desktop.domain.history import revision_id
from evaluator_desktop.store.device import Device
from tests.domain.revision_lines import written

MANIFEST, SIGNATURE, REVISIONS = "manifest.json", "manifest.sig", "revisions.jsonl"
DATE = (1980, 1, 1, 0, 0, 0)

Members = dict[str, bytes]


def members_of(path: Path) -> Members:
    """What is in a package, by name, read by nothing of ours."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def manifest_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(members_of(path)[MANIFEST])
    return found


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in members_of(path)[REVISIONS].splitlines()]


def zipped(path: Path, members: Members | list[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    """Write members as they are given, in their order."""
    entries = list(members.items()) if isinstance(members, dict) else members
    with zipfile.ZipFile(path, "w") as package:
        for name, content in entries:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, DATE)
            package.writestr(info, content)
    return path


def signed(
    path: Path,
    members: Members,
    device: Device,
    change: Callable[[dict[str, Any]], object] | None = None,
) -> Path:
    """Write members with a manifest that fits them, signed by this device.

    `change` may spoil the manifest before it is signed.
    """
    manifest = json.loads(members[MANIFEST])
    rest = {n: c for n, c in members.items() if n not in (MANIFEST, SIGNATURE)}
    manifest["parts"] = [
        {"name": n, "sha256": hashlib.sha256(c).hexdigest(), "size": len(c)}
        for n, c in rest.items()
    ]
    manifest["volumes"] = [list(rest)]
    manifest["device"], manifest["device_key"] = device.fingerprint, device.public_key.hex()
    if REVISIONS in rest:
        manifest["revisions"] = len(rest[REVISIONS].splitlines())
    if change is not None:
        change(manifest)
    content = written(manifest)
    return zipped(path, {MANIFEST: content, SIGNATURE: device.sign(content), **rest})


def in_order(lines: list[bytes]) -> bytes:
    """Revisions as a package holds them: one a line, by id."""
    return b"".join(line + b"\n" for line in sorted(lines, key=revision_id))
