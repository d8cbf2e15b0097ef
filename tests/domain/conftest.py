"""The shipped scheme, and its document to take apart."""

import copy
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.paths import resource_dir
from evaluator_desktop.texts import set_language


@pytest.fixture(scope="session")
def shipped() -> dict[str, Any]:
    path = resource_dir() / "schemes" / "shanghai-2020.toml"
    return tomllib.loads(path.read_text("utf-8"))


@pytest.fixture(scope="session")
def scheme(shipped: dict[str, Any]) -> Scheme:
    return load_scheme(shipped)


@pytest.fixture
def document(shipped: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(shipped)


@pytest.fixture
def english() -> Iterator[None]:
    """Sentences as they stand in the code; the default of all tests is Chinese."""
    set_language("en")
    yield
    set_language("zh_CN")
