"""Encrypted packages: who opens them, and the different words for what is wrong with one."""

import os
import stat
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.encryption import PACKAGE, SUMS
from evaluator_desktop.exchange.errors import (
    NotARecipientError,
    PassphraseNeededError,
    RecipientError,
    WrongPassphraseError,
)
from evaluator_desktop.exchange.keys import Keys, read_keys
from evaluator_desktop.operations.evidence import add_files
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus
from evaluator_desktop.operations.staging import open_package
from evaluator_desktop.operations.start import workspace_from_package
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.sealed import NAMES, PASSPHRASE, PLANTED, flipped, known_people, on_laptop
from tests.exchange.sealed_package import Merge, lead, merge, package, refused, zhou
from tests.workspaces import CHEN, PROVIDER, STAFF, Laptop, stored_rows

__all__ = ["lead", "merge", "package", "zhou"]

# --- who opens it ------------------------------------------------------------------------------


def test_the_recipient_opens_it_without_being_asked(
    package: Path, merge: Merge, zhou: Workspace
) -> None:
    result = merge(package)

    assert (result.status, result.new_revisions) == (MergeStatus.MERGED, 3)
    assert known_people(zhou) == set(NAMES)
    assert merge(package).status is MergeStatus.ALREADY_MERGED


def test_a_package_is_known_by_its_content(package: Path, merge: Merge) -> None:
    renamed = package.rename(package.with_name("picture.jpg.pdf"))

    assert merge(renamed).status is MergeStatus.MERGED


def test_nothing_of_it_can_be_read_from_outside(package: Path, lead: Workspace) -> None:
    content = package.read_bytes()

    assert not [planted for planted in (*PLANTED, b"manifest.json") if planted in content]
    with zipfile.ZipFile(package) as container:
        assert container.namelist() == [PACKAGE, SUMS]
        assert {e.compress_type for e in container.infolist()} == {zipfile.ZIP_STORED}


