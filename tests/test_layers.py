"""The layers of pyproject.toml hold at run time too, and the contracts there really bite."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "evaluator_desktop"
ROOMS = sorted(
    {
        path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for path in PACKAGE.iterdir()
        if (path / "__init__.py").exists() or path.suffix == ".py"
    }
    - {"__init__"}
)
WITH_QT = {"__main__", "app", "ui", "jobs"}
# Whole modules of these need heavy libraries. That no other room loads them at its start is
# what the others show.
LATE = {"demo", "reports", "jobs"}
HEAVY = {"openpyxl", "reportlab", "PIL", "pypdfium2", "python_calamine"}  # slow the start down

IMPORT_ALL = """
import importlib, json, pkgutil, sys
room = importlib.import_module("evaluator_desktop." + sys.argv[1])
for module in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(module.name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

# Where a module is planted, what it says, and which contract must speak up.
VIOLATIONS = [
    ("domain/planted.py", "import evaluator_desktop.store", "Rooms import downwards"),
    ("exchange/planted.py", "import evaluator_desktop.reports", "Rooms import downwards"),
    ("gadgets.py", "", "Rooms import downwards"),
    ("operations/planted.py", "import peewee", "peewee only in store"),
    ("cli/planted.py", "import openpyxl", "openpyxl only in"),
    ("exchange/planted.py", "import reportlab.lib", "reportlab only in"),
    ("operations/planted.py", "def late():\n    import PySide6.QtCore", "Qt only in"),
    ("exchange/planted.py", "from http.client import HTTPSConnection", "offline"),
]

FORBIDDEN_MODULES = {
    "urllib.request": "the program is offline",
    "PySide6.QtNetwork": "the program is offline",
    "pickle": "what is read may come from others",
    "marshal": "what is read may come from others",
    "shelve": "what is read may come from others",
    "dbm": "what is read may come from others",
    "xml.etree": "defusedxml reads XML",
    "xml.sax": "defusedxml reads XML",
    "xml.dom": "defusedxml reads XML",
}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
QT_OF_ROOM = {"jobs": "PySide6.QtCore"}  # app and ui: all of it but the above


@pytest.mark.parametrize("room", ROOMS)
def test_importing_a_room_loads_nothing_it_should_not(room: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, room],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

    loaded = set(json.loads(done.stdout))

    assert loaded & HEAVY == set() or room in LATE
    assert "PySide6" not in loaded or room in WITH_QT


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the project's contracts on the copy of the package in `folder`."""
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", script, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_are_kept(copied: Path) -> None:
    done = lint_imports(copied)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("place", "code", "contract"), VIOLATIONS)
def test_contracts_bite(copied: Path, place: str, code: str, contract: str) -> None:
    (copied / PACKAGE.name / place).write_text(code + "\n")

    done = lint_imports(copied)

    assert done.returncode == 1, done.stdout
    assert any(contract in line and "BROKEN" in line for line in done.stdout.splitlines())


def imports(tree: ast.AST) -> Iterator[str]:
    """Name each module that is imported, and each name taken from one, with dots."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def faults(source: str, room: str) -> Iterator[str]:
    """Say what this source of `room` must not do."""
    tree = ast.parse(source)
    for name in imports(tree):
        for module, reason in FORBIDDEN_MODULES.items():
            if f"{name}.".startswith(f"{module}."):
                yield f"imports {module}: {reason}"
        only = QT_OF_ROOM.get(room, "PySide6")
        if name.startswith("PySide6") and not f"{name}.".startswith(f"{only}."):
            yield f"imports {name}: {room} has only {only}"
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    names = (called.id for called in calls if isinstance(called, ast.Name))
    yield from (f"calls {name}" for name in names if name in FORBIDDEN_CALLS)


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_nothing_runs_or_fetches_what_comes_from_outside(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]

    assert list(faults(path.read_text(encoding="utf-8"), room)) == []


@pytest.mark.parametrize(
    ("source", "room"),
    [
        ("from urllib import request", "exchange"),
        ("import urllib.request as r", "exchange"),
        ("from pickle import loads", "store"),
        ("def f(x):\n    return eval(x)", "domain"),
        ("from PySide6.QtWidgets import QWidget", "jobs"),
        ("from PySide6 import QtNetwork", "ui"),
    ],
)
def test_the_lint_itself_bites(source: str, room: str) -> None:
    assert list(faults(source, room))
