"""What is still to do at a provider, in a few words each, for the quick look.

The workbench's F3 steps through places; this is the reading of it. Nobody else's rating is named
here (D10a).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.finding import Finding
from evaluator_desktop.domain.scoring import RatingState
from evaluator_desktop.texts import _, language

_ABOUT_ALL = ("round",)  # the same for every provider: said elsewhere


@dataclass(frozen=True)
class Todo:
    """A line: icon and ink, what it is about, what is wanted."""

    icon: str
    ink: str
    title: str
    words: str = ""


def todos(assessment: Assessment, person: str) -> list[Todo]:
    """Return what is to do: item by item, then what concerns the whole provider."""
    numbered = enumerate(assessment.items, start=1)
    found = [t for number, item in numbered for t in _of_item(assessment, item, number, person)]
    items = {item.item.id for item in assessment.items}
    rest = (f for f in assessment.findings if f.place not in items)
    return found + [t for finding in rest for t in _of_finding(finding)]


def _of_item(a: Assessment, item: ItemAssessment, number: int, person: str) -> Iterator[Todo]:
    title = f"{number} {item.name}"
    files = [evidence.body.name for evidence in item.present if evidence.file_missing]
    lacking = [s.requirement.name.text(language()) for s in item.missing] + files
    if lacking:
        yield Todo("missing", "false", title, _lacking_words(lacking))
    if item.rating.state is RatingState.DISPUTED:
        yield Todo("flag", "unver", title, _("ratings differ"))
    for body in (rating.body for rating in item.ratings):
        if body is not None and a.reason_due(body):
            own = _("rated {value}, no reason").format(value=body.value)
            others = _("no reason ({person})").format(person=body.person)
            yield Todo("reason", "partly", title, own if body.person == person else others)
    notes = sum(evidence.note_due for evidence in item.present)
    if notes:
        yield Todo("edit", "partly", title, _("notes missing: {count}").format(count=notes))


def _lacking_words(lacking: list[str]) -> str:
    if len(lacking) == 1:
        return _("lacks {name}").format(name=lacking[0])
    return _("lacks {name} and more, {count} in all").format(name=lacking[0], count=len(lacking))


def _of_finding(finding: Finding) -> Iterator[Todo]:
    if finding.place in _ABOUT_ALL or finding.place.startswith("evidence:"):
        return
    is_conflict = finding.rule == "D3" and "count" in finding.params
    icon, ink = ("conflict", "unver") if is_conflict else ("warning", "partly")
    yield Todo(icon, ink, finding.text)
