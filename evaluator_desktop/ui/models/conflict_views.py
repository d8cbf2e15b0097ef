"""Conflicts as the merge page shows them: read on the store thread, frozen, not yet words."""

from dataclasses import dataclass
from functools import cached_property

from evaluator_desktop.domain.bodies import Body, Consensus, Evidence, OutcomeRecord, Rating
from evaluator_desktop.operations.conflicts import Conflict, Weight, conflicts
from evaluator_desktop.operations.settled import Settled, settled
from evaluator_desktop.store.queries.merge import Laptops, Version, file_of, versions_of
from evaluator_desktop.store.workspace import Workspace

_MOST_SETTLED = 30


@dataclass(frozen=True)
class ConflictView:
    """One conflict with who wrote what; `settled` where it was ended already."""

    conflict: Conflict
    base: Version | None
    versions: tuple[Version, ...]
    judged: Evidence | None = None
    """Of an outcome in conflict, the file it is about."""
    settled: Settled | None = None

    @property
    def id(self) -> str:
        return self.conflict.id

    @property
    def is_open(self) -> bool:
        return self.settled is None

    @property
    def kind(self) -> str:
        return self.conflict.entity.kind

    @cached_property
    def bodies(self) -> tuple[Body | None, ...]:
        return tuple(version.body for version in self.versions)

    @cached_property
    def body(self) -> Body:
        """A body whose key fields are those of all."""
        return next(body for body in self.bodies if body is not None)

    @property
    def person(self) -> str:
        """Whose rating it is, "" for everything else."""
        return self.body.person if isinstance(self.body, Rating) else ""

    @property
    def item(self) -> str | None:
        if self.judged is not None:
            return self.judged.item
        known = isinstance(self.body, Rating | Consensus | Evidence)
        return self.conflict.item if known else None

    @property
    def files(self) -> tuple[Evidence, ...]:
        """The files to look at: the judged one, or what each version says; each content once."""
        found = [self.judged] if isinstance(self.body, OutcomeRecord) else self.bodies
        files = [body for body in found if isinstance(body, Evidence)]
        return tuple({file.digest: file for file in reversed(files)}.values())[::-1]


@dataclass(frozen=True)
class MergeView:
    """All conflicts of the workspace: by what they change, those still open first."""

    conflicts: tuple[ConflictView, ...] = ()

    @property
    def open(self) -> tuple[ConflictView, ...]:
        return tuple(view for view in self.conflicts if view.is_open)

    def of_weight(self, weight: Weight) -> tuple[ConflictView, ...]:
        return tuple(view for view in self.conflicts if view.conflict.weight is weight)


def merge_view(workspace: Workspace) -> MergeView:
    """Read the open conflicts and those settled last."""
    laptops = Laptops(workspace)
    ended = settled(workspace, _MOST_SETTLED)
    views = [_view(workspace, conflict, laptops) for conflict in conflicts(workspace)]
    views += [_view(workspace, end.conflict, laptops, end) for end in ended]
    order = [(v.conflict.weight, not v.is_open, v.conflict.provider_name, v.id) for v in views]
    paired = sorted(zip(order, views, strict=True), key=lambda pair: pair[0])
    return MergeView(tuple(view for _place, view in paired))


def _view(
    workspace: Workspace, conflict: Conflict, laptops: Laptops, end: Settled | None = None
) -> ConflictView:
    base, versions = versions_of(workspace, conflict.entity, laptops)
    bodies = (version.body for version in versions)
    outcome = next((body for body in bodies if isinstance(body, OutcomeRecord)), None)
    judged = file_of(workspace, outcome.evidence) if outcome else None
    return ConflictView(conflict, base, versions, judged, end)
