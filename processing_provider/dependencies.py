"""The Python packages that algorithms need: which are there, which are missing, and what to do about it."""

import importlib
import importlib.util
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Package:
    """Name on the package index, name to import, and what the toolbox uses it for."""

    name: str
    module: str
    purpose: str


PACKAGES = {
    package.name: package
    for package in (
        Package("numpy", "numpy", "every calculation"),
        Package("scipy", "scipy", "distances, interpolation and statistics"),
        Package("numba", "numba", "flow accumulation, natural breaks and random forests at full speed"),
        Package("matplotlib", "matplotlib", "figures in reports"),
        Package("torch", "torch", "networks: detection and the susceptibility CNN"),
        Package("torchvision", "torchvision", "Mask R-CNN"),
        Package("safetensors", "safetensors", "model files of networks"),
        Package("pycocotools", "pycocotools", "COCO chips and average precision"),
        Package("scikit-learn", "sklearn", "random forest, spatial folds and importance"),
        Package("skops", "skops", "model files of scikit-learn estimators"),
        Package("xgboost", "xgboost", "gradient boosting"),
        Package("shap", "shap", "SHAP values of linear models"),
        Package("optuna", "optuna", "the search for hyper-parameters"),
        Package("pykrige", "pykrige", "ordinary kriging"),
    )
}

CURE = (
    'install the packages with "bash scripts/setup.sh" from the plugin\'s folder and start QGIS with that environment '
    "(README, section Installation)"
)


class MissingPackageError(Exception):
    """A package is missing or does not load; the message names it and says what to do."""


def is_installed(name: str) -> bool:
    """True when the package can be found; does not import it, so it costs no start-up time."""
    return importlib.util.find_spec(PACKAGES[name].module) is not None


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
        return "is not installed"
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


def require(names: tuple[str, ...]) -> None:
    """Raise MissingPackageError naming the first package that is missing or broken, with the cure."""
    for name in names:
        reason = why_not(name)
        if reason is not None:
            raise MissingPackageError(f"The package {name}, needed for {PACKAGES[name].purpose}, {reason}; {CURE}.")
