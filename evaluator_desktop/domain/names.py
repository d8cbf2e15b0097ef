"""A text of the documents in both languages: what every part of a scheme is named with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Name:
    """A text of the documents in both languages."""

    zh: str
    en: str

    def text(self, lang: str) -> str:
        """Return the text in `lang`, "zh_CN" or "en"."""
        return self.en if lang == "en" else self.zh


NO_TEXT = Name("", "")
