"""While a preview is on its way: nothing waits, nothing late is shown, a crash is said."""

import os
import shutil
import signal
from itertools import pairwise
from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.ui.widgets.preview import PreviewFile, PreviewPane
from tests.heartbeat import beating
from tests.ui.widgets.previewed import pane, pdf, photo, previews, show, stored, words

__all__ = ["pane", "pdf", "photo", "previews"]

RED, BLUE = (200, 40, 40), (30, 90, 160)


def test_words_for_waiting_come_only_when_it_takes_long(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile, pdf: PreviewFile, previews: Previews
) -> None:
    show(qtbot, pane, photo)
    pid = previews.process.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    pane.show_file(pdf)
    assert pane.pages.isVisible()  # no flicker for what comes at once
    qtbot.waitUntil(lambda: "Opening…" in words(pane))
    with qtbot.waitSignal(pane.preview_shown):
        os.kill(pid, signal.SIGCONT)
    assert "Opening…" not in words(pane)


def test_crash_over_a_file_is_said_and_the_next_one_is_shown(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile, pdf: PreviewFile, previews: Previews
) -> None:
    show(qtbot, pane, photo)
    pid = previews.process.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    with qtbot.waitSignal(pane.preview_shown):
        pane.show_file(pdf)
        qtbot.waitUntil(lambda: previews._asked is not None)
        os.kill(pid, signal.SIGKILL)
    assert "This file could not be opened" in words(pane)
    show(qtbot, pane, photo)
    assert pane.pages.isVisible()


def test_leafing_fast_shows_the_last_file_only(
    pane: PreviewPane, qtbot: QtBot, tmp_path: Path
) -> None:
    files = []
    for number in range(20):
        Image.new("RGB", (100 + number, 100)).save(tmp_path / str(number), "PNG")
        files.append(stored(tmp_path / str(number), f"{number}.png"))
    shown: list[PreviewFile] = []
    pane.preview_shown.connect(shown.append)
    for file in files:
        pane.show_file(file)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [files[-1]]
    assert pane.pages.view.pixmap.width() == 119


def test_what_was_loaded_ahead_is_there_at_once(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile, previews: Previews
) -> None:
    pane.load_ahead(photo)
    qtbot.waitUntil(lambda: len(previews._cache._previews) == 1)
    photo.path.unlink()
    show(qtbot, pane, photo)
    assert pane.pages.isVisible()


def test_window_never_waits_while_photos_are_shown(
    pane: PreviewPane, qtbot: QtBot, tmp_path: Path, previews: Previews
) -> None:
    original = tmp_path / "photo"
    Image.effect_noise((1000, 750), 40).resize((4000, 3000)).convert("RGB").save(original, "JPEG")
    paths = [Path(shutil.copy(original, tmp_path / f"photo{number}")) for number in range(40)]
    assert previews.process.start()
    with beating():
        for path, following in pairwise([*paths, original]):
            with qtbot.waitSignal(pane.preview_shown):
                pane.show_file(stored(path, path.name))
                pane.load_ahead(stored(following, following.name))


def test_closed_pane_hears_nothing_more(
    previews: Previews, qtbot: QtBot, photo: PreviewFile
) -> None:
    pane = PreviewPane()
    pane.use(previews)
    pane.show_file(photo)
    with qtbot.waitSignals([previews.preview_ready, pane.destroyed]):
        pane.deleteLater()
