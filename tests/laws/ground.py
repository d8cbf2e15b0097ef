"""Where every history begins: one round on one laptop, copied before anybody works.

The keys, the clock and all chance are fixed, so that a history that fails once fails again.
"""

import copy
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from evaluator_desktop.domain.bodies import PROFILE_PARTS, Profile, Provider
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.operations import customers, evidence, ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.paths import config_dir
from evaluator_desktop.store.device import Device
from evaluator_desktop.store.history import Change, Session
from evaluator_desktop.store.workspace import Workspace
from tests.laws.decisions import Held
from tests.laws.model import read_written

LEAD, ZHOU = "林一帆", "周明"
OPEN = derived_entity("provider", "91310000MA1FL0000X")
"""The provider that everybody works on."""
SUBMITTED = derived_entity("provider", "91310115MA1K00000A")
"""Another one, rated and submitted: a lead can lock it."""
_KEY = bytes(range(32))
_START = datetime(2020, 6, 1, tzinfo=UTC)
_FAST = Path("/dev/shm")  # noqa: S108  a folder in memory where there is one: thousands of syncs


@dataclass(frozen=True)
class Ground:
    """The workspace that every laptop is a copy of, and what it holds."""

    workspace: Path
    held: Held
    files: frozenset[str]
    personal: frozenset[str]
    scheme: Scheme
    items: tuple[str, ...]
    evidence: tuple[str, ...]
    customer: str


def new_session(chance: random.Random, *, skew: timedelta = timedelta()) -> Session:
    """A start of the program whose clock stands still, as wrong as it is."""
    return Session(LEAD, Device().fingerprint, lambda: _START + skew, chance.randbytes)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for many small workspaces."""
    with TemporaryDirectory(prefix="laws-", dir=_FAST if _FAST.is_dir() else None) as folder:
        yield Path(folder)


@contextmanager
def one_user(folder: Path) -> Iterator[None]:
    """One known device for all laptops: trust has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(folder))
        place = config_dir() / "device.key"
        if not place.exists():
            place.parent.mkdir(parents=True)
            place.write_bytes(_pem())
        yield


def _pem() -> bytes:
    return Ed25519PrivateKey.from_private_bytes(_KEY).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def prepare(path: Path) -> Ground:
    """Make the first workspace: a round, two providers, a file, a customer, one submission."""
    session = new_session(random.Random(0))
    scheme = _small_scheme()
    with Workspace.create(path, person=LEAD, role="lead", session=session) as workspace:
        steps.start_round(workspace, scheme, cutoff=date(2020, 12, 31), colleagues=(ZHOU,))
        _add_providers(workspace)
        items = tuple(item.id for item in scheme.items)
        for item in items:
            ratings.rate(workspace, SUBMITTED, item, "0", "无材料")
        steps.submit(workspace, SUBMITTED)
        contents = (b"a file", b"another file")
        added = [evidence.add_content(workspace, OPEN, items[0], "名册.pdf", c) for c in contents]
        customers.add_customers(workspace, OPEN, [("欧阳采薇", "13917204486")])
        [customer] = (e.id for e in workspace.history.entities(kind="customer"))
        return Ground(
            path,
            Held().joined(read_written(n, c) for n, c in workspace.history.contents()),
            frozenset(workspace.evidence_files.digests()),
            frozenset(
                row[0].hex() for row in workspace.database.rows("SELECT digest FROM personal")
            ),
            scheme,
            items,
            tuple(one.files[0][0] for one in added),
            customer,
        )


def _add_providers(workspace: Workspace) -> None:
    changes = []
    for provider, code in ((OPEN, "91310000MA1FL0000X"), (SUBMITTED, "91310115MA1K00000A")):
        values = dict.fromkeys(PROFILE_PARTS["identity"]) | {"name": f"{code}（示例）"}
        profile = Profile(provider, "identity", values)
        changes.append(Change(provider, "provider", Provider(code)))
        changes.append(Change(derived_entity("profile", provider, "identity"), "profile", profile))
    workspace.commit("import_providers", changes)


def _small_scheme() -> Scheme:
    """The shipped scheme with two items that ask for nothing and one rule: quick to read."""
    document: dict[str, Any] = copy.deepcopy(dict(steps.read_scheme().document))
    dimension = document["dimensions"][0]
    document["dimensions"] = [dimension]
    dimension["indicators"] = dimension["indicators"][:2]
    for indicator in dimension["indicators"]:
        [item] = indicator["items"]
        item.pop("requirements", None)
        item["weight_bp"] = 5000
    for name in ("departure_checks", "phrases"):
        document["parameters"][name] = document["parameters"][name][:1]
    first, second, *_between, last = document["tiers"]
    document["tiers"] = [first, second, last | {"low": second["high"] + 1}]
    document["rules"] = [r for r in document["rules"] if r["id"] == "followers.personal"]
    return load_scheme(document)
