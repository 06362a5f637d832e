"""Writes as JSON what the QGIS installed here offers to Python: classes, bases, enumerations with their members, other names.

Run by QGIS's Python, which has PyQt5; ``stand_in.py`` builds from it what QGIS 4 would offer beside PyQt6.
"""

import enum
import importlib
import json
import sys

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


def main() -> None:
    """Describe qgis.core, qgis.gui and qgis.analysis, and the classes of PyQt5, whose names are under ``qt5``."""
    found = Description()
    modules = {}
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
