"""Bugs to plant, one at a time, by replacing functions of ours: what others got wrong before us.

Each says which laws it breaks. They stand on what an operation or a table promises, so that they
can be planted whatever the code behind it looks like.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from os import urandom
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import pytest

from evaluator_desktop.domain import history
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Body, Consensus, OutcomeRecord, Rating
from evaluator_desktop.exchange import package_reader
from evaluator_desktop.exchange.manifest import Tip
from evaluator_desktop.operations import edit, export, merge, ratings, schemes, stepping_back, undo
from evaluator_desktop.operations.merge import PackageResult
from evaluator_desktop.operations.stepping_back import LastMerge
from evaluator_desktop.store import union
from evaluator_desktop.store.database import Database
from evaluator_desktop.store.history import Change, Changes, UndoStep
from evaluator_desktop.store.queries.schemes import scheme_entity
from evaluator_desktop.store.workspace import Workspace
from tests.laws.law import Law
from tests.laws.packages import revisions_in


@dataclass(frozen=True)
class Bug:
    """How it is planted, and the laws of which it breaks the one or the other."""

    plant: Callable[[pytest.MonkeyPatch], None]
    breaks: frozenset[Law]


def _spoil_tables(patch: pytest.MonkeyPatch, spoil: Callable[[Workspace], object]) -> None:
    """Do something to the tables in every transaction, before anything is worked out of them."""
    refresh = Workspace.refresh

    def spoilt(workspace: Workspace, *arguments: Any, **named: Any) -> object:
        spoil(workspace)
        return refresh(workspace, *arguments, **named)

    patch.setattr(Workspace, "refresh", spoilt)


_LATER = """
DELETE FROM head WHERE revision IN (
    SELECT h.revision FROM head AS h JOIN head AS o USING (entity)
    JOIN revision AS r ON r.id = h.revision JOIN revision AS s ON s.id = o.revision
    WHERE json_extract(CAST(r.content AS TEXT), '$.at')
          < json_extract(CAST(s.content AS TEXT), '$.at')
)
"""


def _last_writer_wins(patch: pytest.MonkeyPatch) -> None:
    _spoil_tables(patch, lambda workspace: workspace.database.rows(_LATER))


_SEVERAL = """
SELECT entity, revision FROM head
WHERE entity IN (SELECT entity FROM head GROUP BY entity HAVING count(*) > 1)
"""


def _heads_by_arrival(patch: pytest.MonkeyPatch) -> None:
    """What was here before gives way to what comes in of the same record."""
    here: dict[Path, set[bytes]] = {}

    def spoil(workspace: Workspace) -> None:
        rows = workspace.database.rows
        known = here.setdefault(workspace.path, set())
        for entity, name in rows(_SEVERAL):
            if name in known:
                rows("DELETE FROM head WHERE entity = ? AND revision = ?", entity, name)
        here[workspace.path] = {name for (name,) in rows("SELECT revision FROM head")}

    _spoil_tables(patch, spoil)


def _pruned(patch: pytest.MonkeyPatch) -> None:
    def spoil(workspace: Workspace) -> None:
        workspace.database.rows("DROP TRIGGER IF EXISTS revision_is_not_deleted")
        workspace.database.rows("DELETE FROM revision WHERE id IN (SELECT parent FROM parent)")

    _spoil_tables(patch, spoil)


_REVIVE = """
INSERT OR IGNORE INTO head (entity, revision, kind, provider)
SELECT r.entity, r.id, h.kind, h.provider
FROM revision AS r JOIN head AS h USING (entity) WHERE r.id = ?
"""


def _revived(patch: pytest.MonkeyPatch) -> None:
    """Whatever a package brings becomes a head, though it was here and was continued.

    It is done after the merge, so that "nothing new" is no way round it.
    """
    real = merge.merge_package

    def merged(workspace: Workspace, path: Path) -> PackageResult:
        result = real(workspace, path)
        if result.status not in merge.TAKEN:
            return result
        with suppress(BadZipFile, KeyError):  # damaged, or encrypted
            names = [(bytes.fromhex(name),) for name in revisions_in(path)]
            with workspace.changing():
                workspace.database.write_many(_REVIVE, names)
                workspace.refresh(workspace.provider_ids(), ())
        return result

    patch.setattr(merge, "merge_package", merged)


def _not_atomic(patch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def transaction(database: Database) -> Iterator[None]:
        with database.errors_in_words():
            database.rows("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                database.rows("COMMIT")

    patch.setattr(Database, "transaction", transaction)


def _screen_ignored(patch: pytest.MonkeyPatch) -> None:
    def parents(workspace: Workspace, entity: str, *_seen: object) -> tuple[str, ...]:
        return workspace.history.head_ids(entity)

    patch.setattr(edit, "_parents", parents)


def _agreeing_heads_differ(patch: pytest.MonkeyPatch) -> None:
    def agree(bodies: Sequence[Body | None]) -> bool:
        return len(bodies) <= 1

    patch.setattr(history, "agree", agree)


def _random_rating(patch: pytest.MonkeyPatch) -> None:
    """A first rating gets an id of its own, and keeps it."""
    real = edit.change

    def change(workspace: Workspace, body: Body, *, seen: Sequence[str] | None = None) -> Change:
        if not isinstance(body, Rating):
            return real(workspace, body, seen=seen)
        known = workspace.record(body.provider).ratings(body.item)
        own = (e.id for e in known if any(h.body and h.body.person == body.person for h in e.heads))
        return real(workspace, body, entity=next(own, urandom(16).hex()), seen=seen)

    patch.setattr(Rating, "key", ())
    patch.setattr(ratings, "change", change)


def _covers_forgotten(patch: pytest.MonkeyPatch) -> None:
    def consensus(**fields: Any) -> Consensus:
        return Consensus(**fields | {"covers": []})

    patch.setattr(ratings, "Consensus", consensus)


def _class_covers_all(patch: pytest.MonkeyPatch) -> None:
    """It covers every outcome, and not only those that say false."""

    def heads(assessment: Assessment) -> frozenset[str]:
        return frozenset(assessment.record.heads(OutcomeRecord))

    patch.setattr(Assessment, "false_heads", property(heads))


def _consensus_on_what_came(patch: pytest.MonkeyPatch) -> None:
    """A decision covers what is current, whatever its author had on screen."""
    real = ratings.set_consensus

    def consensus(*place: Any, covers: object, **named: Any) -> Changes:
        return real(*place, **named)

    patch.setattr(ratings, "set_consensus", consensus)


def _class_stands(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Assessment, "class_is_stale", False)


def _lock_stands(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Assessment, "lock_is_stale", False)


def _lock_without_round(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Assessment, "_round_basis", frozenset())


def _scheme_of_now(patch: pytest.MonkeyPatch) -> None:
    """Another scheme takes the place of what is current, not of what it was compared with."""

    def change(workspace: Workspace, body: Body, *, seen: Sequence[str]) -> Change:
        assert seen
        entity = scheme_entity(workspace)
        return Change(entity, body.kind, body, workspace.history.head_ids(entity))

    patch.setattr(schemes, "change", change)


def _signature_unchecked(patch: pytest.MonkeyPatch) -> None:
    def holds(_key: bytes, _signature: bytes, _content: bytes) -> bool:
        return True

    patch.setattr(package_reader, "signature_holds", holds)


def _chain_unchecked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(union.Union, "_check_closed", lambda _union: None)


def _since_by_number(patch: pytest.MonkeyPatch) -> None:
    def had(_workspace: Workspace, tips: dict[str, Tip]) -> dict[str, int]:
        return {run: tip.seq for run, tip in tips.items()}

    patch.setattr(export, "_had", had)


def _undo_forgets(patch: pytest.MonkeyPatch) -> None:
    """Undo takes what is current for what it wrote."""
    real = undo._reverse

    def reverse(workspace: Workspace, action: str, steps: list[UndoStep], opposite: Any) -> Changes:
        if steps:
            heads = workspace.history.head_ids
            entries = tuple((e, kind, heads(e), was) for e, kind, _new, was in steps[-1].entries)
            steps[-1] = replace(steps[-1], entries=entries)
        return real(workspace, action, steps, opposite)

    patch.setattr(undo, "_reverse", reverse)


def _back_over_work(patch: pytest.MonkeyPatch) -> None:
    """One step back takes what was saved since with it."""
    real = stepping_back.last_merge

    def last_merge(workspace: Workspace) -> LastMerge | None:
        found = real(workspace)
        return replace(found, obstacle=None) if found and found.backup.is_file() else found

    patch.setattr(stepping_back, "last_merge", last_merge)


def _bug(plant: Callable[[pytest.MonkeyPatch], None], *laws: Law) -> Bug:
    return Bug(plant, frozenset(laws))


_WRONG_HEADS = (
    *(Law.HEADS, Law.CONFLICTS, Law.ON_SCREEN, Law.NO_OVERRULING),
    *(Law.UNDO, Law.RESOLUTION, Law.COVERS, Law.SAME, Law.SOUND),
)
"""Whichever is looked at first."""

BUGS = {
    "the last writer wins": _bug(_last_writer_wins, *_WRONG_HEADS),
    "heads by order of arrival": _bug(_heads_by_arrival, *_WRONG_HEADS),
    "superseded revisions are pruned": _bug(_pruned, Law.KEPT, Law.PACKED),
    "a second import revives heads": _bug(_revived, *_WRONG_HEADS, Law.UNTOUCHED),
    "a merge is not atomic": _bug(_not_atomic, Law.UNTOUCHED),
    "a save ignores the heads on screen": _bug(_screen_ignored, Law.ON_SCREEN, Law.NO_OVERRULING),
    "heads that agree are a conflict": _bug(_agreeing_heads_differ, Law.CONFLICTS, Law.RESOLUTION),
    "a rating has a random id": _bug(_random_rating, Law.CONFLICTS, Law.ON_SCREEN),
    "a decision forgets what it covers": _bug(_covers_forgotten, Law.COVERS),
    "a decision covers what nobody saw": _bug(_consensus_on_what_came, Law.COVERS),
    "a decision on the class covers what is not false": _bug(_class_covers_all, Law.COVERS),
    "a decision on the class outlives its grounds": _bug(_class_stands, Law.COVERS),
    "a lock ignores what came later": _bug(_lock_stands, Law.COVERS),
    "a lock does not cover the scheme": _bug(_lock_without_round, Law.COVERS),
    "a scheme replaces what nobody compared": _bug(_scheme_of_now, Law.ON_SCREEN),
    "the manifest is not checked": _bug(_signature_unchecked, Law.WHOLE, Law.COUNTED),
    "the chain is not checked": _bug(_chain_unchecked, Law.WHOLE),
    "since goes by the number alone": _bug(_since_by_number, Law.PACKED),
    "one step back takes later work with it": _bug(_back_over_work, Law.STEP_BACK),
    "undo forgets newer heads": _bug(_undo_forgets, Law.UNDO),
}
