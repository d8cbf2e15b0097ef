"""The laws of the history, on real workspaces. How many histories: `LAWS_HISTORIES=5000`."""

import os

from tests.laws.ground import Ground
from tests.laws.histories import try_histories


def test_any_history_keeps_the_laws(ground: Ground) -> None:
    try_histories(ground, int(os.environ.get("LAWS_HISTORIES", "200")))
