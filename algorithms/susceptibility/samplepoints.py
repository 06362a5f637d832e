"""landslide:samplepoints."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...core.atomic import together
from ...core.crs import check_metric_grid
from ...core.errors import InputError
from ...core.factor_stack import open_factor_stack
from ...core.progress import part
from ...core.susceptibility.samples import samples_as_features
from ...core.vector import on_grid, write_features
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ...processing_provider.style import write_style

POSITIVES = ["cells", "centroid"]
SPLITS = ["random", "spatial_blocks", "field"]


class SamplePoints(LandslideAlgorithm):
    """Draws the samples a susceptibility model learns from and is tested on."""

    NAME = "samplepoints"
    LABEL = "Sample points"
    TAGS = ("samples", "training", "test", "absence", "negative", "folds", "cross-validation", "spatial blocks", "split")
    PACKAGES = ("numpy", "scipy")
    SUMMARY = (
        "Draws cells with and without landslides from a factor stack and says which are for training and which for testing.\n\n"
        "A landslide is never split: mapped features that share a cell count as one and stand on one side. With spatial_blocks "
        "whole squares of the map go to one side, which tells how a model does where it has seen nothing; with random it does "
        "only as well as neighbours resemble each other. Landslides smaller than a cell keep one cell. Cells without "
        "landslides keep BUFFER away from every landslide.\n\n"
        "The output has a point per cell with the fields landslide (1 or 0), landslide_id, fold (1, 2, …; 0 for test), split "
        "(train or test) and block (the number of its square). The factor stack is read once, in windows; cancelling writes "
        "nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"),
            "The conditioning factors; only cells where every factor has a value are drawn.",
        )
        self.add_inventory("Landslide inventory", "Mapped landslides, polygons or points, in any coordinate reference system.")
        self.add_choice(
            "POSITIVES",
            "Landslide samples",
            POSITIVES,
            "cells",
            "cells: every cell whose centre lies in a landslide; centroid: one cell per landslide.",
        )
        self.add(
            _number("RATIO", "Cells without landslides per landslide cell", 1.0, 0.01, 1000.0),
            "How many cells without landslides are drawn for each landslide cell.",
        )
        self.add(
            QgsProcessingParameterDistance("BUFFER", "Distance kept from landslides", 100.0, "FACTORS", False, 0.0),
            "No cell closer than this to a landslide counts as free of landslides (metres).",
        )
        self.add_choice(
            "SPLIT",
            "Split",
            SPLITS,
            "spatial_blocks",
            "random: by landslide; spatial_blocks: by squares of the map; field: TEST_VALUES of FIELD are the test part, for "
            "example later years.",
        )
        self.add(
            _number("TEST_FRACTION", "Share for testing", 0.3, 0.0, 0.9),
            "Share of the landslide cells kept for the test, which no model ever learns from; 0 keeps none.",
        )
        self.add(
            QgsProcessingParameterNumber("FOLDS", "Folds", QgsProcessingParameterNumber.Integer, 5, False, 2, 50),
            "In how many parts the training samples are divided for cross-validation.",
        )
        self.add(
            QgsProcessingParameterDistance("BLOCK_SIZE", "Side of a block", 0.0, "FACTORS", False, 0.0),
            "Side of the squares of spatial_blocks (metres); 0 takes the distance over which landslides cling together, from "
            "their variogram, or less where that would leave fewer than four blocks with landslides for each fold.",
        )
        self._define_rarely_used()
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", "Samples", QgsProcessing.TypeVectorPoint),
            "The samples, styled by class and split.",
        )

    def _define_rarely_used(self) -> None:
        self.add(
            QgsProcessingParameterBoolean("CONSTRAIN_TO_RANGE", "Stay within the range of landslides", False),
            "Draw cells without landslides only where every factor lies within the range seen at landslides, so that the model "
            "does not learn what is obvious (plains, glaciers).",
            advanced=True,
        )
        self.add(
            _number("RANGE_MARGIN", "Widening of that range", 0.05, 0.0, 1.0),
            "Share by which that range is widened at both ends.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField("FIELD", "Field that splits", None, "INVENTORY", optional=True),
            "The field of the inventory that says what is test when SPLIT is field, such as the year.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("TEST_VALUES", "Test values of that field", "", False, True),
            "Values of FIELD whose landslides are the test part, split by commas: 2010, 2011.",
            advanced=True,
        )
        self.add_seed()

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.susceptibility.sampling import draw_samples

        record = self.provenance(inputs)
        output = inputs.output("OUTPUT")
        design = _design(inputs)
        with open_factor_stack(inputs.raster("FACTORS")) as stack:
            check_metric_grid(stack.grid, "FACTORS", stack.path)
            features, notes = on_grid(inputs.features("INVENTORY"), stack.grid, "INVENTORY")
            feedback.notes(notes)
            samples, remarks, warnings = draw_samples(
                stack, features, design, part(feedback.progress, 0, 0.9), feedback.should_stop
            )
            feedback.notes(warnings)
            for remark in remarks:
                feedback.info(remark)
        with together(output):
            write_features(output, samples_as_features(samples, stack.grid.crs_wkt), "samples", record.metadata())
            write_style(output, "samples")
        return outputs_as_text({"OUTPUT": output})


def _design(inputs: Inputs):  # noqa: ANN202 - the type lives where scipy is imported
    from ...core.susceptibility.sampling import FIELD, SamplingDesign

    field, test_values = inputs.field("FIELD"), inputs.text("TEST_VALUES")
    if inputs.choice("SPLIT") == FIELD:
        if field is None:
            raise InputError("FIELD", "", "is empty and SPLIT is field; choose the field that says what is test")
        if not test_values:
            raise InputError("TEST_VALUES", "", f"is empty and SPLIT is field; give the values of {field} that are test")
    return SamplingDesign(
        positives=inputs.choice("POSITIVES"),
        ratio=inputs.number("RATIO"),
        buffer=inputs.number("BUFFER"),
        constrain_to_range=inputs.flag("CONSTRAIN_TO_RANGE"),
        range_margin=inputs.number("RANGE_MARGIN"),
        split=inputs.choice("SPLIT"),
        test_fraction=inputs.number("TEST_FRACTION"),
        folds=inputs.integer("FOLDS"),
        block_size=inputs.number("BLOCK_SIZE"),
        field=field,
        test_values=tuple(value.strip() for value in test_values.split(",") if value.strip()),
        seed=inputs.integer("SEED"),
    )


def _number(name: str, label: str, default: float, lowest: float, highest: float) -> QgsProcessingParameterNumber:
    return QgsProcessingParameterNumber(name, label, QgsProcessingParameterNumber.Double, default, False, lowest, highest)
