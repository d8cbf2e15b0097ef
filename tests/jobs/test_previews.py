import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from evaluator_desktop.jobs.preview_protocol import (
    FoundPlaces,
    NoPreview,
    PicturePreview,
    Preview,
    Raster,
    Reason,
    Request,
    Taken,
    TakenRequest,
    TextPreview,
)
from evaluator_desktop.jobs.previews import PreviewCache, Previews
from tests.heartbeat import beating
from tests.small_pdf import small_canvas


class Heard(dict[int, Preview]):
    """The answers by their number; hearing a number twice is a fault."""

    def hear(self, number: int, preview: Preview) -> None:
        assert number not in self
        self[number] = preview


@pytest.fixture
def previews(qtbot: QtBot) -> Iterator[Previews]:
    previews = Previews()
    yield previews
    previews.shutdown()


@pytest.fixture
def heard(previews: Previews) -> Heard:
    heard = Heard()
    previews.preview_ready.connect(heard.hear)
    return heard


@pytest.fixture
def stopped(previews: Previews) -> int:
    """The number of the process, ready but held still."""
    assert previews.process.start()
    pid = previews.process.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    return pid


def photo(folder: Path, name: str, size: tuple[int, int] = (40, 30)) -> Path:
    Image.new("RGB", size).save(folder / name, "JPEG")
    return folder / name


