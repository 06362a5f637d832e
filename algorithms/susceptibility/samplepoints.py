"""landslide:samplepoints."""

from contextlib import ExitStack

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
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
from ...core.style import write_style
from ...core.susceptibility.samples import samples_as_features
from ...core.susceptibility.sampling_design import FIELD, SamplingDesign
from ...core.vector import Features, on_grid, write_features
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

POSITIVES = ["cells", "centroid", "upper_part"]
SPLITS = ["random", "spatial_blocks", "clusters", "field"]


class SamplePoints(LandslideAlgorithm):
    """Draws the samples a susceptibility model learns from and is tested on."""

    NAME = "samplepoints"
    LABEL = "Sample points"
    TAGS = ("samples", "training", "test", "absence", "negative", "folds", "cross-validation", "spatial blocks", "split")
    PACKAGES = ("numpy", "scipy", "matplotlib")
    MADE_FROM = "INVENTORY"
    SUMMARY = (
        "Draws cells with and without landslides from a factor stack and says which are for training and which for testing.\n\n"
        "A landslide is never split: mapped features that share a cell count as one and stand on one side. With spatial_blocks "
        "whole squares of the map go to one side, which tells how a model does where it has seen nothing; with random it does "
        "only as well as neighbours resemble each other. Landslides smaller than a cell keep one cell. Cells without "
        "landslides keep BUFFER away from every landslide.\n\n"
        "The output has a point per cell with the fields landslide (1 or 0), landslide_id, fold (1, 2, …; 0 for test), split "
        "(train or test), block (the number of its square, cluster or value of FIELD) and draw (1, 2, … with REPEATS; 0 for "
        "landslides, which belong to every draw). The report maps the test part and the folds. The factor stack is read once, "
        "in windows; cancelling writes nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"),
            "The conditioning factors; only cells where every factor has a value are drawn.",
        )
        self.add_inventory("Landslide inventory", "Mapped landslides, polygons or points, in any coordinate reference system.")
        self._define_landslide_cells()
        self._define_other_cells()
        self._define_parts()
        self.heading("Random draws")
        self.add_seed()
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", "Samples", QgsProcessing.SourceType.TypeVectorPoint),
            "The samples, styled by class and split.",
        )
        self.add_report()

    def _define_landslide_cells(self) -> None:
        self.heading("Landslide cells")
        self.add_choice(
            "POSITIVES",
            "Landslide samples",
            POSITIVES,
            "cells",
            "cells: every cell whose centre lies in a landslide; centroid: one cell per landslide; upper_part: the highest "
            "cells of each landslide (UPPER_SHARE), where it broke away.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("ELEVATION", "Elevation", None, True),
            "A DEM on the grid of the stack, for upper_part; left empty: the factor altitude of the stack.",
            advanced=True,
            hints={"only_with": ("POSITIVES", "upper_part")},
        )
        self.add(
            _number("UPPER_SHARE", "Share of the upper part", 0.5, 0.01, 1.0),
            "Share of the cells of a landslide that upper_part keeps, the highest first.",
            advanced=True,
            hints={"only_with": ("POSITIVES", "upper_part")},
        )

    def _define_other_cells(self) -> None:
        self.heading("Cells without landslides")
        self.add(
            _number("RATIO", "Cells without landslides per landslide cell", 1.0, 0.01, 1000.0),
            "How many cells without landslides are drawn for each landslide cell.",
        )
        self.add(
            QgsProcessingParameterDistance("BUFFER", "Distance kept from landslides", 100.0, "FACTORS", False, 0.0),
            "No cell closer than this to a landslide counts as free of landslides (metres).",
        )
        self.add(
            QgsProcessingParameterNumber(
                "REPEATS", "Repeated draws", QgsProcessingParameterNumber.Type.Integer, 1, False, 1, 100
            ),
            "How often cells without landslides are drawn, each time others. A model trained on several draws is an ensemble "
            "with a member per draw, whose spread tells how much depends on the draw.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "EXCLUSION", "Exclusion", [QgsProcessing.SourceType.TypeVectorAnyGeometry], None, True
            ),
            "Where no cell without landslides is drawn, for example water, glaciers or land that nobody mapped.",
            advanced=True,
        )
        self.add(
            _number("MIN_SLOPE", "Least slope of cells without landslides", 0.0, 0.0, 1000.0),
            "Draw cells without landslides only where the factor slope is at least this, in its units; 0: anywhere.",
            advanced=True,
        )
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
            hints={"only_with": ("CONSTRAIN_TO_RANGE", True)},
        )

    def _define_parts(self) -> None:
        self.heading("Training and test")
        self.add_choice(
            "SPLIT",
            "Split",
            SPLITS,
            "spatial_blocks",
            "random: by landslide; spatial_blocks: by squares of the map; clusters: by k-means clusters of landslides; field: "
            "TEST_VALUES of FIELD are the test part, for example later years, or whole values of FIELD go to test and folds.",
        )
        self.add(
            _number("TEST_FRACTION", "Share for testing", 0.3, 0.0, 0.9),
            "Share of the landslide cells kept for the test, which no model ever learns from; 0 keeps none.",
        )
        self.add(
            QgsProcessingParameterNumber("FOLDS", "Folds", QgsProcessingParameterNumber.Type.Integer, 5, False, 2, 50),
            "In how many parts the training samples are divided for cross-validation.",
        )
        self.add(
            QgsProcessingParameterDistance("BLOCK_SIZE", "Side of a block", 0.0, "FACTORS", False, 0.0),
            "Side of the squares of spatial_blocks (metres); 0 takes the distance over which landslides cling together, from "
            "their variogram, or less where that would leave too few blocks with landslides for the folds (four each, where "
            "landslides are enough).",
            hints={"only_with": ("SPLIT", "spatial_blocks")},
        )
        self.add(
            QgsProcessingParameterNumber(
                "CLUSTERS", "Clusters", QgsProcessingParameterNumber.Type.Integer, 0, False, 0, 10_000
            ),
            "Number of k-means clusters when SPLIT is clusters; 0: four for each fold and the test part.",
            advanced=True,
            hints={"only_with": ("SPLIT", "clusters")},
        )
        self.add(
            QgsProcessingParameterField("FIELD", "Field that splits", None, "INVENTORY", optional=True),
            "The field of the inventory that parts the landslides when SPLIT is field, such as the year.",
            advanced=True,
            hints={"only_with": ("SPLIT", "field")},
        )
        self.add(
            QgsProcessingParameterString("TEST_VALUES", "Test values of that field", "", False, True),
            "Values of FIELD whose landslides are the test part, split by commas: 2010, 2011. Left empty: whole values go to "
            "the test part and to the folds by their shares, and spatial_cv keeps them whole.",
            advanced=True,
            hints={"only_with": ("SPLIT", "field"), "values_of": ("INVENTORY", "FIELD"), "example": "2010, 2011"},
        )
        self.add(
            QgsProcessingParameterString("TRAIN_VALUES", "Training values of that field", "", False, True),
            "Values of FIELD whose landslides are for training, split by commas: 2005, 2006. Left empty: all that are not "
            "test. Landslides of other values are no samples, but keep cells without landslides away.",
            advanced=True,
            hints={"only_with": ("SPLIT", "field"), "values_of": ("INVENTORY", "FIELD"), "example": "2005, 2006"},
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.susceptibility.samples_report import samples_report
        from ...core.susceptibility.sampling import draw_samples

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("OUTPUT", "REPORT")}
        design = _design(inputs)
        with ExitStack() as rasters:
            stack = rasters.enter_context(open_factor_stack(inputs.raster("FACTORS")))
            check_metric_grid(stack.grid, "FACTORS", stack.path)
            elevation = inputs.raster("ELEVATION")
            if elevation is not None:
                elevation = rasters.enter_context(open_factor_stack(elevation, "ELEVATION"))
            features, notes = on_grid(inputs.features("INVENTORY"), stack.grid, "INVENTORY")
            _check_field(design, features)
            excluded = inputs.features("EXCLUSION")
            if excluded is not None:
                excluded, found = on_grid(excluded, stack.grid, "EXCLUSION")
                notes += found
            feedback.notes(notes)
            samples, remarks, warnings = draw_samples(
                stack, features, design, part(feedback.progress, 0, 0.9), feedback.should_stop, elevation, excluded
            )
            feedback.notes(warnings)
            for remark in remarks:
                feedback.info(remark)
        with together(*outputs.values()):
            write_features(outputs["OUTPUT"], samples_as_features(samples, stack.grid.crs_wkt), "samples", record.metadata())
            write_style(outputs["OUTPUT"], "samples")
            if outputs["REPORT"]:
                report = samples_report(samples, stack.grid, remarks, [*notes, *warnings], feedback.should_stop)
                report.write(outputs["REPORT"], record, part(feedback.progress, 0.9, 1.0))
        return outputs_as_text(outputs)


