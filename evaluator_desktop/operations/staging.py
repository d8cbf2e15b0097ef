"""A package's file as we read it: a copy of our own, decrypted where it was encrypted.

A stick may be pulled while we read, so the copy comes first, into the workspace's folder: what is
in it is going there anyway. The copies have no name, so not even a crash leaves one behind, and
with it the names of customers.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from evaluator_desktop.errors import PackageError, StorageFailedError
from evaluator_desktop.exchange.container import CHUNK, open_zip
from evaluator_desktop.exchange.encryption import is_sealed, unseal
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.exchange.package_reader import PackageReader
from evaluator_desktop.exchange.volumes import VolumeSet, volume_siblings
from evaluator_desktop.store.disk_space import disk_full, is_full
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


def open_volume(workspace: Workspace, path: Path, keys: Keys) -> PackageReader:
    """Open one file of a package, by this account's own identity or the keys given.

    Raises PackageError, DiskFullError.
    """
    folder = workspace.path / "staging"
    folder.mkdir(exist_ok=True)
    with ExitStack() as stack:
        copy = stack.enter_context(_unnamed(folder))
        _copy(path, copy, folder)
        container = open_zip(copy, path.name)
        if is_sealed(container):
            plain = stack.enter_context(_unnamed(folder))
            own = replace(keys, identities=(workspace.device.identity, *keys.identities))
            with _disk_errors(folder, path):
                unseal(container, path.name, own, plain)
            copy.close()
            copy = plain
        reader = PackageReader(copy, path.name)
        stack.pop_all()  # the reader closes it from here on
        return reader


def open_package(workspace: Workspace, path: Path, keys: Keys) -> VolumeSet:
    """Open a package of which one file is named; the others may lie beside it.

    Raises PackageError where one is missing.
    """
    package = VolumeSet()
    try:
        package.add(open_volume(workspace, path, keys))
        for sibling in volume_siblings(path) if package.missing else ():
            volume = open_volume(workspace, sibling, keys)
            package.add(volume) if volume.number == package.number else volume.close()
        package.refuse_missing()
    except BaseException:
        package.close()
        raise
    return package


def _unnamed(folder: Path) -> BinaryIO:
    return cast("BinaryIO", TemporaryFile(dir=folder))


def _copy(path: Path, copy: BinaryIO, folder: Path) -> None:
    if not path.is_file():
        problem = _("it is not there or not a file. Check the name and the folder.")
        raise PackageError(file=str(path), problem=problem)
    if path.suffix == ".part":
        problem = _("it was not written to its end. Export it again.")
        raise PackageError(file=path.name, problem=problem)
    with _read_errors(path), path.open("rb") as source:
        if os.fstat(source.fileno()).st_size > shutil.disk_usage(folder).free:
            raise disk_full(folder, path.stat().st_size)
        while True:
            chunk = source.read(CHUNK)
            with _disk_errors(folder, path):
                if not chunk:
                    copy.flush()
                    return
                copy.write(chunk)


@contextmanager
def _read_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = _("it cannot be read ({reason}).").format(reason=error.strerror)
        raise PackageError(file=path.name, problem=problem) from error


@contextmanager
def _disk_errors(folder: Path, path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise disk_full(folder, path.stat().st_size) from error
        raise StorageFailedError(reason=error.strerror or str(error)) from error
