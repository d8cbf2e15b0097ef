"""Who is listed in the round, and taking assignments back."""

from evaluator_desktop.cli.command import Call, Command, Reply, arg
from evaluator_desktop.cli.tables import table
from evaluator_desktop.domain.bodies import EVALUATOR, LEAD
from evaluator_desktop.operations.assigning import unassign
from evaluator_desktop.operations.edit import find_provider
from evaluator_desktop.operations.people import list_person, person_name
from evaluator_desktop.texts import N_, _, ngettext


def _unassign(call: Call) -> Reply:
    person = person_name(call.options.person_name)
    providers = [find_provider(call.workspace, code) for code in call.options.codes]
    written = unassign(call.workspace, person, providers)
    taken = [p for p in providers if p in written.providers]
    codes = [call.workspace.record(provider).code for provider in taken]
    sentence = ngettext(
        "{count} provider was taken back from {person}.",
        "{count} providers were taken back from {person}.",
        len(codes),
    )
    document = [{"code": code, "evaluator": person} for code in codes]
    return Reply(document, [sentence.format(count=len(codes), person=person)])


def _list(call: Call) -> Reply:
    persons = call.workspace.info.body.persons
    roles = {LEAD: _("Team lead"), EVALUATOR: _("Evaluator")}
    document = [{"name": person.name, "role": person.role} for person in persons]
    rows = ((person.name, roles[person.role]) for person in persons)
    return Reply(document, table((_("Person"), _("Role")), rows))


def _add(call: Call) -> Reply:
    list_person(call.workspace, call.options.person_name, call.options.role)
    return _list(call)


_NAME = arg("person_name", metavar="NAME", about=N_("a person's name, as reports print it"))

COMMANDS = (
    Command(
        "unassign",
        N_("take providers back from a person (for leads)"),
        _unassign,
        (_NAME, arg("codes", metavar="CODE", nargs="+", about=N_("credit codes of the providers"))),
    ),
    Command("person list", N_("who is listed in the round"), _list),
    Command(
        "person add",
        N_("list a person in the round, or change the role (for leads)"),
        _add,
        (
            _NAME,
            arg(
                "--role",
                choices=(LEAD, EVALUATOR),
                default=EVALUATOR,
                about=N_("the part in the round; evaluator unless given"),
            ),
        ),
    ),
)
