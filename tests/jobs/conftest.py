"""A preview process, and a file as the store would keep it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluator_desktop.jobs.preview_process import PreviewProcess


@pytest.fixture(scope="module")
def process() -> Iterator[PreviewProcess]:
    process = PreviewProcess()
    yield process
    process.close()
    process.forget()


@pytest.fixture
def blob(tmp_path: Path) -> Path:
    """Where the store would keep the file: a digest, no ending."""
    return tmp_path / "9c41e07b"
