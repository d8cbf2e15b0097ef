"""Many papers at once: what each is called, how one of them is handed out, the sheet about all.

Apart from who lays them out: the same for the window, the command line and any process.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.operations.issuing import issue
from evaluator_desktop.operations.prepared import (
    FINAL,
    STATE_WORDS,
    MadeReport,
    Prepared,
    PreparedReport,
    PreparedSheets,
    ReportResult,
)
from evaluator_desktop.operations.reports import today_of
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.reports.cells import Value
from evaluator_desktop.reports.results_model import Sheet
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

OnStore = Callable[..., Any]
"""`on_store(step, *args)` runs `step(workspace, *args)` where the workspace may be touched."""


@dataclass(frozen=True)
class Wanted:
    """One paper to be written; `provider` is "" for a paper about the whole round."""

    provider: str
    code: str
    name: str
    target: Path


@dataclass(frozen=True)
class Written:
    """What became of one: a result with the digest of the file, or why there is none."""

    wanted: Wanted
    result: ReportResult | None = None
    number: str = ""
    digest: str = ""
    changes: Changes | None = None
    """What was recorded of its being issued."""
    error: EvaluatorError | None = None


def wanted_papers(
    rows: Iterable[Summary], folder: Path, ending: str, kind: str = ""
) -> list[Wanted]:
    """Return a file in `folder` for each provider, no two of the same name; `kind` follows it."""
    taken: set[str] = set()
    found = []
    for row in rows:
        name = paper_name(row, ending, kind)
        if name.casefold() in taken:
            name = paper_name(row, ending, f"{kind} {row.provider}".strip())
        taken.add(name.casefold())
        found.append(Wanted(row.provider, row.code or "", row.name, folder / name))
    return found


def paper_name(row: Summary, ending: str, kind: str = "") -> str:
    """Return the file name of a provider's paper; what tells it from others comes first."""
    parts = (row.code or row.provider, kind, row.name)
    return safe_file_name(" ".join(filter(None, parts)) + ending)


def hand_out(wanted: Wanted, prepared: Prepared, made: MadeReport, on_store: OnStore) -> Written:
    """Issue what is final, then write it. A file that holds these very bytes is there already.

    Raises FileProblemError, DiskFullError, StepError.
    """
    is_there = _holds(wanted.target, made)
    if not is_there:
        refuse_target(wanted.target)  # before it counts as issued
    changes: Changes | None = None
    if made.state == FINAL and isinstance(prepared, PreparedReport) and not prepared.issued:
        changes = on_store(issue, prepared, made)
    result = made.result(wanted.target) if is_there else made.save(wanted.target)
    return Written(wanted, result, prepared.number, made.digest, changes)


def _holds(target: Path, made: MadeReport) -> bool:
    """Whether an earlier run that was stopped wrote this very file."""
    if not target.is_file() or target.stat().st_size != len(made.content):
        return False
    with target.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == made.digest


def prepare_index(workspace: Workspace, written: Sequence[Written]) -> PreparedSheets:
    """Return the sheet about a batch: a line for each paper, written or not."""
    columns = (
        *((_("No."), 6), (_("Report number"), 44), (_("Provider"), 36), (_("Credit code"), 22)),
        *((_("File"), 48), (_("Pages"), 8), (_("State"), 10), (_("SHA-256"), 68)),
        *((_("Warnings"), 60), (_("Not written because"), 60)),
    )
    heads, widths = zip(*columns, strict=True)
    rows = tuple(_line(number, one) for number, one in enumerate(written, start=1))
    return PreparedSheets((Sheet(_("Index"), heads, widths, rows),), today_of(workspace))


def _line(number: int, one: Written) -> tuple[Value, ...]:
    result, wanted = one.result, one.wanted
    return (
        number,
        one.number or None,
        user_text(wanted.name),
        wanted.code or None,
        wanted.target.name,
        result.pages if result else None,
        _(STATE_WORDS[result.state]) if result else None,
        one.digest or None,
        "\n".join(result.warnings) or None if result else None,
        str(one.error) if one.error else None,
    )
