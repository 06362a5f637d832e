"""landslide:applysusceptibility."""

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.atomic import together
from ...core.errors import InputError
from ...core.factor_stack import FactorStack, check_same_factors, open_factor_stack
from ...core.names import listed
from ...core.style import write_style
from ...core.susceptibility.patches import check_window_fits
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...models.susceptibility.model import SusceptibilityModel


MUCH = 10
"""Per cent of the cells outside the area of applicability from which on it is a warning."""


class ApplySusceptibility(LandslideAlgorithm):
    """Maps a trained susceptibility model over a factor stack."""

    NAME = "applysusceptibility"
    LABEL = "Apply susceptibility model"
    TAGS = ("susceptibility", "map", "predict", "cnn", "random forest", "xgboost")
    PACKAGES = ("numpy", "numba", "scikit-learn", "skops", "xgboost", "torch", "safetensors")
    MADE_FROM = "MODEL"
    SUMMARY = (
        "Maps how likely each cell is to hold a landslide, with a model from Train susceptibility model.\n\n"
        "Factors are found in the stack by name, in any order; kind and units must be those of the training, and nothing is "
        "scaled anew. Networks see the surroundings of a cell: beyond the raster's edge they see it mirrored, and where a "
        "neighbour has no data they see the training mean. A cell has a value where all of its own factors have one. "
        "Categories that training never saw count as unknown and are named in the log.\n\n"
        "A model carried to another area may meet what it never learnt: APPLICABILITY tells where (Meyer and Pebesma 2021).\n\n"
        "The output is a raster of values from 0 to 1. It is computed window by window, so memory does not grow with the "
        "raster; expect some 10,000 to 100,000 cells a second. Cancelling writes nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"),
            "A stack with the factors of the model, of the training area or of another one.",
        )
        self.add_model("MODEL", "Model", "susceptibility", "A model file written by Train susceptibility model.")
        self.add_device()
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Susceptibility"),
            "Susceptibility of each cell from 0 to 1.",
        )
        self.add(
            QgsProcessingParameterRasterDestination("UNCERTAINTY", "Uncertainty", None, True, False),
            "Standard deviation over the members of the model: the trees of a forest, or the models of an ensemble (MEMBERS in "
            "Train susceptibility model).",
        )
        self.add(
            QgsProcessingParameterRasterDestination("APPLICABILITY", "Area of applicability", None, True, False),
            "How unlike the training samples each cell is (band dissimilarity: distance in the factors that matter to the "
            "model, 1 is the mean distance between training samples), and whether it is within what validation has tested "
            "(band applicable, 1 or 0). Where it is 0 the map should not be believed.",
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.susceptibility.prediction import Beside, write_susceptibility
        from ...models.susceptibility.stored_model import load_susceptibility_model

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("OUTPUT", "UNCERTAINTY", "APPLICABILITY")}
        model = load_susceptibility_model(inputs.file("MODEL"), inputs.choice("DEVICE"))
        record.device = str(model.device)
        with open_factor_stack(inputs.raster("FACTORS")) as stack, together(*outputs.values()):
            _check(stack, model, feedback)
            if outputs["UNCERTAINTY"]:
                model.check_has_members()
            area = model.applicability() if outputs["APPLICABILITY"] else None
            metadata = record.metadata() | {"MODEL": model.card["architecture"]}
            beside = Beside(outputs["UNCERTAINTY"], outputs["APPLICABILITY"], area)
            names, watch = model.encoder.names, (feedback.progress, feedback.should_stop)
            mapped = write_susceptibility(outputs["OUTPUT"], stack, names, model, metadata, beside, *watch)
            if mapped.cells == 0:
                raise InputError("FACTORS", stack.path, "has no cell with all factors of the model; check extents and nodata")
            write_style(outputs["OUTPUT"], "susceptibility")
            if outputs["UNCERTAINTY"]:
                write_style(outputs["UNCERTAINTY"], "uncertainty")
            if area:
                write_style(outputs["APPLICABILITY"], "applicability")
        for name, categories in mapped.unknown.items():
            feedback.warn(f"{name} has categories that the model never saw and takes for unknown: {listed(categories)}.")
        feedback.info(f"{mapped.cells} of {stack.grid.width * stack.grid.height} cells have a susceptibility.")
        if area:
            share = 100 * mapped.outside / mapped.cells
            say = feedback.warn if share > MUCH else feedback.info
            say(
                f"{share:.1f} % of them lie outside the area of applicability: less like the training samples (dissimilarity "
                f"above {area.threshold:.3g}) than validation has tested."
            )
        return outputs_as_text(outputs)


def _check(stack: FactorStack, model: "SusceptibilityModel", feedback: Feedback) -> None:
    check_same_factors(stack, model.factors)
    check_window_fits(stack.grid, model.window, "MODEL")
    feedback.notes(model.notes_on_cells(stack.grid.cell_width))
