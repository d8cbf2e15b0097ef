"""Places to sign and to seal."""

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from evaluator_desktop.reports.document import Signature, Signatures
from evaluator_desktop.reports.pdf import styles
from evaluator_desktop.reports.pdf.flowables import P
from evaluator_desktop.reports.pdf.tables import plain_grid

_IN_A_ROW = 2
_SEAL_SIDE = 42 * mm


class _Rule(Flowable):
    """The line to sign on."""

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width - 14 * mm, 1
        return available_width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(styles.RULE)
        self.canv.setLineWidth(0.7)
        self.canv.line(0, 0, self.width, 0)


class _Seal(Flowable):
    """A dashed square as large as a seal, with what belongs there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = P(text, styles.SEAL)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, _SEAL_SIDE + 2 * mm
        return self.width, self.height

    def draw(self) -> None:
        left = self.width - _SEAL_SIDE
        self.canv.setStrokeColor(styles.RULE)
        self.canv.setLineWidth(0.6)
        self.canv.setDash(3, 3)
        self.canv.rect(left, 0, _SEAL_SIDE, _SEAL_SIDE)
        _width, height = self._text.wrap(_SEAL_SIDE - 4 * mm, _SEAL_SIDE)
        self._text.drawOn(self.canv, left + 2 * mm, (_SEAL_SIDE - height) / 2)


def signatures(said: Signatures) -> list[Flowable]:
    """Lay out the places to sign two in a row, the place for the seal below them."""
    cells: list[Any] = [_place(signature) for signature in said.signatures]
    cells += [""] * (-len(cells) % _IN_A_ROW)
    rows = [cells[start : start + _IN_A_ROW] for start in range(0, len(cells), _IN_A_ROW)]
    grid = plain_grid(rows, [styles.TEXT_WIDTH / _IN_A_ROW] * _IN_A_ROW)
    return [KeepTogether([grid, _Seal(said.seal)])]


def _place(said: Signature) -> list[Flowable]:
    head = f"{said.role}  {said.name}" if said.name else said.role
    blank = Spacer(0, 12 * mm)
    return [P(head, styles.LABEL), blank, _Rule(), P(said.day, styles.LABEL), Spacer(0, 5 * mm)]
