"""landslide:distancefactor."""

import numpy as np
from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.crs import check_metric_grid
from ...core.errors import InputError
from ...core.factor import Factor
from ...core.factor_stack import check_has_cells, create_factor_stack, valid_cells
from ...core.grid import Grid
from ...core.names import factor_name
from ...core.progress import part, track
from ...core.raster import open_raster
from ...core.vector import Features, repaired, reprojected_where_possible
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs


class DistanceFactor(LandslideAlgorithm):
    """Measures how far each cell is from roads, rivers, faults or any other features."""

    NAME = "distancefactor"
    LABEL = "Distance factor"
    TAGS = ("proximity", "distance", "roads", "rivers", "faults", "lineaments", "euclidean")
    PACKAGES = ("scipy",)
    SUMMARY = (
        "Makes a factor of the distance in metres from each cell of the reference raster to the nearest line, polygon or "
        "point; inside polygons it is 0. Features beyond the raster count, so give faults and rivers wider than "
        "the study area.\n\n"
        "The distance is exact and Euclidean, from the centre of the cell to the centre of the nearest cell the features "
        "touch. It differs from the distance to the geometry itself by at most 0.71 of a cell; oversampling divides that.\n\n"
        "The output is a factor stack of one band on the grid of the reference, which must be projected in metres. A raster of "
        "4,000 × 4,000 cells takes less than a minute; memory grows with the length of the features, not with the raster. "
        "Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", "Features"),
            "Lines, polygons or points to measure the distance to; reprojected to the reference where needed.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("REFERENCE", "Reference raster"),
            "Raster whose grid the factor gets, such as the DEM; projected in metres.",
        )
        number = QgsProcessingParameterNumber
        self.add(
            number("MAX_DISTANCE", "Largest distance (m)", number.Type.Double, None, True, 0),
            "Cells farther away get this distance. Left empty: no limit.",
        )
        self.add(
            QgsProcessingParameterString("NAME", "Name of the factor", None, False, True),
            "Left empty: distance_to_ and the name of the layer.",
            hints={"example": "distance_to_rivers"},
        )
        self.add(
            number("OVERSAMPLING", "Oversampling", number.Type.Integer, 1, False, 1, 16),
            "Features are put on cells this many times finer: 1 measures to the reference's own cells, 2 brings the error "
            "below half a cell, 4 below a fifth.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("MASK_NODATA", "Leave cells empty where the reference is", True),
            "Cells that are nodata in the reference are nodata in the factor; they can be measured all the same.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Distance"), "The factor: one band, metres, Float32, nodata NaN."
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.factors.distance import distance_field

        record = self.provenance(inputs)
        output, limit = inputs.output("OUTPUT"), inputs.number("MAX_DISTANCE")
        if limit is not None and limit <= 0:
            raise InputError("MAX_DISTANCE", limit, "is not above 0; give metres, or leave it empty for no limit")
        factor = Factor(factor_name(inputs.text("NAME") or f"distance to {inputs.layer_name('INPUT')}"), units="m")
        with open_raster(inputs.raster("REFERENCE"), "REFERENCE") as reference:
            grid = reference.grid
            check_metric_grid(grid, "REFERENCE", reference.path)
            features = _features_near(inputs.features("INPUT"), grid, feedback)
            field = distance_field(
                features,
                grid,
                np.inf if limit is None else limit,
                inputs.integer("OVERSAMPLING"),
                "INPUT",
                part(feedback.progress, 0.0, 0.2),
                feedback.should_stop,
            )
            feedback.info(f"{len(features)} features touch {field.touched_cells:,} cells on and around the raster.")
            mask, farthest, measured = inputs.flag("MASK_NODATA"), 0.0, 0
            progress = part(feedback.progress, 0.2, 1.0)
            with create_factor_stack(output, grid, [factor], record.metadata()) as writer:
                # larger windows than usual, because each is measured with its surroundings
                count = grid.window_count(1024)
                for window in track(grid.windows(1024), count, "Measuring distances", progress, feedback.should_stop):
                    values = field.read(window)
                    if mask:
                        values[~valid_cells(reference.read(window))] = np.nan
                    farthest = np.fmax.reduce(values, axis=None, initial=farthest)
                    measured += np.isfinite(values).sum()
                    writer.write(values, window)
                check_has_cells(measured, reference)
        feedback.info(f"{factor.name}: up to {farthest:.0f} m.")
        if farthest == 0:
            feedback.warn(f"{factor.name} is 0 wherever the reference has values and explains nothing there.")
        return outputs_as_text({"OUTPUT": output})


def _features_near(features: Features, grid: Grid, feedback: Feedback) -> Features:
    ready, notes = repaired(features)
    feedback.notes(notes)
    if len(ready) == 0:
        raise InputError("INPUT", features.source, "has no features to measure to; choose a layer with at least one")
    reached, lost = reprojected_where_possible(ready, grid.crs_wkt)
    if len(reached) == 0:
        raise InputError("INPUT", features.source, "lies beyond the projection of the reference; check both reference systems")
    if lost:
        feedback.warn(f"{lost} features are too far away to be put on the reference's projection and do not count.")
    return reached
