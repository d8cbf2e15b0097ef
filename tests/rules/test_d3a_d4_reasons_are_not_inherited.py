"""D3a, D4: a reason and a note belong to what they were given for, from the outside."""

import pytest

from tests.cli.command_line import CODE, CommandLine
from tests.cli.conftest import cli, evidence, inside, workspace

__all__ = ["cli", "evidence", "inside", "workspace"]
STAFF = "organization.staff"


def due(line: CommandLine, rule: str) -> int:
    """How many findings of this rule hold up the submission, at this item."""
    items = [i for d in line.done("result", CODE)["dimensions"] for i in d["items"]]
    (item,) = [i for i in items if i["id"] == STAFF]
    return sum(f["rule"] == rule for f in item["findings"])


@pytest.mark.parametrize("value", ["40", "na"])
def test_d3a_another_rating_needs_another_reason(inside: CommandLine, value: str) -> None:
    inside.done("rate", CODE, STAFF, "50", "--reason", "名单不全")
    assert due(inside, "D3a") == 0

    inside.done("rate", CODE, STAFF, "50")
    assert due(inside, "D3a") == 0  # the same once more
    inside.done("rate", CODE, STAFF, value)
    assert due(inside, "D3a") == 1


def test_d4_another_outcome_needs_another_note(inside: CommandLine, evidence: str) -> None:
    inside.done("verify", evidence, "verified", "--note", "已见原件")
    inside.done("verify", evidence, "false")
    assert due(inside, "D4") == 1

    inside.done("verify", evidence, "false", "--note", "印章系伪造")
    inside.done("verify", evidence, "false", "--method", "phone")
    assert due(inside, "D4") == 0  # the same once more


def test_d4_a_note_on_what_is_pending_goes_with_the_outcome(
    inside: CommandLine, evidence: str
) -> None:
    inside.done("verify", evidence, "pending", "--note", "缺骑缝章")
    inside.done("verify", evidence, "partly_verified")

    assert due(inside, "D4") == 0
