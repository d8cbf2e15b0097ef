"""Canonical bytes: one value, one spelling, so that a digest means the same on every machine.

RFC 8785 restricted to what the history needs: sorted ASCII keys, UTF-8, text in NFC, whole
numbers below 2**53 and no floats.
"""

import hashlib
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import msgspec

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.texts import N_

LARGEST_INT = 2**53 - 1
_DEEPEST = 32
_TOO_DEEP = "nested too deeply"
_NOT_JSON = (bytes, bytearray, date, datetime, time, timedelta, Decimal, UUID)
_encoder = msgspec.json.Encoder(order="sorted")


class NotCanonicalError(EvaluatorError):
    """A value or bytes that have no canonical form."""

    code = "not_canonical"
    sentence = N_("The data are not in canonical form: {problem}.")


def encode(value: Any) -> bytes:
    """Return the canonical bytes of a JSON value or of a frozen body.

    Raises NotCanonicalError for floats, numbers beyond 2**53, NUL, lone surrogates, deep nesting
    and whatever JSON has no word for.
    """
    try:
        check(msgspec.to_builtins(value, builtin_types=_NOT_JSON))
    except RecursionError as error:
        raise NotCanonicalError(problem=_TOO_DEEP) from error
    return encode_checked(value)


def encode_checked(value: Any) -> bytes:
    """Encode a value whose types were checked already (a typed body that has just been decoded)."""
    encoded = spelt(value)
    if encoded.isascii() or unicodedata.is_normalized("NFC", encoded.decode()):
        return encoded
    # Text by text: in the bytes a mark could be joined to the n of an escaped line break.
    return _encoder.encode(_normal(msgspec.json.decode(encoded)))


def spelt(value: Any) -> bytes:
    """Return a value whose types were checked as JSON with sorted keys, its text left as it is."""
    try:
        return _encoder.encode(value)
    except UnicodeEncodeError as error:
        raise NotCanonicalError(problem="lone surrogate") from error


def is_normal(content: bytes) -> bool:
    """Tell whether every text in these JSON bytes is in NFC."""
    if content.isascii() or unicodedata.is_normalized("NFC", content.decode()):
        return True
    value = msgspec.json.decode(content)
    return bool(_normal(value) == value)


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical bytes as hex."""
    return hashlib.sha256(encode(value)).hexdigest()


def check(value: Any, depth: int = 0) -> None:
    """Refuse what canonical bytes cannot carry, wherever it is nested."""
    if depth > _DEEPEST:
        raise NotCanonicalError(problem=_TOO_DEEP)
    if isinstance(value, dict):
        for key, inner in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise NotCanonicalError(problem=f"key {key!r}")
            check(inner, depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            check(inner, depth + 1)
    elif isinstance(value, int) and abs(value) > LARGEST_INT:
        raise NotCanonicalError(problem=f"number {value}")
    elif isinstance(value, str) and "\0" in value:
        raise NotCanonicalError(problem="NUL")
    elif not isinstance(value, str | int | None):
        raise NotCanonicalError(problem=f"{type(value).__name__}")


def _normal(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_normal(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _normal(inner) for key, inner in value.items()}
    return value
