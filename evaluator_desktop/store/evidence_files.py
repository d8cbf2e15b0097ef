"""Evidence by digest: `evidence/ab/<sha256>`, each file once, whatever it was called.

A file is written beside its place, synced, renamed, and its folder synced, before any row names
it: a row without its file is impossible for what was attached here.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.store.database import sync_folder
from evaluator_desktop.store.disk_space import disk_full, is_full
from evaluator_desktop.store.known_damage import KnownDamage
from evaluator_desktop.store.replacing import put_in_place
from evaluator_desktop.texts import _, size_text

_CHUNK = 1 << 20
LARGEST_FILE = 4 << 30
_INCOMING = "incoming-"


@dataclass(frozen=True)
class StoredFile:
    """What was stored: hex SHA-256, bytes, and whether the same content was here before."""

    digest: str
    size: int
    duplicate: bool


@dataclass(frozen=True)
class ReceivedFile:
    """A complete, synced file that has not been given its name yet."""

    part: Path
    digest: str
    size: int


class EvidenceFiles:
    """The evidence folder of one workspace."""

    def __init__(self, folder: Path, known: KnownDamage | None = None) -> None:
        self._folder = folder
        self.known_damage = known or KnownDamage()

    def path(self, digest: str) -> Path:
        """Return where the content of this digest lies, there or not."""
        return self._folder / f"{digest[:2]}/{digest}"  # one step, as it is made for every file

    def present(self, digest: str, size: int | None = None) -> bool:
        """Tell whether a file is there and, where it is given, of this size; reads no content.

        One that was read before and found damaged is not.
        """
        try:
            found = self.path(digest).stat()
        except OSError:
            return False
        whole = stat.S_ISREG(found.st_mode) and size in (None, found.st_size)
        return whole and not self.known_damage.holds(digest, found)

    def add_file(self, source: Path) -> StoredFile:
        """Copy a regular file of the user's in; one that changes meanwhile is read once more.

        Raises FileProblemError, DiskFullError.
        """
        with self.receive_file(source) as received:
            return self.put(received)

    @contextmanager
    def receive_file(self, source: Path, *, may_be_empty: bool = False) -> Iterator[ReceivedFile]:
        """Copy a file of the user's beside the stored ones; as `add_file`, `receive`."""
        received = self._unchanged(source, may_be_empty=may_be_empty)
        try:
            yield received
        finally:
            received.part.unlink(missing_ok=True)

    def add_stream(self, stream: BinaryIO, name: str, expected: str | None = None) -> StoredFile:
        """Store what a stream yields; with `expected` nothing is kept unless its digest is that."""
        with self.receive(stream, name) as received:
            if expected not in (None, received.digest):
                problem = _("its content is not what the package says")
                raise FileProblemError(file=name, problem=problem)
            return self.put(received)

    @contextmanager
    def receive(self, stream: BinaryIO, name: str) -> Iterator[ReceivedFile]:
        """Copy a stream beside the stored files; what was not `put` is gone after the block."""
        received = self._copied(stream, name)
        try:
            yield received
        finally:
            received.part.unlink(missing_ok=True)

    def put(self, received: ReceivedFile) -> StoredFile:
        """Give a received file its name; one that is there is trusted only after a re-hash."""
        [stored] = self._put_all([received])
        return stored

    def _put_all(self, files: Sequence[ReceivedFile]) -> list[StoredFile]:
        """Rename them all, and sync each folder that one came into once."""
        stored, folders = [], set[Path]()
        for file in files:
            place = self.path(file.digest)
            with self._errors_in_words(place.name):
                duplicate = place.is_file() and not self.damaged(file.digest)
                stored.append(StoredFile(file.digest, file.size, duplicate))
                if not duplicate:
                    if not place.parent.is_dir():
                        place.parent.mkdir()
                        folders.add(self._folder)
                    put_in_place(file.part, place)
                    folders.add(place.parent)
        for folder in folders:
            with self._errors_in_words(folder.name):
                sync_folder(folder)
        return stored

    @contextmanager
    def adding(self, files: Sequence[ReceivedFile]) -> Iterator[list[StoredFile]]:
        """Give received files their names; where the block fails, those that are new go again."""
        new = [file.digest for file in files if not self.path(file.digest).exists()]
        try:
            yield self._put_all(files)
        except BaseException:
            for digest in new:
                self.path(digest).unlink(missing_ok=True)
                with suppress(OSError):  # there, and empty
                    self.path(digest).parent.rmdir()
            raise

    def sweep(self) -> None:
        """Remove what a process that was killed had received and never named."""
        for part in self._folder.glob(f"{_INCOMING}*"):
            part.unlink(missing_ok=True)

    def unused_since(self, moment: float) -> Iterator[str]:
        """Yield the digests of files that were last written before (seconds since 1970)."""
        for digest in self.digests():
            path = self.path(digest)
            if path.is_file() and path.stat().st_mtime < moment:
                yield digest

    def throw_away(self, digest: str, trash: Path) -> None:
        """Move a file out of the way; it is deleted by people only."""
        trash.mkdir(exist_ok=True)
        self.path(digest).replace(trash / digest)

    def digests(self) -> Iterator[str]:
        """Yield the digest of every stored file, by name."""
        for path in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            yield path.name

    def damaged(self, digest: str) -> bool:
        """Tell whether the bytes of the digest can no longer be read (reads all of them)."""
        path = self.path(digest)
        try:
            found, is_damaged = path.stat(), hash_file(path) != digest
        except OSError:
            return True
        self.known_damage.note(digest, found, damaged=is_damaged)
        return is_damaged

    def _unchanged(self, source: Path, *, may_be_empty: bool) -> ReceivedFile:
        """Copy a file whose size and time are the same before and after; two attempts."""
        with _open_regular(source) as stream:
            for _attempt in range(2):
                stream.seek(0)
                before = os.fstat(stream.fileno())
                self._refuse_size(source.name, before.st_size, may_be_empty=may_be_empty)
                received = self._copied(stream, source.name)
                after = os.fstat(stream.fileno())
                if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                    return received
                received.part.unlink()
        problem = _("changed while it was being read. Close it elsewhere and add it again.")
        raise FileProblemError(file=source.name, problem=problem)

    def _copied(self, stream: BinaryIO, name: str) -> ReceivedFile:
        part = self._folder / f"{_INCOMING}{uuid4().hex}"
        try:
            with self._errors_in_words(name):
                part.parent.mkdir(parents=True, exist_ok=True)
                return ReceivedFile(part, *_copy(stream, part, name))
        except BaseException:
            part.unlink(missing_ok=True)
            raise

    def _refuse_size(self, name: str, size: int, *, may_be_empty: bool) -> None:
        if not size and not may_be_empty:
            raise FileProblemError(file=name, problem=_("is empty. There is nothing to add."))
        if size > LARGEST_FILE:
            problem = _("is larger than {limit}").format(limit=size_text(LARGEST_FILE))
            raise FileProblemError(file=name, problem=problem)
        if shutil.disk_usage(self._folder).free < size:
            raise disk_full(self._folder, size)

    @contextmanager
    def _errors_in_words(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if is_full(error):
                raise disk_full(self._folder, _CHUNK) from error
            raise FileProblemError(file=name, problem=error.strerror or str(error)) from error


def hash_file(path: Path) -> str:
    """Return the hex SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copy(stream: BinaryIO, place: Path, name: str) -> tuple[str, int]:
    hasher, size = hashlib.sha256(), 0
    with place.open("xb") as out:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > LARGEST_FILE:
                raise FileProblemError(file=name, problem=_("is too large"))
            hasher.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return hasher.hexdigest(), size


def _open_regular(source: Path) -> BinaryIO:
    """Open a regular file; a link, folder, pipe or device is refused without waiting for it."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        kind = os.lstat(source).st_mode
        if not stat.S_ISREG(kind):
            raise FileProblemError(file=source.name, problem=_irregular(kind))
        handle = os.open(source, flags)
    except FileNotFoundError as error:
        problem = _("is not there. Check the name and the folder.")
        raise FileProblemError(file=str(source), problem=problem) from error
    except OSError as error:
        problem = _("cannot be read ({reason}). Close it elsewhere or check its permissions.")
        problem = problem.format(reason=error.strerror)
        raise FileProblemError(file=source.name, problem=problem) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileProblemError(file=source.name, problem=_("is not a regular file."))
    return os.fdopen(handle, "rb")


def _irregular(kind: int) -> str:
    if stat.S_ISDIR(kind):
        return _("is a folder. Add the files in it.")
    if stat.S_ISLNK(kind):
        return _("is a link. Add the file it points to.")
    return _("is not a regular file (a pipe, socket or device). Save it as a file first.")
