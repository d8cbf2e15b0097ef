"""Compile the Qt Designer forms beside this file into evaluator_desktop/ui/forms/.

    python ui/compile.py           write the forms
    python ui/compile.py --check   write nothing, fail when a committed form differs

Qt's own compiler does the work. Its output is then changed in three things: strings go through
the one catalogue (`texts._`) instead of Qt's, the methods get types, and the head names no tool
or version. A form `workbench_page.ui` must hold the class `WorkbenchPage`.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from defusedxml import ElementTree

SOURCES = Path(__file__).resolve().parent
ROOT = SOURCES.parent
FORMS = ROOT / "evaluator_desktop" / "ui" / "forms"
PACKAGE_FILE = '"""What ui/compile.py made of the forms in ui/. Never edit these files."""\n'

UIC = "import sys; from PySide6.scripts.pyside_tool import uic; sys.exit(uic())"
STRING = r'u?"(?:[^"\\]|\\.)*"'
HEAD = re.compile(r"\A.*?^(?=from PySide6)", re.DOTALL | re.MULTILINE)
TRANSLATE = re.compile(
    rf"QCoreApplication\.translate\({STRING}, ({STRING}(?:\s*{STRING})*), (?:None|{STRING})\)"
)
METHOD = re.compile(r"def (setupUi|retranslateUi)\(self, (\w+)\):")


class FormError(Exception):
    """A form that cannot be compiled as it is."""


def compile_form(source: Path) -> str:
    """Return the Python code of one form."""
    widget = root_widget(source)
    done = subprocess.run(
        [sys.executable, "-c", UIC, "--from-imports", "--no-autoconnection", str(source)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0 or done.stderr.strip():
        raise FormError(f"{source.name}: {done.stderr.strip()}")
    return adapt(done.stdout, source.name, widget)


def root_widget(source: Path) -> str:
    """Return the Qt class that the form is laid on, after checking the form's name."""
    form = ElementTree.fromstring(source.read_bytes())
    expected = source.stem.title().replace("_", "")
    widget = form.find("widget")
    if widget is None or not widget.get("name") == form.findtext("class") == expected:
        raise FormError(f"{source.name}: its class and its outermost widget must be {expected}")
    return str(widget.get("class"))


def adapt(code: str, form: str, widget: str) -> str:
    """Turn uic's output into ours."""
    code = HEAD.sub(f'"""Made of ui/{form} by ui/compile.py. Never edit this file."""\n\n', code)
    code = METHOD.sub(rf"def \1(self, \2: {widget}) -> None:", code)
    code = TRANSLATE.sub(r"_(\1)", code)
    if "QCoreApplication.translate" in code:
        raise FormError(f"{form}: a string was not understood")
    head, body = code.rstrip().split("\nclass Ui_", 1)
    if "_(" in body:
        head = f"{head.rstrip()}\n\nfrom evaluator_desktop.texts import _\n\n"
    return f"{head}\nclass Ui_{body}\n"


def compiled_forms() -> dict[Path, str]:
    """Return every file that belongs into the forms' folder."""
    forms = {FORMS / "__init__.py": PACKAGE_FILE}
    for source in sorted(SOURCES.glob("*.ui")):
        forms[FORMS / f"ui_{source.stem}.py"] = compile_form(source)
    return forms


def differences(forms: Mapping[Path, str]) -> Iterator[str]:
    """Name each committed form that is not what its source gives."""
    for path in sorted(forms.keys() | set(FORMS.glob("*.py"))):
        if path not in forms:
            yield f"{path.relative_to(ROOT)} has no form"
        elif not path.exists() or path.read_text(encoding="utf-8") != forms[path]:
            yield f"{path.relative_to(ROOT)} is not up to date"


def write(forms: Mapping[Path, str]) -> None:
    FORMS.mkdir(exist_ok=True)
    for path in FORMS.glob("*.py"):
        if path not in forms:
            path.unlink()
    for path, code in forms.items():
        path.write_text(code, encoding="utf-8", newline="\n")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compile the Qt Designer forms.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    options = parser.parse_args(argv)
    try:
        forms = compiled_forms()
    except FormError as error:
        print(error, file=sys.stderr)
        return 1
    found = list(differences(forms))
    if not options.check:
        write(forms)
    print(*found, f"{len(forms) - 1} forms", sep="\n")
    return 1 if options.check and found else 0


if __name__ == "__main__":
    sys.exit(main())
