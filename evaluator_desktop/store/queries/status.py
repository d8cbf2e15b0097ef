"""What the frame of the window says of the workspace that is open."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evaluator_desktop.domain.record import RoundInfo
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.store.evidence_files import EvidenceFiles
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class WorkspaceFacts:
    """What stays as it is until somebody else sits down or the round changes."""

    path: Path
    person: str
    role: str
    round: RoundInfo
    scheme: Scheme
    persons: tuple[str, ...]
    """Everybody who is listed in the round or assigned, the person at the keyboard first."""

    def evidence_path(self, digest: str) -> Path:
        """Return where the content of this digest lies, there or not."""
        return EvidenceFiles(self.path / "evidence").path(digest)


@dataclass(frozen=True)
class Status:
    """What changes with every commit."""

    conflicts: int
    missing: int
    """Requirements without evidence, of providers that somebody began with."""
    absent: int
    """Files that are recorded and not here, as in a workspace that was begun from a task."""
    providers: int
    last_backup: datetime | None


def workspace_facts(workspace: Workspace) -> WorkspaceFacts:
    """Return what the pages need to know before they read anything."""
    listed = [person.name for person in workspace.info.body.persons]
    assigned = [p for row in workspace.projections.all() for p in row.people]
    names = dict.fromkeys((workspace.person, *listed, *sorted(assigned)))
    return WorkspaceFacts(
        workspace.path,
        workspace.person,
        workspace.role,
        workspace.info,
        workspace.scheme,
        tuple(names),
    )


def status(workspace: Workspace) -> Status:
    """Count what is open in the round."""
    rows = workspace.projections.all()
    backups = workspace.backups.all()
    made = datetime.fromtimestamp(backups[-1].stat().st_mtime).astimezone() if backups else None
    return Status(
        conflicts=sum(row.conflicts for row in rows),
        missing=sum(row.missing for row in rows if row.started),
        absent=sum(row.absent for row in rows),
        providers=len(rows),
        last_backup=made,
    )
