"""landslide:categoricalfactor."""

from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterField,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.atomic import together
from ...core.crs import check_north_up_grid
from ...core.errors import InputError
from ...core.factor import CATEGORICAL, Factor
from ...core.factor_stack import check_has_cells, create_factor_stack, valid_cells
from ...core.grid import Grid
from ...core.names import factor_name, name_of_band
from ...core.progress import part, track
from ...core.raster import open_raster
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.factors.category_cells import PolygonCategories, RasterCategories


class CategoricalFactor(LandslideAlgorithm):
    """Makes a factor of classes, such as lithology or land cover."""

    NAME = "categoricalfactor"
    LABEL = "Categorical factor"
    TAGS = ("lithology", "geology", "land cover", "soil", "rasterize", "reclassify", "classes", "labels")
    SUMMARY = (
        "Makes a factor of classes from a field of polygons, such as lithology, or from a raster of classes, such as land "
        "cover. Classes can be merged and renamed on the way by a table.\n\n"
        "A cell has the class of the polygon that holds its centre; where polygons overlap the last one counts. Cells that "
        "no polygon covers are nodata, and the log says how many. Whole numbers keep their value; texts are numbered from 1 in "
        "the order of the alphabet, over the whole layer, so that one layer gives the same codes in every area.\n\n"
        "The output is a factor stack of one band on the grid of the reference, with the labels in its metadata and in an "
        "attribute table. Memory does not grow with the raster; Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterMapLayer(
                "INPUT",
                "Polygons or raster of classes",
                types=[QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeRaster],
            ),
            "Polygons with a field of classes, or a raster with one band of whole numbers.",
        )
        self.add(
            QgsProcessingParameterField("FIELD", "Field", optional=True),
            "Field of the polygons that holds the class, text or number. Not needed for a raster.",
            hints={"fields_of": "INPUT"},
        )
        self.add(
            QgsProcessingParameterRasterLayer("REFERENCE", "Reference raster"),
            "Raster whose grid the factor gets, such as the DEM.",
        )
        self.add(
            QgsProcessingParameterString("CLASSES", "Table of classes", None, True, True),
            "Merges or renames values: lines such as limestone → hard (or ->), or the path of a CSV file with a header line "
            "and the columns value and class. Classes that are whole numbers become the codes, others are numbered from 1 in "
            "the order of the table. Every value needs a line; NULL stands for a missing one.",
        )
        self.add(
            QgsProcessingParameterString("NAME", "Name of the factor", None, False, True),
            "Left empty: the name of the field, or of the raster.",
            hints={"example": "lithology"},
        )
        self.add(
            QgsProcessingParameterBoolean("MASK_NODATA", "Leave cells empty where the reference is", True),
            "Cells that are nodata in the reference are nodata in the factor.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Classes"),
            "The factor: one band of codes, Float32, nodata NaN, with labels.",
        )

    def layer_title(self, output: str, inputs: Inputs) -> str:
        """Return the name of the field that the classes come from."""
        return inputs.text("NAME") or inputs.field("FIELD") or super().layer_title(output, inputs)

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.analysis.class_table import read_class_table
        from ...core.factors.category_cells import raster_categories

        record = self.provenance(inputs)
        output, text = inputs.output("OUTPUT"), inputs.text("CLASSES")
        table = read_class_table(text) if text else []
        with together(output), ExitStack() as opened:
            reference = opened.enter_context(open_raster(inputs.raster("REFERENCE"), "REFERENCE"))
            grid = reference.grid
            check_north_up_grid(grid, "REFERENCE", reference.path)
            if inputs.is_raster("INPUT"):
                raster = opened.enter_context(open_raster(inputs.raster("INPUT"), "INPUT"))
                search = part(feedback.progress, 0.0, 0.3)
                source = raster_categories(raster, grid, table, search, feedback.should_stop)
                name = name_of_band(raster.path, raster.band_names, 0)
            else:
                source, name = _of_polygons(inputs, grid, table, feedback)
            factor = Factor(factor_name(inputs.text("NAME") or name), CATEGORICAL, "", source.coding.labels)
            with create_factor_stack(output, grid, [factor], record.metadata()) as writer:
                counts: Counter[float] = Counter()
                progress = part(feedback.progress, 0.3, 1.0)
                windows = track(grid.windows(), grid.window_count(), f"Writing {factor.name}", progress, feedback.should_stop)
                for window in windows:
                    codes, valid = source.read(window), valid_cells(reference.read(window))
                    if inputs.flag("MASK_NODATA"):
                        codes[~valid] = np.nan
                    counts += _count(codes[valid])
                    writer.write(codes, window)
                check_has_cells(counts.total(), reference)
                _report(counts, factor, source, feedback)
        return outputs_as_text({"OUTPUT": output})


def _of_polygons(
    inputs: Inputs, grid: Grid, table: list[tuple[str, str]], feedback: Feedback
) -> "tuple[PolygonCategories, str]":
    from ...core.factors.category_cells import polygon_categories

    field = inputs.field("FIELD")
    if field is None:
        raise InputError("FIELD", "not given", "is needed for polygons; choose the field that holds the class")
    source, notes = polygon_categories(inputs.features("INPUT"), field, grid, table)
    feedback.notes(notes)
    return source, field


def _count(codes: np.ndarray) -> Counter:
    """Return how often each code occurs, NaN under None."""
    values, counts = np.unique(codes[np.isfinite(codes)], return_counts=True)
    found = Counter(dict(zip(values.astype(int).tolist(), counts.tolist(), strict=True)))
    found[None] = codes.size - int(counts.sum())
    return found


def _report(counts: Counter, factor: Factor, source: "PolygonCategories | RasterCategories", feedback: Feedback) -> None:
    cells = max(counts.total(), 1)
    uncovered = counts.pop(None, 0)
    if not counts.total():
        raise InputError("INPUT", factor.name, "covers no cell of the reference; check both extents")
    feedback.notes(source.notes())
    for code, count in sorted(counts.items()):
        label = factor.categories[code]
        feedback.info(f"{code}{'' if label == str(code) else f' {label}'}: {count:,} cells, {count / cells:.1%}")
    absent = [label for code, label in factor.categories.items() if code not in counts]
    if absent:
        feedback.info(f"Not on the reference: {', '.join(absent)}.")
    feedback.info(f"{factor.name} covers {1 - uncovered / cells:.1%} of the reference; the rest is nodata.")
    if len(counts) < 2:
        feedback.warn(f"{factor.name} has one class only on the reference and cannot explain anything there.")
