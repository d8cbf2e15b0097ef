"""An explanation as lines that people read, for a terminal, a window or the clipboard."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from evaluator_desktop.domain.explanation.clauses import CLAUSES
from evaluator_desktop.domain.explanation.readings import Reading, within_table
from evaluator_desktop.domain.explanation.step import Origin, Step, walk
from evaluator_desktop.texts import _, ngettext, time_text

_INDENT = "    "


def told(steps: Iterable[Step], readings: Iterable[Reading] = ()) -> Iterator[str]:
    """Yield each step with its inputs below it, then what the clauses say and how they are read."""
    found = list(steps)
    for step in found:
        yield from _told(step, 0)
    yield ""
    used = readings_of(found, readings)
    for clause, sentence in clauses_of(found).items():
        yield f"{clause}  {sentence}"
        own = [r for r in used if r[0] == clause and r[2] != within_table(sentence)]
        for _clause, point, reading in own:
            yield _INDENT + _("{what}: {value}").format(what=point, value=reading)


def _told(step: Step, depth: int) -> Iterator[str]:
    indent = _INDENT * depth
    yield indent + step_line(step)
    for more in (origin_words(step.recorded), step.note, words_of(step)):
        if more:
            yield f"{indent}{_INDENT}· {more}"
    for child in step.steps:
        yield from _told(child, depth + 1)


def words_of(step: Step) -> str:
    """Return the document's own words and its title, "" where it has none."""
    if not step.words:
        return ""
    sentence = _("“{words}” ({document})") if step.source else "“{words}”"
    return sentence.format(words=step.words, document=step.source)


def step_line(step: Step) -> str:
    """Return "what: value = arithmetic [clause]"."""
    named = _("{what}: {value}").format(what=step.what, value=step.shown)
    worked = step.arithmetic(short=True)
    worked = f" = {worked}" if worked not in ("", step.shown) else ""
    tail = ", ".join(filter(None, (step.rule, step.parameter)))
    return f"{named}{worked}" + (f"  [{tail}]" if tail else "")


def origin_words(recorded: tuple[Origin, ...]) -> str:
    """Return who recorded it and when, in Shanghai's time; of many records the last."""
    if not recorded:
        return ""
    last = max(recorded, key=lambda origin: origin.at)
    moment = time_text(datetime.fromisoformat(last.at))
    if len(recorded) == 1:
        return _("recorded by {person}, {moment}").format(person=last.author, moment=moment)
    people = _(", ").join(sorted({origin.author for origin in recorded}))
    sentence = ngettext(
        "{count} record by {people}, the last {moment}",
        "{count} records by {people}, the last {moment}",
        len(recorded),
    )
    return sentence.format(count=len(recorded), people=people, moment=moment)


def clauses_of(steps: Iterable[Step]) -> dict[str, str]:
    """Return what each clause says that these steps name, in the order of the documents."""
    named = {step.rule for step in walk(steps)}
    return {clause: _(sentence) for clause, sentence in CLAUSES.items() if clause in named}


def readings_of(steps: Iterable[Step], readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings of the clauses that these steps name."""
    named = {step.rule for step in walk(steps)}
    return [reading for reading in readings if reading[0] in named]
