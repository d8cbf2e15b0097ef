"""A package in several files: which part goes where, and putting the files together again.

Every volume carries the whole manifest, so any one of them says what belongs to the package; which
of them it is follows from what is in it. A file's name says nothing.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Self

from evaluator_desktop.domain.bodies import Round
from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.exchange.manifest import EVIDENCE, PERSONAL, REVISIONS, Manifest
from evaluator_desktop.exchange.package_reader import PackageReader
from evaluator_desktop.store.arriving import Incoming, Known
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.texts import _, ngettext, size_text

USUAL_SIZE = 2 << 30
ONE_FILE = 1 << 60
"""No division: larger than anything that is exported."""
LARGEST_FILE = (4 << 30) - 1
"""What a stick formatted with FAT32 takes."""
_VOLUME = re.compile(r"(.+)\.[0-9]{3,}(\.[^.]+)?")
ENTRY_SIZE = 400
"""At most: both zip headers of a part with its name twice, and its zip64 fields."""


def divide(sizes: Sequence[tuple[str, int]], fixed: int, largest: int) -> list[list[str]]:
    """Distribute parts, in their order, to volumes of at most `largest` bytes.

    `sizes` are (name, bytes in the file), `fixed` what every volume carries besides. A part that
    is larger than a volume gets one of its own. Raises FileProblemError where that would be
    larger than a stick takes.
    """
    volumes: list[list[str]] = []
    free = 0
    for name, size in sizes:
        needed = size + ENTRY_SIZE
        if needed > free or not volumes:
            if needed + fixed > max(largest, LARGEST_FILE):
                raise _too_large(name, size)
            volumes.append([])
            free = largest - fixed
        volumes[-1].append(name)
        free -= needed
    return volumes


def _too_large(name: str, size: int) -> FileProblemError:
    problem = _(
        "is {size} large; a stick takes files of at most {limit}. Give a larger volume size and "
        "use a medium formatted with exFAT or NTFS."
    )
    problem = problem.format(size=size_text(size), limit=size_text(LARGEST_FILE))
    return FileProblemError(file=name, problem=problem)


def volume_targets(target: Path, count: int) -> list[Path]:
    """Return the file of each volume: x.evpkg, or x.001.evpkg, x.002.evpkg and so on."""
    if count == 1:
        return [target]
    return [target.with_name(f"{target.stem}.{n:03d}{target.suffix}") for n in range(1, count + 1)]


def volume_siblings(path: Path) -> list[Path]:
    """Return the files beside a volume that are named like it; what they are, they say."""
    named = _VOLUME.fullmatch(path.name)
    if not named or not path.parent.is_dir():
        return []
    others = [other for other in path.parent.iterdir() if other != path]
    return sorted(o for o in others if (m := _VOLUME.fullmatch(o.name)) and m[1] == named[1])


class VolumeSet:
    """The files of one package that have been opened so far; read as one when all are there."""

    def __init__(self) -> None:
        self._volumes: dict[int, PackageReader] = {}
        self._stack = ExitStack()

    def add(self, volume: PackageReader) -> None:
        """Take a file of the same package number; a second copy of one that is here is closed."""
        self._stack.callback(volume.close)
        self._volumes.setdefault(volume.volume, volume)

    def __contains__(self, volume: PackageReader) -> bool:
        """Whether this volume, or a copy of it, was added."""
        return volume.volume in self._volumes

    def close(self) -> None:
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def first(self) -> PackageReader:
        return next(iter(self._volumes.values()))

    @property
    def manifest(self) -> Manifest:
        return self.first.manifest

    @property
    def number(self) -> str:
        return self.first.number

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.first.name

    @property
    def size(self) -> int:
        """Bytes of the files that are here, as they are read: decrypted."""
        return sum(volume.size for volume in self._volumes.values())

    @property
    def missing(self) -> list[int]:
        """Numbers of the volumes that were not added, counted from 1."""
        return [n + 1 for n in range(len(self.manifest.volumes)) if n not in self._volumes]

    def refuse_missing(self) -> None:
        """Raises PackageError that names the volumes that are missing."""
        if not (missing := self.missing):
            return
        sentence = ngettext(
            "volume {numbers} of {count} is missing. Choose all files of the package together.",
            "volumes {numbers} of {count} are missing. Choose all files of the package together.",
            len(missing),
        )
        numbers = ", ".join(map(str, missing))
        problem = sentence.format(numbers=numbers, count=len(self.manifest.volumes))
        raise PackageError(file=self.name, problem=problem)

    def revisions(self, known: Known, progress: Progress) -> Iterator[Incoming]:
        return self._holding(REVISIONS).revisions(known, progress=progress)

    def rounds(self) -> Iterator[tuple[str, list[str], Round]]:
        return self._holding(REVISIONS).rounds()

    def personal(self) -> Iterator[tuple[str, bytes]]:
        if self.manifest.part(PERSONAL):
            yield from self._holding(PERSONAL).personal()

    def evidence(self, digest: str) -> BinaryIO:
        return self._holding(EVIDENCE + digest).evidence(digest)

    def check(self, part: str, progress: Progress) -> None:
        """Compare a part with its hash in the manifest and no more. Raises PackageError."""
        self._holding(part).check(part, progress)

    def _holding(self, part: str) -> PackageReader:
        return self._volumes[self._places[part]]

    @cached_property
    def _places(self) -> dict[str, int]:
        volumes = enumerate(self.manifest.volumes)
        return {part: number for number, parts in volumes for part in parts}
