"""What anybody needs to draw the same sample again (D9), as lines to print, copy or read out."""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluator_desktop.texts import _, count_text


@dataclass(frozen=True)
class Redraw:
    """The facts of a draw."""

    provider: str
    seed: int
    population: int
    size: int
    digest: str | None
    """Of the population (`population_digest`); None where its names are not all here."""


def redraw_rule(size: int) -> str:
    """Return the rule of the draw in one sentence."""
    return _(
        "To draw again: sort by the SHA-256 of seed, line feed, number, line feed, name "
        "(UTF-8, NFC); the first {size} are the sample, the others the reserve in that order."
    ).format(size=count_text(size))


def redraw_lines(draw: Redraw) -> Iterator[str]:
    """Yield everything that is needed, without a name or number of a customer."""
    yield draw.provider
    yield _("Population {population}, sample {size}, seed {seed}.").format(
        population=draw.population, size=draw.size, seed=draw.seed
    )
    yield redraw_rule(draw.size)
    if draw.digest is None:
        yield _("The digest of the population needs every name; some are not on this computer.")
    else:
        yield _(
            "SHA-256 of the population (number and name in turn, a line each, the pairs sorted, "
            "UTF-8): {digest}"
        ).format(digest=draw.digest)
