"""Build the Chinese catalogue: strings of the program -> zh_CN.po -> messages.mo.

    python resources/compile.py update           take in new strings of the code, drop unused ones
    python resources/compile.py merge FILE.json  the same, and fill in translations
    python resources/compile.py compile          write messages.mo alone, after editing zh_CN.po
    python resources/compile.py --check          fail when anything is missing or out of date

A translation file holds {"English": "中文"}, and {"one|many": ["中文"]} for counted sentences.
Neither output carries dates or line numbers, so the same strings always give the same bytes.
"""

import argparse
import io
import json
import string
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "evaluator_desktop"
PO_FILE = ROOT / "resources" / "i18n" / "zh_CN.po"
MO_FILE = ROOT / "resources" / "i18n" / "zh_CN" / "LC_MESSAGES" / "messages.mo"

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
HEADER = """\
# Chinese (China) sentences of Evaluator Desktop. Taken up by resources/compile.py.
msgid ""
msgstr ""
"Language: zh_CN\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # Babel insists on one in the .mo

Translation = str | Sequence[str]


def strings_of_code() -> Catalog:
    """Return a catalogue of every marked string in the package, without translations."""
    catalog = Catalog(locale="zh_CN", creation_date=_NO_DATE, revision_date=_NO_DATE)
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for _line, message, _comments, _context in extract_from_file("python", path, KEYWORDS):
            if message:  # an empty one would be taken for the head of the catalogue
                catalog.add(message, locations=[(place, 0)])
    return catalog


def read_catalogue(path: Path) -> Catalog:
    """Return the committed catalogue, an empty one when there is none yet."""
    if not path.exists():
        return Catalog(locale="zh_CN")
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN")


def key_of(message: Message) -> str:
    """Return what a translation file calls this message."""
    return message.id if isinstance(message.id, str) else "|".join(message.id)


def messages_of(catalog: Catalog) -> dict[str, Message]:
    """Return the messages by key, without the header."""
    return {key_of(message): message for message in catalog if message.id}


def fill(catalog: Catalog, translations: Mapping[str, Translation]) -> list[str]:
    """Put translations into their messages; return the keys that no message has."""
    messages = messages_of(catalog)
    for key in translations.keys() & messages.keys():
        given, message = translations[key], messages[key]
        forms = [given] if isinstance(given, str) else list(given)
        message.string = forms[0] if isinstance(message.id, str) else tuple(forms)
    return sorted(translations.keys() - messages.keys())


def known_translations(catalog: Catalog) -> dict[str, Translation]:
    """Return what is translated already, by key."""
    return {key: forms_of(m) for key, m in messages_of(catalog).items() if is_translated(m)}


def forms_of(message: Message) -> list[str]:
    """Return the translation, one string for each plural form."""
    given = message.string or ()
    return [given] if isinstance(given, str) else list(given)


def is_translated(message: Message) -> bool:
    forms = forms_of(message)
    return bool(forms) and all(forms) and not message.fuzzy


def placeholders(text: str) -> set[str]:
    """Return the names in braces; ValueError where the braces do not match."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def translation_problem(message: Message) -> str | None:
    """Say what is wrong with one message's translation, if anything."""
    if message.fuzzy:
        return "is marked fuzzy"
    if not is_translated(message):
        return "has no translation"
    try:
        expected = placeholders(message.id if isinstance(message.id, str) else message.id[-1])
        given = [placeholders(form) for form in forms_of(message)]
    except ValueError as error:
        return f"has broken braces: {error}"
    if any(names != expected for names in given):
        return f"needs the placeholders {sorted(expected)}, has {[sorted(n) for n in given]}"
    return None


def po_bytes(catalog: Catalog) -> bytes:
    """Write the catalogue by file, then alphabetically, one line for each string."""
    ordered = Catalog(locale="zh_CN")
    for message in sorted(
        messages_of(catalog).values(), key=lambda m: (m.locations[:1], key_of(m))
    ):
        ordered.add(message.id, message.string, locations=message.locations)
    buffer = io.BytesIO()
    write_po(buffer, ordered, width=0, omit_header=True, include_lineno=False)
    return HEADER.encode() + buffer.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """Compile the catalogue as gettext reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def problems(catalog: Catalog) -> Iterator[str]:
    """Compare the committed files with `catalog`, made of the code and the known translations."""
    committed = messages_of(read_catalogue(PO_FILE))
    for key, message in messages_of(catalog).items():
        if key not in committed:
            yield f"{key!r} is not in {PO_FILE.name}"
        elif problem := translation_problem(committed[key]):
            yield f"{key!r} {problem} ({message.locations[0][0]})"
    yield from (f"{key!r} is used nowhere" for key in committed.keys() - messages_of(catalog))
    for path, content in ((PO_FILE, po_bytes(catalog)), (MO_FILE, mo_bytes(catalog))):
        if not path.exists() or path.read_bytes() != content:
            yield f"{path.relative_to(ROOT)} is not up to date"


def report(lines: Sequence[str], advice: str) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    if lines:
        print(advice, file=sys.stderr)
    return 1 if lines else 0


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Build the Chinese catalogue.")
    parser.add_argument("action", nargs="?", choices=["update", "merge", "compile"])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.json")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    options = parser.parse_args(argv)
    if options.check == bool(options.action):
        parser.error("give either an action or --check")

    catalog = strings_of_code()
    fill(catalog, known_translations(read_catalogue(PO_FILE)))
    if options.check:
        return report(list(problems(catalog)), "python resources/compile.py update|merge mends it")
    unknown: list[str] = []
    for file in options.files:
        unknown += fill(catalog, json.loads(file.read_text(encoding="utf-8")))
    if options.action != "compile":
        write(PO_FILE, po_bytes(catalog))
    write(MO_FILE, mo_bytes(catalog))
    print(f"{len(messages_of(catalog))} strings, {len(known_translations(catalog))} translated")
    return report([f"used nowhere: {key!r}" for key in unknown], "These were left out.") and 0


if __name__ == "__main__":
    sys.exit(main())
