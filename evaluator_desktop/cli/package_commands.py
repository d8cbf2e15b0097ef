"""Packages out and in."""

from collections.abc import Iterator
from pathlib import Path

from evaluator_desktop.cli.command import (
    DONE,
    SOMETHING_LEFT,
    STANDARD_INPUT,
    Call,
    Command,
    Either,
    Reply,
    arg,
    whole_number,
)
from evaluator_desktop.cli.joining_commands import pair_document
from evaluator_desktop.cli.parser import PROGRAM, UsageError
from evaluator_desktop.domain.similarity import LIKENESS_NAMES, Pair
from evaluator_desktop.errors import EvaluatorError, FieldProblem
from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.exchange.package_writer import Written, damaged_words
from evaluator_desktop.operations.conflicts import count_conflicts
from evaluator_desktop.operations.devices import check_fingerprint
from evaluator_desktop.operations.edit import find_provider
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import (
    TAKEN,
    PackageResult,
    Trust,
    merge_packages,
)
from evaluator_desktop.operations.people import person_name
from evaluator_desktop.operations.stepping_back import step_back
from evaluator_desktop.texts import N_, _, count_text, ngettext, size_text


def _export(call: Call) -> Reply:
    wishes, target = _wishes(call), call.target(call.options.file)
    written = export_package(call.workspace, target, wishes, progress=call.progress)
    document: dict[str, object] = {
        "package": written.number,
        "revisions": written.revisions,
        "evidence": written.evidence,
        "bytes": written.bytes,
        "digest": written.digest,
    }
    if written.damaged:
        document["damaged"] = list(written.damaged)
    if len(written.files) > 1:
        document["files"] = [
            {"file": str(f.path), "bytes": f.bytes, "digest": f.digest} for f in written.files
        ]
    sentence = _("{file}: {revisions} records, {evidence} evidence files, {size}. Read and right.")
    line = sentence.format(
        file=", ".join(str(file.path) for file in written.files),
        revisions=count_text(written.revisions),
        evidence=count_text(written.evidence),
        size=size_text(written.bytes),
    )
    number = _("Package number {number}").format(number=written.number)
    return Reply(document, [line, number, *_left_out(written), *damaged_words(written)])


def _left_out(written: Written) -> Iterator[str]:
    count = written.personal_left_out
    if count:
        sentence = ngettext(
            "{count} name with its number stayed here: the package is not encrypted.",
            "{count} names with their numbers stayed here: the package is not encrypted.",
            count,
        )
        yield sentence.format(count=count_text(count))


def _wishes(call: Call) -> ExportWishes:
    options, passphrase = call.options, call.options.passphrase_file
    if options.providers and options.task is None:
        raise UsageError(problem=_("--providers needs --task"), program=PROGRAM)
    return ExportWishes(
        since=None if options.since is None else call.file(options.since),
        task_person=None if options.task is None else person_name(options.task),
        task_providers=tuple(find_provider(call.workspace, c) for c in options.providers or ()),
        passphrase_file=None if passphrase is None else call.file(passphrase),
        recipients=tuple(options.recipient or ()),
        volume_size=options.volume_size,
    )


def _merge(call: Call) -> Reply:
    options = call.options
    if options.files.count(STANDARD_INPUT) > 1:
        raise UsageError(problem=_("standard input can be read once only"), program=PROGRAM)
    paths = [call.file(f) if f == STANDARD_INPUT else Path(f) for f in options.files]
    for fingerprint in options.trust or ():
        check_fingerprint(fingerprint)
    trust = Trust(tuple(options.trust or ()), any_new=options.trust_new)
    report = merge_packages(
        call.workspace,
        paths,
        trust=trust,
        keys=call.keys(),
        dry_run=options.dry_run,
        progress=call.progress,
    )
    results = list(zip(options.files, report.packages, strict=False))
    # After a dry run the conflicts to come are counted with those that are open already.
    left = count_conflicts(call.workspace) + sum(result.conflicts for _file, result in results)
    packages = [_package(file, r) for file, r in results]
    if options.dry_run:
        for package, (_file, result) in zip(packages, results, strict=True):
            package["similar"] = [pair_document(pair) for pair in result.similar]
    document = {"packages": packages, "conflicts": left}
    lines = [_line(file, r) for file, r in results]
    lines += [_twice(pair) for _file, result in results for pair in result.similar]
    if left:
        sentence = ngettext(
            "{count} conflict is open. `conflicts` shows it.",
            "{count} conflicts are open. `conflicts` shows them.",
            left,
        )
        lines.append(sentence.format(count=left))
    refused = [(file, r) for file, r in results if r.status not in TAKEN]
    if len(refused) == len(results):
        return Reply(document, error=_all_refused(refused))
    exit_code = SOMETHING_LEFT if refused or left else DONE
    return Reply(document, lines, exit_code, report.stopped)


