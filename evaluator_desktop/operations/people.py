"""Persons as they are recorded: one spelling, so that one person stays one; the round's list."""

from unicodedata import normalize

import msgspec

from evaluator_desktop.domain.bodies import Person
from evaluator_desktop.errors import FieldProblem, FieldsError, InConflictError
from evaluator_desktop.operations.edit import change, commit, require_lead
from evaluator_desktop.paths import visible_text
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

LONGEST_NAME = 200


def person_name(text: str) -> str:
    """Return a typed name in NFC on one line, no blanks around it. Raises FieldsError."""
    name = " ".join(visible_text(normalize("NFC", text)).split())
    if not name:
        problem = _("must not be empty")
    elif len(name) > LONGEST_NAME:
        problem = _("at most {count} characters").format(count=LONGEST_NAME)
    else:
        return name
    raise FieldsError(_("Person"), [FieldProblem(_("name"), problem)])


def list_person(workspace: Workspace, name: str, role: str) -> Changes:
    """List somebody in the round, or give who is listed another role. For leads.

    Raises FieldsError, InConflictError where laptops differ about the round, RoleError.
    """
    require_lead(workspace, _("Listing a person"))
    person = Person(person_name(name), role)
    entity = workspace.history.entity(workspace.info.id)
    if entity is None or entity.in_conflict:
        raise InConflictError(what=_("the round"))
    body = workspace.info.body
    others = [listed for listed in body.persons if listed.name != person.name]
    changed = msgspec.structs.replace(body, persons=[*others, person])
    return commit(workspace, "list_person", [change(workspace, changed, entity=entity.id)])
