"""One step of an explanation: inputs, arithmetic, value, clause, and who recorded it when.

A step holds the steps that it was worked out from, so that every number can be computed again
from the leaves of its tree: what somebody recorded, what the scheme says. The arithmetic is text:
+ − × ÷, comparisons, ⌊ ⌋, ⌈ ⌉, √ (cut off after 40 decimals), min, max, and round(…, 2), which is
half-up (D2).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme

Value = Fraction | bool
_MOST_DIGITS = 12
"""Of a number in a formula for people; JSON has all of them."""


@dataclass(frozen=True)
class Origin:
    """Who recorded an input; `at` is the clock's claim in UTC."""

    author: str
    at: str


@dataclass(frozen=True)
class Step:
    """One number, or why there is none."""

    what: str
    value: Value | None = None
    """Exact; a comparison's is true or false; None where there is no number."""
    shown: str = ""
    """As it is printed, or the words in its place."""
    rule: str = ""
    """The clause (D2, P6)."""
    formula: str = ""
    """The arithmetic, with {0}, {1} … for the values of `steps`; empty for an input."""
    steps: tuple["Step", ...] = ()
    key: str = ""
    """Names the numbers that are asked for: score, item:ID, shop, tier …"""
    parameter: str = ""
    """Name of the scheme's parameter that the value is."""
    words: str = ""
    """The document's own words, and …"""
    source: str = ""
    """… the title of that document."""
    note: str = ""
    recorded: tuple[Origin, ...] = ()

    @property
    def number(self) -> Fraction:
        """The value to go on with; 0 where there is none."""
        return Fraction(self.value or 0)

    def arithmetic(self, *, short: bool = False) -> str:
        """Return the formula with its numbers; `short`: long ones are cut and marked ≈."""
        if not self.formula:
            return ""
        spell = short_text if short else exact_text
        return self.formula.format(*(_operand(step.value, spell) for step in self.steps))

    def as_input(self) -> "Step":
        """Return it without its own steps, for a number that is explained under its key."""
        return replace(self, formula="", steps=(), words="", source="", note="", recorded=())


def _operand(value: Value | None, spell: Any) -> str:
    text = "?" if value is None else str(spell(value))
    return f"({text})" if "/" in text or text.startswith("-") else text


def exact_text(value: Value) -> str:
    """Return a number in full: "80.5" where it ends, else "250/3"; true and false are 1 and 0."""
    return _exact_text(value.numerator, value.denominator)


@lru_cache(maxsize=4096)  # the results of a round hold the same ratings and weights over and over
def _exact_text(numerator: int, denominator: int) -> str:
    places = _decimals(denominator)
    if places is None:
        return f"{numerator}/{denominator}"
    if not places:
        return str(numerator)
    digits = f"{abs(numerator) * 10**places // denominator:0{places + 1}d}"
    sign = "-" if numerator < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def _decimals(rest: int) -> int | None:
    """Return how many decimals follow from a denominator, None where they never end."""
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def short_text(value: Value) -> str:
    """Return a number as a person would write it: in full, or its first six decimals after ≈."""
    text = exact_text(value)
    if len(text) <= _MOST_DIGITS:
        return text
    millionths = int(Fraction(value) * 10**6)
    return f"≈{exact_text(Fraction(millionths, 10**6))}"


def added(steps: Sequence["Step"]) -> str:
    """Return the formula for the sum of those steps that have a number, "0" for none."""
    places = (n for n, step in enumerate(steps) if step.value is not None)
    return " + ".join(f"{{{n}}}" for n in places) or "0"


def leaf(
    what: str, value: Value | int | None, shown: str = "", rule: str = "", **more: Any
) -> Step:
    """Return an input: `value` as it was recorded or as the scheme says."""
    exact = Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value
    text = shown or ("" if exact is None else short_text(exact))
    return Step(what, exact, text, rule, **more)


def parameter(scheme: Scheme, name: str, what: str, rule: str) -> Step:
    """Return a parameter of the scheme as an input; one that is a word has no value."""
    value = getattr(scheme.parameters, name)
    if isinstance(value, str):
        return Step(what, None, value, rule, parameter=name)
    number = value if isinstance(value, bool) else Fraction(value)
    return leaf(what, number, rule=rule, parameter=name)


def origins(entity: Entity[Any] | None) -> tuple[Origin, ...]:
    """Return who recorded what stands in an entity, a line for each of its heads."""
    heads = entity.heads if entity else ()
    return tuple(Origin(head.author, head.at) for head in heads)


def walk(steps: Iterable[Step]) -> Iterator[Step]:
    """Yield these steps and all below them, each before its inputs."""
    waiting = [*steps][::-1]
    while waiting:
        step = waiting.pop()
        yield step
        waiting += step.steps[::-1]


def find(steps: Iterable[Step], key: str) -> Step | None:
    """Return the explanation of a number; where it is an input elsewhere too, the full one."""
    found = [step for step in walk(steps) if step.key == key]
    return max(found, key=lambda step: bool(step.formula or step.steps), default=None)
