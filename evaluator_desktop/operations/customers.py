"""Customers of a provider. Names and numbers are personal objects, never part of a revision."""

from collections.abc import Iterable

from evaluator_desktop.domain.bodies import Customer
from evaluator_desktop.domain.contact import normalise_phone
from evaluator_desktop.operations.edit import commit
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.workspace import Workspace


def add_customers(
    workspace: Workspace, provider: str, people: Iterable[tuple[str, str]]
) -> Changes:
    """Record customers, given as (name, telephone number), in one step."""
    changes, personal = [], {}
    for name, phone in people:
        number = normalise_phone(phone)
        digest, content = workspace.history.personal_object(
            {"name": name, "phone": number or phone}
        )
        personal[digest] = content
        body = Customer(
            provider=provider,
            personal=digest,
            has_number=number is not None,
            removed=False,
            reason="",
        )
        changes.append(Change(workspace.session.new_id(), Customer.kind, body))
    return commit(workspace, "add_customers", changes, personal=personal)
