"""What the window's end does when the process dies, hangs or lies."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from evaluator_desktop.jobs.preview_process import PreviewProcess
from evaluator_desktop.jobs.preview_protocol import (
    NoPreview,
    PicturePreview,
    Preview,
    Raster,
    Reason,
    Request,
)

needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")

ORPHAN = """
import os, sys
from evaluator_desktop.jobs.preview_process import PreviewProcess
if __name__ == "__main__":
    process = PreviewProcess()
    process.start()
    print(process.pid, flush=True)
    os._exit(1)
"""


@pytest.fixture
def process() -> Iterator[PreviewProcess]:
    process = PreviewProcess(seconds_to_answer=0.5)
    yield process
    process.close()
    process.forget()


@pytest.fixture
def photo(tmp_path: Path) -> Request:
    Image.new("RGB", (40, 30)).save(tmp_path / "photo", "JPEG")
    return Request(str(tmp_path / "photo"), width=100)


def pid_of(process: PreviewProcess) -> int:
    assert process.start()
    pid = process.pid
    assert pid is not None
    return pid


def end(pid: int, fault: signal.Signals) -> None:
    os.kill(pid, fault)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)


def has_ended(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
    except FileNotFoundError:
        return True
    return state.split()[0] == "Z"  # only its number is left, until the system looks


def test_started_when_first_asked_and_kept(process: PreviewProcess, photo: Request) -> None:
    assert process.pid is None
    assert isinstance(process.ask(photo), PicturePreview)
    pid = process.pid
    assert isinstance(process.ask(photo), PicturePreview)
    assert process.pid == pid


def test_hanging_process_is_killed_and_the_next_one_answers(
    process: PreviewProcess, photo: Request
) -> None:
    hung = pid_of(process)
    os.kill(hung, signal.SIGSTOP)
    assert process.ask(photo) == NoPreview(Reason.TIMED_OUT)
    with pytest.raises(ProcessLookupError):
        os.kill(hung, 0)
    assert isinstance(process.ask(photo), PicturePreview)


@pytest.mark.parametrize("fault", [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT])
def test_process_that_dies_over_a_file_gives_no_preview(
    tmp_path: Path, photo: Request, fault: signal.Signals
) -> None:
    process = PreviewProcess(seconds_to_answer=60)
    pid = pid_of(process)
    os.kill(pid, signal.SIGSTOP)  # so that it is given the request and cannot answer it
    threading.Timer(0.1, end, (pid, fault)).start()
    assert process.ask(photo) == NoPreview(Reason.CRASHED)
    assert isinstance(process.ask(photo), PicturePreview)
    process.close()
    process.forget()


def test_closed_it_starts_no_other(process: PreviewProcess, photo: Request) -> None:
    process.close()
    assert process.ask(photo) == NoPreview(Reason.CRASHED)
    assert process.pid is None


def test_path_that_no_file_can_have_gives_no_preview(process: PreviewProcess) -> None:
    assert isinstance(process.ask(Request("\ud800")), NoPreview)


@needs_proc
def test_memory_is_limited_and_nothing_is_dumped(process: PreviewProcess) -> None:
    limits = Path(f"/proc/{pid_of(process)}/limits").read_text(encoding="ascii")
    lines = {line[:25].strip(): line[25:].split()[0] for line in limits.splitlines()}
    assert lines["Max address space"] == "1500000000"
    assert lines["Max core file size"] == "0"


def test_window_loads_no_decoder() -> None:
    script = (
        "import sys, evaluator_desktop.jobs.runner, evaluator_desktop.jobs.previews;"
        "sys.exit(not {'PIL', 'pypdfium2', 'pi_heif', 'python_calamine'}.isdisjoint(sys.modules))"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_process_holds_no_qt() -> None:
    script = (
        "import sys, evaluator_desktop.jobs.preview_process, evaluator_desktop.jobs.decoding.kinds;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@needs_proc
def test_it_ends_with_the_program_even_when_that_dies(tmp_path: Path, qtbot: QtBot) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN)
    done = subprocess.run(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        timeout=20,
        check=False,
    )
    pid = int(done.stdout)
    qtbot.waitUntil(lambda: has_ended(pid))


@pytest.mark.parametrize(
    "raster",
    [
        {"width": 4, "height": 4, "channels": 3, "stride": 12, "data": b"short"},
        {"width": 4, "height": 1, "channels": 3, "stride": 2, "data": bytes(12)},
        {"width": 1, "height": 1, "channels": 9, "stride": 9, "data": bytes(9)},
        {"width": 0, "height": 1, "channels": 3, "stride": 9, "data": bytes(9)},
    ],
)
def test_answer_that_would_be_read_beyond_its_end_is_refused(raster: dict[str, object]) -> None:
    answer = {"type": "pdf", "raster": raster, "page": 0, "page_count": 1, "width": 1, "height": 1}
    with pytest.raises(msgspec.ValidationError, match="do not fill"):
        msgspec.msgpack.decode(msgspec.msgpack.encode(answer), type=Preview)
    good = {"width": 1, "height": 1, "channels": 3, "stride": 4, "data": bytes(4)}
    assert msgspec.convert(good, Raster).stride == 4
