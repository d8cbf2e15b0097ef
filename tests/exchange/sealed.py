"""Laptops with keys of their own, people with names to look for, and containers to spoil."""

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.exchange.encryption import KEY, PACKAGE, SUMS
from evaluator_desktop.operations.customers import add_customers
from evaluator_desktop.operations.evidence import add_files
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF

NAMES = ("欧阳采薇", "司徒望舒")
PHONES = ("13917204486", "15800316275")
PLANTED = tuple(text.encode() for text in (*NAMES, *PHONES))
PASSPHRASE = "杏花 春雨 2020"  # noqa: S105  of the tests alone

Spoil = Callable[[bytes], bytes]


def on_laptop(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str) -> None:
    """From here on the device key, the identity and the trust are those of this laptop."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / f"config-{name}"))


def plant(workspace: Workspace, folder: Path) -> None:
    """Record two customers and one piece of evidence."""
    add_customers(workspace, PROVIDER, zip(NAMES, PHONES, strict=True))
    file = folder / "staff.pdf"
    file.write_bytes(b"%PDF-1.7 a list of the staff" * 5000)
    add_files(workspace, PROVIDER, STAFF, [file])


def known_people(workspace: Workspace) -> set[str]:
    """The names of customers that this workspace can show."""
    personal = workspace.record(PROVIDER, personal=True).personal or {}
    return {person["name"] for person in personal.values()}


def rewritten(source: Path, target: Path, changes: dict[str, Spoil], *, sums: bool = True) -> Path:
    """Write a container anew with changed members, as somebody who knows the format would."""
    with zipfile.ZipFile(source) as container:
        members = {name: container.read(name) for name in container.namelist()}
    for name, change in changes.items():
        members[name] = change(members[name])
    if sums:
        lines = (
            f"{hashlib.sha256(members[name]).hexdigest()}  {name}\n"
            for name in (KEY, PACKAGE)
            if name in members
        )
        members[SUMS] = "".join(lines).encode()
    with zipfile.ZipFile(target, "w") as container:
        for name, content in members.items():
            container.writestr(name, content)
    return target


def flipped(place: int) -> Spoil:
    """Flip one bit at a place, counted from the end when it is negative."""

    def flip(content: bytes) -> bytes:
        spoiled = bytearray(content)
        spoiled[place] ^= 1
        return bytes(spoiled)

    return flip
