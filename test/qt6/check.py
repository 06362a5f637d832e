"""Imports modules of the toolbox against the stand-in for QGIS 4 and follows every name of Qt and QGIS that they use.

    python check.py DESCRIPTION.json PLUGIN_FOLDER FILE …

Importing runs no function, so each name is also followed in the syntax tree: ``Qt.AlignLeft``, ``QVariant.Int`` or a class that
PyQt6 lacks are found wherever they stand. What a variable holds the tree does not tell; of variables, names are refused that
nothing in Qt 6 has (``dialog.exec_``) or only enumerations (``parameter.FlagAdvanced``). Prints one line for each finding.
"""

import ast
import importlib
import importlib.util
import inspect
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import stand_in


def main() -> None:
    """Check the files named in the arguments, relative to the plugin's folder."""
    description_path, plugin, *files = sys.argv[1:]
    description = json.loads(Path(description_path).read_text(encoding="utf-8"))
    folder = Path(plugin)
    stand_in.install(description)
    _load_plugin(folder)
    lost = _lost_names(description) - _own_names(folder)
    for file in files:
        for finding in (*_on_import(file), *names_that_qt6_lacks(folder / file, lost)):
            print(f"{file}:{finding}")
    print(f"{len(files)} files checked")


def _load_plugin(folder: Path) -> None:
    start, places = folder / "__init__.py", [str(folder)]
    specification = importlib.util.spec_from_file_location("plugin", start, submodule_search_locations=places)
    package = importlib.util.module_from_spec(specification)
    sys.modules["plugin"] = package
    specification.loader.exec_module(package)


def _on_import(file: str) -> Iterator[str]:
    name = ".".join(("plugin", *Path(file).with_suffix("").parts)).removesuffix(".__init__")
    try:
        importlib.import_module(name)
    except Exception as problem:
        yield f" cannot be imported: {type(problem).__name__}: {problem}"


def _lost_names(description: dict) -> set[str]:
    """Names that no object of Qt 6 or QGIS 4 answers to but those of Qt 5 and QGIS 3 did."""
    classes = description["classes"]

    def of_qt(name: str) -> set[str]:
        bases = [base for base in classes[name]["bases"] if base in classes]
        own = set(classes[name]["names"]) if name in description["qt5"] else set()
        return own.union(*map(of_qt, bases))

    kept = set()
    for name in classes.keys() - set(description["qt5"]):
        kept |= classes[name]["names"].keys() - of_qt(name)
    for module in stand_in.QT:
        for value in vars(sys.modules[f"qgis.PyQt.{module}"]).values():
            kept |= set(dir(value)) if inspect.isclass(value) else set()
    known = {name for cls in description["qt5"] for name in classes[cls]["names"]}
    return (known | {name for name in description["unscoped"] if name[0].isupper()}) - kept


def _own_names(folder: Path) -> set[str]:
    """Names that the toolbox gives to methods and attributes of its own."""
    names = set()
    for file in (f for f in folder.rglob("*.py") if "test" not in f.relative_to(folder).parts):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                names.add(node.attr)
    return names


def names_that_qt6_lacks(file: Path, lost: set[str]) -> Iterator[str]:
    """Yield line and name of what the stand-in does not have."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported: dict[str, object] = {}
    others: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and node.module.split(".")[0] in ("qgis", "processing"):
            for alias in node.names:
                try:
                    imported[alias.asname or alias.name] = getattr(importlib.import_module(node.module), alias.name)
                except (ImportError, AttributeError):
                    yield f"{node.lineno} {node.module}.{alias.name} is not in Qt 6"
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            others |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            yield from (f"{node.lineno} {name} is not in Qt 6" for name in _missing_in(_chain(node), imported, others, lost))


def _missing_in(chain: list[str], imported: dict[str, object], others: set[str], lost: set[str]) -> list[str]:
    """Return the part of ``a.b.c`` that is missing, if any."""
    if chain[0] in imported:
        value = imported[chain[0]]
        for place, name in enumerate(chain[1:], start=2):
            if not hasattr(value, name):
                return [".".join(chain[:place])]
            value = getattr(value, name)
            if not inspect.isclass(value) and not inspect.ismodule(value):
                break
        return []
    owners = [] if chain[0] in others else pairwise(chain)
    return [f"{owner}.{name}" for owner, name in owners if name in lost and not owner[:1].isupper()]


def _chain(node: ast.expr) -> list[str]:
    """Return ``a.b.c`` as [a, b, c]; what is not a plain name at its root becomes ''."""
    if isinstance(node, ast.Attribute):
        return [*_chain(node.value), node.attr]
    return [node.id if isinstance(node, ast.Name) else ""]


main()
