"""Writes as JSON what the QGIS installed here offers to Python: classes, bases, enumerations with their members, other names.

Run by QGIS's Python, which has PyQt5; ``stand_in.py`` builds from it what QGIS 4 would offer beside PyQt6.
"""

import ast
import enum
import importlib
import json
import sys
from pathlib import Path

QT = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets", "QtXml")


def is_enumeration(value: object) -> bool:
    """Say whether this is an enumeration, one of sip's or one of Python's."""
    return isinstance(value, type) and (isinstance(value, enum.EnumMeta) or type(value).__name__ == "enumtype")


class Description:
    """What was found so far: classes by name, names of members that can be reached without their enumeration."""

    def __init__(self) -> None:
        self.classes: dict[str, dict] = {}
        self.unscoped: set[str] = set()

    def of(self, value: object, owner: object) -> dict:
        """Describe a value found in ``owner``, a module or a class."""
        if is_enumeration(value):
            places = (vars(value), vars(owner), getattr(value, "__members__", {}))
            return {"enumeration": sorted({name for place in places for name, v in place.items() if type(v) is value})}
        if isinstance(value, type):
            self.add(value)
            return {"class": value.__qualname__}
        return {}

    def add(self, cls: type) -> None:
        """Describe a class and what is nested in it, once."""
        if cls.__qualname__ in self.classes:
            return
        names = {}
        self.classes[cls.__qualname__] = {"bases": [base.__qualname__ for base in cls.__bases__], "names": names}
        for base in cls.__bases__:
            self.add(base)
        for name, value in list(vars(cls).items()):
            if is_enumeration(type(value)):
                self.unscoped.add(name)
            elif not name.startswith("__"):
                names[name] = self.of(value, cls)


def read_processing(found: Description) -> dict[str, dict]:
    """Describe QGIS's package ``processing``, which is Python, by reading it: modules, their functions and classes."""
    processing = importlib.import_module("processing")
    package = Path(processing.__file__).parent
    modules = {}
    for file in sorted(package.rglob("*.py")):
        module = ".".join(("processing", *file.relative_to(package).with_suffix("").parts)).removesuffix(".__init__")
        modules[module] = {}
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                names = {inner.name for inner in node.body if isinstance(inner, ast.FunctionDef)}
                names |= {
                    inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)
                }
                found.classes[f"{module}.{node.name}"] = {"bases": [], "names": {name: {} for name in names}}
                modules[module][node.name] = {"class": f"{module}.{node.name}"}
            elif isinstance(node, ast.FunctionDef):
                modules[module][node.name] = {}
    modules["processing"] = {name: {} for name in vars(processing) if not name.startswith("__")}
    return modules


def main() -> None:
    """Describe qgis.core, qgis.gui, qgis.analysis and processing; the names of PyQt5's classes are under ``qt5``."""
    found = Description()
    modules = read_processing(found)
    for name in ("qgis.core", "qgis.gui", "qgis.analysis"):
        module = importlib.import_module(name)
        modules[name] = {key: found.of(value, module) for key, value in list(vars(module).items()) if not key.startswith("__")}
    qt5 = []
    for name in QT:
        for value in list(vars(importlib.import_module(f"PyQt5.{name}")).values()):
            if isinstance(value, type) and not is_enumeration(value):
                found.add(value)
                qt5.append(value.__qualname__)
    description = {"modules": modules, "classes": found.classes, "unscoped": sorted(found.unscoped), "qt5": sorted(qt5)}
    json.dump(description, sys.stdout)


main()
