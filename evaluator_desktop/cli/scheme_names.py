"""Tiers and classes as people call them; programs get the ids."""

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.texts import language

NONE = "—"


def tier_name(scheme: Scheme, tier: str | None) -> str:
    """Return the name of a tier in the user's language, a dash for none."""
    return NONE if tier is None else scheme.tier(tier).name.text(language())


def class_name(scheme: Scheme, band: str | None) -> str:
    """Return the name of a class in the user's language, a dash for none."""
    names = (c.name.text(language()) for c in scheme.parameters.classes if c.id == band)
    return next(names, NONE)
