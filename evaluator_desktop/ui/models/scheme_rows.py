"""A scheme as rows to look through: items with weights, parameters, rules, tiers and classes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from evaluator_desktop.domain.parameter_words import PARAMETER_WORDS
from evaluator_desktop.domain.scheme import Dimension, Item, Scheme, Suggestion
from evaluator_desktop.operations.scheme_words import percent, value_words
from evaluator_desktop.operations.schemes import loss_words
from evaluator_desktop.store.queries.schemes import OutsideWork
from evaluator_desktop.texts import N_, _, count_text, language, listed
from evaluator_desktop.ui.widgets.cells import Cell

Rows = list[list[Cell]]

ITEM_HEADS = (
    *(N_("Dimension"), N_("Indicator · item"), N_("Weight")),
    *(N_("Evidence asked for"), N_("Suggested from")),
)
PARAMETER_HEADS = (N_("Clause"), N_("Parameter"), N_("Value"), N_("Meaning"))
RULE_HEADS = (N_("Group"), N_("Rule"), N_("Unit"), N_("Points each"), N_("Cap"))
BAND_HEADS = (N_("Kind"), N_("Name"), N_("Lower bound"), N_("Upper bound"))
OUTSIDE_HEADS = (N_("Provider"), N_("Item"), N_("Requirement"), N_("What"))
CHANGE_HEADS = (N_("What changes"),)

_NONE = "—"
_SUGGESTIONS: Mapping[Suggestion, str] = {
    Suggestion.NONE: "",
    Suggestion.EVIDENCE_SHARE: N_("Share of verified evidence"),
    Suggestion.SATISFACTION_RATE: N_("Satisfaction rate"),
    Suggestion.SHOP_POINTS: N_("Shop points"),
}


def item_rows(scheme: Scheme) -> Rows:
    """Return a row an item, as the document prints them: what repeats is left out."""
    return [row for dimension in scheme.dimensions for row in _of_dimension(dimension)]


def _of_dimension(dimension: Dimension) -> Iterator[list[Cell]]:
    lang = language()
    weights = [item.weight_bp for item in dimension.items if item.weight_bp is not None]
    share = f"  {percent(sum(weights))}" if weights else ""
    head = Cell(dimension.name.text(lang) + share, bold=True)
    for indicator in dimension.indicators:
        for item in indicator.items:
            names = dict.fromkeys((indicator.name.text(lang), item.name.text(lang)))
            yield [head, Cell(" · ".join(names)), *_of_item(item)]
            head = Cell()


def _of_item(item: Item) -> Iterator[Cell]:
    lang = language()
    yield Cell(percent(item.weight_bp), right=True)
    names = (requirement.name.text(lang) for requirement in item.requirements)
    yield Cell(_list_text(names), ink="text2")
    words = _SUGGESTIONS[item.suggestion]
    yield Cell(_(words) if words else _NONE, ink="text2")


def parameter_rows(scheme: Scheme) -> Rows:
    """Return a row a parameter in the order of the clauses; lists stand elsewhere."""
    parameters: Any = scheme.document["parameters"]
    return [
        [
            Cell(words.clause, ink="text2"),
            Cell(words.title),
            Cell(value_words(parameters.get(name)), bold=True),
            Cell(words.text, ink="text2", small=True),
        ]
        for name, words in PARAMETER_WORDS.items()
    ]


def rule_rows(scheme: Scheme) -> Rows:
    lang = language()
    return [
        [
            Cell(rule.group.text(lang), ink="text2"),
            Cell(rule.name.text(lang)),
            Cell(rule.unit.text(lang)),
            Cell(count_text(rule.points), right=True),
            Cell(_NONE if rule.cap is None else count_text(rule.cap), right=True),
        ]
        for rule in scheme.rules
    ]


def band_rows(scheme: Scheme) -> Rows:
    """Return the tiers of points, then the classes of totals."""
    lang = language()
    tiers = [
        [
            Cell(_("Shop tier") if n == 0 else "", ink="text2"),
            Cell(tier.name.text(lang)),
            Cell(count_text(tier.low), right=True),
            Cell(_("and more") if tier.high is None else count_text(tier.high), right=True),
        ]
        for n, tier in enumerate(scheme.tiers)
    ]
    return [*tiers, *_class_rows(scheme)]


def _class_rows(scheme: Scheme) -> Iterator[list[Cell]]:
    parameters, lang = scheme.parameters, language()
    for n, band in enumerate(parameters.classes):
        low = str(band.minimum)
        if n == 0 and parameters.class_quota is not None:
            low = _("the first {count} ranks").format(count=parameters.class_quota)
        kind = Cell(_("Class") if n == 0 else "", ink="text2")
        yield [kind, Cell(band.name.text(lang)), Cell(low, right=True), Cell("", right=True)]


def outside_rows(works: Iterable[OutsideWork], names: Mapping[str, str]) -> Rows:
    """Return a row for each item of a provider; `names` are those of items still known."""
    return [
        [
            Cell(work.name),
            Cell(names.get(work.item, work.item)),
            Cell(work.requirement or _NONE),
            Cell(loss_words(work)),
        ]
        for work in works
    ]


def item_names(scheme: Scheme) -> dict[str, str]:
    return {item.id: item.name.text(language()) for item in scheme.items}


def compared_fields(scheme: Scheme) -> dict[str, str]:
    """Return a scheme as named values, to set it beside another state of it."""
    parameters: Any = scheme.document["parameters"]
    weight = _("Weight of {name}")
    lang = language()
    return {
        _("Scheme"): f"{scheme.id} {scheme.version}",
        _("Digest"): f"{scheme.digest[:12]}…",
        **{
            weight.format(name=item.name.text(lang)): percent(item.weight_bp)
            for item in scheme.items
        },
        **{
            words.title: value_words(parameters.get(name))
            for name, words in PARAMETER_WORDS.items()
        },
        _("Points rules"): count_text(len(scheme.rules)),
        _("Tiers"): count_text(len(scheme.tiers)),
        _("Classes"): _list_text(
            f"{c.name.text(lang)} ≥ {c.minimum}" for c in scheme.parameters.classes
        ),
    }


def _list_text(texts: Iterable[str]) -> str:
    return listed(texts) or _NONE
