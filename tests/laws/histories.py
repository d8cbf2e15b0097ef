"""Running the machine: how long a history is, and how many are tried."""

import gc

from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.laws.ground import Ground
from tests.laws.machine import LawsMachine

_STEPS = 30
_ALL = settings(
    stateful_step_count=_STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)


def try_histories(ground: Ground, count: int) -> None:
    """Try histories that nobody has seen before; the shortest that breaks a law is shown."""
    _run(ground, settings(_ALL, max_examples=count))


def try_known_histories(ground: Ground, count: int) -> None:
    """Try always the same histories; the first that breaks a law is enough, however long."""
    known = settings(
        _ALL,
        max_examples=count,
        derandomize=True,
        print_blob=False,  # where CI is set, it would stand behind the name of the law
        phases=[Phase.generate],
        verbosity=Verbosity.quiet,
    )
    _run(ground, known)


def _run(ground: Ground, how: settings) -> None:
    class OnThisGround(LawsMachine):
        def __init__(self) -> None:
            super().__init__(ground)

    gc.enable()  # tests collect when they end, for Qt's sake; this is thousands in one, without Qt
    try:
        run_state_machine_as_test(OnThisGround, settings=how)
    finally:
        gc.disable()
