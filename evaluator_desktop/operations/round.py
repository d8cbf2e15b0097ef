"""Starting a round, and the steps of a provider: assign, submit, return, lock, unlock."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import (
    EVALUATOR,
    Assignment,
    Lock,
    Person,
    Review,
    Round,
    SchemeInUse,
    Submission,
)
from evaluator_desktop.domain.decision_findings import STALE_LOCK
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.domain.record import STATE_NAMES, ProviderRecord, ProviderState
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import read_scheme_toml
from evaluator_desktop.errors import FileProblemError, StepError
from evaluator_desktop.exchange.workbooks.scheme_sheet import read_scheme_workbook
from evaluator_desktop.operations.edit import (
    change,
    commit,
    require_lead,
    require_reason,
)
from evaluator_desktop.paths import resource_dir
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import SHANGHAI, _

SHIPPED_SCHEME = "shanghai-2020.toml"
_WORKBOOK = b"PK"  # whatever the file is called


def read_scheme(path: Path | None = None) -> Scheme:
    """Read a scheme from TOML or a workbook, the shipped one when none is named.

    Raises SchemeError, FileProblemError.
    """
    source = path or resource_dir() / "schemes" / SHIPPED_SCHEME
    try:
        content = source.read_bytes()
        if content.startswith(_WORKBOOK):
            return read_scheme_workbook(source)
        return read_scheme_toml(content.decode("utf-8-sig"))
    except FileNotFoundError as error:
        problem = _("is not there. Check the name and the folder.")
        raise FileProblemError(file=str(source), problem=problem) from error
    except (OSError, UnicodeDecodeError) as error:
        problem = _("cannot be read as a scheme file (TOML in UTF-8, or an Excel workbook).")
        raise FileProblemError(file=str(source), problem=problem) from error


def start_round(
    workspace: Workspace,
    scheme: Scheme,
    *,
    name: str | None = None,
    cutoff: date | None = None,
    organisation: str = "",
    colleagues: Sequence[str] = (),
) -> Changes:
    """Begin a round in an empty workspace; the person who begins it is its first listed person.

    The cut-off date is today in Shanghai unless it is given; the period its calendar year (P11).
    """
    day = cutoff or workspace.session.clock().astimezone(SHANGHAI).date()
    round_id = workspace.session.new_id()
    body = Round(
        name=scheme.name.text("zh_CN") if name is None else name,
        organisation=organisation,
        cutoff=day.isoformat(),
        period_start=date(day.year, 1, 1).isoformat(),
        period_end=day.isoformat(),
        persons=[
            Person(workspace.person, workspace.role),
            *(Person(name, EVALUATOR) for name in colleagues),
        ],
    )
    in_use = SchemeInUse(round=round_id, document=dict(scheme.document))
    changes = [Change(round_id, Round.kind, body), change(workspace, in_use, seen=())]
    return workspace.commit("start_round", changes, undoable=False)


def assign(
    workspace: Workspace, person: str, providers: Sequence[str], items: Sequence[str] | None = None
) -> Changes:
    """Assign providers to a person, all items or some. For leads."""
    require_lead(workspace, _("Assigning"))
    for item in items or ():
        workspace.scheme.item(item)
    bodies = [
        Assignment(provider=p, person=person, items=list(items) if items else None)
        for p in providers
    ]
    return commit(workspace, "assign", [change(workspace, body) for body in bodies])


def submit(workspace: Workspace, provider: str) -> Changes:
    """Submit one's own work on a provider (D10a). Raises StepError naming what blocks it.

    What somebody else owes, a rating, a reason or a note, blocks the submission of that person.
    """
    assessment = workspace.assessment(provider)
    record = assessment.record
    own = {
        head
        for entity in record.entities.get("rating", ())
        if any(h.body is not None and h.body.person == workspace.person for h in entity.heads)
        for head in entity.head_ids
    }
    blocking = [finding for finding in assessment.findings if finding.holds_up(workspace.person)]
    if blocking:
        raise StepError(provider=record.name, problem=_first(blocking))
    body = Submission(provider=provider, person=workspace.person, covers=sorted(own))
    return commit(workspace, "submit", [change(workspace, body)])


def return_provider(workspace: Workspace, provider: str, reason: str) -> Changes:
    """Give a submitted provider back for completion. For leads."""
    require_lead(workspace, _("Returning a provider"))
    record = workspace.record(provider)
    _require_state(record, ProviderState.SUBMITTED, record.state)
    body = Review(
        provider=provider,
        reason=require_reason(reason, _("Returning a provider")),
        covers=sorted(record.heads(Submission)),
    )
    return commit(workspace, "return", [change(workspace, body)])


def lock(workspace: Workspace, provider: str) -> Changes:
    """Close a submitted provider without blocking findings (终审). For leads.

    Its evidence is read whole first. A lock that is to be confirmed is confirmed so: a new version
    that covers what came after it.
    """
    require_lead(workspace, _("Locking"))
    assessment = workspace.assessment(provider)
    record = assessment.record
    state = record.step if assessment.lock_is_stale else record.state
    _require_state(record, ProviderState.SUBMITTED, state)
    assessment = _with_files_read(workspace, assessment)
    found = (f for f in assessment.findings if f.severity is not Severity.WARNING)
    if blocking := [finding for finding in found if finding.rule != STALE_LOCK]:
        raise StepError(provider=record.name, problem=_first(blocking))
    return _write_lock(workspace, assessment, locked=True, version=record.version + 1, reason="")


def _with_files_read(workspace: Workspace, assessment: Assessment) -> Assessment:
    """Read the evidence whole before it becomes final: a damaged file blocks it."""
    files = workspace.evidence_files
    digests = {piece.body.digest for item in assessment.items for piece in item.present}
    damaged = [files.damaged(digest) for digest in sorted(digests) if files.present(digest)]
    files.known_damage.keep()
    return workspace.assessment(assessment.record.id) if any(damaged) else assessment


def unlock(workspace: Workspace, provider: str, reason: str) -> Changes:
    """Open a locked provider again; the next lock makes a new version. For leads."""
    require_lead(workspace, _("Unlocking"))
    why = require_reason(reason, _("Unlocking"))
    assessment = workspace.assessment(provider)
    record = assessment.record
    _require_state(record, ProviderState.LOCKED, record.state)
    return _write_lock(workspace, assessment, locked=False, version=record.version, reason=why)


def _write_lock(
    workspace: Workspace, assessment: Assessment, *, locked: bool, version: int, reason: str
) -> Changes:
    body = Lock(
        provider=assessment.record.id,
        locked=locked,
        version=version,
        reason=reason,
        covers=sorted(assessment.decided_on),
    )
    # Not through edit.commit: unlocking is the one change that a locked provider takes.
    # Final: opening a lock takes a reason and makes a new version.
    action = "lock" if locked else "unlock"
    return workspace.commit(action, [change(workspace, body)], final=True)


def _require_state(record: ProviderRecord, state: ProviderState, present: ProviderState) -> None:
    if present is not state:
        problem = _("this step needs the state {wanted}, it is {found}.")
        wanted, found = STATE_NAMES[state], STATE_NAMES[present]
        raise StepError(
            provider=record.name, problem=problem.format(wanted=_(wanted), found=_(found))
        )


def _first(findings: Sequence[Finding]) -> str:
    rest = len(findings) - 1
    more = _(" (and {count} more)").format(count=rest) if rest else ""
    return findings[0].text + more
