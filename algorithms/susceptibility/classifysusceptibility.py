"""landslide:classifysusceptibility."""

from pathlib import Path

import numpy as np
from qgis.core import (
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.atomic import together
from ...core.crs import check_metric_grid
from ...core.errors import InputError
from ...core.progress import part
from ...core.raster import Band, Raster, create_raster, open_raster
from ...core.style import write_palette_style
from ...core.susceptibility.landslide_cells import LandslideCells
from ...core.susceptibility.susceptibility_classes import (
    METHODS,
    ClassCounts,
    class_categories,
    class_labels,
    class_table,
    classes_that_do_not_rise,
    finder_of,
    watch_map,
    write_classes,
    written_limits,
)
from ...core.table import Table, write_csv
from ...core.thumbnail import Thumbnail
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ...processing_provider.inventory import add_landslide_cells, read_landslide_cells

HOW = {
    "natural_breaks": "Natural breaks: the exact optimum (Fisher–Jenks) over all cells.",
    "quantile": "Quantiles: every class holds the same number of cells.",
    "equal_interval": "Equal intervals between the lowest and the highest value.",
    "manual": "Limits set by hand.",
    "landslide_share": "Limits at set shares of the landslide cells.",
}


class ClassifySusceptibility(LandslideAlgorithm):
    """Cuts a susceptibility map into classes and says what each holds."""

    NAME = "classifysusceptibility"
    LABEL = "Classify susceptibility"
    TAGS = ("classes", "natural breaks", "jenks", "quantile", "zonation", "frequency ratio", "density")
    PACKAGES = ("matplotlib",)
    SUMMARY = (
        "Cuts a susceptibility map into classes from very low to very high and, with an inventory, says how much of the area "
        "and of the landslides each class holds.\n\n"
        "OUTPUT is a raster of class numbers from 1 (lowest) with colours, attribute table and style. TABLE has area, "
        "landslide area, frequency ratio and landslide density per class; the frequency ratio should rise from class to "
        "class, and a warning says where it does not. REPORT adds a map, figures and the curve of how many landslides lie "
        "in the most susceptible part of the area: the success rate with the landslides of the training, the prediction rate "
        "with others.\n\n"
        "Natural breaks are the exact optimum over all cells. The map is read two or three times in pieces, so memory does not "
        "grow with it; 10 million cells take a few seconds. Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", "Susceptibility"),
            "The map to cut into classes: one band, in a projected CRS in metres.",
        )
        self.add_inventory(
            "Landslides",
            "Polygons or points to count landslides in each class; best those that no model was trained on.",
            optional=True,
        )
        self.add_choice(
            "METHOD",
            "Method",
            list(METHODS),
            "natural_breaks",
            "natural_breaks: classes that differ least inside; quantile: equal areas; equal_interval: equal steps of value; "
            "manual: the limits of BREAKS; landslide_share: every class holds a set share of the landslides.",
        )
        number = QgsProcessingParameterNumber
        self.add(number("CLASSES", "Number of classes", number.Type.Integer, 5, False, 2, 20), "How many classes, 2 to 20.")
        self.add(
            QgsProcessingParameterString("BREAKS", "Breaks", None, False, True),
            "For manual: the limits between the classes, such as 0.2, 0.4, 0.6, 0.8. For landslide_share: the percentage of "
            "the landslides in each class, the highest class first, such as 50, 25, 15, 7, 3; left empty: equal shares.",
            hints={"only_with": ("METHOD", ["manual", "landslide_share"]), "example": "0.2, 0.4, 0.6, 0.8"},
        )
        add_landslide_cells(self)
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Susceptibility classes"),
            "Class numbers from 1 (lowest), 0 where the map has no value; with colour table, attribute table and style.",
        )
        self.add_table(
            "Table of classes",
            "One row per class: limits, area, and with an inventory landslide area, frequency ratio and density.",
        )
        self.add_report()

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.susceptibility.susceptibility_class_report import class_report

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("OUTPUT", "TABLE", "REPORT")}
        with open_raster(inputs.raster("INPUT"), "INPUT") as raster:
            _check_raster(raster)
            landslides = read_landslide_cells(inputs, raster.grid, feedback, record)
            limits = _limits(inputs, raster, landslides, feedback)
            record.notes.append(f"Class limits: {', '.join(f'{limit:.9g}' for limit in limits)}")
            with together(*outputs.values()):
                picture = Thumbnail(raster.grid)
                counts, table = _classified(raster, limits, landslides, picture, outputs["OUTPUT"], record.metadata(), feedback)
                warnings = _warnings(table)
                feedback.notes(warnings)
                for row in table.rows:
                    feedback.info(_line(dict(zip(table.columns, row, strict=True))))
                if counts.rates is not None:
                    feedback.info(f"Area under the success-rate or prediction-rate curve: {counts.rates.area_under():.3f}.")
                if outputs["TABLE"]:
                    write_csv(outputs["TABLE"], table)
                if outputs["REPORT"]:
                    report = class_report(
                        table, picture, HOW[inputs.choice("METHOD")], warnings, counts.rates, feedback.should_stop
                    )
                    report.write(outputs["REPORT"], record, part(feedback.progress, 0.9, 1.0))
                feedback.progress(1.0)
        return outputs_as_text(outputs)


