"""How it was evaluated, and every reading behind the numbers (计分口径)."""

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.explanation.readings import readings, weights_words
from evaluator_desktop.reports.document import (
    Column,
    Fact,
    Facts,
    Prose,
    Row,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.sections.wording import named
from evaluator_desktop.texts import _


def method(a: Assessment) -> Section:
    scheme = a.scheme
    told = _(
        "Evaluators check each piece of evidence against its original or source and record an "
        "outcome with its method and date; each item is rated 0 to 100; a rating is a person's "
        "and is never overwritten. The score is the sum of rating × weight over all items."
    )
    facts = Facts(
        (
            Fact(_("Scheme"), f"{named(scheme.name)} · {scheme.id} {scheme.version}"),
            Fact(_("Digest of the scheme"), scheme.digest),
            Fact(_("Weights"), weights_words(scheme)),
        )
    )
    columns = (Column(_("Clause"), 15), Column(_("Point"), 46), Column(_("Reading used"), 95))
    rows = tuple(Row(reading) for reading in readings(scheme, a.round.body))
    note = _(
        "The documents are silent on these points or can be read in two ways. The readings belong "
        "to the scheme and are covered by its digest; they are not the documents' words."
    )
    table = Table(_("Readings used for the score"), columns, rows)
    return Section(_("Method and readings"), (Prose(told), facts, table, Prose(note, Tone.NOTE)))
