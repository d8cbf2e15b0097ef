"""The standing check of work that the scheme in use has no place for.

Apart from the other findings because it is about what the assessment leaves out: after a change of
the scheme, ratings and evidence of items that are gone stay in the history and do not count.
"""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Body, Consensus, Evidence, Rating
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.texts import N_

_OF_ITEMS: tuple[type[Body], ...] = (Rating, Consensus, Evidence)


def outside_scheme(a: Assessment) -> Iterator[Finding]:
    """Name the items, by id, that something was recorded of and the scheme lacks."""
    bodies = [head.body for kind in _OF_ITEMS for e in a.record.of(kind) for head in e.heads]
    standing = (body for body in bodies if body and not getattr(body, "removed", False))
    gone = sorted(
        {str(getattr(body, "item", "")) for body in standing} - {item.id for item in a.scheme.items}
    )
    if gone:
        sentence = N_("The scheme has no item {items}: what was recorded of it does not count.")
        yield Finding(Severity.WARNING, "scheme", "provider", sentence, {"items": "、".join(gone)})
