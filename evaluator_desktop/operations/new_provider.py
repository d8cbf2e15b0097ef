"""One provider by hand: what a row of a list would say, typed; asked about in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluator_desktop.domain.credit_code import has_check_digit
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.domain.similarity import Named
from evaluator_desktop.errors import EvaluatorError, FieldProblem, FieldsError
from evaluator_desktop.exchange.workbooks.provider_sheet import ProviderRow, read_typed
from evaluator_desktop.operations.edit import commit
from evaluator_desktop.operations.providers import new_provider_id, row_changes
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.similar import named_providers, providers_like
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _


@dataclass(frozen=True)
class NewProvider:
    """What is typed; everything but the name may be left empty."""

    name: str
    code: str = ""
    is_law_firm: bool = False
    address: str = ""
    contact: str = ""
    phone: str = ""
    digit_reason: str = ""
    """Why the code is right although its check digit is not; kept with the remarks."""
    is_another: bool = False
    """Somebody looked at those that are similar: it is none of them."""


@dataclass(frozen=True)
class Added:
    """The provider that is there now."""

    provider: str
    changes: Changes


class FoundProvidersError(EvaluatorError):
    """`found` are the providers that are here, for whoever wants to open one instead."""

    def __init__(self, found: Sequence[Named], what: str) -> None:
        names = "; ".join(" · ".join(filter(None, (one.name, one.code))) for one in found)
        super().__init__(found=names, what=what)
        self.found = tuple(found)


class CodeTakenError(FoundProvidersError):
    code = "code_taken"
    sentence = N_("The credit code {what} is that of {found}. Open that one instead.")


class SimilarProvidersError(FoundProvidersError):
    code = "similar_providers"
    sentence = N_("{what} may be a provider that is here: {found}. Open it, or say it is another.")


class CheckDigitError(EvaluatorError):
    code = "check_digit"
    sentence = N_(
        "The check digit of {credit_code} is wrong. Compare it with the licence; if it stands "
        "there like this, write why you take it."
    )


def add_provider(workspace: Workspace, given: NewProvider) -> Added:
    """Record a new provider.

    Raises FieldsError, CheckDigitError, CodeTakenError, SimilarProvidersError.
    """
    row = _read(given)
    _refuse_second_copy(workspace, row, given)
    row = replace(row, remarks=_digit_remark(row, given))
    provider = new_provider_id(workspace, row.code)
    is_here = provider in {*workspace.provider_ids(), *workspace.joined.everybody}  # withdrawn
    record = workspace.record(provider, personal=True) if is_here else ProviderRecord(provider, {})
    personal: dict[str, bytes] = {}
    changes = row_changes(workspace, personal, record, row)
    return Added(provider, commit(workspace, "add_provider", changes, personal=personal))


def _read(given: NewProvider) -> ProviderRow:
    """Read what was typed as the cells of a list are read."""
    fields = ("name", "code", "address", "contact", "phone")
    row, problems = read_typed({field: getattr(given, field) for field in fields})
    if not row.name and not problems:
        problems = [FieldProblem("name", _("must not be empty"))]
    if problems:
        raise FieldsError(_("New provider"), problems)
    return replace(row, is_law_firm=given.is_law_firm)


def _refuse_second_copy(workspace: Workspace, row: ProviderRow, given: NewProvider) -> None:
    """A code is taken for good; a similar name until somebody says that it is another."""
    known = named_providers(workspace)
    taken = [one for one in known if row.code and one.code == row.code]
    if taken:
        raise CodeTakenError(taken, str(row.code))
    alike = [] if given.is_another else providers_like(known, Named("", row.name, row.code))
    if alike:
        raise SimilarProvidersError(alike, row.name)


def _digit_remark(row: ProviderRow, given: NewProvider) -> str | None:
    """Return what the remarks say of a code whose check digit is wrong."""
    if row.code is None or has_check_digit(row.code):
        return None
    if not (reason := given.digit_reason.strip()):
        raise CheckDigitError(credit_code=row.code)
    return _("The check digit of the credit code is wrong: {reason}").format(reason=reason)
