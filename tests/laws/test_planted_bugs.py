"""The machine sees: each bug that is planted is caught, as the breach of a law that it is."""

import re

import pytest

from tests.laws.bugs import BUGS
from tests.laws.ground import Ground
from tests.laws.histories import try_known_histories

_BUDGET = 200


@pytest.mark.parametrize("name", BUGS)
def test_a_planted_bug_is_caught(
    ground: Ground, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    BUGS[name].plant(monkeypatch)

    laws = "|".join(map(re.escape, sorted(BUGS[name].breaks)))
    with pytest.raises(AssertionError, match=f"^({laws})$"):
        try_known_histories(ground, _BUDGET)
