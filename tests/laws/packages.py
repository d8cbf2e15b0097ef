"""Packages as they travel: read without the program, and spoilt on their way."""

import hashlib
import json
import random
from dataclasses import dataclass, replace
from pathlib import Path

from evaluator_desktop.domain.history import revision_id
from evaluator_desktop.store.device import Device
from tests.domain.revision_lines import written
from tests.exchange.packages import (
    MANIFEST,
    REVISIONS,
    in_order,
    manifest_of,
    members_of,
    signed,
    zipped,
)
from tests.laws.model import Carried, Written, read_written

WAYS = ("drop", "edit", "inject")
UNSIGNED = (LEFT, FITTED) = ("left", "fitted")
SIGNED = "signed"
"""What the one who changed it did to the manifest: nothing, made it fit, signed it anew."""


@dataclass(frozen=True)
class Package:
    """A file, and what it carries."""

    path: Path
    carried: Carried
    is_sealed: bool = False


def revisions_in(path: Path) -> dict[str, Written]:
    """Read the revisions of a package that is not encrypted."""
    return _read(members_of(path)[REVISIONS].splitlines())


def tips_of(path: Path) -> frozenset[str]:
    return frozenset(tip["revision"] for tip in manifest_of(path)["tips"].values())


def files_of(path: Path) -> frozenset[str]:
    names = members_of(path)
    return frozenset(name.removeprefix("evidence/") for name in names if "evidence/" in name)


def _read(lines: list[bytes]) -> dict[str, Written]:
    return {name: read_written(name, line) for line in lines for name in [revision_id(line)]}


def flipped(package: Package, target: Path, place: float) -> Package:
    """One byte is not what it was."""
    content = bytearray(package.path.read_bytes())
    content[int(place * len(content))] ^= 0x41
    target.write_bytes(content)
    return replace(package, path=target)


def spoilt(package: Package, target: Path, way: str, seal: str, chance: random.Random) -> Package:
    """A revision is dropped, edited or injected; not one of the round, on which all else rests."""
    members = members_of(package.path)
    lines = members[REVISIONS].splitlines()
    read = [json.loads(line) for line in lines]
    places = [n for n, line in enumerate(read) if line["kind"] not in ("round", "scheme")]
    chosen = chance.choice(places)
    changed = _WAYS[way](read[chosen], chance)
    if way != "inject":
        del lines[chosen]
    lines += [written(changed)] if changed else []
    members[REVISIONS] = in_order(lines)
    if seal == SIGNED:
        signed(target, members, Device())
    else:
        if seal == FITTED:
            members[MANIFEST] = _made_to_fit(members)
        zipped(target, members)
    return Package(target, replace(package.carried, revisions=_read(lines)))


def _made_to_fit(members: dict[str, bytes]) -> bytes:
    manifest = json.loads(members[MANIFEST])
    content = members[REVISIONS]
    manifest["revisions"] = len(content.splitlines())
    for part in manifest["parts"]:
        if part["name"] == REVISIONS:
            part |= {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    return written(manifest)


Line = dict[str, object]


def _dropped(_line: Line, _chance: random.Random) -> None:
    return None


def _edited(line: Line, chance: random.Random) -> Line:
    """Another moment than it says, also where it was edited before."""
    moments = [f"2020-05-{day:02}T08:00:00Z" for day in range(1, 29)]
    return line | {"at": chance.choice([one for one in moments if one != line["at"]])}


def _injected(line: Line, chance: random.Random) -> Line:
    """As if somebody had gone on with a run that nobody has heard of."""
    place = {"run": chance.randbytes(16).hex(), "seq": 7, "prev": chance.randbytes(32).hex()}
    return _edited(line, chance) | place


_WAYS = {"drop": _dropped, "edit": _edited, "inject": _injected}
