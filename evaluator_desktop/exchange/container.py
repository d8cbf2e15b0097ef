"""The zip around a package and around its ciphertext: the only way our files are read and written.

Apart from both because either may come from an enemy: caps come before reading, a member is never
extracted by its name, and one that a stranger's program packed is refused in words.
"""

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.texts import N_, _

MOST_MEMBERS = 200_000
CHUNK = 1 << 20
_HIGHEST_RATIO = 200
_RATIO_FROM = 10 << 20
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_END_RECORD = b"PK\x05\x06"
_END_RECORD_SIZE = 22

NOT_OURS = N_("it is not a package of this program, or it is incomplete. Ask for it again.")
REPACKED = N_(
    "it was packed again by another program. Ask for the original file as it was exported."
)
CHANGED = N_("it was changed or damaged on its way ({part}). Ask for it again.")
BROKEN = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zlib.error)


def refused(name: str, sentence: str, **params: str) -> PackageError:
    """Return the error that refuses the file called `name`."""
    return PackageError(file=name, problem=_(sentence).format(**params))


def open_zip(stream: BinaryIO, name: str) -> zipfile.ZipFile:
    """Open a zip of ours after looking at everything that it claims. Raises PackageError."""
    size = stream.seek(0, os.SEEK_END)
    try:
        container = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise refused(name, NOT_OURS) from error
    entries = container.infolist()
    if not entries or len(entries) > MOST_MEMBERS or container.comment:
        raise refused(name, NOT_OURS)
    if min(entry.header_offset for entry in entries) != 0 or not _ends_with_record(stream, size):
        raise refused(name, REPACKED)
    if sum(entry.compress_size for entry in entries) > size:
        raise refused(name, NOT_OURS)
    if _is_bomb(sum(entry.file_size for entry in entries), size):
        raise refused(name, NOT_OURS)
    if len({entry.filename.casefold() for entry in entries}) != len(entries):
        raise refused(name, REPACKED)
    for entry in entries:
        _check_entry(entry, name)
    return container


def _ends_with_record(stream: BinaryIO, size: int) -> bool:
    stream.seek(max(size - _END_RECORD_SIZE, 0))
    return stream.read(len(_END_RECORD)) == _END_RECORD


def _is_bomb(uncompressed: int, compressed: int) -> bool:
    return uncompressed > _RATIO_FROM and uncompressed > compressed * _HIGHEST_RATIO


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    kind = entry.external_attr >> 28
    plain = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    encrypted = entry.flag_bits & 0x1
    named = entry.filename.isascii() and entry.filename == entry.orig_filename
    if not plain or encrypted or not named or entry.is_dir() or kind not in (0, 0o10):
        raise refused(name, REPACKED)
    if _is_bomb(entry.file_size, entry.compress_size):
        raise refused(name, NOT_OURS)


def member_chunks(container: zipfile.ZipFile, member: str, name: str) -> Iterator[bytes]:
    """Yield the content of a member. Raises PackageError where it is not what it claims to be."""
    try:
        with container.open(member) as stream:
            while chunk := stream.read(CHUNK):
                yield chunk
    except KeyError as error:
        raise refused(name, NOT_OURS) from error
    except BROKEN as error:
        raise refused(name, CHANGED, part=member) from error


def read_member(container: zipfile.ZipFile, member: str, largest: int, name: str) -> bytes:
    """Return a small member whole, of at most `largest` bytes. Raises PackageError."""
    content = io.BytesIO()
    for chunk in member_chunks(container, member, name):
        content.write(chunk)
        if content.tell() > largest:
            raise refused(name, CHANGED, part=member)
    return content.getvalue()


def new_entry(name: str, method: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    """Return the entry of a member to be written, without anything of the moment in it."""
    entry = zipfile.ZipInfo(name, _FIXED_DATE)
    entry.compress_type = method
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry
