"""Cycles are collected on the window thread, between events."""

import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.garbage import collect_between_events


class _Cycle:
    """Only the cycle collector can free it; it says on which thread that happened."""

    freed_on: list[threading.Thread]

    def __init__(self, freed_on: list[threading.Thread]) -> None:
        self.freed_on, self.itself = freed_on, self

    def __del__(self) -> None:
        self.freed_on.append(threading.current_thread())


@pytest.fixture
def owner() -> Iterator[QObject]:
    yield (owner := QObject())
    gc.unfreeze()
    owner.deleteLater()


def _work(freed_on: list[threading.Thread]) -> list[list[int]]:
    """Leave cycles behind, and make far more than a collection waits for."""
    for _number in range(20):
        _Cycle(freed_on)
    return [[number] for number in range(200_000)]


def test_no_worker_thread_collects_and_the_window_thread_does(qtbot: QtBot, owner: QObject) -> None:
    freed_on: list[threading.Thread] = []
    timer = collect_between_events(owner)
    timer.setInterval(10)
    with ThreadPoolExecutor(1) as pool:
        kept = pool.submit(_work, freed_on).result()
        assert kept
        assert not freed_on
    qtbot.waitUntil(lambda: len(freed_on) == 20)
    assert set(freed_on) == {threading.main_thread()}
