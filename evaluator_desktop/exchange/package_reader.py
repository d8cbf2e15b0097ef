"""Reading a package from outside: nothing is believed, nothing is extracted by its name.

Caps come before reading, every byte is hashed while it streams, and a package that breaks one
rule is refused whole, in words, before anything is written.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Self, cast

import msgspec

from evaluator_desktop.domain.history import RevisionError, read_revision, revision_id
from evaluator_desktop.errors import EvaluatorError, NewerPackageError, PackageError
from evaluator_desktop.exchange.manifest import (
    EVIDENCE,
    FORMAT,
    LARGEST_MANIFEST,
    MANIFEST,
    REVISIONS,
    SIGNATURE,
    Manifest,
    decode_format,
    decode_manifest,
    package_number,
)
from evaluator_desktop.store.device import fingerprint_of, signature_holds
from evaluator_desktop.store.union import Incoming
from evaluator_desktop.texts import N_, _

MOST_MEMBERS = 200_000
LARGEST_LINE = 4 << 20
_HIGHEST_RATIO = 200
_RATIO_FROM = 10 << 20
_CHUNK = 1 << 20
_SIGNATURE_SIZE = 64

_NOT_OURS = N_("it is not a package of this program, or it is incomplete. Ask for it again.")
_REPACKED = N_(
    "it was packed again by another program. Ask for the original file as it was exported."
)
_CHANGED = N_("it was changed or damaged on its way ({part}). Ask for it again.")


class PackageReader:
    """An open package whose container, manifest and signature have been checked."""

    def __init__(self, path: Path, name: str | None = None) -> None:
        """Open and check. `name` is what messages call it. Raises PackageError."""
        self.name = name or path.name
        try:
            self._stream = path.open("rb")
        except OSError as error:
            reason = _("it cannot be read ({reason}).").format(reason=error.strerror)
            raise PackageError(file=self.name, problem=reason) from error
        try:
            self._zip = self._open_zip(path.stat().st_size)
            content = self._member(MANIFEST, LARGEST_MANIFEST)
            self.number = package_number(content)
            self.manifest = self._manifest(content)
            self._check_signature(content)
            self._check_members()
        except BaseException:
            self._stream.close()
            raise

    def close(self) -> None:
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def revisions(self) -> Iterator[Incoming]:
        """Yield every revision, checked: canonical, known kind, derived id, sorted, hash of all.

        Raises PackageError; the last check comes with the last line, so take all before writing.
        """
        last = ""
        for content in self._lines(REVISIONS):
            name = revision_id(content)
            if name <= last:
                raise self._refused(_CHANGED, part=REVISIONS)
            last = name
            try:
                revision, body = read_revision(content)
            except RevisionError as error:
                raise PackageError(file=self.name, problem=str(error)) from error
            yield Incoming(name, content, revision, body)

    def evidence(self, digest: str) -> BinaryIO:
        """Open one evidence file for reading; its digest is for the reader to check."""
        return cast("BinaryIO", self._zip.open(EVIDENCE + digest))

    def _open_zip(self, size: int) -> zipfile.ZipFile:
        try:
            package = zipfile.ZipFile(self._stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._refused(_NOT_OURS) from error
        entries = package.infolist()
        if not entries or len(entries) > MOST_MEMBERS or package.comment:
            raise self._refused(_NOT_OURS)
        if min(entry.header_offset for entry in entries) != 0:
            raise self._refused(_REPACKED)
        if sum(entry.compress_size for entry in entries) > size:
            raise self._refused(_NOT_OURS)
        names = [entry.filename for entry in entries]
        if len({name.casefold() for name in names}) != len(names):
            raise self._refused(_REPACKED)
        for entry in entries:
            self._check_entry(entry)
        return package

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        kind = entry.external_attr >> 28
        plain = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        encrypted = entry.flag_bits & 0x1
        ratio = entry.file_size / max(entry.compress_size, 1)
        if not plain or encrypted or entry.is_dir() or kind not in (0, 0o10):
            raise self._refused(_REPACKED)
        if entry.file_size > _RATIO_FROM and ratio > _HIGHEST_RATIO:
            raise self._refused(_NOT_OURS)

    def _manifest(self, content: bytes) -> Manifest:
        found = decode_format(content)
        if found is not None and found > FORMAT:
            problem = _("it was made by a newer version of the program. Update this one first.")
            raise NewerPackageError(file=self.name, problem=problem)
        try:
            manifest = decode_manifest(content)
        except (msgspec.MsgspecError, EvaluatorError) as error:
            raise self._refused(_CHANGED, part=MANIFEST) from error
        if manifest.format != FORMAT:
            raise self._refused(_CHANGED, part=MANIFEST)
        return manifest

    def _check_signature(self, content: bytes) -> None:
        key = bytes.fromhex(self.manifest.device_key)
        signature = self._member(SIGNATURE, _SIGNATURE_SIZE)
        holds = signature_holds(key, signature, content)
        if not holds or fingerprint_of(key) != self.manifest.device:
            raise self._refused(_CHANGED, part=SIGNATURE)

    def _check_members(self) -> None:
        """The members are exactly those that the manifest lists."""
        listed = {part.name: part.size for part in self.manifest.parts}
        found = {entry.filename: entry.file_size for entry in self._zip.infolist()}
        for name in (MANIFEST, SIGNATURE):
            found.pop(name, None)
        if len(self.manifest.volumes) != 1 or REVISIONS not in listed:
            raise self._refused(_CHANGED, part=MANIFEST)
        if set(found) - set(listed):
            raise self._refused(_REPACKED)
        for name, size in listed.items():
            if found.get(name) != size:
                raise self._refused(_CHANGED, part=name)

    def _member(self, name: str, largest: int) -> bytes:
        try:
            with self._zip.open(name) as member:
                content = member.read(largest + 1)
        except KeyError as error:
            raise self._refused(_NOT_OURS) from error
        except _BROKEN as error:
            raise self._refused(_CHANGED, part=name) from error
        if len(content) > largest:
            raise self._refused(_CHANGED, part=name)
        return content

    def _lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a text member and check its size and hash at the end."""
        part = self.manifest.part(name)
        hasher, rest = hashlib.sha256(), b""
        try:
            with self._zip.open(name) as member:
                while chunk := member.read(_CHUNK):
                    hasher.update(chunk)
                    *lines, rest = (rest + chunk).split(b"\n")
                    yield from lines
                    if len(rest) > LARGEST_LINE:
                        raise self._refused(_CHANGED, part=name)
        except _BROKEN as error:
            raise self._refused(_CHANGED, part=name) from error
        if rest or part is None or hasher.hexdigest() != part.sha256:
            raise self._refused(_CHANGED, part=name)

    def _refused(self, sentence: str, **params: str) -> PackageError:
        return PackageError(file=self.name, problem=_(sentence).format(**params))


_BROKEN = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zlib.error)
