"""Encrypted packages: who opens them, and the different words for what is wrong with one."""

import os
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.errors import (
    AlteredPackageError,
    DamagedPackageError,
    FileProblemError,
    NotARecipientError,
    PackageError,
    PassphraseNeededError,
    RecipientError,
    WrongPassphraseError,
)
from evaluator_desktop.exchange.encryption import KEY, PACKAGE, SUMS
from evaluator_desktop.exchange.keys import Keys, read_keys
from evaluator_desktop.operations.evidence import add_files
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus, PackageResult, Trust, merge_packages
from evaluator_desktop.operations.staging import open_package
from evaluator_desktop.operations.start import workspace_from_package
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.sealed import (
    NAMES,
    PASSPHRASE,
    PLANTED,
    Spoil,
    flipped,
    known_people,
    on_laptop,
    plant,
    rewritten,
)
from tests.workspaces import CHEN, LEAD, PROVIDER, STAFF, Laptop, files_in, shared_rows, stored_rows

TRUST = Trust(any_new=True)
Merge = Callable[..., PackageResult]


@pytest.fixture
def lead(laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A lead on a laptop of her own, with people to protect."""
    on_laptop(monkeypatch, tmp_path, "lead")
    workspace = laptop("lead", LEAD, "lead")
    plant(workspace, tmp_path)
    return workspace


@pytest.fixture
def zhou(
    lead: Workspace, laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Workspace:
    """The receiver, at whose laptop everything from here on happens."""
    on_laptop(monkeypatch, tmp_path, "zhou")
    return laptop("zhou")


@pytest.fixture
def package(lead: Workspace, zhou: Workspace, tmp_path: Path) -> Path:
    """From the lead to zhou."""
    wishes = ExportWishes(recipients=(zhou.device.recipient,))
    return export_package(lead, tmp_path / "to-zhou.evpkg", wishes).path


@pytest.fixture
def merge(zhou: Workspace) -> Merge:
    def one(path: Path, keys: Keys | None = None, workspace: Workspace = zhou) -> PackageResult:
        found = merge_packages(workspace, [path], trust=TRUST, keys=keys or Keys())
        return found.packages[0]

    return one


def refused(merge: Merge, zhou: Workspace, path: Path, keys: Keys | None = None) -> PackageError:
    """Merge a package that is refused, look that nothing was written, and return why."""
    before, files = stored_rows(zhou), files_in(zhou.path)
    result = merge(path, keys)
    assert result.status in (MergeStatus.REFUSED, MergeStatus.NEEDS_PASSPHRASE)
    assert isinstance(result.error, PackageError)
    assert (stored_rows(zhou), files_in(zhou.path)) == (before, files)
    return result.error


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


def test_what_somebody_did_to_the_wrapped_key(
    lead: Workspace, zhou: Workspace, merge: Merge, tmp_path: Path
) -> None:
    package = export_package(lead, tmp_path / "a.evpkg", ExportWishes(passphrase=PASSPHRASE)).path
    keys = Keys(PASSPHRASE)

    def harder(content: bytes) -> bytes:
        header, body = content.split(b"\n---", 1)
        scrypt, rest = header.rsplit(b" ", 1)
        return scrypt + b" 30\n" + rest.split(b"\n", 1)[1] + b"\n---" + body

    for number, spoil in enumerate((harder, flipped(3), flipped(-3), lambda _content: b"")):
        altered = rewritten(package, tmp_path / f"{number}.evpkg", {KEY: spoil})
        assert isinstance(refused(merge, zhou, altered, keys), AlteredPackageError)
    damaged = rewritten(package, tmp_path / "d.evpkg", {KEY: flipped(-3)}, sums=False)
    assert isinstance(refused(merge, zhou, damaged, keys), DamagedPackageError)


def test_the_wrapped_key_of_another_package(
    lead: Workspace, zhou: Workspace, merge: Merge, tmp_path: Path
) -> None:
    wishes = ExportWishes(passphrase=PASSPHRASE)
    first = export_package(lead, tmp_path / "a.evpkg", wishes).path
    second = export_package(lead, tmp_path / "b.evpkg", wishes).path
    with zipfile.ZipFile(second) as container:
        key = container.read(KEY)
    mixed = rewritten(first, tmp_path / "mixed.evpkg", {KEY: lambda _content: key})

    assert isinstance(refused(merge, zhou, mixed, Keys(PASSPHRASE)), AlteredPackageError)


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


# --- what is wrong with it ---------------------------------------------------------------------


@pytest.mark.parametrize("member", [PACKAGE, SUMS])
@pytest.mark.parametrize("place", [0, 40, -1])
def test_damage_on_the_way(
    package: Path, merge: Merge, zhou: Workspace, tmp_path: Path, member: str, place: int
) -> None:
    with zipfile.ZipFile(package) as container:
        content = container.read(member)
    whole = package.read_bytes()
    start = whole.index(content)
    damaged = tmp_path / "damaged.evpkg"
    damaged.write_bytes(flipped(start + place % len(content))(whole))

    error = refused(merge, zhou, damaged)

    assert isinstance(error, DamagedPackageError)
    assert member in str(error)


def test_a_byte_changed_anywhere_is_refused_or_changes_nothing(
    package: Path, merge: Merge, zhou: Workspace, lead: Workspace, tmp_path: Path
) -> None:
    whole = package.read_bytes()
    damaged = tmp_path / "damaged.evpkg"
    middle = range(90, len(whole) - 400, 4999)
    places = [*range(90), *middle, *range(len(whole) - 400, len(whole))]
    taken = set()
    for place in places:
        damaged.write_bytes(flipped(place)(whole))
        if merge(damaged).status is not MergeStatus.REFUSED:
            taken.add(place)

    # What a zip's own lists say of dates, systems and rights is nobody's content.
    assert not taken & _content(package)
    assert shared_rows(zhou)["revision"] in ([], shared_rows(lead)["revision"])


def _content(path: Path) -> set[int]:
    """The places of what the members hold."""
    whole, found = path.read_bytes(), set[int]()
    with zipfile.ZipFile(path) as container:
        for name in container.namelist():
            content = container.read(name)
            start = whole.index(content)
            found |= set(range(start, start + len(content)))
    return found


@pytest.mark.parametrize(
    "spoil",
    [flipped(3), flipped(170), flipped(1000), flipped(-1), lambda content: content[:-70_000]],
)
def test_an_altered_ciphertext_whose_sums_were_made_anew(
    package: Path, merge: Merge, zhou: Workspace, tmp_path: Path, spoil: Spoil
) -> None:
    altered = rewritten(package, tmp_path / "altered.evpkg", {PACKAGE: spoil})

    error = refused(merge, zhou, altered)

    assert isinstance(error, AlteredPackageError)


def test_damage_alteration_and_keys_have_words_of_their_own() -> None:
    errors = (
        *(DamagedPackageError, AlteredPackageError, WrongPassphraseError),
        *(NotARecipientError, PassphraseNeededError, PackageError),
    )

    assert len({error.code for error in errors}) == len(errors)


def _with_member(name: str) -> Callable[[Path, Path], None]:
    def change(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes())
        with zipfile.ZipFile(target, "a") as container:
            container.writestr(name, b"x")

    return change


def _without(name: str) -> Callable[[Path, Path], None]:
    def change(source: Path, target: Path) -> None:
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
            for member in old.namelist():
                if member != name:
                    new.writestr(member, old.read(member))

    return change


def _deflated(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, old.read(member))


def _after(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes() + b"\n")


def _before(source: Path, target: Path) -> None:
    target.write_bytes(b"\n" + source.read_bytes())


@pytest.mark.parametrize(
    "change",
    [
        *(_with_member("note.txt"), _with_member("../key.age"), _with_member("密.age")),
        *(_with_member("PACKAGE.AGE"), _without(SUMS), _without(PACKAGE)),
        *(_deflated, _after, _before),
    ],
)
def test_not_our_container(
    package: Path,
    merge: Merge,
    zhou: Workspace,
    tmp_path: Path,
    change: Callable[[Path, Path], None],
) -> None:
    other = tmp_path / "other.evpkg"
    change(package, other)

    error = refused(merge, zhou, other)

    assert error.code == "bad_package"


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
