"""The encrypted container: a stored zip around the ciphertext of a package.

`package.age` is the plain package, streamed to the recipients of the team and to a random identity
that `key.age` holds, wrapped by the passphrase (age wraps whole bytes only by a passphrase, so it
is never given the package itself). `SHA256SUMS` tells damage on the way from another's hand: what
matches the sums and yet does not open was altered. The plain package never becomes a file.
"""

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from evaluator_desktop.exchange.container import member_chunks, new_entry, read_member
from evaluator_desktop.exchange.errors import (
    AlteredPackageError,
    DamagedPackageError,
    NotARecipientError,
    PackageError,
    PassphraseNeededError,
    WrongPassphraseError,
)
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.exchange.streams import HashingWriter, PulledReader
from evaluator_desktop.texts import N_, _

KEY, PACKAGE, SUMS = "key.age", "package.age", "SHA256SUMS"
_LARGEST_KEY = 4 << 10
_AROUND, _STANZA = 2048, 128
"""At most: the container's headers and sums with those of age; a recipient in its header."""
_PLAIN_BLOCK, _BLOCK_TAG = 64 << 10, 16
_NO_KEY_FITS = "No matching keys found"
_NOT_TO_US = N_(
    "it is encrypted, and not to a key of this account. Give its sender the recipient that "
    "`device show` prints, or open it with --identity."
)
_NEEDS_PASSPHRASE = N_("it is encrypted. Give its passphrase.")
_WRONG = N_("the passphrase is not right. Nothing was changed; try again.")
_DAMAGED = N_("it was damaged on its way ({part}). Copy it or ask for it again.")
_ALTERED = N_("it was altered after it was written ({part}). Ask the sender for it again.")


@dataclass(frozen=True)
class Seal:
    """To whom packages are encrypted; one for all volumes of a package."""

    recipients: tuple[str, ...]
    key: bytes | None = field(default=None, repr=False)
    """The content of key.age."""


def new_seal(passphrase: str | None, recipients: Sequence[str]) -> Seal:
    """Make a seal; wrapping by a passphrase takes a moment, on purpose."""
    from pyrage import x25519

    from evaluator_desktop.exchange.wrapped_key import wrap

    if passphrase is None:
        return Seal(tuple(recipients))
    identity = x25519.Identity.generate()
    key = wrap(f"{identity}\n".encode(), passphrase)
    return Seal((*recipients, str(identity.to_public())), key)


def room_inside(size: int, seal: Seal) -> int:
    """Return how large a package may be whose container has at most `size` bytes."""
    around = _AROUND + _STANZA * len(seal.recipients) + len(seal.key or b"")
    return max(size - around, 0) * _PLAIN_BLOCK // (_PLAIN_BLOCK + _BLOCK_TAG) - _BLOCK_TAG


def write_sealed(path: Path, plain: Iterator[bytes], seal: Seal) -> dict[str, str]:
    """Write a new container around a package; return each member's SHA-256."""
    from pyrage import encrypt_io, x25519

    to = [x25519.Recipient.from_str(recipient) for recipient in seal.recipients]
    source, sums = PulledReader(plain), {}
    with zipfile.ZipFile(path, "x", allowZip64=True) as container:
        if seal.key is not None:
            sums[KEY] = hashlib.sha256(seal.key).hexdigest()
            container.writestr(new_entry(KEY), seal.key)
        with container.open(new_entry(PACKAGE), "w", force_zip64=True) as member:
            out = HashingWriter(member)
            with source.failures(), out.failures():
                encrypt_io(source, out, to)
        sums[PACKAGE] = out.digest
        content = "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode()
        container.writestr(new_entry(SUMS), content)
    return {**sums, SUMS: hashlib.sha256(content).hexdigest()}


def is_sealed(container: zipfile.ZipFile) -> bool:
    """Tell a container from a package by its members."""
    members = {entry.filename for entry in container.infolist()}
    stored = all(entry.compress_type == zipfile.ZIP_STORED for entry in container.infolist())
    return stored and members - {KEY} == {PACKAGE, SUMS}