def test_answer_carries_the_number_of_its_request(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    first = previews.request("one", photo(tmp_path, "a"), "甲.jpg")
    second = previews.request("two", photo(tmp_path, "b", (20, 10)), "乙.jpg", width=10)
    qtbot.waitUntil(lambda: len(heard) == 2)
    sizes = {n: p.raster.width for n, p in heard.items() if isinstance(p, PicturePreview)}
    assert sizes == {first: 40, second: 10}


def test_name_decides_only_which_text_it_is(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "text").write_text("会议纪要", encoding="utf-8")
    number = previews.request("pane", tmp_path / "text", "纪要.TXT")
    qtbot.waitUntil(lambda: number in heard)
    assert heard[number] == TextPreview("会议纪要", is_cut=False)


def test_overtaken_request_is_never_answered(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path, stopped: int
) -> None:
    numbers = [
        previews.request("pane", photo(tmp_path, str(number)), "a.jpg") for number in range(5)
    ]
    last = previews.request("pane", tmp_path / "4", "a.jpg", width=20)
    os.kill(stopped, signal.SIGCONT)
    qtbot.waitUntil(lambda: last in heard)
    marker = previews.request("marker", tmp_path / "0", "a.jpg", width=5)
    qtbot.waitUntil(lambda: marker in heard)
    assert set(heard) == {last, marker}
    assert not set(numbers) & set(heard)


def test_answer_on_its_way_is_dropped_too(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    path = photo(tmp_path, "a")
    kept = previews.request("pane", path, "a.jpg")
    qtbot.waitUntil(lambda: kept in heard)
    overtaken = previews.request("pane", path, "a.jpg")  # from the cache: its answer is posted
    newest = previews.request("pane", path, "a.jpg", width=20)
    qtbot.waitUntil(lambda: newest in heard)
    assert overtaken not in heard


def test_forgotten_topic_is_not_answered(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path, stopped: int
) -> None:
    previews.request("pane", photo(tmp_path, "a"), "a.jpg")
    previews.forget("pane")
    other = previews.request("other", photo(tmp_path, "b"), "b.jpg")
    os.kill(stopped, signal.SIGCONT)
    qtbot.waitUntil(lambda: other in heard)
    assert set(heard) == {other}


def test_newest_topic_comes_first_and_what_is_ahead_last(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path, stopped: int
) -> None:
    paths = [photo(tmp_path, str(number)) for number in range(4)]
    first = previews.request("first", paths[0], "a.jpg")  # taken up at once
    qtbot.waitUntil(lambda: previews._asked is not None)
    previews.load_ahead(paths[3], "a.jpg")
    later = [previews.request(f"later {n}", paths[n], "a.jpg") for n in (1, 2)]
    os.kill(stopped, signal.SIGCONT)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert list(heard) == [first, *reversed(later)]


def test_topic_asked_again_is_the_newest(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path, stopped: int
) -> None:
    paths = [photo(tmp_path, str(number)) for number in range(3)]
    first = previews.request("first", paths[0], "a.jpg")
    qtbot.waitUntil(lambda: previews._asked is not None)
    previews.request("list", paths[1], "a.jpg")
    pane = previews.request("pane", paths[2], "a.jpg")
    again = previews.request("list", paths[1], "a.jpg", width=20)
    os.kill(stopped, signal.SIGCONT)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert list(heard) == [first, again, pane]


def test_what_was_loaded_ahead_needs_no_process(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    path = photo(tmp_path, "a")
    previews.load_ahead(path, "a.jpg")
    qtbot.waitUntil(lambda: previews._cache.get(Request(str(path), ".jpg", width=1600)) is not None)
    path.unlink()
    number = previews.request("pane", path, "a.jpg")
    assert number not in heard  # never before the caller knows the number
    qtbot.waitUntil(lambda: number in heard)
    assert isinstance(heard[number], PicturePreview)


def test_search_tells_the_places(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    canvas = small_canvas(tmp_path / "pdf")
    canvas.drawString(100, 100, "certificate")
    canvas.save()
    number = previews.search("search", tmp_path / "pdf", "certificate")
    qtbot.waitUntil(lambda: number in heard)
    found = heard[number]
    assert isinstance(found, FoundPlaces)
    assert [place.page for place in found.places] == [0]


def test_missing_file_is_asked_for_again(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    missing = previews.request("pane", tmp_path / "a", "a.jpg")
    qtbot.waitUntil(lambda: missing in heard)
    photo(tmp_path, "a")
    there = previews.request("pane", tmp_path / "a", "a.jpg")
    qtbot.waitUntil(lambda: there in heard)
    assert heard[missing] == NoPreview(Reason.MISSING)
    assert isinstance(heard[there], PicturePreview)


def test_process_killed_between_two_requests_costs_nothing_but_time(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path, stopped: int
) -> None:
    os.kill(stopped, signal.SIGKILL)
    os.waitid(os.P_PID, stopped, os.WEXITED | os.WNOWAIT)
    number = previews.request("pane", photo(tmp_path, "a"), "a.jpg")
    qtbot.waitUntil(lambda: number in heard)
    assert isinstance(heard[number], PicturePreview)


def test_hanging_on_what_nobody_wants_ends_early(
    previews: Previews,
    heard: Heard,
    qtbot: QtBot,
    tmp_path: Path,
    stopped: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("evaluator_desktop.jobs.previews._SECONDS_FOR_THE_UNWANTED", 0.0)
    previews.request("pane", photo(tmp_path, "a"), "a.jpg")
    qtbot.waitUntil(lambda: previews._asked is not None)
    wanted = previews.request("pane", photo(tmp_path, "b"), "b.jpg")
    qtbot.waitUntil(lambda: wanted in heard)  # within 5 s; a hang lasts 10
    assert isinstance(heard[wanted], PicturePreview)


def test_shutdown_waits_for_no_answer(qtbot: QtBot, tmp_path: Path) -> None:
    previews = Previews()
    assert previews.process.start()
    assert previews.process.pid
    os.kill(previews.process.pid, signal.SIGSTOP)
    previews.request("pane", photo(tmp_path, "a"), "a.jpg")
    began = time.monotonic()
    previews.shutdown()
    assert time.monotonic() - began < 2
    assert previews.process.pid is None


def test_window_never_waits_while_photos_are_decoded(
    previews: Previews, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    original = tmp_path / "photo"
    Image.effect_noise((1000, 750), 40).resize((4000, 3000)).convert("RGB").save(original, "JPEG")
    paths = [Path(shutil.copy(original, tmp_path / f"photo{number}")) for number in range(40)]
    assert previews.process.start()
    with beating():
        for number, path in enumerate(paths):
            previews.request(f"thumbnail {number}", path, "photo.jpg", width=1200)
        qtbot.waitUntil(lambda: len(heard) == 40, timeout=60_000)
    assert all(isinstance(preview, PicturePreview) for preview in heard.values())


def preview_of_size(size: int) -> PicturePreview:
    return PicturePreview(Raster(size, 1, 3, size * 3, bytes(size * 3)), size, 1, None)


def test_cache_keeps_what_was_used_last_and_stays_small() -> None:
    cache = PreviewCache(limit=10_000_000)
    requests = [Request(str(number)) for number in range(4)]
    for request in requests[:3]:
        cache.put(request, preview_of_size(1_000_000))
    assert cache.get(requests[0])
    cache.put(requests[3], preview_of_size(1_000_000))
    assert [cache.get(request) is not None for request in requests] == [True, False, True, True]


@pytest.mark.parametrize(
    ("reason", "is_kept"),
    [(Reason.DAMAGED, True), (Reason.MISSING, False), (Reason.CRASHED, False)],
)
def test_cache_keeps_no_passing_trouble(reason: Reason, is_kept: bool) -> None:
    cache = PreviewCache()
    cache.put(Request("a"), NoPreview(reason))
    assert (cache.get(Request("a")) is not None) == is_kept


def test_questions_of_the_pool_are_answered_beside_the_windows(
    previews: Previews, tmp_path: Path
) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "a", "PNG")
    answers: list[Preview] = []
    threads = [
        threading.Thread(
            target=lambda: answers.append(previews.ask(TakenRequest(str(tmp_path / "a"))))
        )
        for _number in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert answers == [Taken(None)] * 3


def test_questions_after_the_end_are_answered_too(tmp_path: Path) -> None:
    previews = Previews()
    previews.shutdown()

    assert previews.ask(TakenRequest(str(tmp_path / "a"))) == NoPreview(Reason.CRASHED)
