"""landslide:spectralindex."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBand,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.crs import check_north_up_grid, check_same_grid
from ...core.errors import InputError
from ...core.factor import Factor
from ...core.factor_stack import create_factor_stack
from ...core.factors.spectral import INDICES, composite, spectral_index
from ...core.names import factor_name
from ...core.progress import track
from ...core.raster import open_raster
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.detection.scene import Scene

BANDS = {
    "RED": "Red band",
    "NIR": "Near-infrared band",
    "GREEN": "Green band",
    "BLUE": "Blue band",
    "SWIR": "Short-wave infrared band",
    "NUMERATOR": "Numerator of the ratio",
    "DENOMINATOR": "Denominator of the ratio",
}


class SpectralIndexAlgorithm(LandslideAlgorithm):
    """Makes a vegetation, water or bare-soil factor from a multispectral scene, or from several dates of it."""

    NAME = "spectralindex"
    LABEL = "Spectral index"
    TAGS = ("ndvi", "ndwi", "bsi", "vegetation", "water", "bare soil", "band ratio", "composite", "reflectance")
    SUMMARY = (
        "Derives a factor from a multispectral scene: NDVI = (NIR − R) / (NIR + R), NDWI = (G − NIR) / (G + NIR), "
        "BSI = ((SWIR + R) − (NIR + B)) / ((SWIR + R) + (NIR + B)), or the ratio of any two bands.\n\n"
        "With further dates the index is computed per date and the maximum or median over the dates is kept; a date that is "
        "nodata in a cell (cloud, say) is left out there. Cells where the denominator is zero become nodata, and reflectance "
        "below zero, which haze correction leaves, counts as zero in the three normalised differences.\n\n"
        "The output is a factor stack of one band on the grid of the scene. Memory does not grow with the scene; "
        "Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(QgsProcessingParameterRasterLayer("INPUT", "Scene"), "Multispectral raster; of several dates, the first.")
        self.add_choice(
            "INDEX",
            "Index",
            list(INDICES),
            "ndvi",
            "ndvi: vegetation; ndwi: open water; bsi: bare soil; ratio: one band divided by another.",
        )
        self.heading("Bands")
        for name, label in BANDS.items():
            roles = [index for index, recipe in INDICES.items() if name.lower() in recipe.bands]
            found = "" if name in ("NUMERATOR", "DENOMINATOR") else " Left empty, the band of that name is taken."
            self.add(
                QgsProcessingParameterBand(name, label, None, "INPUT", True),
                f"Needed for {', '.join(roles)}.{found}",
                hints={"only_with": ("INDEX", roles)},
            )
        self.heading("")
        self.add(
            QgsProcessingParameterMultipleLayers("DATES", "Further dates", QgsProcessing.SourceType.TypeRaster, None, True),
            "Scenes of other dates on the same grid and with the same bands.",
            advanced=True,
        )
        self.add_choice(
            "COMPOSITE",
            "Over the dates keep the",
            ["maximum", "median"],
            "maximum",
            "What is kept of several dates: the greenest (maximum) or the typical (median) value.",
            advanced=True,
        )
        number = QgsProcessingParameterNumber
        self.add(
            number("SCALE", "Scale", number.Type.Double, None, True),
            "Reflectance = stored value × SCALE + OFFSET. Left empty: the raster's own scale, or 1.",
            advanced=True,
        )
        self.add(
            number("OFFSET", "Offset", number.Type.Double, None, True),
            "Added after scaling; −0.1 for Sentinel-2 products since 2022. Left empty: the raster's own offset, or 0.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("NAME", "Name of the factor", None, False, True),
            "Left empty: the name of the index, for a ratio followed by its bands.",
            hints={"example": "ndvi_summer"},
            advanced=True,
        )
        self.add(QgsProcessingParameterRasterDestination("OUTPUT", "Index"), "The factor: one band, Float32, nodata NaN.")

    def layer_title(self, output: str, inputs: Inputs) -> str:
        """Return the name of the index."""
        index = inputs.choice("INDEX")
        return inputs.text("NAME") or (self.tr("Band ratio") if index == "ratio" else index.upper())

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        record = self.provenance(inputs)
        index, output = inputs.choice("INDEX"), inputs.output("OUTPUT")
        with ExitStack() as opened:
            scenes = _open_scenes(opened, inputs, index, feedback)
            grid = scenes[0].raster.grid
            factor = Factor(factor_name(inputs.text("NAME") or _default_name(index, scenes[0])))
            valid = 0
            with create_factor_stack(output, grid, [factor], record.metadata()) as writer:
                windows = track(
                    grid.windows(), grid.window_count(), f"Computing {factor.name}", feedback.progress, feedback.should_stop
                )
                for window in windows:
                    dates = np.stack([spectral_index(index, scene.read(window)) for scene in scenes])
                    values = composite(dates, inputs.choice("COMPOSITE"))
                    valid += int(np.isfinite(values).sum())
                    writer.write(values, window)
                if valid == 0:
                    raise InputError(
                        "INPUT",
                        scenes[0].raster.path,
                        "has no cell where the index has a value; check its nodata value, and SCALE and OFFSET",
                    )
        feedback.info(f"{factor.name}: {valid / (grid.width * grid.height):.1%} of the cells have a value.")
        return outputs_as_text({"OUTPUT": output})


def _open_scenes(opened: ExitStack, inputs: Inputs, index: str, feedback: Feedback) -> "list[Scene]":
    from ...core.detection.scene import open_scene

    first = opened.enter_context(open_raster(inputs.raster("INPUT"), "INPUT"))
    check_north_up_grid(first.grid, "INPUT", first.path)
    rasters = [first]
    for path in inputs.rasters("DATES"):
        raster = opened.enter_context(open_raster(path, "DATES"))
        check_same_grid(raster.grid, first.grid, "DATES", path, f"INPUT ({first.path})")
        rasters.append(raster)
    roles = INDICES[index].bands
    chosen = {role: inputs.band(role.upper()) for role in roles}
    scale, offset = inputs.number("SCALE"), inputs.number("OFFSET")
    if scale is not None and scale <= 0:
        raise InputError("SCALE", f"{scale:g}", "leaves no reflectance; give a number above 0, such as 0.0001")
    scenes = [open_scene(raster, roles, chosen, scale, offset) for raster in rasters]
    for scene in scenes:
        feedback.info(f"{scene.raster.path}: {scene.describe()}.")
    return scenes


def _default_name(index: str, scene: "Scene") -> str:
    if index != "ratio":
        return index
    names = [scene.raster.band_names[number] for number in scene.bands.values()]
    return f"ratio_{'_'.join(names)}"
