"""A scheme's document as TOML, as the shipped one is written; read back it has the same digest.

Apart from the workbook: for whoever keeps schemes under version control, or writes them by hand.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.exchange.workbooks.saving import save_bytes

_FIRST = ("id", "version", "name", "description", "weight_bp")


def write_scheme_toml(scheme: Scheme, path: Path) -> None:
    """Write a scheme. Raises FileProblemError, DiskFullError."""
    save_bytes("\n".join(_lines(scheme.document)).encode() + b"\n", path)


def _lines(table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the values of a table, then its tables, then its lists of tables."""
    inside = {key: f"{path}.{key}" if path else key for key in table}
    for key in sorted(table, key=_reading_order):
        value = table[key]
        if not _is_table(value) and not _is_list_of_tables(value):
            yield f"{key} = {_written(value)}"
    for key, value in table.items():
        if _is_table(value):
            yield from ("", f"[{inside[key]}]", *_lines(value, inside[key]))
    for key, value in table.items():
        if _is_list_of_tables(value):
            for entry in value:
                yield from ("", f"[[{inside[key]}]]", *_lines(entry, inside[key]))


def _reading_order(key: str) -> tuple[bool, int, str]:
    """What a table is comes first, then the rest by name."""
    known = key in _FIRST
    return not known, _FIRST.index(key) if known else 0, key


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and not _is_name(value)


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(entry, dict) for entry in value)


def _is_name(value: Mapping[str, object]) -> bool:
    return set(value) == {"zh", "en"}


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ zh = {_written(value['zh'])}, en = {_written(value['en'])} }}"
    # What is left are texts, whole numbers, truths and lists of texts: TOML writes them as JSON.
    return json.dumps(value, ensure_ascii=False)
