"""Where each part of a scheme's document stands in its workbook: what is wrong is mended there.

Apart from the reading of the sheets because refusals of the domain name places of the document
(`dimensions[0].indicators[1].items[0].weight_bp`), which nobody finds in Excel.
"""

import re
from dataclasses import dataclass

from evaluator_desktop.errors import FieldProblem
from evaluator_desktop.texts import _

_PATH = re.compile(r"\b(?:dimensions|rules|tiers|basis|parameters)(?:\[\d+\]|\.\w+)+")
_INDEX = re.compile(r"\[\d+\]")
_LAST_STEP = re.compile(r"(\.?[^.\[\]]+|\[\d*\])$")


@dataclass(frozen=True)
class Place:
    """A sheet, a row as Excel numbers it, a column by its heading; 0 and "" for the whole."""

    sheet: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        if self.column and self.row:
            text = _("sheet “{sheet}”, row {row}, “{column}”")
        elif self.column:
            text = _("sheet “{sheet}”, “{column}”")
        else:
            text = _("sheet “{sheet}”, row {row}") if self.row else _("sheet “{sheet}”")
        return text.format(sheet=self.sheet, row=self.row, column=self.column)


class Places:
    """The places of a document's parts."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._places: dict[str, Place] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._places

    def __getitem__(self, path: str) -> Place:
        return self._places[path]

    def put(self, path: str, place: Place) -> None:
        """Note where a record or a list stands."""
        self._places.setdefault(path, place)

    def put_value(self, path: str, place: Place) -> None:
        """Note where a value stands, and what it is a part of (`name.zh`: also `name`)."""
        while path and path not in self._places:
            self._places[path] = place
            path = _LAST_STEP.sub("", path)

    def in_workbook(self, problem: FieldProblem) -> FieldProblem:
        """Say a problem of the document by places of the workbook."""
        path, rest = problem.field, ""
        while path and path not in self._places:
            step = _LAST_STEP.search(path)
            start = step.start() if step else 0
            path, rest = path[:start], path[start:] + rest
        place = str(self._places[path]) if path else self._file
        message = _PATH.sub(self._known, problem.message)
        names = _INDEX.sub("", rest).strip(".")
        return FieldProblem(f"{place} ({names})" if names else place, message)

    def _known(self, found: "re.Match[str]") -> str:
        return str(self._places.get(found[0], found[0]))
