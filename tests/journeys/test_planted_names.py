"""Names, numbers and words of customers and contacts, looked for in all that a walk leaves behind.

A lead plants them, packages go round by the command line and by the window, every page is looked
at. Then every file is searched: packages (their members too), settings, logs, temporary files, the
workspaces of those who got plain packages, and everything that was printed.
"""

import io
import logging
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from pytestqt.qtbot import QtBot

from evaluator_desktop.errors import crash_report
from evaluator_desktop.operations import calls, edit
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.export_dialog import ExportDialog
from evaluator_desktop.ui.navigation import NAVIGATION
from evaluator_desktop.ui.pages.merge_page import MergePage
from evaluator_desktop.ui.theme import Theme
from tests.cli.command_line import CODE, NAME, Answer, CommandLine, write_list
from tests.cli.test_customer_commands import write_customers
from tests.journeys.seat import CTRL, SHIFT, Key, Seat

LEAD, ZHOU, CHEN = "林一帆", "周明", "陈静"
ITEM = "organization.staff"
CONTACT, CONTACT_PHONE = "诸葛长风", "18616023391"
CUSTOMERS = [("欧阳采薇", "13917204486"), ("司徒望舒", "15800316275")]
WORDS = "他家的章程我从没见过"
PLANTED = [CONTACT, CONTACT_PHONE, WORDS, *(text for customer in CUSTOMERS for text in customer)]
SPRING = "杏花春雨江南小巷"

Found = list[tuple[str, str]]


def found_in(place: str, content: bytes) -> Found:
    """Return what of the planted stands there, in any spelling that a file could have."""
    spelled = {
        text: (text.encode(), text.encode("gb18030"), ascii(text)[1:-1].encode())
        for text in PLANTED
    }
    return [(place, text) for text, ways in spelled.items() if any(way in content for way in ways)]


def leaks_of(path: Path) -> Found:
    """Search one file and, where it is a zip or a PDF, what is packed inside."""
    content = path.read_bytes()
    found = found_in(str(path), content) + found_in(str(path), str(path).encode())
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert NAME in text
        found += found_in(f"{path} (text)", text.encode())
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            for name in container.namelist():
                found += found_in(f"{path}:{name}", container.read(name))
    return found


def leaks_below(folder: Path, allowed: Callable[[Path], bool] = lambda _path: False) -> Found:
    """Search every file below a folder but those where personal data belong."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [leak for path in files if not allowed(path) for leak in leaks_of(path)]


def is_store(path: Path) -> bool:
    """Where personal data belong: the database of who may have them, and its backups."""
    return path.name.startswith("store.sqlite3") or path.parent.name == "backups"


class Walk:
    """Three laptops and the folder where the sticks go round."""

    def __init__(
        self, folder: Path, cli: CommandLine, qtbot: QtBot, look: Theme, patch: pytest.MonkeyPatch
    ) -> None:
        self.folder, self.stick = folder, folder / "stick"
        self.stick.mkdir()
        self.said: Found = []
        self._cli, self._patch = cli, patch
        self._seats = {
            person: Seat(person, folder / person, qtbot, look, patch) for person in (LEAD, ZHOU)
        }

    def workspace(self, person: str) -> Path:
        return self.folder / person / "round"

    def call(self, person: str, *arguments: str | Path) -> None:
        """Call a command that only shows, in words and in JSON; what it says is searched."""
        for option in ((), ("--json",)):
            self.once(person, *arguments, *option)

    def once(self, person: str, *arguments: str | Path, code: int = 0) -> Answer:
        """Call a command on somebody's laptop; what it says is searched."""
        home = self.folder / person / "config"
        always = () if arguments[0] == "init" else ("--workspace", self.workspace(person))
        answer = self._cli.on(home, *always).in_words(*arguments)
        self.said += found_in(str(arguments), (answer.out + answer.err).encode())
        assert answer.code == code, answer
        return answer

    def sit(self, person: str) -> Seat:
        seat = self._seats[person]
        seat.sit_down()
        seat.desk.open(self.workspace(person))
        seat.settle()
        return seat

    def leave(self) -> None:
        for seat in self._seats.values():
            if seat.is_taken:
                seat.get_up()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def walk(
    tmp_path: Path,
    temporary: Path,
    capsys: pytest.CaptureFixture[str],
    qtbot: QtBot,
    look: Theme,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Walk]:
    assert temporary.is_dir()
    found = Walk(tmp_path, CommandLine(capsys, monkeypatch), qtbot, look, monkeypatch)
    yield found
    found.leave()


def plant(walk: Walk) -> None:
    """A contact, two customers and what one of them said, on the lead's laptop alone."""
    inputs = walk.folder / "inputs"
    inputs.mkdir()
    path = walk.workspace(LEAD)
    walk.once(LEAD, "init", path, "--evaluator", LEAD, "--cutoff", "2020-12-31")
    sheet = write_list(inputs / "p.xlsx", [(NAME, CODE, CONTACT, CONTACT_PHONE)])
    walk.once(LEAD, "providers", "import", sheet)
    walk.once(LEAD, "customers", "import", CODE, write_customers(inputs / "c.xlsx", CUSTOMERS))
    walk.once(LEAD, "customers", "sample", CODE, "--seed", "7")
    with Workspace.open(path) as workspace:
        provider = edit.find_provider(workspace, CODE)
        drawn = calls.drawn_customers(workspace, provider)
        for customer in drawn:
            calls.record_call(
                workspace,
                provider,
                customer.id,
                "completed",
                service_real=True,
                satisfaction=4,
                words=WORDS,
            )
    for path in inputs.iterdir():
        path.unlink()


