"""Writes constraints.txt and requirements.txt into a new environment, so that pip replaces nothing QGIS carries.

Usage: constraints.py <root of the repository> <folder of the environment>; run with QGIS's own Python.

The constraints pin the packages QGIS and its plugins import to the versions QGIS's Python carries: numpy above all,
against which GDAL's module is compiled. The requirements are the versions of requirements-lock.txt where that file was
made for this Python and this numpy, else the ranges of requirements-test.txt; what QGIS carries is left out of the lock.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

CARRIED = ("numpy", "scipy", "pandas", "matplotlib", "Pillow", "GDAL", "PyQt5", "PyQt5-sip", "PyQt6", "PyQt6-sip")
CARRIED += ("QScintilla", "psycopg2", "OWSLib", "pyproj", "shapely", "lxml", "PyYAML", "Jinja2", "MarkupSafe", "requests")
CARRIED += ("plotly", "python-dateutil")


def main(root: Path, environment: Path) -> None:
    carried = carried_versions()
    lines = [f"{name}=={number}\n" for name, number in carried.items()]
    (environment / "constraints.txt").write_text("".join(lines), encoding="utf-8")
    (environment / "requirements.txt").write_text(requirements(root, carried), encoding="utf-8")


def carried_versions() -> dict[str, str]:
    found = {}
    for name in CARRIED:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def requirements(root: Path, carried: dict[str, str]) -> str:
    lock = (root / "requirements-lock.txt").read_text(encoding="utf-8").splitlines()
    here = f"# python {sys.version_info[0]}.{sys.version_info[1]}, numpy {carried.get('numpy')}"
    if lock[0] != here:
        print(f"The lock file was made for '{lock[0][2:]}', not for '{here[2:]}': the ranges of requirements.txt are used.")
        return f"-r {root / 'requirements-test.txt'}\n"
    names = {normalised(name) for name in carried}
    kept = [line for line in lock[1:] if normalised(line.split("==")[0]) not in names]
    return "\n".join(kept) + "\n"


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
