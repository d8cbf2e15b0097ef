"""Rows of lists that somebody still holds: each is decoded once, and there is one of it.

All who read a list get the same rows; of 20 000 providers another copy would take 50 MB and a
third of a second. A row is found by the digest of what is stored, so it is never an older one, and
it is forgotten with the last list that holds it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

import msgspec

R = TypeVar("R", bound=msgspec.Struct)
_DIGEST = 16


class HeldRows(Generic[R]):
    """Decodes rows; values of the `alike` fields, equal in many rows, are shared between them."""

    def __init__(self, decode: Callable[[bytes], R], alike: Sequence[str]) -> None:
        self._decode, self._alike = decode, alike
        self._held = WeakValueDictionary[bytes, R]()

    def read(self, contents: Iterable[bytes]) -> Iterator[R]:
        """Yield the row of each of these contents."""
        same: dict[Any, Any] = {}
        for content in contents:
            key = blake2b(content, digest_size=_DIGEST).digest()
            row = self._held.get(key)
            if row is None:
                row = self._held[key] = self._shared(self._decode(content), same)
            yield row

    def _shared(self, row: R, same: dict[Any, Any]) -> R:
        for field in self._alike:
            value = getattr(row, field)
            msgspec.structs.force_setattr(row, field, same.setdefault(value, value))
        return row
