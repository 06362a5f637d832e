"""The rules of the house that a machine can hold (DESIGN §1)."""

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter

import pytest

from support import ROOT

HEAVY = {
    "torch",
    "torchvision",
    "sklearn",
    "xgboost",
    "shap",
    "matplotlib",
    "scipy",
    "numba",
    "pandas",
    "pycocotools",
    "skops",
    "optuna",
}


def modules_of(*rooms):
    return [path for room in rooms for path in sorted((ROOT / room).rglob("*.py"))]


def imports_of(path):
    """Top-level names of absolute imports, anywhere in the file."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module.split(".")[0])
    return names


def rooms_used_by(path):
    """Rooms of the house that a file imports from, relatively, anywhere in it."""
    folder = path.relative_to(ROOT).parts[:-1]
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            start = [*folder[: len(folder) - node.level + 1], *(node.module or "").split(".")]
            rooms |= {start[0]} if start[0] else {alias.name for alias in node.names}
    return rooms


NOWHERE = {"PyQt5", "PyQt6", "landslide_toolbox", "pickle", "joblib", "multiprocessing", "rasterio", "fiona", "pyproj"}


@pytest.mark.parametrize(
    ("room", "others", "forbidden"),
    [
        ("core", set(), {"qgis", "torch", "torchvision"}),
        ("models", {"core"}, {"qgis", "osgeo"}),
        ("packages", {"core"}, {"qgis", "osgeo", "numpy", *HEAVY}),
        ("processing_provider", {"core", "models", "packages", "algorithms", "ui"}, set()),
        ("ui", {"core", "models", "packages", "processing_provider"}, {"torch", "torchvision"}),
        ("algorithms", {"core", "models", "processing_provider"}, set()),
    ],
)
def test_rooms_import_only_what_they_may(room, others, forbidden):
    modules = modules_of(room)
    assert len(modules) > 5
    found = {str(path.relative_to(ROOT)): imports_of(path) & (forbidden | NOWHERE) for path in modules}
    assert {path: names for path, names in found.items() if names} == {}
    found = {str(path.relative_to(ROOT)): rooms_used_by(path) - others - {room} for path in modules}
    assert {path: names for path, names in found.items() if names} == {}


def test_nothing_heavy_and_nothing_with_windows_is_imported_when_qgis_starts():
    code = f"""
import importlib.util, sys
root = {str(ROOT)!r}
spec = importlib.util.spec_from_file_location("any_name", root + "/__init__.py", submodule_search_locations=[root])
package = importlib.util.module_from_spec(spec); sys.modules["any_name"] = package; spec.loader.exec_module(package)
from any_name.processing_provider.provider import algorithm_classes
from any_name.plugin import LandslideToolbox
assert algorithm_classes()
for algorithm in algorithm_classes():
    algorithm().create()
heavy = {HEAVY!r} | {{"any_name.ui", "processing"}}
print(sorted(heavy & set(sys.modules)))
"""
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.strip() == "[]"


def loaded_with(path):
    """Files of the house, and names of other packages, that are imported when a file is imported."""
    pending, files, others = [path], set(), set()
    while pending:
        file = pending.pop()
        if file in files:
            continue
        files.add(file)
        pending += [parent / "__init__.py" for parent in file.parents if ROOT in parent.parents]
        for node in imports_on_import(file):
            if isinstance(node, ast.Import):
                others |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                others.add(node.module.split(".")[0])
            elif isinstance(node, ast.ImportFrom):
                pending += files_named_by(node, file)
    return files, others


def files_named_by(node, file):
    """Files of the house that a relative import in a file names."""
    start = file.parents[node.level - 1].joinpath(*(node.module or "").split("."))
    places = [start, *(start / alias.name for alias in node.names)]
    return [f for place in places for f in (place.with_suffix(".py"), place / "__init__.py") if f.is_file()]


@cache
def imports_on_import(file):
    body = ast.parse(file.read_text(encoding="utf-8")).body
    return [node for node in statements_on_import(body) if isinstance(node, (ast.Import, ast.ImportFrom))]


def statements_on_import(body):
    """All statements that run when a module is imported: not those in functions, nor those for type checkers alone."""
    for node in body:
        yield node
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            yield from statements_on_import(node.orelse)
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for name in ("body", "orelse", "handlers", "finalbody"):
                yield from statements_on_import(getattr(node, name, []))


def test_no_file_depends_on_itself_by_way_of_others():
    """Also what is imported inside functions or for type checkers counts: who reads a file must not have to read in circles."""
    needed = {
        file: {
            other
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and node.level
            for other in files_named_by(node, file)
        }
        for file in modules_of("core", "models", "packages", "algorithms")
    }
    assert sum(map(len, needed.values())) > 500
    TopologicalSorter(needed).prepare()  # raises CycleError, which names the files


def test_nothing_that_models_load_names_gdal():
    reached = set()
    for module in modules_of("models"):
        files, others = loaded_with(module)
        reached |= files
        assert not others & {"osgeo", "qgis"}, module
    assert ROOT / "core" / "factor.py" in reached and ROOT / "core" / "raster.py" not in reached


@pytest.mark.slow
def test_models_and_what_they_use_of_core_need_no_gdal():
    names = [str(path.relative_to(ROOT).with_suffix("")).replace("/", ".") for path in modules_of("models")]
    code = f"""
import importlib, importlib.util, sys
sys.modules["osgeo"] = None
root = {str(ROOT)!r}
spec = importlib.util.spec_from_file_location("any_name", root + "/__init__.py", submodule_search_locations=[root])
package = importlib.util.module_from_spec(spec); sys.modules["any_name"] = package; spec.loader.exec_module(package)
for name in {names!r}:
    importlib.import_module("any_name." + name.removesuffix(".__init__"))
"""
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert printed.returncode == 0, printed.stderr
