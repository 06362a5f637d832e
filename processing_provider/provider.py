"""The ``landslide`` provider: finds every algorithm under ``algorithms/`` and offers it to QGIS."""

import pkgutil
from pathlib import Path
from types import ModuleType

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .. import algorithms
from .base_algorithm import ICON, LandslideAlgorithm
from .metadata import plugin_metadata
from .stages import STAGES


class LandslideProvider(QgsProcessingProvider):
    """Lists the toolbox's algorithms in QGIS."""

    def id(self) -> str:
        """Return the provider id that algorithm ids start with."""
        return "landslide"

    def name(self) -> str:
        """Return the name shown in the toolbox."""
        return "Landslide Toolbox"

    def longName(self) -> str:
        """Return name and version."""
        return f"{self.name()} {self.versionInfo()}"

    def versionInfo(self) -> str:
        """Return the version from metadata.txt."""
        return plugin_metadata("version")

    def icon(self) -> QIcon:
        """Return the icon of the toolbox."""
        return QIcon(str(ICON))

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Rasters are GeoTIFF, the one format that keeps band names, metadata and tiling."""
        return ["tif"]

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        """Vector formats that keep field names longer than ten letters."""
        return ["gpkg", "geojson", "fgb"]

    def loadAlgorithms(self) -> None:
        """Offer one instance of every algorithm."""
        for algorithm in algorithm_classes():
            self.addAlgorithm(algorithm())


def algorithm_classes() -> list[type[LandslideAlgorithm]]:
    """Return the one algorithm class of each module in ``algorithms/<stage>/``, in the order of the stages."""
    found = []
    for stage in STAGES:
        package = _imported(f"{algorithms.__name__}.{stage}")
        for module_info in pkgutil.iter_modules([str(Path(package.__file__).parent)]):
            module = _imported(f"{package.__name__}.{module_info.name}")
            found += [
                value
                for value in vars(module).values()
                if isinstance(value, type) and issubclass(value, LandslideAlgorithm) and value.__module__ == module.__name__
            ]
    return found


def _imported(name: str) -> ModuleType:
    """Import a module the way a statement does: QGIS notes these and forgets them when the plugin is switched off.

    A module that stayed would, after the plugin is switched on again, still know the classes of before.
    """
    return __import__(name, fromlist=[""])
