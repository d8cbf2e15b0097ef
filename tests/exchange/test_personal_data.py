"""Names and telephone numbers of people stay where they are: looked for in all that goes out."""

import hashlib
import logging
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from evaluator_desktop.domain.bodies import Profile
from evaluator_desktop.domain.canonical import NotCanonicalError
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.exchange.manifest import PERSONAL
from evaluator_desktop.exchange.personal_lines import decode_personal, encode_personal
from evaluator_desktop.operations.customers import add_customers
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.operations.round import assign
from evaluator_desktop.operations.staging import open_volume
from evaluator_desktop.store import personal
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.queries.dump import history_lines, state_lines
from evaluator_desktop.store.queries.history import history_entries
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.sealed import NAMES, PLANTED, known_people, plant
from tests.workspaces import LEAD, OTHER, PROVIDER, ZHOU, Laptop

CONTACT, CONTACT_PHONE = "诸葛长风", "18616023391"
ELSEWHERE = "上官云锦"
ALL = (*PLANTED, CONTACT.encode(), CONTACT_PHONE.encode(), ELSEWHERE.encode())


@pytest.fixture
def lead(laptop: Laptop, tmp_path: Path) -> Workspace:
    """Customers of two providers and the contact of one."""
    workspace = laptop("lead", LEAD, "lead")
    plant(workspace, tmp_path)
    add_customers(workspace, OTHER, [(ELSEWHERE, "13700000001")])
    values = {"name": CONTACT, "phone": CONTACT_PHONE}
    digest, content = workspace.history.personal_object(values)
    body = Profile(PROVIDER, "contacts", {"person": digest})
    change = Change(derived_id(body), Profile.kind, body)
    workspace.commit("edit_profile", [change], personal={digest: content})
    return workspace


def found_in(content: bytes) -> list[str]:
    return [planted.decode() for planted in ALL if planted in content]


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


# --- what goes out in the open -------------------------------------------------------------------


def test_the_test_would_find_them(lead: Workspace) -> None:
    rows = b"".join(content for _digest, content in personal.objects(lead.database))

    assert len(found_in(rows)) == len(ALL)


def test_no_plain_package_carries_them(lead: Workspace, tmp_path: Path) -> None:
    assign(lead, ZHOU, [PROVIDER])
    wishes = {
        "whole": ExportWishes(),
        "task": ExportWishes(task_person=ZHOU),
        "volumes": ExportWishes(volume_size=100_000),
    }

    written = {n: export_package(lead, tmp_path / f"{n}.evpkg", w) for n, w in wishes.items()}

    for package in written.values():
        for file in package.files:
            assert found_in(file.path.read_bytes()) == []
            contents = members(file.path)
            assert PERSONAL not in contents
            assert [name for name, content in contents.items() if found_in(content)] == []
    assert {n: (w.personal, w.personal_left_out) for n, w in written.items()} == {
        "whole": (0, 4),
        "task": (0, 3),
        "volumes": (0, 4),
    }


