"""The one catalogue of sentences for both front ends, reports and errors.

Strings are written in English in code and forms; `resources/i18n` holds the translations.
Chinese is the default language.
"""

import gettext
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from evaluator_desktop.paths import resource_dir

LANGUAGES = ("zh_CN", "en")
DEFAULT_LANGUAGE = "zh_CN"
SHANGHAI = ZoneInfo("Asia/Shanghai")

_language = DEFAULT_LANGUAGE
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


def set_language(language: str) -> None:
    """Switch every later sentence to `language`, one of LANGUAGES."""
    global _language  # one process speaks one language at a time
    _language = _known(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` inside the block, on this thread alone: a paper need not be the window's."""
    before = _spoken.set(_known(language))
    try:
        yield
    finally:
        _spoken.reset(before)


def language() -> str:
    """Return the language in use, "zh_CN" or "en"."""
    return _spoken.get() or _language


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")
    return language


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("messages", resource_dir() / "i18n", languages=[language])


def _translations() -> gettext.NullTranslations:
    return _catalogue(language())


def _(message: str) -> str:
    """Translate `message`."""
    return _translations().gettext(message) if message else ""


def N_(message: str) -> str:
    """Mark `message` for translation where it stands; `_` translates it where it is shown."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """Translate the form of a sentence that `count` asks for."""
    return _translations().ngettext(one, many, count)


def listed(texts: Iterable[str]) -> str:
    """Join texts as a list within a sentence."""
    return ("、" if language() == "zh_CN" else ", ").join(texts)


def date_text(day: date) -> str:
    """Write a calendar day in the user's language: 2026年11月22日 or 22 November 2026."""
    if language() == "zh_CN":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {day:%B} {day.year}"


def today() -> date:
    """Return the day it is in Shanghai, whatever zone this computer's clock is set to."""
    return datetime.now(SHANGHAI).date()


def time_text(moment: datetime) -> str:
    """Write a moment as local time in Shanghai, to the minute."""
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def count_text(number: int) -> str:
    """Write a count with thousands separators, the same in both languages."""
    return f"{number:,}"


def size_text(size: int) -> str:
    """Write a file size in the unit a person would use."""
    value, unit = float(size), "B"
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            break
        value /= 1000
    return f"{size} B" if unit == "B" else f"{value:.1f} {unit}"
