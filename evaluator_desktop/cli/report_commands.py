"""Paper: reports of providers, papers about the round and with a provider, the workbook."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from evaluator_desktop.cli.command import DONE, SOMETHING_LEFT, Call, Command, Reply, arg
from evaluator_desktop.cli.parser import PROGRAM, UsageError
from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.jobs.report_batch import ReportBatch
from evaluator_desktop.operations.batch import Wanted, Written, prepare_index, wanted_papers
from evaluator_desktop.operations.edit import find_provider
from evaluator_desktop.operations.issuing import (
    VERDICT_NAMES,
    check_report,
    make_provider_report,
)
from evaluator_desktop.operations.merge_paper import make_merge_record
from evaluator_desktop.operations.paper_kinds import PDF
from evaluator_desktop.operations.papers import (
    SHEET,
    make_call_list,
    make_departure_sheet,
    make_ranking,
    make_supplement_notice,
)
from evaluator_desktop.operations.prepared import DRAFT, STATE_WORDS, ReportResult, Sign
from evaluator_desktop.operations.reports import export_results, prepare_provider_report
from evaluator_desktop.reports.signature import signed
from evaluator_desktop.texts import N_, _, listed, ngettext


def _report(call: Call) -> Reply:
    options = call.options
    if options.all == (options.what is not None):
        raise UsageError(problem=_("give one thing to report, or --all"), program=PROGRAM)
    if options.file is not None and options.what not in _WITH_AN_ARGUMENT:
        problem = _("unrecognized arguments: %s") % options.file
        raise UsageError(problem=problem, program=PROGRAM)
    if options.what != "verify":
        _target(call)
    if options.what in _OTHERS:
        return _OTHERS[options.what](call)
    return _written(_all_of_them(call) if options.all else [_one(call, options.what)])


def _target(call: Call) -> Path:
    if call.options.output is None:
        raise UsageError(problem=_("say with -o where to write"), program=PROGRAM)
    endings = () if call.options.all else _ENDINGS.get(call.options.what, (PDF,))
    return call.target(call.options.output, *endings)


def _written(results: list[ReportResult]) -> Reply:
    document = [
        {"file": str(r.file), "pages": r.pages, "state": r.state, "warnings": list(r.warnings)}
        for r in results
    ]
    has_draft = any(r.state == DRAFT for r in results)
    return Reply(document, _lines(results), SOMETHING_LEFT if has_draft else DONE)


def _one(call: Call, code: str) -> ReportResult:
    provider = find_provider(call.workspace, code)
    target = _target(call)
    return make_provider_report(
        call.workspace, provider, target, sign=_sign(call), progress=call.progress
    )


def _sign(call: Call) -> Sign | None:
    """Return how to sign as the options say, None without a certificate."""
    options = call.options
    if options.certificate is None:
        return None
    file = options.certificate_passphrase_file
    passphrase = None if file is None else call.content(file).rstrip(b"\r\n")
    return partial(signed, certificate=Path(options.certificate), passphrase=passphrase)


def _all_of_them(call: Call) -> list[ReportResult]:
    """Write a report for each provider; when one cannot be made, none of this call stays."""
    folder = _target(call)
    index = None if call.options.index is None else call.target(call.options.index, SHEET)
    wanted = wanted_papers(call.workspace.projections.all(), folder, PDF)
    was_there = folder.exists()
    _make_folder(folder)
    written: list[Written] = []
    try:
        for target in (*(one.target for one in wanted), *([index] if index else [])):
            refuse_target(target)
        _write_all(call, wanted, written)
        if index:
            prepare_index(call.workspace, written).make().save(index)
    except BaseException:
        for one in written:
            if one.result:
                one.result.file.unlink(missing_ok=True)
        if not was_there:
            folder.rmdir()
        raise
    return [one.result for one in written if one.result]


def _write_all(call: Call, wanted: list[Wanted], written: list[Written]) -> None:
    """Write all, `written` filled meanwhile; raise why the first one was refused."""

    def hear(one: Written) -> None:
        written.append(one)
        if one.error:
            raise one.error

    batch = ReportBatch(
        prepare_provider_report,
        lambda step, *args: step(call.workspace, *args),
        progress=call.progress,
        tell=hear,
        sign=_sign(call),
    )
    batch.write(wanted)
    places = {one.provider: place for place, one in enumerate(wanted)}
    written.sort(key=lambda one: places[one.wanted.provider])


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        problem = _("the folder cannot be made ({reason}).").format(reason=error.strerror)
        raise FileProblemError(file=str(folder), problem=problem) from error


def _lines(results: list[ReportResult]) -> Iterator[str]:
    for result in results:
        pages = ngettext("{count} page", "{count} pages", result.pages).format(count=result.pages)
        said = [pages] if result.pages else []  # a workbook has none
        yield f"{result.file}: {listed([*said, _(STATE_WORDS[result.state])])}"
        if len(results) == 1:
            yield from result.warnings


def _ranking(call: Call) -> Reply:
    return _written([make_ranking(call.workspace, _target(call), progress=call.progress)])


def _merge_record(call: Call) -> Reply:
    return _written([make_merge_record(call.workspace, _target(call), progress=call.progress)])


def _verify(call: Call) -> Reply:
    name = call.options.file
    if name is None:
        raise UsageError(problem=_("say which file to check"), program=PROGRAM)
    checked = check_report(call.workspace, call.content(name), name)
    document = {
        "file": name,
        "number": checked.number,
        "result": checked.verdict,
        "changed": list(checked.changed),
    }
    line = f"{name}: {checked.number}, {_(VERDICT_NAMES[checked.verdict])}"
    return Reply(document, [line, *checked.changed])


def _results(call: Call) -> Reply:
    written = export_results(
        call.workspace, call.target(call.options.file, SHEET), progress=call.progress
    )
    document = {"file": str(written.file), "providers": written.providers}
    sentence = ngettext(
        "{file}: results of {count} provider.",
        "{file}: results of {count} providers.",
        written.providers,
    )
    line = sentence.format(file=written.file, count=written.providers)
    return Reply(document, [line])


def _visit(call: Call) -> Reply:
    return _written([make_departure_sheet(call.workspace, _about(call), _target(call))])


def _supplement(call: Call) -> Reply:
    due = call.day("due")
    if due is None:
        raise UsageError(problem=_("say with --due until when"), program=PROGRAM)
    return _written([make_supplement_notice(call.workspace, _about(call), due, _target(call))])


def _calls(call: Call) -> Reply:
    return _written([make_call_list(call.workspace, _about(call), _target(call))])


def _about(call: Call) -> str:
    if call.options.file is None:
        raise UsageError(problem=_("say which provider, by its credit code"), program=PROGRAM)
    return find_provider(call.workspace, call.options.file)


_OTHERS: dict[str, Callable[[Call], Reply]] = {
    "ranking": _ranking,
    "merge": _merge_record,
    "visit": _visit,
    "supplement": _supplement,
    "calls": _calls,
    "verify": _verify,
}
_ENDINGS = {"ranking": (PDF, SHEET), "supplement": (PDF, SHEET)}
_WITH_AN_ARGUMENT = {"verify", "visit", "supplement", "calls"}

COMMANDS = (
    Command(
        "report",
        N_("write a report as PDF, or check one"),
        _report,
        (
            arg(
                "what",
                nargs="?",
                metavar="CODE",
                about=N_(
                    "credit code of a provider; or ranking, merge; verify, with a file; visit, "
                    "supplement, calls, with a provider"
                ),
            ),
            arg(
                "file",
                nargs="?",
                metavar="FILE|CODE",
                about=N_("after verify the file to check, after visit to calls a credit code"),
            ),
            arg("--due", metavar="DATE", about=N_("for supplement: until when")),
            arg("--all", action="store_true", about=N_("one for each provider, into a folder")),
            arg(
                "--index",
                metavar="FILE.xlsx",
                about=N_("with --all: a new file that lists them with their digests"),
            ),
            arg(
                "--certificate",
                metavar="FILE.p12",
                about=N_("sign a final report with this certificate and its key"),
            ),
            arg(
                "--certificate-passphrase-file",
                metavar="F",
                about=N_("a file with the passphrase of the certificate"),
            ),
            arg("-o", "--output", metavar="FILE", about=N_("a new file, with --all a folder")),
        ),
    ),
    Command(
        "export-results",
        N_("write the results of all providers into a workbook"),
        _results,
        (arg("file", metavar="FILE.xlsx", about=N_("a new file")),),
    ),
)
