"""Why a provider has its class: the printed total, its rank, or a lead's decision (D5, D11)."""

from collections.abc import Iterator
from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.explanation.step import Step, leaf, origins, parameter
from evaluator_desktop.texts import _, language


def class_steps(a: Assessment, total: Step) -> Iterator[Step]:
    """Yield the class; nothing where there is neither a total nor a decision."""
    band = a.class_band
    if band is None and a.score is None:
        return
    name = band.name.text(language()) if band else _("open")
    yield _decided(a, name) or _by_rank(a, name) or _by_total(a, name, total.as_input())


def _decided(a: Assessment, name: str) -> Step | None:
    """D5: the class that a lead confirmed for false material."""
    entity = a.class_decision
    body = entity.body if entity else None
    if body is None or not body.confirmed or not a.has_false_evidence:
        return None
    note, recorded = body.reason.strip(), origins(entity)
    return Step(_("Class"), None, name, "D5", key="class", note=note, recorded=recorded)


def _by_rank(a: Assessment, name: str) -> Step | None:
    """D11: the first class by rank; open as long as the round was not looked at."""
    quota = a.scheme.parameters.class_quota
    if quota is None or (a.rank is not None and a.rank.place > quota):
        return None
    most = parameter(a.scheme, "class_quota", _("Ranks of the first class"), "D11")
    if a.rank is None:
        return Step(_("Class"), None, name, "D11", steps=(most,), key="class")
    steps = (_rank(a.rank.place, a.rank.shared_by), most)
    return Step(_("Class"), True, name, "D11", "{0} ≤ {1}", steps, key="class", note=_official(a))


def _by_total(a: Assessment, name: str, total: Step) -> Step:
    """D11: the first class, from the best down, whose minimum the printed total reaches."""
    bands, band = a.scheme.parameters.classes, a.class_band
    if band is None:
        return Step(_("Class"), None, _("none"), "D11", steps=(total,), key="class")
    what = _("Least total of {name}")
    least = leaf(what.format(name=name), Fraction(band.minimum), rule="D11", parameter="classes")
    steps, formula = [total, least], "{0} ≥ {1}"
    better = bands.index(band) - 1
    if better >= (a.scheme.parameters.class_quota is not None):
        above = bands[better]
        words = what.format(name=above.name.text(language()))
        steps.append(leaf(words, Fraction(above.minimum), rule="D11", parameter="classes"))
        formula = "{2} > {0} ≥ {1}"
    if a.rank is not None:
        steps.append(_rank(a.rank.place, a.rank.shared_by))
    return Step(_("Class"), True, name, "D11", formula, tuple(steps), "class", note=_official(a))


def _rank(place: int, shared_by: int) -> Step:
    note = ""
    if shared_by > 1:
        note = _("Shared by {count} with the same printed total.").format(count=shared_by)
    return leaf(_("Rank in the round"), place, rule="D11", key="rank", note=note)


def _official(a: Assessment) -> str:
    official = a.scheme.parameters.classes_official
    return "" if official else _("The classes are samples, not official.")
