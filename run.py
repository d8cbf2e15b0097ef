#!/usr/bin/env python3
"""The one door: sets up whatever is missing, then opens the program or tests it.

    python3 run.py demo [ARG …]    open the program on a demo workspace
    python3 run.py test [ARG …]    run the whole test suite; arguments go to pytest

Needs Python 3.11 or later and nothing else (standard library only; older ones must still be able
to read this file far enough to be told so). What it makes stays in `.venv`; a second start takes
no time. On Debian and its kin, root also gets the system libraries that Qt needs; others are told
their names.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up-of.txt"  # what the last complete installation was made from
ON_WINDOWS = os.name == "nt"
VENV_PYTHON = str(VENV / ("Scripts/python.exe" if ON_WINDOWS else "bin/python"))

# Library that Qt loads -> Debian package that brings it
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def say(english: str, chinese: str) -> None:
    print(f"{english}\n{chinese}", file=sys.stderr, flush=True)


def give_up(english: str, chinese: str) -> NoReturn:
    say(english, chinese)
    raise SystemExit(1)


# --- the system ------------------------------------------------------------------------------


def refuse_old_python() -> None:
    if sys.version_info[:2] < OLDEST_PYTHON:
        have, need = (".".join(map(str, v[:2])) for v in (sys.version_info, OLDEST_PYTHON))
        give_up(
            f"This is Python {have}; the program needs {need} or later.",
            f"当前 Python 版本为 {have}，本程序需要 {need} 或更高版本。",
        )


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(*, on_screen: bool) -> dict[str, str]:
    """Return what this system lacks: thing -> Debian package."""
    if ON_WINDOWS or sys.platform == "darwin":
        return {}
    libraries = {**QT_LIBRARIES, **(X11_LIBRARIES if on_screen else {})}
    missing = {name: package for name, package in libraries.items() if not can_load(name)}
    if not importlib.util.find_spec("ensurepip"):
        missing["the Python module ensurepip"] = "python3-venv"
    return missing


def ready_system(*, on_screen: bool) -> None:
    """Bring the missing system packages, as root; name them, as anyone else."""
    missing = missing_packages(on_screen=on_screen)
    if not missing:
        return
    packages = sorted(set(missing.values()))
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        names = ", ".join(sorted(missing))
        give_up(
            f"This system lacks: {names}. Install them, then try again.\n"
            f"(On Debian they are in: {' '.join(packages)})",
            "系统缺少以上组件，请安装后重试。",
        )
    if os.geteuid() != 0:
        give_up(
            f"These system packages are missing: {' '.join(packages)}\n"
            f"Install them with:\n    sudo {' '.join(install)}",
            "缺少以上系统软件包，请用上面的命令安装后重试。",
        )
    say(f"Installing system packages: {' '.join(packages)}", "正在安装系统软件包……")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        if subprocess.call(command, env=environment, stdout=sys.stderr) != 0:
            give_up(f"This failed: {' '.join(command)}", "系统软件包安装失败，请查看上面的信息。")
    importlib.invalidate_caches()


# --- the Python environment --------------------------------------------------------------------


def fingerprint() -> str:
    """Return what an installation depends on, so that a change of it is seen."""
    content = hashlib.sha256(f"{ROOT}\n{sys.version_info[:2]}\n".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        content.update((ROOT / name).read_bytes())
    return content.hexdigest()


def works(code: str) -> bool:
    """Say whether the environment's Python can run `code`."""
    try:
        done = subprocess.run([VENV_PYTHON, "-c", code], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def ready_environment(*extras: str) -> None:
    """Make `.venv` hold the pinned packages and this checkout; a half-made one is made anew."""
    digest, *installed = STAMP.read_text(encoding="ascii").split() if STAMP.is_file() else [""]
    whole = bool(digest) and works("import pip, PySide6")
    if whole and digest == fingerprint() and set(extras) <= set(installed):
        return
    say(
        "Setting up .venv (the first time takes some minutes) …",
        "正在准备 .venv（首次需要几分钟）……",
    )
    STAMP.unlink(missing_ok=True)
    if not whole and subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        give_up(f"{VENV} could not be made.", "无法创建 .venv 环境，请查看上面的信息。")
    install(*extras)
    STAMP.write_text(" ".join([fingerprint(), *extras]), encoding="ascii")


def install(*extras: str) -> None:
    project = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    command = [VENV_PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["-c", str(ROOT / "constraints.txt"), "-e", project]
    if subprocess.call(command, stdout=sys.stderr) != 0:
        give_up(
            "The Python packages could not be installed. Is this computer online?",
            "Python 软件包安装失败。请检查网络连接后重试。",
        )


# --- the two commands ---------------------------------------------------------------------------


def demo(arguments: list[str]) -> int:
    """Open the program on a fresh demo workspace."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    display = os.environ.get("DISPLAY")
    ready_system(on_screen=platform.startswith("xcb") or (not platform and bool(display)))
    ready_environment()
    if sys.platform == "linux" and not (platform or display or os.environ.get("WAYLAND_DISPLAY")):
        give_up(
            "Everything is set up, but there is no screen to open a window on (DISPLAY is not "
            "set).\nStart it from a desktop, or on a virtual screen (packages xvfb, xauth):\n"
            "    xvfb-run python3 run.py demo",
            "已准备完毕，但没有可用的显示器。请在桌面环境中启动，或使用 xvfb-run。",
        )
    program = [VENV_PYTHON, "-m", "evaluator_desktop", "--demo"]
    return subprocess.call([*program, *arguments], cwd=ROOT)


def test(arguments: list[str]) -> int:
    """Run all tests without a screen, on every core; with arguments just what they say."""
    ready_system(on_screen=False)
    ready_environment("dev")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    wanted = arguments or ["-n", "auto"]
    return subprocess.call([VENV_PYTHON, "-m", "pytest", *wanted], cwd=ROOT, env=environment)


def main() -> int:
    refuse_old_python()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that knows no Chinese
    commands = {"demo": demo, "test": test}
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=commands)
    options, rest = parser.parse_known_args()
    return commands[options.command](rest)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