def test_no_identity_of_ours_is_among_the_recipients(
    package: Path,
    merge: Merge,
    laptop: Laptop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on_laptop(monkeypatch, tmp_path, "chen")
    chen = laptop("chen", CHEN)
    before = stored_rows(chen)

    result = merge(package, None, chen)

    assert result.status is MergeStatus.REFUSED
    assert isinstance(result.error, NotARecipientError)
    assert "device show" in result.message
    assert stored_rows(chen) == before


def test_an_identity_in_a_file_opens_it_elsewhere(
    package: Path,
    merge: Merge,
    zhou: Workspace,
    laptop: Laptop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = tmp_path / "key.txt"
    key.write_text(f"# created: 2020-12-01\n\n{zhou.device.identity}\n", "utf-8")
    on_laptop(monkeypatch, tmp_path, "chen")

    assert merge(package, read_keys(None, key), laptop("chen", CHEN)).status is MergeStatus.MERGED


def test_a_passphrase_opens_it(
    lead: Workspace, zhou: Workspace, merge: Merge, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\r\n")
    wishes = ExportWishes(passphrase_file=secret)
    package = export_package(lead, tmp_path / "secret.evpkg", wishes).path

    asked = refused(merge, zhou, package)
    wrong = refused(merge, zhou, package, Keys("杏花 春雨 2021"))

    assert isinstance(asked, PassphraseNeededError)
    assert merge(package).status is MergeStatus.NEEDS_PASSPHRASE
    assert isinstance(wrong, WrongPassphraseError)
    assert len({asked.code, wrong.code, str(asked), str(wrong)}) == 4
    assert merge(package, Keys(PASSPHRASE)).status is MergeStatus.MERGED
    assert known_people(zhou) == set(NAMES)


def test_a_workspace_begins_from_an_encrypted_package(
    lead: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_laptop(monkeypatch, tmp_path, "new")
    package = export_package(lead, tmp_path / "a.evpkg", ExportWishes(passphrase=PASSPHRASE)).path
    target = tmp_path / "new"

    with pytest.raises(PassphraseNeededError):
        workspace_from_package(target, package, person=CHEN)
    assert not target.exists()
    workspace, _result = workspace_from_package(target, package, person=CHEN, keys=Keys(PASSPHRASE))
    with workspace:
        assert known_people(workspace) == set(NAMES)


# --- writing it --------------------------------------------------------------------------------


def test_what_is_no_recipient_is_refused_and_a_secret_not_repeated(
    lead: Workspace, tmp_path: Path
) -> None:
    secret = lead.device.identity
    for text in ("age1", "", "周明", secret):
        with pytest.raises(RecipientError) as caught:
            export_package(lead, tmp_path / "a.evpkg", ExportWishes(recipients=(text,)))
        assert secret[12:30] not in str(caught.value)
    assert not list(tmp_path.glob("*.evpkg*"))


@pytest.mark.parametrize("content", [b"", b"\n", b"  \nsecret", b"\xff\xfe\x00", b"x" * 70_000])
def test_a_file_without_a_passphrase(lead: Workspace, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "secret"
    file.write_bytes(content)

    with pytest.raises(FileProblemError):
        export_package(lead, tmp_path / "a.evpkg", ExportWishes(passphrase_file=file))
    with pytest.raises(FileProblemError):
        read_keys(None, file)


def test_evidence_that_was_damaged_here_is_not_sent(
    lead: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    (digest,) = lead.evidence_files.digests()
    stored = lead.evidence_files.path(digest)
    stored.write_bytes(flipped(5)(stored.read_bytes()))

    wishes = ExportWishes(recipients=(zhou.device.recipient,))
    written = export_package(lead, tmp_path / "a.evpkg", wishes)

    assert (written.evidence, len(written.damaged)) == (0, 1)
    assert [path.name for path in tmp_path.glob("*.evpkg*")] == ["a.evpkg"]
    with open_package(zhou, written.path, Keys()) as package:
        assert package.manifest.evidence == {}


class _Impatient:
    """Cancels once some work is done."""

    cancelled = False
    _left = 3

    def raise_if_cancelled(self) -> None:
        self._left -= 1
        if not self._left:
            raise CancelledError

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say nothing."""


def test_a_cancelled_export_leaves_nothing(lead: Workspace, tmp_path: Path) -> None:
    wishes = ExportWishes(recipients=(lead.device.recipient,))

    with pytest.raises(CancelledError):
        export_package(lead, tmp_path / "a.evpkg", wishes, progress=_Impatient())
    assert not list(tmp_path.glob("*.evpkg*"))


def test_neither_side_holds_the_package_in_memory(
    lead: Workspace, zhou: Workspace, merge: Merge, tmp_path: Path
) -> None:
    size, bound = 48 << 20, 16 << 20
    large = tmp_path / "large.pdf"
    large.write_bytes(os.urandom(size))
    add_files(lead, PROVIDER, STAFF, [large])
    wishes = ExportWishes(recipients=(zhou.device.recipient,))
    tracemalloc.start()
    try:
        package = export_package(lead, tmp_path / "large.evpkg", wishes).path
        written = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        merged = merge(package)
        read = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert merged.new_evidence == 2
    assert max(written, read) < bound < size


def test_the_same_store_gives_the_same_number_whoever_it_is_for(
    lead: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    to_zhou = ExportWishes(recipients=(zhou.device.recipient,))
    to_both = ExportWishes(recipients=(zhou.device.recipient, lead.device.recipient))

    first = export_package(lead, tmp_path / "a.evpkg", to_zhou)
    second = export_package(lead, tmp_path / "b.evpkg", to_both)

    assert (first.number, first.personal, first.personal_left_out) == (second.number, 2, 0)
    assert first.digest != second.digest


# --- the identity ------------------------------------------------------------------------------


def test_the_identity_stays_with_the_account(
    zhou: Workspace, package: Path, tmp_path: Path, lead: Workspace
) -> None:
    (file,) = (tmp_path / "config-zhou").rglob("identity.age")
    secret = file.read_bytes().strip()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert zhou.device.recipient.startswith("age1")
    zhou.close()
    outside = [p for p in zhou.path.rglob("*") if p.is_file()]
    assert outside
    assert not [p for p in (*outside, package) if secret in p.read_bytes()]
