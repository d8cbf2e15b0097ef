"""Personal objects as they travel, one a line: {"digest", "salt", "values"} in canonical form.

Only ever inside an encrypted package. The digest, which is all that the history holds of an
object, is of its 16 random bytes and the canonical JSON of its values.
"""

import hashlib
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.bodies import Digest, Text

_SALT_SIZE = 16


class _Line(Struct, frozen=True, forbid_unknown_fields=True):
    digest: Digest
    salt: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
    values: dict[str, Text]


def encode_personal(digest: str, content: bytes) -> bytes:
    """Return the line of a stored object, without its line break."""
    values = msgspec.json.decode(content[_SALT_SIZE:], type=dict[str, str])
    return canonical.encode(_Line(digest, content[:_SALT_SIZE].hex(), values))


def decode_personal(line: bytes) -> tuple[str, bytes]:
    """Return (digest, stored bytes) of a line from outside.

    Raises msgspec.MsgspecError or NotCanonicalError, also where the digest is another's.
    """
    found = msgspec.json.decode(line, type=_Line)
    content = bytes.fromhex(found.salt) + canonical.encode(found.values)
    if canonical.encode(found) != line or hashlib.sha256(content).hexdigest() != found.digest:
        raise canonical.NotCanonicalError(problem=found.digest[:16])
    return found.digest, content
