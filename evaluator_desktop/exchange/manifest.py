"""The manifest of a package: what is in it, from whom, and what the receiver must have.

The package number is the SHA-256 of the manifest's canonical bytes. It holds nothing of the
moment or the medium, so the same store gives the same manifest.
"""

import hashlib
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.bodies import Count, Digest, Id, Word

FORMAT = 1
MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
REVISIONS = "revisions.jsonl"
PERSONAL = "personal.jsonl"
EVIDENCE = "evidence/"
LARGEST_MANIFEST = 64 << 20
NOT_READABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding raises of bytes that are no manifest."""

PartName = Annotated[
    str, Meta(pattern=r"^(revisions\.jsonl|personal\.jsonl|evidence/[0-9a-f]{64})\Z")
]


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """One member of the package, as it is uncompressed; sizes in bytes."""

    name: PartName
    size: Count
    sha256: Digest

    @property
    def is_evidence(self) -> bool:
        return self.name.startswith(EVIDENCE)


class Tip(Struct, frozen=True, forbid_unknown_fields=True):
    """The last revision of one run that the exporter had."""

    seq: Count
    revision: Digest


class Task(Struct, frozen=True, forbid_unknown_fields=True):
    """What the package assigns; it restricts evidence files, never revisions."""

    person: Word
    providers: list[Id]


class Manifest(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything that the signature covers."""

    format: int
    round: Id
    scheme_digest: Digest
    device: Word
    device_key: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    device_label: Word
    person: Word
    revisions: Count
    tips: dict[Id, Tip]
    since: dict[Id, Count] | None
    """Last seq of each run that the receiver is known to have; None: the whole history."""
    task: Task | None
    parts: list[Part]
    volumes: list[list[str]]
    """Names of the parts in each volume; one list for a package in one file."""
    device_recipient: Annotated[str, Meta(pattern=r"^age1[02-9ac-hj-np-z]{58}\Z")] | None = None
    """What others encrypt to so that the exporting account can open it."""

    @property
    def evidence(self) -> dict[str, int]:
        """Digest and size of every evidence file that the package carries."""
        return {p.name.removeprefix(EVIDENCE): p.size for p in self.parts if p.is_evidence}

    def part(self, name: str) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)


def encode_manifest(manifest: Manifest) -> bytes:
    """Return the canonical bytes that are signed."""
    return canonical.encode(manifest)


def package_number(content: bytes) -> str:
    """Return the package's number from the manifest's bytes."""
    return hashlib.sha256(content).hexdigest()


def decode_format(content: bytes) -> int | None:
    """Return the format that a manifest claims, read before anything else of it."""

    class Claim(Struct):
        format: int

    try:
        return msgspec.json.decode(content, type=Claim).format
    except NOT_READABLE:
        return None


def decode_manifest(content: bytes) -> Manifest:
    """Decode a manifest of this format; raises NOT_READABLE or NotCanonicalError."""
    manifest = msgspec.json.decode(content, type=Manifest)
    if encode_manifest(manifest) != content:
        raise canonical.NotCanonicalError(problem=MANIFEST)
    return manifest
