"""The record of the merges on paper: packages, decisions with their reasons, what is still open."""

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.bodies import Alias, Body, ClassDecision, Consensus
from evaluator_desktop.domain.body_words import field_name, flat_fields, rating_words, value_text
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.operations.conflicts import Conflict, conflicts
from evaluator_desktop.operations.edit import require_lead
from evaluator_desktop.operations.prepared import PreparedPaper, ReportResult
from evaluator_desktop.operations.reports import PROGRAM, today_of
from evaluator_desktop.operations.settled import Settled, settled
from evaluator_desktop.reports.document import Fact
from evaluator_desktop.reports.papers.merge_record import DecisionLine, OpenLine, merge_record
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.sections.wording import labelled, named
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.queries.merge_log import merged_packages
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, count_text

_ALL = 1_000_000


def make_merge_record(
    workspace: Workspace, target: Path, *, progress: Progress = SILENT
) -> ReportResult:
    """Write the record into a new file. For leads.

    Raises RoleError, FileProblemError, DiskFullError, MissingGlyphError, CancelledError.
    """
    refuse_target(target)
    return prepare_merge_record(workspace).make(progress=progress).save(target)


def prepare_merge_record(workspace: Workspace) -> PreparedPaper:
    """Take the record from the workspace. For leads. Raises RoleError."""
    require_lead(workspace, _("The record of the merge"))
    tips = workspace.history.tips()
    digest = canonical.digest(sorted(tip for _seq, tip in tips.values()))
    paper = PaperContext(workspace.info, workspace.scheme, today_of(workspace), PROGRAM, digest)
    rows = workspace.projections.all()
    state = (
        Fact(_("Providers"), count_text(len(rows))),
        Fact(_("Records"), count_text(workspace.history.count())),
        Fact(_("Files missing"), count_text(sum(r.absent for r in rows))),
    )
    packages = tuple(merged_packages(workspace))
    decisions = sorted(_decisions(workspace), key=attrgetter("at", "provider", "about"))
    still_open = [OpenLine(c.provider_name, _about(workspace, c)) for c in conflicts(workspace)]
    return PreparedPaper(merge_record(paper, packages, decisions, still_open, state))


def _decisions(workspace: Workspace) -> Iterator[DecisionLine]:
    for ended in settled(workspace, _ALL):
        yield DecisionLine(
            at=ended.at,
            author=ended.author,
            provider=ended.conflict.provider_name,
            about=_about(workspace, ended.conflict),
            decided=_taken(ended),
            reason=ended.note.reason,
        )
    for kind in (Consensus.kind, ClassDecision.kind, Alias.kind):
        for entity in workspace.history.entities(kind=kind):
            yield from _by_a_lead(workspace, entity)


def _by_a_lead(workspace: Workspace, entity: Entity[Any]) -> Iterator[DecisionLine]:
    for head in entity.heads:
        if head.body is not None:
            about = labelled(_(KIND_NAMES[entity.kind]), _item_name(workspace, head.body))
            yield DecisionLine(
                at=head.at,
                author=head.author,
                provider=_name(workspace, head.body.provider),
                about=about,
                decided=_decided(workspace, head.body),
                reason=head.body.reason,
            )


def _decided(workspace: Workspace, body: Consensus | ClassDecision | Alias) -> str:
    if isinstance(body, Consensus):
        return rating_words(body.value)
    if isinstance(body, Alias):
        name = _name(workspace, body.other)
        text = _("joined with {name}") if body.joined else _("not joined with {name}")
        return text.format(name=name)
    bands = {band.id: named(band.name) for band in workspace.scheme.parameters.classes}
    text = _("“{name}” confirmed") if body.confirmed else _("“{name}” declined")
    return text.format(name=bands.get(body.proposed, body.proposed))


def _taken(ended: Settled) -> str:
    if ended.taken is None:
        return _("by hand")
    author = ended.conflict.entity.heads[ended.taken - 1].author
    return _("version {n}, of {author}").format(n=ended.taken, author=author)


def _about(workspace: Workspace, conflict: Conflict) -> str:
    """Say what a conflict is about, and what each version said where they differed."""
    entity, item = conflict.entity, conflict.item
    kind = _(KIND_NAMES[entity.kind])
    bodies = [head.body for head in entity.heads]
    what = next((_item_name(workspace, body) for body in bodies if body), "")
    states = [flat_fields(body) for body in bodies]
    fields = dict.fromkeys(field for state in states for field in state)
    lines = [labelled(kind, what)]
    for field in fields:
        values = [value_text(field, s.get(field), workspace.scheme, item) for s in states]
        if len(set(values)) > 1:
            numbered = (f"{n} {value}" for n, value in enumerate(values, start=1))
            lines.append(labelled(field_name(entity.kind, field), " / ".join(numbered)))
    if any(body is None for body in bodies):
        lines.append(_("one version is withdrawn"))
    return "\n".join(lines)


def _item_name(workspace: Workspace, body: Body) -> str:
    wanted = getattr(body, "item", "")
    return next((named(i.name) for i in workspace.scheme.items if i.id == wanted), wanted)


def _name(workspace: Workspace, provider: str) -> str:
    row = workspace.projections.get(workspace.joined.staying(provider))
    return row.name if row else provider
