"""What is seen of files before they are added: folders opened, twins, the camera's day."""

import os
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from evaluator_desktop.jobs.preview_protocol import NoPreview, Preview, Reason, Taken, TakenRequest
from evaluator_desktop.jobs.survey import Known, survey
from evaluator_desktop.store.evidence_files import hash_file
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.texts import today


def camera(request: TakenRequest) -> Preview:
    """Stands where the preview process answers; tests/jobs/test_markup.py asks the real one."""
    name = Path(request.path).name
    return Taken(name) if name.startswith("20") else NoPreview(Reason.UNKNOWN_KIND)


def write(path: Path, content: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no place among files there")
def test_folders_are_opened_without_their_litter_links_and_pipes(tmp_path: Path) -> None:
    one, two = write(tmp_path / "a" / "1.txt"), write(tmp_path / "a" / "inner" / "2.txt")
    write(tmp_path / "a" / "inner" / ".DS_Store")
    (tmp_path / "a" / "link").symlink_to(one)
    os.mkfifo(tmp_path / "a" / "pipe")
    gone = tmp_path / "gone.txt"

    found = survey([tmp_path / "a", gone], [], camera)

    assert [(file.path, file.names) for file in found] == [
        (one, ("a", "1.txt")),
        (two, ("a", "inner", "2.txt")),
        (gone, ("gone.txt",)),
    ]
    assert [file.size for file in found] == [1, 1, None]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no place among files there")
def test_what_is_no_file_is_seen_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(write(tmp_path / "a.txt"))

    found = survey([tmp_path / "pipe", tmp_path / "link"], [], camera)

    assert [file.size for file in found] == [None, None]


def test_the_same_content_is_told_with_where_it_is_already(tmp_path: Path) -> None:
    first, again = write(tmp_path / "1.txt", "same"), write(tmp_path / "2.txt", "same")
    other, known = write(tmp_path / "3.txt", "othe"), write(tmp_path / "4.txt", "known")
    empty = write(tmp_path / "5.txt", "")
    have = [Known(hash_file(known), 5, "前.txt"), Known(hash_file(known), 5, "后.txt")]

    found = survey([first, again, other, known, empty], have, camera)

    assert [(file.twin, file.is_known) for file in found] == [
        ("", False),
        ("1.txt", False),
        ("", False),
        ("前.txt", True),
        ("", False),
    ]


def test_the_day_is_the_cameras_and_the_files_time_stands_apart(tmp_path: Path) -> None:
    tomorrow = today() + timedelta(days=1)
    names = ("2019-10-12T14:09:30", "", f"{tomorrow}T00:00:00", "plain.txt")
    paths = [write(tmp_path / names[0]), write(tmp_path / names[3])]
    os.utime(paths[1], (1_577_880_000, 1_577_880_000))  # 2020-01-01 20:00 in Shanghai
    paths.append(write(tmp_path / names[2]))

    found = survey(paths, [], camera)

    assert [file.taken for file in found] == [date(2019, 10, 12), None, None]
    assert found[1].changed == date(2020, 1, 1)


class _Stops:
    cancelled = True

    def raise_if_cancelled(self) -> None:
        raise CancelledError

    def step(self, done: int, total: int, text: str = "") -> None:
        pass


def test_looking_through_folders_can_be_stopped(tmp_path: Path) -> None:
    write(tmp_path / "a" / "1.txt")

    with pytest.raises(CancelledError):
        survey([tmp_path / "a"], [], camera, _Stops())


@pytest.mark.skipif(not hasattr(os, "fsencode") or sys.platform != "linux", reason="bytes as names")
def test_a_name_that_is_no_text_is_seen_too(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("营业执照".encode("gbk") + b".txt")
    write(path)

    [found] = survey([path], [], camera)

    assert found.size == 1