def _design(inputs: Inputs) -> SamplingDesign:
    field, test_values, train_values = inputs.field("FIELD"), inputs.words("TEST_VALUES"), inputs.words("TRAIN_VALUES")
    if inputs.choice("SPLIT") == FIELD:
        if field is None:
            raise InputError("FIELD", "", "is empty and SPLIT is field; choose the field that says what is test")
        both = [value for value in test_values if value in train_values]
        if both:
            raise InputError("TRAIN_VALUES", ", ".join(both), "is also in TEST_VALUES; a landslide is for one of them")
        if train_values and not test_values:
            raise InputError("TEST_VALUES", "", f"is empty and TRAIN_VALUES is not; give the values of {field} that are test")
    return SamplingDesign(
        positives=inputs.choice("POSITIVES"),
        upper_share=inputs.number("UPPER_SHARE"),
        ratio=inputs.number("RATIO"),
        repeats=inputs.integer("REPEATS"),
        buffer=inputs.number("BUFFER"),
        min_slope=inputs.number("MIN_SLOPE"),
        constrain_to_range=inputs.flag("CONSTRAIN_TO_RANGE"),
        range_margin=inputs.number("RANGE_MARGIN"),
        split=inputs.choice("SPLIT"),
        test_fraction=inputs.number("TEST_FRACTION"),
        folds=inputs.integer("FOLDS"),
        block_size=inputs.number("BLOCK_SIZE"),
        clusters=inputs.integer("CLUSTERS"),
        field=field,
        train_values=tuple(train_values),
        test_values=tuple(test_values),
        seed=inputs.integer("SEED"),
    )


def _check_field(design: SamplingDesign, features: Features) -> None:
    if design.split == FIELD and design.field not in features.attributes:
        raise InputError("FIELD", design.field, f"is no field of the inventory; it has {', '.join(features.attributes)}")


def _number(name: str, label: str, default: float, lowest: float, highest: float) -> QgsProcessingParameterNumber:
    return QgsProcessingParameterNumber(name, label, QgsProcessingParameterNumber.Type.Double, default, False, lowest, highest)
