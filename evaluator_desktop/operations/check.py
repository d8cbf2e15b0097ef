"""Looking whether a workspace is whole: file, history, projections, evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.domain.history import RevisionError, heads_of, read_revision, revision_id
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

_SILENT = SilentProgress()


@dataclass(frozen=True)
class CheckResult:
    """What was looked at and what is wrong, in sentences."""

    problems: tuple[str, ...]
    revisions: int
    evidence: int


def check(workspace: Workspace, *, deep: bool = False, progress: Progress = _SILENT) -> CheckResult:
    """Check everything; `deep` also reads every evidence file and compares its digest."""
    files = _named_files(workspace)
    problems = [
        *workspace.database.quick_check(),
        *check_history(workspace),
        *_summaries(workspace),
        *_files(workspace, files, deep=deep, progress=progress),
    ]
    return CheckResult(tuple(problems), workspace.history.count(), len(files))


def check_history(workspace: Workspace) -> Iterator[str]:
    """Every revision is what its id says, every chain and parent is there, heads are the maxima."""
    entities: dict[str, list[tuple[str, list[str]]]] = {}
    names: set[str] = set()
    needed: set[str] = set()
    chains: dict[tuple[str, int], str] = {}
    for name, content in workspace.history.contents():
        names.add(name)
        if revision_id(content) != name:
            yield _("Revision {revision} does not match its digest.").format(revision=name[:16])
            continue
        try:
            revision, _body = read_revision(content)
        except RevisionError as error:
            yield str(error)
            continue
        entities.setdefault(revision.entity, []).append((name, revision.parents))
        needed.update(revision.parents)
        if revision.prev:
            needed.add(revision.prev)
        if (revision.run, revision.seq) in chains:
            sentence = _("Two revisions continue one run at the same place: {revision}.")
            yield sentence.format(revision=name[:16])
        chains[revision.run, revision.seq] = name
    for missing in sorted(needed - names):
        sentence = _("Revision {revision} is missing, others continue it.")
        yield sentence.format(revision=missing[:16])
    for entity, revisions in entities.items():
        if heads_of(revisions) != set(workspace.history.head_ids(entity)):
            sentence = _("The current versions of record {entity} are not those of the history.")
            yield sentence.format(entity=entity[:16])


def _summaries(workspace: Workspace) -> Iterator[str]:
    for provider in workspace.provider_ids():
        if workspace.projections.get(provider) != workspace.projections.expected(provider):
            sentence = _("The row of provider {provider} is not what its history gives.")
            yield sentence.format(provider=workspace.record(provider).name)


def _named_files(workspace: Workspace) -> dict[str, list[str]]:
    """Return the names under which each digest was attached, removed evidence left out."""
    found: dict[str, list[str]] = {}
    for entity in workspace.history.entities(kind=Evidence.kind):
        for head in entity.heads:
            if head.body is not None and not head.body.removed:
                found.setdefault(head.body.digest, []).append(head.body.name)
    return found


def _files(
    workspace: Workspace, files: dict[str, list[str]], *, deep: bool, progress: Progress
) -> Iterator[str]:
    for number, (digest, names) in enumerate(sorted(files.items())):
        progress.step(number, len(files), names[0])
        progress.raise_if_cancelled()
        name = ", ".join(sorted(set(names)))
        if not workspace.evidence_files.present(digest):
            sentence = _("The file of evidence “{name}” ({digest}) is missing.")
            yield sentence.format(name=name, digest=digest[:16])
        elif deep and workspace.evidence_files.damaged(digest):
            sentence = _("The file of evidence “{name}” ({digest}) is damaged.")
            yield sentence.format(name=name, digest=digest[:16])
