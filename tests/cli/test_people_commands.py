"""person list, person add, unassign."""

from tests.cli.command_line import CODE, SECOND_CODE, CommandLine


def test_persons_of_the_round(inside: CommandLine) -> None:
    before = inside.done("person", "list")

    after = inside.done("person", "add", "周明")

    assert before == [{"name": "林一帆", "role": "lead"}]
    assert after == [*before, {"name": "周明", "role": "evaluator"}]
    assert inside.done("person", "add", "周明", "--role", "lead")[1]["role"] == "lead"
    assert "周明" in inside.in_words("person", "list").out
    inside.refused("bad_value", "person", "add", " ")


def test_an_assignment_is_taken_back(inside: CommandLine) -> None:
    inside.done("assign", "周明", CODE)

    found = inside.done("unassign", "周明", CODE, SECOND_CODE)

    assert found == [{"code": CODE, "evaluator": "周明"}]
    persons = {p["person"]: p for p in inside.done("ledger")["persons"]}
    assert "周明" not in persons
    inside.refused("bad_value", "unassign", "周明", CODE)
    inside.done("person", "add", "陈静")
    inside.refused("lead_only", "--as", "陈静", "unassign", "周明", CODE)
