"""A ``qgis`` package as QGIS 4 offers it: PyQt6 behind ``qgis.PyQt``, and QGIS's own classes as hollow ones.

A hollow class has the names and enumerations that ``describe_qgis.py`` found and no others, and no member of an enumeration
can be had without the enumeration's name. QGIS 4 is less strict about its own, of which it keeps the old names; Qt 6 is not.
Nothing in a hollow class works: it can be imported, inherited from and named in the bodies of classes.
"""

import enum
import importlib
import sys
from types import ModuleType

QT = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets", "QtXml")


def install(description: dict) -> None:
    """Put the stand-in where ``import qgis`` finds it."""
    hollow = HollowClasses(description["classes"])
    _add_module("qgis")
    _add_module("qgis.PyQt")
    for name in QT:
        module = importlib.import_module(f"PyQt6.{name}")
        _add_module(f"qgis.PyQt.{name}", vars(module))
    _add_module("qgis.PyQt.sip", vars(importlib.import_module("PyQt6.sip")))
    # QGIS offers these three where PyQt5 has them, too, and its NULL is None beside PyQt6
    for name in ("QAction", "QActionGroup", "QShortcut"):
        setattr(sys.modules["qgis.PyQt.QtWidgets"], name, getattr(sys.modules["qgis.PyQt.QtGui"], name))
    sys.modules["qgis.PyQt.QtCore"].NULL = None
    for name, names in sorted(description["modules"].items()):
        _add_module(name, {key: hollow.value(key, about) for key, about in names.items()})
    _add_module("qgis.utils", {"iface": sys.modules["qgis.gui"].QgisInterface, "plugins": {}})


def _add_module(name: str, names: dict | None = None) -> None:
    module = ModuleType(name)
    module.__path__ = []
    vars(module).update({key: value for key, value in (names or {}).items() if not key.startswith("__")})
    sys.modules[name] = module
    if "." in name:
        parent, _, child = name.rpartition(".")
        if parent not in sys.modules:
            _add_module(parent)
        setattr(sys.modules[parent], child, module)


def _nothing(*_: object, **__: object) -> None:
    """Stand in for every method."""


class HollowClasses:
    """Builds hollow classes from their description, each once."""

    def __init__(self, classes: dict) -> None:
        self.classes = classes
        self.built: dict[str, type] = {}

    def value(self, name: str, about: dict) -> object:
        """Return what stands for a described value."""
        if "enumeration" in about:
            members = [m for m in about["enumeration"] if m.isidentifier() and m != "mro" and not m.startswith("_")]
            return enum.Flag(name, {member: 1 << place for place, member in enumerate(members)})
        return self.build(about["class"]) if "class" in about else staticmethod(_nothing)

    def build(self, name: str) -> type:
        """Return PyQt6's class of that name or else a hollow one."""
        if name not in self.built:
            self.built[name] = _qt6_class(name) or self._hollow(name)
        return self.built[name]

    def _hollow(self, name: str) -> type:
        described = self.classes.get(name, {"bases": [], "names": {}})
        bases = tuple(dict.fromkeys(self.build(base) for base in described["bases"]))
        bases = tuple(base for base in bases if not any(base in other.__mro__[1:] for other in bases)) or (object,)
        self.built[name] = type(bases[0])(name.rpartition(".")[2], bases, {"__init__": _nothing})
        for key, about in described["names"].items():
            setattr(self.built[name], key, self.value(key, about))
        return self.built[name]


def _qt6_class(name: str) -> type | None:
    for module in QT:
        found = sys.modules[f"qgis.PyQt.{module}"]
        for part in name.split("."):
            found = getattr(found, part, None)
        if isinstance(found, type):
            return found
    return {"wrapper": object, "simplewrapper": object, "object": object}.get(name)
