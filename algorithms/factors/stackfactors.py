"""landslide:stackfactors."""

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.crs import check_north_up_grid
from ...core.factor import CATEGORICAL, Factor
from ...core.factor_stack import create_factor_stack
from ...core.progress import part, track
from ...core.raster import open_raster
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.factors.stack_layers import StackLayer
    from ...core.factors.stack_survey import Survey


class StackFactors(LandslideAlgorithm):
    """Brings factors from many rasters onto one grid, into one file."""

    NAME = "stackfactors"
    LABEL = "Stack factors"
    TAGS = ("stack", "merge", "align", "resample", "reproject", "normalise", "scale", "conditioning factors")
    MADE_FROM = "REFERENCE"
    SUMMARY = (
        "Brings rasters and factor stacks onto the grid of the reference and into one factor stack, which every later step "
        "takes. Names, kinds, units and labels are kept.\n\n"
        "Layers whose cells already lie on the reference pass unchanged, bit for bit. Others are reprojected and resampled: "
        "classes and aspect by the nearest cell, continuous factors averaged when their cells are at least twice as fine, "
        "otherwise bilinear. A band called aspect is taken for degrees.\n\n"
        "The log says for each layer what came in and what was done, how many cells are valid in every factor, and which layer "
        "removes most. A factor that is constant or nodata all over is refused.\n\n"
        "Every layer is read twice. Memory does not grow with the raster; Cancel keeps nothing."
    )

    def define(self) -> None:
        layers = QgsProcessingParameterMultipleLayers("LAYERS", "Layers", QgsProcessing.SourceType.TypeRaster)
        layers.setMinimumNumberInputs(1)
        self.add(
            layers,
            "Rasters with one factor each, and factor stacks; their bands become the factors, in this order.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("REFERENCE", "Reference raster"),
            "Raster whose grid the stack gets, such as the DEM; its values are not used.",
        )
        self.add(
            QgsProcessingParameterString("NAMES", "Names of the factors", None, False, True),
            "One name for each band, in order, parted by commas. Left empty: the bands' descriptions, or the files' names.",
            advanced=True,
            hints={"example": "slope, aspect"},
        )
        self.add(
            QgsProcessingParameterString("CATEGORICAL", "Categorical factors", None, False, True),
            "Names of factors whose values are classes, parted by commas. Factors from this toolbox, and rasters of whole "
            "numbers with labels, say so themselves.",
            hints={"bands_of": "LAYERS", "example": "lithology, landcover"},
        )
        self.add_choice(
            "SCALING",
            "Scaling",
            ["none", "unit", "byte"],
            "none",
            "unit stretches continuous factors to 0–1, byte to 0–255, by their lowest and highest value on the reference; "
            "the units then tell the former ends. Models need none: they scale by their training data, and a stack scaled by "
            "its own ends does not fit a model trained in another area.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Factor stack"),
            "One band per factor, Float32, nodata NaN, with names, kinds, units and labels.",
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.factors.stack_layers import read_layers, stack_layers
        from ...core.factors.stack_scaling import scale
        from ...core.factors.stack_survey import survey_layers

        record = self.provenance(inputs)
        output, scaling = inputs.output("OUTPUT"), inputs.choice("SCALING")
        with ExitStack() as opened:
            reference = opened.enter_context(open_raster(inputs.raster("REFERENCE"), "REFERENCE"))
            grid = reference.grid
            check_north_up_grid(grid, "REFERENCE", reference.path)
            rasters = [opened.enter_context(open_raster(path, "LAYERS")) for path in inputs.rasters("LAYERS")]
            layers = stack_layers(rasters, grid, inputs.words("NAMES"), inputs.words("CATEGORICAL"))
            for layer in layers:
                feedback.info(layer.describe())
            survey = survey_layers(layers, grid, part(feedback.progress, 0.0, 0.4), feedback.should_stop)
            for line in survey.lines():
                feedback.info(line)
            feedback.notes(survey.warnings())
            factors, ranges = _factors(layers, survey, scaling), survey.ranges
            with create_factor_stack(output, grid, factors, record.metadata()) as writer:
                progress = part(feedback.progress, 0.4, 1.0)
                windows = track(grid.windows(), grid.window_count(), "Writing the stack", progress, feedback.should_stop)
                for window in windows:
                    values = read_layers(layers, window)
                    writer.write(scale(values, factors, scaling, ranges.lowest, ranges.highest), window)
        return outputs_as_text({"OUTPUT": output})


def _factors(layers: "list[StackLayer]", survey: "Survey", scaling: str) -> list[Factor]:
    """Return the factors with a label for every class found and with the units that scaling leaves."""
    from ...core.factors.stack_scaling import scaled_factor

    factors = []
    for layer, codes, lowest, highest in zip(layers, survey.codes, survey.ranges.lowest, survey.ranges.highest, strict=True):
        factor = layer.factor
        if factor.kind == CATEGORICAL:
            found = {int(code): factor.categories.get(int(code), str(int(code))) for code in sorted(codes)}
            factor = replace(factor, categories=found | factor.categories)
        factors.append(scaled_factor(factor, scaling, lowest, highest))
    return factors
