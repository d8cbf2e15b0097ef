"""The process that opens foreign files, so that what they do to a decoder stays there.

It is started by `spawn` when first needed and kept warm; it may use 1.5 GB (where the system
can say so) and has ten seconds for an answer. Dead or late, it is killed, and the next question
starts another one (faults 86, 88).
"""

import contextlib
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

import msgspec

from evaluator_desktop.jobs.preview_protocol import NoPreview, Preview, Question, Reason

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_MOST_MEMORY = 1_500_000_000
_SECONDS_TO_ANSWER = 10.0
_SECONDS_TO_START = 30.0
_LARGEST_ANSWER = 128_000_000

_encoder = msgspec.msgpack.Encoder()
_questions: msgspec.msgpack.Decoder[Question] = msgspec.msgpack.Decoder(Question)
_previews: msgspec.msgpack.Decoder[Preview] = msgspec.msgpack.Decoder(Preview)


class PreviewProcess:
    """The window's end: one question at a time, from one thread; `kill` and `close` from any."""

    def __init__(self, seconds_to_answer: float = _SECONDS_TO_ANSWER) -> None:
        self._seconds = seconds_to_answer
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The number of the running process; None before the first question."""
        return self._process.pid if self._process else None

    def ask(self, question: Question) -> Preview:
        """Return the preview; a process that dies or is late over it gives a NoPreview."""
        connection = self.start()
        if connection is None:
            return NoPreview(Reason.CRASHED)
        began = time.monotonic()
        guard = threading.Timer(self._seconds, self.kill)
        guard.start()
        try:
            connection.send_bytes(_encoder.encode(question))
            return _previews.decode(connection.recv_bytes(_LARGEST_ANSWER))
        except (EOFError, OSError, ValueError, msgspec.MsgspecError):
            is_late = time.monotonic() - began >= self._seconds
            self.kill()
            self.forget()
            return NoPreview(Reason.TIMED_OUT if is_late else Reason.CRASHED)
        finally:
            guard.cancel()
            guard.join()

    def start(self) -> "Connection | None":
        """Return the connection to a process that is ready; None where there can be none."""
        import multiprocessing  # the list is painted before anything asks for a preview

        with self._lock:
            if self._is_closed:
                return None
            if self._process and self._connection and self._process.is_alive():
                return self._connection
            self._forget()
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            self._process = context.Process(
                target=serve, args=(theirs,), name="preview", daemon=True
            )
            self._process.start()
            theirs.close()
            self._connection = ours
        with contextlib.suppress(EOFError, OSError):
            if ours.poll(_SECONDS_TO_START):
                ours.recv_bytes()
                return ours
        self.kill()
        return None

    def kill(self) -> None:
        """End the process at once; a question in flight comes back as NoPreview."""
        with self._lock:
            if self._process:
                self._process.kill()

    def close(self) -> None:
        """End the process for good."""
        with self._lock:
            self._is_closed = True
        self.kill()

    def forget(self) -> None:
        """Give back what a closed process held; on the thread that asks."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        if self._connection:
            self._connection.close()
        if self._process:
            self._process.join()
            self._process.close()
        self._connection = self._process = None


def serve(connection: "Connection") -> None:
    """Answer requests until the window's end of `connection` is closed; runs in the process."""
    _limit()
    from evaluator_desktop.jobs.decoding.kinds import preview_of  # its libraries belong here only

    connection.send_bytes(b"ready")
    _silence()
    with contextlib.suppress(EOFError, OSError):
        while True:
            question = _questions.decode(connection.recv_bytes())
            connection.send_bytes(_encoder.encode(preview_of(question)))


def _silence() -> None:
    """Keep what decoders print about a file, on dying too, out of the program's own output."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.close(nowhere)


def _limit() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's to answer
    if sys.platform == "win32":
        return
    import resource

    os.nice(5)
    for kind, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(OSError, ValueError):  # macOS knows no limit of memory
            resource.setrlimit(kind, (most, most))
