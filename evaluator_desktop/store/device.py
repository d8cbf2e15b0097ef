"""This account's keys and the devices it trusts, in the user's configuration folder.

The device key signs packages, the age identity opens those that are encrypted to its `recipient`.
Neither ever enters a workspace, backup or package. A device is named by its fingerprint: eight
groups of five digits of the SHA-256 of its public key, to be read out on the telephone.
"""

import hashlib
import json
import os
import platform
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from evaluator_desktop.paths import config_dir

_KEY_FILE = "device.key"
_IDENTITY_FILE = "identity.age"
_TRUST_FILE = "devices.json"
_GROUPS = 8


@dataclass(frozen=True)
class KnownDevice:
    """A device that somebody here said yes to, or that was marked lost."""

    fingerprint: str
    label: str
    trusted: bool
    lost: bool = False
    recipient: str | None = None
    """What others encrypt to; of another device known from its packages."""


class Device:
    """The keys of this user account; made at first use."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or config_dir()
        self._key = _read_key(self.folder / _KEY_FILE) or _make_key(self.folder / _KEY_FILE)

    @property
    def public_key(self) -> bytes:
        return self._key.public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.public_key)

    @property
    def label(self) -> str:
        return platform.node() or "?"

    def sign(self, content: bytes) -> bytes:
        return self._key.sign(content)

    @cached_property
    def identity(self) -> str:
        """The secret half of `recipient`, as age writes it."""
        path = self.folder / _IDENTITY_FILE
        return _read_identity(path) if path.exists() else _make_identity(path)

    @property
    def recipient(self) -> str:
        """What others encrypt to (age1…) so that this account can open it."""
        from pyrage import x25519

        return str(x25519.Identity.from_str(self.identity).to_public())


def fingerprint_of(public_key: bytes) -> str:
    """Return the fingerprint as groups of digits, as 12345-67890-24680."""
    number = int.from_bytes(hashlib.sha256(public_key).digest()) % 10 ** (5 * _GROUPS)
    return in_groups(f"{number:0{5 * _GROUPS}d}")


def in_groups(text: str) -> str:
    """Return a fingerprint that a person typed as this program shows it."""
    digits = _digits(text)
    return "-".join(digits[i : i + 5] for i in range(0, len(digits), 5))


def same_fingerprint(left: str, right: str) -> bool:
    """Compare fingerprints as people type them, with or without their separators."""
    return _digits(left) == _digits(right) != ""


def signature_holds(public_key: bytes, signature: bytes, content: bytes) -> bool:
    """Tell whether the owner of this key signed exactly these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


class TrustedDevices:
    """The local list of other devices."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or config_dir()) / _TRUST_FILE

    def all(self) -> list[KnownDevice]:
        if not self._path.exists():
            return []
        return [KnownDevice(**entry) for entry in json.loads(self._path.read_text("utf-8"))]

    def find(self, fingerprint: str) -> KnownDevice | None:
        return next((d for d in self.all() if same_fingerprint(d.fingerprint, fingerprint)), None)

    def remember(self, device: KnownDevice) -> None:
        """Add or replace a device."""
        others = [d for d in self.all() if not same_fingerprint(d.fingerprint, device.fingerprint)]
        content = json.dumps([asdict(d) for d in [*others, device]], ensure_ascii=False, indent=1)
        with _private_file(self._path) as part:
            part.write_bytes(content.encode())


def _digits(text: str) -> str:
    """Return the digits alone; an input method may have typed wide ones."""
    return "".join(str(unicodedata.decimal(c)) for c in text if c.isdecimal())


def _read_key(path: Path) -> Ed25519PrivateKey | None:
    if not path.exists():
        return None
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    return cast("Ed25519PrivateKey", key)


def _make_key(path: Path) -> Ed25519PrivateKey:
    key = Ed25519PrivateKey.generate()
    content = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    with _private_file(path) as part:
        part.write_bytes(content)
    return key


def _read_identity(path: Path) -> str:
    return path.read_text("ascii").strip()


def _make_identity(path: Path) -> str:
    from pyrage import x25519

    identity = str(x25519.Identity.generate())
    with _private_file(path) as part:
        part.write_text(identity + "\n", "ascii")
    return identity


@contextmanager
def _private_file(path: Path) -> Iterator[Path]:
    """Yield a new file that only this user can read, and put it in place of `path` at the end."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    yield part
    part.replace(path)
