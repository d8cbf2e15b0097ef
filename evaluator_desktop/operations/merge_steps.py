"""The steps of a merge that need the store: looking at one verified package, and taking it in."""

from dataclasses import replace

from evaluator_desktop.domain.similarity import Pair
from evaluator_desktop.exchange.volumes import VolumeSet
from evaluator_desktop.operations.arrival import Arrival, News, compare, write_arrival
from evaluator_desktop.operations.merge_results import MergeStatus, PackageResult
from evaluator_desktop.operations.receiver import Receiver
from evaluator_desktop.store.device import same_fingerprint
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.store.queries.merge import conflicts_to_come
from evaluator_desktop.store.queries.similar import NAMING_KINDS, similar_to_come
from evaluator_desktop.store.union import Union, beside
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, ngettext


def described(receiver: Receiver, package: VolumeSet) -> PackageResult:
    """Say what is known of a package whose signature holds, before anything is decided on it."""
    manifest = package.manifest
    return PackageResult(
        package.name,
        MergeStatus.REFUSED,
        "",
        package.number,
        manifest.person,
        manifest.device,
        manifest.device_label,
        size=package.size,
        revisions=manifest.revisions,
        evidence=len(manifest.evidence),
        same_scheme=receiver.scheme_digest in (None, manifest.scheme_digest),
    )


def look_at(
    workspace: Workspace, arrival: Arrival, known: PackageResult, _progress: Progress
) -> PackageResult:
    """Say what a package would bring, and write nothing. Raises PackageError."""
    with beside(workspace.database, arrival.history) as union:
        news = compare(workspace, arrival, union)
        found = _told(workspace, arrival, union, news, known, dry_run=True)
        return replace(found, conflicts=conflicts_to_come(workspace, union))


def take_in(
    workspace: Workspace,
    arrival: Arrival,
    known: PackageResult,
    progress: Progress,
    batch: str = "",
) -> PackageResult:
    """Write what is new of a package, in one transaction. Raises PackageError."""
    with beside(workspace.database, arrival.history) as union:
        news = compare(workspace, arrival, union)
        found = _told(workspace, arrival, union, news, known, dry_run=False)
        if news.is_empty:
            return found
        providers = write_arrival(workspace, arrival, union, news, progress, batch)
        changes = Changes("merge", "", frozenset(news.plan.kinds), frozenset(providers))
        return replace(found, providers=tuple(sorted(providers)), changes=changes)


def _similar(workspace: Workspace, union: Union, news: News) -> list[Pair]:
    """Return the providers that are now here twice, as far as their names tell."""
    if workspace.round is None or not NAMING_KINDS & news.plan.kinds.keys():
        return []
    return similar_to_come(workspace, union.revisions(NAMING_KINDS))


def _told(
    workspace: Workspace,
    arrival: Arrival,
    union: Union,
    news: News,
    known: PackageResult,
    *,
    dry_run: bool,
) -> PackageResult:
    return replace(
        known,
        status=MergeStatus.ALREADY_MERGED if news.is_empty else MergeStatus.MERGED,
        message=_summary(workspace, arrival.package, news, dry_run=dry_run),
        new_revisions=news.plan.new,
        new_evidence=len(news.evidence),
        kinds=dict(news.plan.kinds),
        similar=tuple(_similar(workspace, union, news)),
    )


def _summary(workspace: Workspace, package: VolumeSet, news: News, *, dry_run: bool) -> str:
    if news.is_empty and _is_older(workspace, package):
        return _("It is older than what is here: everything in it is here already, and more.")
    if news.is_empty:
        return _("Everything in it is here already.")
    count = news.plan.new
    sentence = (
        ngettext("{count} record would come in", "{count} records would come in", count)
        if dry_run
        else ngettext("{count} record came in", "{count} records came in", count)
    )
    text = sentence.format(count=count)
    text += _(", {count} evidence files.").format(count=len(news.evidence))
    if news.plan.forks:
        text += " " + _("A copied laptop continued the same work twice; both are kept.")
    return text


def _is_older(workspace: Workspace, package: VolumeSet) -> bool:
    """Tell whether its own device has done more since, as is known here."""
    tips = workspace.history.tips()
    for run, tip in package.manifest.tips.items():
        seq, name = tips.get(run, (tip.seq, tip.revision))
        if seq > tip.seq:
            revision, _body = workspace.history.revision(name)
            if same_fingerprint(revision.device, package.manifest.device):
                return True
    return False
