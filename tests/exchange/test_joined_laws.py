"""The laws of the merge where two providers are joined and taken apart meanwhile.

Whatever three leads do on three laptops, and whoever merges what first: all end with the same
history and the same rows, nothing that anybody rated is missing, and what is read as one is in
conflict exactly where what stands of the two differs.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.bodies import Alias, Rating
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts, resolve
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.joining import join, part
from evaluator_desktop.operations.merge import merge_package
from evaluator_desktop.operations.undo import redo, undo
from evaluator_desktop.store.queries.dump import history_lines, state_lines
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.travellers import MERGED
from tests.joined_providers import WHY
from tests.workspaces import OTHER, PROVIDER, STAFF, make_workspace, shared_rows

_LAPTOPS = 3
_EXAMPLES = int(os.environ.get("LAWS_HISTORIES", "12"))
"""How many histories are tried, as in tests/laws."""
Deed = Callable[[Workspace], object]


def _rate(provider: str, value: str) -> Deed:
    return lambda w: ratings.rate(w, provider, STAFF, value)


def _settle(take: int) -> Deed:
    def settle(workspace: Workspace) -> None:
        for found in conflicts(workspace)[:1]:
            resolve(workspace, found.id, take=min(take, len(found.entity.heads)), reason=WHY)

    return settle


_DEEDS: tuple[Deed, ...] = (
    *(_rate(provider, value) for provider in (PROVIDER, OTHER) for value in ("60", "80")),
    lambda w: ratings.clear_rating(w, PROVIDER, STAFF),
    lambda w: join(w, PROVIDER, OTHER, WHY),
    lambda w: join(w, PROVIDER, OTHER, WHY),
    lambda w: part(w, PROVIDER, OTHER, WHY),
    *(_settle(take) for take in (1, 2)),
    undo,
    redo,
)
_steps = st.one_of(
    st.tuples(st.integers(0, _LAPTOPS - 1), st.sampled_from(range(len(_DEEDS)))),
    st.tuples(st.integers(0, _LAPTOPS - 1), st.integers(-_LAPTOPS, -1)),
)
"""(laptop, deed), or (laptop, minus the number of the one whose work it merges)."""


@contextmanager
def laptops(template: Path) -> Iterator[tuple[Path, list[Workspace]]]:
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, opened = Path(name), []
        for number in range(_LAPTOPS):
            shutil.copytree(template, folder / str(number))
            opened.append(stack.enter_context(Workspace.open(folder / str(number))))
        yield folder, opened


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("laws") / "workspace"
    make_workspace(path)
    return path


@given(st.lists(_steps, min_size=6, max_size=24))
@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_done_all_end_alike(
    template: Path, user_folder: Path, steps: Sequence[tuple[int, int]]
) -> None:
    with laptops(template) as (folder, opened):
        acknowledged: set[str] = set()
        for number, (laptop, what) in enumerate(steps):
            if what < 0:
                _merge(opened[-what - 1], opened[laptop], folder / f"{number}.evpkg")
            else:
                acknowledged |= _done(opened[laptop], _DEEDS[what])
            _is_read_right(opened[laptop])
        for turn in range(2):
            for laptop in range(_LAPTOPS):
                for source in range(_LAPTOPS):
                    file = folder / f"end-{turn}-{laptop}-{source}.evpkg"
                    _merge(opened[source], opened[laptop], file)
        first = opened[0]
        for workspace in opened:
            _is_read_right(workspace)
            assert list(state_lines(workspace)) == list(state_lines(first))
            assert list(history_lines(workspace)) == list(history_lines(first))
            assert shared_rows(workspace) == shared_rows(first)
            assert acknowledged <= {name for name, _content in workspace.history.contents()}
            assert check(workspace).problems == ()


def _done(workspace: Workspace, deed: Deed) -> set[str]:
    """Do it; what is refused, or has nothing to do, writes nothing."""
    count = workspace.history.count()
    try:
        done = deed(workspace)
    except EvaluatorError:
        assert workspace.history.count() == count
        return set()
    return set(getattr(done, "revisions", ()))


def _merge(source: Workspace, target: Workspace, file: Path) -> None:
    if source is not target:
        result = merge_package(target, export_package(source, file).path)
        assert result.status in (MERGED, "already_merged"), result.message


def _is_read_right(workspace: Workspace) -> None:
    """Compare what is read with what stands of each by itself, worked out the long way."""
    aliases = workspace.history.entities(kind=Alias.kind)
    heads = [head.body for alias in aliases for head in alias.heads]
    is_one = any(isinstance(body, Alias) and body.joined for body in heads)
    rows = [row.provider for row in workspace.projections.all()]
    assert rows == ([min(PROVIDER, OTHER)] if is_one else sorted((PROVIDER, OTHER)))
    groups = [(PROVIDER, OTHER)] if is_one else [(PROVIDER,), (OTHER,)]
    for members in groups:
        said = [_values(workspace, member) for member in members]
        values = set().union(*(own for own in said if own != {None}))
        found = workspace.record(members[0]).ratings(STAFF)
        assert bool(found) == bool(values)
        assert [rating.in_conflict for rating in found] == [len(values) > 1] * len(found)


def _values(workspace: Workspace, provider: str) -> set[str | None]:
    """Return the values of the heads of a provider's rating; None for one taken back."""
    found = workspace.history.entities(provider=provider, kind=Rating.kind)
    bodies = [head.body for rating in found for head in rating.heads]
    return {body.value if body else None for body in bodies}
