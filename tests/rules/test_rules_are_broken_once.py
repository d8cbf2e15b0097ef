"""Every row of rules.md has a proof: a test that fails when the rule is broken."""

import json
import subprocess
import sys
from pathlib import Path

from tests.rules.breaks import BREAKS

ROOT = Path(__file__).parents[2]
PROOFS = ("tests/rules", "tests/domain")
ROWS = [
    *(f"D{n}" for n in range(1, 13)),
    *("D3a", "D10a"),
    *(f"P{n}" for n in range(1, 14)),
]
NEEDS_A_WINDOW = "tests/domain/test_departure.py"  # and proves no row
PLUGINS_LEFT_OUT = ("cacheprovider", "randomly", "xdist", "pytest_cov")


def broken_one_by_one(target: Path) -> dict[str, dict[str, object]]:
    """Break each rule once, in a process of its own, and return what the proofs noticed."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.rules.breaking"]
    for plugin in PLUGINS_LEFT_OUT:
        command += ["-p", f"no:{plugin}"]
    for path in (f"tests/rules/{Path(__file__).name}", NEEDS_A_WINDOW):
        command += ["--ignore", path]
    done = subprocess.run(
        [*command, "--breaks-to", str(target), *PROOFS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert target.exists(), done.stdout[-3000:] + done.stderr[-3000:]
    found: dict[str, dict[str, object]] = json.loads(target.read_text(encoding="utf-8"))
    return found


def test_each_row_is_broken_at_least_once() -> None:
    assert set(ROWS) <= {broken.rule for broken in BREAKS}


def test_each_broken_rule_is_noticed_by_a_test_that_names_it(tmp_path: Path) -> None:
    found = broken_one_by_one(tmp_path / "found.json")

    unnoticed = {name: entry for name, entry in found.items() if not entry.get("noticed")}
    assert unnoticed == {}
    assert list(found) == [broken.name for broken in BREAKS]
