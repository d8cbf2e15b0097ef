"""Ways to spoil a scheme's document at one place, and to ask which places are refused."""

from collections.abc import Callable
from typing import Any

import pytest

from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.errors import SchemeError

Document = dict[str, Any]
Change = Callable[[Document], object]
FIRST_ITEM = "dimensions[0].indicators[0].items[0]"


def places(document: Document) -> list[str]:
    with pytest.raises(SchemeError) as caught:
        load_scheme(document)
    assert all(problem.message for problem in caught.value.details)
    return [problem.field for problem in caught.value.details]


def first_item(document: Document) -> Document:
    found: Document = document["dimensions"][0]["indicators"][0]["items"][0]
    return found


def at(document: Document, *path: str | int) -> Any:
    value: Any = document
    for step in path:
        value = value[step]
    return value


def put(*path: str | int, value: object) -> Change:
    def change(document: Document) -> None:
        at(document, *path[:-1])[path[-1]] = value

    return change


def drop(*path: str | int) -> Change:
    def change(document: Document) -> None:
        del at(document, *path[:-1])[path[-1]]

    return change
