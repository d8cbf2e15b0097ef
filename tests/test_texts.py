"""What sentences need besides a translation: the day as Shanghai reads it."""

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import evaluator_desktop
from evaluator_desktop.texts import listed, speaking, today

_OWN_WAYS = re.compile(r'"、"\.join|\} %["\' ]')
"""A list joined, or per cent written, past `texts.listed` and `scoring.percent`."""
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


def test_a_list_is_joined_as_the_language_does() -> None:
    with speaking("zh_CN"):
        assert listed(["甲", "乙"]) == "甲、乙"
    with speaking("en"):
        assert listed(["甲", "乙"]) == "甲, 乙"


def test_lists_and_per_cent_are_written_in_one_place_each() -> None:
    root = Path(evaluator_desktop.__file__).parent
    found = [
        f"{path.relative_to(root)}: {line.strip()}"
        for path in sorted(root.rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if _OWN_WAYS.search(line) and not line.lstrip().startswith(("#", '"'))
    ]

    assert found == []
