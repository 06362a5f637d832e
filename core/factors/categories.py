"""Categories from the values of a field or a raster: whole-number codes that never depend on the area, and labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..analysis.class_table import NULL, value_key
from ..errors import InputError

LARGEST_CODE = 2**24
"""Float32, in which factor stacks are stored, holds whole numbers exactly up to here."""


@dataclass(frozen=True)
class Coding:
    """Which code each value (as ``value_key`` writes it) has, and the label of each code."""

    codes: dict[str, int]
    labels: dict[int, str]


def coding_of(
    values: Iterable[object],
    table: Sequence[tuple[str, str]] = (),
    labels: dict[int, str] | None = None,
    parameter: str = "FIELD",
    source: str = "",
) -> Coding:
    """Return the coding of ``values`` (a field's or a raster's, repeats allowed).

    Without a table whole numbers keep their value, and anything else is numbered from 1 in the order of the alphabet;
    ``labels`` are a raster's own. With a table, which names a value or its label, classes that are whole numbers are the codes,
    and other classes are numbered from 1 in the order in which the table first names them. Raises InputError for missing
    values and values without a class.
    """
    labels = labels or {}
    keys = sorted({value_key(value) for value in values}, key=_order)
    if table:
        return _coding_of_table(keys, table, labels)
    if NULL in keys:
        raise InputError(
            parameter, source, "has missing values; fill them, or give them a class in CLASSES, such as NULL → unknown"
        )
    if all(_is_code(key) for key in keys):
        return Coding({key: int(key) for key in keys}, {int(key): labels.get(int(key), key) for key in keys})
    return Coding({key: code for code, key in enumerate(keys, 1)}, dict(enumerate(keys, 1)))


def _coding_of_table(keys: Sequence[str], table: Sequence[tuple[str, str]], labels: dict[int, str]) -> Coding:
    classes = dict(table)
    own_names = {key: labels.get(int(key), key) if _is_code(key) else key for key in keys}
    chosen = {key: classes.get(key, classes.get(name)) for key, name in own_names.items()}
    lost = [own_names[key] for key, name in chosen.items() if name is None]
    if lost:
        raise InputError("CLASSES", lost, "have no class in the table; add a line for each, such as value → class")
    names = list(dict.fromkeys(name for _, name in table))
    numbers = all(_is_code(name) for name in names)
    code_of = {name: int(name) if numbers else number for number, name in enumerate(names, 1)}
    return Coding({key: code_of[name] for key, name in chosen.items()}, {code: name for name, code in code_of.items()})


def _is_code(key: str) -> bool:
    try:
        return abs(int(key)) <= LARGEST_CODE and key == str(int(key))
    except ValueError:
        return False


def _order(key: str) -> tuple[int, float, str]:
    try:
        return 0, float(key), key
    except ValueError:
        return 1, 0.0, key
