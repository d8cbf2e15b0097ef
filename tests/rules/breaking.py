"""A pytest plugin that breaks one rule at a time and sees whether the proofs notice.

Run in a process of its own (test_rules_are_broken_once.py): the tests are collected once, then
for each break of `breaks.py` the code of one function is replaced in place, the proofs that name
the rule run, and the code is put back. What they found is written as JSON.
"""

import ast
import functools
import importlib
import inspect
import json
import re
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from _pytest import nodes
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

from tests.rules.breaks import BREAKS, Break

settings.register_profile(
    "breaking", derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("breaking")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--breaks-to", help="file for what the proofs noticed")


def pytest_runtestloop(session: pytest.Session) -> bool:
    proofs = Proofs(session)
    found = {broken.name: proofs.noticing(broken) for broken in BREAKS}
    target = Path(session.config.getoption("--breaks-to"))
    target.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return True


class Proofs:
    """The tests that were collected, to be run again and again."""

    def __init__(self, session: pytest.Session) -> None:
        self._items = session.items
        self._between = Between.from_parent(session, name="between")

    def noticing(self, broken: Break) -> dict[str, Any]:
        """Return how many proofs there are, and the first that fails for the break alone."""
        proofs = [item for item in self._items if proves(broken, item.name)]
        proofs.sort(key=_is_slow)
        try:
            with planted(broken):
                noticed = next((item for item in proofs if not self._passes(item)), None)
        except AssertionError as error:
            return {"problem": str(error)}
        if noticed is not None and not self._passes(noticed):
            return {"problem": f"{noticed.name} fails while nothing is broken"}
        return {"proofs": len(proofs), "noticed": noticed and noticed.name}

    def _passes(self, item: pytest.Item) -> bool:
        if isinstance(item, pytest.Function):
            item._initrequest()
        reports = runtestprotocol(item, log=False, nextitem=self._between)
        return not any(report.failed for report in reports)


def _is_slow(item: pytest.Item) -> bool:
    """Tell a property with its many examples: it comes after what is worked out by hand."""
    return hasattr(getattr(item, "obj", None), "hypothesis")


class Between(pytest.Item):
    """Stands for the test that comes next: whatever it is, it needs the session alone."""

    def listchain(self) -> list[nodes.Node]:
        return [self.session]

    def runtest(self) -> None:
        """Never run."""


def proves(broken: Break, name: str) -> bool:
    """Tell whether a test names the rule, or is the one that the break names."""
    if broken.proof:
        return broken.proof in name
    return re.search(rf"_{broken.rule.lower()}_", name.partition("[")[0]) is not None


# --- replacing the code of one function ----------------------------------------------------------


@contextmanager
def planted(broken: Break) -> Iterator[None]:
    """Replace what the break says in the source of its function, for a while."""
    module_name, _colon, qualified = broken.where.partition(":")
    module = importlib.import_module(f"evaluator_desktop.{module_name}")
    function = _function(module, qualified)
    before = function.__code__
    function.__code__ = _broken_code(module, qualified, broken)
    _forget_results()
    try:
        yield
    finally:
        function.__code__ = before
        _forget_results()


def _function(module: types.ModuleType, qualified: str) -> types.FunctionType:
    found: Any = module
    for part in qualified.split("."):
        found = inspect.getattr_static(found, part)
    if isinstance(found, property):
        found = found.fget
    elif isinstance(found, functools.cached_property):
        found = found.func
    found = inspect.unwrap(found)
    assert isinstance(found, types.FunctionType), qualified
    return found


def _broken_code(module: types.ModuleType, qualified: str, broken: Break) -> types.CodeType:
    source = inspect.getsource(module)
    start, end = _lines_of(ast.parse(source), qualified.split("."))
    lines = source.splitlines(keepends=True)
    body = "".join(lines[start:end])
    assert broken.was in body, f"{broken.name}: {broken.was!r} no longer stands in {qualified}"
    lines[start:end] = [body.replace(broken.was, broken.becomes, 1)]
    code = compile("".join(lines), inspect.getfile(module), "exec")
    return next(c for c in _all_code(code) if c.co_qualname == qualified)


def _lines_of(tree: ast.AST, path: list[str]) -> tuple[int, int]:
    node = tree
    for part in path:
        node = next(child for child in ast.walk(node) if getattr(child, "name", None) == part)
    assert isinstance(node, ast.FunctionDef)
    return node.lineno - 1, node.end_lineno or node.lineno


def _all_code(code: types.CodeType) -> Iterator[types.CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield constant
            yield from _all_code(constant)


def _forget_results() -> None:
    """Empty every cache of the domain: it may hold what the broken rule gave."""
    for name, module in list(sys.modules.items()):
        if name.startswith("evaluator_desktop.domain"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
