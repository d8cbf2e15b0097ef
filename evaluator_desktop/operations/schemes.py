"""Changing the scheme of a running round: what it would do is said first, then it is done.

A scheme that differs has a version of its own. Ratings stay with the items that both schemes
have; what no longer counts stays in the history and is listed.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from evaluator_desktop.domain.bodies import SchemeInUse
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_change import SchemeChange, next_version
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.errors import FieldProblem, FieldsError, InConflictError, SchemeLossError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.exchange.scheme_toml import write_scheme_toml
from evaluator_desktop.exchange.workbooks.scheme_form import write_scheme_workbook
from evaluator_desktop.operations.edit import change, commit, require_lead
from evaluator_desktop.operations.round import read_scheme
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.schemes import (
    OutsideWork,
    lacks,
    scheme_entity,
    scheme_versions,
    work_outside,
)
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, ngettext


@dataclass(frozen=True)
class SchemePlan:
    """What going over to another scheme would do; `seen` are the heads it was compared with."""

    change: SchemeChange
    losses: tuple[OutsideWork, ...]
    """Work that counts now and would not count any more."""
    locked: tuple[str, ...]
    """Names of the locked providers: each lock would have to be confirmed."""
    seen: tuple[str, ...]

    @property
    def is_unchanged(self) -> bool:
        return self.change.before == self.change.after


def export_scheme(workspace: Workspace, path: Path) -> Path:
    """Write the scheme in use and return where: a workbook, TOML where the name says so.

    Nothing is overwritten. Raises FileProblemError, DiskFullError.
    """
    is_named = path.suffix.lower() in (".xlsx", ".toml")
    target = path if is_named else path.with_name(f"{path.name}.xlsx")
    refuse_target(target)
    write = write_scheme_toml if target.suffix.lower() == ".toml" else write_scheme_workbook
    write(workspace.scheme, target)
    return target


def plan_scheme_file(workspace: Workspace, path: Path, version: str | None = None) -> SchemePlan:
    """Read a scheme file, TOML or workbook, and say what taking it would do."""
    return plan_scheme(workspace, read_scheme(path), version)


def plan_scheme(workspace: Workspace, scheme: Scheme, version: str | None = None) -> SchemePlan:
    """Say what going over to a scheme would do; nothing is written. For leads.

    A content that differs gets the `version` wished for, else its own, else the next free one.
    Raises RoleError, InConflictError, FieldsError for a version that another content has.
    """
    require_lead(workspace, _("Changing the scheme"))
    seen = _heads(workspace)
    before = workspace.scheme
    after = _with_version(workspace, scheme, version)
    was_gone, is_gone = lacks(before), lacks(after)
    comparison = SchemeChange(before, after)
    may_lose = comparison.removed or comparison.removed_requirements
    losses = (
        work_outside(workspace, lambda item, r: is_gone(item, r) and not was_gone(item, r))
        if may_lose
        else ()
    )
    rows = workspace.projections.all() if before != after else []
    locked = sorted(row.name for row in rows if row.state == ProviderState.LOCKED)
    return SchemePlan(comparison, losses, tuple(locked), seen)


def carry_out(
    workspace: Workspace,
    plan: SchemePlan,
    *,
    accept_losses: bool = False,
    version: str | None = None,
) -> Changes | None:
    """Go over to the scheme of a plan, under another `version` where one is given. For leads.

    Returns None where it is the one in use. Raises SchemeLossError when work would no longer count
    and that was not accepted, FieldsError for a version that another content has.
    """
    require_lead(workspace, _("Changing the scheme"))
    if version is not None:
        plan = replace(plan_scheme(workspace, plan.change.after, version), seen=plan.seen)
    if plan.is_unchanged:
        return None
    if plan.losses and not accept_losses:
        raise SchemeLossError(details=[_loss(loss) for loss in plan.losses])
    body = SchemeInUse(round=workspace.info.id, document=dict(plan.change.after.document))
    return commit(workspace, "set_scheme", [change(workspace, body, seen=plan.seen)])


def _heads(workspace: Workspace) -> tuple[str, ...]:
    entity = workspace.history.entity(scheme_entity(workspace))
    if entity is not None and entity.in_conflict:
        raise InConflictError(what=_(KIND_NAMES[entity.kind]))
    return entity.head_ids if entity else ()


def _loss(loss: OutsideWork) -> FieldProblem:
    place = " · ".join(filter(None, (loss.code or loss.name, loss.item, loss.requirement)))
    return FieldProblem(place, loss_words(loss))


def loss_words(loss: OutsideWork) -> str:
    """Say how much would no longer count."""
    counts = (
        (loss.ratings, ngettext("{count} rating", "{count} ratings", loss.ratings)),
        (loss.consensus, ngettext("{count} consensus", "{count} consensuses", loss.consensus)),
        (
            loss.evidence,
            ngettext("{count} piece of evidence", "{count} pieces of evidence", loss.evidence),
        ),
    )
    return " · ".join(words.format(count=count) for count, words in counts if count)


def _with_version(workspace: Workspace, scheme: Scheme, version: str | None) -> Scheme:
    """Return the scheme under a version that no other content of this round has."""
    wished = scheme if version is None else _renamed(scheme, version)
    known = [v for v in scheme_versions(workspace) if v.id == scheme.id]
    taken = {v.version for v in known if v.digest != wished.digest}
    if wished.version not in taken:
        return wished
    if version is not None:
        message = _("{version} is the version of another state of this scheme. Choose another.")
        problem = FieldProblem("version", message.format(version=version))
        raise FieldsError(_("Scheme"), [problem])
    for state in known:  # back to what was in use before
        if (same := _renamed(wished, state.version)).digest == state.digest:
            return same
    return _renamed(wished, next_version(wished.version, {v.version for v in known}))


def _renamed(scheme: Scheme, version: str) -> Scheme:
    return load_scheme({**scheme.document, "version": version})
