"""Putting finished files on a medium: `.part`, sync, read again, rename.

Whatever fails, only `.part` files were ever there, and those are gone.
"""

import errno
import hashlib
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.container import BROKEN, CHUNK
from evaluator_desktop.store.database import sync_file, sync_folder
from evaluator_desktop.store.disk_space import disk_full, is_full
from evaluator_desktop.store.folders import refuse_inside_workspace
from evaluator_desktop.store.replacing import put_in_place
from evaluator_desktop.texts import _


class MediumError(FileProblemError):
    """What was read again is not what had to be written."""


def refuse_target(target: Path) -> None:
    """Never overwrite; never write where no folder is, none that may be written to, a workspace."""
    if target.exists():
        problem = _("is already there. Choose another name; nothing is overwritten.")
        raise FileProblemError(file=str(target), problem=problem)
    if not target.parent.is_dir():
        problem = _("its folder is not there. Make the folder first.")
        raise FileProblemError(file=str(target), problem=problem)
    if not os.access(target.parent, os.W_OK):
        problem = _("its folder cannot be written to. Choose another one.")
        raise FileProblemError(file=str(target), problem=problem)
    refuse_inside_workspace(target)


@contextmanager
def placed(targets: Sequence[Path], needed: int) -> Iterator[list[Path]]:
    """Yield a `.part` file for each target and put all of them in place when the block ends well.

    `needed` is about how many bytes they will hold. Raises FileProblemError, DiskFullError.
    """
    parts = [target.with_name(target.name + ".part") for target in targets]
    done: list[Path] = []
    try:
        for part in parts:  # left by an export that was killed
            part.unlink(missing_ok=True)
        yield parts
        for part, target in zip(parts, targets, strict=True):
            refuse_target(target)
            put_in_place(part, target)
            done.append(target)
        sync_folder(targets[0].parent)
    except BaseException as error:
        for path in done:  # some volumes without the others would only mislead
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _in_words(error, targets[0], needed) from error
        raise
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def sync_and_verify(path: Path, members: Mapping[str, str]) -> str:
    """Hash what the medium gives back, not what the cache remembers; return the file's digest.

    The file and what is in it are hashed side by side, so the medium is read once. `members` maps
    names to the SHA-256 of what was written. Raises MediumError.
    """
    sync_file(path)
    with path.open("rb") as stream, ThreadPoolExecutor(1) as beside:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        digest = beside.submit(hashlib.file_digest, stream, "sha256")
        if not _is_whole(path, members):
            problem = _("the medium gave back other bytes than were written. Use another one.")
            raise MediumError(file=path.name, problem=problem)
        return digest.result().hexdigest()


def _is_whole(path: Path, members: Mapping[str, str]) -> bool:
    try:
        with zipfile.ZipFile(path) as container:
            return all(_digest_of(container, n) == wanted for n, wanted in members.items())
    except BROKEN:
        return False


def _digest_of(container: zipfile.ZipFile, name: str) -> str:
    found = hashlib.sha256()
    with container.open(name) as member:
        while chunk := member.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _in_words(error: OSError, target: Path, needed: int) -> Exception:
    if is_full(error) or error.errno == errno.EFBIG:
        return disk_full(target.parent, needed)
    return FileProblemError(file=str(target), problem=error.strerror or str(error))
