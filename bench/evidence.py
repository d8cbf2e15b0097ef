"""Evidence out and in: an export and a merge beside copying and hashing the files each way.

    python -m bench.evidence MEGABYTES [--files N] [--folder DIR]

The reference copies every file, hashes what it copies and syncs it, once towards the stick and
once back; both ways read a disk whose cache holds nothing of the files.
"""

import argparse
import hashlib
import os
import shutil
from pathlib import Path

from bench.histories import new_workspace
from bench.measure import apart, line, scratch, seconds
from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.operations.edit import change
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import MergeStatus, Trust, merge_packages
from evaluator_desktop.store.database import sync_file, sync_folder
from evaluator_desktop.store.workspace import Workspace

_CHUNK = 1 << 20


def prepare(folder: Path, megabytes: int, files: int) -> None:
    """Make a sender with evidence and a receiver without."""
    with new_workspace(folder / "sender"):
        pass
    shutil.copytree(folder / "sender", folder / "receiver")
    with Workspace.open(folder / "sender") as sender:
        provider, item = sender.session.new_id(), sender.scheme.items[0].id
        changes = []
        for number in range(files):
            source = folder / "source"
            with source.open("wb") as out:
                for _chunk in range(megabytes // files):
                    out.write(os.urandom(_CHUNK))
            stored = sender.stored(source)
            source.unlink()
            body = Evidence(
                provider=provider,
                item=item,
                requirement=None,
                name=f"{number}.mp4",
                digest=stored.digest,
                size=stored.size,
                captured_on=None,
                note="",
                origin=None,
                removed=False,
                reason="",
            )
            changes.append(change(sender, body, entity=sender.session.new_id(), seen=()))
        sender.commit("add_evidence", changes)


def _forget(folder: Path) -> None:
    """Let the system read the files from the disk again."""
    os.sync()
    if hasattr(os, "posix_fadvise"):
        for path in folder.rglob("*"):
            if path.is_file() and path.stat().st_size >= _CHUNK:
                with path.open("rb") as stream:
                    os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def copy(source: Path, target: Path) -> float:
    """Return the seconds of the reference: every file read, hashed, written and synced."""
    _forget(source)
    return seconds(lambda: _copy_all(source, target))


def _copy_all(source: Path, target: Path) -> None:
    target.mkdir()
    for path in sorted(source.rglob("*")):
        if path.is_file():
            hasher = hashlib.sha256()
            with path.open("rb") as stream, (target / path.name).open("wb") as out:
                while chunk := stream.read(_CHUNK):
                    hasher.update(chunk)
                    out.write(chunk)
            sync_file(target / path.name)
    sync_folder(target)


def export(folder: Path) -> float:
    """Return the seconds of an export, read again from the medium as always."""
    _forget(folder / "sender")
    with Workspace.open(folder / "sender") as sender:
        return seconds(lambda: export_package(sender, folder / "x.evpkg"))


def merge(folder: Path) -> float:
    """Return the seconds of the merge, of all volumes that it came in."""
    _forget(folder)
    with Workspace.open(folder / "receiver") as receiver:
        found = []
        paths, trust = sorted(folder.glob("*.evpkg")), Trust(any_new=True)
        took = seconds(lambda: found.append(merge_packages(receiver, paths, trust=trust)))
        for result in found[0].packages:
            if result.status is not MergeStatus.MERGED:
                raise SystemExit(result.message)
        return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("megabytes", type=int, help="evidence in all")
    parser.add_argument("--files", type=int, default=1000, help="how many files it is in")
    parser.add_argument("--folder", type=Path, help="where to work (four times the evidence)")
    options = parser.parse_args()
    with scratch(options.folder) as folder:
        measure(folder, options.megabytes, min(options.files, options.megabytes))


def measure(folder: Path, megabytes: int, files: int) -> None:
    """Print every line of one amount."""
    print(f"{megabytes} MB of evidence in {files} files")
    apart(prepare, folder, megabytes, files)
    away = apart(copy, folder / "sender" / "evidence", folder / "away").result
    line("reference: copied and hashed, away", away)
    back = apart(copy, folder / "away", folder / "back").result
    line("reference: copied and hashed, back", back)
    for name in ("away", "back"):
        shutil.rmtree(folder / name)
    exported = apart(export, folder)
    line("export, read again and verified", exported.result, away, f"{exported.megabytes} MB")
    merged = apart(merge, folder)
    line("merge", merged.result, back, f"{merged.megabytes} MB")
    line("both ways", exported.result + merged.result, away + back)


if __name__ == "__main__":
    main()
