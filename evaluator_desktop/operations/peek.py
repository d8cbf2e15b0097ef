"""A look into a package before there is a workspace: from whom it is, for whom, who is listed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluator_desktop.domain.bodies import Person, Round
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.operations.staging import open_package
from evaluator_desktop.store.device import Device

_NO_KEYS = Keys()


@dataclass(frozen=True)
class Peek:
    """What can be said of a whole package whose signature holds."""

    round_name: str
    sender: str
    device_label: str
    fingerprint: str
    task: str | None
    """For whom it is, None where it assigns nothing."""
    providers: int
    """How many it assigns."""
    persons: tuple[Person, ...]
    """As the round lists them."""

    def role_of(self, name: str) -> str | None:
        """Return the role that somebody is listed with, None for others."""
        return next((person.role for person in self.persons if person.name == name), None)


@dataclass(frozen=True)
class _Camp:
    """A place to decrypt to while there is no workspace; nothing in it has a name."""

    path: Path

    @cached_property
    def device(self) -> Device:
        return Device()


def peek(package: Path, keys: Keys = _NO_KEYS) -> Peek:
    """Look into a package. Volumes beside it are found. Raises PackageError, DiskFullError."""
    with (
        TemporaryDirectory(prefix="evpkg-") as folder,
        open_package(_Camp(Path(folder)), package, keys) as opened,
    ):
        manifest = opened.manifest
        rounds = _standing(opened.rounds())
        persons = {person.name: person for body in rounds for person in body.persons}
        return Peek(
            rounds[0].name if rounds else "",
            manifest.person,
            manifest.device_label,
            manifest.device,
            manifest.task.person if manifest.task else None,
            len(manifest.task.providers) if manifest.task else 0,
            tuple(persons.values()),
        )


def _standing(rounds: Iterable[tuple[str, list[str], Round]]) -> list[Round]:
    """Return the states that no other replaces; more than one where laptops differ."""
    found = list(rounds)
    replaced = {parent for _name, parents, _body in found for parent in parents}
    return [body for name, _parents, body in found if name not in replaced]
