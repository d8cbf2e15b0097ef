"""Drawing the sample of customers and recording the calls to them (D7, D8, D9)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from evaluator_desktop.domain.bodies import LONGEST_TEXT, Attempt, Call, Customer, Sample
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.domain.sampling import (
    LARGEST_SEED,
    attempts,
    drawn_order,
    sample_size,
)
from evaluator_desktop.domain.satisfaction import Disposition, call_problem
from evaluator_desktop.errors import (
    FieldProblem,
    FieldsError,
    InConflictError,
    NamesMissingError,
    NothingToDrawError,
    UnknownCustomerError,
)
from evaluator_desktop.operations.edit import change, commit, state_seen
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.customers import population, sample_view
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

MOST_ATTEMPTS = 99
_NOBODY_SAID = (Disposition.NO_ANSWER, Disposition.REFUSED)
"""Attempts that bring nothing new about a customer who was interviewed before."""
_SEED_BYTES = 4


@dataclass(frozen=True)
class DrawnCustomer:
    """One customer of the population, in the order of the draw, as lists may show it."""

    id: str
    name: str | None
    """Masked; None where the name is not on this computer."""
    phone: str | None
    """Masked."""
    reserve: bool


def draw(
    workspace: Workspace,
    provider: str,
    seed: int | None = None,
    *,
    seen: Sequence[str] | None = None,
) -> Changes | None:
    """Draw the sample of a provider (D9); None when this very draw stands already.

    Without `seed` the one of the sample that stands is used, for a first draw one by chance. It
    needs every name and number: raises NamesMissingError where they are not on this computer,
    NothingToDrawError, FieldsError, InConflictError, LockedProviderError.
    """
    if seed is not None and not 0 <= seed <= LARGEST_SEED:
        message = _("give a whole number from 0 to {largest}").format(largest=LARGEST_SEED)
        raise FieldsError(_("Sample"), [FieldProblem("seed", message)])
    record = workspace.record(provider, personal=True)
    before = record.one(Sample)
    if seed is None:
        stands = before.body if before else None
        by_chance = int.from_bytes(workspace.session.random(_SEED_BYTES))
        seed = int(stands.seed) if stands else by_chance
    try:
        body = _sample(record, seed, _keys(workspace, record), workspace)
    except NamesMissingError:
        if before is not None and _is_draw_of(before.body, seed, record):
            return None
        raise
    if before is not None and before.body == body:
        return None
    return commit(workspace, "draw_sample", [change(workspace, body, seen=seen)])


def _sample(
    record: ProviderRecord, seed: int, keys: dict[str, str], workspace: Workspace
) -> Sample:
    order = drawn_order(seed, keys)
    if not order:
        raise NothingToDrawError(provider=record.name)
    heads = {customer.id: customer.head_ids[0] for customer in record.customers}
    drawn = [heads[customer] for customer in order]
    rest = {head for customer in record.customers for head in customer.head_ids} - set(drawn)
    return Sample(
        provider=record.id,
        seed=str(seed),
        population=len(order),
        size=sample_size(len(order), workspace.scheme.parameters),
        covers=[*drawn, *sorted(rest)],
    )


def _is_draw_of(body: Sample | None, seed: int, record: ProviderRecord) -> bool:
    """Tell without the names whether a sample was drawn by this seed from the list as it is."""
    heads = {head for customer in record.customers for head in customer.head_ids}
    return body is not None and body.seed == str(seed) and set(body.covers) == heads


def _keys(workspace: Workspace, record: ProviderRecord) -> dict[str, str]:
    """Return the key of each customer who can be called; whose data were erased cannot."""
    if any(customer.in_conflict for customer in record.customers):
        raise InConflictError(what=_(KIND_NAMES[Customer.kind]))
    found = population(workspace, record)
    if found.missing:
        raise NamesMissingError(count=found.missing)
    return dict(found.keys)


def drawn_customers(workspace: Workspace, provider: str) -> list[DrawnCustomer]:
    """Return the sample and its reserve in the order of the draw, names and numbers masked."""
    return [
        DrawnCustomer(
            place.customer, place.masked_name or None, place.masked_phone or None, place.is_reserve
        )
        for place in sample_view(workspace, provider).places
    ]


def record_call(
    workspace: Workspace,
    provider: str,
    customer: str,
    disposition: str,
    *,
    service_real: bool | None = None,
    satisfaction: int | None = None,
    words: str | None = None,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Record a call (D7, D8): one more attempt, and what came of it.

    A completed interview stands when a later attempt reaches nobody or is refused: the attempt
    counts, the answers stay. `words` are what the customer said, a personal object; None keeps
    those written before.
    Raises UnknownCustomerError, FieldsError, InConflictError, LockedProviderError.
    """
    _standing(workspace, provider, customer)
    _check(disposition, service_real, satisfaction, words)
    before = state_seen(workspace, Call, derived_entity(Call.kind, customer), seen)
    objects: dict[str, bytes] = {}
    digest = before.words if before else None
    if words is not None:
        digest, objects = _said(workspace, words)
    made = _attempts(workspace, customer, disposition)
    body = Call(provider, customer, made, disposition, service_real, satisfaction, digest)
    if before is not None and _stands(before, disposition):
        body = msgspec.structs.replace(before, attempts=made, words=digest)
    changes = [change(workspace, body, seen=seen)]
    return commit(workspace, "call", changes, personal=objects)


