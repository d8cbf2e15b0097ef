"""Records of one provider put together by hand, without a store."""

from itertools import count
from typing import Any

from evaluator_desktop.domain.bodies import (
    Assignment,
    Body,
    ClassDecision,
    Consensus,
    Evidence,
    Lock,
    OutcomeRecord,
    Profile,
    Provider,
    Rating,
    Review,
    Round,
    ShopPart,
    Submission,
)
from evaluator_desktop.domain.history import Entity, Head, derived_id
from evaluator_desktop.domain.record import ProviderRecord, RoundInfo, group_entities

PROVIDER = "ab" * 16
LIN, ZHOU, CHEN = "林一帆", "周明", "陈静"
STAFF = "organization.staff"

ROUND = RoundInfo("ef" * 16, Round("测评", "", "2020-12-31", "2020-01-01", "2020-12-31", []), False)

FACTS: dict[str, dict[str, Any]] = {
    "company": {
        "registered_on": "2008-06-15",
        "has_introduction": True,
        "has_website": True,
        "certificates": 26,
    },
    "offer": {"products": 18, "is_decorated": True},
    "logins": {"login_days": 45, "login_streaks": 3},
    "followers": {"followers": {"personal": 40, "enterprise": 65}},
    "feedback": {
        "purchases": 120,
        "praise": {"personal": 20, "enterprise": 70},
        "comments": {"personal": 15, "enterprise": 60},
        "replies": 50,
        "ratings": {"good": 90, "all": 95},
    },
}

_numbers = count(1)


def head(body: Body | None, author: str = ZHOU, at: str = "2020-06-01T08:00:00Z") -> Head[Any]:
    """A head of its own: no two have the same id."""
    return Head(f"{next(_numbers):064x}", author, at, body)


def entity(*bodies: Body | None, id: str = "") -> Entity[Any]:  # noqa: A002  as it is called
    """An entity whose heads say these things; `id` for kinds with random ids."""
    known = next(body for body in bodies if body is not None)
    name = id or (derived_id(known) if known.key else f"{next(_numbers):032x}")
    return Entity(name, known.kind, tuple(head(body) for body in bodies))


def withdrawn(known: Entity[Any]) -> Entity[Any]:
    """The entity after it was taken back."""
    return Entity(known.id, known.kind, (head(None),))


_EXISTS = entity(Provider("91310000MA1FL0000X"), id=PROVIDER)


def record(*entities: Entity[Any], missing: frozenset[str] = frozenset()) -> ProviderRecord:
    """A record of a provider that exists, unless one of the entities says otherwise."""
    found = {e.id: e for e in (_EXISTS, *entities)}
    return ProviderRecord(PROVIDER, group_entities(found.values()), missing)


def rating(value: str = "80", person: str = ZHOU, item: str = STAFF, reason: str = "") -> Rating:
    return Rating(PROVIDER, item, person, value, reason)


def evidence(name: str = "名册.pdf", item: str = STAFF, **changes: Any) -> Evidence:
    fields: dict[str, Any] = {
        "provider": PROVIDER,
        "item": item,
        "requirement": "staff_list",
        "name": name,
        "digest": "12" * 32,
        "size": 5,
        "captured_on": None,
        "note": "",
        "origin": None,
        "removed": False,
        "reason": "",
    }
    return Evidence(**fields | changes)


def outcome(of: Entity[Any], word: str = "verified", note: str = "") -> OutcomeRecord:
    return OutcomeRecord(PROVIDER, of.id, word, "original", "2020-06-01", ZHOU, note)


def consensus(value: str, *covers: Entity[Any], item: str = STAFF) -> Consensus:
    return Consensus(PROVIDER, item, value, "会商", _heads(*covers))


def class_decision(*covers: Entity[Any], confirmed: bool = True) -> ClassDecision:
    return ClassDecision(PROVIDER, "failed", confirmed, "依据", _heads(*covers))


def submission(person: str, *covers: Entity[Any]) -> Submission:
    return Submission(PROVIDER, person, _heads(*covers))


def review(*covers: Entity[Any]) -> Review:
    return Review(PROVIDER, "请补充", _heads(*covers))


def lock(*covers: Entity[Any], locked: bool = True, version: int = 1) -> Lock:
    return Lock(PROVIDER, locked, version, "" if locked else "更正", _heads(*covers))


def assignment(person: str, items: list[str] | None = None) -> Assignment:
    return Assignment(PROVIDER, person, items)


def profile(part: str = "identity", **values: Any) -> Profile:
    empty = {"name": None, "is_law_firm": None, "address": None} if part == "identity" else {}
    return Profile(PROVIDER, part, empty | values)


def shop(**changes: dict[str, Any]) -> list[Entity[Any]]:
    """The five parts of the worked example of rules.md; `changes` replace fields of a part."""
    return [entity(ShopPart(PROVIDER, p, v | changes.get(p, {}))) for p, v in FACTS.items()]


def _heads(*entities: Entity[Any]) -> list[str]:
    return sorted(name for one in entities for name in one.head_ids)
