"""What an export copied out of the store, so that the rest can be done without holding it."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.container import CHUNK
from evaluator_desktop.exchange.manifest import EVIDENCE, PERSONAL, REVISIONS, Part
from evaluator_desktop.exchange.personal_lines import encode_personal
from evaluator_desktop.texts import _

_TEXTS = (REVISIONS, PERSONAL)


class DamagedPartError(FileProblemError):
    """What is to be packed is no longer what its digest says, or cannot be read."""


@dataclass(frozen=True)
class Member:
    """A part of a package and where its bytes are."""

    part: Part
    source: Path | bytes

    @property
    def method(self) -> int:
        """How it is packed: text is deflated, evidence is what it is."""
        return zipfile.ZIP_DEFLATED if self.part.name in _TEXTS else zipfile.ZIP_STORED

    def chunks(self) -> Iterator[bytes]:
        """Yield its bytes."""
        with self._reading(), self._opened() as stream:
            while chunk := stream.read(CHUNK):
                yield chunk

    def _opened(self) -> BinaryIO:
        source = self.source
        return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            problem = _("cannot be read in the workspace ({reason}).")
            problem = problem.format(reason=error.strerror or error)
            raise DamagedPartError(file=self.part.name, problem=problem) from error

    def verified(self) -> Iterator[bytes]:
        """Yield its bytes. Raises DamagedPartError at their end where they are others by now."""
        hasher = hashlib.sha256()
        for chunk in self.chunks():
            hasher.update(chunk)
            yield chunk
        if hasher.hexdigest() != self.part.sha256:
            problem = _("is damaged in the workspace. `check --deep` names the record.")
            raise DamagedPartError(file=self.part.name, problem=problem)

    def is_damaged(self) -> bool:
        """Tell whether it is no longer what it was listed as (reads all of it)."""
        try:
            for _chunk in self.verified():
                pass
        except DamagedPartError:
            return True
        return False

    def packed_size(self) -> int:
        """Return its bytes in the zip; text is packed to find out."""
        if self.method == zipfile.ZIP_STORED:
            return self.part.size
        deflate = zlib.compressobj()
        size = sum(len(deflate.compress(chunk)) for chunk in self.chunks())
        return size + len(deflate.flush())


@dataclass(frozen=True)
class Spool:
    """The revisions of an export, in a file of our own."""

    path: Path
    part: Part
    revisions: int


@dataclass(frozen=True)
class PersonalSpool:
    """The personal objects of an export: in memory alone, never in a file of ours."""

    content: bytes = b""
    objects: int = 0


@dataclass(frozen=True)
class Cargo:
    """All that a package is to carry. `evidence` maps digests to stored files."""

    revisions: Spool
    evidence: dict[str, Path]
    personal: PersonalSpool = PersonalSpool()

    def members(self, *, with_personal: bool) -> list[Member]:
        """Return every part, texts first, evidence by digest."""
        found = [Member(self.revisions.part, self.revisions.path)]
        if with_personal:
            content = self.personal.content
            part = Part(PERSONAL, len(content), hashlib.sha256(content).hexdigest())
            found.append(Member(part, content))
        return found + list(self._files())

    def _files(self) -> Iterator[Member]:
        for digest, path in sorted(self.evidence.items()):
            size = path.stat().st_size if path.is_file() else 0
            yield Member(Part(EVIDENCE + digest, size, digest), path)

    def damaged(self) -> list[str]:
        """Return the digests of stored files that are no longer what they were (reads all)."""
        return [member.part.sha256 for member in self._files() if member.is_damaged()]

    def without(self, digests: Iterable[str]) -> "Cargo":
        """Return the same without these files."""
        left_out = set(digests)
        kept = {d: path for d, path in self.evidence.items() if d not in left_out}
        return replace(self, evidence=kept)


@contextmanager
def spooled(contents: Iterable[bytes], folder: Path | None = None) -> Iterator[Spool]:
    """Copy revision bytes to a file, one a line, while the store is still held."""
    with TemporaryDirectory(prefix="evpkg-", dir=folder) as temporary:
        path = Path(temporary) / REVISIONS
        hasher, size, count = hashlib.sha256(), 0, 0
        with path.open("wb") as out:
            for content in contents:
                line = content + b"\n"
                hasher.update(line)
                size += len(line)
                count += 1
                out.write(line)
        yield Spool(path, Part(REVISIONS, size, hasher.hexdigest()), count)


def spool_personal(objects: Iterable[tuple[str, bytes]]) -> PersonalSpool:
    """Copy (digest, bytes) of personal objects, sorted by digest."""
    lines = [encode_personal(digest, content) + b"\n" for digest, content in sorted(objects)]
    return PersonalSpool(b"".join(lines), len(lines))
