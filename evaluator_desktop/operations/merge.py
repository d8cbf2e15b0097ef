"""Merging packages, one after another: each is verified first, then taken in whole or not at all.

Verifying runs where it was called, and only what needs the store is handed to it: the command line
does all of it on one thread, the window lets people go on while a package is read.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.exchange.package_reader import PackageReader
from evaluator_desktop.exchange.volumes import VolumeSet
from evaluator_desktop.operations.arrival import staged
from evaluator_desktop.operations.merge_results import (
    TAKEN,
    MergeReport,
    MergeStatus,
    PackageResult,
    counted,
    refusal,
)
from evaluator_desktop.operations.merge_steps import described, look_at, take_in
from evaluator_desktop.operations.receiver import Receiver, receiver_of
from evaluator_desktop.operations.staging import open_package, open_volume
from evaluator_desktop.operations.trust import Trust, accept, remember
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.workspace import Workspace

__all__ = [
    "TAKEN",
    "MergeReport",
    "MergeStatus",
    "OnStore",
    "PackageResult",
    "Trust",
    "merge_package",
    "merge_packages",
    "merge_packages_apart",
    "take_package",
]

_NO_KEYS = Keys()
_NO_TRUST = Trust()


class OnStore(Protocol):
    """Runs `function(workspace, *args)` on the thread that owns the workspace, and waits."""

    def __call__(self, function: Callable[..., Any], /, *args: object) -> Any: ...


def merge_packages(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    trust: Trust = _NO_TRUST,
    keys: Keys = _NO_KEYS,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> MergeReport:
    """Merge packages one after another, each a transaction of its own.

    The volumes of one package count as one, once all of them were named. A package that cannot be
    merged is reported and changes nothing. Raises what the environment raises (DiskFullError, …)
    and CancelledError, unless something has come in: see `stopped`.
    """
    on_store = partial(_at_once, workspace)
    return merge_packages_apart(
        paths, on_store=on_store, trust=trust, keys=keys, dry_run=dry_run, progress=progress
    )


def merge_packages_apart(
    paths: Sequence[Path],
    *,
    on_store: OnStore,
    trust: Trust = _NO_TRUST,
    keys: Keys = _NO_KEYS,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> MergeReport:
    """Do what `merge_packages` does on another thread than the store's."""
    stopped = None
    with closing(_Run(on_store, trust, keys, progress, dry_run=dry_run)) as run:
        for number, path in enumerate(paths):
            progress.step(number, len(paths), path.name)
            try:
                progress.raise_if_cancelled()
                run.take(path)
            except EvaluatorError as error:
                if not any(result.changes for result in run.results):
                    raise
                stopped = error
                break
        run.refuse_incomplete()
    return MergeReport(tuple(run.results), stopped)


def merge_package(
    workspace: Workspace, path: Path, *, trust: Trust = _NO_TRUST, dry_run: bool = False
) -> PackageResult:
    """Merge one package, or say why not."""
    return merge_packages(workspace, [path], trust=trust, dry_run=dry_run).packages[0]


def take_package(
    workspace: Workspace, path: Path, *, trust: Trust = _NO_TRUST, keys: Keys = _NO_KEYS
) -> PackageResult:
    """Merge a package of which one file is named.

    Raises PackageError; nothing is written then.
    """
    with open_package(workspace, path, keys) as package:
        receiver = receiver_of(workspace)
        accept(receiver, package, trust)
        known = described(receiver, package)
        with staged(receiver, package, with_files=True, progress=SILENT) as arrival:
            result = take_in(workspace, arrival, known, SILENT)
        remember(receiver, package)
        return result


def _at_once(workspace: Workspace, function: Callable[..., Any], /, *args: object) -> Any:
    return function(workspace, *args)


class _Run:
    """Files one after another; volumes wait for the rest of their package."""

    def __init__(
        self, on_store: OnStore, trust: Trust, keys: Keys, progress: Progress, *, dry_run: bool
    ) -> None:
        self._on_store = on_store
        self._trust = trust
        self._keys = keys
        self._progress = progress
        self._dry_run = dry_run
        self._batch = uuid4().hex
        self._snapshot: Receiver | None = None
        self._waiting: dict[str, VolumeSet] = {}
        self._places: dict[str, list[int]] = {}
        self._done: dict[str, PackageResult] = {}
        self.results: list[PackageResult] = []
        """One a file, in their order."""

    def take(self, path: Path) -> None:
        """Merge the package of a file once nothing of it is missing."""
        place = len(self.results)
        nothing = PackageResult(path.name, MergeStatus.REFUSED, "")
        try:
            volume = self._opened(path)
        except PackageError as error:
            self.results.append(refusal(nothing, error))
            return
        number = volume.number
        if number in self._done and len(volume.manifest.volumes) > 1:
            volume.close()
            self.results.append(replace(counted(self._done[number]), file=path.name))
            return
        self.results.append(nothing)
        self._places.setdefault(number, []).append(place)
        package = self._waiting.setdefault(number, VolumeSet())
        package.add(volume)
        if not package.missing:
            self._merge(number)

    def _opened(self, path: Path) -> PackageReader:
        """Open a file. The copy of a volume is hashed at once: nothing is going to read it."""
        volume = open_volume(self._receiver, path, self._keys)
        several = len(volume.manifest.volumes) > 1
        waiting = self._waiting.get(volume.number)
        if (several and volume.number in self._done) or (waiting and volume in waiting):
            volume.check_all(self._progress)
        return volume

    def refuse_incomplete(self) -> None:
        """Say of every package that is still waiting which of its volumes are missing."""
        for number in list(self._waiting):
            self._merge(number)

    def close(self) -> None:
        for package in self._waiting.values():
            package.close()

    def _merge(self, number: str) -> None:
        places = self._places.pop(number)
        with self._waiting.pop(number) as package:
            receiver = self._receiver
            known = described(receiver, package)
            try:
                package.refuse_missing()
                accept(receiver, package, self._trust)
                result = self._verified(package, known)
                if not self._dry_run:
                    remember(receiver, package)
            except PackageError as error:
                result = refusal(known, error)
        self._done[number] = result
        for place in places:
            self.results[place] = replace(result, file=self.results[place].file)
            result = counted(result)

    def _verified(self, package: VolumeSet, known: PackageResult) -> PackageResult:
        """Verify a package here, and look at it or take it in where the store is."""
        step = look_at if self._dry_run else partial(take_in, batch=self._batch)
        receiver, progress = self._receiver, self._progress
        with staged(receiver, package, with_files=not self._dry_run, progress=progress) as arrival:
            result: PackageResult = self._on_store(step, arrival, known, progress)
        if result.changes is not None:
            self._snapshot = None  # it shows what was here before
        return result

    @property
    def _receiver(self) -> Receiver:
        if self._snapshot is None:
            self._snapshot = self._on_store(receiver_of)
        return self._snapshot
