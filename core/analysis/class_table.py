"""A reclassification table: which value becomes which class, as the user wrote it."""

import csv
from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError

ARROWS = ("→", "->")
NULL = "NULL"
"""How a table names a missing value."""


def read_class_table(text: str, parameter: str = "CLASSES") -> list[tuple[str, str]]:
    """Return (value, class) pairs in the order given, from text or, when ``text`` is the path of a file, from a CSV file.

    Text holds ``value → class`` (or ``->``), one per line or parted by semicolons. A CSV file has a header line and value and
    class in its first two columns. Raises InputError for what cannot be read and for a value with two classes.
    """
    if Path(text).suffix.lower() == ".csv":
        pairs = _pairs_of_file(Path(text), parameter)
    else:
        pairs = [_pair_of_text(entry, parameter) for entry in text.replace("\n", ";").split(";") if entry.strip()]
    if not pairs:
        raise InputError(parameter, text, 'holds no classes; write lines such as "limestone → hard"')
    known: dict[str, str] = {}
    for value, name in pairs:
        if known.setdefault(value, name) != name:
            raise InputError(parameter, text, f"gives {value} two classes, {known[value]} and {name}; keep one of them")
    return pairs


def value_key(value: object) -> str:
    """Return how a table names a field's value: whole numbers without a fraction, a missing value as NULL."""
    if value is None:
        return NULL
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _pair_of_text(entry: str, parameter: str) -> tuple[str, str]:
    for arrow in ARROWS:
        value, found, name = entry.partition(arrow)
        if found and value.strip() and name.strip():
            return value.strip(), name.strip()
    raise InputError(parameter, entry.strip(), 'is not of the form "value → class"; write for example "limestone → hard"')


def _pairs_of_file(path: Path, parameter: str) -> list[tuple[str, str]]:
    try:
        with open(path, newline="", encoding="utf-8-sig") as file:
            sample = file.read(4096)
            file.seek(0)
            rows = [row for row in csv.reader(file, delimiter=_delimiter(sample)) if any(cell.strip() for cell in row)]
    except (OSError, UnicodeDecodeError):
        raise InputError(parameter, path, "cannot be read as a CSV file in UTF-8; check the path and the format") from None
    narrow = [row for row in rows if len(row) < 2 or not row[0].strip() or not row[1].strip()]
    if narrow:
        raise InputError(parameter, path, f"has a line without value and class ({','.join(narrow[0])}); fill both columns")
    return [(value_key(row[0]), row[1].strip()) for row in rows[1:]]


def _delimiter(sample: str) -> str:
    header: Sequence[str] = sample.splitlines()[:1] or [""]
    return max(",;\t", key=header[0].count)
