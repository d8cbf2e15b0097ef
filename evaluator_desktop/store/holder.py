"""The note beside the database that says who has it open.

SQLite's own lock is what keeps a second program out; the note gives the refusal a name. It counts
by itself only when it was left by another computer, whose lock cannot be seen from here.
"""

import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from evaluator_desktop.texts import _, time_text

FILE_NAME = "lock"


@dataclass(frozen=True)
class Holder:
    """A process that has, or had, the workspace open; `since` is ISO text in UTC."""

    pid: int
    host: str
    since: str

    @property
    def text(self) -> str:
        sentence = _("process {pid} on {host} since {since}")
        since = time_text(datetime.fromisoformat(self.since))
        return sentence.format(pid=self.pid, host=self.host, since=since)

    @property
    def is_elsewhere(self) -> bool:
        return self.host != platform.node()


def read_holder(folder: Path) -> Holder | None:
    """Return who left a note, None where there is none that can be read."""
    try:
        left = Holder(**json.loads((folder / FILE_NAME).read_text("utf-8")))
        datetime.fromisoformat(left.since)
    except (OSError, ValueError, TypeError):
        return None
    return left


def holder_text(folder: Path) -> str:
    holder = read_holder(folder)
    return holder.text if holder else _("another program")


def write_holder(folder: Path, now: str) -> None:
    """Say that this process has the workspace."""
    holder = Holder(os.getpid(), platform.node(), now)
    (folder / FILE_NAME).write_text(json.dumps(asdict(holder)), "utf-8")


def remove_holder(folder: Path) -> None:
    (folder / FILE_NAME).unlink(missing_ok=True)
