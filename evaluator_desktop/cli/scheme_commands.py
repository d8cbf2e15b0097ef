"""The scheme in use, as people and programs read it."""

from collections.abc import Iterator
from typing import Any

import msgspec

from evaluator_desktop.cli.command import Call, Command, Reply
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.scheme import Dimension, Item, Scheme
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


COMMANDS = (Command("scheme show", N_("the scheme in use"), _show),)
