"""Revisions as lines of text, written without the program: what comes from outside is made here."""

import hashlib
import json
from typing import Any

PROVIDER = "ab" * 16
EVIDENCE = "cd" * 16
ROUND = "ef" * 16
DIGEST = "12" * 32

BODIES: dict[str, dict[str, Any]] = {
    "round": {
        "name": "测评",
        "organisation": "",
        "cutoff": "2020-12-31",
        "period_start": "2020-01-01",
        "period_end": "2020-12-31",
        "persons": [{"name": "林一帆", "role": "lead"}],
    },
    "provider": {"code": "91310000MA1FL0000X"},
    "profile": {
        "provider": PROVIDER,
        "part": "identity",
        "values": {"name": "雁栖（示例）", "is_law_firm": False, "address": None},
    },
    "evidence": {
        "provider": PROVIDER,
        "item": "organization.staff",
        "requirement": "staff_list",
        "name": "名册.pdf",
        "digest": DIGEST,
        "size": 5,
        "captured_on": "2020-06-01",
        "note": "",
        "origin": None,
        "removed": False,
        "reason": "",
    },
    "outcome": {
        "provider": PROVIDER,
        "evidence": EVIDENCE,
        "outcome": "verified",
        "method": "original",
        "on": "2020-06-02",
        "evaluator": "周明",
        "note": "",
    },
    "rating": {
        "provider": PROVIDER,
        "item": "organization.staff",
        "person": "周明",
        "value": "80.5",
        "reason": "",
    },
    "shop_facts": {
        "provider": PROVIDER,
        "part": "offer",
        "values": {"products": 18, "is_decorated": True},
    },
    "consensus": {
        "provider": PROVIDER,
        "item": "organization.staff",
        "value": "na",
        "reason": "依据",
        "covers": [DIGEST],
    },
    "class_decision": {
        "provider": PROVIDER,
        "proposed": "failed",
        "confirmed": True,
        "reason": "依据",
        "covers": [],
    },
    "review": {"provider": PROVIDER, "reason": "补充", "covers": []},
    "lock": {"provider": PROVIDER, "locked": True, "version": 1, "reason": "", "covers": []},
    "submission": {"provider": PROVIDER, "person": "周明", "covers": []},
    "sample": {"provider": PROVIDER, "seed": "1", "population": 9, "size": 9, "covers": []},
    "assignment": {"provider": PROVIDER, "person": "周明", "items": None},
    "alias": {"provider": PROVIDER, "other": "f" * 32, "joined": True, "reason": "同一家"},
    "entry_fact": {"provider": PROVIDER, "condition": "staff", "number": 17},
    "customer": {
        "provider": PROVIDER,
        "personal": DIGEST,
        "has_number": True,
        "removed": False,
        "reason": "",
    },
    "call": {
        "provider": PROVIDER,
        "customer": EVIDENCE,
        "attempts": [{"at": "2020-06-01T08:00:00Z", "person": "周明", "disposition": "no_answer"}],
        "disposition": "completed",
        "service_real": True,
        "satisfaction": 5,
        "words": None,
    },
    "issued_report": {
        "provider": PROVIDER,
        "version": 1,
        "number": "2020-001",
        "data_digest": DIGEST,
        "scheme_digest": DIGEST,
        "covers": [],
        "files": [
            {
                "language": "zh_CN",
                "day": "2020-12-31",
                "pages": 8,
                "file_digest": DIGEST,
                "content_digest": DIGEST,
            }
        ],
    },
    "resolution": {
        "provider": PROVIDER,
        "conflict": "0123456789abcdef",
        "entity": EVIDENCE,
        "taken": None,
        "reason": "依据",
        "covers": [],
    },
    "purge": {"personal": DIGEST, "reason": ""},
}
"""A sound body of every kind but the scheme, whose document is long."""

KEYS: dict[str, tuple[str, ...]] = {
    "scheme": ("round",),
    "profile": ("provider", "part"),
    "outcome": ("evidence",),
    "rating": ("provider", "item", "person"),
    "shop_facts": ("provider", "part"),
    "consensus": ("provider", "item"),
    "class_decision": ("provider",),
    "review": ("provider",),
    "lock": ("provider",),
    "submission": ("provider", "person"),
    "sample": ("provider",),
    "assignment": ("provider", "person"),
    "alias": ("provider", "other"),
    "call": ("customer",),
    "entry_fact": ("provider", "condition"),
    "issued_report": ("provider", "version"),
    "resolution": ("conflict",),
    "purge": ("personal",),
}
"""The natural keys of design.md; kinds that are not here have random ids."""


def written(value: Any) -> bytes:
    """The canonical bytes of a value whose text is in NFC, by the standard library."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def entity_of(kind: str, body: dict[str, Any]) -> str:
    """The id that follows from a natural key, by the recipe of design.md."""
    if kind not in KEYS:
        return EVIDENCE
    parts = [str(body[field]) for field in KEYS[kind]]
    return hashlib.sha256(written(["evaluator-desktop entity 1", kind, *parts])).hexdigest()[:32]


def fields(kind: str = "rating", /, **body: Any) -> dict[str, Any]:
    """The fields of a sound first revision; `body` changes fields of the kind's body."""
    values = {**BODIES[kind], **body}
    return {
        "v": 1,
        "entity": entity_of(kind, values),
        "kind": kind,
        "body": values,
        "parents": [],
        "run": "0a" * 16,
        "seq": 0,
        "prev": None,
        "author": "周明",
        "device": "12345-67890",
        "at": "2020-06-01T08:00:00Z",
        "action": "rate",
        "group": "0b" * 16,
    }


def line(kind: str = "rating", /, **changes: Any) -> bytes:
    """A sound first revision as bytes; `changes` replace fields of the revision itself."""
    return written({**fields(kind), **changes})
