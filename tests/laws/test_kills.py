"""A merge that is killed at a step of its transaction, as by a power cut: SIGKILL, no farewell."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from evaluator_desktop.operations.export import ExportWishes
from evaluator_desktop.operations.merge import merge_package
from evaluator_desktop.store.workspace import Workspace
from tests.laws.edits import all_edits
from tests.laws.ground import Ground
from tests.laws.laptop import Laptop

_PARTS = (0, 0.01, 0.3, 0.8, 0.9, 0.97, 0.999)
"""Of a transaction: revisions first, then heads, rows, the log and the end."""


def main(path: Path, package: Path, last: int | None = None) -> int:
    """Merge, and end the process at the last step inside the transaction; returns how many."""
    with Workspace.open(path) as workspace:
        connection = workspace.database.peewee.connection()
        steps = 0

        def count() -> bool:
            nonlocal steps
            steps += connection.in_transaction
            if steps == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return False

        connection.set_progress_handler(count, 1)
        merge_package(workspace, package)
        return steps


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("part", _PARTS)
def test_a_killed_merge_leaves_what_was_and_can_be_done_again(
    ground: Ground, tmp_path: Path, part: float
) -> None:
    chance = random.Random(0)
    sender, receiver, other = (Laptop(tmp_path / name, ground, chance) for name in ("a", "b", "c"))
    sender.attach(ground.items[0], b"new")
    sender.save(all_edits(ground)[0], 1)
    package = sender.export(tmp_path / "package.evpkg", ExportWishes())
    before, _files = receiver.bytes()
    receiver.workspace.close()
    other.workspace.close()
    step = 1 + int(part * main(other.path, package.path))

    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.laws.test_kills"]
    arguments = [str(receiver.path), str(package.path), str(step)]
    done = subprocess.run([*command, *arguments], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL

    receiver.restart()
    assert receiver.bytes()[0] == before
    receiver.files |= sender.files  # stored before the rows that name them: there already, or not
    receiver.merge(package)
    receiver.verify()
    receiver.look_whole()
    assert receiver.rows() == sender.rows()
    for laptop in (sender, receiver):
        laptop.workspace.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