def replace_interview(
    workspace: Workspace, provider: str, customer: str, disposition: str
) -> Changes:
    """Record an attempt in the place of an interview that was recorded by mistake.

    Raises what `record_call` does.
    """
    _standing(workspace, provider, customer)
    _check(disposition, None, None, None)
    made = _attempts(workspace, customer, disposition)
    body = Call(provider, customer, made, disposition, None, None, None)
    return commit(workspace, "call", [change(workspace, body)])


def _attempts(workspace: Workspace, customer: str, disposition: str) -> list[Attempt]:
    """Return the attempts so far with one more, made now."""
    made = attempts(workspace.history.entity(derived_entity(Call.kind, customer)))
    if len(made) >= MOST_ATTEMPTS:
        message = _("at most {count} calls to one customer").format(count=MOST_ATTEMPTS)
        raise FieldsError(_("Call"), [FieldProblem("attempts", message)])
    return [*made, Attempt(workspace.session.now(), workspace.person, disposition)]


def _stands(before: Call, disposition: str) -> bool:
    """Tell whether an interview stays what counts for a customer after one more attempt."""
    return before.disposition == Disposition.COMPLETED and disposition in _NOBODY_SAID


def _standing(workspace: Workspace, provider: str, customer: str) -> None:
    """Refuse who is no customer of the provider, or has no number that could be called."""
    is_id = re.fullmatch("[0-9a-f]{32}", customer)
    found = workspace.history.entity(customer) if is_id else None
    bodies = [head.body for head in found.heads] if found else []
    staying = workspace.joined.staying
    here = staying(provider)
    known = [b for b in bodies if isinstance(b, Customer) and staying(b.provider) == here]
    if not any(not body.removed for body in known):
        raise UnknownCustomerError(customer=customer)
    if not any(body.has_number for body in known):
        message = _("has no number that can be called")
        raise FieldsError(_("Call"), [FieldProblem("customer", message)])


def _check(
    disposition: str, service_real: bool | None, satisfaction: int | None, words: str | None
) -> None:
    problem = call_problem(disposition, service_real, satisfaction)
    if disposition not in list(Disposition):
        known = ", ".join(Disposition)
        message = _("“{text}” is none of: {known}").format(text=disposition, known=known)
        problem = FieldProblem("disposition", message)
    elif words is not None and len(words) > LONGEST_TEXT:
        message = _("at most {count} characters").format(count=LONGEST_TEXT)
        problem = FieldProblem("words", message)
    if problem is not None:
        raise FieldsError(_("Call"), [problem])


def _said(workspace: Workspace, words: str) -> tuple[str | None, dict[str, bytes]]:
    if not words.strip():
        return None, {}
    digest, content = workspace.history.personal_object({"words": words.strip()})
    return digest, {digest: content}
