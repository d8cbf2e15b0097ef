"""Paper: reports of providers, the ranking, the record of merges, the table of results."""

from evaluator_desktop.cli.command import Call, Command, Reply, arg
from evaluator_desktop.errors import NotAvailableError
from evaluator_desktop.texts import N_, _


def _report(_call: Call) -> Reply:
    raise NotAvailableError(what=_("reports"))


COMMANDS = (
    Command(
        "report",
        N_("write a report as PDF, or check one"),
        _report,
        (
            arg("what", nargs="?", metavar="CODE|ranking|merge|verify", about=N_("x")),
            arg(
                "file", nargs="?", metavar="FILE.pdf", about=N_("with verify: the report to check")
            ),
            arg("--all", action="store_true", about=N_("one for each provider, into a folder")),
            arg("-o", "--output", metavar="FILE", about=N_("where to")),
        ),
    ),
)