def unseal(container: zipfile.ZipFile, name: str, keys: Keys, out: BinaryIO) -> None:
    """Decrypt the package into `out`; identities are tried first, then the passphrase.

    Raises DamagedPackageError, PassphraseNeededError, NotARecipientError, WrongPassphraseError,
    AlteredPackageError; what is in `out` is then worth nothing.
    """
    _check_sums(container, name)
    if keys.identities and _opened(container, name, keys.identities, out):
        return
    if KEY not in container.namelist():
        raise NotARecipientError(file=name, problem=_(_NOT_TO_US))
    if not keys.passphrases:
        raise PassphraseNeededError(file=name, problem=_(_NEEDS_PASSPHRASE))
    if not _opened(container, name, (_unwrapped(container, name, keys.passphrases),), out):
        raise _altered(name, KEY)


def _check_sums(container: zipfile.ZipFile, name: str) -> None:
    members = [entry.filename for entry in container.infolist() if entry.filename != SUMS]
    text = _small(container, SUMS, name)
    listed = {line[66:]: line[:64] for line in text.splitlines() if line[64:66] == b"  "}
    if sorted(listed) != sorted(member.encode() for member in members):
        raise _damaged(name, SUMS)
    for member in members:
        hasher = hashlib.sha256()
        for chunk in _chunks(container, member, name):
            hasher.update(chunk)
        if hasher.hexdigest().encode() != listed[member.encode()]:
            raise _damaged(name, member)


def _opened(
    container: zipfile.ZipFile, name: str, identities: Sequence[str], out: BinaryIO
) -> bool:
    """Decrypt to `out`; False where none of the identities is a recipient."""
    from pyrage import DecryptError, decrypt_io, x25519

    out.seek(0)
    out.truncate()
    source = PulledReader(_chunks(container, PACKAGE, name))
    found = [x25519.Identity.from_str(identity) for identity in identities]
    try:
        with source.failures():
            decrypt_io(source, out, found)
            out.flush()
    except DecryptError as error:
        if str(error) == _NO_KEY_FITS:
            return False
        raise _altered(name, PACKAGE) from error
    except OSError as error:
        if error.errno is not None:  # the disk's, not age's
            raise
        raise _altered(name, PACKAGE) from error
    return True


def _unwrapped(container: zipfile.ZipFile, name: str, passphrases: Sequence[str]) -> str:
    """Return the identity in key.age, by the first passphrase that opens it."""
    *others, last = passphrases
    for passphrase in others:
        with suppress(WrongPassphraseError):
            return _unwrapped_by(container, name, passphrase)
    return _unwrapped_by(container, name, last)


def _unwrapped_by(container: zipfile.ZipFile, name: str, passphrase: str) -> str:
    from pyrage import IdentityError, x25519

    from evaluator_desktop.exchange.wrapped_key import NotWrappedError, WrongKeyError, unwrap

    wrapped = _small(container, KEY, name)
    try:
        identity = unwrap(wrapped, passphrase).decode("ascii").strip()
        return str(x25519.Identity.from_str(identity))
    except WrongKeyError as error:
        raise WrongPassphraseError(file=name, problem=_(_WRONG)) from error
    except (NotWrappedError, IdentityError, UnicodeDecodeError) as error:
        raise _altered(name, KEY) from error


def _small(container: zipfile.ZipFile, member: str, name: str) -> bytes:
    try:
        return read_member(container, member, _LARGEST_KEY, name)
    except PackageError as error:
        raise _damaged(name, member) from error


def _chunks(container: zipfile.ZipFile, member: str, name: str) -> Iterator[bytes]:
    try:
        yield from member_chunks(container, member, name)
    except PackageError as error:
        raise _damaged(name, member) from error


def _damaged(name: str, member: str) -> DamagedPackageError:
    return DamagedPackageError(file=name, problem=_(_DAMAGED).format(part=member))


def _altered(name: str, member: str) -> AlteredPackageError:
    return AlteredPackageError(file=name, problem=_(_ALTERED).format(part=member))
