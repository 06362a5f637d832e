"""landslide:rainfallfactor."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.atomic import together
from ...core.crs import check_north_up_grid
from ...core.errors import InputError
from ...core.factor import Factor
from ...core.factor_stack import check_has_cells, create_factor_stack, valid_cells
from ...core.names import factor_name
from ...core.progress import part, track
from ...core.rainfall.choices import AGGREGATES, ANNUAL_MEAN, BILINEAR, RESAMPLING, SUM, UNITS
from ...core.raster import open_raster
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.rainfall.totals import RainTotals


class RainfallFactor(LandslideAlgorithm):
    """Makes a factor of rainfall over time."""

    NAME = "rainfallfactor"
    LABEL = "Rainfall factor"
    TAGS = ("rain", "precipitation", "netcdf", "climate", "annual mean", "monthly", "chirps", "era5")
    SUMMARY = (
        "Sums rainfall over time up to one factor in millimetres: the mean year, the total, or the wettest month. Takes CF "
        "NetCDF (any calendar, steps of a month or less, amounts or rates, packed values, longitudes from 0 to 360, "
        "either way up), or a raster whose bands are months.\n\n"
        "In the mean year each calendar month is the mean of the years that have it, so years begun or broken off do not bias "
        "it. Where a step is missing the cell has no value.\n\n"
        "The output is a factor stack of one band on the grid of the reference. Only the part of the file around the reference "
        "is read, in pieces, so memory does not grow with either raster. Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterFile("INPUT", "Rainfall", fileFilter="Rainfall (*.nc *.nc4 *.tif *.tiff);;All files (*.*)"),
            "NetCDF file with a time axis, or a raster with one band for each month, from a January on.",
        )
        self.add_choice(
            "AGGREGATE",
            "Aggregate",
            list(AGGREGATES),
            ANNUAL_MEAN,
            "annual_mean: millimetres of the mean year; sum: of all steps together; max: of the wettest month of all.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("REFERENCE", "Reference raster"),
            "Raster whose grid the factor gets, such as the DEM.",
        )
        self.add(
            QgsProcessingParameterString("VARIABLE", "Variable", None, False, True),
            "Name of the variable in a NetCDF file that holds several, such as precip.",
            hints={"example": "precip"},
        )
        self.add_choice(
            "RESAMPLING",
            "Resampling",
            list(RESAMPLING),
            BILINEAR,
            "How rain is put on finer cells: bilinear, or cubic, which is smoother and cut at 0. Cells that already lie on the "
            "reference pass unchanged; bilinear averages cells at least twice as fine.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("NAME", "Name of the factor", None, False, True),
            "Left empty: rainfall.",
            hints={"example": "rainfall_2020"},
        )
        self.add(
            QgsProcessingParameterBoolean("MASK_NODATA", "Leave cells empty where the reference is", True),
            "Cells that are nodata in the reference are nodata in the factor.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Rainfall factor"),
            "The factor: one band in millimetres, Float32, nodata NaN.",
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.rainfall.on_grid import rain_on_grid
        from ...core.rainfall.series import open_rain
        from ...core.rainfall.totals import RainTotals

        record = self.provenance(inputs)
        output, aggregate = inputs.output("OUTPUT"), inputs.choice("AGGREGATE")
        factor = Factor(factor_name(inputs.text("NAME") or "rainfall"), units=UNITS[aggregate])
        with ExitStack() as opened:
            opened.enter_context(together(output))
            reference = opened.enter_context(open_raster(inputs.raster("REFERENCE"), "REFERENCE"))
            grid = reference.grid
            check_north_up_grid(grid, "REFERENCE", reference.path)
            series = open_rain(inputs.file("INPUT"), inputs.text("VARIABLE"))
            opened.enter_context(series.raster)
            totals = RainTotals(series, aggregate)
            _say_what_came_in(totals, feedback)
            summing, writing = part(feedback.progress, 0, 0.5), part(feedback.progress, 0.5, 1)
            rain = opened.enter_context(rain_on_grid(totals, grid, inputs.choice("RESAMPLING"), summing, feedback.should_stop))
            lowest, highest, covered, cells = np.inf, -np.inf, 0, 0
            with create_factor_stack(output, grid, [factor], record.metadata()) as writer:
                windows = track(grid.windows(), grid.window_count(), "Writing rainfall", writing, feedback.should_stop)
                for window in windows:
                    values, wanted = rain.read(window), valid_cells(reference.read(window))
                    covered, cells = covered + np.isfinite(values[wanted]).sum(), cells + wanted.sum()
                    if inputs.flag("MASK_NODATA"):
                        values[~wanted] = np.nan
                    lowest = np.fmin.reduce(values, axis=None, initial=lowest)
                    highest = np.fmax.reduce(values, axis=None, initial=highest)
                    writer.write(values, window)
            check_has_cells(cells, reference)
            if covered == 0:
                raise InputError(
                    "INPUT", series.raster.path, "has no rain on the reference, only missing values; check its extent"
                )
            feedback.info(f"{factor.name}: {lowest:.0f} to {highest:.0f} {factor.units}, {rain.method} on the reference.")
            if covered < cells:
                feedback.warn(f"{1 - covered / cells:.1%} of the reference has no rain value and is nodata.")
        return outputs_as_text({"OUTPUT": output})


def _say_what_came_in(totals: "RainTotals", feedback: Feedback) -> None:
    series, months = totals.series, totals.series.axis.months
    first, last = (f"{month.year}-{month.month:02d}" for month in (min(months), max(months)))
    feedback.info(f"{series.variable}: {len(months)} steps from {first} to {last}, stored in {series.units or 'no units'}.")
    if not series.amount.is_known:
        feedback.warn(f'The units "{series.units}" are not known; the values are taken for millimetres in each step.')
    if totals.incomplete and totals.aggregate != SUM:
        feedback.warn(f"{len(totals.incomplete)} months lack some of their steps and do not count.")