def test_whoever_merges_a_plain_package_has_the_records_without_them(
    lead: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")

    merge_package(zhou, export_package(lead, tmp_path / "plain.evpkg").path)

    assert len(zhou.history.entities(kind="customer")) == 3
    assert known_people(zhou) == set()
    zhou.close()
    for path in zhou.path.rglob("*"):
        assert path.is_dir() or found_in(path.read_bytes()) == []


def test_dump_and_history_do_not_print_them(lead: Workspace) -> None:
    lines = [*history_lines(lead), *state_lines(lead)]
    entries = repr(list(history_entries(lead))).encode()

    assert len(lines) > 10
    assert found_in(b"\n".join(lines)) == []
    assert found_in(entries) == []


# --- what is encrypted ---------------------------------------------------------------------------


class _Watcher:
    """Looks into every file that there is while the work goes on."""

    cancelled = False

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.files: set[str] = set()
        self.leaks: list[str] = []

    def raise_if_cancelled(self) -> None:
        """Look."""
        for path in (p for folder in self.folders for p in folder.rglob("*") if p.is_file()):
            self.files.add(path.name)
            self._look(str(path), path.read_bytes())

    def step(self, done: int, total: int, text: str = "") -> None:
        self._look("progress", text.encode())

    def _look(self, where: str, content: bytes) -> None:
        self.leaks += [where for _planted in found_in(content)]


def test_nothing_of_them_is_left_or_passes_through_files_and_logs(
    lead: Workspace,
    laptop: Laptop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    temporary, stick = tmp_path / "temporary", tmp_path / "stick"
    temporary.mkdir()
    stick.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    zhou = laptop("zhou")
    watcher = _Watcher(temporary, stick)

    package = export_package(
        lead,
        stick / "a.evpkg",
        ExportWishes(recipients=(zhou.device.recipient,)),
        progress=watcher,
    ).path
    result = merge_package(zhou, package)

    assert result.status is MergeStatus.MERGED
    assert known_people(zhou) == {*NAMES, CONTACT}
    assert {"revisions.jsonl", "a.evpkg.part"} <= watcher.files
    assert watcher.leaks == []
    assert list(temporary.iterdir()) == []
    assert list((zhou.path / "staging").iterdir()) == []
    assert found_in(package.read_bytes()) == []
    said = capfd.readouterr()
    assert found_in((repr(result) + caplog.text + said.out + said.err).encode()) == []


def test_a_task_carries_those_of_its_providers_only(
    lead: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    assign(lead, ZHOU, [PROVIDER])
    zhou = laptop("zhou")
    wishes = ExportWishes(recipients=(zhou.device.recipient,), task_person=ZHOU)

    written = export_package(lead, tmp_path / "task.evpkg", wishes)

    assert (written.personal, written.personal_left_out) == (3, 0)
    merge_package(zhou, written.path)
    assert known_people(zhou) == {*NAMES, CONTACT}
    assert _known_people_of(zhou, OTHER) == set()


def _known_people_of(workspace: Workspace, provider: str) -> set[str]:
    found = workspace.record(provider, personal=True).personal or {}
    return {person["name"] for person in found.values()}


def test_they_come_later_to_a_workspace_that_has_the_records(
    lead: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    merge_package(zhou, export_package(lead, tmp_path / "plain.evpkg").path)
    wishes = ExportWishes(recipients=(zhou.device.recipient,))

    result = merge_package(zhou, export_package(lead, tmp_path / "whole.evpkg", wishes).path)

    assert (result.status, result.new_revisions) == (MergeStatus.MERGED, 0)
    assert known_people(zhou) == {*NAMES, CONTACT}


# --- the lines -----------------------------------------------------------------------------------

CONTENT = b"0123456789abcdef" + '{"name":"欧阳采薇","phone":"13917204486"}'.encode()


def line_of(content: bytes = CONTENT) -> tuple[str, bytes]:
    digest = hashlib.sha256(content).hexdigest()
    return digest, encode_personal(digest, content)


def test_a_line_gives_back_the_object() -> None:
    digest, line = line_of()

    assert decode_personal(line) == (digest, CONTENT)
    assert list(msgspec.json.decode(line)) == ["digest", "salt", "values"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.replace("采".encode(), "彩".encode()),
        lambda line: line.replace(b'"salt":"30', b'"salt":"31'),
        lambda line: line.replace(b'{"digest"', b'{ "digest"'),
        lambda line: line.replace(b'"phone":"1', b'"phone":1,"x":"1'),
        lambda line: line.replace(b'"values"', b'"more":1,"values"'),
        lambda line: line[:-1],
    ],
)
def test_a_line_that_was_changed(spoil: Callable[[bytes], bytes]) -> None:
    _digest, line = line_of()
    changed = spoil(line)

    assert changed != line
    with pytest.raises((msgspec.MsgspecError, NotCanonicalError)):
        decode_personal(changed)


def test_lines_are_sorted_by_digest(lead: Workspace, laptop: Laptop, tmp_path: Path) -> None:
    wishes = ExportWishes(recipients=(lead.device.recipient,))
    package = export_package(lead, tmp_path / "a.evpkg", wishes).path

    with open_volume(lead, package, Keys()) as opened:
        digests = [digest for digest, _content in opened.personal()]
    assert digests == sorted(digests)
    assert len(digests) == 4
