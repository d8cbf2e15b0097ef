"""A few bytes wrapped by a passphrase, in age's own format (age-encryption.org/v1, scrypt).

Apart from pyrage because that lets nobody choose how much work a passphrase is: it takes what the
computer of the moment can do in a second, up to a gigabyte of memory, and refuses what a faster
one wrote. Here it is the same everywhere, and any age tool opens what is written.
"""

import re
from base64 import b64decode, b64encode
from os import urandom

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

WORK = 17
"""Of what is written: 2 to the power of it, 128 MB of memory."""
HIGHEST_WORK = 18
"""Of what is read: 256 MB, which is age's usual."""
_BLOCK = 8
_LABEL = b"age-encryption.org/v1/scrypt"
_FILE_KEY, _SALT = 16, 16
_FIRST, _ONLY = bytes(12), bytes(11) + b"\x01"
"""Nonces: of the one wrapping, and of a payload's first chunk that is its last."""
_BASE64 = rb"([A-Za-z0-9+/]{%d})"
_HEADER = re.compile(
    rb"(age-encryption\.org/v1\n-> scrypt %s ([1-9][0-9]?)\n%s\n---) %s\n"
    % (_BASE64 % 22, _BASE64 % 43, _BASE64 % 43)
)


class WrongKeyError(Exception):
    """The passphrase is not the one it was wrapped by."""


class NotWrappedError(Exception):
    """No such file, or not as it was written."""


def wrap(content: bytes, passphrase: str) -> bytes:
    """Wrap at most 64 KB; takes some tenths of a second, on purpose."""
    file_key, salt, nonce = urandom(_FILE_KEY), urandom(_SALT), urandom(16)
    wrapping = ChaCha20Poly1305(_stretched(passphrase, salt, WORK))
    body = wrapping.encrypt(_FIRST, file_key, None)
    header = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (
        _encoded(salt),
        WORK,
        _encoded(body),
    )
    sealed = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).encrypt(_ONLY, content, None)
    return b"%s %s\n" % (header, _encoded(_mac(file_key, header).finalize())) + nonce + sealed


def unwrap(wrapped: bytes, passphrase: str) -> bytes:
    """Return what was wrapped. Raises WrongKeyError, NotWrappedError."""
    found = _HEADER.match(wrapped)
    if found is None or int(found[3]) > HIGHEST_WORK:
        raise NotWrappedError
    header, salt, work, body, mac = found.groups()
    try:
        wrapping = ChaCha20Poly1305(_stretched(passphrase, _decoded(salt), int(work)))
        file_key = wrapping.decrypt(_FIRST, _decoded(body), None)
    except InvalidTag as error:
        raise WrongKeyError from error
    payload = wrapped[found.end() :]
    try:
        _mac(file_key, header).verify(_decoded(mac))
        opened = ChaCha20Poly1305(_derived(file_key, payload[:16], b"payload"))
        return opened.decrypt(_ONLY, payload[16:], None)
    except (InvalidSignature, InvalidTag) as error:
        raise NotWrappedError from error


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    kdf = Scrypt(salt=_LABEL + salt, length=32, n=1 << work, r=_BLOCK, p=1)
    return kdf.derive(passphrase.encode())


def _derived(file_key: bytes, salt: bytes, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=use).derive(file_key)


def _mac(file_key: bytes, header: bytes) -> HMAC:
    mac = HMAC(_derived(file_key, b"", b"header"), SHA256())
    mac.update(header)
    return mac


def _encoded(content: bytes) -> bytes:
    return b64encode(content).rstrip(b"=")


def _decoded(text: bytes) -> bytes:
    return b64decode(text + b"=" * (-len(text) % 4))
