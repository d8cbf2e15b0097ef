"""What the customers' tab, and a call list on paper, read: one provider's sample between the calls.

A frozen snapshot: whoever has it needs neither the store nor the rules again. Names and numbers
are in it for the card alone; whatever is a list or a report takes the masked ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Attempt, Call, Sample
from evaluator_desktop.domain.contact import mask_name, mask_phone
from evaluator_desktop.domain.customer_findings import PLACE
from evaluator_desktop.domain.customer_state import SampleState, sample_state
from evaluator_desktop.domain.finding import Finding
from evaluator_desktop.domain.history import Entity, Head
from evaluator_desktop.domain.record import ProviderRecord, ProviderState
from evaluator_desktop.domain.redraw import Redraw
from evaluator_desktop.domain.sampling import (
    DrawnSample,
    SampleSize,
    attempts,
    customer_key,
    explained_size,
    population_digest,
)
from evaluator_desktop.domain.satisfaction import Satisfaction
from evaluator_desktop.store import personal
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class Population:
    """D9: who can be drawn, as far as names and numbers are on this computer."""

    keys: Mapping[str, str] = field(repr=False)
    """By customer: normalised number, line feed, name."""
    missing: int
    """Customers with a number whose name and number are not here."""
    not_callable: int
    """Without a number that can be called, or erased."""

    @cached_property
    def distinct(self) -> int:
        return len(set(self.keys.values()))

    @property
    def twice(self) -> int:
        """Customers that stand in the list once more."""
        return len(self.keys) - self.distinct


@dataclass(frozen=True)
class SamplePlace:
    """One customer of the population, by the place in the draw."""

    customer: str
    number: int
    """From 1."""
    is_reserve: bool
    is_due: bool
    """To be called now."""
    name: str | None = field(repr=False)
    """None where it is not on this computer; for the calling card alone."""
    phone: str | None = field(repr=False)
    attempts: tuple[Attempt, ...]
    call: Call | None
    """What the calls came to; None before the first, and while laptops differ."""
    heads: tuple[Head[Call], ...]
    """What a change of the call builds on."""
    in_conflict: bool
    words: str = field(repr=False)
    """What the customer said."""

    @property
    def masked_name(self) -> str:
        return "" if self.name is None else mask_name(self.name)

    @property
    def masked_phone(self) -> str:
        return "" if self.phone is None else mask_phone(self.phone)

    @property
    def seen(self) -> tuple[str, ...]:
        """The heads that are on screen."""
        return tuple(head.revision for head in self.heads)


@dataclass(frozen=True)
class SampleView:
    """The customers of one provider, their sample and its calls."""

    provider: str
    name: str
    is_locked: bool
    state: SampleState
    customers: int
    population: Population
    size: SampleSize
    """Of the sample that was drawn; before, of the one that would be."""
    sample: DrawnSample | None
    sample_heads: tuple[str, ...]
    """What another draw builds on."""
    places: tuple[SamplePlace, ...]
    """In the order of the draw, the reserve behind the sample; empty until one is drawn."""
    satisfaction: Satisfaction
    findings: tuple[Finding, ...]
    """Those about customers."""
    call_attempts: int
    redraw: Redraw | None
    """None until a sample is drawn."""

    @cached_property
    def due(self) -> tuple[SamplePlace, ...]:
        """Who is to be called now, those first who were tried least."""
        by_customer = {place.customer: place for place in self.places}
        found = self.sample.to_call if self.sample else ()
        return tuple(by_customer[customer] for customer in found)

    def place(self, customer: str) -> SamplePlace | None:
        return next((place for place in self.places if place.customer == customer), None)


def customer_queue(workspace: Workspace) -> tuple[Summary, ...]:
    """Return the providers of the round by name; their `customers` say how far the sample is."""
    return tuple(sorted(workspace.projections.all(), key=lambda row: row.by_name))


def sample_view(workspace: Workspace, provider: str) -> SampleView:
    """Read the customers of one provider, names and numbers included."""
    a = workspace.assessment(provider, personal=True)
    found, drawn = population(workspace, a.record), a.record.one(Sample)
    parameters = a.scheme.parameters
    return SampleView(
        provider=provider,
        name=a.record.name,
        is_locked=a.record.state is ProviderState.LOCKED,
        state=sample_state(a),
        customers=len(a.record.customers),
        population=found,
        size=explained_size(a.sample.population if a.sample else found.distinct, parameters),
        sample=a.sample,
        sample_heads=drawn.head_ids if drawn else (),
        places=tuple(_places(a)),
        satisfaction=a.satisfaction,
        findings=tuple(finding for finding in a.findings if finding.place == PLACE),
        call_attempts=parameters.call_attempts,
        redraw=_redraw(a.record.name, a.sample, found) if a.sample else None,
    )


def population(workspace: Workspace, record: ProviderRecord) -> Population:
    """Return who can be drawn of a record that was read with its personal objects."""
    erased = personal.purged(workspace.database)
    keys, missing, not_callable = dict[str, str](), 0, 0
    for customer in record.customers:
        body = customer.body or customer.last.body
        if body is None or not body.has_number or body.personal in erased:
            not_callable += 1
        elif person := (record.personal or {}).get(body.personal or ""):
            keys[customer.id] = customer_key(person["phone"], person["name"])
        else:
            missing += 1
    return Population(keys, missing, not_callable)


def _redraw(name: str, sample: DrawnSample, found: Population) -> Redraw:
    known = [found.keys[customer] for customer in sample.order if customer in found.keys]
    is_whole = len(known) == sample.population
    digest = population_digest(known) if is_whole else None
    return Redraw(name, sample.seed, sample.population, sample.size, digest)


def _places(a: Assessment) -> Iterator[SamplePlace]:
    if a.sample is None:
        return
    due, size = set(a.sample.to_call), a.sample.size
    bodies = {entity.id: entity.last.body for entity in a.record.customers}
    known = a.record.personal or {}
    for number, customer in enumerate(a.sample.order, start=1):
        body = bodies[customer]
        person = known.get((body and body.personal) or "")
        entity = a.record.calls.get(customer)
        yield SamplePlace(
            customer=customer,
            number=number,
            is_reserve=number > size,
            is_due=customer in due,
            name=person["name"] if person else None,
            phone=person["phone"] if person else None,
            attempts=attempts(entity),
            call=entity.body if entity else None,
            heads=entity.heads if entity else (),
            in_conflict=bool(entity and entity.in_conflict),
            words=_words(entity, known),
        )


def _words(entity: Entity[Call] | None, known: Mapping[str, Mapping[str, str]]) -> str:
    body = entity.body if entity else None
    said = known.get((body and body.words) or "")
    return said["words"] if said else ""
