"""Reading one file of a package from outside: nothing is believed.

Every byte is hashed while it streams, and a package that breaks one rule is refused whole, in
words, before anything is written. The zip itself is container.py's; a package of several volumes
is put together in volumes.py.
"""

import hashlib
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Self, cast

import msgspec

from evaluator_desktop.domain.bodies import Body, Round, SchemeInUse
from evaluator_desktop.domain.history import Revision, revision_id
from evaluator_desktop.domain.revision_reading import RevisionError, read_revision
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.exchange.container import (
    CHANGED,
    REPACKED,
    member_chunks,
    open_zip,
    read_member,
    refused,
)
from evaluator_desktop.exchange.errors import NewerPackageError, PackageError
from evaluator_desktop.exchange.manifest import (
    EVIDENCE,
    FORMAT,
    LARGEST_MANIFEST,
    MANIFEST,
    NOT_READABLE,
    PERSONAL,
    REVISIONS,
    SIGNATURE,
    Manifest,
    decode_format,
    decode_manifest,
    package_number,
)
from evaluator_desktop.exchange.personal_lines import decode_personal
from evaluator_desktop.store.arriving import Incoming, Known
from evaluator_desktop.store.device import fingerprint_of, signature_holds
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.texts import _

LARGEST_LINE = 4 << 20
_OF_ROUND = b'"kind":"round"'
_LINES_A_STEP = 10_000
_NONE_KNOWN = Known()
_SIGNATURE_SIZE = 64


