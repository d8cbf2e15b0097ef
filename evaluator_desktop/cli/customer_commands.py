"""Customers and calls: the commands stand as they will stay, the work comes later."""

from evaluator_desktop.cli.command import CODE, Call, Command, Reply, arg
from evaluator_desktop.errors import NotAvailableError
from evaluator_desktop.texts import N_, _

_DISPOSITIONS = ("completed", "no_answer", "refused", "wrong_number", "not_a_customer")


def _not_yet(_call: Call) -> Reply:
    raise NotAvailableError(what=_("Working with customers on the command line"))


COMMANDS = (
    Command(
        "customers import",
        N_("take in a provider's customers from Excel"),
        _not_yet,
        (
            CODE,
            arg("file", metavar="FILE.xlsx", about=N_("the list, - for standard input")),
            arg("--dry-run", action="store_true", about=N_("say what would come in, no more")),
            arg("--strict", action="store_true", about=N_("write nothing if a row has an error")),
        ),
    ),
    Command(
        "customers sample",
        N_("draw the customers to be called"),
        _not_yet,
        (CODE, arg("--seed", metavar="N", about=N_("number that the draw follows from"))),
    ),
    Command(
        "customers call",
        N_("record a call to a customer"),
        _not_yet,
        (
            CODE,
            arg("customer", metavar="CUSTOMER", about=N_("id that `customers sample` shows")),
            arg("disposition", choices=_DISPOSITIONS, about=N_("what came of the call")),
            arg("--service-real", choices=("yes", "no"), about=N_("whether the service was given")),
            arg("--satisfaction", type=int, choices=range(1, 6), about=N_("5 very satisfied to 1")),
        ),
    ),
    Command("customers result", N_("what the calls come to"), _not_yet, (CODE,)),
)
