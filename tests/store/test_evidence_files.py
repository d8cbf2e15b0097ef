"""Evidence by digest: regular files only, stored once, durable before any row names them."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import threading
from io import BytesIO
from pathlib import Path

import pytest

from evaluator_desktop.errors import DiskFullError, FileProblemError
from evaluator_desktop.store import evidence_files as module
from evaluator_desktop.store.evidence_files import EvidenceFiles
from tests.workspaces import files_in, is_root

CONTENT = b"the content of a file"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "evidence"
    path.mkdir()
    return path


@pytest.fixture
def files(folder: Path) -> EvidenceFiles:
    return EvidenceFiles(folder)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "名册.pdf"
    path.write_bytes(CONTENT)
    return path


def test_a_file_is_stored_under_its_digest(
    files: EvidenceFiles, folder: Path, source: Path
) -> None:
    stored = files.add_file(source)

    assert (stored.digest, stored.size, stored.duplicate) == (DIGEST, len(CONTENT), False)
    assert files.path(DIGEST) == folder / DIGEST[:2] / DIGEST
    assert files.path(DIGEST).read_bytes() == CONTENT
    assert files.present(DIGEST)
    assert list(files.digests()) == [DIGEST]
    assert not files.damaged(DIGEST)
    assert source.read_bytes() == CONTENT


def test_the_same_content_is_stored_once(
    files: EvidenceFiles, folder: Path, source: Path, tmp_path: Path
) -> None:
    files.add_file(source)
    other = tmp_path / "copy.bin"
    other.write_bytes(CONTENT)

    assert files.add_file(other).duplicate
    assert list(files_in(folder)) == [f"{DIGEST[:2]}/{DIGEST}"]


@pytest.mark.parametrize("rubbish", [b"", b"another content", CONTENT[:-1], b"\0" * len(CONTENT)])
def test_a_damaged_file_is_not_trusted_but_healed(
    files: EvidenceFiles, source: Path, rubbish: bytes
) -> None:
    files.add_file(source)
    files.path(DIGEST).write_bytes(rubbish)
    assert files.damaged(DIGEST)

    assert not files.add_file(source).duplicate
    assert files.path(DIGEST).read_bytes() == CONTENT


def test_a_file_that_cannot_be_read_any_more_counts_as_damaged(
    files: EvidenceFiles, source: Path
) -> None:
    files.add_file(source)
    files.path(DIGEST).unlink()
    assert files.damaged(DIGEST)

    files.path(DIGEST).mkdir()
    assert files.damaged(DIGEST)
    assert not files.present(DIGEST)


def refused(files: EvidenceFiles, folder: Path, source: Path) -> str:
    """Add what cannot be added, on another thread so that a hang is seen; return the sentence."""
    before, caught = files_in(folder), list[BaseException]()

    def add() -> None:
        try:
            files.add_file(source)
        except BaseException as error:  # noqa: BLE001  handed to the test
            caught.append(error)

    thread = threading.Thread(target=add, daemon=True)
    thread.start()
    thread.join(2)
    assert not thread.is_alive(), "hangs"
    assert [type(error) for error in caught] == [FileProblemError]
    assert files_in(folder) == before
    return str(caught[0])


def test_a_folder_is_refused(files: EvidenceFiles, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()

    assert "photos" in refused(files, folder, tmp_path / "photos")


def test_a_missing_file_is_refused(files: EvidenceFiles, folder: Path, tmp_path: Path) -> None:
    assert "gone.pdf" in refused(files, folder, tmp_path / "gone.pdf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_without_waiting(
    files: EvidenceFiles, folder: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "pipe" in refused(files, folder, tmp_path / "pipe")


@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_is_refused(
    files: EvidenceFiles, folder: Path, tmp_path: Path, source: Path, dangling: bool
) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere" if dangling else source)

    assert "link" in refused(files, folder, link)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no local sockets on this system")
def test_a_socket_is_refused(
    files: EvidenceFiles, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")

        assert "socket" in refused(files, folder, tmp_path / "socket")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device on this system")
def test_a_device_is_refused(files: EvidenceFiles, folder: Path) -> None:
    assert "zero" in refused(files, folder, Path("/dev/zero"))


@pytest.mark.skipif(is_root(), reason="root reads whatever its permissions say")
def test_a_file_without_permission_is_refused(
    files: EvidenceFiles, folder: Path, source: Path
) -> None:
    source.chmod(0)

    assert source.name in refused(files, folder, source)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs /proc")
def test_a_file_that_fails_while_it_is_read_leaves_nothing(
    files: EvidenceFiles, folder: Path
) -> None:
    assert "mem" in refused(files, folder, Path("/proc/self/mem"))  # reading its start is EIO


@pytest.mark.parametrize(
    "harm", ["openat:error=EACCES", "openat:error=EBUSY", "read:error=EIO:when=2"]
)
def test_a_file_that_is_locked_or_fails_halfway_is_named_and_leaves_nothing(
    folder: Path, tmp_path: Path, harm: str
) -> None:
    """A placeholder of a cloud, a telephone, a file that another program holds."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; no file failed")
    source = tmp_path / "名册.pdf"
    source.write_bytes(bytes(3 << 20))
    script = (
        "from pathlib import Path\n"
        "from evaluator_desktop.errors import FileProblemError\n"
        "from evaluator_desktop.store.evidence_files import EvidenceFiles\n"
        "try: EvidenceFiles(Path('evidence')).add_file(Path('名册.pdf').absolute())\n"
        "except FileProblemError as error: print(error.params['file'])\n"
    )
    call = harm.partition(":")[0]
    done = subprocess.run(
        [strace, "-f", "-qq", "-o", tmp_path / "calls", f"-P{source}", "-e", f"trace={call}",
         "-e", f"inject={harm}", sys.executable, "-X", "utf8", "-c", script],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    if "ptrace" in done.stderr.lower() and not done.stdout:
        pytest.skip("this system does not let strace look; no file failed")

    assert done.stdout.strip() == source.name, done.stderr
    assert files_in(folder) == {}


def test_an_empty_file_is_refused(files: EvidenceFiles, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()

    assert "empty.pdf" in refused(files, folder, tmp_path / "empty.pdf")


def test_a_file_that_is_too_large_is_refused_before_it_is_copied(
    files: EvidenceFiles, folder: Path, tmp_path: Path
) -> None:
    with (tmp_path / "huge.mp4").open("wb") as stream:
        stream.truncate(module.LARGEST_FILE + 1)  # sparse

    assert "huge.mp4" in refused(files, folder, tmp_path / "huge.mp4")


def test_a_file_larger_than_the_disk_has_room_is_refused_before_it_is_copied(
    files: EvidenceFiles, folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=3))

    with pytest.raises(DiskFullError, match="3 B"):
        files.add_file(source)

    assert files_in(folder) == {}


class _Restless:
    """A writer that changes a file each time a part of it was copied, so often."""

    def __init__(self, source: Path, times: int) -> None:
        self._source, self._times = source, times

    def __call__(self, descriptor: int) -> None:
        if self._times:
            self._times -= 1
            with self._source.open("ab") as stream:
                stream.write(b"+")
            later = self._source.stat().st_mtime_ns + 1_000_000 * (10 - self._times)
            os.utime(self._source, ns=(later, later))


def test_a_file_that_changes_once_is_read_again(
    files: EvidenceFiles, folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", _Restless(source, 1))

    stored = files.add_file(source)

    assert stored.digest == hashlib.sha256(CONTENT + b"+").hexdigest()
    assert list(files.digests()) == [stored.digest]


def test_a_file_that_goes_on_changing_is_refused(
    files: EvidenceFiles, folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", _Restless(source, 10))

    with pytest.raises(FileProblemError, match=source.name):
        files.add_file(source)

    assert files_in(folder) == {}


def test_a_stream_is_kept_only_with_the_digest_it_should_have(
    files: EvidenceFiles, folder: Path
) -> None:
    with pytest.raises(FileProblemError):
        files.add_stream(BytesIO(b"other"), "package", expected=DIGEST)
    assert files_in(folder) == {}

    assert files.add_stream(BytesIO(CONTENT), "package", expected=DIGEST).digest == DIGEST


def test_the_name_is_never_a_path(files: EvidenceFiles, folder: Path, tmp_path: Path) -> None:
    files.add_stream(BytesIO(CONTENT), "../../escaped")

    assert list(files_in(folder)) == [f"{DIGEST[:2]}/{DIGEST}"]
    assert not (tmp_path / "escaped").exists()


def test_a_file_is_synced_then_named_then_its_folder_is_synced(tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; the order of syncs was not watched")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "a.pdf").write_bytes(CONTENT)
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from evaluator_desktop.store.evidence_files import EvidenceFiles\n"
        "EvidenceFiles(Path('evidence')).add_file(Path('a.pdf'))\n"
    )
    log = tmp_path / "calls"
    subprocess.run(
        [strace, "-f", "-y", "-o", log, "-e", "trace=fsync,fdatasync,rename,renameat,renameat2",
         sys.executable, "-c", script],
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    calls = [line for line in log.read_text().splitlines() if "evidence" in line]

    place = next(n for n, call in enumerate(calls) if call.split()[1].startswith("rename"))
    assert "incoming" in calls[place]
    assert DIGEST in calls[place]
    assert any("fsync" in call and "incoming" in call for call in calls[:place])
    assert any("fsync" in call and f"evidence/{DIGEST[:2]}>" in call for call in calls[place:])
    assert any("fsync" in call and "evidence>" in call for call in calls)  # the new ab/ itself


def test_memory_stays_flat_for_a_large_file(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("limits on memory are set for Linux only")
    (tmp_path / "evidence").mkdir()
    with (tmp_path / "video.mp4").open("wb") as stream:
        stream.truncate(600 << 20)
    script = (
        "import resource\nfrom pathlib import Path\n"
        "from evaluator_desktop.store.evidence_files import EvidenceFiles\n"
        "resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))\n"
        "print(EvidenceFiles(Path('evidence')).add_file(Path('video.mp4')).size)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert done.stdout.split() == [str(600 << 20)]
