"""Every row of rules.md has a proof: a test that fails when the rule is broken."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.breaks import BREAKS, Break

ROOT = Path(__file__).parents[2]
PROOFS = ("tests/rules", "tests/domain")
ROWS = [
    *(f"D{n}" for n in range(1, 13)),
    *("D3a", "D10a"),
    *(f"P{n}" for n in range(1, 14)),
]
PLUGINS_LEFT_OUT = ("cacheprovider", "randomly", "xdist", "pytest_cov")


@pytest.fixture(scope="module")
def noticed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """Break each rule once, in a process of its own."""
    target = tmp_path_factory.mktemp("breaks") / "found.json"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.rules.breaking"]
    for plugin in PLUGINS_LEFT_OUT:
        command += ["-p", f"no:{plugin}"]
    command += ["--breaks-to", str(target), "--ignore", "tests/rules/" + Path(__file__).name]
    command += ["--ignore", "tests/domain/test_departure.py"]  # needs a window, proves no row
    done = subprocess.run(
        [*command, *PROOFS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert target.exists(), done.stdout[-3000:] + done.stderr[-3000:]
    found: dict[str, dict[str, object]] = json.loads(target.read_text(encoding="utf-8"))
    return found


def test_each_row_is_broken_at_least_once() -> None:
    assert set(ROWS) <= {broken.rule for broken in BREAKS}


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.name)
def test_a_broken_rule_is_noticed(broken: Break, noticed: dict[str, dict[str, object]]) -> None:
    found = noticed[broken.name]
    assert "problem" not in found, found["problem"]
    assert found["proofs"], "no test names this rule"
    assert found["noticed"], "no proof fails while the rule is broken"
