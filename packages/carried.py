"""What QGIS carries: the versions that an environment beside it must not replace.

They are the packages QGIS and its plugins import: numpy above all, against which GDAL's module is compiled.
"""

import json
import re
import sys
import sysconfig
from importlib.metadata import PackageNotFoundError, version

CARRIED = ("numpy", "scipy", "pandas", "matplotlib", "Pillow", "GDAL", "PyQt5", "PyQt5-sip", "PyQt6", "PyQt6-sip")
CARRIED += ("QScintilla", "psycopg2", "OWSLib", "pyproj", "shapely", "lxml", "PyYAML", "Jinja2", "MarkupSafe", "requests")
CARRIED += ("plotly", "python-dateutil")
GPU_LIBRARIES = ("nvidia-", "cuda-", "triton")
"""How the packages begin that each build of PyTorch wants in versions of its own."""


def carried_versions() -> dict[str, str]:
    """Return the versions of what this Python carries of ``CARRIED``."""
    found = {}
    for name in CARRIED:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def locked_versions(lock: str, carried: dict[str, str], own_torch: bool) -> dict[str, str]:
    """Return the versions the tests ran with, where ``lock`` was made for this Python and this numpy, else none.

    ``own_torch`` leaves the GPU libraries to the chosen build of PyTorch. What QGIS carries is left out.
    """
    first, *lines = lock.splitlines()
    if first != f"# python {sys.version_info[0]}.{sys.version_info[1]}, numpy {carried.get('numpy')}":
        return {}
    names = {normalised(name) for name in carried}
    pairs = [line.split("==") for line in lines if "==" in line and not line.startswith("#")]
    kept = {name: number for name, number in pairs if normalised(name) not in names}
    return {name: number for name, number in kept.items() if not (own_torch and name.startswith(GPU_LIBRARIES))}


def normalised(name: str) -> str:
    """Return a package's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    print(json.dumps({"packages": sysconfig.get_paths()["purelib"], "carried": carried_versions()}))
