"""The device key of an account, and the devices it knows."""

import json
import os
import re
from pathlib import Path

import pytest

from evaluator_desktop.store.device import (
    Device,
    KnownDevice,
    TrustedDevices,
    fingerprint_of,
    same_fingerprint,
    signature_holds,
)


def test_the_key_is_made_once_for_an_account(tmp_path: Path) -> None:
    first = Device(tmp_path)

    assert Device(tmp_path).fingerprint == first.fingerprint
    assert Device(tmp_path / "other").fingerprint != first.fingerprint


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter on Windows")
def test_the_key_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    device = Device(tmp_path / "config")
    assert device.identity

    for file in (tmp_path / "config").iterdir():
        assert file.stat().st_mode & 0o077 == 0, file
    assert [f.name for f in (tmp_path / "config").glob("*.part")] == []


def test_a_fingerprint_is_eight_groups_of_digits() -> None:
    assert re.fullmatch(r"[0-9]{5}(-[0-9]{5}){7}", fingerprint_of(bytes(32)))
    # The first digits of SHA-256 of 32 zero bytes, by an independent calculation.
    digest = 0x66687AADF862BD776C8FC18B8E9F8E20089714856EE233B3902A591D0D5F2925
    assert fingerprint_of(bytes(32)).replace("-", "") == str(digest % 10**40).zfill(40)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("12345-67890", True),
        ("1234567890", True),
        (" 12345 67890\n", True),
        ("12345-67891", False),
        ("", False),
        ("-", False),
    ],
)
def test_fingerprints_are_compared_as_people_type_them(typed: str, same: bool) -> None:
    assert same_fingerprint("12345-67890", typed) is same


def test_two_empty_fingerprints_are_not_the_same() -> None:
    assert not same_fingerprint("", "")


def test_a_signature_holds_for_these_bytes_and_this_key_alone(tmp_path: Path) -> None:
    device, other = Device(tmp_path / "a"), Device(tmp_path / "b")
    signature = device.sign(b"content")

    assert signature_holds(device.public_key, signature, b"content")
    assert not signature_holds(device.public_key, signature, b"Content")
    assert not signature_holds(other.public_key, signature, b"content")
    assert not signature_holds(device.public_key, signature[:-1], b"content")
    assert not signature_holds(device.public_key, b"", b"content")
    assert not signature_holds(b"short", signature, b"content")


def test_devices_are_remembered_once(tmp_path: Path) -> None:
    known = TrustedDevices(tmp_path)
    assert known.all() == []

    known.remember(KnownDevice("12345-67890", "周明", trusted=True))
    known.remember(KnownDevice("1234567890", "周明", trusted=True, lost=True))
    known.remember(KnownDevice("99999-99999", "陈静", trusted=True))

    assert [d.label for d in TrustedDevices(tmp_path).all()] == ["周明", "陈静"]
    found = known.find("12345 67890")
    assert found is not None
    assert found.lost
    assert known.find("00000-00000") is None
    assert json.loads((tmp_path / "devices.json").read_text("utf-8"))