def by_command_line(walk: Walk) -> None:
    """Plain, in volumes, as a task and encrypted; out, in and back; all that can be shown."""
    stick = walk.stick
    word = walk.folder / "word.txt"
    word.write_text(SPRING, "utf-8")
    walk.once(LEAD, "assign", ZHOU, CODE)
    walk.once(LEAD, "export", stick / "plain.evpkg")
    walk.once(LEAD, "export", stick / "task.evpkg", "--task", ZHOU)
    walk.once(LEAD, "export", stick / "volume.evpkg", "--volume-size", "60000")
    walk.once(LEAD, "export", stick / "sealed.evpkg", "--passphrase-file", word)
    for person, package, more in (
        (ZHOU, "task.evpkg", ()),
        (CHEN, "sealed.evpkg", ("--passphrase-file", word)),
    ):
        source = ("--from", stick / package, *more)
        walk.once(person, "init", walk.workspace(person), "--evaluator", person, *source)
    walk.once(ZHOU, "rate", CODE, ITEM, "80")
    walk.once(ZHOU, "export", stick / "back.evpkg", "--since", stick / "task.evpkg")
    walk.once(CHEN, "export", stick / "from chen.evpkg")
    walk.once(LEAD, "merge", stick / "back.evpkg", stick / "from chen.evpkg", "--trust-new")
    for person in (LEAD, ZHOU, CHEN):
        for command in _SHOWING:
            walk.call(person, *command)
        walk.once(person, "merge", stick / "sealed.evpkg", "--trust-new", code=2)
        walk.once(person, "export-results", stick / f"results {person}.xlsx")
    walk.once(LEAD, "report", CODE, "-o", stick / "report.pdf", code=1)
    walk.once(LEAD, "rate", CODE, ITEM, "90")  # so that the window has something to take in


_SHOWING = (
    *(("dump",), ("dump", "--state"), ("dump", "--history"), ("history",), ("history", CODE)),
    *(("providers", "list"), ("results",), ("result", CODE), ("conflicts",), ("ledger",)),
    *(("check", "--deep"), ("customers", "result", CODE), ("evidence", "list", CODE)),
    *(("device", "show"), ("person", "list"), ("customers", "sample", CODE, "--seed", "7")),
)


def by_window(walk: Walk) -> None:
    """The lead looks at everything and exports; the evaluator takes that in."""
    seat = walk.sit(LEAD)
    titles: list[str] = []
    providers: list[str] = []
    seat.desk.runner.store_job(
        edit.find_provider, CODE, done=providers.append, owner=seat.desk, topic="find"
    )
    seat.wait(lambda: bool(providers))
    for entry in NAVIGATION:
        seat.desk.window.show_provider(entry.id, providers[0])
        seat.settle()
        titles.append(seat.desk.window.windowTitle())
    seat.press(Key.Key_E, held=CTRL | SHIFT)
    dialog = seat.dialog(ExportDialog)
    seat.overwrite(str(walk.stick / "from the window.evpkg"))
    seat.press(Key.Key_Return)
    seat.settle()
    assert dialog.ui.result_page.isVisible()
    titles.append(dialog.ui.digest_edit.toPlainText() + dialog.ui.result_label.text())
    seat.press(Key.Key_Escape)
    seat.get_up()
    seat = walk.sit(ZHOU)
    seat.desk.window.show_page("merge")
    page = seat.page("merge", MergePage)
    page.take_in([walk.stick / "from the window.evpkg"])
    seat.settle()
    bar = page.ui.step_bar
    seat.click(bar.primary_button)
    seat.click(bar.primary_button)
    seat.settle()
    assert any(row.merged for row in page.ui.packages_pane.model.rows)
    seat.get_up()
    walk.said += found_in("the window", "\n".join(titles).encode())


def test_nothing_of_them_is_left_anywhere(
    walk: Walk, temporary: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    plant(walk)

    by_command_line(walk)
    by_window(walk)

    assert walk.said == []
    assert found_in("log", caplog.text.encode()) == []
    assert leaks_below(walk.stick) == []
    assert leaks_below(temporary) == []
    assert leaks_below(walk.folder / ZHOU) == []  # got plain packages only, in the store too
    for person in (LEAD, CHEN):
        assert leaks_below(walk.folder / person, allowed=is_store) == []
        store = walk.workspace(person) / "store.sqlite3"
        assert {text for _place, text in leaks_of(store)} == set(PLANTED), "the search finds them"


def test_a_crash_report_names_nobody() -> None:
    with pytest.raises(ValueError, match=WORDS) as caught:
        _crash()

    assert found_in("crash", str(caught.value).encode()) != []
    assert found_in("crash", crash_report(caught.value).encode()) == []


def _crash() -> None:
    raise ValueError(WORDS) from KeyError(CUSTOMERS[0][0])
