"""The checklist of entry conditions, where the scheme has one (D12)."""

from typing import Any

from evaluator_desktop.cli.command import CODE, Call, Command, Reply, arg
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.entry import EntryResult, entry_results
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.operations.entry import record_entry_fact
from evaluator_desktop.texts import N_, _, language

_ANSWERS = {"yes": 1, "no": 0}


def _entry(call: Call) -> Reply:
    options = call.options
    if options.condition is not None:
        value = _value(options.value)
        record_entry_fact(call.workspace, call.provider, options.condition, value)
    found = entry_results(call.workspace.assessment(call.provider))
    headings = (_("Condition"), _("At least"), _("Found"), _("Met"))
    lines = table(headings, map(_cells, found))
    nothing = [_("Entry conditions: this scheme does not check them.")]
    return Reply([_document(result) for result in found], lines if found else nothing)


def _value(text: str | None) -> int:
    if text in _ANSWERS:
        return _ANSWERS[text]
    if text is None or not (text.isascii() and text.isdigit()):
        message = _("give a whole number, yes or no")
        raise FieldsError(_("Entry condition"), [FieldProblem("value", message)])
    return int(text)


def _document(result: EntryResult) -> dict[str, Any]:
    condition = result.condition
    return {
        "id": condition.id,
        "minimum": condition.minimum,
        "value": result.text,
        "met": result.is_met,
    }


def _cells(result: EntryResult) -> tuple[object, ...]:
    words = {None: None, True: _("yes"), False: _("no")}
    condition = result.condition
    name = condition.name.text(language())
    return name, condition.minimum, result.text, words[result.is_met]


COMMANDS = (
    Command(
        "entry",
        N_("the entry conditions of a scheme that has them; record one"),
        _entry,
        (
            CODE,
            arg("condition", nargs="?", metavar="CONDITION", about=N_("the one to record")),
            arg("value", nargs="?", metavar="N|yes|no", about=N_("what was found")),
        ),
    ),
)
