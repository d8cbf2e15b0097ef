"""One step of an explanation by its key, and all of them computed again."""

from collections.abc import Iterable

from evaluator_desktop.domain.explanation import Step
from evaluator_desktop.domain.explanation.clauses import CLAUSES
from evaluator_desktop.domain.explanation.step import find, walk
from tests.domain.explanation.arithmetic import worked_out_of


def named(steps: Iterable[Step], key: str) -> Step:
    found = find(steps, key)
    assert found, key
    return found


def assert_all_can_be_computed_again(steps: Iterable[Step]) -> None:
    for step in walk(steps):
        assert worked_out_of(step) == step.value, step.what
        if step.formula:
            assert "?" not in step.arithmetic(), step.what
        assert not step.rule or step.rule == "D4" or step.rule in CLAUSES
