"""Writing a package: its parts in one zip or several, plain or inside an encrypted container."""

import hashlib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage
from typing import IO

import msgspec

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.container import new_entry
from evaluator_desktop.exchange.encryption import Seal, room_inside, write_sealed
from evaluator_desktop.exchange.manifest import (
    MANIFEST,
    SIGNATURE,
    Manifest,
    encode_manifest,
    package_number,
)
from evaluator_desktop.exchange.medium import (
    MediumError,
    placed,
    refuse_target,
    sync_and_verify,
)
from evaluator_desktop.exchange.spool import Cargo, Member
from evaluator_desktop.exchange.streams import streamed
from evaluator_desktop.exchange.volumes import ENTRY_SIZE, USUAL_SIZE, divide, volume_targets
from evaluator_desktop.store.disk_space import disk_full
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.texts import _, size_text

_AROUND_MANIFEST = 2048
"""At most: the headers of manifest and signature, the signature and the end record."""


@dataclass(frozen=True)
class WrittenFile:
    """One file on its medium. `digest` is the SHA-256 of the file."""

    path: Path
    bytes: int
    digest: str


@dataclass(frozen=True)
class Written:
    """A package on its medium."""

    number: str
    files: tuple[WrittenFile, ...]
    """More than one where it was split into volumes."""
    revisions: int
    evidence: int
    personal: int = 0
    """Personal objects in it."""
    personal_left_out: int = 0
    """Personal objects that a package which is not encrypted does not carry."""
    damaged: tuple[str, ...] = ()
    """Names of stored files that are damaged here and were left out: file, provider and item."""

    @property
    def path(self) -> Path:
        return self.files[0].path

    @property
    def bytes(self) -> int:
        return sum(file.bytes for file in self.files)

    @property
    def digest(self) -> str:
        """Of the first file."""
        return self.files[0].digest


def damaged_words(written: Written) -> list[str]:
    """Say of each stored file that was left out because it is damaged here."""
    sentence = _(
        "Left out, because it is damaged on this computer: {file}. Whoever merges this sees it as "
        "missing. Add it again, or merge a package that has it."
    )
    return [sentence.format(file=name) for name in written.damaged]


def write_package(
    target: Path,
    manifest: Manifest,
    cargo: Cargo,
    *,
    sign: Callable[[bytes], bytes],
    progress: Progress,
    seal: Seal | None = None,
    volume_size: int | None = None,
) -> Written:
    """Write the package and verify it as it lies on the medium.

    `manifest` without parts; they are added here. Without a `seal` personal objects are left out
    and counted. `volume_size` is in bytes. Raises DamagedPartError where our own file is not what
    it should be, FileProblemError, DiskFullError, CancelledError; then only `.part` files were
    ever there.
    """
    members = cargo.members(with_personal=seal is not None)
    content, volumes = _divided(manifest, members, seal, volume_size)
    package = _Package(content, sign(content), volumes, progress)
    targets = volume_targets(target, len(volumes))
    for path in targets:
        refuse_target(path)
    _refuse_full(target.parent, members)
    files = []
    with placed(targets, sum(member.part.size for member in members)) as part_files:
        for number, part_file in enumerate(part_files):
            sums = package.write(number, part_file, seal)
            try:
                digest = sync_and_verify(part_file, sums)
            except MediumError:
                package.blame(number)
                raise
            files.append(WrittenFile(targets[number], part_file.stat().st_size, digest))
    objects = cargo.personal.objects
    carried = objects if seal else 0
    return Written(
        package_number(content),
        tuple(files),
        cargo.revisions.revisions,
        len(cargo.evidence),
        carried,
        objects - carried,
    )


def _refuse_full(folder: Path, members: Sequence[Member]) -> None:
    """Say before the first byte that there is no room. Raises DiskFullError."""
    free = disk_usage(folder).free
    if free < sum(member.part.size for member in members):
        needed = sum(member.packed_size() for member in members)  # takes a while, seldom needed
        if free < needed:
            raise disk_full(folder, needed)


def _divided(
    manifest: Manifest, members: Sequence[Member], seal: Seal | None, volume_size: int | None
) -> tuple[bytes, list[list[Member]]]:
    """Return the manifest's bytes and the members of each volume."""
    by_name = {member.part.name: member for member in members}
    parts = [member.part for member in members]
    whole = msgspec.structs.replace(manifest, parts=parts, volumes=[list(by_name)])
    content = encode_manifest(whole)
    largest = volume_size if volume_size is not None else USUAL_SIZE
    room, fixed = (room_inside(largest, seal) if seal else largest), len(content) + _AROUND_MANIFEST
    if room < 2 * fixed:
        problem = _("volumes of {size} are too small: each carries a list of {needed}.")
        problem = problem.format(size=size_text(largest), needed=size_text(fixed))
        raise FileProblemError(file=MANIFEST, problem=problem)
    if fixed + sum(part.size + ENTRY_SIZE for part in parts) <= room:
        return content, [list(members)]
    volumes = divide([(m.part.name, m.packed_size()) for m in members], fixed, room)
    divided = msgspec.structs.replace(whole, volumes=volumes)
    return encode_manifest(divided), [[by_name[name] for name in names] for names in volumes]


@dataclass(frozen=True)
class _Package:
    manifest: bytes
    signature: bytes
    volumes: list[list[Member]]
    progress: Progress

    def write(self, number: int, path: Path, seal: Seal | None) -> dict[str, str]:
        """Write one volume; return the SHA-256 of every member that the file then has."""
        if seal is not None:
            plain = streamed(lambda out: self._steps(number, out, verify=True))
            return write_sealed(path, plain, seal)
        with path.open("xb") as out:
            for _step in self._steps(number, out):
                pass
        members = {MANIFEST: self.manifest, SIGNATURE: self.signature}
        sums = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
        return sums | {member.part.name: member.part.sha256 for member in self.volumes[number]}

    def blame(self, number: int) -> None:
        """Raises DamagedPartError where it was our own file that is not what it should be."""
        for member in self.volumes[number]:
            for _chunk in member.verified():
                pass

    def _steps(self, number: int, out: IO[bytes], *, verify: bool = False) -> Iterator[None]:
        """Write one volume in steps. Raises CancelledError between them.

        `verify` what is read, where it cannot be seen any more in what was written.
        """
        done = sum(len(volume) for volume in self.volumes[:number])
        total = sum(len(volume) for volume in self.volumes)
        with zipfile.ZipFile(out, "w", allowZip64=True) as package:
            package.writestr(new_entry(MANIFEST, zipfile.ZIP_DEFLATED), self.manifest)
            package.writestr(new_entry(SIGNATURE), self.signature)
            for place, member in enumerate(self.volumes[number]):
                self.progress.step(done + place, total, member.part.name)
                entry = new_entry(member.part.name, member.method)
                entry.file_size = member.part.size
                with package.open(entry, "w") as sink:
                    for chunk in member.verified() if verify else member.chunks():
                        self.progress.raise_if_cancelled()
                        sink.write(chunk)
                        yield
        yield
