"""What differs between laptops, and settling it."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from evaluator_desktop.cli.command import (
    STANDARD_INPUT,
    Call,
    Command,
    Either,
    Reply,
    arg,
    reason,
    whole_number,
)
from evaluator_desktop.cli.scheme_names import NONE, class_name, tier_name
from evaluator_desktop.domain.bodies import Body, Evidence, OutcomeRecord
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.operations.conflicts import Conflict, conflicts, resolve
from evaluator_desktop.paths import visible_text
from evaluator_desktop.store.queries.merge import file_of
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _, time_text


def _conflicts(call: Call) -> Reply:
    return _listed(call.workspace)


def _listed(workspace: Workspace) -> Reply:
    found = [(conflict, _judged(workspace, conflict)) for conflict in conflicts(workspace)]
    lines = _lines(found, workspace.scheme) if found else [_("No conflict is open.")]
    return Reply([_document(conflict, judged) for conflict, judged in found], lines)


def _judged(workspace: Workspace, conflict: Conflict) -> Evidence | None:
    """Return what an outcome in conflict is about."""
    body = _any_body(conflict)
    return file_of(workspace, body.evidence) if isinstance(body, OutcomeRecord) else None


def _any_body(conflict: Conflict) -> Body:
    """Return a body whose key fields are those of all."""
    bodies: Iterator[Body] = (h.body for h in conflict.entity.heads if h.body is not None)
    return next(bodies)


def _document(conflict: Conflict, judged: Evidence | None) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "kind": conflict.entity.kind,
        "provider": conflict.provider_code,
        "item": judged.item if judged else conflict.item,
        "base": _body(conflict.base),
        "heads": [
            {"n": n, "body": _body(head.body), "author": head.author, "at": head.at}
            for n, head in enumerate(conflict.entity.heads, start=1)
        ],
        "effect": [
            {"n": e.n, "score": e.score, "tier": e.tier, "class": e.class_id}
            for e in conflict.effects
        ],
    }


def _body(body: Body | None) -> Any:
    """Return a body as JSON; the value of a rating that is hidden (D10a) is null."""
    fields = None if body is None else msgspec.to_builtins(body)
    return fields | {"value": None} if fields and fields.get("value") == "" else fields


def _lines(found: list[tuple[Conflict, Evidence | None]], scheme: Scheme) -> Iterator[str]:
    for conflict, judged in found:
        yield " · ".join(part for part in _title(conflict, judged) if part)
        for effect, head in zip(conflict.effects, conflict.entity.heads, strict=True):
            at = time_text(datetime.fromisoformat(head.at))
            said = json.dumps(_own_fields(head.body), ensure_ascii=False)
            yield f"  {effect.n}. {head.author} {at}: {visible_text(said)}"
            if effect.score or effect.tier:
                sentence = _("     would give score {score}, tier {tier}, class {name}")
                yield sentence.format(
                    score=effect.score or NONE,
                    tier=tier_name(scheme, effect.tier),
                    name=class_name(scheme, effect.class_id),
                )
            if effect.proposes:
                name = class_name(scheme, effect.proposes)
                yield _("     would propose the class {name}").format(name=name)
        if conflict.both is not None:
            said = json.dumps(_own_fields(conflict.both), ensure_ascii=False)
            yield _("  --both: {state}").format(state=visible_text(said))


def _title(conflict: Conflict, judged: Evidence | None) -> Iterator[str | None]:
    """Yield what a conflict is about, the keys of its entity too: whose rating, which file."""
    yield from (conflict.id, _(KIND_NAMES[conflict.entity.kind]), conflict.provider_name)
    yield from (judged.item, judged.name) if judged else (conflict.item,)
    body = _any_body(conflict)
    yield from (str(getattr(body, key)) for key in body.key if key not in ("provider", "item"))


def _own_fields(body: Body | None) -> Any:
    """Return what a person wrote; the keys of the entity are said already."""
    if body is None:
        return None
    fields = _body(body)
    return {name: value for name, value in fields.items() if name not in ("provider", *body.key)}


def _resolve(call: Call) -> Reply:
    options = call.options
    value = None if options.value is None else _value(call, options.value)
    resolve(
        call.workspace,
        options.conflict,
        take=options.take,
        both=options.both,
        value=value,
        reason=options.reason,
    )
    listed = _listed(call.workspace)
    return Reply(listed.document, [_("The conflict is settled."), *listed.lines])


def _value(call: Call, text: str) -> dict[str, Any]:
    """Read the body that is given by hand; `-` takes it from standard input."""
    try:
        content = call.content(text) if text == STANDARD_INPUT else text.encode()
        value = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeError) as error:
        message = _("is no JSON ({reason})").format(reason=error)
        raise FieldsError(_("Resolution"), [FieldProblem("value", message)]) from error
    if not isinstance(value, dict):
        message = _("write a JSON object with the fields to change")
        raise FieldsError(_("Resolution"), [FieldProblem("value", message)])
    return value


COMMANDS = (
    Command("conflicts", N_("what differs between laptops, with both sides"), _conflicts),
    Command(
        "resolve",
        N_("settle a conflict by one side or a state written by hand"),
        _resolve,
        (
            arg("conflict", metavar="CONFLICT", about=N_("id that `conflicts` shows")),
            Either(
                (
                    arg("--take", metavar="N", type=whole_number, about=N_("take the N-th side")),
                    arg(
                        "--both",
                        action="store_true",
                        about=N_("keep all sides, where `conflicts` says that they can stand"),
                    ),
                    arg(
                        "--value",
                        metavar="JSON",
                        about=N_("fields of the settled state as JSON, - for standard input"),
                    ),
                ),
                required=True,
            ),
            reason(N_("why it was settled so")),
        ),
    ),
)
