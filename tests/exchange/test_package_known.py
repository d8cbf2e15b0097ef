"""A package of which all is here already is read whole all the same: one edited byte refuses it."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from evaluator_desktop.exchange.encryption import PACKAGE, SUMS, Seal, unseal, write_sealed
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.exchange.manifest import PERSONAL
from evaluator_desktop.operations.export import ExportWishes
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.packages import MANIFEST, REVISIONS, SIGNATURE, Members, members_of, zipped
from tests.exchange.refusing import EVIDENCE, refused
from tests.exchange.sealed import flipped, rewritten
from tests.exchange.travellers import ALREADY, exported
from tests.workspaces import Laptop

_PLACES = (0, 1 / 3, 0.999)


def _edited(members: Members, part: str, place: float) -> Members:
    content = members[part]
    return members | {part: flipped(int(place * len(content)))(content)}


@pytest.fixture
def merged(workspace: Workspace, good: Path) -> Path:
    """A package that was merged and still lies on the stick."""
    assert merge_package(workspace, good).status is MergeStatus.MERGED
    assert merge_package(workspace, good).status is ALREADY
    return good


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("part", [MANIFEST, SIGNATURE, REVISIONS, EVIDENCE])
def test_an_edited_part_is_refused_though_all_of_it_is_here(
    workspace: Workspace, merged: Path, members: Members, part: str, place: float
) -> None:
    """Packed anew, so that only the manifest can tell."""
    zipped(merged, _edited(members, part, place))

    dry = (False,) if part == EVIDENCE else (True, False)
    why = refused(workspace, merged, dry=dry)

    assert part in why or part == MANIFEST  # then it is its signature that does not fit


@pytest.mark.parametrize("part", [REVISIONS, EVIDENCE])
def test_a_bit_that_the_stick_lost_is_refused_though_all_of_it_is_here(
    workspace: Workspace, merged: Path, part: str
) -> None:
    with zipfile.ZipFile(merged) as package:
        entry = package.getinfo(part)
    start = entry.header_offset + 30 + len(part)
    merged.write_bytes(flipped(start + entry.compress_size // 2)(merged.read_bytes()))

    assert part in refused(workspace, merged, dry=(False,))


@pytest.fixture
def sealed(filled: Workspace, tmp_path: Path) -> Path:
    """An encrypted package with personal data."""
    wishes = ExportWishes(recipients=(filled.device.recipient,))
    return exported(filled, tmp_path / "sealed.evpkg", wishes)


@pytest.fixture
def receiver(laptop: Laptop, sealed: Path) -> Workspace:
    """It was merged here, and still lies on the stick."""
    found = laptop("receiver")
    assert merge_package(found, sealed).status is MergeStatus.MERGED
    assert merge_package(found, sealed).status is ALREADY
    return found


@pytest.mark.parametrize("sums", [True, False])
@pytest.mark.parametrize("place", [0, -1, 5000])
def test_an_edited_container_is_refused_though_all_of_it_is_here(
    receiver: Workspace, sealed: Path, tmp_path: Path, *, place: int, sums: bool
) -> None:
    """Its sums tell damage, its encryption what was made to fit them."""
    spoilt = rewritten(sealed, tmp_path / "spoilt.evpkg", {PACKAGE: flipped(place)}, sums=sums)

    refused(receiver, spoilt)


def test_edited_sums_are_refused_though_all_of_it_is_here(
    receiver: Workspace, sealed: Path, tmp_path: Path
) -> None:
    spoilt = tmp_path / "spoilt.evpkg"

    refused(receiver, rewritten(sealed, spoilt, {SUMS: flipped(3)}, sums=False))


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("part", [REVISIONS, PERSONAL])
def test_what_another_hand_encrypted_anew_is_refused_though_all_of_it_is_here(
    receiver: Workspace, sealed: Path, tmp_path: Path, part: str, place: float
) -> None:
    """Whoever knows the recipient can encrypt to it, but not sign the manifest."""
    keys, plain = Keys(identities=(receiver.device.identity,)), BytesIO()
    with zipfile.ZipFile(sealed) as container:
        unseal(container, sealed.name, keys, plain)
    (tmp_path / "plain.evpkg").write_bytes(plain.getvalue())
    edited = zipped(
        tmp_path / "edited.evpkg", _edited(members_of(tmp_path / "plain.evpkg"), part, place)
    )
    spoilt = tmp_path / "spoilt.evpkg"
    write_sealed(spoilt, iter([edited.read_bytes()]), Seal((receiver.device.recipient,)))

    assert part in refused(receiver, spoilt)
