"""The search for circular garbage rests while much is written, and goes on afterwards."""

import gc
from collections.abc import Iterator

import pytest

from evaluator_desktop.store.collecting import paused_collection
from evaluator_desktop.store.workspace import Workspace


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Let it be on, whatever the window's own tests have made of it."""
    was_on = gc.isenabled()
    gc.enable()
    yield
    if not was_on:
        gc.disable()


def test_it_rests_inside_a_transaction(workspace: Workspace) -> None:
    with workspace.changing():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="in the middle"), paused_collection():
        raise ValueError("in the middle")
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    with paused_collection():
        with paused_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
