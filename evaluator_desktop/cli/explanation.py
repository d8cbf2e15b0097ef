"""An explanation as the JSON of `result` and `shop show`: numbers in full, empty keys left out."""

from collections.abc import Iterable
from typing import Any

from evaluator_desktop.domain.explanation.readings import Reading
from evaluator_desktop.domain.explanation.step import Step, exact_text
from evaluator_desktop.domain.explanation.telling import clauses_of, readings_of


def explanation_document(steps: Iterable[Step], used: Iterable[Reading]) -> dict[str, Any]:
    """Return the steps of every number, what the clauses that they name say, and how read."""
    found = list(steps)
    readings = [
        {"clause": clause, "point": point, "reading": reading}
        for clause, point, reading in readings_of(found, used)
    ]
    steps_said = [_document(step) for step in found]
    return {"steps": steps_said, "clauses": clauses_of(found), "readings": readings}


def _document(step: Step) -> dict[str, Any]:
    """Return one step: "value" exact (80.5, 250/3, true), "shown" as it is printed."""
    value = step.value if isinstance(step.value, bool | None) else exact_text(step.value)
    more = {
        "key": step.key,
        "rule": step.rule,
        "formula": step.arithmetic(),
        "parameter": step.parameter,
        "words": step.words,
        "source": step.source,
        "note": step.note,
        "recorded": [{"author": origin.author, "at": origin.at} for origin in step.recorded],
        "steps": [_document(child) for child in step.steps],
    }
    present = {key: part for key, part in more.items() if part}
    return {"what": step.what, "value": value, "shown": step.shown, **present}
