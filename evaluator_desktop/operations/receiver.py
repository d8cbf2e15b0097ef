"""What a package is verified against: a snapshot of the store, for work on another thread."""

from dataclasses import dataclass, field
from pathlib import Path

from evaluator_desktop.exchange.manifest import Manifest
from evaluator_desktop.store.arriving import Known
from evaluator_desktop.store.device import Device
from evaluator_desktop.store.evidence_files import EvidenceFiles
from evaluator_desktop.store.union import known_revisions
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class Receiver:
    """A store as it was at one moment. What has come in since is found out when it is written."""

    path: Path
    device: Device
    evidence_files: EvidenceFiles
    round: str | None
    """None where a workspace is made from the package."""
    scheme_digest: str | None
    known: Known = field(repr=False)

    def has_all(self, manifest: Manifest) -> bool:
        """Tell whether every revision of a package must be here, by its manifest alone.

        The last revision of a run is here only with all before it, as each names the one before.
        So where all last ones are here, nothing can be new, unless a run was continued twice:
        then the package holds more revisions than its runs are long.
        """
        since = manifest.since or {}
        tips = manifest.tips.items()
        linear = sum(tip.seq - since.get(run, -1) for run, tip in tips)
        return linear == manifest.revisions and all(t.revision in self.known for _, t in tips)


def receiver_of(workspace: Workspace) -> Receiver:
    """Take the snapshot, in one short job of the store's thread."""
    has_round = workspace.round is not None
    return Receiver(
        workspace.path,
        workspace.device,
        workspace.evidence_files,
        workspace.info.id if has_round else None,
        workspace.scheme.digest if has_round else None,
        known_revisions(workspace.database),
    )
