"""Zip files that were handed in: the names in them, to look at; never unpacked (fault 55).

Archivers of offices write names in GBK and say nothing of it: a name that is not marked as UTF-8 is
tried as that first. Only on systems that are not Windows a name without the mark may be UTF-8.
"""

import zipfile

from evaluator_desktop.jobs.decoding.undecodable import UndecodableError
from evaluator_desktop.jobs.preview_protocol import (
    ArchivedFile,
    ArchivePreview,
    Reason,
    Request,
)

MOST_FILES = 500
MOST_CHARACTERS = 300
_MOST_MEMBERS = 100_000
_UTF8, _LOCKED = 0x800, 0x1
_UNIX = 3
# What tells that a zip is one document or program, whose parts are of no use to people.
_DOCUMENTS = {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "word/document.xml"}


def is_archive(archive: zipfile.ZipFile) -> bool:
    """Tell a collection of files from a document that is a zip inside."""
    return _DOCUMENTS.isdisjoint(archive.namelist())


def decode_archive(request: Request) -> ArchivePreview:
    """List the first files; sizes are what the archive claims."""
    with zipfile.ZipFile(request.path) as archive:
        members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        raise UndecodableError(Reason.TOO_LARGE)
    files = [member for member in members if not member.orig_filename.endswith(("/", "\\"))]
    shown = [
        ArchivedFile(archived_name(member)[:MOST_CHARACTERS], member.file_size)
        for member in files[:MOST_FILES]
    ]
    return ArchivePreview(shown, len(files), any(f.flag_bits & _LOCKED for f in files))


def archived_name(member: zipfile.ZipInfo) -> str:
    """Return a name as its archiver most likely meant it; display data only."""
    name = member.orig_filename
    if member.flag_bits & _UTF8:
        return name
    raw = name.encode("cp437")  # as zipfile has read it, every byte comes back
    for encoding in ("utf-8", "gbk") if member.create_system == _UNIX else ("gbk",):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name
