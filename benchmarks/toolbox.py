"""Importing this makes the repository importable as ``landslide_toolbox``, whatever its folder is called.

Needs neither QGIS nor GDAL, so that what computes with arrays alone can be measured on a server that has neither.
"""

import importlib
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if "landslide_toolbox" not in sys.modules:
    specification = importlib.util.spec_from_file_location(
        "landslide_toolbox", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(specification)
    sys.modules["landslide_toolbox"] = package
    specification.loader.exec_module(package)
    importlib.import_module("landslide_toolbox.core")  # before torch, as in QGIS: it says how threads wait
