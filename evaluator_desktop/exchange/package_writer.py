"""Writing a package: spool, zip as `.part`, sync, read again from the medium, rename."""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from evaluator_desktop.errors import DiskFullError, FileProblemError
from evaluator_desktop.exchange.manifest import (
    EVIDENCE,
    MANIFEST,
    REVISIONS,
    SIGNATURE,
    Manifest,
    Part,
    encode_manifest,
    package_number,
)
from evaluator_desktop.store.database import sync_file, sync_folder
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.texts import _, size_text

_CHUNK = 1 << 20
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Written:
    """A package on its medium. `digest` is the SHA-256 of the file."""

    path: Path
    number: str
    bytes: int
    digest: str
    revisions: int
    evidence: int


@dataclass(frozen=True)
class Spool:
    """The revisions of an export, copied out of the store."""

    path: Path
    part: Part
    revisions: int


@contextmanager
def spooled(contents: Iterable[bytes], folder: Path | None = None) -> Iterator[Spool]:
    """Copy revision bytes to a file of our own, one a line, while the store is still held."""
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


def write_package(
    target: Path,
    manifest: Manifest,
    spool: Spool,
    evidence: dict[str, Path],
    *,
    sign: Callable[[bytes], bytes],
    progress: Progress,
) -> Written:
    """Write the package and verify it as it lies on the medium.

    `manifest` without parts; they are added here. `evidence` maps digests to stored files.
    Raises FileProblemError, DiskFullError, CancelledError; then only a `.part` was ever there.
    """
    refuse_target(target)
    parts = [spool.part, *(_evidence_part(d, p) for d, p in sorted(evidence.items()))]
    content = encode_manifest(
        msgspec.structs.replace(manifest, parts=parts, volumes=[[part.name for part in parts]])
    )
    part_file = target.with_name(target.name + ".part")
    try:
        _write_zip(part_file, content, sign(content), parts, spool.path, evidence, progress)
        sync_file(part_file)
        digest = _read_again(part_file, parts)
        part_file.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise _in_words(error, target, sum(part.size for part in parts)) from error
    finally:
        part_file.unlink(missing_ok=True)
    return Written(
        target,
        package_number(content),
        target.stat().st_size,
        digest,
        spool.revisions,
        len(evidence),
    )


def refuse_target(target: Path) -> None:
    """Never overwrite; never write where no folder is."""
    if target.exists():
        problem = _("is already there. Choose another name; nothing is overwritten.")
        raise FileProblemError(file=str(target), problem=problem)
    if not target.parent.is_dir():
        problem = _("its folder is not there. Make the folder first.")
        raise FileProblemError(file=str(target), problem=problem)


def _evidence_part(digest: str, path: Path) -> Part:
    return Part(EVIDENCE + digest, path.stat().st_size, digest)


def _write_zip(
    path: Path,
    manifest: bytes,
    signature: bytes,
    parts: list[Part],
    revisions: Path,
    evidence: dict[str, Path],
    progress: Progress,
) -> None:
    with zipfile.ZipFile(path, "x", allowZip64=True) as package:
        package.writestr(_entry(MANIFEST, zipfile.ZIP_DEFLATED), manifest)
        package.writestr(_entry(SIGNATURE, zipfile.ZIP_STORED), signature)
        for number, part in enumerate(parts):
            progress.step(number, len(parts), part.name)
            progress.raise_if_cancelled()
            is_text = part.name == REVISIONS
            source = revisions if is_text else evidence[part.name.removeprefix(EVIDENCE)]
            entry = _entry(part.name, zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED)
            entry.file_size = part.size
            with source.open("rb") as stream, package.open(entry, "w") as out:
                shutil.copyfileobj(stream, out, _CHUNK)


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_DATE)
    entry.compress_type = method
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry


def _read_again(path: Path, parts: list[Part]) -> str:
    """Hash what the medium gives back, not what the cache remembers; return the file's digest."""
    with path.open("rb") as stream:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    with zipfile.ZipFile(path) as package:
        for part in parts:
            with package.open(part.name) as member:
                found = hashlib.sha256()
                while chunk := member.read(_CHUNK):
                    found.update(chunk)
            if found.hexdigest() != part.sha256:
                problem = _("the medium gave back other bytes than were written. Use another one.")
                raise FileProblemError(file=path.name, problem=problem)
    return digest


def _in_words(error: OSError, target: Path, needed: int) -> Exception:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        free = shutil.disk_usage(target.parent).free
        return DiskFullError(needed=size_text(needed), free=size_text(free))
    return FileProblemError(file=str(target), problem=error.strerror or str(error))
