"""How the lines of 会商 look: a column for each evaluator, the spread marked, the decision."""

from collections.abc import Sequence

from evaluator_desktop.domain.body_words import rating_words
from evaluator_desktop.domain.consensus import ConsensusLine, Given
from evaluator_desktop.domain.scoring import RatingState, printed
from evaluator_desktop.texts import N_, _, language
from evaluator_desktop.ui.models.cell_table_model import Head
from evaluator_desktop.ui.widgets.cells import Cell

_LOOKS = {
    RatingState.DISPUTED: ("flag", "false", N_("in dispute")),
    RatingState.CONFLICT: ("conflict", "false", N_("versions differ")),
}


def consensus_heads(people: Sequence[str]) -> list[Head]:
    """Return the columns: the item, each person, the spread, the decision."""
    return [
        Head(_("Item")),
        *(Head(person, right=True) for person in people),
        Head(_("Spread"), right=True),
        Head(_("Consensus rating"), right=True),
    ]


def consensus_row(line: ConsensusLine, people: Sequence[str]) -> list[Cell]:
    """Return the cells of an item."""
    return [
        _item_cell(line),
        *(_given_cell(line.given.get(person)) for person in people),
        _spread_cell(line),
        _decision_cell(line),
    ]


def given_words(line: ConsensusLine) -> str:
    """Return everybody's rating with its reason, on one line."""
    parts = []
    for person, given in line.given.items():
        reason = f"（{given.reason}）" if given.reason else ""
        parts.append(f"{person} {_value(given)}{reason}")
    return "  ·  ".join(parts)


def _item_cell(line: ConsensusLine) -> Cell:
    icon, ink, word = _LOOKS.get(line.state, ("", "", ""))
    if line.is_stale:
        icon, ink, word = "warning", "partly", N_("to be confirmed")
    name = f"{line.number}  {line.item.name.text(language())}"
    return Cell(name, icon=icon, icon_ink=ink, note=_(word) if word else "", bold=line.is_open)


def _given_cell(given: Given | None) -> Cell:
    return Cell(_value(given), right=True) if given else Cell("—", ink="text3", right=True)


def _value(given: Given) -> str:
    return rating_words(given.value) if given.value else _("versions differ")


def _spread_cell(line: ConsensusLine) -> Cell:
    if line.spread is None:
        return Cell("—", ink="text3", right=True)
    disputed = line.state is RatingState.DISPUTED
    ink = "false" if disputed else "text2"
    return Cell(printed(line.spread), ink=ink, bold=disputed, right=True)


def _decision_cell(line: ConsensusLine) -> Cell:
    if line.decided is None:
        return Cell("—", ink="text3", right=True)
    ink = "partly" if line.is_stale else "text"
    return Cell(rating_words(line.decided), bold=True, ink=ink, right=True)
