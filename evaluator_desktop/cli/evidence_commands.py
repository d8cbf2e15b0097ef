"""Evidence: files that are attached to an item, and what was found about them."""

from collections.abc import Iterable
from pathlib import Path

from evaluator_desktop.cli.command import CODE, ITEM, Call, Command, Reply, arg, reason
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.assessment import EvidenceAssessment
from evaluator_desktop.domain.verification import OUTCOME_NAMES, Method, Outcome
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations.verification import note_for, record_outcome
from evaluator_desktop.texts import N_, _, ngettext, size_text

_STATE_NAMES = {"present": N_("present"), "missing": N_("missing"), "removed": N_("removed")}


def _add(call: Call) -> Reply:
    options = call.options
    added = evidence.add_files(
        call.workspace,
        call.provider,
        options.item,
        [Path(file) for file in options.files],
        requirement=options.requirement,
        captured_on=call.day("date"),
        note=options.note,
        progress=call.progress,
    )
    document = [
        {
            "id": entity,
            "digest": file.digest,
            "size": file.size,
            "name": name,
            "duplicate": file.duplicate,
        }
        for entity, name, file in added.files
    ]
    count = len(document)
    line = ngettext("{count} file is attached.", "{count} files are attached.", count)
    rows = ((entity, name, size_text(file.size)) for entity, name, file in added.files)
    lines = table((_("Evidence"), _("File"), _("Size")), rows)
    return Reply(document, [line.format(count=count), *lines])


def _list(call: Call) -> Reply:
    wanted = call.options.item
    if wanted is not None:
        call.workspace.scheme.item(wanted)
    found = [
        piece
        for item in call.workspace.assessment(call.provider).items
        for piece in item.evidence
        if wanted in (None, item.item.id)
    ]
    return _listed(found)


def _listed(found: Iterable[EvidenceAssessment]) -> Reply:
    rows = [evidence_document(piece) for piece in found]
    headings = (_("Evidence"), _("Item"), _("File"), _("Outcome"), _("State"))
    cells = (
        (
            row["id"],
            row["item"],
            row["name"],
            _(OUTCOME_NAMES[Outcome(str(row["outcome"]))]),
            _(_STATE_NAMES[str(row["state"])]),
        )
        for row in rows
    )
    return Reply(rows, table(headings, cells))


def evidence_document(piece: EvidenceAssessment) -> dict[str, object]:
    """Return one piece of evidence as the contract shows it."""
    state = "removed" if piece.removed else "missing" if piece.file_missing else "present"
    return {
        "id": piece.entity.id,
        "item": piece.body.item,
        "requirement": piece.body.requirement,
        "name": piece.body.name,
        "digest": piece.body.digest,
        "size": piece.body.size,
        "outcome": piece.outcome,
        "state": state,
    }


def _remove(call: Call) -> Reply:
    workspace, wanted = call.workspace, call.options.evidence
    evidence.remove(workspace, wanted, call.options.reason)
    provider = evidence.find_evidence(workspace, wanted).provider
    pieces = (p for item in workspace.assessment(provider).items for p in item.evidence)
    return _listed(piece for piece in pieces if piece.entity.id == wanted)


def _link(call: Call) -> Reply:
    workspace, options = call.workspace, call.options
    evidence.link(workspace, options.evidence, [(options.item, options.requirement)])
    body = evidence.find_evidence(workspace, options.evidence)
    pieces = (p for item in workspace.assessment(body.provider).items for p in item.evidence)
    return _listed(piece for piece in pieces if piece.body.digest == body.digest)


def _verify(call: Call) -> Reply:
    options = call.options
    workspace, evidence_id, outcome = call.workspace, options.evidence, options.outcome
    note = note_for(workspace, evidence_id, outcome) if options.note is None else options.note
    record_outcome(workspace, evidence_id, outcome, method=options.method, note=note)
    name = evidence.find_evidence(call.workspace, options.evidence).name
    line = f"{name}: {_(OUTCOME_NAMES[Outcome(options.outcome)])}"
    return Reply({"id": options.evidence, "outcome": options.outcome}, [line])


_EVIDENCE = arg("evidence", metavar="EVIDENCE", about=N_("id that `evidence list` shows"))

COMMANDS = (
    Command(
        "evidence add",
        N_("attach files to an item of a provider"),
        _add,
        (
            CODE,
            ITEM,
            arg("files", metavar="FILE", nargs="+", about=N_("files; all go in, or none")),
            arg("--requirement", metavar="ID", about=N_("the requirement they are for")),
            arg("--date", metavar="D", about=N_("when they were made, as 2020-12-31")),
            arg("--note", metavar="T", default="", about=N_("what there is to note")),
        ),
    ),
    Command(
        "evidence list",
        N_("the evidence of a provider, removed files too"),
        _list,
        (CODE, arg("--item", metavar="ITEM", about=N_("of this item only"))),
    ),
    Command(
        "evidence remove",
        N_("mark a file as removed; it stays in the history"),
        _remove,
        (_EVIDENCE, reason(N_("why it is removed"))),
    ),
    Command(
        "evidence link",
        N_("use a file for another requirement too, without a copy"),
        _link,
        (
            _EVIDENCE,
            ITEM,
            arg("--requirement", metavar="ID", about=N_("the requirement it is for as well")),
        ),
    ),
    Command(
        "verify",
        N_("record what was found about a piece of evidence"),
        _verify,
        (
            _EVIDENCE,
            arg("outcome", metavar="OUTCOME", about=", ".join(Outcome)),
            arg("--method", metavar="M", about=", ".join(Method)),
            arg("--note", metavar="T", about=N_("needed for all outcomes but verified")),
        ),
    ),
)
