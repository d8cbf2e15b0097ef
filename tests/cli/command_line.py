"""The command line as tests call it: in this process, as a shell would, with a person's laptop."""

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from evaluator_desktop.__main__ import main

CODE = "91310000MA1FL0000N"
SECOND_CODE = "91310115MA1K3YH46A"
NAME = "雁栖管理咨询公司（示例）"
CONTACT, PHONE = "柳如是", "13812345678"

FACTS: dict[str, Any] = {
    "cutoff": "2020-12-31",
    "registered_on": "2008-06-15",
    "has_introduction": True,
    "has_website": True,
    "certificates": 26,
    "products": 18,
    "is_decorated": True,
    "login_days": 45,
    "login_streaks": 3,
    "followers": {"personal": 40, "enterprise": 65},
    "purchases": 120,
    "praise": {"personal": 20, "enterprise": 70},
    "comments": {"personal": 15, "enterprise": 60},
    "replies": 50,
    "ratings": {"good": 90, "all": 95},
}
"""The worked example of the rules: 2470 points, diamond_3."""


@dataclass(frozen=True)
class Answer:
    """What one call came to."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """The one JSON object on standard error, with the keys of the contract."""
        found: dict[str, Any] = json.loads(self.err)
        assert set(found) == {"error", "message", "details"}
        assert found["message"]
        return found


class CommandLine:
    """Calls `main`; `home` is the folder of the user whose laptop it is."""

    def __init__(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        home: Path | None = None,
        always: Sequence[str | Path] = (),
    ) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self._home = home
        self._always = always

    def on(self, home: Path, *always: str | Path) -> "CommandLine":
        """Return the same command line on another laptop, with options for every call."""
        return CommandLine(self._capsys, self._monkeypatch, home, always)

    def in_words(self, *arguments: str | Path, stdin: bytes | None = None) -> Answer:
        """Call a command as people do."""
        with self._monkeypatch.context() as patch:
            if self._home is not None:
                patch.setenv("XDG_CONFIG_HOME", str(self._home))
            if stdin is not None:
                patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            self._capsys.readouterr()
            code = main([str(a) for a in (*self._always, *arguments)])
        said = self._capsys.readouterr()
        return Answer(code, said.out, said.err)

    def __call__(self, *arguments: str | Path, stdin: bytes | None = None) -> Answer:
        """Call a command with --json."""
        answer = self.in_words(*arguments, "--json", stdin=stdin)
        if answer.out:
            assert answer.out.endswith("\n")
            json.loads(answer.out)
        return answer

    def done(self, *arguments: str | Path, stdin: bytes | None = None) -> Any:
        """Call a command that succeeds, and return its document."""
        answer = self(*arguments, stdin=stdin)
        assert (answer.code, answer.err) == (0, ""), answer
        return answer.document

    def refused(self, code: str, *arguments: str | Path, stdin: bytes | None = None) -> Answer:
        """Call a command that is refused as bad input, and return what it said."""
        answer = self(*arguments, stdin=stdin)
        assert (answer.code, answer.error["error"]) == (2, code), answer
        return answer


def write_list(path: Path, rows: Sequence[Sequence[str | None]]) -> Path:
    """Write a list of providers as people keep it in Excel."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (("机构名称", "统一社会信用代码", "联系人", "联系电话"), *rows):
        sheet.append(list(row))
    workbook.save(path)
    return path


def write_facts(path: Path, **changes: Any) -> Path:
    """Write the facts of the worked example with some of them changed."""
    path.write_text(json.dumps(FACTS | changes), encoding="utf-8")
    return path
