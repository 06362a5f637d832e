"""Factor stacks and samples are found among the layers of the project, where QGIS would take the topmost raster or points."""

import os
from collections.abc import Callable

from qgis.core import QgsMapLayer, QgsProcessingParameters, QgsProject, QgsRasterLayer, QgsVectorLayer

from ...core.raster import open_raster
from .panel import Panel


def choose_fitting_layers(panel: Panel) -> None:
    """Choose the topmost factor stack for FACTORS and the topmost samples for SAMPLES, unless what is chosen fits."""
    kinds = {definition.name(): definition.type() for definition in panel.definitions}
    if kinds.get("FACTORS") == "raster":
        _choose(panel, "FACTORS", _is_factor_stack)
    if kinds.get("SAMPLES") == "source":
        _choose(panel, "SAMPLES", _are_samples)


def _choose(panel: Panel, name: str, fits: Callable[[QgsMapLayer], bool]) -> None:
    chosen = QgsProcessingParameters.parameterAsLayer(panel.definition(name), {name: panel.value(name)}, panel.context)
    fitting = [layer for layer in QgsProject.instance().layerTreeRoot().layerOrder() if fits(layer)]
    if fitting and chosen not in fitting:
        panel.set_value(name, fitting[0].id())


def _is_factor_stack(layer: QgsMapLayer) -> bool:
    """True for a file of several bands that all say what kind of factor they are."""
    if not isinstance(layer, QgsRasterLayer) or layer.bandCount() < 2 or not os.path.isfile(layer.source()):
        return False
    with open_raster(layer.source()) as raster:
        return all("FACTOR_KIND" in metadata for metadata in raster.band_metadata)


def _are_samples(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and {"landslide", "split"} <= set(layer.fields().names())
