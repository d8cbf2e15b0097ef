"""Names of persons as they are recorded: one spelling, so that one person stays one."""

from unicodedata import normalize

from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.paths import visible_text
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
