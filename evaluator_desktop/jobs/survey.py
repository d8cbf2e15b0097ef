"""What is known of files before they are added: their folders, size, camera's day and twins.

It only looks, on the pool; what it finds is proposed to a person. The camera's day is read in the
preview process, as every other look into a foreign file.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from evaluator_desktop.jobs.preview_protocol import Preview, Taken, TakenRequest
from evaluator_desktop.store.evidence_files import hash_file
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.texts import SHANGHAI, today

# Left behind by file managers; nobody means to hand them in.
_LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_FIRST_CAMERA = date(1990, 1, 1)


@dataclass(frozen=True)
class Known:
    """A file that the provider has already."""

    digest: str
    size: int
    name: str


@dataclass(frozen=True)
class FoundFile:
    """A file that is to be added."""

    path: Path
    names: tuple[str, ...]
    """The folders that were dropped with it, outermost first, and its own name."""
    size: int | None
    """None: it cannot be read, or is no file."""
    taken: date | None = None
    """By the camera that took it."""
    changed: date | None = None
    """The file's own time, which copying alters: a hint, never a fact."""
    twin: str = ""
    """The name of what has the same content."""
    is_known: bool = False
    """The twin is there already; else it comes with this file."""


def survey(
    paths: Sequence[Path],
    known: Sequence[Known],
    ask: Callable[[TakenRequest], Preview],
    progress: Progress = SILENT,
) -> list[FoundFile]:
    """Look at files, and into folders, by name; `ask` reads when a picture was taken."""
    found: list[FoundFile] = []
    for path, names in _files(paths):
        progress.step(len(found), 0, path.name)
        progress.raise_if_cancelled()
        found.append(_looked_at(path, names))
    digests = _digests(found, {file.size for file in known}, progress)
    first = {file.digest: (file.name, True) for file in reversed(known)}
    seen = []
    for number, file in enumerate(found):
        progress.step(number, len(found), file.path.name)
        progress.raise_if_cancelled()
        digest = digests.get(file.path, "")
        twin, is_known = first.get(digest, ("", False))
        if digest:
            first.setdefault(digest, (file.names[-1], False))
        taken = _day_taken(ask(TakenRequest(str(file.path)))) if file.size else None
        seen.append(replace(file, taken=taken, twin=twin, is_known=is_known))
    return seen


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield files as they are, and of folders the regular files, each with its names."""
    for path in paths:
        if path.is_symlink() or not path.is_dir():
            yield path, (path.name,)
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            above = (path.name, *Path(folder).relative_to(path).parts)
            for name in sorted(names):
                file = Path(folder) / name
                if name.casefold() not in _LITTER and file.is_file() and not file.is_symlink():
                    yield file, (*above, name)


def _looked_at(path: Path, names: tuple[str, ...]) -> FoundFile:
    try:
        stat = path.lstat()
    except OSError:
        return FoundFile(path, names, None)
    if not path.is_file() or path.is_symlink():
        return FoundFile(path, names, None)
    changed = datetime.fromtimestamp(stat.st_mtime, SHANGHAI).date()
    return FoundFile(path, names, stat.st_size, changed=changed)


def _digests(
    found: Sequence[FoundFile], known_sizes: set[int], progress: Progress
) -> Mapping[Path, str]:
    """Hash the files that may have a twin: another one is as large."""
    sizes = Counter(file.size for file in found)
    digests = {}
    for number, file in enumerate(found):
        if file.size and (sizes[file.size] > 1 or file.size in known_sizes):
            progress.step(number, len(found), file.path.name)
            progress.raise_if_cancelled()
            try:
                digests[file.path] = hash_file(file.path)
            except OSError:
                continue  # adding says what is wrong with it
    return digests


def _day_taken(answer: Preview) -> date | None:
    """Return the camera's day; None where its clock was never set."""
    if not isinstance(answer, Taken) or answer.moment is None:
        return None
    day = datetime.fromisoformat(answer.moment).date()
    return day if _FIRST_CAMERA <= day <= today() else None
