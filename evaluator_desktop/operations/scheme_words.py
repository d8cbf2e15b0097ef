"""A change of the scheme in sentences, for the command line and the window alike."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from evaluator_desktop.domain.parameter_words import PARAMETER_WORDS
from evaluator_desktop.domain.scheme import Item, Scheme
from evaluator_desktop.domain.scheme_change import SchemeChange, ValueChange, entries_by_id
from evaluator_desktop.domain.scoring import weight_percent
from evaluator_desktop.texts import N_, _, language, listed

_NONE = "—"
_LISTS: Mapping[str, str] = {
    "rules": N_("Points rules"),
    "tiers": N_("Tiers"),
    "classes": N_("Classes"),
    "entry_conditions": N_("Entry conditions"),
    "departure_checks": N_("Checks before leaving"),
    "phrases": N_("Standard phrases"),
}
_PARTS = (
    ("added", N_("new {names}")),
    ("removed", N_("gone {names}")),
    ("changed", N_("changed {names}")),
)


def change_lines(change: SchemeChange) -> Iterator[str]:
    """Yield a sentence for each thing that changes; the losses are told apart."""
    yield from _items(N_("New items: {names}"), change.added)
    yield from _items(N_("Items that are gone: {names}"), change.removed)
    if change.before.weights_official != change.after.weights_official:
        official = change.after.weights_official
        yield _("The weights are official.") if official else _("The weights are samples.")
    names = {item.id: item.name.text(language()) for item in change.kept}
    for weight in change.weights:
        yield _changed(_("Weight of {name}").format(name=names[weight.id]), weight, percent)
    for parameter in change.parameters:
        words = PARAMETER_WORDS.get(parameter.id)
        yield _changed(words.title if words else parameter.id, parameter, value_words)
    for place, found in change.lists.items():
        names_of = _entry_names(change.before, place) | _entry_names(change.after, place)
        parts = (
            _(sentence).format(names=listed(names_of[i] for i in getattr(found, part)))
            for part, sentence in _PARTS
            if getattr(found, part)
        )
        yield _("{list}: {changes}").format(list=_(_LISTS[place]), changes="; ".join(parts))


def _items(sentence: str, items: Iterable[Item]) -> Iterator[str]:
    names = [item.name.text(language()) for item in items]
    if names:
        yield _(sentence).format(names=listed(names))


def _entry_names(scheme: Scheme, place: str) -> dict[str, str]:
    """Name the entries of a list as people know them; phrases by what they say."""
    lang = "en" if language() == "en" else "zh"
    return {
        name: str(entry.get("name", entry)[lang])
        for name, entry in entries_by_id(scheme, place).items()
    }


def _changed(name: str, change: ValueChange, told: Callable[[Any], str]) -> str:
    sentence = _("{name}: {before} → {after}")
    return sentence.format(name=name, before=told(change.before), after=told(change.after))


def percent(basis_points: int | None) -> str:
    """Write a weight in per cent, exactly: 500 basis points are 5.00%."""
    return _NONE if basis_points is None else weight_percent(basis_points)


def value_words(value: object) -> str:
    """Write a parameter's value for people."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _NONE if value is None else str(value)
