"""Reading rows that we wrote ourselves: what can no longer be read is damage, and is said so.

Apart from the domain's reader, whose errors are about what others send.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from evaluator_desktop.domain import history
from evaluator_desktop.domain.bodies import Body
from evaluator_desktop.domain.history import Entity, Revision
from evaluator_desktop.errors import DamagedRecordError

_UNREADABLE = (msgspec.MsgspecError, KeyError, ValueError)


@contextmanager
def damage_in_words() -> Iterator[None]:
    """Turn what a flipped bit makes of a row into an error that a person can mend."""
    try:
        yield
    except _UNREADABLE as error:
        raise DamagedRecordError from error


def read_stored(content: bytes) -> tuple[Revision, Body | None]:
    """Decode a revision of the store. Raises DamagedRecordError."""
    try:
        return history.read_stored(content)
    except _UNREADABLE as error:
        raise DamagedRecordError from error


def read_head(name: bytes, content: bytes) -> Entity[Any]:
    """Read one head of the store, as if its entity had no other. Raises DamagedRecordError."""
    try:
        return history.read_head(name.hex(), content)
    except _UNREADABLE as error:
        raise DamagedRecordError from error
