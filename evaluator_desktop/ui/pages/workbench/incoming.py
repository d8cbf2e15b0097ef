"""Files that come to a provider by drop or from the clipboard."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from evaluator_desktop.texts import SHANGHAI, _


def paths_of(mime: QMimeData | None) -> list[Path]:
    """Return the files and folders on this computer that were dropped or copied."""
    return [Path(url.toLocalFile()) for url in (mime.urls() if mime else ()) if url.isLocalFile()]


def holds_material(mime: QMimeData | None) -> bool:
    """Tell whether pasting means evidence: files, or a picture that is no text as well."""
    if mime is None:  # an empty clipboard may have none
        return False
    return bool(paths_of(mime)) or (mime.hasImage() and not mime.hasText())


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
