"""Makes the repository importable as the package ``landslide_toolbox``, whatever the folder is called."""

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
