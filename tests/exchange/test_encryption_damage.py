"""An encrypted package that was damaged or altered on its way, or is no container of ours."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.exchange.encryption import KEY, PACKAGE, SUMS
from evaluator_desktop.exchange.errors import (
    AlteredPackageError,
    DamagedPackageError,
    NotARecipientError,
    PackageError,
    PassphraseNeededError,
    WrongPassphraseError,
)
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.sealed import PASSPHRASE, Spoil, flipped, rewritten
from tests.exchange.sealed_package import Merge, lead, merge, package, refused, zhou
from tests.workspaces import shared_rows

__all__ = ["lead", "merge", "package", "zhou"]


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
