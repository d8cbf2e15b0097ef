"""Looking whether a workspace is whole: file, history, projections, evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.errors import DamagedRecordError
from evaluator_desktop.store import personal
from evaluator_desktop.store.consistency import history_problems
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


@dataclass(frozen=True)
class CheckResult:
    """What was looked at and what is wrong, in sentences."""

    problems: tuple[str, ...]
    revisions: int
    evidence: int


def check(workspace: Workspace, *, deep: bool = False, progress: Progress = SILENT) -> CheckResult:
    """Check everything; `deep` also reads every evidence file and compares its digest.

    What is damaged then stands among the findings too, until the file is there whole again.
    """
    files: dict[tuple[str, int], list[str]] = {}
    problems = [*workspace.database.quick_check(), *check_history(workspace), *_forks(workspace)]
    try:
        problems += [*_personal(workspace), *_summaries(workspace)]
        files = _named_files(workspace)
    except DamagedRecordError as error:
        problems.append(str(error))
    problems += _files(workspace, files, deep=deep, progress=progress)
    if deep:
        workspace.evidence_files.known_damage.keep()
    return CheckResult(tuple(problems), workspace.history.count(), len(files))


def check_history(workspace: Workspace) -> Iterator[str]:
    """Every revision is what its id says, none is missing, the tables beside it follow."""
    yield from history_problems(workspace.database)


def _forks(workspace: Workspace) -> Iterator[str]:
    """Work of a copied laptop is whole, but somebody should know of it."""
    for run in sorted(workspace.history.forked_runs()):
        yield _("A copied laptop continued the same work twice (run {run}).").format(run=run[:16])


def _personal(workspace: Workspace) -> Iterator[str]:
    """None that was erased is there again."""
    for digest in sorted(personal.purged(workspace.database)):
        if personal.is_here(workspace.database, digest):
            sentence = _("Personal data {digest} were erased and are here again.")
            yield sentence.format(digest=digest[:16])


def _summaries(workspace: Workspace) -> Iterator[str]:
    """Rows of the list are worked out anew, where no file that counts for them has gone since."""
    keys = {row[0].hex() for row in workspace.database.rows("SELECT provider FROM summary")}
    for provider in sorted(keys.union(workspace.provider_ids())):
        record = workspace.record(provider)
        expected = workspace.projections.expected(provider, anew=True)
        if not record.missing_files and workspace.projections.get(provider) != expected:
            sentence = _("The row of provider {provider} is not what its history gives.")
            yield sentence.format(provider=record.name or provider[:16])


def _named_files(workspace: Workspace) -> dict[tuple[str, int], list[str]]:
    """Return the names under which each file was attached, removed evidence left out."""
    found: dict[tuple[str, int], list[str]] = {}
    for entity in workspace.history.entities(kind=Evidence.kind):
        for head in entity.heads:
            if head.body is not None and not head.body.removed:
                file = (head.body.digest, head.body.size)
                found.setdefault(file, []).append(head.body.name)
    return found


def _files(
    workspace: Workspace,
    files: dict[tuple[str, int], list[str]],
    *,
    deep: bool,
    progress: Progress,
) -> Iterator[str]:
    stored = workspace.evidence_files
    for number, ((digest, size), names) in enumerate(sorted(files.items())):
        progress.step(number, len(files), names[0])
        progress.raise_if_cancelled()
        name = ", ".join(sorted(set(names)))
        if not stored.path(digest).is_file():
            sentence = _("The file of evidence “{name}” ({digest}) is missing.")
            yield sentence.format(name=name, digest=digest[:16])
        elif (deep and stored.damaged(digest)) or not stored.present(digest, size):
            sentence = _("The file of evidence “{name}” ({digest}) is damaged.")
            yield sentence.format(name=name, digest=digest[:16])
