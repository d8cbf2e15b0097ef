"""Reading revisions from outside: nothing is believed, and what is wrong is said in words.

Apart from `history`, which reads what was checked on its way in. A merge reads a million of them,
so what is cheap and settles most comes first; every check stands here once.
"""

import re
from collections.abc import Iterator
from datetime import datetime

import msgspec

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.bodies import Body, Round, SchemeInUse, ShopPart
from evaluator_desktop.domain.body_checks import body_problem
from evaluator_desktop.domain.history import (
    FORMAT,
    Revision,
    derived_id,
    read_stored,
    revision_id,
)
from evaluator_desktop.errors import EvaluatorError, FieldProblem
from evaluator_desktop.texts import N_, _

_NEVER_WITHDRAWN = (Round.kind, SchemeInUse.kind)
_FREE = (SchemeInUse, ShopPart)
"""Bodies with values whose types do not say everything."""
_ESCAPED_NUL = b"\\u0000"
_NOT_CANONICAL = N_("it is not in canonical form")
_TOO_LONG = re.compile(r"of length <= (\d+)")


class RevisionError(EvaluatorError):
    """Bytes that are no revision of this format."""

    code = "bad_revision"
    sentence = N_("Revision {revision}: {problem}.")


def read_revision(content: bytes) -> tuple[Revision, Body | None]:
    """Decode and check bytes from outside: types, bounds, canonical form, derived id.

    Raises RevisionError; a revision of an unknown kind or with an unknown field is refused.
    """
    try:
        revision, body = read_stored(content)
        problem = next(_problems(revision, body, content), None)
    except KeyError:
        problem = _("its kind of record is not known here")
    except msgspec.ValidationError as error:
        wrong = field_problem(error)
        problem = f"{wrong.field}: {wrong.message}" if wrong.field else wrong.message
    except canonical.NotCanonicalError:
        problem = _(_NOT_CANONICAL)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        problem = _("it is not a line of JSON")
    if problem:
        raise RevisionError(revision=revision_id(content)[:16], problem=problem)
    return revision, body


def field_problem(error: msgspec.ValidationError) -> FieldProblem:
    """Say which field is not as its kind has it, without the value that stands there."""
    message, _at, place = str(error).partition(" - at ")
    field = place.strip("`").removeprefix("$").lstrip(".")
    if too_long := _TOO_LONG.search(message):
        sentence = _("at most {count} characters").format(count=too_long[1])
    else:
        sentence = _("a field is missing, not known, or its value is not of its form")
    return FieldProblem(field, sentence)


def _problems(revision: Revision, body: Body | None, content: bytes) -> Iterator[str]:
    if revision.v != FORMAT:
        yield _("its format is {format}, this program knows {known}").format(
            format=revision.v, known=FORMAT
        )
    parents = revision.parents
    if len(parents) > 1 and sorted(set(parents)) != parents:
        yield _("the versions that it continues are not in order")
    named = f"{revision.entity}{revision.run}{revision.group}{revision.prev or ''}"
    if not _is_hex(named + "".join(parents)):
        yield _("an id or digest is not in hexadecimal digits")
    if not _is_canonical(revision, body, content):
        yield _(_NOT_CANONICAL)
    if (revision.prev is None) != (revision.seq == 0):
        yield _("its number in the run does not fit")
    if not _is_moment(revision.at):
        yield _("there is no moment {moment}").format(moment=revision.at)
    yield from _body_problems(revision, body)


def _body_problems(revision: Revision, body: Body | None) -> Iterator[str]:
    if body is None:
        if not revision.parents or revision.kind in _NEVER_WITHDRAWN:
            yield _("it withdraws what cannot be withdrawn")
        return
    if body.key and derived_id(body) != revision.entity:
        yield _("its record is not the one that its content belongs to")
    if wrong := body_problem(body):
        yield f"{wrong.field}: {wrong.message}"


def _is_canonical(revision: Revision, body: Body | None, content: bytes) -> bool:
    """Tell whether writing what was read gives the same bytes (faults.md 57)."""
    if _ESCAPED_NUL in content or isinstance(body, _FREE):
        canonical.check([revision.author, revision.device, msgspec.to_builtins(body)])
    return (
        canonical.spelt(body) == bytes(revision.body)
        and canonical.spelt(revision) == content
        and canonical.is_normal(content)
    )


def _is_hex(text: str) -> bool:
    """Tell whether it is what bytes are written as: quicker than a pattern, and as strict."""
    try:
        return bytes.fromhex(text).hex() == text
    except ValueError:
        return False


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
