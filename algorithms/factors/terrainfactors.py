"""landslide:terrainfactors."""

import numpy as np
from qgis.core import QgsProcessingParameterNumber, QgsProcessingParameterRasterDestination, QgsProcessingParameterRasterLayer

from ...core.errors import InputError
from ...core.hydrology.choices import DEPRESSION_TREATMENTS, FILL, FLOW_METHODS, MFD, flow_memory
from ...core.progress import part
from ...core.raster import Raster
from ...core.terrain.catalogue import FLOW_FACTORS, GRADIENT_METHODS, TERRAIN_FACTORS, ZEVENBERGEN_THORNE
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

SHARE_OF_FLOW = 0.6
"""Share of the progress bar that flow routing takes."""


class TerrainFactors(LandslideAlgorithm):
    """Derives conditioning factors from a DEM."""

    NAME = "terrainfactors"
    LABEL = "Terrain factors"
    TAGS = ("dem", "slope", "aspect", "curvature", "relief", "roughness", "tri", "twi", "spi", "wetness", "flow accumulation")
    PACKAGES = ("numpy", "numba")
    SUMMARY = (
        "Derives up to ten conditioning factors from a DEM and writes them as one factor stack. The bands: altitude (m), "
        "slope (degrees), aspect (degrees clockwise from north, -1 where flat), plan and profile curvature (1/m, positive "
        "where convex), relief (highest minus lowest height in a window, m), roughness (surface over plan area), terrain "
        "ruggedness index (Riley et al. 1999, m), topographic wetness index ln(a / tan b) and stream power index a · tan b "
        "(m), where a is the upslope area per metre of contour and tan b is at least 0.001.\n\n"
        "Cells at the edge of the map and beside cells without data get values as with gdaldem -compute_edges. Upslope area "
        "counts only what lies on the DEM: use one that covers whole catchments.\n\n"
        "Takes seconds for ten million cells; the wetness and stream power indices need the whole DEM in memory (the log says "
        "how much before it starts), the other factors do not. Cancel leaves no output."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("DEM", "DEM"),
            "Heights in metres on a grid in metres (a projected CRS such as UTM); the first band is used.",
        )
        names = list(TERRAIN_FACTORS)
        self.add_choice("FACTORS", "Factors", names, names, "Which factors to derive; bands keep this order.", several=True)
        self.add_choice(
            "METHOD",
            "Gradient",
            list(GRADIENT_METHODS),
            ZEVENBERGEN_THORNE,
            "How slope, aspect and what follows from them are derived: Zevenbergen & Thorne from the four nearest neighbours, "
            "or Horn, smoother, from all eight. Curvature is always Zevenbergen & Thorne's.",
        )
        self.add_choice(
            "FLOW",
            "Flow",
            list(FLOW_METHODS),
            MFD,
            "mfd shares the flow among all lower neighbours (Freeman 1991, exponent 1.1); d8 sends it to the steepest one.",
            hints={"only_with": ("FACTORS", ["twi", "spi"])},
        )
        self.add_choice(
            "DEPRESSIONS",
            "Depressions",
            list(DEPRESSION_TREATMENTS),
            FILL,
            "What happens to hollows before flow is routed: fill raises them to their spill level, breach cuts a channel to "
            "lower ground, none lets the flow end in them. Slopes are always those of the DEM as it is.",
            hints={"only_with": ("FACTORS", ["twi", "spi"])},
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "RELIEF_WINDOW", "Relief window (cells)", QgsProcessingParameterNumber.Type.Integer, 9, False, 3, 501
            ),
            "Side of the square window in which relief is measured, an odd number of cells.",
            hints={"only_with": ("FACTORS", "relief")},
        )
        self.add(QgsProcessingParameterRasterDestination("OUTPUT", "Terrain factors"), "Factor stack on the grid of the DEM.")

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.terrain.dem import open_dem

        record = self.provenance(inputs)
        output = inputs.output("OUTPUT")
        names = _factors(inputs)
        window = _relief_window(inputs)
        with open_dem(inputs.raster("DEM"), feedback.should_stop) as dem:
            from ...core.terrain.blocks import TerrainBlocks
            from ...core.terrain.stack import write_terrain_factors

            area, progress = None, feedback.progress
            if set(FLOW_FACTORS) & set(names):
                area = _upslope_area(dem, inputs, feedback)
                progress = part(progress, SHARE_OF_FLOW, 1)
            blocks = TerrainBlocks(names, inputs.choice("METHOD"), window, dem.grid, area)
            write_terrain_factors(dem, blocks, output, record.metadata(), progress, feedback.should_stop)
        feedback.info(f"{len(names)} factor{'s' if len(names) > 1 else ''} of {dem.grid.describe()}: {', '.join(names)}.")
        return outputs_as_text({"OUTPUT": output})


def _factors(inputs: Inputs) -> list[str]:
    chosen = inputs.choices("FACTORS")
    if not chosen:
        raise InputError("FACTORS", "", "names no factor; choose at least one")
    return [name for name in TERRAIN_FACTORS if name in chosen]


def _relief_window(inputs: Inputs) -> int:
    window = inputs.integer("RELIEF_WINDOW")
    if window % 2 == 0:
        raise InputError("RELIEF_WINDOW", window, f"is even, and a window needs a cell in the middle; use {window + 1}")
    return window


def _upslope_area(dem: Raster, inputs: Inputs, feedback: Feedback) -> np.ndarray:
    from ...core.hydrology.flow import specific_catchment_area

    usual, most = (count / 1e6 for count in flow_memory(dem.grid))
    feedback.info(f"Flow is routed over the whole DEM at once: about {usual:.0f} MB of memory, at most {most:.0f} MB.")
    treatment = inputs.choice("DEPRESSIONS")
    progress = part(feedback.progress, 0, SHARE_OF_FLOW)
    area, treated = specific_catchment_area(dem, inputs.choice("FLOW"), treatment, progress, feedback.should_stop)
    words = {"fill": f"{treated} depressions were filled.", "breach": f"{treated} depressions were breached."}
    feedback.info(words.get(treatment, "Depressions were left as they are."))
    return area
