"""The standing check of work that the scheme in use has no place for.

Apart from the other findings because it is about what the assessment leaves out: after a change of
the scheme, ratings and evidence of items that are gone stay in the history and do not count.
"""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.texts import N_, listed


def outside_scheme(a: Assessment) -> Iterator[Finding]:
    """Name the items, by id, that something was recorded of and the scheme lacks."""
    pieces = [head.body for entity in a.record.of(Evidence) for head in entity.heads]
    recorded = a.record.rated_items.union([e.item for e in pieces if e and not e.removed])
    if gone := sorted(item for item in recorded if a.scheme.find(item) is None):
        sentence = N_("The scheme has no item {items}: what was recorded of it does not count.")
        yield Finding(Severity.WARNING, "scheme", "provider", sentence, {"items": listed(gone)})
