"""Works out the arithmetic of an explanation again, from its text alone and in fractions."""

import re
from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor, isqrt

from evaluator_desktop.domain.explanation.step import Step

Value = Fraction | bool
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?(?:/\d+)?)|(max|min|round|[+−×÷()⌊⌋⌈⌉√,<>≥≤]))")
_COMPARED: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "≥": lambda a, b: a >= b,
    "≤": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
}
_BRACKETS: dict[str, tuple[str, Callable[[Fraction], Fraction]]] = {
    "(": (")", Fraction),
    "⌊": ("⌋", lambda x: Fraction(floor(x))),
    "⌈": ("⌉", lambda x: Fraction(ceil(x))),
}


class _Reader:
    """Recursive descent over + − × ÷, brackets, functions and chained comparisons."""

    def __init__(self, text: str) -> None:
        self.tokens: list[str] = []
        place = 0
        while place < len(text):
            found = _TOKEN.match(text, place)
            assert found, f"{text!r} at {place}"
            self.tokens.append(found.group(1) or found.group(2))
            place = found.end()
        self.tokens.reverse()

    def next(self, *wanted: str) -> str | None:
        if self.tokens and (not wanted or self.tokens[-1] in wanted):
            return self.tokens.pop()
        return None

    def need(self, wanted: str) -> None:
        assert self.next(wanted), f"{wanted} is missing before {self.tokens}"

    def compared(self) -> Value:
        left = self.sum()
        holds = None
        while sign := self.next(*_COMPARED):
            right = self.sum()
            holds = holds is not False and _COMPARED[sign](left, right)
            left = right
        return left if holds is None else holds

    def sum(self) -> Fraction:
        value = -self.product() if self.next("−") else self.product()
        while sign := self.next("+", "−"):
            value += self.product() if sign == "+" else -self.product()
        return value

    def product(self) -> Fraction:
        value = self.factor()
        while sign := self.next("×", "÷"):
            value = value * self.factor() if sign == "×" else value / self.factor()
        return value

    def factor(self) -> Fraction:
        sign = self.next()
        assert sign
        if sign in _BRACKETS:
            close, after = _BRACKETS[sign]
            value = self.sum()
            self.need(close)
            return after(value)
        if sign == "√":
            return _root(self.factor())
        if sign in ("max", "min", "round"):
            return self.call(sign)
        return Fraction(sign)

    def call(self, name: str) -> Fraction:
        self.need("(")
        values = [self.sum()]
        while self.next(","):
            values.append(self.sum())
        self.need(")")
        if name == "round":
            value, places = values
            scale = 10 ** int(places)
            return Fraction(floor(value * scale + Fraction(1, 2)), scale)
        return max(values) if name == "max" else min(values)


def _root(value: Fraction) -> Fraction:
    scale = 10**40
    return Fraction(isqrt(value.numerator * scale * scale // value.denominator), scale)


def worked_out(text: str) -> Value:
    """Return what a formula comes to."""
    reader = _Reader(text)
    value = reader.compared()
    assert not reader.tokens
    return value


def worked_out_of(step: Step) -> Value | None:
    """Return a step's value computed from the leaves of its tree alone."""
    if not step.formula:
        return step.value
    inputs = [worked_out_of(child) for child in step.steps]
    stand_ins = [Step(child.what, value) for child, value in zip(step.steps, inputs, strict=True)]
    return worked_out(Step("", formula=step.formula, steps=tuple(stand_ins)).arithmetic())
