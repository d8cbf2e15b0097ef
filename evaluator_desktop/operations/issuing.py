"""Issuing final reports, and checking years later whether a file is what was issued.

A final report is kept: the file among the evidence by its digest, and its being issued in the
history. Whoever asks for that version again in that language gets the very same bytes.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from evaluator_desktop.domain.bodies import IssuedFile, IssuedReport, Round, SchemeInUse
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.errors import FileProblemError, StepError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.operations.edit import change
from evaluator_desktop.operations.prepared import (
    FINAL,
    MadeReport,
    PreparedReport,
    ReportResult,
    Sign,
)
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.reports.fingerprint import StatedReport, read_report
from evaluator_desktop.reports.report_model import data_digest, data_heads, issued_files
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.queries.issued import issued_reports
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _


class Verdict(StrEnum):
    """What a file is against what was issued; the gravest holds."""

    AS_ISSUED = "as_issued"
    SAME_CONTENT = "same_content"
    ALTERED = "altered"
    DATA_CHANGED = "data_changed"


VERDICT_NAMES = {
    Verdict.AS_ISSUED: N_("as issued"),
    Verdict.SAME_CONTENT: N_("the same content, written anew by another program"),
    Verdict.ALTERED: N_("altered: this is not what was issued"),
    Verdict.DATA_CHANGED: N_("as issued, but what is recorded has changed since"),
}


@dataclass(frozen=True)
class CheckedReport:
    """`changed` names what was recorded since, a line each, where that is the verdict."""

    number: str
    verdict: Verdict
    changed: tuple[str, ...]


def issue(workspace: Workspace, prepared: PreparedReport, made: MadeReport) -> Changes:
    """Keep a final report, and in the history that it was issued; nothing for a draft.

    Raises StepError when what it rests on is not what is recorded any more.
    """
    if made.state != FINAL or prepared.issued:
        return workspace.commit("issue_report", [], undoable=False)
    record, report = workspace.record(prepared.provider), prepared.report
    if data_digest(record, workspace.scheme, workspace.info) != report.data_digest:
        problem = _("what is recorded changed while the report was made. Make it again.")
        raise StepError(provider=record.name, problem=problem)
    earlier = issued_files(record, report.data_digest)
    if any(file.file_digest == made.digest for file in earlier):
        return workspace.commit("issue_report", [], undoable=False)
    stored = workspace.evidence_files.add_stream(BytesIO(made.content), report.number)
    file = IssuedFile(
        language=report.language,
        day=report.issued_on.isoformat(),
        pages=made.pages,
        file_digest=stored.digest,
        content_digest=read_report(made.content, report.number).content_digest,
    )
    body = IssuedReport(
        provider=prepared.provider,
        version=prepared.version,
        number=report.number,
        data_digest=report.data_digest,
        scheme_digest=workspace.scheme.digest,
        covers=sorted(data_heads(record)),
        files=[*earlier, file],
    )
    return workspace.commit("issue_report", [change(workspace, body)], final=True)


def make_provider_report(
    workspace: Workspace,
    provider: str,
    target: Path,
    *,
    sign: Sign | None = None,
    progress: Progress = SILENT,
) -> ReportResult:
    """Write a provider's report to `target`, which must not be there yet; a final one is issued."""
    refuse_target(target)
    prepared = prepare_provider_report(workspace, provider)
    made = prepared.make(sign=sign, progress=progress)
    issue(workspace, prepared, made)
    return made.save(target)


def check_report(workspace: Workspace, content: bytes, name: str) -> CheckedReport:
    """Compare a PDF with what was issued here. Raises FileProblemError when it is no report."""
    return compare_report(workspace, read_file(content, name))


@dataclass(frozen=True)
class ReadFile:
    """A PDF that somebody brought, read without the workspace."""

    name: str
    digest: str
    stated: StatedReport


def read_file(content: bytes, name: str) -> ReadFile:
    """Read what a PDF says and shows. Raises FileProblemError when it is none."""
    return ReadFile(name, hashlib.sha256(content).hexdigest(), read_report(content, name))


def compare_report(workspace: Workspace, file: ReadFile) -> CheckedReport:
    """Compare what was read with what was issued here. Raises FileProblemError as above."""
    reports = tuple(issued_reports(workspace))
    for body in reports:
        if any(issued.file_digest == file.digest for issued in body.files):
            return _against_data(workspace, body, Verdict.AS_ISSUED)
    for body in reports:
        if any(issued.content_digest == file.stated.content_digest for issued in body.files):
            return _against_data(workspace, body, Verdict.SAME_CONTENT)
    return CheckedReport(_known_number(reports, file.stated, file.name), Verdict.ALTERED, ())


def _known_number(reports: tuple[IssuedReport, ...], stated: StatedReport, name: str) -> str:
    """Return the number that an altered file bears, in its description or on its pages."""
    said = f"{stated.number}\n{stated.text}"
    for body in reports:
        if re.search(rf"{re.escape(body.number)}(?![-\w])", said):  # a draft's goes on
            return body.number
    problem = _(
        "is no final report that this workspace knows. Merge the packages of whoever issued it."
    )
    raise FileProblemError(file=name, problem=problem)


def _against_data(workspace: Workspace, body: IssuedReport, unchanged: Verdict) -> CheckedReport:
    changed = tuple(_changes(workspace, body))
    return CheckedReport(body.number, Verdict.DATA_CHANGED if changed else unchanged, changed)


def _changes(workspace: Workspace, body: IssuedReport) -> Iterator[str]:
    """Say what is recorded now and was not when the report was issued."""
    record = workspace.record(body.provider)
    if data_digest(record, workspace.scheme, workspace.info) == body.data_digest:
        return
    for head in sorted(data_heads(record).difference(body.covers)):
        revision, _body = workspace.history.revision(head)
        kind = _(KIND_NAMES[revision.kind])
        yield f"{kind} · {revision.author} · {revision.at}"
    if workspace.scheme.digest != body.scheme_digest:
        yield _(KIND_NAMES[SchemeInUse.kind])
    elif data_heads(record) <= set(body.covers):
        yield _(KIND_NAMES[Round.kind])
