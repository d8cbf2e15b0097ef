"""What the history holds: one frozen body a kind of entity.

A body is the whole state of one small entity. Class attributes say how two people's work meets:
`key` names the fields that the entity's id is derived from (none: the id is random), `deciding`
the fields in which heads must be equal to agree (none: the whole body). A withdrawn entity has no
body at all. Ids and digests are hex, dates ISO, ratings decimal text ("80.5", "na").
"""

import re
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct

LONGEST_TEXT = 20_000
LONGEST_WORD = 200

Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Day = Annotated[str, Meta(pattern=r"^[12][0-9]{3}-[01][0-9]-[0-3][0-9]\Z")]
Moment = Annotated[
    str,
    Meta(pattern=r"^[12][0-9]{3}-[01][0-9]-[0-3][0-9]T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z\Z"),
]
"""A clock's claim in UTC, to the second."""
Word = Annotated[str, Meta(min_length=1, max_length=LONGEST_WORD)]
Text = Annotated[str, Meta(max_length=LONGEST_TEXT)]
Count = Annotated[int, Meta(ge=0, le=2**53 - 1)]
OutcomeWord = Annotated[
    str, Meta(pattern=r"^(pending|verified|partly_verified|unverifiable|false)\Z")
]
MethodWord = Annotated[str, Meta(pattern=r"^(original|site|phone|online|system)\Z")]
RatingText = Annotated[str, Meta(pattern=r"^(na|100|(0|[1-9][0-9]?)(\.[1-9])?)\Z")]
RoleWord = Annotated[str, Meta(pattern=r"^(lead|evaluator)\Z")]
LEAD, EVALUATOR = "lead", "evaluator"
DispositionWord = Annotated[
    str, Meta(pattern=r"^(completed|no_answer|refused|wrong_number|not_a_customer)\Z")
]
Seed = Annotated[str, Meta(pattern=r"^(0|[1-9][0-9]{0,15})\Z")]
PartValue = bool | int | str | list[str] | dict[str, int] | None


class Body(Struct, frozen=True, forbid_unknown_fields=True):
    """Root of all bodies."""

    kind: ClassVar[str]
    key: ClassVar[tuple[str, ...]] = ()
    deciding: ClassVar[tuple[str, ...]] = ()