def _check_raster(raster: Raster) -> None:
    check_metric_grid(raster.grid, "INPUT", raster.path)
    if raster.band_count != 1:
        raise InputError("INPUT", raster.path, f"has {raster.band_count} bands; choose a susceptibility map, which has one")


def _limits(inputs: Inputs, raster: Raster, landslides: LandslideCells | None, feedback: Feedback) -> np.ndarray:
    method, classes, breaks = inputs.choice("METHOD"), inputs.integer("CLASSES"), inputs.text("BREAKS")
    if method == "manual":
        return written_limits(breaks, classes)
    by_landslides = method == "landslide_share"
    if by_landslides and landslides is None:
        raise InputError("INVENTORY", "none", "is needed for METHOD landslide_share; choose the landslides")
    finder = finder_of(method, classes, breaks)
    counted = landslides if by_landslides else None
    watch_map(finder, raster, counted, part(feedback.progress, 0.0, 0.5), feedback.should_stop)
    if finder.is_empty:
        if by_landslides:
            raise _no_landslides(landslides)
        raise InputError("INPUT", raster.path, "has no cell with a value; choose another map")
    limits = finder.limits()
    if by_landslides and limits.size + 1 < classes:
        raise InputError(
            "INVENTORY",
            landslides.features.source,
            f"lies on cells of too few different values for {classes} CLASSES; choose fewer classes or another METHOD",
        )
    if limits.size == 0:
        raise InputError("INPUT", raster.path, "has one value only, which no classes part; choose another map")
    if limits.size + 1 < classes:
        raise InputError(
            "CLASSES",
            classes,
            f"is more than the map's different values allow; choose at most {limits.size + 1} or METHOD manual",
        )
    return limits


def _no_landslides(landslides: LandslideCells) -> InputError:
    source = landslides.features.source
    return InputError("INVENTORY", source, "has no landslide where the map has values; choose the inventory of this area")


def _classified(
    raster: Raster,
    limits: np.ndarray,
    landslides: LandslideCells | None,
    picture: Thumbnail,
    path: Path,
    metadata: dict[str, str],
    feedback: Feedback,
) -> tuple[ClassCounts, Table]:
    categories = class_categories(limits.size + 1)
    with create_raster(path, raster.grid, [Band("class")], "uint8", 0, metadata, categories) as writer:
        progress = part(feedback.progress, 0.5, 0.9)
        counts = write_classes(raster, writer, limits, landslides, picture, progress, feedback.should_stop)
        if counts.cells.sum() == 0:
            raise InputError("INPUT", raster.path, "has no cell with a value; choose another map")
        if landslides is not None and counts.landslide_cells.sum() == 0:
            raise _no_landslides(landslides)
        table = class_table(counts, limits, raster.grid.cell_area, landslides is not None)
        writer.measure(0, categories, table.chosen(table.columns[2:]))
    write_palette_style(path, categories)
    return counts, table


def _warnings(table: Table) -> list[str]:
    if "frequency_ratio" not in table.columns:
        return []
    column = table.columns.index("frequency_ratio")
    ratios = np.array([np.nan if row[column] is None else row[column] for row in table.rows])
    falling = classes_that_do_not_rise(ratios, class_labels(len(table.rows)))
    if not falling:
        return []
    return [
        f"The frequency ratio does not rise with the class: {'; '.join(falling)}. "
        "The map does not order the area by landslide frequency there."
    ]


def _line(row: dict) -> str:
    text = f"{row['label']}: {row['from']:.4g} – {row['to']:.4g}, {row['area_km2']:.4g} km² ({row['area_percent']:.1f} %)"
    if "frequency_ratio" not in row:
        return text
    ratio = "no cells" if row["frequency_ratio"] is None else f"frequency ratio {row['frequency_ratio']:.2f}"
    return f"{text}, {row['landslide_percent']:.1f} % of the landslide cells, {ratio}"
