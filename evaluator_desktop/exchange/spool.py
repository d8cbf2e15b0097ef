"""What an export copied out of the store, so that the rest can be done without holding it."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.container import CHUNK
from evaluator_desktop.exchange.manifest import EVIDENCE, PERSONAL, REVISIONS, Part
from evaluator_desktop.exchange.personal_lines import encode_personal
from evaluator_desktop.texts import _

_TEXTS = (REVISIONS, PERSONAL)


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
        source = self.source
        with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                yield chunk

    def verified(self) -> Iterator[bytes]:
        """Yield its bytes. Raises FileProblemError at their end where they are others by now."""
        hasher = hashlib.sha256()
        for chunk in self.chunks():
            hasher.update(chunk)
            yield chunk
        if hasher.hexdigest() != self.part.sha256:
            problem = _("is damaged in the workspace. `check --deep` names the record.")
            raise FileProblemError(file=self.part.name, problem=problem)

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
        for digest, path in sorted(self.evidence.items()):
            found.append(Member(Part(EVIDENCE + digest, path.stat().st_size, digest), path))
        return found


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
