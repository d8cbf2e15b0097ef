"""Looking back: who did what, and everything as canonical lines."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from evaluator_desktop.cli.command import CODE, Call, Command, Either, Reply, arg
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.operations.step_words import action_name
from evaluator_desktop.store.queries.dump import history_lines, state_lines
from evaluator_desktop.store.queries.history import Entry, history_entries
from evaluator_desktop.texts import N_, _, time_text


def _history(call: Call) -> Reply:
    provider = None if call.options.code is None else call.provider
    entries = list(history_entries(call.workspace, provider))
    return Reply([_document(entry) for entry in entries], _lines(entries))


def _document(entry: Entry) -> dict[str, object]:
    revision = entry.revision
    return {
        "id": entry.id,
        "at": revision.at,
        "author": revision.author,
        "action": revision.action,
        "kind": revision.kind,
        "entity": revision.entity,
        "old": entry.old,
        "new": entry.new,
    }


def _lines(entries: list[Entry]) -> Iterator[str]:
    headings = (_("When"), _("Who"), _("Action"), _("What"), _("Revision"))
    return table(
        headings,
        (
            (
                time_text(datetime.fromisoformat(entry.revision.at)),
                entry.revision.author,
                action_name(entry.revision.action),
                _(KIND_NAMES[entry.revision.kind]),
                entry.id[:16],
            )
            for entry in entries
        ),
    )


def _dump(call: Call) -> Reply:
    workspace, options = call.workspace, call.options
    parts = [] if options.history else [state_lines(workspace)]
    parts += [] if options.state else [history_lines(workspace)]
    for lines in parts:
        call.stack.callback(lines.close)  # a reader may go away in the middle
    return Reply(json_lines=chain.from_iterable(parts))


COMMANDS = (
    Command(
        "history",
        N_("who did what, when"),
        _history,
        (arg(*CODE.names, nargs="?", metavar="CODE", about=N_("of this provider only")),),
    ),
    Command(
        "dump",
        N_("everything as canonical JSON lines, for comparing workspaces"),
        _dump,
        (
            Either(
                (
                    arg(
                        "--state",
                        action="store_true",
                        about=N_("only the current versions, a line for each entity"),
                    ),
                    arg(
                        "--history",
                        action="store_true",
                        about=N_("only the history, a line for each revision"),
                    ),
                )
            ),
        ),
        more=N_("Without an option: the state, then the history. Never any personal data."),
    ),
)
