"""landslide:frequencyratio."""

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.analysis.class_limits import METHODS
from ...core.atomic import together
from ...core.crs import check_metric_grid
from ...core.factor_stack import FactorStack, create_factor_stack, open_factor_stack
from ...core.progress import part
from ...core.provenance import Provenance
from ...core.susceptibility.landslide_cells import LandslideCells
from ...core.table import write_csv
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ...processing_provider.inventory import add_landslide_cells, read_landslide_cells

if TYPE_CHECKING:
    from ...core.analysis.factor_frequency import FactorFrequency

MANUAL = "manual"
HOW = {
    "natural_breaks": "Continuous factors are cut at natural breaks, the exact optimum (Fisher–Jenks) over all cells.",
    "quantile": "Continuous factors are cut into classes of equal area.",
    "equal_interval": "Continuous factors are cut into classes of equal width.",
    MANUAL: "Continuous factors are cut at the limits of BREAKS.",
}


class FrequencyRatio(LandslideAlgorithm):
    """Says in which classes of each factor landslides are more frequent than elsewhere."""

    NAME = "frequencyratio"
    LABEL = "Frequency ratio"
    TAGS = ("factors", "weights of evidence", "information value", "bivariate", "classes", "natural breaks", "contrast")
    PACKAGES = ("matplotlib",)
    SUMMARY = (
        "Cuts every factor of a stack into classes and says how landslides fall on them: frequency ratio (share of the "
        "landslide cells in a class over its share of the area), weights of evidence with contrast and studentised contrast, "
        "and information value.\n\n"
        "TABLE has one row per class; REPORT adds a figure per factor. OUTPUT is the stack recoded to the frequency ratio of "
        "the classes and scaled to 0–1, which makes factors of every kind comparable. Directions are cut into eight sectors "
        "and flat ground, categories are classes as they are.\n\n"
        "The stack is read two to four times in pieces, so memory does not grow with it. Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"), 'The stack made by "Stack factors".')
        self.add_inventory("Landslides", "Landslides as polygons or points.")
        self.add_choice(
            "METHOD",
            "Method",
            [*METHODS, MANUAL],
            "natural_breaks",
            "How continuous factors are cut. natural_breaks: classes that differ least inside; quantile: equal areas; "
            "equal_interval: equal steps of value; manual: the limits of BREAKS.",
        )
        number = QgsProcessingParameterNumber
        self.add(
            number("CLASSES", "Number of classes", number.Type.Integer, 5, False, 2, 50),
            "Classes of every continuous factor without limits of its own, 2 to 50.",
        )
        self.add(
            QgsProcessingParameterString("BREAKS", "Breaks", None, False, True),
            "Limits of single factors, whatever the method, such as slope: 0, 10, 20, 30, 35; aspect: sectors. A value at a "
            "limit belongs to the class above it.",
            hints={"example": "slope: 10, 20, 30"},
        )
        add_landslide_cells(self)
        self.add_table("Table of classes", "One row per class of every factor.")
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Frequency ratios", None, True),
            "Each factor as the frequency ratio of its classes, scaled so that the lowest becomes 0 and the highest 1.",
        )
        self.add_report()

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.analysis.factor_breaks import check_all_written, written_breaks
        from ...core.analysis.factor_frequency import recoded_factors, write_scaled_ratios
        from ...core.analysis.factor_frequency_report import frequency_report, frequency_table

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("TABLE", "REPORT", "OUTPUT")}
        with open_factor_stack(inputs.raster("FACTORS"), "FACTORS") as stack:
            check_metric_grid(stack.grid, "FACTORS", stack.path)
            written = written_breaks(inputs.text("BREAKS"), stack.factors)
            if inputs.choice("METHOD") == MANUAL:
                check_all_written(written, stack.factors)
            landslides = read_landslide_cells(inputs, stack.grid, feedback, record)
            frequencies = _frequencies(inputs, stack, written, landslides, record, feedback)
            with together(*outputs.values()):
                if outputs["TABLE"]:
                    write_csv(outputs["TABLE"], frequency_table(frequencies))
                if outputs["OUTPUT"]:
                    factors = recoded_factors(stack.factors)
                    with create_factor_stack(outputs["OUTPUT"], stack.grid, factors, record.metadata()) as writer:
                        progress = part(feedback.progress, 0.6, 0.85)
                        write_scaled_ratios(stack, frequencies, writer, progress, feedback.should_stop)
                if outputs["REPORT"]:
                    how = HOW[inputs.choice("METHOD")]
                    report = frequency_report(frequencies, how, record.notes, feedback.should_stop)
                    report.write(outputs["REPORT"], record, part(feedback.progress, 0.85, 1.0))
                feedback.progress(1.0)
        return outputs_as_text(outputs)


def _frequencies(
    inputs: Inputs,
    stack: FactorStack,
    written: dict[str, list[float]],
    landslides: LandslideCells,
    record: Provenance,
    feedback: Feedback,
) -> "list[FactorFrequency]":
    from ...core.analysis.factor_frequency import count_landslides, find_classes
    from ...core.analysis.uneven_classes import notes_on_uneven_classes

    method, classes = inputs.choice("METHOD"), inputs.integer("CLASSES")
    progress = part(feedback.progress, 0.0, 0.4)
    found = find_classes(stack, method, classes, written, progress, feedback.should_stop)
    for factor, these in zip(stack.factors, found, strict=True):
        feedback.info(f"{factor.name}: {', '.join(these.labels)}")
    progress = part(feedback.progress, 0.4, 0.6)
    frequencies, lost = count_landslides(stack, found, landslides, progress, feedback.should_stop)
    cells, slid = frequencies[0].cells.sum(), frequencies[0].landslide_cells.sum()
    notes = [f"{slid:,} of {cells:,} cells with values are landslide ({slid / cells:.2%})."]
    if lost:
        notes.append(f"Landslide cells that do not count, because a factor has no value there: {lost:,}.")
    for note in notes:
        feedback.info(note)
    uneven = notes_on_uneven_classes(frequencies)
    feedback.notes(uneven)
    record.notes.extend([*notes, *uneven])
    return frequencies
