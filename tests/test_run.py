"""run.py: what it says where it cannot go on. That it sets up is shown on a bare root."""

import os
import shutil
import sys
from pathlib import Path

import pytest

import run

NOWHERE = {"libnowhere.so.7": "libnowhere7", "libnobody.so": "libnobody1"}


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "OLDEST_PYTHON", (99, 1))

    with pytest.raises(SystemExit) as ended:
        run.refuse_old_python()

    assert ended.value.code == 1
    assert "99.1" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="system libraries are Linux's concern")
def test_without_root_the_exact_packages_and_the_command_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "QT_LIBRARIES", NOWHERE)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda _program: "/usr/bin/apt-get")

    with pytest.raises(SystemExit) as ended:
        run.ready_system(on_screen=False)

    assert ended.value.code == 1
    assert "sudo apt-get install -y --no-install-recommends libnobody1 libnowhere7" in (
        capsys.readouterr().err
    )


@pytest.mark.skipif(sys.platform != "linux", reason="system libraries are Linux's concern")
def test_screen_libraries_are_asked_for_only_with_a_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run, "QT_LIBRARIES", {})
    monkeypatch.setattr(run, "X11_LIBRARIES", NOWHERE)

    assert "libnowhere.so.7" not in run.missing_packages(on_screen=False)
    assert run.missing_packages(on_screen=True).items() >= NOWHERE.items()


def test_the_fingerprint_holds_until_the_pins_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(run.ROOT / name, tmp_path)
    monkeypatch.setattr(run, "ROOT", tmp_path)
    before = run.fingerprint()

    assert run.fingerprint() == before
    (tmp_path / "constraints.txt").write_text("peewee==4.6.0")
    assert run.fingerprint() != before
