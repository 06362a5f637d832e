"""landslide:interpolatefactor."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.atomic import together
from ...core.crs import check_metric_grid
from ...core.errors import InputError
from ...core.factor import Factor
from ...core.factor_stack import check_has_cells, create_factor_stack, valid_cells
from ...core.grid import Grid
from ...core.interpolation.choices import IDW, KRIGING, METHODS
from ...core.names import factor_name
from ...core.progress import track
from ...core.raster import Raster, open_raster
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.dependencies import require
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.interpolation.errors import LeaveOneOut
    from ...core.interpolation.field import InterpolatedField
    from ...core.interpolation.stations import Stations

PACKAGES_OF_KRIGING = ("pykrige", "scikit-learn")
"""The other methods do without them; scikit-learn brings threadpoolctl."""


class InterpolateFactor(LandslideAlgorithm):
    """Makes a factor of values measured at stations."""

    NAME = "interpolatefactor"
    LABEL = "Interpolate factor"
    TAGS = ("stations", "points", "table", "csv", "idw", "kriging", "delaunay", "variogram", "pga", "rain gauges")
    PACKAGES = ("scipy", "matplotlib")
    SUMMARY = (
        "Makes a factor of values measured at stations, such as peak ground acceleration or rain: from points, or from a "
        "table (CSV, spreadsheet, GeoPackage) with coordinates. Every station counts at every cell, also those beyond the "
        "raster.\n\n"
        "The log and the report say how far the map is off: each station is predicted from all others (leave-one-out) and "
        "compared with what was measured there.\n\n"
        "The output is a factor stack of one band on the grid of the reference, which must be projected in metres. A million "
        "cells and a hundred stations take seconds; memory does not grow with the raster. Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", "Stations", [QgsProcessing.SourceType.TypeVector]),
            "Points, or a table with coordinates. Stations at one place are averaged.",
        )
        self.add(
            QgsProcessingParameterField("FIELD", "Field", None, "INPUT"),
            "Field of the measured value. Rows without a number in it are left out.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("REFERENCE", "Reference raster"),
            "Raster whose grid the factor gets, such as the DEM; projected in metres.",
        )
        self.add_choice(
            "METHOD",
            "Method",
            list(METHODS),
            IDW,
            "idw: mean of all stations weighted by squared inverse distance. linear: planes in the triangles between stations "
            "(Delaunay), nodata outside them. kriging: ordinary kriging with a variogram fitted to the stations by PyKrige; of "
            "more than 150 stations the nearest 32 count at a cell.",
        )
        self.add(
            QgsProcessingParameterBoolean("LOGARITHM", "Interpolate logarithms", False),
            "For values above 0 that spread over orders of magnitude: their logarithms are interpolated and turned back.",
        )
        self.add(
            QgsProcessingParameterString("NAME", "Name of the factor", None, False, True),
            "Left empty: the name of the field.",
            hints={"example": "peak_acceleration"},
        )
        self.add(
            QgsProcessingParameterBoolean("MASK_NODATA", "Leave cells empty where the reference is", True),
            "Cells that are nodata in the reference are nodata in the factor.",
            advanced=True,
        )
        self.heading("Coordinates of a table without geometry")
        for name, axis in (("X_FIELD", "x or longitude"), ("Y_FIELD", "y or latitude")):
            self.add(
                QgsProcessingParameterField(name, f"Field of {axis}", None, "INPUT", optional=True),
                f"For a table without geometry: the field that holds {axis}.",
            )
        self.add(
            QgsProcessingParameterCrs("COORDINATES_CRS", "Reference system of the coordinates", optional=True),
            "For a table without geometry, such as EPSG:4326 for degrees. Left empty: that of the reference.",
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Interpolated factor"),
            "The factor: one band in the units of the field, Float32, nodata NaN.",
        )
        self.add_report()
        self.addOutput(QgsProcessingOutputNumber("RMSE", self.tr("Root mean square error at stations left out")))

    def layer_title(self, output: str, inputs: Inputs) -> str:
        """Return the name of what was measured."""
        return inputs.text("NAME") or inputs.text("FIELD")

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.interpolation.errors import leave_one_out
        from ...core.interpolation.field import interpolated_field
        from ...core.interpolation.report import interpolation_report

        record = self.provenance(inputs)
        output, report = inputs.output("OUTPUT"), inputs.output("REPORT")
        if inputs.choice("METHOD") == KRIGING:
            require(PACKAGES_OF_KRIGING)
        method, logarithm, field = inputs.choice("METHOD"), inputs.flag("LOGARITHM"), inputs.text("FIELD")
        factor = Factor(factor_name(inputs.text("NAME") or field))
        with open_raster(inputs.raster("REFERENCE"), "REFERENCE") as reference, together(output, report):
            check_metric_grid(reference.grid, "REFERENCE", reference.path)
            stations, notes = _stations(inputs, field, reference.grid)
            surface = interpolated_field(stations, method, reference.grid, logarithm, field)
            notes += _notes_of_variogram(surface)
            predicted = surface.left_out(feedback.should_stop)
            errors = leave_one_out(stations.values, predicted)
            share = _write(surface, reference, factor, inputs, feedback, output, record.metadata())
            if share == 0:
                raise InputError("METHOD", method, "gives no cell of the reference a value; choose idw or kriging")
            if share < 1:
                notes.append(f"{1 - share:.1%} of the cells lie outside the triangles of the stations and are nodata.")
            feedback.notes(notes)
            record.notes.extend(notes)
            _say_how_far_it_is_off(factor.name, errors, feedback)
            if report:
                interpolation_report(surface, factor.name, method, predicted, errors, notes).write(report, record)
        return outputs_as_text({"OUTPUT": output, "REPORT": report}) | {"RMSE": errors.root_mean_square}


def _stations(inputs: Inputs, field: str, grid: Grid) -> "tuple[Stations, list[str]]":
    from ...core.interpolation.stations import Columns, stations_on_grid

    columns = Columns(field, inputs.field("X_FIELD"), inputs.field("Y_FIELD"), inputs.crs("COORDINATES_CRS") or "")
    return stations_on_grid(inputs.features("INPUT"), columns, grid)


def _say_how_far_it_is_off(name: str, errors: "LeaveOneOut", feedback: Feedback) -> None:
    if errors.checked == 0:
        feedback.warn(f"{name}: no station lies among the others, so how far the map is off cannot be told; add stations.")
        return
    explained = "" if np.isnan(errors.explained) else f", {errors.explained:.0%} of the variance explained"
    feedback.info(
        f"{name} from {errors.stations} stations: root mean square error {errors.root_mean_square:.4g}, bias "
        f"{errors.bias:.4g}{explained}, at {errors.checked} stations left out."
    )


def _notes_of_variogram(surface: "InterpolatedField") -> list[str]:
    if surface.measured is None or not surface.method.variogram.is_pure_nugget:
        return []
    return ["No likeness of near stations was found (pure nugget), so kriging gives nearly their mean everywhere."]


def _write(
    surface: "InterpolatedField",
    reference: Raster,
    factor: Factor,
    inputs: Inputs,
    feedback: Feedback,
    output: Path,
    metadata: dict[str, str],
) -> float:
    """Write the factor; return the share of the cells that could have a value and have one."""
    grid, mask = reference.grid, inputs.flag("MASK_NODATA")
    wanted = given = 0
    with create_factor_stack(output, grid, [factor], metadata) as writer:
        for window in track(grid.windows(), grid.window_count(), "Interpolating", feedback.progress, feedback.should_stop):
            values = surface.read(window, feedback.should_stop)
            inside = valid_cells(reference.read(window)) if mask else np.ones(values.shape, dtype=bool)
            values[~inside] = np.nan
            wanted, given = wanted + inside.sum(), given + np.isfinite(values).sum()
            writer.write(values, window)
        check_has_cells(wanted, reference)
    return given / wanted
