"""A file that something else holds for a moment, as on Windows (fault 24)."""

from pathlib import Path

import pytest

from evaluator_desktop.store.replacing import put_in_place


class HeldError(PermissionError):
    """As Windows says it."""

    def __init__(self, winerror: int) -> None:
        super().__init__(13, "held")
        self.winerror = winerror


class Held:
    """Lets a rename fail a number of times, as a virus scanner does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int, winerror: int) -> None:
        self.left, self.attempts, self.waited = times, 0, 0.0
        real = Path.replace

        def replace(part: Path, target: Path) -> Path:
            self.attempts += 1
            if self.left:
                self.left -= 1
                raise HeldError(winerror)
            return real(part, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr("evaluator_desktop.store.replacing.time.sleep", self._wait)

    def _wait(self, seconds: float) -> None:
        self.waited += seconds


@pytest.fixture
def part(tmp_path: Path) -> Path:
    path = tmp_path / "a.part"
    path.write_text("new")
    (tmp_path / "a").write_text("old")
    return path


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_it_is_tried_again(part: Path, monkeypatch: pytest.MonkeyPatch, winerror: int) -> None:
    held = Held(monkeypatch, 4, winerror)
    put_in_place(part, part.with_name("a"))

    assert (part.with_name("a").read_text(), held.attempts) == ("new", 5)


def test_after_a_while_it_is_an_error_and_the_file_stays(
    part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, 99, 32)
    with pytest.raises(PermissionError):
        put_in_place(part, part.with_name("a"))

    assert (part.read_text(), part.with_name("a").read_text()) == ("new", "old")
    assert 2 < held.waited < 3


def test_what_no_waiting_mends_is_said_at_once(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(monkeypatch, 99, 87)
    with pytest.raises(PermissionError):
        put_in_place(part, part.with_name("a"))

    assert held.attempts == 1
