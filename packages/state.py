"""Whether a package is there and works, as far as the Python that runs this can tell."""

import importlib
import importlib.util
import sys
from pathlib import Path

from .catalogue import PACKAGES

MISSING = "is not installed"


def is_installed(name: str) -> bool:
    """True when the package can be found; does not import it, so it costs no start-up time."""
    return importlib.util.find_spec(PACKAGES[name].module) is not None


def folder_of(name: str) -> Path | None:
    """Return the folder that a package lies in, or None when it is not there; does not import it."""
    found = importlib.util.find_spec(PACKAGES[name].module)
    return Path(found.origin).parent.parent if found and found.origin else None


def installed_version(name: str) -> str | None:
    """Return the version of a package, or None when it is not installed."""
    from importlib.metadata import PackageNotFoundError, version  # slow to load, which QGIS's start would feel

    try:
        return version(name)
    except PackageNotFoundError:
        return None


def why_not(name: str) -> str | None:
    """Import the package; return None when it loads, else the reason in a few words.

    Any exception counts: on Windows a broken torch raises OSError, a wrong numpy ABI ValueError.
    """
    if not is_installed(name):
        return MISSING
    _leave_triton_out()
    try:
        importlib.import_module(PACKAGES[name].module)
    except Exception as problem:
        return f"is installed but does not load ({type(problem).__name__}: {problem})"
    return None


def _leave_triton_out() -> None:
    """Keep torch from loading triton, a compiler that the toolbox never uses and torch does without.

    Its library brings an LLVM of its own: beside the one that Mesa's drivers load for QGIS's windows, it ends QGIS at once.
    """
    sys.modules.setdefault("triton", None)
