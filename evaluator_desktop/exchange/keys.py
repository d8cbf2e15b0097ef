"""Keys from people: a passphrase in a file, an age identity in a file, recipients as typed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.errors import RecipientError
from evaluator_desktop.texts import _

_LARGEST_FILE = 64 << 10
_COMMENT = "#"


@dataclass(frozen=True)
class Keys:
    """What may open an encrypted package; never printed."""

    passphrase: str | None = field(default=None, repr=False)
    identities: tuple[str, ...] = field(default=(), repr=False)
    """Age identities, AGE-SECRET-KEY-1…"""
    others: tuple[str, ...] = field(default=(), repr=False)
    """More passphrases, where packages of several senders are opened together."""

    @property
    def passphrases(self) -> tuple[str, ...]:
        return self.others if self.passphrase is None else (self.passphrase, *self.others)


def read_keys(passphrase_file: Path | None, identity_file: Path | None) -> Keys:
    """Return what is in the files that were named. Raises FileProblemError."""
    return Keys(
        None if passphrase_file is None else read_passphrase(passphrase_file),
        () if identity_file is None else read_identities(identity_file),
    )


def read_passphrase(path: Path) -> str:
    """Return the passphrase in the first line of a file, in NFC. Raises FileProblemError."""
    lines = _text(path).splitlines()
    passphrase = normalize("NFC", lines[0]) if lines else ""
    if not passphrase.strip():
        problem = _("holds no passphrase. Write it into the first line.")
        raise FileProblemError(file=path.name, problem=problem)
    return passphrase


def read_identities(path: Path) -> tuple[str, ...]:
    """Return the identities in a file as age writes it. Raises FileProblemError."""
    from pyrage import IdentityError, x25519

    lines = [line.strip() for line in _text(path).splitlines()]
    found = tuple(line for line in lines if line and not line.startswith(_COMMENT))
    try:
        for line in found:
            x25519.Identity.from_str(line)
    except IdentityError as error:
        raise _no_identity(path) from error
    if not found:
        raise _no_identity(path)
    return found


def check_recipients(recipients: Iterable[str]) -> tuple[str, ...]:
    """Return recipients as age spells them. Raises RecipientError."""
    from pyrage import RecipientError as NotARecipientError
    from pyrage import x25519

    found = []
    for text in recipients:
        try:
            found.append(str(x25519.Recipient.from_str(text.strip().lower())))
        except NotARecipientError as error:
            # Someone may have pasted the secret half: it is not repeated.
            shown = text.strip()[:8]
            raise RecipientError(recipient=shown) from error
    return tuple(dict.fromkeys(found))


def _no_identity(path: Path) -> FileProblemError:
    problem = _("is no age identity. It holds a line that begins with AGE-SECRET-KEY-1.")
    return FileProblemError(file=path.name, problem=problem)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            content = stream.read(_LARGEST_FILE + 1)
        if len(content) <= _LARGEST_FILE:
            return content.decode("utf-8-sig")
    except OSError as error:
        problem = _("cannot be read ({reason}).").format(reason=error.strerror)
        raise FileProblemError(file=str(path), problem=problem) from error
    except UnicodeDecodeError as error:
        raise FileProblemError(file=path.name, problem=_not_text()) from error
    raise FileProblemError(file=path.name, problem=_not_text())


def _not_text() -> str:
    return _("is not a text file. Choose the file with the key.")
