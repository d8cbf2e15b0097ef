"""D2: no number of the rules is a float, in the code or in what it computes."""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

import evaluator_desktop.domain
from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.explanation import explain
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.suggestion import suggestion
from tests.domain.customers import customers, interview, sample
from tests.domain.records import ROUND, entity, rating, record, shop

DOMAIN = Path(evaluator_desktop.domain.__file__).parent
NO_NUMBERS_OF_THE_RULES = {"passphrase.py"}  # how hard a passphrase is to guess
MODULES = sorted(p for p in DOMAIN.rglob("*.py") if p.name not in NO_NUMBERS_OF_THE_RULES)
EXACT_FROM_MATH = {"ceil", "floor", "isqrt"}
INEXACT_MODULES = {"cmath", "numpy", "random", "statistics"}
# Where `/` stands between fractions or decimals; between two whole numbers it gives a float.
DIVIDES_FRACTIONS = {
    "calibration.py": {"_mean"},
    "consensus.py": {"mean_text"},
    "explanation/customers.py": {"_interval", "_unlimited"},
    "explanation/weights.py": {"_renormalised"},
    "sampling.py": {"explained_size"},
    "satisfaction.py": {"wilson_interval"},
    "scoring.py": {"_dimension_score", "item_rating", "weight_shares"},
    "suggestion.py": {"suggestion"},
}


def floats_in(source: str, divides: frozenset[str] = frozenset()) -> list[str]:
    """Return what in a module can bring a float, with its line."""
    tree = ast.parse(source)
    return [f"line {line}: {what}" for line, what in (*_values(tree), *_divisions(tree, divides))]


def _values(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=float() | complex() as number):
                yield node.lineno, f"the number {number}"
            case ast.Name(id="float") | ast.Call(func=ast.Name(id="round")):
                yield node.lineno, "float or round"
            case ast.ImportFrom(module="math"):
                for alias in node.names:
                    if alias.name not in EXACT_FROM_MATH:
                        yield node.lineno, f"math.{alias.name}"
            case ast.Import() | ast.ImportFrom():
                names = {getattr(node, "module", "") or ""} | {a.name for a in node.names}
                if names & (INEXACT_MODULES | {"math"}):
                    yield node.lineno, ", ".join(sorted(names))


def _divisions(tree: ast.AST, allowed: frozenset[str]) -> Iterator[tuple[int, str]]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name not in allowed:
            for node in ast.walk(function):
                if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
                    yield node.lineno, f"/ in {function.name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(DOMAIN).as_posix())
def test_d2_the_domain_knows_no_float(path: Path) -> None:
    allowed = DIVIDES_FRACTIONS.get(path.relative_to(DOMAIN).as_posix(), set())

    assert floats_in(path.read_text("utf-8"), frozenset(allowed)) == []


@pytest.mark.parametrize(
    "line",
    [
        *("x = 0.5", "x = 1e3", "x = float(1)", "def f(a: float): ...", "x = round(y, 2)"),
        *("from math import sqrt", "import math", "import statistics", "from random import random"),
        *("def f(a, b):\n    return a / b", "def f(a):\n    a /= 2\n    return a"),
    ],
)
def test_d2_each_way_to_a_float_is_seen(line: str) -> None:
    assert floats_in(line)


def test_d2_no_value_of_an_assessment_is_a_float(scheme: Scheme) -> None:
    known = customers(40)
    calls = [interview(c, n % 5 + 1) for n, c in enumerate(known[:30])]
    rated = [entity(rating("83.5", item=item.id)) for item in scheme.items]

    a = assess(record(*known, *calls, sample(*known, size=29), *rated, *shop()), scheme, ROUND)

    shown: list[object] = [a, a.satisfaction.rate, a.satisfaction.interval, a.sample, explain(a)]
    shown += [suggestion(a, item) for item in scheme.items]
    assert [type(part) for part in parts_of(shown) if isinstance(part, float)] == []
    assert sum(1 for _part in parts_of(shown)) > 1000


def parts_of(value: Any) -> Iterator[Any]:
    """Yield everything inside, however deep."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from parts_of(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from parts_of(list(value.items()))
    elif isinstance(value, list | tuple | set | frozenset):
        for entry in value:
            yield from parts_of(entry)
    else:
        yield value
