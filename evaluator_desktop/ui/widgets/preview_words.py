"""What a preview says in words: why there is none, and what a file holds."""

from collections.abc import Mapping

from evaluator_desktop.jobs.preview_protocol import (
    ArchivePreview,
    PdfPreview,
    PicturePreview,
    Preview,
    Reason,
    TablePreview,
    TextPreview,
)
from evaluator_desktop.texts import N_, _, count_text, ngettext

# Why there is no preview, and what can be done about it.
REASONS: Mapping[Reason, tuple[str, str]] = {
    Reason.UNKNOWN_KIND: (
        N_("No preview for this kind of file"),
        N_("Save a copy and look at it in another program. Open it only if you know who made it."),
    ),
    Reason.DAMAGED: (
        N_("This file is damaged"),
        N_("It cannot be shown. What was added is kept as it is; ask for the file once more."),
    ),
    Reason.ENCRYPTED: (
        N_("This file is locked with a password"),
        N_("Ask for a copy without a password, or save this one and open it elsewhere."),
    ),
    Reason.TOO_LARGE: (
        N_("This file is too large to show"),
        N_("Pictures are shown up to 80 million pixels. Save a copy to look at it."),
    ),
    Reason.MISSING: (
        N_("This file is not on this computer yet"),
        N_("It comes with a package from whoever added it."),
    ),
    Reason.TIMED_OUT: (
        N_("Opening this file took too long"),
        N_("The preview was stopped; nothing was lost. Save a copy to look at it."),
    ),
    Reason.CRASHED: (
        N_("This file could not be opened"),
        N_("The preview was stopped; nothing was lost. Save a copy to look at it."),
    ),
}


def contents_text(preview: Preview) -> str:
    """Say how much a file holds, "" where that is not known: 4000×3000, 24 pages, 63 rows."""
    if isinstance(preview, PicturePreview):
        return f"{preview.pixel_width}×{preview.pixel_height}"
    if isinstance(preview, PdfPreview):
        return _counted(
            ngettext("{count} page", "{count} pages", preview.page_count), preview.page_count
        )
    parts = []
    if isinstance(preview, TablePreview) and preview.row_count is not None:
        parts.append(
            _counted(ngettext("{count} row", "{count} rows", preview.row_count), preview.row_count)
        )
    if isinstance(preview, ArchivePreview):
        parts.append(
            _counted(ngettext("{count} file", "{count} files", preview.count), preview.count)
        )
        parts += [_("locked with a password")] if preview.is_locked else []
    if is_cut(preview):
        parts.append(_("only the beginning is shown"))
    return " · ".join(parts)


def is_cut(preview: Preview) -> bool:
    """True where a table, text or list goes on beyond what is shown."""
    if isinstance(preview, TextPreview):
        return preview.is_cut
    if isinstance(preview, ArchivePreview):
        return preview.count > len(preview.files)
    if not isinstance(preview, TablePreview):
        return False
    width = max(map(len, preview.rows), default=0)
    return preview.row_count != len(preview.rows) or width < (preview.column_count or 0)


def taken_text(preview: Preview) -> str:
    """Say when the camera took a picture, to the minute; "" where it does not tell."""
    if not isinstance(preview, PicturePreview) or preview.taken is None:
        return ""
    return preview.taken.replace("T", " ")[:16]


def _counted(words: str, count: int) -> str:
    return words.format(count=count_text(count))
