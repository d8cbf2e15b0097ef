"""The workspace that all histories begin with is made once."""

from collections.abc import Iterator

import pytest

from tests.laws.ground import Ground, one_user, prepare, scratch


@pytest.fixture(scope="session")
def _made_once() -> Iterator[Ground]:
    with scratch() as folder, one_user(folder / "user"):
        yield prepare(folder / "workspace")


@pytest.fixture
def ground(_made_once: Ground) -> Iterator[Ground]:
    with one_user(_made_once.workspace.parent / "user"):
        yield _made_once
