"""The results at a glance, and why a report is a draft."""

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.record import STATE_NAMES, ProviderState
from evaluator_desktop.reports.document import Figure, Figures, Heading, Prose, Section, Tone
from evaluator_desktop.reports.sections.wording import DASH, named, rated_weight, unofficial
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _


def draft_reasons(a: Assessment, *, is_blind: bool) -> tuple[str, ...]:
    """Return what keeps the report a draft (rules.md, Findings); empty for a final one."""
    reasons = []
    if is_blind:
        reasons.append(_("The ratings of others are left out until you have submitted your own."))
    if a.record.state is not ProviderState.LOCKED:
        sentence = _("The provider has not passed the final review; its state is: {state}.")
        reasons.append(sentence.format(state=_(STATE_NAMES[a.record.state])))
    if a.round.conflict:
        reasons.append(_("Two versions of the round's own data differ."))
    reasons += [user_text(f.text) for f in a.findings if f.severity is not Severity.WARNING]
    return tuple(reasons)


def summary(a: Assessment, reasons: tuple[str, ...]) -> Section:
    blocks: list[Figures | Heading | Prose] = [Figures((_score(a), _class(a), _tier(a), _files(a)))]
    if reasons:
        blocks.append(Heading(_("This is a draft, because")))
        blocks += [
            Prose(f"{number}. {reason}", Tone.LISTED)
            for number, reason in enumerate(reasons, start=1)
        ]
    return Section(_("Results at a glance"), tuple(blocks))


def _score(a: Assessment) -> Figure:
    label = _("Score")
    if not a.scheme.has_weights:
        return Figure(label, DASH, _("this scheme has no weights"))
    if a.score is None:
        told = _("weight rated so far: {weight}").format(weight=rated_weight(a))
        return Figure(label, DASH, told)
    return Figure(label, a.score, unofficial(a))


def _class(a: Assessment) -> Figure:
    band = a.class_band
    remark = "" if a.scheme.parameters.classes_official else _("unofficial")
    return Figure(_("Class"), named(band.name) if band else DASH, remark if band else "")


def _tier(a: Assessment) -> Figure:
    label = _("Tier of the shop")
    if a.ledger is None:
        return Figure(label, DASH, _("not computed"))
    tier = named(a.scheme.tier(a.ledger.tier).name) if a.ledger.tier else _("no tier")
    return Figure(label, tier, _("{points} points").format(points=a.ledger.total))


def _files(a: Assessment) -> Figure:
    value = f"{a.checked_count} / {a.evidence_count}"
    return Figure(_("Evidence checked"), value, _("checked / handed in"))
