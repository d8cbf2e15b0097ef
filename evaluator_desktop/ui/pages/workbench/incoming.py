"""Files that come to a provider by drop or from the clipboard."""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from evaluator_desktop.domain.scheme import Item, Requirement
from evaluator_desktop.texts import SHANGHAI, _

# Left behind by file managers; nobody means to hand them in.
_LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_LEAST_SHARED = 2


def paths_of(mime: QMimeData | None) -> list[Path]:
    """Return the files and folders on this computer that were dropped or copied."""
    return [Path(url.toLocalFile()) for url in (mime.urls() if mime else ()) if url.isLocalFile()]


def holds_material(mime: QMimeData | None) -> bool:
    """Tell whether pasting means evidence: files, or a picture that is no text as well."""
    if mime is None:  # an empty clipboard may have none
        return False
    return bool(paths_of(mime)) or (mime.hasImage() and not mime.hasText())


def files_within(paths: Sequence[Path]) -> list[Path]:
    """Return files as they are and folders opened into their regular files, by name."""
    return [file for path in paths for file in _files(path)]


def _files(path: Path) -> Iterator[Path]:
    if path.is_symlink() or not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            file = Path(folder) / name
            if name.casefold() not in _LITTER and file.is_file() and not file.is_symlink():
                yield file


def png_bytes(image: QImage) -> bytes:
    """Return a picture as PNG; takes a while for large ones."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def picture_name() -> str:
    """Return the name of a picture that comes from the clipboard now."""
    return (
        _("Clipboard {moment}").format(moment=f"{datetime.now(SHANGHAI):%Y-%m-%d %H%M%S}") + ".png"
    )


def likely_requirement(item: Item, is_law_firm: bool, names: Sequence[str]) -> str | None:
    """Guess what files are handed in for: the only requirement, or the one that all names say.

    None where that is not plain; the person chooses then.
    """
    hidden = "not_law_firm" if is_law_firm else "law_firm"
    asked = [r for r in item.requirements if r.when != hidden]
    if len(asked) == 1:
        return asked[0].id
    said = {_said_by(name, asked) for name in names}
    return said.pop() if len(said) == 1 else None


def _said_by(name: str, asked: Sequence[Requirement]) -> str | None:
    """Return the requirement whose Chinese name shares the longest run of signs with `name`."""
    lengths = sorted(((_shared(name, r.name.zh), r.id) for r in asked), reverse=True)
    if not lengths or lengths[0][0] < _LEAST_SHARED:
        return None
    is_tie = len(lengths) > 1 and lengths[0][0] == lengths[1][0]
    return None if is_tie else lengths[0][1]


def _shared(name: str, words: str) -> int:
    runs = (words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    return max((len(run) for run in runs if run in name), default=0)
