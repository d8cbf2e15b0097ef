"""A package's file as we read it: where it lies, or decrypted where it was encrypted.

A stick may be pulled at any moment: what is going to the store is copied beside it and verified
first (arrival.py), so each byte is read from the stick once. What was encrypted is decrypted into
the workspace's folder, into a file that has no name, so not even a crash leaves one behind, and
with it the names of customers.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Protocol, cast

from evaluator_desktop.errors import StorageFailedError
from evaluator_desktop.exchange.container import open_zip
from evaluator_desktop.exchange.encryption import is_sealed, unseal
from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.exchange.package_reader import PackageReader
from evaluator_desktop.exchange.volumes import VolumeSet, volume_siblings
from evaluator_desktop.store.device import Device
from evaluator_desktop.store.disk_space import disk_full, is_full
from evaluator_desktop.texts import _


class Home(Protocol):
    """What belongs to a workspace and is the same on every thread."""

    @property
    def path(self) -> Path: ...
    @property
    def device(self) -> Device: ...


def open_volume(home: Home, path: Path, keys: Keys) -> PackageReader:
    """Open one file of a package, by this account's own identity or the keys given.

    Raises PackageError, DiskFullError.
    """
    with ExitStack() as stack:
        stream = stack.enter_context(_opened(path))
        container = open_zip(stream, path.name)
        sealed = is_sealed(container)
        if sealed:
            folder = staging_folder(home)
            plain = stack.enter_context(_unnamed(folder))
            own = replace(keys, identities=(home.device.identity, *keys.identities))
            with _disk_errors(folder, path):
                unseal(container, path.name, own, plain)
            stream.close()
            stream = plain
        reader = PackageReader(stream, path.name, was_sealed=sealed)
        stack.pop_all()  # the reader closes it from here on
        return reader


def staging_folder(home: Home) -> Path:
    """Return the folder beside the store for what is on its way in."""
    folder = home.path / "staging"
    folder.mkdir(exist_ok=True)
    return folder


def open_package(home: Home, path: Path, keys: Keys) -> VolumeSet:
    """Open a package of which one file is named; the others may lie beside it.

    Raises PackageError where one is missing.
    """
    package = VolumeSet()
    try:
        package.add(open_volume(home, path, keys))
        for sibling in volume_siblings(path) if package.missing else ():
            volume = open_volume(home, sibling, keys)
            package.add(volume) if volume.number == package.number else volume.close()
        package.refuse_missing()
    except BaseException:
        package.close()
        raise
    return package


def _unnamed(folder: Path) -> BinaryIO:
    return cast("BinaryIO", TemporaryFile(dir=folder))


def _opened(path: Path) -> BinaryIO:
    if not path.is_file():
        problem = _("it is not there or not a file. Check the name and the folder.")
        raise PackageError(file=str(path), problem=problem)
    if path.suffix == ".part":
        problem = _("it was not written to its end. Export it again.")
        raise PackageError(file=path.name, problem=problem)
    try:
        return path.open("rb")
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
