"""key.age as age has it: what we write others open, what others write we open."""

import subprocess
import sys

import pytest
from pyrage import DecryptError, passphrase

from evaluator_desktop.exchange import wrapped_key
from evaluator_desktop.exchange.wrapped_key import NotWrappedError, WrongKeyError, unwrap, wrap

CONTENT, WORD, OTHER = b"AGE-SECRET-KEY-1", "杏花春雨", "杏花秋雨"


@pytest.fixture(scope="module")
def wrapped() -> bytes:
    return wrap(CONTENT, WORD)


def test_there_and_back(wrapped: bytes) -> None:
    assert unwrap(wrapped, WORD) == CONTENT
    assert wrap(CONTENT, WORD) != wrapped
    with pytest.raises(WrongKeyError):
        unwrap(wrapped, OTHER)


def test_age_itself_opens_what_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapped_key, "WORK", 10)  # age refuses what is slow where it runs
    written = wrap(CONTENT, WORD)

    assert passphrase.decrypt(written, WORD) == CONTENT
    with pytest.raises(DecryptError):
        passphrase.decrypt(written, OTHER)


def test_what_age_wrote_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapped_key, "HIGHEST_WORK", 22)  # its own choice, whatever that is

    assert unwrap(passphrase.encrypt(CONTENT, WORD), WORD) == CONTENT


@pytest.mark.parametrize("place", [0, 25, -60, -40, -20, -1])
def test_what_was_changed_is_not_opened(wrapped: bytes, place: int) -> None:
    changed = bytearray(wrapped)
    changed[place] ^= 1

    with pytest.raises((NotWrappedError, WrongKeyError)):
        unwrap(bytes(changed), WORD)


@pytest.mark.parametrize("content", [b"", b"age-encryption.org/v1\n", b"\xff" * 300])
def test_what_is_no_such_file(content: bytes) -> None:
    with pytest.raises(NotWrappedError):
        unwrap(content, WORD)


@pytest.mark.parametrize("missing", [1, 16, 17, 40, 60, 150])
def test_a_cut_one(wrapped: bytes, missing: int) -> None:
    with pytest.raises(NotWrappedError):
        unwrap(wrapped[:-missing], WORD)


def test_too_much_work_is_refused_at_once(wrapped: bytes) -> None:
    greedy = wrapped.replace(b" 17\n", b" 19\n", 1)

    with pytest.raises(NotWrappedError):
        unwrap(greedy, WORD)


_MEASURED = """
import resource
from evaluator_desktop.exchange.wrapped_key import unwrap, wrap
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
unwrap(wrap(b"x", "y"), "y")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_a_passphrase_takes_128_megabytes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED], capture_output=True, check=True, encoding="ascii"
    )

    assert int(done.stdout) < 200_000  # kilobytes
