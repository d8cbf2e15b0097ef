"""The shops that rules.md works out, as JSON values, and what schemes make of them."""

import copy
from datetime import date, timedelta
from typing import Any

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.domain.shop_facts import parse_facts
from evaluator_desktop.domain.shop_points import ShopLedger, shop_ledger

Facts = dict[str, Any]


def login_runs(*lengths: int, first: date = date(2020, 1, 1)) -> list[str]:
    """Return the dates of unbroken runs of logins with a day's break between them."""
    dates: list[str] = []
    for length in lengths:
        dates += [str(first + timedelta(days=n)) for n in range(length)]
        first += timedelta(days=length + 1)
    return dates


def worked_example(**changes: Any) -> Facts:
    """Return the shop of 2470 points; a change of None takes the field out."""
    facts: Facts = {
        "cutoff": "2020-12-31",
        "registered_on": "2008-06-15",
        "has_introduction": True,
        "has_website": True,
        "certificates": 26,
        "products": 18,
        "is_decorated": True,
        "login_dates": login_runs(10, 3, 25, 7),
        "followers": {"personal": 40, "enterprise": 65},
        "purchases": 120,
        "praise": {"personal": 20, "enterprise": 70},
        "comments": {"personal": 15, "enterprise": 60},
        "replies": 50,
        "ratings": {"good": 90, "all": 95},
    }
    facts.update(changes)
    return {key: value for key, value in facts.items() if value is not None}


def empty_shop(**changes: Any) -> Facts:
    """Return a shop registered on the cut-off date that earns nothing."""
    nobody = {"personal": 0, "enterprise": 0}
    facts = worked_example(
        registered_on="2020-12-31",
        has_introduction=False,
        has_website=False,
        certificates=0,
        products=0,
        is_decorated=False,
        login_dates=[],
        followers=dict(nobody),
        purchases=0,
        praise=dict(nobody),
        comments=dict(nobody),
        replies=0,
        ratings={"good": 0, "all": 0},
    )
    facts.update(changes)
    return {key: value for key, value in facts.items() if value is not None}


def ledger_of(scheme: Scheme, raw: Facts, period_start: date | None = None) -> ShopLedger:
    return shop_ledger(scheme, parse_facts(raw), period_start)


def points_of(ledger: ShopLedger) -> dict[str, int]:
    return {line.rule.id: line.points for line in ledger.lines}


def with_parameters(shipped: dict[str, Any], **parameters: Any) -> Scheme:
    document = copy.deepcopy(shipped)
    document["parameters"].update(parameters)
    return load_scheme(document)