class Person(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who is listed in the round; the name carries the staff number where two share it."""

    name: Word
    role: RoleWord


class Round(Body, frozen=True):
    kind = "round"
    name: Word
    organisation: Text
    """The body that carries out the evaluation, as it stands on the cover of reports."""
    cutoff: Day
    period_start: Day
    period_end: Day
    persons: list[Person]


class SchemeInUse(Body, frozen=True):
    kind = "scheme"
    key = ("round",)
    round: Id
    document: dict[str, Any]


class Provider(Body, frozen=True):
    """A provider; its id is derived from the code it was first recorded with, if it had one."""

    kind = "provider"
    code: Annotated[str, Meta(max_length=32)] | None


class Profile(Body, frozen=True):
    """One of three parts, so that two laptops seldom meet in one: see PROFILE_PARTS."""

    kind = "profile"
    key = ("provider", "part")
    provider: Id
    part: str
    values: dict[str, str | bool | None]


class Evidence(Body, frozen=True):
    kind = "evidence"
    provider: Id
    item: Word
    requirement: str | None
    name: Text
    """The file's name as it was, display data only."""
    digest: Digest
    size: Count
    captured_on: Day | None
    note: Text
    origin: Id | None
    """The evidence this one was made from by markup."""
    removed: bool
    reason: Text


class OutcomeRecord(Body, frozen=True):
    kind = "outcome"
    key = ("evidence",)
    deciding = ("outcome",)
    provider: Id
    evidence: Id
    outcome: OutcomeWord
    method: MethodWord
    on: Day
    evaluator: Word
    note: Text


class Rating(Body, frozen=True):
    kind = "rating"
    key = ("provider", "item", "person")
    deciding = ("value",)
    provider: Id
    item: Word
    person: Word
    value: RatingText
    reason: Text


class ShopPart(Body, frozen=True):
    """One of the five parts of a shop's facts: see domain/shop_facts.py."""

    kind = "shop_facts"
    key = ("provider", "part")
    provider: Id
    part: str
    values: dict[str, PartValue]


class Consensus(Body, frozen=True):
    kind = "consensus"
    key = ("provider", "item")
    provider: Id
    item: Word
    value: RatingText
    reason: Text
    covers: list[Digest]


class ClassDecision(Body, frozen=True):
    kind = "class_decision"
    key = ("provider",)
    provider: Id
    proposed: Word
    confirmed: bool
    reason: Text
    covers: list[Digest]


class Review(Body, frozen=True):
    """A submitted provider given back for completion."""

    kind = "review"
    key = ("provider",)
    provider: Id
    reason: Text
    covers: list[Digest]


class Lock(Body, frozen=True):
    kind = "lock"
    key = ("provider",)
    provider: Id
    locked: bool
    version: Count
    reason: Text
    covers: list[Digest]


class Submission(Body, frozen=True):
    kind = "submission"
    key = ("provider", "person")
    provider: Id
    person: Word
    covers: list[Digest]


class Sample(Body, frozen=True):
    kind = "sample"
    key = ("provider",)
    provider: Id
    seed: Seed
    population: Count
    size: Count
    covers: list[Digest]
    """The heads of the population in the order of the draw, then those of the rest of the list."""


class Assignment(Body, frozen=True):
    kind = "assignment"
    key = ("provider", "person")
    provider: Id
    person: Word
    items: list[Word] | None
    """None: every item."""


class Alias(Body, frozen=True):
    """Two providers that turned out to be one; the smaller id stays. Taken back: not `joined`."""

    kind = "alias"
    key = ("provider", "other")
    deciding = ("joined",)
    provider: Id
    other: Id
    joined: bool
    reason: Text


class Customer(Body, frozen=True):
    kind = "customer"
    provider: Id
    personal: Digest | None
    has_number: bool
    removed: bool
    reason: Text


class Attempt(Struct, frozen=True, forbid_unknown_fields=True):
    """One call."""

    at: Moment
    person: Word
    disposition: DispositionWord


class Call(Body, frozen=True):
    kind = "call"
    key = ("customer",)
    deciding = ("disposition", "service_real", "satisfaction")
    provider: Id
    customer: Id
    attempts: list[Attempt]
    disposition: DispositionWord
    service_real: bool | None
    satisfaction: Annotated[int, Meta(ge=1, le=5)] | None
    words: Digest | None
    """What the customer said, a personal object."""


class IssuedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A final report as it was handed out, once a language; the file is kept by its digest."""

    language: Annotated[str, Meta(pattern=r"^(zh_CN|en)\Z")]
    day: Day
    pages: Count
    file_digest: Digest
    content_digest: Digest
    """Of what the file shows, whatever program wrote it anew: see reports/fingerprint.py."""


class EntryFact(Body, frozen=True):
    """What an entry condition asks for and a person found out (D12); yes is 1."""

    kind = "entry_fact"
    key = ("provider", "condition")
    provider: Id
    condition: Word
    number: Count


class IssuedReport(Body, frozen=True):
    """The final report of one version of a provider's results."""

    kind = "issued_report"
    key = ("provider", "version")
    deciding = ("data_digest",)  # printed on two laptops on two days, it says the same
    provider: Id
    version: Count
    number: Word
    data_digest: Digest
    scheme_digest: Digest
    covers: list[Digest]
    """The heads that the report rests on."""
    files: list[IssuedFile]


class Resolution(Body, frozen=True):
    """Why a conflict was settled as it was; written together with the state that settles it."""

    kind = "resolution"
    key = ("conflict",)
    deciding = ("conflict",)  # two reasons are no second conflict beside the first
    provider: Id | None
    conflict: Annotated[str, Meta(pattern=r"^[0-9a-f]{16}\Z")]
    entity: Id
    taken: Digest | None
    """The head that was taken; None for a state written by hand."""
    reason: Text
    covers: list[Digest]


class Purge(Body, frozen=True):
    """An erased personal object; keeps merges from bringing it back."""

    kind = "purge"
    key = ("personal",)
    deciding = ("personal",)  # erased is erased, whatever for
    personal: Digest
    reason: Text


BODIES: dict[str, type[Body]] = {
    body.kind: body
    for body in (
        *(Round, SchemeInUse, Provider, Profile, Evidence, OutcomeRecord, Rating, ShopPart),
        *(Consensus, ClassDecision, Review, Lock, Submission, Sample, Assignment, Alias),
        *(Customer, Call, EntryFact, IssuedReport, Resolution, Purge),
    )
}

PROFILE_PARTS: dict[str, tuple[str, ...]] = {
    "identity": ("name", "is_law_firm", "address"),
    "contacts": ("person",),  # the digest of a personal object: name and telephone number
    "remarks": ("text",),
}


def provider_of(entity: str, body: Body) -> str | None:
    """Return the provider that a body belongs to, None for the round, the scheme and purges."""
    return entity if isinstance(body, Provider) else getattr(body, "provider", None)


def is_digest(value: object) -> bool:
    """Tell whether a value is a digest as bodies name them."""
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None


def personal_of(body: Body | None) -> tuple[str, ...]:
    """Return the digests of the personal objects that a body refers to."""
    if isinstance(body, Profile):
        person = body.values.get("person") if body.part == "contacts" else None
        return (person,) if isinstance(person, str) else ()
    if isinstance(body, Customer):
        return (body.personal,) if body.personal else ()
    if isinstance(body, Call):
        return (body.words,) if body.words else ()
    return ()
