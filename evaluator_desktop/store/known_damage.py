"""Evidence files that were read and found damaged, on this computer; it never travels.

Apart from the files, because reading all of them takes minutes: what one look found has to stand
in every list until the file is another one, which its size or time says, or is read again.
"""

import os

import msgspec

from evaluator_desktop.store.settings import Settings

DAMAGED = "damaged_files"


class KnownDamage:
    """Size and time of each damaged file, by digest; without `settings` for this run alone."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings
        self._stamps = _read(settings.get(DAMAGED, "{}") if settings else "{}")

    def holds(self, digest: str, found: os.stat_result) -> bool:
        """Tell whether this very file was found damaged."""
        return self._stamps.get(digest) == _stamp(found)

    def note(self, digest: str, found: os.stat_result, *, damaged: bool) -> None:
        """Remember what reading a file came to, until `keep` for this run alone."""
        if damaged:
            self._stamps[digest] = _stamp(found)
        else:
            self._stamps.pop(digest, None)

    def keep(self) -> None:
        """Remember it beyond this run, where there is anything new."""
        text = msgspec.json.encode(self._stamps, order="sorted").decode()
        if self._settings and self._settings.get(DAMAGED, "{}") != text:
            self._settings.put({DAMAGED: text})


def _read(text: str) -> dict[str, tuple[int, int]]:
    """Return what an earlier run kept; what another version wrote otherwise is nothing."""
    try:
        return msgspec.json.decode(text, type=dict[str, tuple[int, int]])
    except msgspec.DecodeError:
        return {}


def _stamp(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns
