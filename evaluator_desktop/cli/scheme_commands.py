"""The scheme in use: shown, written as a file to change, and taken in again."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from evaluator_desktop.cli.command import Call, Command, Reply, arg
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.scheme import Dimension, Item, Scheme
from evaluator_desktop.operations.scheme_words import change_lines
from evaluator_desktop.operations.schemes import (
    SchemePlan,
    carry_out,
    export_scheme,
    loss_words,
    plan_scheme_file,
)
from evaluator_desktop.store.queries.schemes import OutsideWork, not_counted
from evaluator_desktop.texts import N_, _, language


def _show(call: Call) -> Reply:
    scheme = call.workspace.scheme
    return Reply(_document(scheme), _lines(scheme))


def _document(scheme: Scheme) -> dict[str, Any]:
    return {
        "id": scheme.id,
        "version": scheme.version,
        "digest": scheme.digest,
        "weights_official": scheme.weights_official,
        "dimensions": [_dimension(dimension) for dimension in scheme.dimensions],
        "rules": msgspec.to_builtins(scheme.rules),
        "tiers": msgspec.to_builtins(scheme.tiers),
        "parameters": msgspec.to_builtins(scheme.parameters),
    }


def _dimension(dimension: Dimension) -> dict[str, Any]:
    return {
        "id": dimension.id,
        "name": msgspec.to_builtins(dimension.name),
        "indicators": [
            {
                "id": indicator.id,
                "name": msgspec.to_builtins(indicator.name),
                "items": [_item(item) for item in indicator.items],
            }
            for indicator in dimension.indicators
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": msgspec.to_builtins(item.name),
        "weight_bp": item.weight_bp,
        "requirements": [
            {"id": r.id, "name": msgspec.to_builtins(r.name), "when": r.when}
            for r in item.requirements
        ],
    }


def _lines(scheme: Scheme) -> Iterator[str]:
    lang = language()
    yield f"{scheme.name.text(lang)} {scheme.version} ({scheme.id})"
    yield _("Digest {digest}").format(digest=scheme.digest)
    if scheme.has_weights and not scheme.weights_official:
        yield _("Sample weights (not official)")
    yield ""
    yield from table(
        (_("Item"), _("Name"), _("Weight (bp)"), _("Evidence asked for")),
        (
            (
                item.id,
                item.name.text(lang),
                item.weight_bp,
                ", ".join(requirement.id for requirement in item.requirements),
            )
            for item in scheme.items
        ),
    )


def _export(call: Call) -> Reply:
    scheme = call.workspace.scheme
    path = export_scheme(call.workspace, call.target(call.options.file))
    document = {
        "file": str(path),
        "id": scheme.id,
        "version": scheme.version,
        "digest": scheme.digest,
    }
    sentence = _("Scheme {id} {version} is written to {file}.")
    return Reply(
        document, [sentence.format(id=scheme.id, version=scheme.version, file=document["file"])]
    )


def _import(call: Call) -> Reply:
    options = call.options
    plan = plan_scheme_file(call.workspace, call.file(options.file), options.set_version)
    if not options.dry_run:
        carry_out(call.workspace, plan, accept_losses=options.accept_losses)
    is_written = not (options.dry_run or plan.is_unchanged)
    return Reply(
        _plan_document(plan, is_written=is_written), _plan_lines(plan, is_written=is_written)
    )


def _plan_document(plan: SchemePlan, *, is_written: bool) -> dict[str, Any]:
    change = plan.change
    return {
        "written": is_written,
        "changed": not plan.is_unchanged,
        "id": change.after.id,
        "version": change.after.version,
        "digest": change.after.digest,
        "before": {
            "id": change.before.id,
            "version": change.before.version,
            "digest": change.before.digest,
        },
        "items": {
            "added": [item.id for item in change.added],
            "removed": [item.id for item in change.removed],
            "kept": [item.id for item in change.kept],
        },
        "weights": [{"item": c.id, "before": c.before, "after": c.after} for c in change.weights],
        "parameters": [
            {"name": c.id, "before": c.before, "after": c.after} for c in change.parameters
        ],
        "lists": msgspec.to_builtins(dict(change.lists)),
        "losses": [_outside(loss) for loss in plan.losses],
        "locked": list(plan.locked),
    }


def _outside(work: OutsideWork) -> dict[str, Any]:
    return {
        "code": work.code,
        "name": work.name,
        "item": work.item,
        "requirement": work.requirement,
        "ratings": work.ratings,
        "consensus": work.consensus,
        "evidence": work.evidence,
    }


def _plan_lines(plan: SchemePlan, *, is_written: bool) -> Iterator[str]:
    change = plan.change
    if plan.is_unchanged:
        yield _("The file holds the scheme in use; nothing changes.")
        return
    sentence = (
        _("The scheme in use is now {id} {version}.")
        if is_written
        else _("The scheme would be {id} {version}.")
    )
    yield sentence.format(id=change.after.id, version=change.after.version)
    yield _("Digest {digest}").format(digest=change.after.digest)
    yield from change_lines(change)
    if plan.locked:
        names = ", ".join(plan.locked)
        yield _("Locks to be confirmed: {names}").format(names=names)
    if plan.losses:
        yield _("No longer counts, and stays in the history:")
        yield from _outside_lines(plan.losses)


def _outside_lines(works: Iterable[OutsideWork]) -> Iterator[str]:
    yield from table(
        (_("Provider"), _("Item"), _("Requirement"), _("What")),
        ((w.name, w.item, w.requirement, loss_words(w)) for w in works),
    )


def _lost(call: Call) -> Reply:
    works = not_counted(call.workspace)
    lines = _outside_lines(works) if works else [_("Everything that was recorded has its place.")]
    return Reply([_outside(work) for work in works], lines)


COMMANDS = (
    Command("scheme show", N_("the scheme in use"), _show),
    Command(
        "scheme export",
        N_("write the scheme as a workbook or TOML file to change"),
        _export,
        (arg("file", metavar="FILE", about=N_("a new file, .xlsx or .toml")),),
    ),
    Command(
        "scheme import",
        N_("go over to a changed scheme (for leads)"),
        _import,
        (
            arg(
                "file", metavar="FILE", about=N_("the scheme, .xlsx or .toml, - for standard input")
            ),
            arg("--dry-run", action="store_true", about=N_("say what would change, no more")),
            arg(
                "--set-version", metavar="V", about=N_("version of the changed scheme, such as 1.1")
            ),
            arg(
                "--accept-losses",
                action="store_true",
                about=N_("go over even if recorded work no longer counts"),
            ),
        ),
    ),
    Command("scheme lost", N_("recorded work that the scheme in use has no place for"), _lost),
)