class PackageReader:
    """An open file whose container, manifest and signature have been checked."""

    def __init__(
        self, source: Path | BinaryIO, name: str | None = None, *, was_sealed: bool = False
    ) -> None:
        """Open and check. `name` is what messages call it. Raises PackageError.

        A stream instead of a path is the reader's own from then on. Personal objects are taken
        only from one that `was_sealed`.
        """
        self.name = name or (source.name if isinstance(source, Path) else "")
        try:
            self._stream = source.open("rb") if isinstance(source, Path) else source
        except OSError as error:
            reason = _("it cannot be read ({reason}).").format(reason=error.strerror)
            raise PackageError(file=self.name, problem=reason) from error
        try:
            self.size = self._stream.seek(0, os.SEEK_END)
            self._zip = open_zip(self._stream, self.name)
            content = read_member(self._zip, MANIFEST, LARGEST_MANIFEST, self.name)
            self.number = package_number(content)
            self.manifest = self._manifest(content)
            self._check_signature(content)
            self._check_personal(was_sealed)
            self.volume = self._find_volume()
        except BaseException:
            self._stream.close()
            raise

    def close(self) -> None:
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def revisions(
        self, known: Known = _NONE_KNOWN, *, progress: Progress = SILENT
    ) -> Iterator[Incoming]:
        """Yield every revision that is not known, checked: canonical, kind, derived id, round.

        All of them are hashed, in order and counted. Raises PackageError; the last check comes
        with the last line, so take all before writing.
        """
        for name, content in known.without(self._named_lines(progress)):
            revision, body = self._decoded(content)
            self._check_round(revision, body)
            yield Incoming(name, content, revision, body)

    def rounds(self) -> Iterator[tuple[str, list[str], Round]]:
        """Yield (id, parents, state) of the round's own revisions; no others are decoded.

        Raises PackageError, perhaps only at the end.
        """
        for name, content in self._named_lines(SILENT):
            if _OF_ROUND in content:
                revision, body = self._decoded(content)
                if isinstance(body, Round):
                    yield name, revision.parents, body

    def _decoded(self, content: bytes) -> tuple[Revision, Body | None]:
        try:
            return read_revision(content)
        except RevisionError as error:
            raise PackageError(file=self.name, problem=str(error)) from error

    def _named_lines(self, progress: Progress) -> Iterator[tuple[str, bytes]]:
        last, count, total = "", 0, self.manifest.revisions
        for count, content in enumerate(self._lines(REVISIONS), 1):
            name = revision_id(content)
            if name <= last:
                raise refused(self.name, CHANGED, part=REVISIONS)
            last = name
            yield name, content
            if count % _LINES_A_STEP == 0:
                progress.raise_if_cancelled()
                progress.step(count, total, self.name)
        if count != total:
            raise refused(self.name, CHANGED, part=REVISIONS)

    def _check_round(self, revision: Revision, body: Body | None) -> None:
        """A package holds one round, whatever its manifest says."""
        own = self.manifest.round
        is_other = isinstance(body, Round) and revision.entity != own
        if is_other or (isinstance(body, SchemeInUse) and body.round != own):
            problem = _("it holds records of another round than it says.")
            raise PackageError(file=self.name, problem=problem)

    def evidence(self, digest: str) -> BinaryIO:
        """Open one evidence file for reading; its digest is for the reader to check."""
        return cast("BinaryIO", self._zip.open(EVIDENCE + digest))

    def personal(self) -> Iterator[tuple[str, bytes]]:
        """Yield (digest, bytes) of every personal object, checked; none in a plain package.

        Raises PackageError, like `revisions` perhaps only at the end.
        """
        last = ""
        for line in self._lines(PERSONAL) if self.manifest.part(PERSONAL) else ():
            try:
                digest, content = decode_personal(line)
            except (msgspec.MsgspecError, EvaluatorError) as error:
                raise refused(self.name, CHANGED, part=PERSONAL) from error
            if digest <= last:
                raise refused(self.name, CHANGED, part=PERSONAL)
            last = digest
            yield digest, content

    def check(self, name: str, progress: Progress) -> None:
        """Compare a member with its hash in the manifest and no more. Raises PackageError."""
        hasher = hashlib.sha256()
        for chunk in member_chunks(self._zip, name, self.name):
            progress.raise_if_cancelled()
            hasher.update(chunk)
        self._compare(name, hasher.hexdigest())

    def check_all(self, progress: Progress) -> None:
        """Compare all of this file with the manifest. Raises PackageError; it is closed then."""
        try:
            for name in self.manifest.volumes[self.volume]:
                self.check(name, progress)
        except BaseException:
            self.close()
            raise

    def _compare(self, name: str, digest: str) -> None:
        if digest != self._digests.get(name):
            raise refused(self.name, CHANGED, part=name)

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {part.name: part.sha256 for part in self.manifest.parts}

    def _manifest(self, content: bytes) -> Manifest:
        found = decode_format(content)
        if found is not None and found > FORMAT:
            problem = _(
                "it was made by a newer version of the program (format {found}, this one reads "
                "{known}). Update this one, then merge it."
            ).format(found=found, known=FORMAT)
            raise NewerPackageError(file=self.name, problem=problem)
        try:
            manifest = decode_manifest(content)
        except (*NOT_READABLE, EvaluatorError) as error:
            raise refused(self.name, CHANGED, part=MANIFEST) from error
        if manifest.format != FORMAT:
            raise refused(self.name, CHANGED, part=MANIFEST)
        return manifest

    def _check_signature(self, content: bytes) -> None:
        key = bytes.fromhex(self.manifest.device_key)
        signature = read_member(self._zip, SIGNATURE, _SIGNATURE_SIZE, self.name)
        holds = signature_holds(key, signature, content)
        if not holds or fingerprint_of(key) != self.manifest.device:
            raise refused(self.name, CHANGED, part=SIGNATURE)

    def _check_personal(self, was_sealed: bool) -> None:
        if not was_sealed and self.manifest.part(PERSONAL):
            problem = _(
                "it carries names and numbers of people and is not encrypted. This program makes "
                "no such packages; ask for an encrypted one."
            )
            raise PackageError(file=self.name, problem=problem)

    def _find_volume(self) -> int:
        """Return which volume this is: its members are exactly the parts listed for that one."""
        sizes = {part.name: part.size for part in self.manifest.parts}
        volumes = self.manifest.volumes
        listed = [name for volume in volumes for name in volume]
        named = all(p.name == EVIDENCE + p.sha256 for p in self.manifest.parts if p.is_evidence)
        is_sound = named and len(sizes) == len(self.manifest.parts) and REVISIONS in sizes
        if not is_sound or sorted(listed) != sorted(sizes):
            raise refused(self.name, CHANGED, part=MANIFEST)
        found = {entry.filename: entry.file_size for entry in self._zip.infolist()}
        for name in (MANIFEST, SIGNATURE):
            found.pop(name, None)
        if set(found) - set(sizes):
            raise refused(self.name, REPACKED)
        number = next(
            (n for n, volume in enumerate(volumes) if not found.keys().isdisjoint(volume)), 0
        )
        wrong = {name for name in volumes[number] if found.get(name) != sizes[name]}
        if wrong := wrong | (found.keys() - set(volumes[number])):
            raise refused(self.name, CHANGED, part=min(wrong))
        return number

    def _lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a text member and check its size and hash at the end."""
        hasher, rest = hashlib.sha256(), b""
        for chunk in member_chunks(self._zip, name, self.name):
            hasher.update(chunk)
            *lines, rest = (rest + chunk).split(b"\n")
            yield from lines
            if len(rest) > LARGEST_LINE:
                raise refused(self.name, CHANGED, part=name)
        if rest:
            raise refused(self.name, CHANGED, part=name)
        self._compare(name, hasher.hexdigest())
