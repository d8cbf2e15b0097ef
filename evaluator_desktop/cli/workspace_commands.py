"""Making a workspace, looking whether it is whole, and copies of it."""

from pathlib import Path
from typing import Any

from evaluator_desktop.cli.command import (
    DONE,
    SOMETHING_LEFT,
    Argument,
    Call,
    Command,
    Either,
    Reply,
    arg,
)
from evaluator_desktop.cli.parser import PROGRAM, UsageError
from evaluator_desktop.domain.bodies import EVALUATOR, LEAD
from evaluator_desktop.operations import backups
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.moving import copy_workspace
from evaluator_desktop.operations.round import read_scheme
from evaluator_desktop.operations.start import new_workspace, workspace_from_package
from evaluator_desktop.store.backup_files import last_backup
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _, count_text, ngettext


def _init(call: Call) -> Reply:
    options = call.options
    path = call.target(options.folder)
    if options.package is not None:
        return _init_from_package(call, path)
    if options.passphrase_file or options.identity:
        raise UsageError(problem=_("--passphrase-file and --identity need --from"), program=PROGRAM)
    scheme = read_scheme(None if options.scheme is None else call.file(options.scheme))
    workspace = new_workspace(
        path,
        person=options.evaluator,
        role=options.role or LEAD,
        scheme=scheme,
        round_name=options.round,
        cutoff=call.day("cutoff"),
    )
    with workspace:
        return _made(workspace)


def _init_from_package(call: Call, path: Path) -> Reply:
    options = call.options
    for name in ("scheme", "round", "cutoff"):
        if getattr(options, name) is not None:
            problem = _("--{option} comes with the package of --from").format(option=name)
            raise UsageError(problem=problem, program=PROGRAM)
    package = call.file(options.package)
    role = options.role or EVALUATOR
    workspace, result = workspace_from_package(
        path, package, person=options.evaluator, role=role, keys=call.keys()
    )
    with workspace:
        made = _made(workspace)
        label = f"{result.person} · {result.device_label}"
        sentence = _("Device {fingerprint} ({label}) is trusted from now on. Compare the digits.")
        trusted = sentence.format(fingerprint=result.device, label=label)
        document = {**_document(workspace), "device": result.device}
        return Reply(document, [*made.lines, result.message, trusted])


def _demo(call: Call) -> Reply:
    from evaluator_desktop.demo.story import make_demo

    with make_demo(call.target(call.options.folder), progress=call.progress) as workspace:
        return _made(workspace)


def _made(workspace: Workspace) -> Reply:
    sentence = _("Workspace {path} is ready: {round}, {person}.")
    line = sentence.format(
        path=workspace.path, round=workspace.info.body.name, person=workspace.person
    )
    return Reply(_document(workspace), [line])


def _document(workspace: Workspace) -> dict[str, Any]:
    return {
        "workspace": str(workspace.path.absolute()),
        "round": workspace.info.body.name,
        "scheme": workspace.scheme.id,
        "scheme_digest": workspace.scheme.digest,
    }


def _check(call: Call) -> Reply:
    found = check(call.workspace, deep=call.options.deep, progress=call.progress)
    document = {
        "ok": not found.problems,
        "problems": list(found.problems),
        "revisions": found.revisions,
        "evidence": found.evidence,
    }
    looked_at = _("Looked at {revisions} records and {evidence} evidence files.").format(
        revisions=count_text(found.revisions), evidence=count_text(found.evidence)
    )
    count = len(found.problems)
    verdict = (
        ngettext("{count} problem found.", "{count} problems found.", count).format(count=count)
        if count
        else _("Everything is in order.")
    )
    lines = [*found.problems, looked_at, verdict]
    if count and (last := last_backup(call.workspace.path)):
        line = _("The last verified backup is {backup}.")
        lines.append(line.format(backup=last))
    return Reply(document, lines, SOMETHING_LEFT if count else DONE)


def _backup(call: Call) -> Reply:
    name = call.options.file
    path = backups.make_backup(call.workspace, None if name is None else call.target(name))
    line = _("Backup {file} is written and verified. Evidence files are not in it.")
    return Reply(_copied(str(path)), [line.format(file=path)])


def _copy(call: Call) -> Reply:
    folder = call.target(call.options.folder)
    damaged = copy_workspace(call.workspace, folder, progress=call.progress)
    line = _("Workspace {folder} is a verified copy, with its evidence files.")
    lines = [line.format(folder=folder)]
    if damaged:
        line = _("Damaged evidence files that were left out: {count}. `check` names them there.")
        lines.append(line.format(count=count_text(len(damaged))))
    return Reply({"workspace": str(folder.absolute()), "damaged": damaged}, lines)


def _restore(call: Call) -> Reply:
    name, folder = call.options.file, call.target(call.options.folder)
    backups.restore(call.file(name), folder)
    line = _(
        "Workspace {folder} is made of {file} and verified. Evidence files are not in a backup: "
        "copy the folder “evidence” of the old workspace, or merge packages that have them."
    )
    return Reply(_copied(name), [line.format(folder=folder, file=name)])


def _copied(file: str) -> dict[str, object]:
    return {"file": file, "verified": True}


_FOLDER = arg("folder", metavar="DIR", about=N_("a new or empty folder"))
_PACKAGE_KEYS: tuple[Argument | Either, ...] = (
    arg("--passphrase-file", metavar="F", about=N_("file with the package's passphrase")),
    arg("--identity", metavar="FILE", about=N_("age identity that the package is encrypted to")),
)

COMMANDS = (
    Command(
        "init",
        N_("make a workspace, empty or from a task package"),
        _init,
        (
            _FOLDER,
            arg("--evaluator", metavar="NAME", required=True, about=N_("who works here")),
            arg(
                "--role",
                choices=(LEAD, EVALUATOR),
                about=N_("lead for a new round, else evaluator, unless given"),
            ),
            arg("--scheme", metavar="FILE", about=N_("scheme file; the shipped one unless given")),
            arg("--round", metavar="NAME", about=N_("name of the new round")),
            arg("--cutoff", metavar="DATE", about=N_("cut-off date, as 2020-12-31")),
            arg(
                "--from",
                dest="package",
                metavar="FILE.evpkg",
                about=N_("take round, scheme and work from this package and trust its device"),
            ),
            *_PACKAGE_KEYS,
        ),
    ),
    Command("demo", N_("make the demo workspace"), _demo, (_FOLDER,)),
    Command(
        "check",
        N_("look whether the workspace is whole"),
        _check,
        (arg("--deep", action="store_true", about=N_("read every evidence file too")),),
    ),
    Command(
        "backup",
        N_("write a verified copy of the database; evidence is not in it"),
        _backup,
        (
            arg(
                "file",
                nargs="?",
                metavar="FILE",
                about=N_("where to; the workspace's own folder unless given"),
            ),
        ),
    ),
    Command(
        "copy",
        N_("copy the workspace with its evidence to another folder, verified"),
        _copy,
        (_FOLDER,),
    ),
    Command(
        "restore",
        N_("make a new workspace of a backup; evidence is not in it"),
        _restore,
        (arg("file", metavar="FILE", about=N_("the backup")), _FOLDER),
    ),
)
