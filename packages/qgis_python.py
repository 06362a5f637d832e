"""QGIS's own Python: on Windows and macOS ``sys.executable`` is QGIS itself, on Linux it may be another Python on the PATH."""

import os
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..core.errors import ToolboxError
from .places import VERSION
from .running import WINDOWS, answer_of

QUESTION = """
import importlib.util, sys
print("%d.%d" % sys.version_info[:2], importlib.util.find_spec("osgeo") is not None)
"""
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONSAFEPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
"""What would make one Python look for the modules of another."""


@dataclass(frozen=True)
class Interpreter:
    """A Python to start, and the environment variables it needs to find its own modules."""

    path: Path
    variables: dict[str, str] = field(default_factory=dict)

    def environment(self, **more: str) -> dict[str, str]:
        """Return the variables to start it with: this process's without what belongs to another Python."""
        own = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        return {**own, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", **self.variables, **more}


def likely_python() -> Path:
    """Return what is most likely QGIS's Python, without trying it."""
    return next(iter(_candidates_here()), Path("python3"))


@cache
def find_qgis_python() -> Interpreter:
    """Return QGIS's Python, found from the Python that runs this; raises ToolboxError when there is none."""
    found = _candidates_here()
    for path in found:
        # QGIS for macOS carries a Python that finds its modules only when told where
        for variables in ({}, {"PYTHONHOME": sys.base_prefix}):
            interpreter = Interpreter(path, variables)
            if _is_of_qgis(interpreter):
                return interpreter
    tried = ", ".join(map(str, found)) or sys.base_prefix
    raise ToolboxError(
        f"QGIS's own Python {VERSION} was not found (none with GDAL's module osgeo in {tried}): run this with it "
        "(on Linux usually /usr/bin/python3, on Windows python3 in the OSGeo4W Shell) or name it with --python."
    )


def named_python(path: str | os.PathLike) -> Interpreter:
    """Return the Python at ``path``; raises ToolboxError when it cannot be QGIS's."""
    interpreter = Interpreter(Path(path).absolute())
    if not _is_of_qgis(interpreter):
        raise ToolboxError(
            f"--python ({path}) is not QGIS's Python {VERSION}: it does not start, has another version or lacks GDAL's module "
            "osgeo; name the one QGIS runs and call it with the same version."
        )
    return interpreter


def candidates(executable: Path, prefix: Path, version: str, windows: bool) -> list[Path]:
    """Return the programs that may be the Python of a QGIS at ``executable``, likeliest first.

    ``prefix`` is where QGIS's Python has its modules: it decides, because on Linux ``executable`` is what the PATH offers.
    """
    if windows:
        folders, names = (prefix, executable.parent), ("python.exe", "python3.exe")
    else:
        folders = (prefix / "bin", executable.parent / "bin", executable.parent)
        names = (f"python{version}", "python3", "python")
    places = [folder / name for folder in folders for name in names]
    return [place for place in dict.fromkeys(places) if place.is_file()]


def _candidates_here() -> list[Path]:
    return candidates(Path(sys.executable or "qgis"), Path(sys.base_prefix), VERSION, WINDOWS)


def _is_of_qgis(interpreter: Interpreter) -> bool:
    """True when the Python starts, has the version of the one that runs this and finds GDAL, as QGIS's must."""
    answer = answer_of([str(interpreter.path), "-c", QUESTION], interpreter.environment())
    return (answer or "").strip() == f"{VERSION} True"
