"""Small pipes between the zip and the cipher, so that neither needs the whole in memory or a file.

age pulls what it encrypts while a zip is pushed: the zip is written in steps into a buffer, and
each pull lets it take as many steps as it needs.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, cast

Pack = Callable[[IO[bytes]], Iterator[None]]
"""Writes a file in steps; the stream it is given may not be able to seek."""


class _Remembering:
    """Remembers what went wrong on our side: age says only that something did."""

    failure: BaseException | None = None

    @contextmanager
    def failures(self) -> Iterator[None]:
        """Raise our own error instead of the one that age made of it."""
        try:
            yield
        except Exception:
            if self.failure is not None:
                raise self.failure from None
            raise


class PulledReader(_Remembering):
    """A stream over chunks of bytes of any size."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = bytearray()

    def read(self, size: int = -1) -> bytes:
        try:
            while size < 0 or len(self._rest) < size:
                self._rest += next(self._chunks)
        except StopIteration:
            pass
        except BaseException as error:
            self.failure = error
            raise
        wanted = len(self._rest) if size < 0 else size
        taken = bytes(self._rest[:wanted])
        del self._rest[:wanted]
        return taken


class HashingWriter(_Remembering):
    """Passes bytes on and hashes them."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._hasher = hashlib.sha256()

    def write(self, content: bytes) -> int:
        try:
            self._hasher.update(content)
            return self._out.write(content)
        except BaseException as error:
            self.failure = error
            raise

    def flush(self) -> None:
        self._out.flush()

    @property
    def digest(self) -> str:
        return self._hasher.hexdigest()


class _Buffer:
    """Takes what is written. It has no `tell`: the zip hears that it cannot seek."""

    def __init__(self) -> None:
        self._content = bytearray()

    def write(self, content: bytes) -> int:
        self._content += content
        return len(content)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        taken = bytes(self._content)
        self._content.clear()
        return taken


def streamed(pack: Pack) -> Iterator[bytes]:
    """Yield what `pack` writes, a step at a time."""
    buffer = _Buffer()
    for _step in pack(cast("IO[bytes]", buffer)):
        if chunk := buffer.take():
            yield chunk
    yield buffer.take()
