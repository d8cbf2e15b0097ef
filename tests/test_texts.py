"""What sentences need besides a translation: the day as Shanghai reads it."""

import time
from collections.abc import Iterator
from datetime import date

import pytest

from evaluator_desktop.texts import today

_EIGHT_HOURS, _DAY = 8 * 3600, 86400


@pytest.fixture(params=["Etc/GMT-14", "Etc/GMT+12"])
def far_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set the clock to a zone far from Shanghai's: one of the two has another day."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="a process cannot change its zone here")
@pytest.mark.usefixtures("far_zone")
def test_today_is_the_day_in_shanghai() -> None:
    before, found, after = _day_in_shanghai(), today(), _day_in_shanghai()
    assert found in (before, after)


def _day_in_shanghai() -> date:
    days = int(time.time() + _EIGHT_HOURS) // _DAY
    return date.fromordinal(date(1970, 1, 1).toordinal() + days)