def _package(file: str, result: PackageResult) -> dict[str, object]:
    return {
        "file": file,
        "status": result.status,
        "message": result.message,
        "new_revisions": result.new_revisions,
        "new_evidence": result.new_evidence,
    }


def _twice(pair: Pair) -> str:
    sentence = _("Possibly the same provider twice: {first} and {second} ({why}).")
    names = [f"{one.name} {one.code or one.id}" for one in (pair.first, pair.second)]
    why = _(LIKENESS_NAMES[pair.likeness])
    return sentence.format(first=names[0], second=names[1], why=why)


def _line(file: str, result: PackageResult) -> str:
    return result.message if result.error else f"{file}: {result.message}"


def _all_refused(refused: list[tuple[str, PackageResult]]) -> EvaluatorError | None:
    """Return why nothing was merged: the one package's own error, or one that lists all."""
    if len(refused) == 1:
        return refused[0][1].error
    details = [FieldProblem(file, result.message) for file, result in refused]
    files = ", ".join(file for file, _result in refused)
    return PackageError(file=files, problem=_("each was refused."), details=details)


def _unmerge(call: Call) -> Reply:
    done = step_back(call.workspace)
    files = [package.file for package in done.merge.packages]
    sentence = ngettext(
        "{count} record that came in with {files} is taken back; the files can be merged again.",
        "{count} records that came in with {files} are taken back; the files can be merged again.",
        done.merge.revisions,
    )
    line = sentence.format(count=done.merge.revisions, files=", ".join(files))
    document = {
        "packages": files,
        "revisions": done.merge.revisions,
        "backup": str(done.merge.backup),
    }
    return Reply(document, [line])


COMMANDS = (
    Command(
        "export",
        N_("write a package for others to merge"),
        _export,
        (
            arg("file", metavar="FILE.evpkg", about=N_("a new file; nothing is overwritten")),
            arg("--passphrase-file", metavar="F", about=N_("encrypt with the passphrase in F")),
            arg("--recipient", metavar="AGE1…", action="append", about=N_("encrypt to this key")),
            arg("--since", metavar="FILE.evpkg", about=N_("leave out what this package shows")),
            arg("--task", metavar="NAME", about=N_("with the files of what this person is to do")),
            arg("--providers", metavar="CODE", nargs="+", about=N_("of these providers only")),
            arg(
                "--volume-size", metavar="BYTES", type=whole_number, about=N_("split into volumes")
            ),
        ),
    ),
    Command(
        "merge",
        N_("take packages in"),
        _merge,
        (
            arg("files", metavar="FILE", nargs="+", about=N_("packages; each whole or not at all")),
            arg("--dry-run", action="store_true", about=N_("say what would come in, no more")),
            arg("--passphrase-file", metavar="F", about=N_("file with the package's passphrase")),
            arg("--identity", metavar="FILE", about=N_("age identity it is encrypted to")),
            Either(
                (
                    arg(
                        "--trust",
                        metavar="FINGERPRINT",
                        action="append",
                        about=N_("trust this device from now on"),
                    ),
                    arg(
                        "--trust-new",
                        action="store_true",
                        about=N_("trust every device that is not known yet"),
                    ),
                )
            ),
        ),
    ),
    Command(
        "unmerge",
        N_("take the last merge back, as long as nothing was saved since"),
        _unmerge,
        more=N_(
            "All packages that the last `merge` took in go again; the workspace is what the backup "
            "before it holds. Evidence files stay where they are."
        ),
    ),
)
